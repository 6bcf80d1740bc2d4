"""The applicant may take the application back; time may run out on an incomplete one."""

from django.utils import timezone

from forms_flow.domain.engine import moving
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.casework import CompletionRequest


def withdraw(*, application: Application, row_version: int) -> Application:
    """Withdraw at the applicant's wish."""
    with moving("withdraw", application=application, actor=history.APPLICANT, row_version=row_version) as row:
        pass
    return row


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
