"""The end of a case."""

from django.utils import timezone

from forms_flow.domain.engine import moving
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person


def close(*, application: Application, actor: Person, row_version: int) -> Application:
    """Close a case in which nothing is left to do."""
    with moving("close", application=application, actor=actor, row_version=row_version) as row:
        pass
    return row


def end_season(*, application: Application, actor: Person, row_version: int) -> Application:
    """Close what was not served before its season ended; the applicant is told."""
    with moving("season_end", application=application, actor=actor, row_version=row_version) as row:
        row.completion_requests.filter(answered_at=None).update(answered_at=timezone.now())
    return row


def no_show(*, application: Application, actor: Person, row_version: int) -> Application:
    """Close the case of somebody who did not come for the service; the applicant is told."""
    with moving("no_show", application=application, actor=actor, row_version=row_version) as row:
        pass
    return row
