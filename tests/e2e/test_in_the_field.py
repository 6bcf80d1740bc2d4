"""A field representative enters an application for somebody who has no telephone at hand (req 45, 46)."""

import pytest
from playwright.sync_api import Browser

from tests.e2e.people import Officer, identity
from tests.e2e.running import RunningSite
from tests.e2e.said import UMRAH
from tests.e2e.visitor import PHONE, Audit

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]
KIT = {
    **UMRAH,
    "service": {"service": "ihram-kit"},
    "kit-before": {"kit_received": "no"},
    "identity": {"identity": identity(4400001)},
    "contact": {"mobile": "0505550055"},
    "place": {"location": "استراحة طريق الساحل"},
    "size": {"kit_size": "large"},
    "collection": {"collect_at": "road"},
}


def test_a_field_representative_enters_an_application(site: RunningSite, browser: Browser, audit: Audit) -> None:
    representative = Officer(site, browser, audit, "field_representative", viewport=PHONE)
    representative.go("/staff/applications/enter/")
    representative.look("enter")
    representative.page.get_by_label("طلب مساعدة", exact=True).check()
    representative.press("Start the form")
    representative.look("first-step")
    representative.walk(KIT, until="documents")
    for later in representative.page.get_by_label(representative.word("I will send it later")).all():
        later.check()
    representative.go_on()
    representative.walk(KIT, until="check")
    representative.look("check")
    representative.press("Send the application")
    assert representative.page.title().startswith(representative.word("Error:"))  # how was it declared?
    representative.look("check-error")
    representative.page.get_by_label(representative.word("Read by telephone")).check()
    representative.look("by-telephone")
    representative.press("Send the application")
    representative.look("receipt")
    reference = representative.reference()

    officer = Officer(site, browser, audit, "relations_officer")
    officer.open(reference)
    officer.look("case-from-the-field")
    said = officer.text()
    assert officer.word("Field representative") in said
    assert officer.word("Read by telephone") in said
    assert said.count("مندوب الجمعية الميداني") >= 3  # the channel, who entered it, who took the declaration
