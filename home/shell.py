"""What stands around every page: brand, contact, menu. Built once per site and kept in the cache."""

from dataclasses import dataclass, field

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import override
from wagtail.models import Page, Site

from home.languages import in_language, language_codes, page_path
from home.models import SiteSettings

KEEP_SECONDS = 60
#: Which site answers at which host. Wagtail asks the database each time, which is dearer than the rest of a small page.
HOSTS_KEY = "home.shell.hosts"
MOST_HOSTS = 50
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

    @property
    def whatsapp_digits(self) -> str:
        """The WhatsApp number as its links want it."""
        return "".join(char for char in self.whatsapp if char.isdigit())


# The frame last shown, for the error page that must not ask the database.
_last_known: dict[str, Shell] = {}


def shell_at(request: HttpRequest, language: str) -> Shell:
    """Return the frame of the site that answers the request; a bare one where no site does."""
    host = request.get_host()
    hosts = cache.get(HOSTS_KEY, {})
    shells = cache.get(cache_key(hosts[host])) if host in hosts else None
    if shells is not None:
        _last_known.update(shells)
        return shells[language]
    site = Site.find_for_request(request)
    if site is None:
        return bare(language)
    if len(hosts) < MOST_HOSTS:
        cache.set(HOSTS_KEY, {**hosts, host: site.pk}, KEEP_SECONDS)
    return shell_for(site, language)


def shell_for(site: Site, language: str) -> Shell:
    """Return the frame of `site` in `language`."""
    key = cache_key(site.pk)
    shells = cache.get(key)
    if shells is None:
        shells = {code: _build(site, code) for code in language_codes()}
        cache.set(key, shells, KEEP_SECONDS)
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


def cache_key(site_id: int) -> str:
    """Return where a site's frames are kept."""
    return f"home.shell.{site_id}"


def forget() -> None:
    """Drop every frame, after a change to the menu, the settings or the sites."""
    cache.delete_many([HOSTS_KEY, *(cache_key(pk) for pk in Site.objects.values_list("pk", flat=True))])


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
