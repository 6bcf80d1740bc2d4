"""Finding the page of an address with one look into the tree and one into its own table."""

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language
from wagtail.models import Locale, Page
from wagtail.views import serve as wagtail_serve

from home import epoch
from home.prepared import Prepared
from home.sites import home_path, site_of


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a page. Wagtail does it, with its hooks and restrictions; it would only walk down the tree to find it."""
    page = _find(request, path)
    if page is not None:
        request._wagtail_route_for_request = page.route(request, [])  # noqa: SLF001 - where Wagtail itself keeps it
    response: HttpResponseBase = wagtail_serve(request, path)
    return response


def _find(request: HttpRequest, path: str) -> Page | None:
    """Return the published page of the address; None when there is none, or Wagtail has to find it."""
    site = site_of(request)
    top = home_path(site, get_language()) if site else None
    if top is None:
        return None
    try:
        model, pk = epoch.kept(("page at", top + path), lambda: _place(top + path))
    except LookupError:
        return None
    query: Prepared[Page] = epoch.kept(("page of", model), lambda: _by_identifier(model))
    page = next(iter(query.objects(pk)), None)
    if page is not None:
        page.locale = locales()[page.locale_id]
    return page


def _by_identifier(model: type[Page]) -> Prepared[Page]:
    return Prepared(lambda pk: model.objects.filter(pk=pk, live=True))


def locales() -> dict[int, Locale]:
    """Return the languages of the pages by their identifier."""
    return epoch.kept("locales", Locale.objects.in_bulk)


def _place(url_path: str) -> tuple[type[Page], int]:
    """Return the class and identifier of a page. Pages never change their class, and a move begins a new epoch."""
    slug = url_path.rstrip("/").rpartition("/")[2]
    found = Page.objects.filter(slug=slug, url_path=url_path).values_list("pk", "content_type_id").first()
    model = ContentType.objects.get_for_id(found[1]).model_class() if found else None
    if found is None or model is None:
        raise LookupError(url_path)
    return model, found[0]
