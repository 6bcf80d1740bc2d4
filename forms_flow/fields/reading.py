"""From three boxes to a day: what they say, in which calendar, and what is wrong with them."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from home.calendars import GREGORIAN_YEARS, HIJRI_YEARS, calendar_of_year, day_in
from home.months import Calendar, named_month
from home.text import clean_text

BOXES = ("day", "month", "year")
CALENDARS: tuple[Calendar, ...] = get_args(Calendar)


class UnreadableError(Exception):
    """The boxes do not say a day: `code` says why, `boxes` which of them."""

    def __init__(self, code: str, *boxes: str, calendar: Calendar = "gregorian", text: str = "") -> None:
        """Name the boxes; `calendar` and `text` are for the message."""
        self.code = code
        self.boxes = boxes
        self.calendar = calendar
        self.text = text
        super().__init__(code)


@dataclass(frozen=True)
class Reading:
    """A day, and the calendar it was written in."""

    day: dt.date
    calendar: Calendar


def read(boxes: Mapping[str, str], allowed: Sequence[Calendar] = CALENDARS) -> Reading:
    """Return the day that the boxes say; without a chosen calendar the year tells which one is meant."""
    texts = {box: clean_text(boxes.get(box, "")) for box in BOXES}
    if empty := [box for box in BOXES if not texts[box]]:
        raise UnreadableError("incomplete", *empty)
    day, year = _number(texts["day"], "day", 2), _number(texts["year"], "year", 4)
    named = named_month(texts["month"])
    month = named[1] if named else _number(texts["month"], "month", 2)
    calendar = _calendar(boxes.get("calendar", ""), allowed, year)
    if named and named[0] != calendar:
        raise UnreadableError("other_month", "month", calendar=named[0], text=texts["month"])
    return Reading(_real_day(calendar, year, month, day), calendar)


def _number(text: str, box: str, longest: int) -> int:
    digits = re.sub(r"\s", "", text)
    if not re.fullmatch(rf"[0-9]{{1,{longest}}}", digits):
        code = f"not_{box}"
        raise UnreadableError(code, box)
    return int(digits)


def _calendar(chosen: str, allowed: Sequence[Calendar], year: int) -> Calendar:
    if year < 1000:  # noqa: PLR2004 - the smallest number of four digits
        raise UnreadableError("not_year", "year")
    looks = calendar_of_year(year)
    calendar = next((name for name in allowed if name == chosen or len(allowed) == 1), looks)
    if calendar != looks and (calendar == "gregorian" or year > HIJRI_YEARS[1]):
        raise UnreadableError("other_year", "year", calendar=looks, text=str(year))
    return calendar


def _real_day(calendar: Calendar, year: int, month: int, day: int) -> dt.date:
    first, last = HIJRI_YEARS if calendar == "hijri" else GREGORIAN_YEARS
    if not first <= year <= last:
        raise UnreadableError("far_year", "year", calendar=calendar)
    found = day_in(calendar, year, month, day)
    if found is None:
        raise UnreadableError("no_such_day", "day")
    return found
