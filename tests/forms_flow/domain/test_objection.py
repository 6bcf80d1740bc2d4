"""An objection reopens a refused application, and somebody else decides."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forms_flow.domain.check import ask_for_completion
from forms_flow.domain.close import close
from forms_flow.domain.decide import decide
from forms_flow.domain.engine import available
from forms_flow.domain.errors import IllegalMoveError, MissingInputError, NotAllowedError
from forms_flow.domain.objection import WINDOW, last_moment, may_object, object_to
from forms_flow.enums import MessageKind, Outcome, Role, State
from forms_flow.notices.send import deliver_due
from forms_flow.records.applications import Application
from forms_flow.records.history import Event, broken_events
from forms_flow.rules import may_decide
from tests.forms_flow import factories
from tests.forms_flow.deciding import decided, proposed

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
WORDS = "تغيّر دخلي منذ أن قدّمت الطلب"


@pytest.fixture
def refused() -> Application:
    """Return an application that was not approved."""
    return decided(factories.an_application())


def objected(row: Application) -> Application:
    return object_to(application=row, row_version=row.row_version, text=WORDS)


def test_an_objection_reopens_the_application_with_a_new_due_date(refused: Application) -> None:
    """Req 62: back where applications arrive, with nobody on it, and the clock of the decision to come."""
    with time_machine.travel(timezone.now() + timedelta(days=9), tick=False):
        row = objected(refused)
        assert row.due_at > timezone.now()
    assert (row.state, row.is_open, row.outcome, row.decided_at, row.told_at) == (State.REOPENED, True, "", None, None)
    assert (row.department.is_intake, row.assignee, row.sort_due) == (True, None, row.due_at)
    message = row.messages.get()
    assert (message.kind, message.text, message.author) == (MessageKind.OBJECTION, WORDS, None)
    assert row.notices.latest("created_at").template == "objection"
    event = Event.objects.filter(application_id=row.pk).order_by("-seq")[0]
    assert (event.actor, event.from_state, event.to_state, event.data) == (
        "applicant",
        "declined",
        "reopened",
        {"move": "object"},
    )
    assert list(broken_events(row.pk)) == []


def test_a_case_closed_after_a_refusal_can_be_objected_to(refused: Application) -> None:
    officer = factories.a_user(Role.CASE_OFFICER, refused.department)
    closed = close(application=refused, actor=officer, row_version=refused.row_version)
    assert objected(closed).state == State.REOPENED


@pytest.mark.parametrize(("days", "allowed"), [(29, True), (31, False)])
def test_thirty_days_after_being_told_it_is_over(refused: Application, days: int, allowed: bool) -> None:  # noqa: FBT001 - a table
    """Counted from being told, not from the decision."""
    deliver_due()
    refused.refresh_from_db()
    assert last_moment(refused) == refused.told_at + WINDOW
    with time_machine.travel(refused.told_at + timedelta(days=days), tick=False):
        assert may_object(refused) is allowed
        if not allowed:
            with pytest.raises(IllegalMoveError):
                objected(refused)
    refused.refresh_from_db()
    assert refused.state == State.DECLINED


def test_who_was_never_told_loses_no_time(refused: Application) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=200), tick=False):
        assert (last_moment(refused), may_object(refused)) == (None, True)


@pytest.mark.parametrize("state", [state for state in State if state not in {State.DECLINED, State.CLOSED}])
def test_only_a_refusal_can_be_objected_to(state: State) -> None:
    row = factories.an_application(state=state, decided_at=timezone.now(), is_open=True)
    assert not may_object(row)
    with pytest.raises(IllegalMoveError):
        objected(row)


def test_a_case_closed_after_delivery_cannot_be_objected_to() -> None:
    row = factories.an_application(
        state=State.CLOSED, is_open=False, outcome=Outcome.APPROVED, decided_at=timezone.now()
    )
    with pytest.raises(IllegalMoveError):
        objected(row)
    row.refresh_from_db()
    assert (row.state, row.messages.count()) == (State.CLOSED, 0)


def test_an_objection_without_words_is_none(refused: Application) -> None:
    with pytest.raises(MissingInputError):
        object_to(application=refused, row_version=refused.row_version, text="  ")


def test_who_decided_before_does_not_decide_again() -> None:
    """Req 62, 74: another approver does, and sending back stays open to both."""
    studies = factories.a_department("studies")
    first, second = (factories.a_user(Role.APPROVER, studies) for _n in "ab")
    row = objected(decided(factories.an_application(), approver=first))
    row = proposed(row, Outcome.APPROVED)
    assert [move.name for move in available(row, first)] == ["send_back"]
    assert [move.name for move in available(row, second)] == ["send_back", "approve", "decline"]
    with pytest.raises(NotAllowedError):
        decide(application=row, actor=first, row_version=row.row_version, outcome=Outcome.APPROVED)
    row = decide(application=row, actor=second, row_version=row.row_version, outcome=Outcome.APPROVED)
    assert [item.outcome for item in row.decisions.all()] == [Outcome.DECLINED, Outcome.APPROVED]


def test_a_reopened_application_is_handled_like_a_received_one(refused: Application) -> None:
    row = objected(refused)
    officer = factories.a_user(Role.RELATIONS_OFFICER, row.department)
    assert [move.name for move in available(row, officer)] == ["ask", "refer", "season_end"]
    row = ask_for_completion(
        application=row, actor=officer, row_version=row.row_version, documents=[], message="ما الذي تغيّر؟"
    )
    assert row.state == State.INCOMPLETE


def test_a_late_message_of_the_first_result_does_not_count_as_telling_the_second(refused: Application) -> None:
    """Practice 9: its gateway was down until after the objection."""
    row = objected(refused)
    deliver_due()
    row.refresh_from_db()
    assert row.told_at is None


def test_the_rule_alone() -> None:
    facts = {"entered_by": None, "proposed_by": None, "two_people": True}
    assert [may_decide(person=1, decided_before=before, **facts) for before in ([], [2], [1, 2], [None])] == [
        True,
        True,
        False,
        True,
    ]
