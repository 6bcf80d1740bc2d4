"""A date of birth, with the age that follows from it."""

import dataclasses
import datetime as dt
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy
from django.utils.translation import override as use_language

from forms_flow.definition import Question
from forms_flow.fields.date import DateKind, age_on, calendars_of
from forms_flow.fields.date_boxes import DateBoxes
from forms_flow.fields.messages import problem, title_of
from forms_flow.fields.reading import Reading
from home.dates import today

OLDEST = 120


class BirthDate(DateKind):
    """Always in the past, and of somebody who can be alive. Ages are Gregorian years on Riyadh's date.

    The answer keeps the ``age`` on the day it was given: conditions look at that one, so an application reads the same
    for ever. People read the age of today.

    Options: ``calendar``, ``min_age``, ``max_age``, ``autocomplete`` (``off`` when it is somebody else's).
    """

    name: ClassVar[str] = "birth_date"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Date of birth")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the boxes of a date, which the browser may fill in."""
        del language
        return DateBoxes(calendars_of(question), birthday=question.options.get("autocomplete", "bday") == "bday")

    def parse(self, question: Question, typed: Any, language: str) -> Reading:
        """Return the day and its calendar. A year nobody alive was born in comes before the question's own ages."""
        rules = {**question.options, "past": True, "future": False, "max_age": OLDEST}
        reading = super().parse(dataclasses.replace(question, options=rules), typed, language)
        highest = int(question.options.get("max_age", OLDEST))
        if age_on(reading.day, today()) > highest:
            message = _("%(question)s: the highest age is %(age)d")
            raise problem(message % {"question": title_of(question, language), "age": highest}, "rule")
        return reading

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the answer of a date with the age that it makes today."""
        answer = super().to_answer(cleaned, raw)
        return None if answer is None else {**answer, "age": age_on(cleaned.day, today())}

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the day in both calendars, and the age today."""
        return [*super().summary(question, answer, language), *self.masked(question, answer, language)]

    def masked(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the age alone: a day of birth helps to pass for somebody."""
        del question
        if answer is None:
            return []
        age = age_on(dt.date.fromisoformat(answer["value"]), today())
        with use_language(language):
            return [ngettext("Age: %(count)d year", "Age: %(count)d years", age) % {"count": age}]
