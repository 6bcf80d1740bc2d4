"""The applicant's own page, from receipt to result or withdrawal."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from forms_flow.domain.check import ask_for_completion
from forms_flow.domain.decide import decide
from forms_flow.domain.propose import propose
from forms_flow.domain.refer import refer
from forms_flow.enums import NoticeState, Outcome, Role, State
from forms_flow.records.applications import Application
from forms_flow.records.history import Action, Event
from forms_flow.records.staff import Person
from tests.forms_flow import factories
from tests.forms_flow.counting import own_queries

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

CASE = "/track/case/"
COMPLETE = "/track/case/complete/"
WITHDRAW = "/track/case/withdraw/"
MESSAGE = "صورة الهوية غير واضحة، أرسل صورة أوضح"
REASON = "لم تكتمل شروط الاستحقاق"
STUDY = "زيارة ميدانية ومراجعة المستندات"


def _ask(application: Application, officer: Person) -> Application:
    return ask_for_completion(
        application=application,
        actor=officer,
        row_version=Application.objects.get(pk=application.pk).row_version,
        documents=["id_card"],
        message=MESSAGE,
        days=7,
    )


def _decided(application: Application, officer: Person, outcome: Outcome, reason: str = "") -> Application:
    studies = factories.a_department("studies")
    researcher = factories.a_user(Role.CASE_OFFICER, studies)
    approver = factories.a_user(Role.APPROVER, studies)
    row = refer(application=application, actor=officer, row_version=application.row_version, department=studies)
    row = propose(application=row, actor=researcher, row_version=row.row_version, outcome=outcome, study=STUDY)
    why = factories.a_reason() if outcome == Outcome.DECLINED else None
    return decide(application=row, actor=approver, row_version=row.row_version, outcome=outcome, why=why, reason=reason)


def test_without_a_ticket_one_is_asked_who_one_is(client: Client) -> None:
    """Every address of a case leads to the door."""
    for path in (CASE, COMPLETE, WITHDRAW, "/en/track/case/"):
        answer = client.get(path)
        assert (answer.status_code, answer["Location"].endswith("/track/")) == (303, True)


def test_a_new_application_says_when_the_result_comes(owner: Client, application: Application) -> None:
    """Public words, the due date in both calendars, and nothing personal."""
    page = owner.get(CASE)
    case = page.context["case"]
    assert [(step.day, step.state) for step in case.timeline] == [
        (Event.objects.get().at, "now"),
        (application.due_at, "next"),
    ]
    assert case.due == application.due_at
    text = page.content.decode()
    for planted in (factories.NAME, factories.MOBILE, factories.national_id(), factories.ILLNESS):
        assert planted not in text


def test_tracking_speaks_the_language_of_the_address(owner: Client) -> None:
    """The ticket holds in both."""
    assert (owner.get("/en/track/case/").headers["Content-Language"], owner.get(CASE).headers["Content-Language"]) == (
        "en",
        "ar",
    )


def test_what_is_missing_stands_on_top_and_the_clock_stands_still(
    owner: Client, application: Application, officer: Person
) -> None:
    """Req 61."""
    _ask(application, officer)
    page = owner.get(CASE)
    case = page.context["case"]
    assert (case.due, case.request.message) == (None, MESSAGE)
    assert [field.label for field in page.context["form"]][:1] == ["صورة الهوية"]
    text = page.content.decode()
    assert text.index(MESSAGE) < text.index("timeline")


def test_the_result_is_read_with_its_reason_and_the_way_to_object(
    owner: Client, application: Application, officer: Person
) -> None:
    """Req 62: the study stays inside."""
    _decided(application, officer, Outcome.DECLINED, REASON)
    page = owner.get(CASE)
    text = page.content.decode()
    assert (page.context["case"].is_declined, page.context["case"].due) == (True, None)
    assert REASON in text
    assert STUDY not in text
    assert page.context["case"].decision.reason == REASON


def test_moves_that_look_the_same_outside_are_one_line(
    owner: Client, application: Application, officer: Person
) -> None:
    """Under study and awaiting approval read alike."""
    _decided(application, officer, Outcome.APPROVED)
    assert [step.state for step in owner.get(CASE).context["case"].timeline] == ["done", "done", "now"]


def test_sent_messages_are_listed(owner: Client, application: Application) -> None:
    """Only those that left."""
    application.notices.update(state=NoticeState.SENT, sent_at=timezone.now())
    assert len(owner.get(CASE).context["case"].messages) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_whatever_is_listed(
    owner: Client, application: Application, officer: Person, count: int
) -> None:
    """The application, its open request, its service, its history, what was written and its notices."""
    _ask(application, officer)
    first = application.notices.get(template="received")
    application.notices.all().delete()
    for _n in range(count):
        first.pk = uuid4()
        first.message_id, first.state, first.sent_at = str(first.pk), NoticeState.SENT, timezone.now()
        first.save(force_insert=True)
    with own_queries() as queries:
        page = owner.get(CASE)
    assert (len(page.context["case"].messages), len(queries)) == (count, 6)


def test_withdrawing_is_asked_once_more(owner: Client, application: Application) -> None:
    """Req 63: a page of its own, then the end."""
    assert owner.get(WITHDRAW).status_code == 200
    assert Application.objects.get(pk=application.pk).state == State.RECEIVED
    answer = owner.post(WITHDRAW, {"row_version": application.row_version})
    assert (answer.status_code, answer["Location"]) == (303, CASE)
    after = Application.objects.get(pk=application.pk)
    assert (after.state, after.is_open) == (State.WITHDRAWN, False)


def test_withdrawing_twice_is_kind(owner: Client, application: Application) -> None:
    """The second post finds it done."""
    for _n in range(2):
        assert owner.post(WITHDRAW, {"row_version": application.row_version}).status_code == 303
    assert Event.objects.filter(action=Action.MOVED).count() == 1


def test_a_change_meanwhile_is_shown_before_withdrawing(
    owner: Client, application: Application, officer: Person
) -> None:
    """The applicant decides again, with what is there now."""
    version = application.row_version
    _ask(application, officer)
    answer = owner.post(WITHDRAW, {"row_version": version})
    assert (answer.status_code, answer.context["conflict"]) == (409, True)
    assert Application.objects.get(pk=application.pk).state == State.INCOMPLETE


def test_a_delivered_case_cannot_be_withdrawn(owner: Client, application: Application) -> None:
    """Nothing is left to withdraw."""
    Application.objects.filter(pk=application.pk).update(state=State.DELIVERED)
    assert owner.get(WITHDRAW)["Location"] == CASE


def test_a_version_that_no_row_can_have_is_a_conflict(owner: Client, application: Application) -> None:
    """Python refuses to read so many digits."""
    assert owner.post(WITHDRAW, {"row_version": "9" * 5000}).status_code == 409
    assert Application.objects.get(pk=application.pk).state == State.RECEIVED
