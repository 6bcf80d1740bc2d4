"""A date in either calendar."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question
from forms_flow.fields import date_messages
from forms_flow.fields.base import FieldKind
from forms_flow.fields.date_boxes import DateBoxes
from forms_flow.fields.messages import problem, title_of
from forms_flow.fields.reading import BOXES, CALENDARS, Reading, UnreadableError, read
from forms_flow.fields.typed import as_typed
from home.dates import both_calendars, today
from home.months import Calendar


class DateKind(FieldKind):
    """Stored as the Gregorian day with the calendar it was given in.

    Options: ``calendar`` (``gregorian``, ``hijri`` or ``either``), ``past``, ``future``, ``min_age``, ``max_age``,
    ``autocomplete`` (``bday`` for the applicant's own birth date).
    """

    name: ClassVar[str] = "date"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Date")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the boxes, with a calendar choice unless only one is asked for."""
        del language
        return DateBoxes(calendars_of(question), birthday=question.options.get("autocomplete") == "bday")

    def typed(self, value: Any) -> dict[str, str]:
        """Return what stands in each box."""
        given = value if isinstance(value, dict) else {}
        return {box: as_typed(given.get(box)) for box in (*BOXES, "calendar")}

    def is_blank(self, typed: Any) -> bool:
        """Tell whether all boxes are empty; a calendar alone is no answer."""
        return not any(typed[box] for box in BOXES)

    def parse(self, question: Question, typed: Any, language: str) -> Reading:
        """Return the day and its calendar."""
        title = title_of(question, language)
        allowed = calendars_of(question)
        try:
            reading = read(typed, allowed)
        except UnreadableError as error:
            raise date_messages.unreadable(title, error, several=len(allowed) > 1) from None
        if message := _broken_rule(question, reading.day, title):
            raise problem(message, "rule")
        return reading

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the day in ISO form, the calendar and the boxes as typed."""
        if cleaned is None:
            return None
        boxes = {**self.typed(raw), "calendar": cleaned.calendar}  # named, so that a second look reads the same day
        return {"value": cleaned.day.isoformat(), "calendar": cleaned.calendar, "raw": boxes}

    def initial(self, answer: Any) -> Any:
        """Return the boxes as typed, with the calendar that was understood."""
        return {} if answer is None else answer["raw"]

    def post(self, name: str, answer: Any) -> dict[str, Any]:
        """Return the boxes as a browser would send them."""
        return {f"{name}-{box}": text for box, text in self.initial(answer).items()}

    def condition_name(self, name: str) -> str:
        """Return the name of the year: whether a date is given is all that a condition can ask."""
        return f"{name}-year"

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the day in both calendars."""
        del question
        return [] if answer is None else [both_calendars(dt.date.fromisoformat(answer["value"]), language)]


def calendars_of(question: Question) -> Sequence[Calendar]:
    """Return the calendars in which the question may be answered."""
    wanted = question.options.get("calendar", "either")
    return tuple(name for name in CALENDARS if wanted in {"either", name})


def age_on(born: dt.date, day: dt.date) -> int:
    """Return the Gregorian years completed; 29 February is counted on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _broken_rule(question: Question, day: dt.date, title: str) -> str:
    options, now = question.options, today()
    named = {"question": title}
    if options.get("past") and day >= now:
        return _("%(question)s: write a date before today") % named
    if options.get("future") and day <= now:
        return _("%(question)s: write a date after today") % named
    age = age_on(day, now)
    if "max_age" in options and age > int(options["max_age"]):
        return _("%(question)s: check the year") % named
    if "min_age" in options and age < int(options["min_age"]):
        return _("%(question)s: the lowest age is %(age)d") % {**named, "age": int(options["min_age"])}
    return ""
