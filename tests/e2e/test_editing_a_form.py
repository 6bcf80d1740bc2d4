"""Editors at work: a question worded anew, published in both languages and tried; a service closed by its date."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from tests.e2e.people import Applicant, Officer
from tests.e2e.running import RunningSite
from tests.e2e.said import UMRAH
from tests.e2e.visitor import ARABIC_PHONE, Audit

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]
BEFORE = "هل تودّ أن نرد عليك؟"
ARABIC, ENGLISH = "هل تنتظر ردًّا منا؟", "Do you expect an answer from us?"


def test_a_question_is_worded_anew_in_both_languages_and_tried(
    site: RunningSite, browser: Browser, audit: Audit
) -> None:
    """Req 85, 90."""
    editor = Officer(site, browser, audit, "editor")
    form = next(form for form in site.demo["forms"] if form["urls"]["ar"] == "/suggestion/")
    editor.go(f"/staff/forms/{form['key']}/")
    reword(editor)
    save_by(editor, "Publish in both languages")
    refuses_without_the_english(editor)
    translate(editor)
    editor.go(f"/staff/forms/{form['key']}/")
    save_by(editor, "Publish in both languages")
    editor.press("Publish in both languages")
    editor.page.wait_for_url("**/edit/")
    editor.go(f"/staff/forms/{form['key']}/")
    save_by(editor, "Try the form")
    tries_the_form(editor)


def reword(editor: Officer) -> None:
    boxes = editor.page.locator('input[name^="steps-"][name$="-label"]')
    found = boxes.evaluate_all("(boxes, text) => boxes.find((box) => box.value === text).id", BEFORE)
    editor.page.locator(f"#{found}").fill(ARABIC)


def save_by(editor: Officer, english: str) -> None:
    """Save the draft with one of the buttons behind the arrow."""
    editor.page.locator("footer [data-w-dropdown-target=toggle]").last.click()
    with editor.page.expect_navigation():
        editor.page.get_by_role("button", name=editor.word(english), exact=True).click()


def refuses_without_the_english(editor: Officer) -> None:
    editor.audit.picture(editor.page, "editor-publish-refused")
    gaps = [line for line in editor.text().splitlines() if "ينقص النص" in line]
    assert len(gaps) == 1, gaps
    assert ARABIC in gaps[0]
    publish = editor.page.get_by_role("button", name=editor.word("Publish in both languages"), exact=True)
    expect(publish).to_be_disabled()


def translate(editor: Officer) -> None:
    page = editor.page
    with page.expect_navigation():
        page.get_by_role("link", name=re.compile("الإنجليزية")).first.click()
    row = page.locator("li.incomplete").filter(has_text=ARABIC)
    row.get_by_role("button").click()
    row.locator("textarea").fill(ENGLISH)
    editor.audit.picture(page, "editor-translate")
    with page.expect_response(lambda answer: answer.request.method == "PUT"):
        row.get_by_role("button", name="حفظ").click()


def tries_the_form(editor: Officer) -> None:
    editor.audit.picture(editor.page, "editor-try")
    editor.page.locator('button[name=language][value="en"]').click()
    editor.language = "en"
    editor.walk({"kind": {"message_kind": "thanks"}, "text": {"text": "Thank you"}}, until="wants-reply")
    assert editor.page.get_by_role("radiogroup", name=ENGLISH).is_visible()
    assert "kept until" not in editor.text()  # what was tried is destroyed, and saving keeps nothing longer
    editor.look("trial")
    editor.walk({"wants-reply": {"wants_reply": "no"}}, until="check")
    editor.page.get_by_role("checkbox").check()
    editor.press("Send the application")
    assert editor.heading() == "The trial is complete"
    editor.look("trial-complete")


def test_a_service_past_its_last_day_takes_nothing_more(site: RunningSite, browser: Browser, audit: Audit) -> None:
    """Req 4: what was filled in is kept, and the page says so in both languages."""
    applicant = Applicant(site, browser, audit, ARABIC_PHONE, "closed")
    applicant.begin("assistance")
    applicant.walk({**UMRAH, "service": {"service": "mobility"}}, until="identity")
    close_yesterday(Officer(site, browser, audit, "editor"))
    applicant.page.reload()
    applicant.look("step")
    assert "طلب مساعدة" in applicant.heading()
    assert applicant.word("Your answers are kept") in applicant.text()
    applicant.page.get_by_role("link", name="English").click()
    applicant.look("step-in-english")
    assert applicant.heading() == "“Assistance application” is not open at present"
    assert "Your answers are kept" in applicant.text()
    applicant.go("/services/mobility/")
    applicant.look("service")
    assert applicant.page.get_by_role("link", name=applicant.word("Apply for this service"), exact=True).count() == 0


def close_yesterday(editor: Officer) -> None:
    """Give the service a last day that is over, as an editor does, and publish."""
    page = editor.page
    editor.go("/staff/pages/search/?q=" + "الكراسي المتحركة")
    page.get_by_role("link", name=re.compile("الكراسي المتحركة")).first.click()
    yesterday = timezone.localdate() - timedelta(days=1)
    page.locator("[name=closes_on]").fill(yesterday.isoformat())
    page.keyboard.press("Escape")
    page.locator("footer [data-w-dropdown-target=toggle]").last.click()
    with page.expect_navigation():
        page.locator("button[name=action-publish]").click()
