"""Step 7 of the policy: provide the service."""

from django.utils import timezone

from forms_flow.domain.engine import moving
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person


def deliver(*, application: Application, actor: Person, row_version: int) -> Application:
    """Record that the service was provided; whoever was handed it has been told the result as well."""
    with moving("deliver", application=application, actor=actor, row_version=row_version) as row:
        row.told_at = row.told_at or timezone.now()
    return row
