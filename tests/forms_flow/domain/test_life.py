"""An application from sending to closing, and who may do what on the way."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AbstractUser
from django.utils import timezone

from forms_flow.domain.assign import assign
from forms_flow.domain.check import ask_for_completion, complete, open_request
from forms_flow.domain.close import close
from forms_flow.domain.decide import decide, send_back
from forms_flow.domain.deliver import deliver
from forms_flow.domain.engine import available
from forms_flow.domain.errors import ConflictError, IllegalMoveError, MissingInputError, NotAllowedError
from forms_flow.domain.note import add_note
from forms_flow.domain.propose import propose
from forms_flow.domain.refer import refer
from forms_flow.domain.register import register
from forms_flow.domain.withdraw import lapse_overdue, withdraw
from forms_flow.enums import Outcome, Role, State
from forms_flow.records.applications import Application
from forms_flow.records.departments import Membership
from forms_flow.records.history import Event, broken_events
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def application() -> Application:
    return factories.an_application()


@pytest.fixture
def intake() -> AbstractUser:
    return factories.a_user(Role.RELATIONS_OFFICER, factories.a_department(), username="intake")


def in_social(role: Role, name: str) -> AbstractUser:
    return factories.a_user(role, factories.a_department("social"), username=name)


def under_study(application: Application, intake: AbstractUser) -> Application:
    return refer(
        application=application,
        actor=intake,
        row_version=application.row_version,
        department=factories.a_department("social"),
    )


def awaiting(application: Application, intake: AbstractUser, officer: AbstractUser) -> Application:
    studied = under_study(application, intake)
    return propose(
        application=studied, actor=officer, row_version=studied.row_version, outcome=Outcome.APPROVED, study="يستحق"
    )


def test_an_application_goes_all_the_way(application: Application, intake: AbstractUser) -> None:
    """Req 68."""
    officer, approver = in_social(Role.CASE_OFFICER, "officer"), in_social(Role.APPROVER, "approver")
    row = awaiting(application, intake, officer)
    row = decide(application=row, actor=approver, row_version=row.row_version, outcome=Outcome.APPROVED)
    assert (row.state, row.outcome, row.decided_at is not None) == (State.APPROVED, Outcome.APPROVED, True)
    for verb in (register, deliver, close):
        row = verb(application=row, actor=officer, row_version=row.row_version)
    assert (row.state, row.is_open) == (State.CLOSED, False)
    states = Event.objects.filter(application_id=row.pk, action="moved").values_list("to_state", flat=True)
    assert list(states) == ["under_study", "awaiting_approval", "approved", "registered", "delivered", "closed"]
    assert list(broken_events(row.pk)) == []


@pytest.mark.parametrize(("key", "reason", "missing"), [(None, "سبق له الأداء", "why"), ("other", "  ", "reason")])
def test_a_refusal_without_a_reason_is_not_possible(
    application: Application, intake: AbstractUser, key: str | None, reason: str, missing: str
) -> None:
    """One of the list, and words besides where the listed one says nothing by itself (req 62)."""
    row = awaiting(application, intake, in_social(Role.CASE_OFFICER, "officer"))
    with pytest.raises(MissingInputError) as refused:
        decide(
            application=row,
            actor=in_social(Role.APPROVER, "approver"),
            row_version=row.row_version,
            outcome=Outcome.DECLINED,
            why=factories.a_reason(key) if key else None,
            reason=reason,
        )
    row.refresh_from_db()
    assert (row.state, refused.value.field) == (State.AWAITING_APPROVAL, missing)


def test_nobody_decides_their_own_proposal(application: Application, intake: AbstractUser) -> None:
    """Req 74."""
    both = in_social(Role.CASE_OFFICER, "both")
    both.groups.add(in_social(Role.APPROVER, "other").groups.get())
    row = awaiting(application, intake, both)
    assert [move.name for move in available(row, both)] == ["send_back"]
    with pytest.raises(NotAllowedError):
        decide(application=row, actor=both, row_version=row.row_version, outcome=Outcome.APPROVED)


def test_nobody_decides_what_they_entered(application: Application, intake: AbstractUser) -> None:
    """Req 74."""
    approver = in_social(Role.APPROVER, "approver")
    Application.objects.filter(pk=application.pk).update(entered_by=approver)
    row = awaiting(application, intake, in_social(Role.CASE_OFFICER, "officer"))
    with pytest.raises(NotAllowedError):
        decide(application=row, actor=approver, row_version=row.row_version, outcome=Outcome.APPROVED)


def test_the_second_of_two_officers_is_told_of_the_first(application: Application, intake: AbstractUser) -> None:
    seen = application.row_version
    under_study(application, intake)
    with pytest.raises(ConflictError):
        ask_for_completion(application=application, actor=intake, row_version=seen, documents=[], message="ناقص")
    application.refresh_from_db()
    assert application.state == State.UNDER_STUDY


def test_a_case_of_another_department_cannot_be_moved(application: Application) -> None:
    stranger = in_social(Role.RELATIONS_OFFICER, "stranger")
    with pytest.raises(NotAllowedError):
        under_study(application, stranger)


def test_an_auditor_changes_nothing(application: Application) -> None:
    auditor = factories.a_user(Role.AUDITOR)
    assert available(application, auditor) == []
    for attempt in (
        lambda: under_study(application, auditor),
        lambda: add_note(application=application, actor=auditor, text="ملاحظة"),
        lambda: assign(application=application, actor=auditor, row_version=1, assignee=None),
    ):
        with pytest.raises(NotAllowedError):
            attempt()


def test_a_departed_employee_can_do_nothing(application: Application, intake: AbstractUser) -> None:
    """Req 113."""
    intake.is_active = False
    assert not Application.objects.visible_to(intake).exists()
    with pytest.raises(NotAllowedError):
        under_study(application, intake)


def test_the_clock_stands_still_while_the_applicant_completes(application: Application, intake: AbstractUser) -> None:
    """Req 61."""
    due = application.due_at
    row = ask_for_completion(
        application=application, actor=intake, row_version=1, documents=["id_card"], message="صورة أوضح", days=3
    )
    assert (row.state, row.paused_at is not None, open_request(row).documents) == (State.INCOMPLETE, True, ["id_card"])
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        row = complete(application=row, row_version=row.row_version, files={}, reply="أرسلتها")
    assert (row.state, row.paused_at, open_request(row)) == (State.RECEIVED, None, None)
    assert row.due_at - due >= timedelta(days=2)


def test_sending_nothing_does_not_complete(application: Application, intake: AbstractUser) -> None:
    row = ask_for_completion(application=application, actor=intake, row_version=1, documents=[], message="ما المدينة؟")
    with pytest.raises(MissingInputError):
        complete(application=row, row_version=row.row_version, files={"id_card": []}, reply=" ")


def test_an_application_that_is_not_completed_in_time_lapses(application: Application, intake: AbstractUser) -> None:
    ask_for_completion(application=application, actor=intake, row_version=1, documents=[], message="ناقص", days=7)
    assert lapse_overdue() == 0
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        assert (lapse_overdue(), lapse_overdue()) == (1, 0)
    application.refresh_from_db()
    assert (application.state, application.is_open) == (State.LAPSED, False)


def test_the_applicant_may_withdraw_an_open_application_once(application: Application) -> None:
    """Req 63."""
    row = withdraw(application=application, row_version=application.row_version)
    assert (row.state, row.is_open) == (State.WITHDRAWN, False)
    with pytest.raises(IllegalMoveError):
        withdraw(application=row, row_version=row.row_version)


def test_a_study_that_is_sent_back_can_be_proposed_again(application: Application, intake: AbstractUser) -> None:
    officer, approver = in_social(Role.CASE_OFFICER, "officer"), in_social(Role.APPROVER, "approver")
    row = awaiting(application, intake, officer)
    row = send_back(application=row, actor=approver, row_version=row.row_version, note="أين إثبات الدخل؟")
    row = propose(
        application=row, actor=officer, row_version=row.row_version, outcome=Outcome.DECLINED, study="لا يستحق"
    )
    why = factories.a_reason("helped_before")
    row = decide(application=row, actor=approver, row_version=row.row_version, outcome=Outcome.DECLINED, why=why)
    assert row.state == State.DECLINED
    assert [decision.outcome for decision in row.decisions.all()] == ["", Outcome.DECLINED]


def test_a_case_is_given_only_to_somebody_who_can_see_it(application: Application, intake: AbstractUser) -> None:
    stranger = in_social(Role.CASE_OFFICER, "stranger")
    with pytest.raises(NotAllowedError):
        assign(application=application, actor=intake, row_version=1, assignee=stranger)
    Membership.objects.create(user=stranger, department=factories.a_department())
    row = assign(application=application, actor=intake, row_version=1, assignee=stranger)
    assert row.assignee == stranger
