"""Approved, but there is no place yet."""

from forms_flow.domain.engine import moving
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person


def wait(*, application: Application, actor: Person, row_version: int) -> Application:
    """Put an approved application on the waiting list; the applicant is told."""
    with moving("wait", application=application, actor=actor, row_version=row_version) as row:
        pass
    return row


def place_free(*, application: Application, actor: Person, row_version: int) -> Application:
    """Take it off the list again, because there is a place; the applicant is told."""
    with moving("place_free", application=application, actor=actor, row_version=row_version) as row:
        pass
    return row
