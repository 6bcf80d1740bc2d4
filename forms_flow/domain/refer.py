"""Step 3 of the policy: refer to the competent department."""

from forms_flow.domain.engine import moving
from forms_flow.records.applications import Application
from forms_flow.records.departments import Department
from forms_flow.records.staff import Person


def refer(*, application: Application, actor: Person, row_version: int, department: Department) -> Application:
    """Hand the complete application to the department that studies it; nobody there has taken it up yet."""
    with moving("refer", application=application, actor=actor, row_version=row_version) as row:
        row.department = department
        row.assignee = None
    return row
