"""From finding a service to reading the decision: applicant, officers and approver, in a real browser."""

import io
import re
import time
from collections.abc import Callable

import pytest
from django.utils.translation import gettext, override, pgettext
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.e2e.running import RunningSite
from tests.e2e.visitor import ARABIC_PHONE, DESKTOP, ENGLISH_DESKTOP, Audit, Manner

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]
MOBILE = "0501234278"
WAIT_SECONDS = 20


def a_photo() -> bytes:
    """Return a photo as a phone takes it, with the place where it was taken."""
    image = Image.effect_noise((1600, 1200), 40).convert("RGB")
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    target = io.BytesIO()
    image.save(target, "JPEG", quality=85, exif=exif)
    return target.getvalue()


class Applicant:
    """Somebody applying for help, through the pages alone."""

    def __init__(self, site: RunningSite, browser: Browser, audit: Audit, manner: Manner) -> None:
        """Open the browser."""
        self.site, self.audit, self.manner = site, audit, manner
        self.page: Page = manner.open(browser)
        self.violations: list[str] = []
        self.page.on("console", lambda message: self._note(message.text))
        self.count = 0

    def word(self, english: str, context: str = "") -> str:
        """Return a text of the code in the visitor's language."""
        with override(self.manner.language):
            return pgettext(context, english) if context else gettext(english)

    def look(self, name: str) -> None:
        """Have the page that is open audited."""
        self.count += 1
        self.audit.look(self.page, f"{self.manner.name}-{self.count:02}-{name}")

    def press(self, english: str) -> None:
        """Press the button with this name."""
        self.page.get_by_role("button", name=self.word(english), exact=True).click()
        self.page.wait_for_load_state()

    def go_on(self) -> None:
        """Save the step and go to the next one."""
        self.press("Save and continue")

    def choose(self, arabic: str, english: str) -> None:
        """Choose an option by its label."""
        self.page.get_by_label(self.manner.say(arabic, english), exact=True).check()

    def fill(self, arabic: str, english: str, text: str) -> None:
        """Fill in the box with this label."""
        self.page.get_by_label(self.manner.say(arabic, english)).fill(text)

    def heading(self) -> str:
        """Return the main heading of the page."""
        return self.page.get_by_role("heading", level=1).inner_text()

    def _note(self, text: str) -> None:
        if "Content Security Policy" in text:
            self.violations.append(text)


def find_the_service(visitor: Applicant) -> None:
    say = visitor.manner.say
    visitor.page.goto(visitor.site.origin + visitor.manner.prefix + "/")
    visitor.look("home")
    link = say("عمرة ميسّرة لمحدودي الدخل", "Umrah for people of limited means")
    if not visitor.page.get_by_role("link", name=link).count():
        visitor.page.goto(f"{visitor.site.origin}{visitor.manner.prefix}/services/")
        visitor.look("guide")
    visitor.page.get_by_role("link", name=link).first.click()
    visitor.look("service")
    visitor.page.get_by_role("link", name=visitor.word("Apply for this service"), exact=True).click()
    assert "/apply/new/" in visitor.page.url
    visitor.look("before-you-start")
    visitor.press("Start now")


def answer_everything(visitor: Applicant) -> None:
    page = visitor.page
    if visitor.page.get_by_label(
        visitor.manner.say("عمرة ميسّرة لمحدودي الدخل", "Umrah for people of limited means")
    ).count():
        visitor.choose("عمرة ميسّرة لمحدودي الدخل", "Umrah for people of limited means")
        visitor.look("which-service")
        visitor.go_on()
    visitor.go_on()  # nothing answered: the errors are shown and the page stays
    expect(page.get_by_role("heading", name=visitor.word("Correct the following to continue"))).to_be_visible()
    assert page.title().startswith(visitor.word("Error:"))
    visitor.look("errors")
    for group in page.get_by_role("radiogroup").all():
        group.get_by_role("radio").first.check()
    visitor.go_on()
    identify(visitor)
    visitor.fill("رقم الجوال", "Mobile number", "٠٥٠١٢٣٤٢٧٨" if visitor.manner.language == "ar" else MOBILE)
    visitor.fill("البريد الإلكتروني", "E-mail", f"{visitor.manner.language}@example.org")
    visitor.look("contact")
    visitor.go_on()
    visitor.page.get_by_role("radio", name=visitor.word("No"), exact=True).check()
    visitor.look("companions")
    visitor.go_on()
    health_opens_a_step(visitor)
    visitor.fill("اشرح احتياجك", "Explain what you need", "لم أعتمر منذ عشر سنوات ولا أقدر على نفقة السفر.")
    visitor.look("need")
    visitor.go_on()


def identify(visitor: Applicant) -> None:
    number = visitor.page.get_by_label(visitor.word("Number of the document"))
    visitor.page.get_by_role("radio", name=visitor.word("National ID"), exact=True).check()
    number.fill("1101798279")  # the check digit is wrong
    visitor.go_on()
    assert number.input_value() == "1101798279"
    visitor.look("identity-error")
    number.fill("١١٠١٧٩٨٢٧٨")
    visitor.go_on()
    visitor.fill("الاسم الكامل كما في الهوية", "Full name as on the document", "نورة بنت سالم البلادي")
    visitor.look("name")
    visitor.go_on()


def health_opens_a_step(visitor: Applicant) -> None:
    """Show that the yes or no opens and closes the step after it."""
    visitor.page.get_by_role("radio", name=visitor.word("Yes"), exact=True).check()
    visitor.go_on()
    expect(visitor.page.get_by_label(visitor.manner.say("مرض مزمن", "A long-term illness"))).to_be_visible()
    visitor.look("health-needs")
    visitor.page.get_by_role("link", name=visitor.word("Previous")).click()
    visitor.page.get_by_role("radio", name=visitor.word("No"), exact=True).check()
    visitor.go_on()


def send_documents(visitor: Applicant) -> None:
    boxes = visitor.page.locator("input[type=file]")
    boxes.first.set_input_files({"name": "هوية.jpg", "mimeType": "image/jpeg", "buffer": a_photo()})
    for later in visitor.page.get_by_label(visitor.word("I will send it later")).all()[1:]:
        later.check()
    visitor.look("documents")
    visitor.go_on()


def check_and_send(visitor: Applicant) -> str:
    page = visitor.page
    assert visitor.heading() == visitor.word("Check your answers")
    visitor.look("check")
    changes = page.locator(".summary-list__action a").all()
    names = [change.inner_text() for change in changes]
    assert len(names) == len(set(names)) >= 8  # req 52
    visitor.press("Send the application")
    assert page.title().startswith(visitor.word("Error:"))
    visitor.look("check-error")
    page.get_by_role("checkbox").check()
    visitor.press("Send the application")
    visitor.look("receipt")
    reference = page.locator("output[data-reference]").get_attribute("data-reference")
    page.reload()
    assert page.locator("output[data-reference]").get_attribute("data-reference") == reference
    return reference


class Officer:
    """A member of the staff at a desk, in Arabic."""

    def __init__(self, site: RunningSite, browser: Browser, role: str) -> None:
        """Log in."""
        user = site.users[role]
        self.site = site
        self.page = browser.new_context(viewport=DESKTOP).new_page()
        self.page.set_default_timeout(15_000)
        self.page.goto(f"{site.origin}/staff/login/")
        self.page.locator("input[name=username]").fill(user["username"])
        self.page.locator("input[name=password]").fill(user["password"])
        self.page.locator("button[type=submit]").click()
        self.page.wait_for_url("**/staff/")

    def open(self, reference: str) -> None:
        """Find the case by its number, as it is read out."""
        grouped = f"{reference[:4]}-{reference[4:7]}-{reference[7:]}"
        self.page.goto(f"{self.site.origin}/staff/applications/?q={grouped}")
        self.page.get_by_role("link", name=grouped).click()
        self.page.wait_for_load_state()

    def move(self, english: str, fill: Callable[[Page], None]) -> None:
        """Make a move, after filling in what it asks for."""
        with override("ar"):
            label = pgettext("move", english)
        self.page.locator("summary", has_text=re.compile(f"^{label}$")).click()
        fill(self.page.locator("details[open]", has=self.page.locator("summary", has_text=label)))
        self.page.get_by_role("button", name=label, exact=True).click()
        self.page.wait_for_load_state()


def track(visitor: Applicant, reference: str) -> str:
    """Ask about the application, give the code of the text message, and return what the page says."""
    page = visitor.page
    page.goto(f"{visitor.site.origin}{visitor.manner.prefix}/track/")
    boxes = page.get_by_role("textbox").all()
    boxes[0].fill(f"{reference[:4]} {reference[4:7]} {reference[7:]}")
    boxes[1].fill("٤٢٧٨")
    visitor.press("Show the application")
    visitor.look("tracking-status")
    before = len(visitor.site.codes())
    visitor.press("Show the rest")
    visitor.look("tracking-code")
    wait_for(lambda: len(visitor.site.codes()) > before)
    page.get_by_role("textbox").fill(visitor.site.codes()[-1])
    visitor.press("Continue")
    return page.locator("main").inner_text()


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.2)


@pytest.mark.parametrize("manner", [ARABIC_PHONE, ENGLISH_DESKTOP], ids=["arabic-phone-no-scripts", "english-desktop"])
def test_the_whole_path(site: RunningSite, browser: Browser, audit: Audit, manner: Manner) -> None:
    visitor = Applicant(site, browser, audit, manner)
    find_the_service(visitor)
    answer_everything(visitor)
    send_documents(visitor)
    reference = check_and_send(visitor)
    wait_for(lambda: f"{manner.language}@example.org" in [message["To"] for message in site.mailbox.messages])

    intake = Officer(site, browser, "relations_officer")
    intake.open(reference)
    audit.look(intake.page, f"staff-{manner.language}-case")
    intake.move("Ask the applicant to complete", lambda form: form.get_by_role("checkbox").last.check())
    assert visitor.word("Needed from you") in track(visitor, reference)
    visitor.look("tracking-incomplete")
    for box in visitor.page.locator("input[type=file]").all():
        box.set_input_files({"name": "دخل.jpg", "mimeType": "image/jpeg", "buffer": a_photo()})
    visitor.press("Send what is missing")
    visitor.look("tracking-completed")

    intake.open(reference)
    intake.move("Complete: refer for study", lambda form: form.get_by_role("radio", name="الرعاية الاجتماعية").check())
    officer = Officer(site, browser, "case_officer")
    officer.open(reference)
    officer.move("Propose a decision", propose)
    approver = Officer(site, browser, "approver")
    approver.open(reference)
    audit.look(approver.page, f"staff-{manner.language}-decide")
    approver.move("Approve", nothing)

    assert visitor.word("The result is out: approved", "public status") in track(visitor, reference)
    visitor.look("tracking-approved")
    assert visitor.violations == []
    assert "events hold" in site.manage("verify_history")
    site.manage("reconcile", "--json")


def nothing(_form: Page) -> None:
    """Fill in nothing: the move asks for nothing."""


def propose(form: Page) -> None:
    form.get_by_role("radio").first.check()
    form.get_by_role("textbox").fill("اطّلعت على المستندات، والدخل دون الحد المقترح.")


def test_the_inbox_lists_the_cases(site: RunningSite, browser: Browser, audit: Audit) -> None:
    intake = Officer(site, browser, "relations_officer")
    intake.page.goto(f"{site.origin}/staff/applications/")
    audit.look(intake.page, "staff-inbox")
    expect(intake.page.get_by_role("heading", level=1)).to_be_visible()


def test_an_editor_sees_nothing_of_applicants(site: RunningSite, browser: Browser) -> None:
    editor = Officer(site, browser, "editor")
    answer = editor.page.goto(f"{site.origin}/staff/applications/")
    assert answer.status == 404
