"""When an answer is due. Pure arithmetic in Riyadh time; holidays and office hours are given."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from hijridate import Gregorian

from home.contracts import CalendarKind, Promise, PromiseUnit

RIYADH = ZoneInfo("Asia/Riyadh")
RAMADAN = 9
WEEKEND = frozenset({4, 5})  # Friday and Saturday, as date.weekday() counts
#: What a form without a service promises.
DEFAULT_PROMISE = Promise(amount=5, unit=PromiseUnit.WORKING_DAY)


@dataclass(frozen=True, kw_only=True)
class Hours:
    """When the office opens and closes on a working day: other hours in Ramadan than in the rest of the year."""

    usual: tuple[time, time] = (time(8), time(16))
    ramadan: tuple[time, time] = (time(10), time(15))

    def on(self, day: date) -> tuple[datetime, datetime]:
        """Return when the office opens and closes on that day, if it is a working day."""
        opens, closes = self.ramadan if is_ramadan(day) else self.usual
        return datetime.combine(day, opens, RIYADH), datetime.combine(day, closes, RIYADH)


USUAL = Hours()


@lru_cache(maxsize=1024)
def is_ramadan(day: date) -> bool:
    """Tell whether the day is in Ramadan by the Umm al-Qura calendar; not outside the years it is known for."""
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().month == RAMADAN
    except OverflowError:
        return False


def is_working(day: date, holidays: Collection[date]) -> bool:
    """Tell whether the office is open on that day: Sunday to Thursday, no holiday."""
    return day.weekday() not in WEEKEND and day not in holidays


def due(start: datetime, promise: Promise, holidays: Collection[date], hours: Hours = USUAL) -> datetime:
    """Return when the promise runs out, counted from `start`.

    Working days count from the next one and end when the office closes. Minutes and hours count office time only,
    or, in the season, all of it.
    """
    local = start.astimezone(RIYADH)
    if promise.unit is PromiseUnit.WORKING_DAY:
        return working_days_after(local.date(), promise.amount, holidays, hours)
    minutes = timedelta(minutes=promise.amount * (60 if promise.unit is PromiseUnit.HOUR else 1))
    if promise.calendar is CalendarKind.SEASON:
        return local + minutes
    return _after_office_time(local, minutes, holidays, hours)


def working_days_after(day: date, amount: int, holidays: Collection[date], hours: Hours = USUAL) -> datetime:
    """Return when the office closes on the working day that so many working days later is."""
    for _ in range(amount):
        day = _next_working(day, holidays)
    return hours.on(day)[1]


def resumed(
    due_at: datetime, paused_at: datetime, now: datetime, holidays: Collection[date], hours: Hours = USUAL
) -> datetime:
    """Return the due time after a pause: as much later as the pause was long, moved on to a working day."""
    later = (due_at + (now - paused_at)).astimezone(RIYADH)
    day = later.date()
    return later if is_working(day, holidays) else hours.on(_next_working(day, holidays))[1]


def horizon(start: datetime, promise: Promise) -> tuple[date, date]:
    """Return the first and last day whose holidays can matter to the promise."""
    first = start.astimezone(RIYADH).date()
    return first, first + timedelta(days=promise.amount * 3 + 60)


def _next_working(day: date, holidays: Collection[date]) -> date:
    day += timedelta(days=1)
    while not is_working(day, holidays):
        day += timedelta(days=1)
    return day


def _after_office_time(moment: datetime, left: timedelta, holidays: Collection[date], hours: Hours) -> datetime:
    day = moment.date()
    while True:
        opens, closes = hours.on(day)
        begin = max(moment, opens)
        if is_working(day, holidays) and begin < closes:
            if begin + left <= closes:
                return begin + left
            left -= closes - begin
        day += timedelta(days=1)
