"""Rules that look at several answers: what must differ, and what must not be more or sooner.

Options: ``differs_from`` (questions whose answers must be others), ``at_most`` and ``below`` (a question with a
number), ``after`` (a question with a day) and ``after_day`` (a day such as ``1448-12-15`` in either calendar). Of an
identity the expiry of the passport is compared.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from hijridate import Hijri

from forms_flow.conditions import Answers, measure
from forms_flow.definition import Flow, Question, Step
from forms_flow.fields.companions_field import entry_title
from forms_flow.fields.messages import problem, title_of
from home.dates import both_calendars

_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_LAST_HIJRI_YEAR = 1600


@dataclass(frozen=True, kw_only=True)
class Around:
    """What an answer is compared with: the answers before it, and the other entries of its group by number."""

    answers: Answers
    siblings: Mapping[int, Answers] = field(default_factory=dict)
    step: Step
    flow: Flow | None = None
    language: str = "ar"

    def title(self, key: str) -> str:
        """Return how another question is called inside a message."""
        questions = [*self.step.questions, *((self.flow.question(key),) if self.flow else ())]
        found = next((item for item in questions if item and item.key == key), None)
        return title_of(found, self.language) if found else _("an earlier question")


def fault(question: Question, answer: Any, around: Around) -> ValidationError | None:
    """Return what is wrong with an answer beside the others, or None."""
    if answer is None:
        return None
    found = (rule(question, answer, around) for rule in (_same, _too_much, _too_soon))
    return next((error for error in found if error), None)


def _same(question: Question, answer: Any, around: Around) -> ValidationError | None:
    mine = _identifying(answer)
    keys = question.options.get("differs_from") or ()
    words = {"question": title_of(question, around.language)}
    box = "number" if question.kind == "identity" else ""
    if not mine:
        return None
    for key in keys:
        if mine in _given(around.answers.get(key)):
            message = _("%(question)s: this is your answer to “%(other)s” too; write another one")
            return problem(message % {**words, "other": around.title(key)}, "same", box)
    if keys or question.kind == "identity":  # one document is never two people's
        for number, entry in around.siblings.items():
            if mine == _identifying(entry.get(question.key)):
                message = _("%(question)s: you gave this for %(entry)s too; write another one")
                return problem(message % {**words, "entry": entry_title(number)}, "same", box)
    return None


def _given(answer: Any) -> Iterator[str]:
    """Yield what an answer identifies; of a repeating group, what each entry does."""
    value = answer.get("value") if isinstance(answer, Mapping) else None
    if isinstance(value, list):
        yield from (_identifying(part) for entry in value if isinstance(entry, Mapping) for part in entry.values())
    elif answer:
        yield _identifying(answer)


def _identifying(answer: Any) -> str:
    if not isinstance(answer, Mapping):
        return ""
    found = answer.get("number", answer.get("value"))
    return found.casefold() if isinstance(found, str) else ""


def _too_much(question: Question, answer: Any, around: Around) -> ValidationError | None:
    for option in ("at_most", "below"):
        key = str(question.options.get(option) or "")
        for limit in measure(around.answers.get(key)):
            for amount in measure(answer):
                if amount > limit or (option == "below" and amount == limit):
                    return problem(_amount_message(option, question, str(limit), around.title(key), around), "amount")
    return None


def _amount_message(option: str, question: Question, limit: str, other: str, around: Around) -> str:
    text = _("%(question)s: write a number below %(limit)s, your answer to “%(other)s”")
    if option == "at_most":
        text = _("%(question)s: write %(limit)s or less, because you answered %(limit)s to “%(other)s”")
    return text % {"question": title_of(question, around.language), "limit": limit, "other": other}


def _too_soon(question: Question, answer: Any, around: Around) -> ValidationError | None:
    is_expiry = question.kind == "identity"
    given = answer.get("expiry" if is_expiry else "value") if isinstance(answer, Mapping) else None
    limits = [
        day_from(question.options.get("after_day")),
        day_of(around.answers.get(str(question.options.get("after")))),
    ]
    limit = max((limit for limit in limits if limit), default=None)
    day = day_from(given)
    if limit is None or day is None or day > limit:
        return None
    title = _("Passport expiry date") if is_expiry else title_of(question, around.language)
    message = _("%(question)s: write a date after %(date)s")
    text = message % {"question": title, "date": both_calendars(limit, around.language)}
    return problem(text, "after", "expiry-day" if is_expiry else "day")


def day_of(answer: Any) -> dt.date | None:
    """Return the day that an answer says."""
    return day_from(answer.get("value")) if isinstance(answer, Mapping) else None


def day_from(text: Any) -> dt.date | None:
    """Return the day written as year-month-day in either calendar; None when it says none."""
    found = _DAY.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        if year < _LAST_HIJRI_YEAR:
            return dt.date(*Hijri(year, month, day).to_gregorian().datetuple())
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None
