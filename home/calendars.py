"""The two calendars: which one a year belongs to, and which day three numbers mean."""

import datetime as dt

from hijridate import Hijri

from home.months import Calendar

# The years the Umm al-Qura table knows, and those in which anybody alive can have a date.
HIJRI_YEARS = (1343, 1500)
GREGORIAN_YEARS = (1850, 2150)
_FIRST_HIJRI_LOOKING = 1300


def calendar_of_year(year: int) -> Calendar:
    """Return the calendar that a year looks like, whatever anybody chose."""
    return "hijri" if _FIRST_HIJRI_LOOKING <= year <= HIJRI_YEARS[1] else "gregorian"


def day_in(calendar: Calendar, year: int, month: int, day: int) -> dt.date | None:
    """Return the day, or None when the calendar has no such day."""
    try:
        if calendar == "gregorian":
            return dt.date(year, month, day)
        return dt.date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None
