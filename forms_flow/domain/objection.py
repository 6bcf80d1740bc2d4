"""The applicant objects: somebody who did not take the decision looks at it again."""

from datetime import datetime, timedelta

from django.utils import timezone

from forms_flow.domain import office
from forms_flow.domain.engine import moving
from forms_flow.domain.errors import IllegalMoveError, MissingInputError
from forms_flow.domain.moves import from_state
from forms_flow.domain.submit import promise_of
from forms_flow.enums import MessageKind, Outcome
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.casework import Message
from forms_flow.records.departments import receiving

#: How long after being told an applicant may object. Who was never told loses no time.
WINDOW = timedelta(days=30)
LONGEST = 4000


def last_moment(application: Application) -> datetime | None:
    """Return until when an objection is taken; None while the applicant has not been told."""
    return application.told_at + WINDOW if application.told_at else None


def may_object(application: Application) -> bool:
    """Tell whether there is a refusal to object to, and still time for it."""
    ways = from_state(application.track, application.state)
    if application.outcome != Outcome.DECLINED or all(move.name != "object" for move in ways):
        return False
    until = last_moment(application)
    return until is None or timezone.now() <= until


def object_to(*, application: Application, row_version: int, text: str) -> Application:
    """Reopen a refused application with the applicant's reasons: a new due date, back where applications arrive.

    The first decision stays on record; outcome and times of the row are those of the decision to come.
    """
    if not text.strip():
        raise MissingInputError("text")
    with moving("object", application=application, actor=history.APPLICANT, row_version=row_version) as row:
        if not may_object(row):
            message = "There is no refusal, or its time is over."
            raise IllegalMoveError(message)
        Message.objects.create(application=row, kind=MessageKind.OBJECTION, text=text.strip()[:LONGEST])
        row.outcome, row.decided_at, row.told_at = "", None, None
        row.department_id, row.assignee = receiving(row.flow.department), None
        row.due_at = row.sort_due = _new_due(row)
    return row


def _new_due(row: Application) -> datetime:
    return office.due(timezone.now(), promise_of(row.service_key, row.language))
