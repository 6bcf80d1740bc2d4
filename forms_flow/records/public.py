"""What the applicant reads for each state, and in which words on each track."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from forms_flow.enums import PublicStatus, State, Track

#: What the applicant reads for each state.
PUBLIC_STATUS: Mapping[State, PublicStatus] = {
    State.RECEIVED: PublicStatus.RECEIVED,
    State.INCOMPLETE: PublicStatus.WAITING_FOR_YOU,
    State.UNDER_STUDY: PublicStatus.UNDER_STUDY,
    State.AWAITING_APPROVAL: PublicStatus.UNDER_STUDY,
    State.APPROVED: PublicStatus.APPROVED,
    State.DECLINED: PublicStatus.DECLINED,
    State.WAITING_LIST: PublicStatus.WAITING_LIST,
    State.REGISTERED: PublicStatus.REGISTERING,
    State.DELIVERED: PublicStatus.DELIVERED,
    State.CLOSED: PublicStatus.CLOSED,
    State.WITHDRAWN: PublicStatus.WITHDRAWN,
    State.LAPSED: PublicStatus.LAPSED,
    State.REOPENED: PublicStatus.UNDER_STUDY,
    State.NO_SHOW: PublicStatus.CLOSED,
    State.SEASON_ENDED: PublicStatus.CLOSED,
    State.DISCARDED: PublicStatus.CLOSED,
    State.REVIEWED: PublicStatus.UNDER_STUDY,
    State.INTERVIEW: PublicStatus.UNDER_STUDY,
    State.ACCEPTED: PublicStatus.APPROVED,
    State.RESERVE: PublicStatus.WAITING_LIST,
    State.NOT_NOW: PublicStatus.DECLINED,
    State.ANSWERED: PublicStatus.ANSWERED,
}

#: The tracks that collect documents to be checked; the others are simply being looked into.
_CHECKED = frozenset({Track.ASSISTANCE, Track.VOLUNTEER})

#: Where a track says the same status in words of its own.
_WORDS: Mapping[tuple[Track, PublicStatus], Promise] = {
    (Track.VOLUNTEER, PublicStatus.APPROVED): pgettext_lazy("public status", "The result is out: accepted"),
    (Track.VOLUNTEER, PublicStatus.DECLINED): pgettext_lazy("public status", "The result is out: not this time"),
    (Track.VOLUNTEER, PublicStatus.WAITING_LIST): pgettext_lazy("public status", "On the reserve list"),
    (Track.INQUIRY, PublicStatus.RECEIVED): pgettext_lazy("public status", "We have received your inquiry"),
    (Track.COMPLAINT, PublicStatus.RECEIVED): pgettext_lazy("public status", "We have received your complaint"),
    (Track.WHISTLE_BLOWING, PublicStatus.RECEIVED): pgettext_lazy("public status", "We have received your report"),
    (Track.SATISFACTION, PublicStatus.RECEIVED): pgettext_lazy("public status", "We have received your answers"),
}


def status_of(track: str, state: str, *, is_taken_up: bool = False) -> PublicStatus:
    """Return what the applicant reads; what somebody of the staff took up is being checked."""
    if state == State.RECEIVED and is_taken_up:
        return PublicStatus.CHECKING if track in _CHECKED else PublicStatus.UNDER_STUDY
    return PUBLIC_STATUS[State(state)]


def status_words(track: str, status: PublicStatus) -> str:
    """Return the status in the words of the track."""
    return str(_WORDS.get((Track(track), status), status.label))
