"""When something happened: a day in either calendar and the time of day, as two questions beside each other."""

import datetime as dt
import re
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from forms_flow.conditions import ShowWhen
from forms_flow.definition import Question
from forms_flow.fields.forms import StepForm
from home.text import clean_text

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])\s*[:.]?\s*([0-5][0-9])")
#: What is said to have happened longer ago is a slip in the year.
LONGEST_AGO = dt.timedelta(days=366)


def moment_questions(key: str, label: str, language: str, show_when: ShowWhen | None = None) -> tuple[Question, ...]:
    """Return the two questions, named ``<key>-day`` and ``<key>-time``: no key of a form has a hyphen."""
    rules = show_when or ShowWhen()
    day = Question(key=f"{key}-day", kind="date", label={language: label}, show_when=rules)
    time = Question(
        key=f"{key}-time",
        kind="short_text",
        label={language: _("Time")},
        hint={language: _("Hours and minutes, for example 14:30")},
        options={"max_length": 10},
        show_when=rules,
    )
    return day, time


def just_now(key: str) -> dict[str, Any]:
    """Return the answers that the two questions begin with."""
    now = timezone.localtime()
    boxes = {"day": str(now.day), "month": str(now.month), "year": str(now.year), "calendar": "gregorian"}
    return {
        f"{key}-day": {"value": now.date().isoformat(), "calendar": "gregorian", "raw": boxes},
        f"{key}-time": {"value": f"{now:%H:%M}", "raw": f"{now:%H:%M}"},
    }


def moment_of(form: StepForm, key: str) -> dt.datetime | None:
    """Return the moment that a valid form says; without one the form then has the error that says why."""
    day, time = f"{key}-day", f"{key}-time"
    if day not in form.answers or time not in form.answers:
        return None
    found = _CLOCK.fullmatch(clean_text(form.answers[time]["value"]))
    if found is None:
        form.add_error(time, _("Write the time in hours and minutes, for example 14:30"))
        return None
    clock = dt.time(int(found[1]), int(found[2]))
    moment = dt.datetime.combine(
        dt.date.fromisoformat(form.answers[day]["value"]), clock, timezone.get_current_timezone()
    )
    if moment > timezone.now():
        form.add_error(day, _("Write a day and a time that have been, not one to come"))
        return None
    if moment < timezone.now() - LONGEST_AGO:
        form.add_error(day, _("Check the year: that is more than a year ago"))
        return None
    return moment
