"""Whether something can be applied for on a day, and how to say it: one rule and one wording for services and forms."""

from datetime import date

from django.utils.translation import gettext as _

from home.contracts import OpeningKind, OpeningState
from home.dates import both_calendars


def kind_on(  # noqa: PLR0913 - the columns of an opening
    day: date,
    *,
    opens_on: date | None,
    closes_on: date | None,
    is_closed: bool = False,
    is_walk_in: bool = False,
    is_full: bool = False,
) -> OpeningKind:
    """Return how it stands on a day in Riyadh: a first day that has come opens it, a last day that is over closes it.

    What is over is closed, not full, and what has not begun cannot be full.
    """
    if is_walk_in:
        return OpeningKind.WALK_IN
    if is_closed or (closes_on and closes_on < day):
        return OpeningKind.CLOSED
    if opens_on and day < opens_on:
        return OpeningKind.OPENS_ON
    return OpeningKind.FULL if is_full else OpeningKind.OPEN


def reason(state: OpeningState) -> str:
    """Return why nobody can apply now, as a sentence; an empty string when they can."""
    match state.kind:
        case OpeningKind.OPENS_ON if state.day:
            return _("Applications open on %(day)s.") % {"day": both_calendars(state.day)}
        case OpeningKind.OPENS_ON:
            return _("Applications are not open yet.")
        case OpeningKind.CLOSED:
            return _("Applications are closed now.")
        case OpeningKind.FULL:
            return _("All places are taken for now.")
        case OpeningKind.WALK_IN:
            return _("No application is needed. Come to one of the places, or call.")
        case _open:
            return ""
