"""The promised time: extending it, being told in time, reminders and escalation (policy 5, req 70)."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AbstractUser
from django.core import mail
from django.utils import timezone

from forms_flow.domain.alerts import alert_staff, put_away, unseen
from forms_flow.domain.check import ask_for_completion
from forms_flow.domain.errors import ConflictError, IllegalMoveError, MissingInputError, NotAllowedError
from forms_flow.domain.extend import extend
from forms_flow.domain.withdraw import lapse_overdue, remind_incomplete
from forms_flow.enums import Role
from forms_flow.notices.staff import mail_alerts
from forms_flow.records.applications import Application
from forms_flow.records.history import Action, Event
from forms_flow.records.promised import Alert, AlertKind, Extension
from tests.forms_flow import factories
from tests.forms_flow.deciding import decided

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
REASON = "ننتظر رد المستشفى"


@pytest.fixture
def application() -> Application:
    return factories.an_application()


@pytest.fixture
def officer(application: Application) -> AbstractUser:
    return factories.a_user(Role.RELATIONS_OFFICER, application.department, email="officer@example.org")


def longer(application: Application, actor: AbstractUser, days: int = 3, reason: str = REASON) -> Application:
    return extend(application=application, actor=actor, row_version=application.row_version, days=days, reason=reason)


def told(application: Application) -> list[str]:
    return list(application.notices.order_by("created_at").values_list("template", flat=True))


def test_an_extension_moves_the_due_time_and_tells_the_applicant(
    application: Application, officer: AbstractUser
) -> None:
    before = application.due_at
    row = longer(application, officer)
    extension = Extension.objects.get()
    assert row.due_at == row.sort_due == extension.after > before == extension.before
    assert (extension.reason, extension.by_id, told(row)) == (REASON, officer.pk, ["received", "extended"])
    event = Event.objects.get(action=Action.EXTENDED)
    assert (event.data["days"], REASON in str(event.data)) == (3, False)


def test_what_is_late_is_not_extended(application: Application, officer: AbstractUser) -> None:
    with time_machine.travel(application.due_at + timedelta(seconds=1), tick=False), pytest.raises(IllegalMoveError):
        longer(application, officer)
    assert (Extension.objects.count(), told(application)) == (0, ["received"])


def test_time_that_stands_still_or_is_over_is_not_extended(application: Application, officer: AbstractUser) -> None:
    row = ask_for_completion(application=application, actor=officer, row_version=1, documents=[], message="ناقص")
    with pytest.raises(IllegalMoveError):
        longer(row, officer)
    done = decided(factories.an_application(draft=factories.a_draft()))
    head = factories.a_user(Role.APPROVER, done.department)
    with pytest.raises(IllegalMoveError):
        longer(done, head)


@pytest.mark.parametrize(("days", "reason", "field"), [(0, REASON, "days"), (31, REASON, "days"), (3, " ", "reason")])
def test_an_extension_has_days_and_a_reason(
    application: Application, officer: AbstractUser, days: int, reason: str, field: str
) -> None:
    with pytest.raises(MissingInputError) as caught:
        longer(application, officer, days, reason)
    assert caught.value.field == field


def test_who_may_not_extend_does_not(application: Application) -> None:
    for person in (
        factories.a_user(Role.CASE_OFFICER, application.department),
        factories.a_user(Role.APPROVER, factories.a_department("elsewhere")),
        factories.a_user(Role.AUDITOR),
    ):
        with pytest.raises(NotAllowedError):
            longer(application, person)


def test_an_extension_of_an_old_page_is_refused(application: Application, officer: AbstractUser) -> None:
    row = longer(application, officer)
    with pytest.raises(ConflictError):
        extend(application=row, actor=officer, row_version=1, days=2, reason=REASON)


def test_in_time_means_told_in_time(application: Application) -> None:
    """Practice 9: a decision that nobody told is not in time."""
    due = application.due_at
    assert application.in_time is None
    application.decided_at = due - timedelta(days=1)
    with time_machine.travel(due + timedelta(hours=1), tick=False):
        assert application.in_time is False
        application.told_at = due + timedelta(minutes=1)
        assert application.in_time is False
        application.told_at = due
        assert application.in_time is True


def test_a_closed_case_whose_result_nobody_told_was_not_in_time(application: Application) -> None:
    application.is_open, application.decided_at = False, application.due_at - timedelta(days=1)
    with time_machine.travel(application.due_at + timedelta(hours=1), tick=False):
        assert application.in_time is False
        application.decided_at = None  # withdrawn or lapsed: nothing was owed
        assert application.in_time is None


def test_a_decision_that_nobody_told_is_reminded_of(application: Application, officer: AbstractUser) -> None:
    Application.objects.filter(pk=application.pk).update(decided_at=timezone.now())
    with time_machine.travel(application.due_at - timedelta(hours=3), tick=False):
        assert alert_staff() == 1
        Application.objects.filter(pk=application.pk).update(told_at=timezone.now())
    with time_machine.travel(application.due_at + timedelta(hours=3), tick=False):
        assert (alert_staff(), officer.is_active) == (0, True)


def test_time_that_stands_still_is_never_late(application: Application) -> None:
    application.paused_at = timezone.now()
    with time_machine.travel(application.due_at + timedelta(days=9), tick=False):
        assert application.in_time is None


def test_the_assignee_is_reminded_and_the_head_told_each_once(application: Application, officer: AbstractUser) -> None:
    head = factories.a_user(Role.APPROVER, application.department, email="head@example.org")
    Application.objects.filter(pk=application.pk).update(assignee=officer)
    found = []
    for moment in (timedelta(days=-2), timedelta(hours=-3), timedelta(hours=-2), timedelta(hours=1), timedelta(days=1)):
        with time_machine.travel(application.due_at + moment, tick=False):
            found.append((alert_staff(), mail_alerts()))
    assert found == [(0, 0), (1, 1), (0, 0), (1, 1), (0, 0)]
    assert [(item.kind, item.person_id) for item in Alert.objects.order_by("at")] == [
        (AlertKind.DUE_SOON, officer.pk),
        (AlertKind.OVERDUE, head.pk),
    ]
    assert [event.data["kind"] for event in Event.objects.filter(action=Action.ALERTED)] == ["due_soon", "overdue"]
    assert [message.to for message in mail.outbox] == [["officer@example.org"], ["head@example.org"]]


def test_mail_to_the_staff_says_nothing_of_the_applicant(application: Application, officer: AbstractUser) -> None:
    """Req 111: the reference, why, and the way to the case."""
    with time_machine.travel(application.due_at - timedelta(hours=1), tick=False):
        assert (alert_staff(), mail_alerts()) == (1, 1)
    [message] = mail.outbox
    whole = message.subject + message.body
    secrets = (factories.NAME, factories.MOBILE, factories.MOBILE[-9:], factories.national_id(), factories.ILLNESS)
    assert [secret for secret in secrets if secret in whole] == []
    assert (application.reference[:4] in message.subject, str(application.pk) in message.body) == (True, True)
    assert officer.is_active


def test_after_an_extension_the_new_time_is_reminded_of_again(application: Application, officer: AbstractUser) -> None:
    with time_machine.travel(application.due_at - timedelta(hours=3), tick=False):
        alert_staff()
        row = longer(application, officer)
    with time_machine.travel(row.due_at - timedelta(hours=3), tick=False):
        assert alert_staff() == 1


def test_alerts_are_put_away_by_their_own_person_only(application: Application, officer: AbstractUser) -> None:
    with time_machine.travel(application.due_at - timedelta(hours=3), tick=False):
        alert_staff()
    [alert] = unseen(officer)
    assert put_away(factories.a_user(Role.RELATIONS_OFFICER, application.department), [str(alert.pk)]) == 0
    assert (put_away(officer, [str(alert.pk)]), list(unseen(officer))) == (1, [])


def test_whoever_left_the_department_reads_no_alert(application: Application, officer: AbstractUser) -> None:
    with time_machine.travel(application.due_at - timedelta(hours=3), tick=False):
        alert_staff()
    officer.memberships.all().delete()
    assert list(unseen(officer)) == []


def test_an_applicant_is_warned_once_before_the_case_lapses(application: Application, officer: AbstractUser) -> None:
    """Policy 2: a notice some days before."""
    start = timezone.now()
    ask_for_completion(application=application, actor=officer, row_version=1, documents=[], message="ناقص", days=7)
    found = []
    for days in (1, 5.5, 6, 8):
        with time_machine.travel(start + timedelta(days=days), tick=False):
            found.append((remind_incomplete(), lapse_overdue()))
    assert found == [(0, 0), (1, 0), (0, 0), (0, 1)]
    assert told(application) == ["received", "incomplete", "completing_soon", "lapsed"]
