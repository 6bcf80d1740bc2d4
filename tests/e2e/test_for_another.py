"""A son applies for his mother, on a small phone, in Arabic and without scripts (req 12, 19, 43)."""

import pytest
from playwright.sync_api import Browser

from tests.e2e.people import Applicant, Officer, a_photo, identity, national_id, wait_for
from tests.e2e.running import RunningSite
from tests.e2e.said import UMRAH
from tests.e2e.visitor import ARABIC_PHONE, Audit

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]
#: As long as a busy machine may take to print, in milliseconds.
PRINTING = 90_000
MOTHER, SISTER, AUNT = 2200001, 2200002, 2200003
FOR_MOTHER = {
    **UMRAH,
    "service": {"service": "umrah-aid"},
    "applicant": {"applicant_role": "family"},
    "helper": {"helper_name": "خالد بن أحمد الحربي", "helper_mobile": "0550000019"},
    "relation": {"relation": "child"},
    "authority": {"authority": {"tick": True}},
    "messages-to": {"messages_to": "helper"},
    "identity": {"identity": identity(MOTHER)},
    "contact": {"mobile": "0501110011"},
}


def test_a_son_applies_for_his_mother(site: RunningSite, browser: Browser, audit: Audit) -> None:
    son = Applicant(site, browser, audit, ARABIC_PHONE, "mother")
    son.begin("assistance")
    leads_to_an_exit_and_back(son)
    son.walk(FOR_MOTHER, until="household")
    reads_a_step_in_english(son)
    son.walk(FOR_MOTHER, until="companions")
    lists_companions(son)
    son.walk(FOR_MOTHER, until="documents")
    photographs_one_document(son)
    son.walk(FOR_MOTHER, until="check")
    changes_an_answer(son)
    reference = son.send()
    son.look("receipt")
    saves_a_copy(son)
    son.ask_about(reference, "0019")  # the helper's mobile: the messages go there
    son.prove()
    son.look("tracking")
    writes_to_the_staff(son)
    corrects_the_mobile(son)
    wait_for(lambda: {"+966550000019", "+966550000027"} <= set(site.texted()))
    assert "+966501110011" not in site.texted()
    the_staff_read_it(site, browser, audit, reference)
    assert son.violations == []


def leads_to_an_exit_and_back(son: Applicant) -> None:
    son.walk(FOR_MOTHER, until="residence")
    son.say(lives_in_rabigh="no")
    son.go_on()
    assert (son.step, son.heading()) == ("exit", "هذه الخدمة لسكان محافظة رابغ")
    son.look("exit")
    son.follow("Change my answer")
    assert son.page.locator('[name="residence-lives_in_rabigh"][value="no"]').is_checked()


def reads_a_step_in_english(son: Applicant) -> None:
    son.page.get_by_role("link", name="English").click()
    assert son.page.locator("html").get_attribute("lang") == "en"
    son.page.get_by_label("People in your household, including you").is_visible()
    son.look("household-in-english")
    son.page.get_by_role("link", name="العربية").click()
    assert (son.step, son.page.locator("html").get_attribute("dir")) == ("household", "rtl")


def lists_companions(son: Applicant) -> None:
    son.look("companions-none")
    add_companion(son, "Add a companion", "هند بنت أحمد الحربي", MOTHER)
    assert son.page.title().startswith(son.word("Error:"))  # that is the mother's own document
    son.look("companion-error")
    son.page.get_by_label(son.word("Number of the document")).fill(national_id(SISTER))
    son.press("Save and return to the list")
    add_companion(son, "Add another companion", "سارة بنت سالم البلادي", AUNT)
    son.look("companions-two")
    son.page.get_by_role("link", name=son.word("Change")).first.click()
    son.page.get_by_label("اسم المرافق كما في هويته").fill("هند بنت خالد الحربي")
    son.press("Save and return to the list")
    son.page.get_by_role("link", name=son.word("Remove")).last.click()
    son.look("companion-remove")
    son.press("Yes, remove")
    assert "هند بنت خالد الحربي" in son.text()
    assert "سارة" not in son.text()
    son.go_on()


def add_companion(son: Applicant, link: str, name: str, number: int) -> None:
    son.follow(link)
    page = son.page
    page.get_by_label("اسم المرافق كما في هويته").fill(name)
    page.get_by_label(son.word("National ID"), exact=True).check()
    page.get_by_label(son.word("Number of the document")).fill(national_id(number))
    page.get_by_label("أخ أو أخت").check()
    page.get_by_label(son.word("Gregorian")).check()
    for box, value in (("Day", "3"), ("Month", "4"), ("Year", "1985")):
        page.get_by_label(son.word(box), exact=True).fill(value)
    son.look("companion")
    son.press("Save and return to the list")


def photographs_one_document(son: Applicant) -> None:
    son.page.locator("input[type=file]").first.set_input_files(a_photo())
    for later in son.page.get_by_label(son.word("I will send it later")).all()[1:]:
        later.check()
    son.look("documents")
    son.go_on()
    son.follow("Previous")
    son.look("documents-kept")
    son.go_on()


def changes_an_answer(son: Applicant) -> None:
    son.look("check")
    son.page.get_by_role("link", name="اشرح احتياجك").click()
    son.say(need="لم تعتمر أمي منذ عشر سنوات.")
    son.go_on()
    assert son.step == "check"
    assert "لم تعتمر أمي منذ عشر سنوات." in son.text()


def saves_a_copy(son: Applicant) -> None:
    link = son.page.get_by_role("link", name=son.word("Save a copy (PDF)"))
    answer = son.page.request.get(son.site.origin + str(link.get_attribute("href")), timeout=PRINTING)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.body().startswith(b"%PDF-")
    with son.page.expect_download(timeout=PRINTING) as download:
        link.click()
    assert download.value.suggested_filename.endswith(".pdf")


def writes_to_the_staff(son: Applicant) -> None:
    son.page.get_by_label(son.word("Your message")).fill("هل يمكن اختيار رحلة الخميس؟")
    son.press("Send the message")
    assert "هل يمكن اختيار رحلة الخميس؟" in son.text()
    son.look("tracking-message")


def corrects_the_mobile(son: Applicant) -> None:
    son.follow("Correct the mobile or e-mail")
    son.look("contact-correct")
    son.page.get_by_label("رقم جوالك").fill("0550000027")
    son.press("Save the change")
    assert son.word("Your contact details were changed") in son.text()
    son.look("contact-corrected")


def the_staff_read_it(site: RunningSite, browser: Browser, audit: Audit, reference: str) -> None:
    officer = Officer(site, browser, audit, "relations_officer")
    officer.open(reference)
    officer.look("case-for-another")
    assert "هل يمكن اختيار رحلة الخميس؟" in officer.text()
