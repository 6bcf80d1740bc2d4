"""The long branches of the other forms: a young volunteer, a complaint without a name, coming back elsewhere."""

import pytest
from playwright.sync_api import Browser

from tests.e2e.people import Applicant, identity
from tests.e2e.running import RunningSite
from tests.e2e.said import UMRAH, birth
from tests.e2e.visitor import ARABIC_PHONE, ENGLISH_DESKTOP, Audit

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]
YOUNG = {
    "opportunity": {"opportunity": "ramadan"},
    "birth": {"birth_date": birth("10", "5", "2009")},
    "identity": {"identity": identity(3300001)},
    "name": {"full_name": "Yousef Salem Albeladi"},
    "sex": {"sex": "male"},
    "contact": {"mobile": "0502220022", "email": "yousef@example.org"},
    "guardian": {
        "guardian_name": "Salem Ahmed Albeladi",
        "guardian_relation": "father",
        "guardian_mobile": "0502220022",
    },
    "guardian-identity": {"guardian_identity": identity(3300002)},
    "guardian-consent": {"guardian_consent": {"tick": True}},
    "guardian-paper": {"guardian_paper": {"later": True}},
    "city": {"city": {"region": "SA-02", "place": "Thuwal"}},
    "transport": {"transport": "needs"},
    "availability": {"availability": ["fri-evening", "sat-evening"]},
    "dates": {},
    "safe-areas": {"safe_areas": ["guiding", "water"]},
    "documents": {"doc_identity": {"later": True}},
    "languages": {"spoken": ["en"], "language_level": "good"},
    "education": {"education": "school"},
    "platform": {"on_platform": "no"},
    "health-consent": {},
    "emergency": {"emergency_name": "Hind Salem Albeladi", "emergency_relation": "My sister"},
    "charter": {"charter": {"tick": True}},
    "consents": {"consent_process": {"tick": True}},
}
COMPLAINT = {
    "about": {"about": "staff"},
    "reference": {},
    "what": {"what_happened": "انتظرنا ساعتين عند النقطة ولم يُجب أحد."},
    "when-where": {"happened_on": birth("1", "5", "1448", "hijri"), "happened_at": "نقطة ميقات الجحفة"},
    "who": {"who": "المناوب مساء السبت", "keep_from_them": "yes"},
    "outcome": {"wanted": "تنبيه الفريق"},
    "evidence": {},
    "identify": {"identify": "anonymous"},
}


def test_a_volunteer_under_18_applies_with_the_guardian(site: RunningSite, browser: Browser, audit: Audit) -> None:
    """Req 18, 62: the safe tasks only, and a guardian who is somebody else."""
    young = Applicant(site, browser, audit, ENGLISH_DESKTOP, "young")
    young.begin("volunteer")
    young.walk(YOUNG, until="guardian")
    young.say(**YOUNG["guardian"])
    young.go_on()
    assert young.page.title().startswith("Error:")  # the applicant's own number
    young.look("guardian-error")
    young.say(guardian_mobile="0503330033")
    young.go_on()
    young.walk(YOUNG, until="safe-areas")
    assert young.page.get_by_label("Driving").count() == 0
    young.walk(YOUNG, until="emergency")
    young.say(**YOUNG["emergency"], emergency_mobile="0504440044")
    young.look("emergency")
    young.go_on()
    young.walk(YOUNG, until="check")
    young.look("check")
    assert "Salem Ahmed Albeladi" in young.text()
    young.send()
    young.look("receipt")
    assert young.violations == []


def test_a_complaint_without_a_name_is_followed_with_its_code(
    site: RunningSite, browser: Browser, audit: Audit
) -> None:
    """Req 20."""
    unknown = Applicant(site, browser, audit, ARABIC_PHONE, "unnamed")
    unknown.begin("complaint")
    unknown.walk(COMPLAINT, until="check")
    unknown.look("check")
    reference = unknown.send()
    unknown.look("receipt")
    code = unknown.page.locator("[data-follow-code]").inner_text()
    unknown.page.context.clear_cookies()
    unknown.ask_about(reference, code)
    unknown.look("tracking")
    assert unknown.heading() == "تقديم شكوى"
    assert unknown.word("Progress of your application") in unknown.text()
    assert unknown.violations == []


def test_number_and_code_open_the_draft_in_another_browser(site: RunningSite, browser: Browser, audit: Audit) -> None:
    """Req 17, 35."""
    at_home = Applicant(site, browser, audit, ARABIC_PHONE, "later")
    at_home.begin("assistance")
    at_home.walk({**UMRAH, "service": {"service": "umrah-aid"}}, until="means")
    at_home.press("Save and finish later")
    at_home.look("save")
    at_home.press("Make a number and a code")
    at_home.look("number-and-code")
    number, code = at_home.page.locator("output.reference").all_inner_texts()

    elsewhere = Applicant(site, browser, audit, ENGLISH_DESKTOP, "later")
    elsewhere.go("/apply/resume/")
    elsewhere.look("come-back")
    elsewhere.put("number", number)
    elsewhere.put("code", code)
    elsewhere.press("Find my application")
    elsewhere.look("come-back-found")
    elsewhere.press("Continue the application")
    assert elsewhere.step == "means", elsewhere.text()
    elsewhere.page.get_by_role("link", name=elsewhere.word("Previous")).click()
    assert elsewhere.page.locator('[name="first-hajj-hajj_before"][value="no"]').is_checked()
    assert elsewhere.violations == []
