"""How much of the promised time is left, in words and with a tone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import ngettext, pgettext

from forms_flow.records.applications import Application
from home.contracts import Tone

SOON = timedelta(days=2)
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class TimeLeft:
    """What the list shows for the clock of one application."""

    words: str
    tone: Tone


def time_left(application: Application, now: datetime | None = None) -> TimeLeft | None:
    """Return the time left or overdue; None once the result is out or the case has ended."""
    if not application.is_open or application.decided_at:
        return None
    if application.paused_at:
        return TimeLeft(pgettext("clock", "Paused"), Tone.NEUTRAL)
    left = application.due_at - (now or timezone.now())
    if left < timedelta(0):
        return TimeLeft(_late(-left), Tone.BAD)
    return TimeLeft(_left(left), Tone.WARN if left <= SOON else Tone.GOOD)


def _left(span: timedelta) -> str:
    if span >= _DAY:
        return ngettext("%(count)d day left", "%(count)d days left", span // _DAY) % {"count": span // _DAY}
    if span >= _HOUR:
        return ngettext("%(count)d hour left", "%(count)d hours left", span // _HOUR) % {"count": span // _HOUR}
    minutes = max(span // _MINUTE, 1)
    return ngettext("%(count)d minute left", "%(count)d minutes left", minutes) % {"count": minutes}


def _late(span: timedelta) -> str:
    if span >= _DAY:
        return ngettext("%(count)d day late", "%(count)d days late", span // _DAY) % {"count": span // _DAY}
    hours = max(span // _HOUR, 1)
    return ngettext("%(count)d hour late", "%(count)d hours late", hours) % {"count": hours}
