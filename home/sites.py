"""Which site answers a request, and where its pages begin: looked up once in an epoch."""

from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Page, PageViewRestriction, Site

from home import epoch


def site_of(request: HttpRequest) -> Site | None:
    """Return the site that answers the request, as Wagtail would, but for nothing."""
    if not hasattr(request, "_wagtail_site"):
        hostname, port = split_domain_port(request.get_host())[0], request.get_port()
        request._wagtail_site = _match(hostname, str(port))  # noqa: SLF001 - where Wagtail itself keeps it
    found: Site | None = request._wagtail_site  # noqa: SLF001 - as above
    return found


def all_sites() -> list[Site]:
    """Return the sites."""
    return epoch.kept("sites", lambda: list(Site.objects.select_related("root_page").order_by("pk")))


def home_path(site: Site, language: str) -> str | None:
    """Return the tree address of the site's home page in a language; None where it has none."""
    return epoch.kept(("home", site.pk), lambda: _home_paths(site)).get(language)


def is_private(page: Page) -> bool:
    """Return whether the page, or one above it, is for some people only. An alias follows the page that it shows."""
    restricted = epoch.kept("restricted", _restricted)
    return bool(restricted) and (page.alias_of_id is not None or page.path.startswith(restricted))


def _restricted() -> tuple[str, ...]:
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))


def _home_paths(site: Site) -> dict[str, str]:
    family = Page.objects.filter(translation_key=site.root_page.translation_key)
    return dict(family.values_list("locale__language_code", "url_path"))


def _match(hostname: str, port: str) -> Site | None:
    named = [site for site in all_sites() if site.hostname == hostname]
    default = next((site for site in all_sites() if site.is_default_site), None)
    exact = next((site for site in named if str(site.port) == port), None)
    if exact or default in named:
        return exact or default
    return named[0] if len(named) == 1 or (named and default is None) else default
