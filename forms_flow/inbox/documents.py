"""The documents of a case, by the question that asked for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms_flow.definition import say
from forms_flow.domain.checklist import Item
from forms_flow.enums import ScanState
from forms_flow.inbox.wording import SCAN_TONES, VERDICT_TONES
from forms_flow.records.applications import Application
from forms_flow.records.checks import DocumentCheck, Verdict
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


@dataclass(frozen=True, kw_only=True, repr=False)
class Document:
    """What was asked for, the files that came (none when it is still awaited), and what the staff found of it."""

    key: str
    label: str
    files: list[File]
    is_needed: bool
    is_open: bool
    verdict: str
    tone: Tone
    #: The look that counts; None while nobody has looked, or another file came since.
    check: DocumentCheck | None


def documents(items: Iterable[Item], language: str, *, may_open: bool) -> Iterator[Document]:
    """Yield the documents of the checklist, in the order of the form."""
    for item in items:
        is_of_no_need = not item.is_open and item.check is None
        yield Document(
            key=item.question.key,
            label=say(item.question.label, language),
            files=[file_of(file, may_open=may_open) for file in item.files],
            is_needed=item.question.required,
            is_open=item.is_open,
            verdict="" if is_of_no_need else str(Verdict(item.verdict).label),
            tone=VERDICT_TONES[item.verdict],
            check=item.check,
        )


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
