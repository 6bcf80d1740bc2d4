"""People in front of a browser, and the checks made on every page they meet."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}


class Audit:
    """Looks at pages as axe does, takes their picture, and remembers every fault.

    A page is shown a second time in a browser of its own that runs scripts, since axe needs them and the visitor may
    have switched them off; the second browser gets the very text that the visitor sees.
    """

    #: What was looked at in this run, by any visitor.
    seen: ClassVar[set[str]] = set()

    def __init__(self, browser: Browser, pictures: Path) -> None:
        """Audit with `browser` and keep pictures in `pictures`."""
        self.context = browser.new_context(bypass_csp=True)
        self.copy = self.context.new_page()
        self.pictures = pictures
        self.faults: list[str] = []

    def look(self, page: Page, name: str) -> None:
        """Check one page and take its picture."""
        self.picture(page, name)
        self._fits(page, name)
        self._axe(page, name)

    def is_first(self, place: str) -> bool:
        """Tell whether nobody was at the place before, and remember that somebody was."""
        is_first = place not in self.seen
        self.seen.add(place)
        return is_first

    def picture(self, page: Page, name: str) -> None:
        """Take the picture of a page that is mostly Wagtail's own."""
        self.pictures.mkdir(exist_ok=True)
        page.screenshot(path=self.pictures / f"{name}.png", full_page=True)

    def close(self) -> None:
        """Close the second browser."""
        self.context.close()

    def _fits(self, page: Page, name: str) -> None:
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            self.faults.append(f"{name}: {wide} px too wide")

    def _axe(self, page: Page, name: str) -> None:
        copy = self.copy
        copy.set_viewport_size(page.viewport_size)
        address = urlsplit(page.url)._replace(fragment="").geturl()
        content = page.content()

        def same_text(route: Route) -> None:
            route.fulfill(body=content, content_type="text/html; charset=utf-8")

        copy.route(address, same_text)
        copy.goto(address)
        for violation in Axe().run(copy).response["violations"]:
            nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
            self.faults.append(f"{name}: {violation['id']}: {nodes}")
        copy.unroute(address)


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How somebody visits: language, screen, and whether scripts run."""

    language: str
    viewport: dict[str, int]
    scripts: bool

    def say(self, arabic: str, english: str) -> str:
        """Return the words of this visitor's language."""
        return arabic if self.language == "ar" else english

    @property
    def prefix(self) -> str:
        """Return the first part of addresses in this language."""
        return "" if self.language == "ar" else "/en"

    @property
    def name(self) -> str:
        """Return a name for pictures."""
        return f"{self.language}-{self.viewport['width']}"

    def open(self, browser: Browser) -> Page:
        """Return a fresh page of a fresh visitor."""
        context = browser.new_context(viewport=self.viewport, java_script_enabled=self.scripts)
        context.set_default_timeout(15_000)
        return context.new_page()


ARABIC_PHONE = Manner(language="ar", viewport=PHONE, scripts=False)
ENGLISH_DESKTOP = Manner(language="en", viewport=DESKTOP, scripts=True)
