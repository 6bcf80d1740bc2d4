"""From finding a service to reading the decision: applicant, officers and approver, in a real browser."""

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.people import Applicant, Officer, a_photo, identity, wait_for
from tests.e2e.running import RunningSite
from tests.e2e.said import UMRAH
from tests.e2e.visitor import ARABIC_PHONE, ENGLISH_DESKTOP, Audit, Manner

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]
#: One person for each language: nobody has two open applications for a service.
PEOPLE = {"ar": 1179827, "en": 1179828}


def find_the_service(visitor: Applicant) -> None:
    visitor.go("/")
    visitor.look("home")
    link = visitor.manner.say("عمرة ميسّرة لمحدودي الدخل", "Umrah for people of limited means")
    if not visitor.page.get_by_role("link", name=link).count():
        visitor.go("/services/")
        visitor.look("guide")
    visitor.page.get_by_role("link", name=link).first.click()
    visitor.look("service")
    visitor.follow("Apply for this service")
    assert "/apply/new/" in visitor.page.url
    visitor.look("before-you-start")
    visitor.press("Start now")


def answer_everything(visitor: Applicant) -> None:
    visitor.go_on()  # nothing answered: the errors are shown and the page stays
    expect(visitor.page.get_by_role("heading", name=visitor.word("Correct the following to continue"))).to_be_visible()
    assert visitor.page.title().startswith(visitor.word("Error:"))
    visitor.look("errors")
    visitor.walk(UMRAH, until="identity")
    identify(visitor)
    contact = {**UMRAH["contact"], "email_copy": f"{visitor.language}@example.org"}
    visitor.walk({**UMRAH, "contact": contact}, until="health-consent")
    health_opens_a_step(visitor)
    visitor.walk(UMRAH, until="documents")
    send_documents(visitor)
    visitor.walk(UMRAH, until="check")


def identify(visitor: Applicant) -> None:
    visitor.say(identity={"kind": "national_id", "number": "1101798279"})  # the check digit is wrong
    visitor.go_on()
    number = visitor.page.get_by_label(visitor.word("Number of the document"))
    assert number.input_value() == "1101798279"
    visitor.look("identity-error")
    visitor.say(identity=identity(PEOPLE[visitor.language]))
    visitor.go_on()


def health_opens_a_step(visitor: Applicant) -> None:
    """Show that the consent opens and closes the step after it."""
    visitor.say(consent_health={"tick": True})
    visitor.go_on()
    expect(visitor.page.get_by_label(visitor.manner.say("مرض مزمن", "A long-term illness"))).to_be_visible()
    visitor.look("health")
    visitor.follow("Previous")
    visitor.page.get_by_role("checkbox").uncheck()
    visitor.go_on()
    assert visitor.step == "accompanied"


def send_documents(visitor: Applicant) -> None:
    visitor.page.locator("input[type=file]").first.set_input_files(a_photo())
    for later in visitor.page.get_by_label(visitor.word("I will send it later")).all()[1:]:
        later.check()
    visitor.look("documents")
    visitor.go_on()


def check_and_send(visitor: Applicant) -> str:
    page = visitor.page
    assert visitor.heading() == visitor.word("Check your answers")
    visitor.look("check")
    names = page.locator(".summary-list__action a").all_inner_texts()
    assert len(names) == len(set(names)) >= 8  # req 52
    visitor.press("Send the application")
    assert page.title().startswith(visitor.word("Error:"))
    visitor.look("check-error")
    reference = visitor.send()
    visitor.look("receipt")
    page.reload()
    assert visitor.reference() == reference
    return reference


def track(visitor: Applicant, reference: str) -> str:
    """Ask about the application, give the code of the text message, and return what the page says."""
    visitor.ask_about(reference, "٤٢٧٨")
    visitor.look("tracking-status")
    visitor.prove()
    return visitor.text()


def propose(form: Locator) -> None:
    form.get_by_role("radio").first.check()
    form.get_by_role("textbox").fill("اطّلعت على المستندات، والدخل دون الحد المقترح.")


@pytest.mark.parametrize("manner", [ARABIC_PHONE, ENGLISH_DESKTOP], ids=["arabic-phone-no-scripts", "english-desktop"])
def test_the_whole_path(site: RunningSite, browser: Browser, audit: Audit, manner: Manner) -> None:
    visitor = Applicant(site, browser, audit, manner)
    find_the_service(visitor)
    answer_everything(visitor)
    reference = check_and_send(visitor)
    wait_for(lambda: f"{manner.language}@example.org" in [message["To"] for message in site.mailbox.messages])

    intake = Officer(site, browser, audit, "relations_officer")
    intake.open(reference)
    intake.look(f"{manner.language}-case")
    intake.move("Ask the applicant to complete", lambda form: form.get_by_role("checkbox").last.check())
    assert visitor.word("Needed from you") in track(visitor, reference)
    visitor.look("tracking-incomplete")
    for box in visitor.page.locator("input[type=file]").all():
        box.set_input_files(a_photo())
    visitor.press("Send what is missing")
    visitor.look("tracking-completed")

    intake.open(reference)
    intake.accept_documents()
    intake.move("Complete: refer for study", lambda form: form.get_by_role("radio", name="الرعاية الاجتماعية").check())
    officer = Officer(site, browser, audit, "case_officer")
    officer.open(reference)
    officer.move("Propose a decision", propose)
    approver = Officer(site, browser, audit, "approver")
    approver.open(reference)
    approver.look(f"{manner.language}-decide")
    approver.move("Approve")

    assert visitor.word("The result is out: approved", "public status") in track(visitor, reference)
    visitor.look("tracking-approved")
    assert visitor.violations == []
    assert "events hold" in site.manage("verify_history")
    site.manage("reconcile", "--json")


def test_the_inbox_lists_the_cases(site: RunningSite, browser: Browser, audit: Audit) -> None:
    intake = Officer(site, browser, audit, "relations_officer")
    intake.go("/staff/applications/")
    intake.look("inbox")
    expect(intake.page.get_by_role("heading", level=1)).to_be_visible()


def test_an_editor_sees_nothing_of_applicants(site: RunningSite, browser: Browser, audit: Audit) -> None:
    editor = Officer(site, browser, audit, "editor")
    answer = editor.page.goto(f"{site.origin}/staff/applications/")
    assert answer is not None
    assert answer.status == 404
