"""Step 5 of the policy: decide, and let the applicant know."""

from django.utils import timezone

from forms_flow.domain.engine import moving
from forms_flow.domain.errors import MissingInputError
from forms_flow.domain.note import write_note
from forms_flow.enums import Outcome
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person
from forms_flow.records.wording import DeclineReason


def decide(  # noqa: PLR0913 - what was decided and why, of what, by whom
    *,
    application: Application,
    actor: Person,
    row_version: int,
    outcome: Outcome,
    why: DeclineReason | None = None,
    reason: str = "",
) -> Application:
    """Approve or not; "not" needs one of the listed reasons, which the applicant reads, and may say more."""
    declined = outcome == Outcome.DECLINED
    if declined:
        need_reason(why, reason)
    name = "decline" if declined else "approve"
    with moving(name, application=application, actor=actor, row_version=row_version) as row:
        row.outcome = Outcome(outcome)
        row.decided_at = timezone.now()
        decision = row.decisions.filter(decided_at=None).last()
        decision.outcome, decision.decided_by, decision.decided_at = row.outcome, actor, row.decided_at
        decision.why, decision.reason = (why, reason.strip()) if declined else (None, "")
        decision.save()
    return row


def need_reason(why: DeclineReason | None, reason: str) -> None:
    """Raise MissingInputError without a reason of the list, or without words where that reason asks for them."""
    if why is None:
        raise MissingInputError("why")
    if why.needs_text and not reason.strip():
        raise MissingInputError("reason")


def send_back(*, application: Application, actor: Person, row_version: int, note: str) -> Application:
    """Ask for the study to be done again, and say why; the proposal stays on record, undecided no longer."""
    if not note.strip():
        raise MissingInputError("note")
    with moving("send_back", application=application, actor=actor, row_version=row_version) as row:
        row.decisions.filter(decided_at=None).update(decided_at=timezone.now(), decided_by=actor.pk)
        write_note(row, actor, note.strip())
    return row
