"""Closed, full, not open yet: what people read, and that nothing they filled in is lost (req 4)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connections
from django.test import Client
from django.urls import reverse

from forms_flow.definition import Choice
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft
from forms_flow.records.openings import Opening
from forms_flow.records.versions import FormVersion
from forms_flow.wizard.gate import state_now
from forms_flow.wizard.journey import Journey
from home.dates import both_calendars, today
from tests.forms_flow import factories
from tests.forms_flow.factories import text
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, WELL, Applicant, a_choice_step, a_flow

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
SOON = today() + timedelta(days=9)
STATES = [
    ({"opens_on": SOON}, {"ar": both_calendars(SOON, "ar"), "en": both_calendars(SOON, "en")}),
    (
        {"closes_on": today() - timedelta(days=1)},
        {"ar": "باب التقديم مغلق حاليًا.", "en": "Applications are closed now."},
    ),
    ({"capacity": 0}, {"ar": "اكتمل العدد حاليًا.", "en": "All places are taken for now."}),
    ({"is_walk_in": True}, {"ar": "لا تحتاج هذه الخدمة إلى طلب.", "en": "No application is needed."}),
]
SERVICE_STEP = {"service-service": "water"}


def close(**columns: Any) -> Opening:
    name = {} if "service_key" in columns else {"flow_key": factories.FLOW_KEY}
    return Opening.objects.update_or_create(**name, defaults=columns)[0] if name else Opening.objects.create(**columns)


def a_service_flow(**changes: Any) -> Any:
    """Return a form whose first step asks for one of two services."""
    step = a_choice_step("service", "service")
    choices = tuple(Choice(key=key, label=text(key, key)) for key in ("wheelchair", "water"))
    asked = replace(step, questions=(replace(step.questions[0], choices=choices),))
    return a_flow(services=("wheelchair", "water"), steps=(asked, *a_flow().steps), **changes)


@pytest.mark.parametrize(("columns", "words"), STATES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_whoever_begins_is_told_why_not_and_what_to_do(
    version: FormVersion, language: str, columns: dict[str, Any], words: dict[str, str]
) -> None:
    """Req 4: no dead button, no 404."""
    close(**columns)
    page = Applicant(language=language)
    prefix = "" if language == "ar" else "/en"
    page.open(f"{prefix}/apply/new/{factories.FLOW_KEY}/")
    shown = page.page.main.get_text(" ", strip=True)
    assert (page.status, words[language] in shown, page.page.select("main form")) == (200, True, [])
    assert page.page.select_one("main .contact-lines") is not None


def test_a_post_begins_nothing_while_it_is_closed(version: FormVersion) -> None:
    page = Applicant()
    page.open(reverse("wizard:new", kwargs={"flow_key": factories.FLOW_KEY}))
    close(is_closed=True)
    page.send()
    assert (page.status, Draft.objects.count()) == (200, 0)


@pytest.mark.parametrize(("columns", "words"), STATES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_step_of_a_form_that_closed_meanwhile_says_so_and_the_draft_is_kept(
    version: FormVersion, language: str, columns: dict[str, Any], words: dict[str, str]
) -> None:
    """Req 4: direct address of a step -> closed page, draft kept; it goes on when it opens again."""
    applicant = Applicant(language=language).begin().answer(PERSON)
    url = applicant.url
    row = close(**columns)
    applicant.open(url)
    shown = applicant.page.main.get_text(" ", strip=True)
    until = both_calendars(applicant.draft.expires_at, language)
    assert (applicant.status, words[language] in shown, until in shown) == (200, True, True)
    assert applicant.page.select("main form") == []
    row.delete()
    assert applicant.open(url).answer(WELL, LATER, NEED).step == "check"


def test_what_was_typed_while_it_closed_is_saved(applicant: Applicant) -> None:
    row = close(is_closed=True)
    applicant.send(PERSON)
    assert applicant.page.select("main form") == []
    row.delete()
    assert applicant.open(applicant.url).step == "health"


def test_nothing_is_sent_by_a_page_of_before(applicant: Applicant) -> None:
    applicant.answer(PERSON, WELL, LATER, NEED)
    row = close(is_closed=True)
    applicant.send({"declaration": "on"})
    assert (applicant.status, Application.objects.count()) == (200, 0)
    row.delete()
    applicant.open(applicant.url).send({"declaration": "on"})
    assert (applicant.step, Application.objects.count()) == ("done", 1)


def test_the_last_place_that_another_took_is_refused_while_sending(applicant: Applicant) -> None:
    applicant.answer(PERSON, WELL, LATER, NEED)
    close(capacity=1)
    factories.an_application()
    applicant.send({"declaration": "on"})
    assert (Application.objects.count(), applicant.draft.submitted_at) == (1, None)


def test_a_trial_by_an_editor_is_never_closed(version: FormVersion) -> None:
    close(is_closed=True)
    states = [
        state_now(Journey(factories.a_draft(version=version, is_trial=is_trial), "ar", "")) for is_trial in (0, 1)
    ]
    assert [state.kind for state in states] == ["closed", "open"]


def test_a_closed_service_is_not_offered_at_the_start(version: FormVersion) -> None:
    FormVersion.objects.publish(a_service_flow())
    close(service_key="water", is_closed=True)
    page = Applicant().open(f"/en/apply/new/{factories.FLOW_KEY}/?service=water")
    assert (page.status, page.page.select("main form")) == (200, [])
    page.follow("Choose another service")
    assert page.page.select("main form") != []


def test_a_closed_service_is_marked_where_the_form_asks_and_kindly_refused(version: FormVersion) -> None:
    FormVersion.objects.publish(a_service_flow())
    applicant = Applicant(language="en").begin()
    close(service_key="water", is_closed=True)
    applicant.open(applicant.url)
    assert [item.get_text(strip=True) for item in applicant.page.select(".choice__hint")] == [
        "Applications are closed now."
    ]
    applicant.send(SERVICE_STEP)
    assert (applicant.step, applicant.mistakes) == (
        "service",
        ["service: “water” cannot be asked for now; choose another"],
    )
    assert applicant.send({"service-service": "wheelchair"}).step == "person"


def test_whoever_chose_a_service_that_closed_may_choose_another(version: FormVersion) -> None:
    FormVersion.objects.publish(a_service_flow())
    applicant = Applicant(language="en").begin().answer(SERVICE_STEP, PERSON)
    close(service_key="water", is_closed=True)
    applicant.open(applicant.url)
    assert applicant.page.select("main form") == []
    applicant.follow("Choose another service").send({"service-service": "wheelchair"})
    assert applicant.step == "health"


def test_somebody_with_an_open_application_is_shown_the_way_to_it(version: FormVersion) -> None:
    FormVersion.objects.publish(a_flow(one_open=True))
    for _time in range(2):
        applicant = Applicant().begin().answer(PERSON, WELL, LATER, NEED)
        if applicant.page.select("main form"):
            applicant.send({"declaration": "on"})
    [first] = Application.objects.all()
    assert applicant.page.select_one("output")["data-earlier"] == first.reference
    assert applicant.page.select_one(f'main a[href="{reverse("tracking:find")}"]') is not None
    assert applicant.draft.submitted_at is None


def test_nobody_learns_from_an_identity_number_that_its_owner_has_applied(version: FormVersion) -> None:
    FormVersion.objects.publish(a_flow(one_open=True))
    Applicant().begin().answer(PERSON, WELL, LATER, NEED).send({"declaration": "on"})
    other = Applicant().begin().answer({**PERSON, "person-mobile": "0509999999"}, WELL, LATER, NEED)
    assert other.send({"declaration": "on"}).step == "done"


def _send_all(applicants: list[Applicant]) -> set[tuple[int, str]]:
    forms = [{**applicant.fields(), "declaration": "on"} for applicant in applicants]

    def send(number: int) -> tuple[int, str]:
        applicant = applicants[number % len(applicants)]
        client = Client(enforce_csrf_checks=True)
        client.cookies = applicant.client.cookies.copy()
        try:
            response = client.post(applicant.url, forms[number % len(applicants)])
            return response.status_code, response.headers["Location"].rstrip("/").rsplit("/", 1)[-1]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as pool:
        return set(pool.map(send, range(20)))


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_never_take_more_places_than_there_are(version: FormVersion) -> None:
    """Req 4."""
    applicants = [Applicant().begin().answer(PERSON, WELL, LATER, NEED) for _number in range(5)]
    close(capacity=3)
    assert _send_all(applicants) == {(303, "done"), (303, "check")}
    assert Application.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_of_two_drafts_by_one_person_give_one_application(version: FormVersion) -> None:
    FormVersion.objects.publish(a_flow(one_open=True))
    applicants = [Applicant().begin().answer(PERSON, WELL, LATER, NEED) for _number in range(2)]
    assert _send_all(applicants) == {(303, "done"), (303, "check")}
    assert Application.objects.count() == 1


def test_without_codes_the_number_of_an_earlier_application_is_told_to_nobody(
    version: FormVersion, settings: LazySettings
) -> None:
    """Whoever knows an identity number and a mobile could open the whole case with it."""
    settings.SMS_BACKEND = ""
    FormVersion.objects.publish(a_flow(one_open=True))
    Applicant().begin().answer(PERSON, WELL, LATER, NEED).send({"declaration": "on"})
    again = Applicant().begin().answer(PERSON, WELL, LATER, NEED)
    [first] = Application.objects.all()
    assert (again.page.select("main form"), again.page.select("main output")) == ([], [])
    assert first.reference not in again.response.content.decode().replace("-", "")
