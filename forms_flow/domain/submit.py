"""From draft to application."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from forms_flow.definition import Flow
from forms_flow.domain import clock, follow, office
from forms_flow.domain.declaration import Declaration, new_link, proof, words
from forms_flow.domain.errors import JourneyEndedError, NotAllowedError
from forms_flow.domain.openings import admit, service_of
from forms_flow.domain.reference import new_reference
from forms_flow.enums import DeclarationMode, MatchKind
from forms_flow.fields import registry
from forms_flow.notices import outbox
from forms_flow.notices.contact import Contact, contact_in, ways_to
from forms_flow.records import history
from forms_flow.records.applications import AnswerSheet, Application, split_by_class
from forms_flow.records.departments import receiving
from forms_flow.records.drafts import Draft, StaleDraftError, StoredFile
from forms_flow.records.match import write_keys
from forms_flow.records.versions import flow_of
from forms_flow.vault import store
from home.contracts import Promise, ServiceProvider, provider_of


def submit_draft(*, draft: Draft, answers: Mapping[str, Any], language: str, declaration: Declaration) -> Application:
    """Store the application with its sheets, files, search keys, first event and notices, in one transaction.

    `answers` are those of the route and no others (``Flow.settled``). Sending a draft again returns the application
    that it already became. Raises JourneyEndedError where the answers lead to an exit page, NotOpenError or
    AlreadyOpenError when nothing can be sent now, and StaleDraftError when the draft was saved since it was read. A
    trial is never sent: NotAllowedError.
    """
    try:
        with transaction.atomic():
            return _send(draft, answers, language, declaration)
    except IntegrityError:
        sent = Application.objects.filter(draft=draft.pk).first()
        if sent:
            return sent
    with transaction.atomic():  # once in a very long while the new reference was taken already
        return _send(draft, answers, language, declaration)


def promise_of(service_key: str, language: str) -> Promise:
    """Return the answer time that the service promises."""
    facts = provider_of(ServiceProvider).service(service_key, language) if service_key else None
    return facts.promise if facts else clock.DEFAULT_PROMISE


def _send(draft: Draft, answers: Mapping[str, Any], language: str, declaration: Declaration) -> Application:
    flow = flow_of(draft.version_id)
    if draft.is_trial:
        raise NotAllowedError
    contact = contact_in(flow, answers)
    code = "" if contact.mobile else follow.new_code()
    if not _claim(draft, code):
        return _sent_already(draft)
    if flow.stop(answers):
        raise JourneyEndedError
    admit(draft, answers)
    application = _new_application(draft, answers, language, declaration, code)
    _store(draft, application, answers, declaration)
    history.begin(application, history.Action.SUBMITTED, actor=_sender(draft), to_state=application.state)
    outbox.queue(application, "received", contact=contact)
    _declare(application, declaration, contact, actor=_sender(draft))
    return application


def _claim(draft: Draft, follow_code: str) -> bool:
    """Mark the draft as sent and empty it, if nobody sent or saved it since it was read; tell whether that was so.

    Being first in the transaction, this also makes everybody else who sends the same draft wait.
    """
    emptied = Draft(pk=draft.pk, submitted_at=timezone.now())
    emptied.state = {follow.KEPT_AS: follow_code} if follow_code else None
    values = {name: Draft._meta.get_field(name).pre_save(emptied, False) for name in ("state", "submitted_at")}  # noqa: SLF001
    mine = Draft.objects.filter(pk=draft.pk, row_version=draft.row_version, submitted_at=None)
    if draft.reminded_at or draft.wants_reminder:
        draft.notices.filter(sent_at=None).delete()  # one that has not left yet has lost its sense
    return bool(mine.update(**values))


def _sent_already(draft: Draft) -> Application:
    """Return what became of the draft. Raises StaleDraftError when it was not sent but saved by somebody else."""
    sent = Application.objects.filter(draft=draft.pk).first()
    if sent is None:
        raise StaleDraftError
    return sent


def _store(draft: Draft, application: Application, answers: Mapping[str, Any], declaration: Declaration) -> None:
    flow = application.flow
    AnswerSheet.objects.bulk_create(
        AnswerSheet(application=application, sensitivity=sensitivity, answers=sheet)
        for sensitivity, sheet in split_by_class(flow, answers).items()
    )
    _claim_files(draft, application, answers, declaration)
    write_keys(application, [(MatchKind.REFERENCE, application.reference), *search_tokens(flow, answers)])


def _declare(application: Application, declaration: Declaration, contact: Contact, *, actor: str) -> None:
    """Write down a declaration that somebody took for the applicant, or send the link by which it is to be given."""
    if declaration.mode == DeclarationMode.LINK:
        token, digest = new_link(application.pk)
        application.declaration = {**application.declaration, "link": digest}
        application.save(update_fields=["declaration"])
        for medium, _ in ways_to(contact):
            outbox.queue_one(application, "confirm", medium, token=token)
    elif declaration.mode != DeclarationMode.TICKED:
        history.append(application, history.Action.DECLARED, actor=actor, data={"mode": str(declaration.mode)})


def _new_application(
    draft: Draft, answers: Mapping[str, Any], language: str, declaration: Declaration, follow_code: str
) -> Application:
    """Return the new row; `follow_code` is for somebody who gave no mobile, whose last digits would do."""
    flow, now = flow_of(draft.version_id), timezone.now()
    received_at = draft.received_at or now  # the promise runs from the day it really came
    service = service_of(draft, answers)
    promise = promise_of(service, language)
    due_at = office.due(received_at, promise)
    reference = new_reference()
    return Application.objects.create(
        reference=reference,
        draft=draft,
        version_id=draft.version_id,
        track=flow.track,
        service_key=service,
        language=language,
        channel=draft.channel,
        entered_by=draft.entered_by,
        department_id=receiving(flow.department),
        sort_due=due_at,
        due_at=due_at,
        received_at=received_at,
        entered_at=now,
        letter=draft.letter,
        declared_at=declaration.at,
        declaration_mode=declaration.mode,
        declaration=proof(declaration, words(flow, answers, language)),
        display_name=_display_name(flow, answers),
        follow_digest=follow.digest(reference, follow_code) if follow_code else None,
    )


def _display_name(flow: Flow, answers: Mapping[str, Any]) -> str:
    """Return the applicant's own name; names asked for as somebody else's, such as a helper's, do not count."""
    asked = (question for question in flow.asked(answers) if question.kind == "full_name")
    named = (answers.get(question.key) for question in asked if question.options.get("autocomplete") != "off")
    return next((answer["value"] for answer in named if answer), "")


def search_tokens(flow: Flow, answers: Mapping[str, Any]) -> Iterator[tuple[MatchKind, str]]:
    """Yield what the staff can find the application by, in normal form: identity numbers, mobiles, words of names."""
    for question in flow.asked(answers):
        if question.key in answers:
            yield from registry.kind(question.kind).tokens(question, answers[question.key])


def _claim_files(draft: Draft, application: Application, answers: Mapping[str, Any], declaration: Declaration) -> None:
    named = {name for answer in answers.values() if isinstance(answer, Mapping) for name in answer.get("files", ())}
    named |= set(declaration.papers)
    if named:
        StoredFile.objects.filter(draft=draft, pk__in=named).update(application=application, draft=None)
    if takes_files(application.flow) or draft.is_entered:
        discard_files(draft)


def takes_files(flow: Flow) -> bool:
    """Tell whether any question of the form is answered with files."""
    return any(registry.kind(question.kind).has_files for step in flow.steps for question in step.questions)


def discard_files(draft: Draft) -> None:
    """Destroy the files that the draft still holds: the rows now, the bytes once that is certain."""
    left = list(StoredFile.objects.filter(draft=draft).values_list("pk", flat=True))
    for file_id in left:
        transaction.on_commit(lambda file_id=file_id: store.delete(file_id))
    if left:
        StoredFile.objects.filter(pk__in=left).delete()


def _sender(draft: Draft) -> str:
    return history.actor_name(draft.entered_by) if draft.entered_by else history.APPLICANT
