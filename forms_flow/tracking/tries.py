"""Guessing is slow: five tries in fifteen minutes for a reference, and as many for an address."""

from datetime import timedelta

from django.conf import settings

from forms_flow.records import throttle

LIMIT = 5
WINDOW = timedelta(minutes=15)
_REFERENCE, _ADDRESS = "track-reference", "track-address"


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
