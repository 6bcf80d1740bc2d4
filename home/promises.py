"""Answer times in words. One place, so that the page, the card and the form say the same (req 3)."""

from django.utils.translation import gettext as _

from home.contracts import CalendarKind, Promise, PromiseUnit
from home.dates import within


def answer_time(promise: Promise) -> str:
    """Return the promise in the active language, for example «within 5 working days»."""
    return within(promise.amount, promise.unit) if promise.amount else _("at once")


def counted_hours(promise: Promise) -> str:
    """Return which hours count, or nothing where it makes no difference to the reader."""
    if promise.amount == 0 or promise.unit == PromiseUnit.WORKING_DAY:
        return ""
    if promise.calendar == CalendarKind.SEASON:
        return _("day and night in the season")
    return _("in office hours")


def promise_sentence(promise: Promise) -> str:
    """Return the promise as a sentence of its own."""
    if promise.amount == 0:
        return _("The service is given at once.")
    return _("You are told the result %(time)s.") % {"time": answer_time(promise)}
