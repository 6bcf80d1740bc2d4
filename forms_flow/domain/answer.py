"""Inquiries, complaints and the like end with an answer, in writing or by word of mouth."""

from django.utils import timezone

from forms_flow.domain.engine import moving
from forms_flow.domain.errors import MissingInputError
from forms_flow.domain.message import write_to
from forms_flow.domain.note import write_note
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person


def answer(*, application: Application, actor: Person, row_version: int, answer: str) -> Application:
    """Answer in writing; the applicant reads it on the tracking page and is told that it is there."""
    if not answer.strip():
        raise MissingInputError("answer")
    with moving("answer", application=application, actor=actor, row_version=row_version) as row:
        row.decided_at, row.told_at = timezone.now(), None
        write_to(row, actor, answer.strip())
    return row


def explain(*, application: Application, actor: Person, row_version: int, explained: str) -> Application:
    """Write down that it was explained in person or by telephone: told is when it was explained, that is, now."""
    if not explained.strip():
        raise MissingInputError("explained")
    with moving("explain", application=application, actor=actor, row_version=row_version) as row:
        row.decided_at = row.told_at = timezone.now()
        write_note(row, actor, explained.strip())
    return row


def take_up(*, application: Application, actor: Person, row_version: int) -> Application:
    """Begin to look into a report, where nothing is referred to anybody else."""
    with moving("take_up", application=application, actor=actor, row_version=row_version) as row:
        row.assignee = actor
    return row
