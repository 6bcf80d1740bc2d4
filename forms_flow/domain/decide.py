"""Step 5 of the policy: decide, and let the applicant know."""

from django.utils import timezone

from forms_flow.domain.engine import moving
from forms_flow.domain.errors import MissingInputError
from forms_flow.domain.note import write_note
from forms_flow.enums import Outcome
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person


def decide(
    *, application: Application, actor: Person, row_version: int, outcome: Outcome, reason: str = ""
) -> Application:
    """Approve or not; "not" needs a reason, which the applicant reads."""
    declined = outcome == Outcome.DECLINED
    if declined and not reason.strip():
        raise MissingInputError("reason")
    name = "decline" if declined else "approve"
    with moving(name, application=application, actor=actor, row_version=row_version) as row:
        row.outcome = Outcome(outcome)
        row.decided_at = timezone.now()
        decision = row.decisions.filter(decided_at=None).last()
        decision.outcome, decision.decided_by, decision.decided_at = row.outcome, actor, row.decided_at
        decision.reason = reason.strip()
        decision.save()
    return row


def send_back(*, application: Application, actor: Person, row_version: int, note: str) -> Application:
    """Ask for the study to be done again, and say why; the proposal stays on record, undecided no longer."""
    if not note.strip():
        raise MissingInputError("note")
    with moving("send_back", application=application, actor=actor, row_version=row_version) as row:
        row.decisions.filter(decided_at=None).update(decided_at=timezone.now(), decided_by=actor.pk)
        write_note(row, actor, note.strip())
    return row
