"""The clock with the association's own calendar: its holidays and its hours, read once a minute at most."""

from datetime import datetime

from django.utils import timezone

from forms_flow.domain import clock
from forms_flow.records.calendar import Part, closed_days, office_hours
from home.contracts import Promise, PromiseUnit


def hours() -> clock.Hours:
    """Return the office's hours as the administrator set them."""
    return clock.Hours(usual=office_hours(Part.USUAL), ramadan=office_hours(Part.RAMADAN))


def due(start: datetime, promise: Promise) -> datetime:
    """Return when the promise runs out, counted from `start`."""
    return clock.due(start, promise, closed_days(*clock.horizon(start, promise)), hours())


def resumed(due_at: datetime, paused_at: datetime) -> datetime:
    """Return the due time after a pause that ends now."""
    now = timezone.now()
    start = due_at + (now - paused_at)  # a pause may have been longer than any promise
    holidays = closed_days(*clock.horizon(start, clock.DEFAULT_PROMISE))
    return clock.resumed(due_at, paused_at, now, holidays, hours())


def later(due_at: datetime, days: int) -> datetime:
    """Return when the office closes so many working days after `due_at`."""
    promise = Promise(amount=days, unit=PromiseUnit.WORKING_DAY)
    holidays = closed_days(*clock.horizon(due_at, promise))
    return clock.working_days_after(due_at.astimezone(clock.RIYADH).date(), days, holidays, hours())
