"""From draft to application."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from forms_flow.definition import Flow
from forms_flow.domain import clock, follow
from forms_flow.domain.declaration import Declaration, new_link, proof, words
from forms_flow.domain.errors import JourneyEndedError, NotAllowedError
from forms_flow.domain.openings import admit, service_of
from forms_flow.domain.reference import new_reference
from forms_flow.enums import DeclarationMode, MatchKind
from forms_flow.fields import registry
from forms_flow.notices import outbox
from forms_flow.notices.contact import contact_of, ways_to
from forms_flow.records import history
from forms_flow.records.applications import AnswerSheet, Application, split_by_class
from forms_flow.records.calendar import closed_days
from forms_flow.records.departments import Department
from forms_flow.records.drafts import Draft, StoredFile
from forms_flow.records.match import write_keys
from forms_flow.vault import store
from home.contracts import Promise, ServiceProvider, provider_of


def submit_draft(*, draft: Draft, answers: Mapping[str, Any], language: str, declaration: Declaration) -> Application:
    """Store the application with its sheets, files, search keys, first event and notices, in one transaction.

    `answers` are those of the route and no others (``Flow.settled``). Sending a draft again returns the application
    that it already became. Raises JourneyEndedError where the answers lead to an exit page, and NotOpenError or
    AlreadyOpenError when nothing can be sent now. A trial is never sent: NotAllowedError.
    """
    try:
        with transaction.atomic():
            current = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
            if current.is_trial:
                raise NotAllowedError
            sent = Application.objects.filter(draft=current).first()
            if sent is None:
                admit(current, answers)
            return sent or _store(current, answers, language, declaration)
    except IntegrityError:
        return Application.objects.get(draft=draft.pk)


def promise_of(service_key: str, language: str) -> Promise:
    """Return the answer time that the service promises."""
    facts = provider_of(ServiceProvider).service(service_key, language) if service_key else None
    return facts.promise if facts else clock.DEFAULT_PROMISE


def _store(draft: Draft, answers: Mapping[str, Any], language: str, declaration: Declaration) -> Application:
    flow = draft.version.flow
    if flow.stop(answers):
        raise JourneyEndedError
    application = _new_application(draft, flow, answers, language, declaration)
    AnswerSheet.objects.bulk_create(
        AnswerSheet(application=application, sensitivity=sensitivity, answers=sheet)
        for sensitivity, sheet in split_by_class(flow, answers).items()
    )
    _claim_files(draft, application, answers, declaration)
    write_keys(application, [(MatchKind.REFERENCE, application.reference), *search_tokens(flow, answers)])
    history.append(application, history.Action.SUBMITTED, actor=_sender(draft), to_state=application.state)
    outbox.queue(application, "received")
    _declare(application, declaration, actor=_sender(draft))
    _empty(draft, follow_code=_follow_code(application))
    return application


def _follow_code(application: Application) -> str:
    """Return a code for following the application of somebody who gave no mobile; an empty string for all others."""
    if contact_of(application).mobile:
        return ""
    code = follow.new_code()
    application.follow_digest = follow.digest(application.reference, code)
    application.save(update_fields=["follow_digest"])
    return code


def _declare(application: Application, declaration: Declaration, *, actor: str) -> None:
    """Write down a declaration that somebody took for the applicant, or send the link by which it is to be given."""
    if declaration.mode == DeclarationMode.LINK:
        token, digest = new_link(application.pk)
        application.declaration = {**application.declaration, "link": digest}
        application.save(update_fields=["declaration"])
        for medium, _ in ways_to(contact_of(application)):
            outbox.queue_one(application, "confirm", medium, token=token)
    elif declaration.mode != DeclarationMode.TICKED:
        history.append(application, history.Action.DECLARED, actor=actor, data={"mode": str(declaration.mode)})


def _new_application(
    draft: Draft, flow: Flow, answers: Mapping[str, Any], language: str, declaration: Declaration
) -> Application:
    now = timezone.now()
    received_at = draft.received_at or now  # the promise runs from the day it really came
    service = service_of(draft, answers)
    promise = promise_of(service, language)
    due_at = clock.due(received_at, promise, closed_days(*clock.horizon(received_at, promise)))
    return Application.objects.create(
        reference=_unused_reference(),
        draft=draft,
        version=draft.version,
        track=flow.track,
        service_key=service,
        language=language,
        channel=draft.channel,
        entered_by=draft.entered_by,
        department=receiving_department(flow),
        sort_due=due_at,
        due_at=due_at,
        received_at=received_at,
        entered_at=now,
        letter=draft.letter,
        declared_at=declaration.at,
        declaration_mode=declaration.mode,
        declaration=proof(declaration, words(flow, answers, language)),
        display_name=_display_name(flow, answers),
    )


def receiving_department(flow: Flow) -> Department:
    """Return where the form's applications arrive; whoever receives all others when that department is gone."""
    own = Department.objects.filter(key=flow.department).first() if flow.department else None
    return own or Department.objects.get(is_intake=True)


def _unused_reference() -> str:
    while Application.objects.filter(reference=(reference := new_reference())).exists():
        pass
    return reference


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
    StoredFile.objects.filter(draft=draft, pk__in=named).update(application=application, draft=None)
    discard_files(draft)


def discard_files(draft: Draft) -> None:
    """Destroy the files that the draft still holds: the rows now, the bytes once that is certain."""
    for file_id in list(StoredFile.objects.filter(draft=draft).values_list("pk", flat=True)):
        transaction.on_commit(lambda file_id=file_id: store.delete(file_id))
    StoredFile.objects.filter(draft=draft).delete()


def _sender(draft: Draft) -> str:
    return history.actor_name(draft.entered_by) if draft.entered_by else history.APPLICANT


def _empty(draft: Draft, *, follow_code: str) -> None:
    draft.state = {follow.KEPT_AS: follow_code} if follow_code else None
    draft.submitted_at = timezone.now()
    draft.save(update_fields=["state", "submitted_at"])
    draft.notices.filter(sent_at=None).delete()  # a reminder that has not left yet has lost its sense
