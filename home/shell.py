"""What stands around every page: brand, contact, menu. Built once for each site in an epoch."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import override
from wagtail.models import Page, Site

from home import changes, epoch
from home.languages import in_language, language_codes, page_path
from home.models import SiteSettings
from home.sites import all_sites, site_of

#: In the folder of an epoch: the mark of the frames that its pages carry.
SHOWN = "shell"
MOST_TRIES = 5
TRACK_PATH = "/track/"
SEARCH_PATH = "/search/"


@dataclass(frozen=True, kw_only=True)
class MenuItem:
    """One entry of the main menu."""

    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Shell:
    """The frame of a page in one language; an empty string means that there is nothing to show."""

    language: str
    brand: str
    tagline: str = ""
    registration: str = ""
    address: str = ""
    hours: str = ""
    telephone: str = ""
    urgent_telephone: str = ""
    whatsapp: str = ""
    email: str = ""
    home_url: str = "/"
    apply_url: str = ""
    volunteer_url: str = ""
    privacy_url: str = ""
    track_url: str = ""
    search_url: str = ""
    menu: list[MenuItem] = field(default_factory=list)

    @property
    def help_telephone(self) -> str:
        """The one number to show where there is room for one."""
        return self.telephone or self.urgent_telephone

    @cached_property
    def mark(self) -> str:
        """What tells this frame from any other."""
        return hashlib.sha256(repr(self).encode()).hexdigest()

    @property
    def whatsapp_digits(self) -> str:
        """The WhatsApp number as its links want it."""
        return "".join(char for char in self.whatsapp if char.isdigit())


# The frame last shown, for the error page that must not ask the database.
_last_known: dict[str, Shell] = {}


Shells = dict[int, dict[str, Shell]]


def shell_at(request: HttpRequest, language: str) -> Shell:
    """Return the frame of the site that answers the request; a bare one where no site does."""
    site = site_of(request)
    return shell_for(site, language) if site else bare(language)


def shell_for(site: Site, language: str) -> Shell:
    """Return the frame of `site` in `language`."""
    shells = epoch.kept("shells", _build_all).get(site.pk)
    if shells is None:
        return bare(language)
    _last_known.update(shells)
    return shells[language]


def last_known(language: str) -> Shell:
    """Return the frame this process showed last, or a bare one; never asks the database or the cache."""
    return _last_known.get(language) or bare(language)


def bare(language: str) -> Shell:
    """Return the frame of a site of which nothing is known."""
    return Shell(
        language=language,
        brand=settings.WAGTAIL_SITE_NAME,
        home_url=in_language("/", language),
        track_url=in_language(TRACK_PATH, language),
        search_url=in_language(SEARCH_PATH, language),
    )


def follow() -> None:
    """Begin a new epoch if the frames are others than those that pages carry now; other changes leave them alone."""
    changes.twice(_compare)


def _compare() -> None:
    try:
        shown = (epoch.folder(epoch.now().epoch) / SHOWN).read_text(encoding="ascii")
    except OSError:
        shown = ""
    if shown != _mark({site.pk: _build_each(site) for site in Site.objects.select_related("root_page").order_by("pk")}):
        changes.everything()


def _build_all() -> Shells:
    """Build the frames and leave their mark, until nothing changed meanwhile: whoever changes something reads it."""
    for _ in range(MOST_TRIES):
        begun = epoch.now()
        shells = {site.pk: _build_each(site) for site in all_sites()}
        with suppress(OSError):
            (epoch.folder(begun.epoch) / SHOWN).write_text(_mark(shells), encoding="ascii")
        if epoch.now() == begun:
            break
    return shells


def _build_each(site: Site) -> dict[str, Shell]:
    return {code: _build(site, code) for code in language_codes()}


def _mark(shells: Shells) -> str:
    return hashlib.sha256(repr(shells).encode()).hexdigest()


def _build(site: Site, language: str) -> Shell:
    record = SiteSettings.for_site(site)
    home = _home(site, language)
    with override(language):
        return Shell(
            language=language,
            brand=record.text("brand_name", language) or settings.WAGTAIL_SITE_NAME,
            home_url=(home and page_path(home)) or "/",
            menu=_menu(home) if home else [],
            track_url=in_language(TRACK_PATH, language),
            search_url=in_language(SEARCH_PATH, language),
            **{name: record.text(name, language) for name in ("tagline", "registration", "address", "hours")},
            **{name: getattr(record, name) for name in ("telephone", "urgent_telephone", "whatsapp", "email")},
            **{f"{name}_url": _page_url(record, name, language) for name in ("apply", "volunteer", "privacy")},
        )


def _home(site: Site, language: str) -> Page | None:
    key = site.root_page.translation_key
    return Page.objects.live().filter(translation_key=key, locale__language_code=language).first()


def _menu(home: Page) -> list[MenuItem]:
    pages = Page.objects.child_of(home).live().public().in_menu().order_by("path")
    return [MenuItem(title=page.title, url=url) for page in pages if (url := page_path(page))]


def _page_url(record: SiteSettings, name: str, language: str) -> str:
    """Return where one of the chosen pages lies in `language`, or in the language it has."""
    page = getattr(record, f"{name}_page")
    if page is None:
        return ""
    translated = Page.objects.live().filter(translation_key=page.translation_key)
    found = {match.locale.language_code: match for match in translated.select_related("locale")}
    chosen = found.get(language) or found.get(settings.LANGUAGE_CODE)
    return (chosen and page_path(chosen)) or ""
