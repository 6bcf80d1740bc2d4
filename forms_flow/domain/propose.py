"""The study ends with a proposal."""

from forms_flow.domain.engine import moving
from forms_flow.domain.errors import MissingInputError
from forms_flow.enums import Outcome
from forms_flow.records.applications import Application
from forms_flow.records.casework import Decision
from forms_flow.records.staff import Person


def propose(*, application: Application, actor: Person, row_version: int, outcome: Outcome, study: str) -> Application:
    """Put a proposed outcome and the study behind it before the approver."""
    if not study.strip():
        raise MissingInputError("study")
    with moving("propose", application=application, actor=actor, row_version=row_version) as row:
        Decision.objects.create(
            application=row, proposed_outcome=Outcome(outcome), proposed_by=actor, study=study.strip()
        )
    return row
