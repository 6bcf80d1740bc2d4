"""Putting pages into the tree: made when missing, brought up to date when there, then published."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.conf import settings
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site

from alhuda.demo.streams import stored
from alhuda.demo.words import PageAt, arabic
from home.models import HomePage, SiteSettings

P = TypeVar("P", bound=Page)


def put(model: type[P], parent: Page, content: Mapping[str, Any], *, publish: bool = True) -> P:
    """Return the Arabic page with that slug below `parent`, saying what `content` says."""
    page = model.objects.child_of(parent).filter(slug=content["slug"]).first()
    is_new = page is None
    page = page or model(locale=parent.locale, live=False)
    fill(page, content)
    if is_new:
        # Read anew: adding a child changes the parent's row, and an older copy of it would hide the child.
        Page.objects.get(pk=parent.pk).add_child(instance=page)
    return save(page, publish=publish)


def fill(page: Page, content: Mapping[str, Any]) -> None:
    """Set the page's fields; streams get identifiers that follow from the page and the field."""
    place = content.get("slug", page.slug)
    for name, value in content.items():
        field = page._meta.get_field(name)  # noqa: SLF001 - Django's documented API
        ready = _linked(arabic(value))
        if isinstance(field, StreamField):
            ready = field.to_python(stored(ready, f"{place}.{name}"))
        setattr(page, name, ready)


def _linked(content: Any) -> Any:
    """Return the content with the numbers of the pages that it leads to."""
    match content:
        case PageAt():
            return Page.objects.child_of(arabic_home()).get(slug=content.slug).pk
        case Mapping():
            return {name: _linked(part) for name, part in content.items()}
        case list():
            return [_linked(part) for part in content]
    return content


def save(page: P, *, publish: bool = True) -> P:
    """Save what was changed as a revision, publish it where asked, and return the page as the database has it."""
    revision = page.save_revision()
    if publish:
        revision.publish()
    fresh: P = type(page).objects.get(pk=page.pk)
    return fresh


def arabic_home() -> HomePage:
    """Return the Arabic home page; a migration put it there."""
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    return HomePage.objects.filter(locale=locale).order_by("path").get()


def set_site(home: HomePage) -> Site:
    """Return the one site, standing on the home page, at the address that the environment gives."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    host, port = _address(settings.SITE_ORIGIN)
    wanted = {"hostname": host, "port": port, "root_page_id": home.pk}
    if any(getattr(site, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()
    return site


def set_details(site: Site, details: Mapping[str, Any]) -> SiteSettings:
    """Fill the site's settings; a text in both languages goes into its two fields."""
    record = SiteSettings.for_site(site)
    for name, value in details.items():
        if hasattr(value, "ar"):
            setattr(record, f"{name}_ar", value.ar)
            setattr(record, f"{name}_en", value.en)
        else:
            setattr(record, name, value)
    record.save()
    return record


def _address(origin: str) -> tuple[str, int]:
    scheme, _, rest = origin.partition("://")
    host, _, port = rest.partition(":")
    return host, int(port or (443 if scheme == "https" else 80))
