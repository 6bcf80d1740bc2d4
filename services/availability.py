"""Whether a service can be asked for today, and what its page must say of it (req 4)."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from home.contracts import OpeningKind, OpeningState
from home.dates import today
from home.openings import kind_on
from services.enums import ServiceState

if TYPE_CHECKING:
    from services.pages.service import ServicePage

NEEDS_NOTE = {ServiceState.CLOSED, ServiceState.FULL}


def state_on(page: "ServicePage", *, on: date) -> OpeningState:
    """Return the state on a day, as far as the page itself knows: places that ran out are counted by the forms.

    The dates rule, whether the editor chose "open" or "opens on a date"; without its date the latter waits for one.
    """
    kind = kind_on(
        on,
        opens_on=page.opens_on,
        closes_on=page.closes_on,
        is_closed=page.state == ServiceState.CLOSED,
        is_walk_in=page.state == ServiceState.WALK_IN,
        is_full=page.state == ServiceState.FULL,
    )
    if kind is OpeningKind.OPEN and page.state == ServiceState.OPENS_ON and not page.opens_on:
        kind = OpeningKind.OPENS_ON
    day = page.opens_on if kind is OpeningKind.OPENS_ON else None
    return OpeningState(kind=kind, day=day, service_key=page.key, note=page.state_note)


def current(page: "ServicePage") -> OpeningState:
    """Return the state today."""
    return state_on(page, on=today())


def faults(page: "ServicePage", *, is_demo: bool, is_taken: bool) -> Iterator[tuple[str, Any]]:
    """Yield (field, message) for each rule between fields that a complete service breaks."""
    if is_taken:
        yield "key", _("Another service has this key. Choose a different one.")
    if not page.no_documents and not len(page.documents):
        yield "documents", _("List the documents, or tick that none is needed.")
    if page.state == ServiceState.OPENS_ON and not page.opens_on:
        yield "opens_on", _("Give the date on which applications open.")
    if page.opens_on and page.closes_on and page.closes_on < page.opens_on:
        yield "closes_on", _("The last day comes before the first. Correct one of them.")
    if page.state in NEEDS_NOTE and not page.state_note.strip():
        yield "state_note", _("Say what people can do meanwhile.")
    if page.urgent and not page.urgent_note.strip():
        yield "urgent_note", _("Say what a person in danger does at once.")
    if page.is_sample and not is_demo:
        yield "is_sample", _("This is sample content. Confirm its figures and remove the mark before publishing.")
