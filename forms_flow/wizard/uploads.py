"""New files of a step: looked into, sealed and stored before the draft points to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from forms_flow.definition import Question
from forms_flow.fields.forms import StepForm
from forms_flow.fields.looking import Looked
from forms_flow.fields.messages import title_of
from forms_flow.fields.upload import most_files
from forms_flow.fields.upload_field import Accepted
from forms_flow.records import floods
from forms_flow.records.drafts import Draft, StoredFile, keep_file
from forms_flow.vault import store
from forms_flow.vault.inspect.refusals import MESSAGES
from forms_flow.wizard.journey import Journey
from home.memory_uploads import files_were_too_big
from home.visitors import client_address

#: Refusals that are not the fault of one file.
TOO_MANY, NO_ROOM, REQUEST_TOO_BIG, TOO_OFTEN = "too_many", "no_room", "request_too_big", "too_often"
_OWN_MESSAGES = {
    NO_ROOM: _("the file could not be saved just now; try again in a few minutes. Your other answers are saved"),
    REQUEST_TOO_BIG: _("the files together are larger than 25 MB; send them one after another"),
    TOO_OFTEN: _(
        "many files arrived within an hour, so this one was not taken. Your other answers are saved; "
        "send it in an hour, or call us"
    ),
}


@dataclass
class Kept:
    """What one post does to a draft's files. The bytes of new rows are stored already."""

    rows: list[StoredFile] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    #: Upload question -> its new answer.
    answers: dict[str, Any] = field(default_factory=dict)
    #: Upload question -> why a file was not taken.
    refused: dict[str, str] = field(default_factory=dict)

    def write(self, draft: Draft) -> None:
        """Change the rows, inside the transaction that saves the draft; bytes that go are destroyed after it."""
        StoredFile.objects.bulk_create(self.rows)
        if not self.dropped:
            return
        going = StoredFile.objects.filter(draft=draft, pk__in=self.dropped)
        for file_id in list(going.values_list("pk", flat=True)):
            transaction.on_commit(lambda file_id=file_id: store.delete(file_id))
        going.delete()

    def undo(self) -> None:
        """Destroy the bytes of files whose rows were not written."""
        for row in self.rows:
            store.delete(row.pk)


def barred(request: HttpRequest, journey: Journey) -> str:
    """Return why no file of this post counts: some never arrived, or too many came within an hour; else nothing.

    The staff enter many applications from one office, so theirs are not counted.
    """
    if files_were_too_big(request):
        return REQUEST_TOO_BIG
    if not request.FILES or journey.draft.is_entered:
        return ""
    return "" if floods.may_upload(journey.draft.pk, client_address(request)) else TOO_OFTEN


def keep(journey: Journey, form: StepForm, asked: Sequence[Question], *, refusal: str) -> Kept:
    """Store the good files of a post, also when the step has mistakes. `refusal` is what :func:`barred` said."""
    kept = Kept()
    for question in asked:
        accepted = form.accepted(question.key)
        if accepted is not None:
            _keep_one(kept, journey, question, accepted)
            code = refusal or _refusal(form, question)
            if code:
                kept.refused.setdefault(question.key, code)
    return kept


def fresh(journey: Journey, question: Question, accepted: Accepted) -> list[Looked]:
    """Return the files that are not there yet: a double click, or a browser that went back, sends a file again."""
    there = [row for row in journey.files.values() if str(row.pk) in accepted.kept and row.question_key == question.key]
    return [looked for looked in accepted.files if not any(_is_same(row, looked.file.content) for row in there)]


def refusal_text(question: Question, code: str, language: str) -> str:
    """Return why a file was not taken, in the words of the address's language."""
    title = title_of(question, language)
    if code == TOO_MANY:
        most = most_files(question)
        text = ngettext("%(question)s: send at most %(count)d file", "%(question)s: send at most %(count)d files", most)
        return text % {"question": title, "count": most}
    return f"{title}: {_OWN_MESSAGES.get(code) or MESSAGES[code]}"


def _is_same(row: StoredFile, content: bytes) -> bool:
    try:
        return row.size == len(content) and store.get(row.pk) == content
    except FileNotFoundError:
        return False


def _keep_one(kept: Kept, journey: Journey, question: Question, accepted: Accepted) -> None:
    new: list[StoredFile] = []
    for looked in fresh(journey, question, accepted):
        try:
            new.append(keep_file(looked.file, scan=looked.scan, question_key=question.key, draft=journey.draft))
        except OSError:  # the disk is full or gone: what was stored stays, the rest is asked for again
            kept.refused[question.key] = NO_ROOM
            break
    kept.rows += new
    kept.dropped += accepted.removed
    names = [*accepted.kept, *(str(row.pk) for row in new)]
    kept.answers[question.key] = {"files": names, "later": accepted.later} if names or accepted.later else None


def _refusal(form: StepForm, question: Question) -> str:
    """Return the code of a refused file, or nothing; a missing file is told by the form itself, again and again."""
    codes = [str(error.code) for error in form.errors.as_data().get(question.key, ())]
    return next((code for code in codes if code in MESSAGES or code == TOO_MANY), "")
