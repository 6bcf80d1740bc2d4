"""Step 3 of the policy: refer to the competent department."""

from django.utils import timezone

from forms_flow.domain import office
from forms_flow.domain.checklist import checklist_of
from forms_flow.domain.engine import moving
from forms_flow.domain.errors import MissingInputError, UndeclaredError
from forms_flow.domain.note import write_note
from forms_flow.domain.submit import promise_of
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.departments import Department
from forms_flow.records.staff import Person


def refer(
    *, application: Application, actor: Person, row_version: int, department: Department, override: str = ""
) -> Application:
    """Hand the complete application to the department that studies it; nobody there has taken it up yet.

    With documents still to be checked it is complete only if the officer says why: `override` becomes a note, and the
    history names the documents. Raises UndeclaredError while the applicant has not confirmed the declaration.
    """
    with moving("refer", application=application, actor=actor, row_version=row_version) as row:
        if row.declared_at is None:
            raise UndeclaredError
        _require_checked(row, actor, override.strip())
        row.department = department
        row.assignee = None
    return row


def refer_again(*, application: Application, actor: Person, row_version: int, department: Department) -> Application:
    """Hand on an inquiry whose answer left something unclear (policy, step 3): it is to be answered anew, in time."""
    with moving("unclear", application=application, actor=actor, row_version=row_version) as row:
        row.department, row.assignee = department, None
        row.decided_at = row.told_at = None
        row.due_at = row.sort_due = office.due(timezone.now(), promise_of(row.service_key, row.language))
    return row


def _require_checked(row: Application, actor: Person, override: str) -> None:
    unchecked = [item.question.key for item in checklist_of(row) if item.is_open]
    if not unchecked:
        return
    if not override:
        raise MissingInputError("override")
    note = write_note(row, actor, override)
    data = {"documents": unchecked, "note": str(note.pk)}
    history.append(row, history.Action.UNCHECKED, actor=actor, data=data)
