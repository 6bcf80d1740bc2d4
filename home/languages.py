"""The same page in every language, and the way from one language to another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import get_language_info
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from home import epoch, made_from
from home.prepared import Prepared

UNTRANSLATED = "untranslated"

_NATIVE = {"ar": "العربية"}  # Django spells it with a mark that nobody writes


class LanguageLink(NamedTuple):
    """One language of the switcher. When the page has no such translation, `exact` is false and `url` leads nearby."""

    code: str
    name: str
    url: str
    current: bool
    exact: bool


def language_codes() -> list[str]:
    """Return the languages of the site, the default first."""
    return [code for code, _ in settings.LANGUAGES]


def split_prefix(path: str) -> tuple[str, str]:
    """Split an address into its language and the rest; the default language has no prefix."""
    first, _, rest = path.lstrip("/").partition("/")
    if first in language_codes() and first != settings.LANGUAGE_CODE:
        return first, f"/{rest}"
    return settings.LANGUAGE_CODE, path


def in_language(path: str, code: str) -> str:
    """Return the address of the same place in another language."""
    rest = split_prefix(path)[1]
    return rest if code == settings.LANGUAGE_CODE else f"/{code}{rest}"


def page_path(page: "Page | Relative") -> str | None:
    """Return the page's address without scheme and host, or None when it lies outside every site."""
    parts = url_parts(page.url_path)
    return parts[2] if parts else None


def url_parts(url_path: str) -> tuple[int, str, str] | None:
    """Return (site, its origin, address) of a place in the tree, as Wagtail's pages do; None outside every site."""
    for site in epoch.kept("site roots", _site_roots):
        if url_path.startswith(site.root_path):
            rest = f"/{url_path[len(site.root_path) :]}"
            return site.site_id, site.root_url, in_language(rest, site.language_code)
    return None


def _site_roots() -> list[SiteRootPath]:
    Site.clear_site_root_paths_cache()  # which each process may hold for an hour
    return list(Site.get_site_root_paths())


@dataclass(frozen=True, kw_only=True, slots=True)
class Relative:
    """A page as the way up and the language switch show it."""

    pk: int
    path: str
    title: str
    url_path: str
    translation_key: UUID
    language: str


def relatives(page: Page) -> list[Relative]:
    """Return the page and its ancestors in every language they are published in, from the top down; one query.

    Aliases do not count: they show the source language under another language's address. Those that are not published
    are noted all the same: once they are, the way up names them.
    """
    paths = [page.path[:end] for end in range(2 * page.steplen, len(page.path) + 1, page.steplen)]
    rows = _FAMILY.rows(*paths)
    made_from.note(*(made_from.a_page(row[0]) for row in rows))
    return [
        Relative(translation_key=key, pk=pk, path=path, title=title, url_path=url_path, language=language)
        for key, live, pk, path, title, url_path, language in rows
        if live
    ]


def _family(*paths: str) -> "QuerySet[Page, Any]":
    keys = Page.objects.filter(path__in=paths).values("translation_key")
    found = Page.objects.filter(translation_key__in=keys, alias_of__isnull=True).order_by("depth", "path")
    return found.values_list("translation_key", "live", "pk", "path", "title", "url_path", "locale__language_code")


_FAMILY: "Prepared[Page]" = Prepared(_family)


def ancestors(page: Page, family: Sequence[Relative]) -> list[Relative]:
    """Return the published pages above `page` in its own language, out of its relatives."""
    return [match for match in family if page.path.startswith(match.path) and match.pk != page.pk]


def links_for_page(page: Page, family: Sequence[Relative]) -> Iterator[LanguageLink]:
    """Yield the switcher's links of a Wagtail page: its own translation or else that of its closest ancestor."""
    nearest = {match.language: match for match in family}
    for code in language_codes():
        match = nearest.get(code)
        path = page_path(match) if match else None
        if match is None or path is None:
            continue
        exact = match.translation_key == page.translation_key
        url = path if exact else f"{path}#{UNTRANSLATED}"
        yield LanguageLink(code, native_name(code), url, match.pk == page.pk, exact)


def links_for_path(path: str) -> Iterator[LanguageLink]:
    """Yield the switcher's links of a fixed address, which every language has."""
    here = split_prefix(path)[0]
    for code in language_codes():
        yield LanguageLink(code, native_name(code), in_language(path, code), code == here, exact=True)


def native_name(code: str) -> str:
    """Return a language's own name for itself."""
    return _NATIVE.get(code) or get_language_info(code)["name_local"]
