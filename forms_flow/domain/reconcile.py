"""Does the data keep every promise? Each check returns what breaks it; an empty list is good."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import timedelta

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from forms_flow.domain import follow
from forms_flow.domain.declaration import PAPER
from forms_flow.domain.message import FROM_APPLICANT
from forms_flow.domain.reference import is_reference
from forms_flow.enums import FINAL_STATES, DeclarationMode, MessageKind, NoticeState, State
from forms_flow.pages import openings
from forms_flow.records import history, triggers
from forms_flow.records.applications import Application
from forms_flow.records.casework import Message, OneTimeCode
from forms_flow.records.drafts import Draft, StoredFile
from forms_flow.records.notices import Notice
from forms_flow.vault import keyring, store
from forms_flow.vault.fields import sealed_columns

#: Housekeeping runs every minute and may rest for a weekend's repair.
_LATE = timedelta(days=3)
#: Where a case may stand whose applicant has not confirmed the declaration yet.
_UNDECLARED_STATES = frozenset({State.RECEIVED, State.INCOMPLETE}) | FINAL_STATES


def run() -> dict[str, list[str]]:
    """Return for every check the list of what breaks it; names are references or row keys, never answers."""
    return {name: list(check()) for name, check in CHECKS.items()}


def _bad_references() -> Iterator[str]:
    for reference in Application.objects.values_list("reference", flat=True).iterator():
        if not is_reference(reference):
            yield reference


def _sent_drafts_without_application() -> Iterator[str]:
    for key in Draft.objects.exclude(submitted_at=None).filter(application=None).values_list("pk", flat=True):
        yield str(key)


def _without_sheets() -> Iterator[str]:
    yield from Application.objects.filter(sheets=None).values_list("reference", flat=True)


def _without_first_event() -> Iterator[str]:
    begun = history.Event.objects.filter(seq=1).values("application_id")
    yield from Application.objects.exclude(pk__in=begun).values_list("reference", flat=True)


def _open_in_final_state() -> Iterator[str]:
    yield from Application.objects.filter(is_open=True, state__in=FINAL_STATES).values_list("reference", flat=True)
    yield from (
        Application.objects.filter(is_open=False).exclude(state__in=FINAL_STATES).values_list("reference", flat=True)
    )


def _undeclared_and_referred() -> Iterator[str]:
    unconfirmed = Application.objects.filter(declared_at=None)
    yield from unconfirmed.exclude(state__in=_UNDECLARED_STATES).values_list("reference", flat=True)


def _papers_without_file() -> Iterator[str]:
    papers = StoredFile.objects.filter(question_key=PAPER, application__isnull=False)
    said = Application.objects.filter(declaration_mode=DeclarationMode.PAPER)
    yield from said.exclude(pk__in=papers.values("application")).values_list("reference", flat=True)


def _damaged_files() -> Iterator[str]:
    for row in StoredFile.objects.iterator():
        path = store.path_of(row.pk)
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != row.checksum:
            yield str(row.pk)


def _sealed_that_do_not_open() -> Iterator[str]:
    for model, field in sealed_columns():
        rows = model.objects.exclude(**{field.attname: None}).only("pk", field.attname)
        for row in rows.iterator(chunk_size=500):
            try:
                getattr(row, field.attname)
            except keyring.CannotOpenError:
                yield f"{model.__name__} {row.pk}"


def _trials_sent() -> Iterator[str]:
    yield from Application.objects.filter(draft__is_trial=True).values_list("reference", flat=True)


def _messages_of_others() -> Iterator[str]:
    """Yield what an applicant is said to have written, though somebody of the staff is its author."""
    found = Message.objects.filter(kind__in=FROM_APPLICANT).exclude(author=None)
    yield from (f"Message {key}" for key in found.values_list("pk", flat=True))


def _messages_untold() -> Iterator[str]:
    """Yield the cases whose messages and calls are not those of the history; an objection is a move."""
    told = {history.Action.MESSAGED, history.Action.CALLED}
    events = history.Event.objects.filter(application_id=OuterRef("pk"), action__in=told).order_by()
    counted = events.values("application_id").annotate(all=Count("pk")).values("all")
    written = Count("messages", filter=~Q(messages__kind=MessageKind.OBJECTION))
    cases = Application.objects.annotate(written=written, told=Coalesce(Subquery(counted), 0))
    yield from cases.exclude(written=F("told")).values_list("reference", flat=True)


def _kept_too_long() -> Iterator[str]:
    """Yield what housekeeping should have destroyed days ago: drafts, one-time codes, codes on receipts."""
    late = timezone.now() - _LATE
    yield from (f"Draft {key}" for key in Draft.objects.filter(expires_at__lt=late).values_list("pk", flat=True))
    codes = OneTimeCode.objects.filter(expires_at__lt=late)
    yield from (f"OneTimeCode {key}" for key in codes.values_list("pk", flat=True))
    shown = Draft.objects.filter(submitted_at__lt=late - follow.SHOWN_FOR).exclude(state=None)
    yield from (f"state of draft {key}" for key in shown.values_list("pk", flat=True))


def _notices_that_still_know() -> Iterator[str]:
    """Yield the messages that are over and keep the code, link or address that was sealed for them."""
    over = Notice.objects.exclude(state=NoticeState.WAITING).exclude(extra=None)
    yield from (f"Notice {key}" for key in over.values_list("pk", flat=True))


def _stuck_notices() -> Iterator[str]:
    for key in Notice.objects.filter(state="sent", sent_at=None).values_list("pk", flat=True):
        yield str(key)


def _broken_history() -> Iterator[str]:
    for event, what in history.broken_events():
        yield f"{event.application_id} #{event.seq}: {what}"
    for head in history.broken_seals():
        yield f"seal of {head.day}"


def _doubles_with_cases() -> Iterator[str]:
    """Yield the cases that belong to an entry of the register which was merged into another one."""
    yield from Application.objects.filter(beneficiary__merged_into__isnull=False).values_list("reference", flat=True)


def _openings_astray() -> Iterator[str]:
    yield from openings.astray()


CHECKS: dict[str, Callable[[], Iterator[str]]] = {
    "references are well formed": _bad_references,
    "sent drafts have their application": _sent_drafts_without_application,
    "applications have their answers": _without_sheets,
    "applications have their first event": _without_first_event,
    "open and final states agree": _open_in_final_state,
    "cases without a declaration were not referred": _undeclared_and_referred,
    "declarations on paper have their file": _papers_without_file,
    "stored files are whole": _damaged_files,
    "sealed values open": _sealed_that_do_not_open,
    "sent notices have a time": _stuck_notices,
    "trials were never sent": _trials_sent,
    "applicants' messages are their own": _messages_of_others,
    "messages and calls stand in the history": _messages_untold,
    "what has expired is destroyed": _kept_too_long,
    "messages that are over keep no secret": _notices_that_still_know,
    "merged entries of the register have no cases": _doubles_with_cases,
    "days and places are as the pages say": _openings_astray,
    "the history holds": _broken_history,
    "the history's triggers are in place": lambda: iter(triggers.missing()),
}
