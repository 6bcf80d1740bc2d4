"""A day that somebody of the staff writes in one line, in either calendar."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminDateInput

from home.calendars import GREGORIAN_YEARS, HIJRI_YEARS, calendar_of_year, day_in
from home.dates import both_calendars
from home.months import named_month
from home.text import clean_text

# What may follow a year to say its calendar; the year says it already.
_ERA = re.compile(r"\s*(?:هـ?|م|AH|AD|CE|H|G)\.?\s*$", re.IGNORECASE)
_SHAPES = (
    re.compile(r"(?P<year>\d{4})[-/.\s]+(?P<month>\d{1,2})[-/.\s]+(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[-/.\s]+(?P<month>\d{1,2})[-/.\s]+(?P<year>\d{4})"),
    re.compile(r"(?:\D*?\s)?(?P<day>\d{1,2})[\s،,]+(?P<month>\D+?)[\s،,]+(?P<year>\d{4})"),
    re.compile(r"(?P<month>\D+?)[\s،,]+(?P<day>\d{1,2})[\s،,]+(?P<year>\d{4})"),
)


def read_day(text: str) -> date:
    """Return the day that the text says; the year tells the calendar. Raises ValidationError, naming the calendar.

    Understood are 2027-02-08, 8/2/2027, 1448-09-01, 1/9/1448, a month by its name in either language, digits of any
    script, and a day as this site writes it, with its weekday and the other calendar in brackets.
    """
    plain = _ERA.sub("", re.sub(r"\(.*?\)", "", clean_text(text)).strip())
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(plain))), None)
    named = named_month(found["month"]) if found else None
    if found is None or not (named or found["month"].isdecimal()):
        raise ValidationError(_("Write the day, the month and the year, for example 2027-02-08 or 1/9/1448"), "unread")
    year, day = int(found["year"]), int(found["day"])
    if named and named[0] != calendar_of_year(year):
        raise ValidationError(_mixed(year, found["month"]), "mixed")
    return _real_day(year, named[1] if named else int(found["month"]), day)


def _real_day(year: int, month: int, day: int) -> date:
    calendar = calendar_of_year(year)
    first, last = HIJRI_YEARS if calendar == "hijri" else GREGORIAN_YEARS
    words = {"first": first, "last": last, "day": day, "month": month, "year": year}
    if not first <= year <= last:
        if calendar == "hijri":
            raise ValidationError(_("Write a Hijri year from %(first)d to %(last)d") % words, "far")
        raise ValidationError(_("Write a Gregorian year from %(first)d to %(last)d") % words, "far")
    found = day_in(calendar, year, month, day)
    if found is None and calendar == "hijri":
        raise ValidationError(_("The Hijri calendar has no day %(day)d/%(month)d/%(year)d") % words, "no_day")
    if found is None:
        raise ValidationError(_("The Gregorian calendar has no day %(day)d/%(month)d/%(year)d") % words, "no_day")
    return found


def _mixed(year: int, month: str) -> str:
    words = {"year": year, "month": month.strip()}
    if calendar_of_year(year) == "hijri":
        text = _("The year %(year)d is Hijri and “%(month)s” a Gregorian month: write the whole date in one calendar")
    else:
        text = _("The year %(year)d is Gregorian and “%(month)s” a Hijri month: write the whole date in one calendar")
    return text % words


class EitherDateInput(AdminDateInput):
    """One line of text with Wagtail's calendar to pick from; below it, the day in both calendars."""

    template_name = "home/either_date.html"

    def get_config(self) -> dict[str, Any]:
        """Let the picker leave alone what is typed: it knows one calendar and one way of writing."""
        return {**super().get_config(), "validateOnBlur": False}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the day in words, where the value is one."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        example = _("Hijri or Gregorian, for example 1/9/1448 or 2027-02-08.")
        context["widget"]["in_words"] = _in_words(value) or example
        return context


class EitherDateField(forms.DateField):
    """Takes a day in either calendar."""

    widget = EitherDateInput

    def to_python(self, value: Any) -> date | None:
        """Return the day, or None when nothing was typed."""
        if isinstance(value, str) and value.strip():
            return read_day(value)
        day: date | None = super().to_python(value)
        return day


def _in_words(value: Any) -> str:
    if isinstance(value, date):
        return both_calendars(value)
    try:
        return both_calendars(read_day(value)) if value else ""
    except ValidationError:
        return ""
