"""Before the first step."""

from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.test import Client

from forms_flow.definition import SERVICE_QUESTION
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft
from forms_flow.records.versions import FormVersion
from forms_flow.wizard import start
from home.contracts import Promise, PromiseUnit, ServiceFacts
from tests.forms_flow import factories
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, WELL, Applicant, a_choice_step, a_flow

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
URL = f"/apply/new/{factories.FLOW_KEY}/"


def test_the_page_says_what_is_done_with_the_answers_and_makes_nothing(version: FormVersion) -> None:
    del version
    page = Applicant().open(URL)
    assert "نستخدم بياناتك لدراسة طلبك" in page.page.get_text()
    assert Draft.objects.count() == 0


def test_the_button_makes_a_draft_of_the_current_version(version: FormVersion, applicant: Applicant) -> None:
    draft = applicant.draft
    assert (draft.version, draft.language, draft.service_key) == (version, "ar", "wheelchair")
    assert applicant.step == "person"


def test_a_draft_stays_with_its_version(applicant: Applicant, version: FormVersion) -> None:
    newer = FormVersion.objects.publish(a_flow(minutes=99))
    applicant.answer(PERSON)
    assert (applicant.draft.version, newer.number) == (version, version.number + 1)


def test_a_closed_form_says_what_to_do(version: FormVersion) -> None:
    """Req 4."""
    FormVersion.objects.close(version.flow_key)
    page = Applicant().open(URL)
    assert (page.status, page.page.select("form")) == (200, [])
    assert "طلب مساعدة" in page.heading


def test_a_form_that_never_was_is_not_found(version: FormVersion) -> None:
    del version
    assert Client().get(f"/apply/new/{uuid4()}/").status_code == 404


def test_a_post_without_a_token_is_refused(version: FormVersion) -> None:
    del version
    assert Client(enforce_csrf_checks=True).post(URL).status_code == 403
    assert Draft.objects.count() == 0


def test_a_robot_that_fills_every_control_starts_nothing(version: FormVersion) -> None:
    del version
    page = Applicant().open(URL).send({start.TRAP: "https://example.org"})
    assert (page.status, Draft.objects.count()) == (200, 0)


def test_a_flood_from_one_address_is_stopped(
    version: FormVersion, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    del version
    settings.THROTTLE = True
    monkeypatch.setattr(start, "MOST_STARTS", 2)
    statuses = [Applicant().begin().status for _ in range(3)]
    assert (statuses, Draft.objects.count()) == ([200, 200, 429], 2)
    settings.THROTTLE = False
    assert Applicant().begin().status == 200


@pytest.fixture
def _guide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the services guide know two services."""
    promise = Promise(amount=5, unit=PromiseUnit.WORKING_DAY)

    class Guide:
        def service(self, key: str, language: str) -> ServiceFacts:
            title = f"{key} ({language})"
            return ServiceFacts(
                key=key, title=title, url="/", promise=promise, documents=(), department_key="", open=True
            )

    monkeypatch.setattr(start, "provider_of", lambda _protocol: Guide())


@pytest.mark.usefixtures("_guide")
@pytest.mark.parametrize(("query", "chosen"), [("?service=water", ["water"]), ("?service=else", []), ("", [])])
def test_the_service_comes_from_the_page_that_led_here_or_is_asked_for(query: str, chosen: list[str]) -> None:
    FormVersion.objects.publish(a_flow(services=("wheelchair", "water")))
    page = Applicant().open(f"{URL}{query}").send()
    assert list(Draft.objects.values_list("service_key", flat=True)) == chosen
    assert len(page.mistakes) == (0 if chosen else 1)
    if not chosen:
        assert page.send({"service": "wheelchair"}).draft.service_key == "wheelchair"


@pytest.mark.usefixtures("_guide")
def test_the_service_stays_chosen_when_the_language_changes() -> None:
    FormVersion.objects.publish(a_flow(services=("wheelchair", "water")))
    page = Applicant().open(f"{URL}?service=water").switch_language()
    assert page.fields()["service"] == "water"


@pytest.mark.parametrize(("query", "first"), [("?service=a", "person"), ("", "service")])
def test_a_form_that_asks_for_the_service_itself_takes_it_from_the_address(
    version: FormVersion, query: str, first: str
) -> None:
    """Req 21."""
    del version
    steps = (a_choice_step("service", SERVICE_QUESTION), *a_flow().steps)
    FormVersion.objects.publish(a_flow(steps=steps, services=("a", "b", "c")))
    page = Applicant().open(f"{URL}{query}").send()
    assert page.step == first
    if first == "person":
        page.answer(PERSON, WELL, LATER, NEED)
        assert page.answers[SERVICE_QUESTION] == "a"
        page.open(page.url.replace("/check/", "/service/")).send({"service-service": "b"}).send({"declaration": "on"})
        assert Application.objects.get().service_key == "b"


def test_back_from_the_first_step_offers_to_go_on(applicant: Applicant) -> None:
    first = applicant.url
    applicant.answer(PERSON).open(first)
    back = str(applicant.page.select_one(".back-link")["href"])
    applicant.open(back)
    assert applicant.open(str(applicant.page.select_one("main .alert a")["href"])).step == "health"
    assert Draft.objects.count() == 1
