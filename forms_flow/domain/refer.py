"""Step 3 of the policy: refer to the competent department."""

from forms_flow.domain.engine import moving
from forms_flow.domain.errors import UndeclaredError
from forms_flow.records.applications import Application
from forms_flow.records.departments import Department
from forms_flow.records.staff import Person


def refer(*, application: Application, actor: Person, row_version: int, department: Department) -> Application:
    """Hand the complete application to the department that studies it; nobody there has taken it up yet.

    Raises UndeclaredError while the applicant has not confirmed the declaration: such a case is not complete.
    """
    with moving("refer", application=application, actor=actor, row_version=row_version) as row:
        if row.declared_at is None:
            raise UndeclaredError
        row.department = department
        row.assignee = None
    return row
