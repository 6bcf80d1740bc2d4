"""Looking at one document: accepted or not, how that was found out, and why."""

from forms_flow.domain import leave
from forms_flow.domain.checklist import checklist_of
from forms_flow.domain.errors import IllegalMoveError, MissingInputError
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.checks import DocumentCheck, Verdict, Verified
from forms_flow.records.staff import Person
from forms_flow.rules import Capability

LONGEST = 1000


def check_document(  # noqa: PLR0913 - what was looked at, by whom, and what came of it
    *,
    application: Application,
    actor: Person,
    document: str,
    verdict: Verdict | None,
    how: str | None = None,
    reason: str = "",
) -> DocumentCheck:
    """Record a look at a document; earlier looks and the files stay.

    Rejecting has a reason, since the applicant is asked again; so has accepting what is not needed in this case. A
    copy was seen here only if one came. The case's row version stays: nobody who looks at it has to decide anew.
    """
    leave.require(application, actor, Capability.CHECK)
    item = next((item for item in checklist_of(application) if item.question.key == document), None)
    if item is None or not application.is_open:
        message = "There is no such document, or the case has ended."
        raise IllegalMoveError(message)
    _require(verdict, how, reason.strip(), has_copy=bool(item.files))
    check = DocumentCheck.objects.create(
        application=application,
        document=document,
        verdict=verdict,
        how=(how or "") if verdict == Verdict.ACCEPTED else "",
        reason=reason.strip()[:LONGEST] or None,
        by_id=actor.pk,
    )
    data = {"document": document, "verdict": str(verdict), "how": check.how}
    history.append(application, history.Action.CHECKED, actor=actor, data=data)
    return check


def _require(verdict: Verdict | None, how: str | None, reason: str, *, has_copy: bool) -> None:
    if verdict is None:
        raise MissingInputError("verdict")
    accepted = verdict == Verdict.ACCEPTED
    if accepted and (how not in Verified.values or (how == Verified.COPY and not has_copy)):
        raise MissingInputError("how")
    if not reason and (verdict == Verdict.REJECTED or (accepted and how == Verified.NOT_NEEDED)):
        raise MissingInputError("reason")
