"""When an answer is due. Pure arithmetic in Riyadh time; the holidays are given."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from home.contracts import CalendarKind, Promise, PromiseUnit

RIYADH = ZoneInfo("Asia/Riyadh")
OPENS, CLOSES = time(8), time(16)
WEEKEND = frozenset({4, 5})  # Friday and Saturday, as date.weekday() counts
#: What a form without a service promises.
DEFAULT_PROMISE = Promise(amount=5, unit=PromiseUnit.WORKING_DAY)


def is_working(day: date, holidays: Collection[date]) -> bool:
    """Tell whether the office is open on that day: Sunday to Thursday, no holiday."""
    return day.weekday() not in WEEKEND and day not in holidays


def due(start: datetime, promise: Promise, holidays: Collection[date]) -> datetime:
    """Return when the promise runs out, counted from `start`.

    Working days count from the next one and end when the office closes. Minutes and hours count office time only,
    or, in the season, all of it.
    """
    local = start.astimezone(RIYADH)
    if promise.unit is PromiseUnit.WORKING_DAY:
        day = local.date()
        for _ in range(promise.amount):
            day = _next_working(day, holidays)
        return datetime.combine(day, CLOSES, RIYADH)
    minutes = timedelta(minutes=promise.amount * (60 if promise.unit is PromiseUnit.HOUR else 1))
    if promise.calendar is CalendarKind.SEASON:
        return local + minutes
    return _after_office_time(local, minutes, holidays)


def resumed(due_at: datetime, paused_at: datetime, now: datetime, holidays: Collection[date]) -> datetime:
    """Return the due time after a pause: as much later as the pause was long, moved on to a working day."""
    later = (due_at + (now - paused_at)).astimezone(RIYADH)
    day = later.date()
    return later if is_working(day, holidays) else datetime.combine(_next_working(day, holidays), CLOSES, RIYADH)


def horizon(start: datetime, promise: Promise) -> tuple[date, date]:
    """Return the first and last day whose holidays can matter to the promise."""
    first = start.astimezone(RIYADH).date()
    return first, first + timedelta(days=promise.amount * 3 + 60)


def _next_working(day: date, holidays: Collection[date]) -> date:
    day += timedelta(days=1)
    while not is_working(day, holidays):
        day += timedelta(days=1)
    return day


def _after_office_time(moment: datetime, left: timedelta, holidays: Collection[date]) -> datetime:
    day = moment.date()
    while True:
        opens, closes = datetime.combine(day, OPENS, RIYADH), datetime.combine(day, CLOSES, RIYADH)
        begin = max(moment, opens)
        if is_working(day, holidays) and begin < closes:
            if begin + left <= closes:
                return begin + left
            left -= closes - begin
        day += timedelta(days=1)
