"""The words and tones of the staff's screens."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms_flow.enums import NoticeState, ScanState, State
from forms_flow.records.checks import Verdict
from home.contracts import Tone

#: How a state looks; the words beside the colour say the same.
STATE_TONES: Mapping[str, Tone] = {
    State.RECEIVED: Tone.INFO,
    State.INCOMPLETE: Tone.WARN,
    State.UNDER_STUDY: Tone.INFO,
    State.AWAITING_APPROVAL: Tone.WARN,
    State.APPROVED: Tone.GOOD,
    State.DECLINED: Tone.BAD,
    State.WAITING_LIST: Tone.WARN,
    State.REGISTERED: Tone.GOOD,
    State.DELIVERED: Tone.GOOD,
    State.REVIEWED: Tone.INFO,
    State.INTERVIEW: Tone.WARN,
    State.ACCEPTED: Tone.GOOD,
    State.RESERVE: Tone.WARN,
    State.NOT_NOW: Tone.BAD,
    State.ANSWERED: Tone.GOOD,
}

NOTICE_TONES: Mapping[str, Tone] = {
    NoticeState.WAITING: Tone.WARN,
    NoticeState.SENT: Tone.GOOD,
    NoticeState.FAILED: Tone.BAD,
}

VERDICT_TONES: Mapping[str, Tone] = {
    Verdict.ACCEPTED: Tone.GOOD,
    Verdict.REJECTED: Tone.BAD,
    Verdict.OPEN: Tone.WARN,
}

SCAN_TONES: Mapping[str, Tone] = {
    ScanState.CLEAN: Tone.GOOD,
    ScanState.PENDING: Tone.WARN,
    ScanState.INFECTED: Tone.BAD,
}

#: Why a masked answer is shown. A closed list: the history keeps the key, and never free text about a person.
REVEAL_REASONS: Mapping[str, Promise] = {
    "check": _("To compare it with a document"),
    "study": _("To study the application"),
    "contact": _("To reach the applicant"),
    "register": _("To complete the registration or the delivery"),
    "request": _("At the applicant's request"),
}
