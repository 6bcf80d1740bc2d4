"""Step 2 of the policy: are the details and documents complete?"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from forms_flow.domain.engine import moving
from forms_flow.domain.errors import MissingInputError
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.casework import CompletionRequest
from forms_flow.records.drafts import StoredFile
from forms_flow.records.staff import Person

DEFAULT_DAYS = 7


def ask_for_completion(  # noqa: PLR0913 - what was asked, of whom, by whom
    *,
    application: Application,
    actor: Person,
    row_version: int,
    documents: Sequence[str],
    message: str,
    days: int = DEFAULT_DAYS,
) -> Application:
    """Tell the applicant what is missing, by question key and in plain words; the clock pauses until it is sent."""
    if not documents and not message.strip():
        raise MissingInputError("message")
    with moving("ask", application=application, actor=actor, row_version=row_version) as row:
        CompletionRequest.objects.create(
            application=row,
            documents=list(documents),
            message=message.strip(),
            deadline=timezone.now() + timedelta(days=days),
        )
    return row


def open_request(application: Application) -> CompletionRequest | None:
    """Return what the applicant is being asked for, if anything."""
    return application.completion_requests.filter(answered_at=None).last()


def complete(
    *,
    application: Application,
    actor: Person | str = history.APPLICANT,
    row_version: int,
    files: Mapping[str, Sequence[UUID]],
    reply: str,
) -> Application:
    """Take what the applicant sends: new files by question key, and words. The clock goes on.

    The files' rows already exist and belong to the application. Raises MissingInputError when nothing was sent.
    """
    if not any(files.values()) and not reply.strip():
        raise MissingInputError("reply")
    with moving("complete", application=application, actor=actor, row_version=row_version) as row:
        for key, ids in files.items():
            StoredFile.objects.filter(application=row, pk__in=ids).update(question_key=key)
        row.completion_requests.filter(answered_at=None).update(answered_at=timezone.now())
        _keep_reply(row, reply.strip())
        sent = sum(len(ids) for ids in files.values())
        history.append(row, history.Action.COMPLETED, actor=actor, data={"files": sent})
    return row


def _keep_reply(application: Application, reply: str) -> None:
    request = application.completion_requests.last()
    if request and reply:
        request.reply = reply
        request.save(update_fields=["reply"])
