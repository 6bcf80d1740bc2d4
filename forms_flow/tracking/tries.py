"""Guessing and flooding are slow: a few tries in a while, for an application and for an address."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from forms_flow.records import throttle

LIMIT = 5
WINDOW = timedelta(minutes=15)
#: Codes that may be sent to one mobile: not too many at once, nor in a day.
CODES, CODES_A_DAY = 3, 10
#: Wrong codes in an hour, whatever codes they were meant for; then it waits.
WRONG_CODES = 10
#: What one applicant may write in an hour, and correct.
MESSAGES = 10
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_REFERENCE, _ADDRESS = "track-reference", "track-address"
_WRONG = "track-wrong-code"


def allowed(reference: str, address: str) -> bool:
    """Count a try for both and tell whether both are within the limit."""
    if not settings.THROTTLE:
        return True
    counted = [
        throttle.allowed(what, subject, limit=LIMIT, window=WINDOW)
        for what, subject in ((_REFERENCE, reference), (_ADDRESS, address))
    ]
    return all(counted)


def forgive(reference: str, address: str) -> None:
    """Take the try back after the right answer: many households share an address, and owners look often."""
    if settings.THROTTLE:
        throttle.forgive(_REFERENCE, reference, window=WINDOW)
        throttle.forgive(_ADDRESS, address, window=WINDOW)


def may_send_code(application: UUID) -> bool:
    """Count a code that is to be sent and tell whether it may be."""
    if not settings.THROTTLE:
        return True
    counted = [
        throttle.allowed(what, str(application), limit=limit, window=window)
        for what, limit, window in (("track-code", CODES, WINDOW), ("track-code-day", CODES_A_DAY, _DAY))
    ]
    return all(counted)


def may_try_code(application: UUID) -> bool:
    """Count a typed code and tell whether it may be compared; ten wrong ones are enough for an hour."""
    return not settings.THROTTLE or throttle.allowed(_WRONG, str(application), limit=WRONG_CODES, window=_HOUR)


def forgive_code(application: UUID) -> None:
    """Take the try back: the code was right."""
    if settings.THROTTLE:
        throttle.forgive(_WRONG, str(application), window=_HOUR)


def may_write(application: UUID) -> bool:
    """Count something written on the page and tell whether it is still within reason."""
    return not settings.THROTTLE or throttle.allowed("track-message", str(application), limit=MESSAGES, window=_HOUR)
