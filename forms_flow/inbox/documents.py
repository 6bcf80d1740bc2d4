"""The documents of a case, by the question that asked for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms_flow.conditions import Answers
from forms_flow.definition import Flow, say
from forms_flow.enums import ScanState
from forms_flow.inbox.wording import SCAN_TONES
from forms_flow.records.applications import Application
from forms_flow.records.drafts import StoredFile
from home.contracts import Tone

_CLOSED: Mapping[str, Promise] = {
    ScanState.PENDING: _("The scanner has not looked at this document yet. It opens as soon as that is done."),
    ScanState.INFECTED: _("The virus check found this document harmful. Ask for another copy."),
}


@dataclass(frozen=True, kw_only=True, repr=False)
class File:
    """One file; without `url` it cannot be opened now or by this person."""

    name: str
    url: str
    kind: str
    size: int
    pages: int
    at: datetime
    scan: str
    tone: Tone
    #: Why nobody can open it, in a sentence.
    closed: str
    #: Where each page is shown as a picture.
    page_urls: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Document:
    """What was asked for, and the files that came; none when it is still awaited."""

    label: str
    files: list[File]


def documents(
    flow: Flow, answers: Answers, files: Sequence[StoredFile], language: str, *, may_open: bool
) -> Iterator[Document]:
    """Yield every document that the route asks for, and those that came by another way, in the order of the form."""
    asked = {question.key for question in flow.asked(answers)}
    came = {file.question_key for file in files}
    for question in (item for step in flow.steps for item in step.questions if item.kind == "upload"):
        if question.key in asked | came:
            mine = [file_of(item, may_open=may_open) for item in files if item.question_key == question.key]
            yield Document(label=say(question.label, language), files=mine)


def upload_labels(application: Application, keys: Sequence[str], language: str) -> list[str]:
    """Return the labels of the documents named by their keys."""
    questions = (application.flow.question(key) for key in keys)
    return [say(question.label, language) for question in questions if question]


def file_of(file: StoredFile, *, may_open: bool) -> File:
    """Return what the page shows of a file."""
    blocked = file.scan in _CLOSED
    is_open = may_open and not blocked
    keys = [file.application_id, file.pk]
    return File(
        name=file.name,
        url=reverse("inbox:file", args=keys) if is_open else "",
        kind=file.kind.upper(),
        size=file.size,
        pages=file.pages,
        at=file.created_at,
        scan="" if file.scan == ScanState.NOT_REQUIRED else file.get_scan_display(),
        tone=SCAN_TONES.get(file.scan, Tone.NEUTRAL),
        closed=str(_CLOSED.get(file.scan, "")),
        page_urls=[reverse("inbox:page", args=[*keys, page + 1]) for page in range(file.pages)] if is_open else [],
    )
