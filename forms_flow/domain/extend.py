"""More time for an answer: with a reason, before the promise has run out, and never unsaid to the applicant."""

from django.utils import timezone

from forms_flow.domain import leave, office
from forms_flow.domain.engine import locked
from forms_flow.domain.errors import IllegalMoveError, MissingInputError
from forms_flow.notices import outbox
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.promised import Extension
from forms_flow.records.staff import Person
from forms_flow.rules import Capability

#: The longest extension at one time, in working days.
MOST_DAYS = 30


def may_extend(application: Application) -> bool:
    """Tell whether the promised time runs: it stands neither still nor past its end, and no result is out."""
    runs = application.is_open and application.decided_at is None and application.paused_at is None
    return runs and timezone.now() < application.due_at


def extend(*, application: Application, actor: Person, row_version: int, days: int, reason: str) -> Application:
    """Move the due time on by working days and tell the applicant, in one transaction.

    Raises IllegalMoveError where the time is over or stands still: what is late stays late.
    """
    leave.require(application, actor, Capability.EXTEND)
    if not reason.strip():
        raise MissingInputError("reason")
    if not 1 <= days <= MOST_DAYS:
        raise MissingInputError("days")
    with locked(application, row_version=row_version) as row:
        if not may_extend(row):
            message = "The promised time does not run."
            raise IllegalMoveError(message)
        before, after = row.due_at, office.later(row.due_at, days)
        Extension.objects.create(application=row, before=before, after=after, reason=reason.strip(), by_id=actor.pk)
        row.due_at = row.sort_due = after
        row.save(update_fields=["due_at", "sort_due"])  # before the notice is made: it names the new day
        data = {"before": before.isoformat(), "after": after.isoformat(), "days": days}
        history.append(row, history.Action.EXTENDED, actor=actor, data=data)
        outbox.queue(row, "extended")
    return row
