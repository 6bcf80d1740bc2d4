"""Spam is thrown away without a word, and can be fetched back for 30 days (`moves.common.RECOVERABLE`)."""

from forms_flow.domain.engine import moving
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person


def discard(*, application: Application, actor: Person, row_version: int) -> Application:
    """Throw an application away; nobody is told."""
    with moving("discard", application=application, actor=actor, row_version=row_version) as row:
        row.assignee = None
    return row


def restore(*, application: Application, actor: Person, row_version: int) -> Application:
    """Fetch it back. Raises IllegalMoveError when it was discarded too long ago."""
    with moving("restore", application=application, actor=actor, row_version=row_version) as row:
        pass
    return row
