"""The applicant may take the application back; time may run out on an incomplete one."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from forms_flow.domain.engine import moving
from forms_flow.notices import outbox
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.casework import CompletionRequest

#: How long before the deadline an applicant who has not answered is reminded, unless the asking was just then.
REMINDED_BEFORE, NOT_BEFORE = timedelta(days=2), timedelta(days=1)


def withdraw(*, application: Application, row_version: int) -> Application:
    """Withdraw at the applicant's wish."""
    with moving("withdraw", application=application, actor=history.APPLICANT, row_version=row_version) as row:
        pass
    return row


def remind_incomplete() -> int:
    """Remind, once, the applicants whose application is about to be closed because it is not complete."""
    now = timezone.now()
    ending = CompletionRequest.objects.filter(
        answered_at=None,
        reminded_at=None,
        deadline__gt=now,
        deadline__lte=now + REMINDED_BEFORE,
        asked_at__lte=now - NOT_BEFORE,
        application__is_open=True,
    )
    reminded = 0
    for request in ending.select_related("application"):
        with transaction.atomic():
            mine = CompletionRequest.objects.filter(pk=request.pk, reminded_at=None, answered_at=None)
            if mine.update(reminded_at=now):
                reminded += bool(outbox.queue(request.application, "completing_soon"))
    return reminded


def lapse_overdue() -> int:
    """Close the applications whose completion deadline has passed without an answer; return how many."""
    requests = CompletionRequest.objects.filter(
        answered_at=None, deadline__lt=timezone.now(), application__is_open=True
    )
    late = [request.application for request in requests.select_related("application")]
    for application in late:
        _lapse(application)
    return len(late)


def _lapse(application: Application) -> None:
    with moving("lapse", application=application, actor=history.SYSTEM, row_version=application.row_version) as row:
        row.completion_requests.filter(answered_at=None).update(answered_at=timezone.now())
