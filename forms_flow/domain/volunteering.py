"""The coordinator's verbs: review, invite, accept, keep in reserve, not now; and volunteers who leave."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from forms_flow.conditions import plain_values
from forms_flow.domain.decide import need_reason
from forms_flow.domain.engine import moving
from forms_flow.domain.errors import NoGuardianError, NotAllowedError
from forms_flow.domain.message import write_to
from forms_flow.enums import Outcome, ScanState, Track, TraitKind
from forms_flow.fields.date import age_on
from forms_flow.notices.contact import Contact, contact_in
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.casework import Decision
from forms_flow.records.checks import DocumentCheck, Verdict
from forms_flow.records.drafts import StoredFile
from forms_flow.records.staff import Person, can
from forms_flow.records.volunteers import Volunteer, VolunteerTrait
from forms_flow.records.wording import DeclineReason
from forms_flow.rules import Capability
from home.dates import today

ADULT = 18

#: What a form asks of the guardian of somebody under 18: whatever of it is asked must be on file before acceptance.
GUARDIAN_CONSENT, GUARDIAN_PAPER = "guardian_consent", "guardian_paper"

#: The questions whose answers volunteers can be found by.
VOLUNTEER_QUESTIONS: Mapping[str, TraitKind] = {
    "areas": TraitKind.TASK,
    "safe_areas": TraitKind.TASK,
    "spoken": TraitKind.LANGUAGE,
    "availability": TraitKind.TIME,
    "opportunity": TraitKind.SEASON,
}


def review(*, application: Application, actor: Person, row_version: int) -> Application:
    """Record that the application is complete and was looked at."""
    with moving("review", application=application, actor=actor, row_version=row_version) as row:
        row.assignee = actor
    return row


def invite(*, application: Application, actor: Person, row_version: int, invitation: str) -> Application:
    """Invite to an interview; the applicant reads when and where on the tracking page."""
    with moving("interview", application=application, actor=actor, row_version=row_version) as row:
        write_to(row, actor, invitation)
    return row


def accept(*, application: Application, actor: Person, row_version: int) -> Application:
    """Accept the volunteer, who is in the list from then on.

    Raises NoGuardianError for somebody under 18 whose guardian's consent is not on file (req 83).
    """
    with moving("accept", application=application, actor=actor, row_version=row_version) as row:
        if not guardian_is_settled(row):
            raise NoGuardianError
        _decide(row, actor, Outcome.APPROVED)
        _enlist(row)
    return row


def reserve(*, application: Application, actor: Person, row_version: int) -> Application:
    """Keep the applicant in reserve until there is a place; the promised time stands still."""
    with moving("reserve", application=application, actor=actor, row_version=row_version) as row:
        pass
    return row


def not_now(
    *, application: Application, actor: Person, row_version: int, why: DeclineReason | None, reason: str = ""
) -> Application:
    """Say "not this time", with one of the listed reasons, which the applicant reads."""
    need_reason(why, reason)
    with moving("not_now", application=application, actor=actor, row_version=row_version) as row:
        _decide(row, actor, Outcome.DECLINED, why=why, reason=reason.strip())
    return row


def guardian_is_settled(application: Application) -> bool:
    """Tell whether the applicant is of age, or whatever the form asks of a guardian is on file, and something is."""
    if _is_adult(application):
        return True
    answers = application.all_answers
    asked = {question.key for question in application.flow.asked(answers)} & {GUARDIAN_CONSENT, GUARDIAN_PAPER}
    ticked = bool((answers.get(GUARDIAN_CONSENT) or {}).get("value"))
    given = {GUARDIAN_CONSENT: ticked, GUARDIAN_PAPER: GUARDIAN_PAPER in asked and _has_paper(application)}
    return bool(asked) and all(given[key] for key in asked)


def keep_contact(row: Application, contact: Contact) -> None:
    """Take over a corrected contact for the list of volunteers, where the applicant is in it."""
    volunteer = Volunteer.objects.filter(application=row).first() if row.track == Track.VOLUNTEER else None
    if volunteer:
        volunteer.contact = _kept(contact)
        volunteer.save(update_fields=["contact"])


def leave(*, volunteer: Volunteer, actor: Person) -> Volunteer:
    """Record that a volunteer is no longer available."""
    return _turn(volunteer, actor, is_available=False)


def come_back(*, volunteer: Volunteer, actor: Person) -> Volunteer:
    """Record that a volunteer is available again."""
    return _turn(volunteer, actor, is_available=True)


def _turn(volunteer: Volunteer, actor: Person, *, is_available: bool) -> Volunteer:
    visible = Application.objects.visible_to(actor).filter(pk=volunteer.application_id)
    if not can(actor, Capability.VOLUNTEERS) or not visible.exists():
        raise NotAllowedError
    with transaction.atomic():
        row = Volunteer.objects.select_for_update(of=("self",)).get(pk=volunteer.pk)
        if row.is_available == is_available:
            return row  # somebody was faster, with the same wish
        row.is_available = is_available
        row.left_at, row.left_by_id = (None, None) if is_available else (timezone.now(), actor.pk)
        row.save(update_fields=["is_available", "left_at", "left_by"])
        action = history.Action.VOLUNTEER_BACK if is_available else history.Action.VOLUNTEER_LEFT
        history.append(row.application, action, actor=actor)
    return row


def _has_paper(application: Application) -> bool:
    """Tell whether the signed consent is there: a file that was not rejected since, or the paper itself was seen."""
    papers = StoredFile.objects.filter(application=application, question_key=GUARDIAN_PAPER)
    looked = DocumentCheck.objects.filter(application=application, document=GUARDIAN_PAPER).last()
    if looked and looked.verdict == Verdict.ACCEPTED:
        return True
    if looked and looked.verdict == Verdict.REJECTED:
        papers = papers.filter(created_at__gt=looked.at)
    return papers.exclude(scan=ScanState.INFECTED).exists()


def _is_adult(application: Application) -> bool:
    """Tell by the date of birth and today; a form that asks for none takes adults."""
    asked = (question for question in application.flow.asked(application.all_answers) if question.kind == "birth_date")
    born = next((application.all_answers.get(question.key) for question in asked), None)
    return born is None or age_on(date.fromisoformat(born["value"]), today()) >= ADULT


def _decide(
    row: Application, actor: Person, outcome: Outcome, *, why: DeclineReason | None = None, reason: str = ""
) -> None:
    row.outcome, row.decided_at, row.told_at = outcome, timezone.now(), None
    Decision.objects.create(
        application=row,
        proposed_outcome=outcome,
        proposed_by=actor,
        study="",
        outcome=outcome,
        decided_by=actor,
        decided_at=row.decided_at,
        why=why,
        reason=reason,
    )


def _enlist(row: Application) -> None:
    contact = _kept(contact_in(row.flow, row.all_answers))
    volunteer = Volunteer.objects.create(application=row, name=row.display_name, contact=contact)
    VolunteerTrait.objects.bulk_create(
        VolunteerTrait(volunteer=volunteer, kind=kind, key=key) for kind, key in sorted(set(_traits(row)))
    )


def _kept(contact: Contact) -> dict[str, str]:
    return {"mobile": contact.mobile, "email": contact.email}


def _traits(row: Application) -> Iterator[tuple[TraitKind, str]]:
    for question in row.flow.asked(row.all_answers):
        if kind := VOLUNTEER_QUESTIONS.get(question.key):
            for key in plain_values(row.all_answers.get(question.key)):
                yield kind, key
