"""Those who use the site in the browser tests: applicants and members of the staff, and what they do on its pages."""

import io
import re
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext, override, pgettext
from PIL import Image
from playwright.sync_api import Browser, Locator, Page
from stdnum import luhn

from tests.e2e.running import RunningSite
from tests.e2e.visitor import DESKTOP, Audit, Manner

WAIT_SECONDS = 20
#: What somebody says on one step: question or part of it -> what is typed, or the key that is chosen, or keys.
Said = Mapping[str, Any]


def national_id(number: int) -> str:
    """Return the identity number of somebody who does not exist."""
    body = f"1{number:08}"
    return body + luhn.calc_check_digit(body)


def identity(number: int) -> dict[str, str]:
    """Return the answer to a question for the identity document."""
    return {"kind": "national_id", "number": national_id(number)}


def a_photo() -> dict[str, Any]:
    """Return a photo as a phone takes it, with the place where it was taken."""
    image = Image.effect_noise((1600, 1200), 40).convert("RGB")
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    target = io.BytesIO()
    image.save(target, "JPEG", quality=85, exif=exif)
    return {"name": "صورة.jpg", "mimeType": "image/jpeg", "buffer": target.getvalue()}


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until the worker has done something that no page shows."""
    deadline = time.monotonic() + WAIT_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.2)


class Visitor:
    """Somebody in front of a page."""

    def __init__(self, site: RunningSite, page: Page, audit: Audit, language: str, name: str) -> None:
        """Take the page; `name` begins the names of the pictures."""
        self.site, self.page, self.audit, self.language, self.name = site, page, audit, language, name
        self.violations: list[str] = []
        self.page.on("console", lambda message: self._note(message.text))
        self.count = 0

    def word(self, english: str, context: str = "") -> str:
        """Return a text of the code in the visitor's language."""
        with override(self.language):
            return pgettext(context, english) if context else gettext(english)

    def go(self, path: str) -> None:
        """Open an address of the site in the visitor's language."""
        prefix = "" if self.language == "ar" or path.startswith("/staff/") else "/en"
        self.page.goto(f"{self.site.origin}{prefix}{path}")

    def look(self, name: str) -> None:
        """Have the page that is open audited."""
        self.count += 1
        self.audit.look(self.page, f"{self.name}-{self.count:02}-{name}")

    def press(self, english: str) -> None:
        """Press the button with this name."""
        self.page.get_by_role("button", name=self.word(english), exact=True).click()
        self.page.wait_for_load_state()

    def follow(self, english: str) -> None:
        """Follow the link with this name."""
        self.page.get_by_role("link", name=self.word(english), exact=True).click()
        self.page.wait_for_load_state()

    def put(self, name: str, value: Any) -> None:
        """Fill in the controls of this name: with text, a file, the key of a choice or several, or True for a tick."""
        found = self.page.locator(f'[name="{name}"]')
        kind = found.first.get_attribute("type") or found.first.evaluate("control => control.localName")
        if value is True:
            found.check()
        elif kind in {"radio", "checkbox"}:
            for key in [value] if isinstance(value, str) else value:
                self.page.locator(f'[name="{name}"][value="{key}"]').check()
        elif kind == "file":
            found.set_input_files(value)
        elif kind == "select":
            found.select_option(value)
        else:
            found.fill(value)

    def heading(self) -> str:
        """Return the main heading of the page."""
        return self.page.get_by_role("heading", level=1).inner_text()

    def text(self) -> str:
        """Return what the page says."""
        return self.page.locator("main").inner_text()

    @property
    def step(self) -> str:
        """Return the key of the step that is open."""
        return urlsplit(self.page.url).path.split("/apply/")[1].split("/")[1]

    def say(self, **answers: Any) -> None:
        """Answer questions of the open step."""
        for name, value in answers.items():
            parts = value if isinstance(value, dict) and "buffer" not in value else {"": value}
            for part, given in parts.items():
                self.put(f"{self.step}-{name}-{part}" if part else f"{self.step}-{name}", given)

    def go_on(self) -> None:
        """Save the step and go to the next one."""
        self.press("Save and continue")

    def walk(self, answers: Mapping[str, Said], *, until: str) -> None:
        """Answer one step after the other, until one is open that is left to the test; look where nobody was before."""
        while (here := self.step) != until:
            self.say(**answers.get(here, {}))
            if self.audit.is_first(f"{here}: {self.heading()} {self.page.viewport_size}"):
                self.look(here)
            self.go_on()
            assert self.step != here, self.text()

    def send(self) -> str:
        """Tick the declaration and send; return the number on the receipt."""
        self.page.get_by_role("checkbox").check()
        self.press("Send the application")
        return self.reference()

    def reference(self) -> str:
        """Return the number on the receipt."""
        return self.page.locator("output[data-reference]").get_attribute("data-reference") or ""

    def _note(self, text: str) -> None:
        if "Content Security Policy" in text:
            self.violations.append(text)


class Applicant(Visitor):
    """Somebody applying, through the pages alone."""

    def __init__(self, site: RunningSite, browser: Browser, audit: Audit, manner: Manner, name: str = "") -> None:
        """Open the browser."""
        super().__init__(site, manner.open(browser), audit, manner.language, f"{name or 'whole'}-{manner.name}")
        self.manner = manner

    def begin(self, slug: str, service: str = "") -> None:
        """Go from the page of a form to its first step."""
        self.go(f"/{slug}/")
        self.look("form")
        self.page.get_by_role("link", name=self.word("Start", "button"), exact=True).click()
        self.look("before-you-start")
        if service and self.page.locator("[name=service][type=radio]").count():
            self.put("service", service)
        self.press("Start now")

    def ask_about(self, reference: str, digits: str) -> None:
        """Ask where the application stands."""
        self.go("/track/")
        self.put("reference", grouped(reference))
        self.put("digits", digits)
        self.press("Show the application")

    def prove(self) -> None:
        """Have a code sent by text message and give it."""
        before = len(self.site.codes())
        self.press("Show the rest")
        self.look("tracking-code")
        wait_for(lambda: len(self.site.codes()) > before)
        self.put("code", self.site.codes()[-1])
        self.press("Continue")


class Officer(Visitor):
    """A member of the staff, in Arabic, at a desk unless the viewport is another."""

    def __init__(
        self, site: RunningSite, browser: Browser, audit: Audit, role: str, viewport: dict[str, int] | None = None
    ) -> None:
        """Log in."""
        user = site.users[role]
        page = browser.new_context(viewport=viewport or DESKTOP, locale="ar").new_page()
        page.set_default_timeout(15_000)
        super().__init__(site, page, audit, "ar", f"staff-{role}")
        self.go("/staff/login/")
        self.put("username", user["username"])
        self.put("password", user["password"])
        self.page.locator("button[type=submit]").click()
        self.page.wait_for_url("**/staff/")

    def open(self, reference: str) -> None:
        """Find the case by its number, as it is read out."""
        self.go(f"/staff/applications/?q={grouped(reference)}")
        self.page.get_by_role("link", name=grouped(reference)).click()
        self.page.wait_for_load_state()

    def move(self, english: str, fill: Callable[[Locator], object] = lambda _form: None) -> None:
        """Make a move, after filling in what it asks for."""
        label = self.word(english, "move")
        self.page.locator("summary", has_text=re.compile(f"^{label}$")).click()
        fill(self.page.locator("details[open]", has=self.page.locator("summary", has_text=label)))
        self.press_exactly(label)

    def accept_documents(self) -> None:
        """Accept every document that is still open, as an original that was seen, and come back to the case."""
        self.page.get_by_role("link", name=self.word("Check the documents"), exact=True).click()
        waiting = self.page.locator(".inbox-tag", has_text=self.word("To be checked", "document"))
        document = self.page.locator("section.inbox-panel", has=waiting)
        while document.count():
            for label in ("Accepted", "Original seen, no copy kept"):
                document.first.get_by_role("radio", name=self.word(label, "document"), exact=True).check()
            document.first.get_by_role("button").click()
            self.page.wait_for_load_state()
        self.page.get_by_role("link", name=self.word("Back to the case"), exact=True).click()
        self.page.wait_for_load_state()

    def press_exactly(self, label: str) -> None:
        """Press the button with this very label."""
        self.page.get_by_role("button", name=label, exact=True).click()
        self.page.wait_for_load_state()


def grouped(reference: str) -> str:
    """Return the number as it is read out."""
    return f"{reference[:4]}-{reference[4:7]}-{reference[7:]}"
