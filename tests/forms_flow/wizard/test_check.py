"""Check-answers, declaration, receipt."""

from datetime import timedelta

import pytest
from django.utils import timezone
from stdnum import luhn

from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft
from home.dates import both_calendars
from tests.forms_flow import factories
from tests.forms_flow.wizard.walker import ILLNESS, LATER, NEED, PERSON, UNWELL, WELL, Applicant

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def at_check(applicant: Applicant) -> Applicant:
    """Return an applicant who has answered everything."""
    return applicant.answer(PERSON, WELL, LATER, NEED)


def test_every_question_of_the_route_is_listed_as_typed_with_a_link_of_its_own(at_check: Applicant) -> None:
    """Req 30, 52."""
    assert list(at_check.answers) == [
        "الاسم الكامل",
        "الهوية",
        "رقم الجوال",
        "هل لديك حالة صحية؟",
        "صورة الهوية",
        "اشرح احتياجك",
    ]
    assert at_check.answers["رقم الجوال"] == "0501234278"
    links = [link.get_text(" ", strip=True) for link in at_check.page.select(".summary-list__action a")]
    assert len(set(links)) == len(links) == 6


def test_a_change_that_opens_nothing_returns_to_the_check(at_check: Applicant) -> None:
    """Req 17."""
    at_check.open(at_check.url.replace("/check/", "/person/?change=1")).send({"person-mobile": "٠٥٠٩٩٩٩٩٩٩"})
    assert (at_check.step, at_check.answers["رقم الجوال"]) == ("check", "٠٥٠٩٩٩٩٩٩٩")


def test_back_from_a_change_returns_to_the_check(at_check: Applicant) -> None:
    check = at_check.url
    at_check.open(str(at_check.page.select_one(".summary-list__action a")["href"]))
    assert at_check.page.select_one(".back-link")["href"] == check


def test_a_change_that_opens_a_question_asks_it_first(at_check: Applicant) -> None:
    """Req 16."""
    at_check.open(at_check.url.replace("/check/", "/health/")).send(UNWELL)
    assert at_check.step == "illness"
    assert at_check.send(ILLNESS).step == "check"


def test_answers_of_a_branch_no_longer_taken_are_not_sent_but_found_again(at_check: Applicant) -> None:
    """Req 16."""
    health = at_check.url.replace("/check/", "/health/")
    at_check.open(health).answer(UNWELL, ILLNESS).open(health).send(WELL)
    assert "اشرح حالتك" not in at_check.answers
    at_check.open(health).send(UNWELL)
    assert (at_check.step, at_check.answers["اشرح حالتك"]) == ("check", factories.ILLNESS)
    at_check.open(health).send(WELL).send({"declaration": "on"})
    assert "illness" not in Application.objects.get().answers()


def test_the_declaration_is_never_ticked_beforehand_and_must_be(at_check: Applicant) -> None:
    """Req 53."""
    box = at_check.page.select_one("input[name=declaration]")
    assert not box.has_attr("checked")
    assert at_check.page.find("label", attrs={"for": box["id"]}).get_text(strip=True) == "أقرّ بأن البيانات صحيحة"
    at_check.send()
    assert (at_check.step, len(at_check.mistakes), Application.objects.count()) == ("check", 1, 0)
    assert at_check.page.select_one(".error-summary a")["href"] == f"#{box['id']}"
    assert not at_check.page.select_one("input[name=declaration]").has_attr("checked")


def test_the_receipt_tells_the_number_and_the_day_and_comes_back_on_reload(at_check: Applicant) -> None:
    """Req 55."""
    at_check.send({"declaration": "on"})
    application = Application.objects.get()
    output = at_check.page.select_one("output")
    assert (output["data-reference"], luhn.is_valid(application.reference)) == (application.reference, True)
    assert output.bdi["dir"] == "ltr"
    assert output.get_text(strip=True).replace("-", "") == application.reference
    assert both_calendars(application.due_at, "ar") in at_check.page.get_text()
    assert "نراجع طلبك" in at_check.page.get_text()
    assert at_check.open(at_check.url).page.select_one("output")["data-reference"] == application.reference


def test_a_day_later_the_receipt_only_says_where_to_ask(at_check: Applicant) -> None:
    at_check.send({"declaration": "on"})
    Draft.objects.update(submitted_at=timezone.now() - timedelta(hours=24, seconds=1))
    at_check.open(at_check.url)
    assert (at_check.status, at_check.page.select("output")) == (200, [])
    assert Application.objects.get().reference not in at_check.page.get_text()


@pytest.mark.parametrize("name", ["person", "need", "illness", "check", "save"])
def test_going_back_after_sending_leads_to_the_receipt(at_check: Applicant, name: str) -> None:
    """Req 56."""
    at_check.send({"declaration": "on"})
    url = at_check.url.replace("/done/", f"/{name}/")
    assert at_check.open(url).step == "done"
    token = at_check.client.cookies["csrftoken"].value
    assert at_check.client.post(url, headers={"X-CSRFToken": token}).status_code == 303
