"""How each kind of question is asked on paper: squares to tick, boxes for digits, lines to write on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from forms_flow.definition import Question, say
from forms_flow.fields import registry
from forms_flow.fields.address_control import PARTS as ADDRESS_PARTS
from forms_flow.fields.availability import DAYS, PERIODS, day_name
from forms_flow.fields.consent import text_of
from forms_flow.fields.date import calendars_of
from forms_flow.fields.date_boxes import CALENDAR_LABELS
from forms_flow.fields.documents import PASSPORT
from forms_flow.fields.identity import offered
from forms_flow.fields.widgets import Option

#: Squares for one character each; a foreign mobile and the longest document number still fit.
MOBILE_CELLS, IDENTITY_CELLS, MONEY_CELLS, NUMBER_CELLS = 14, 15, 9, 6
SHORT_LINE = 45
LONG_TEXT_LINES, LONGEST_TEXT_LINES = 5, 12


@dataclass(frozen=True, kw_only=True)
class Box:
    """What stands below a question; `shape` names its template, the rest is what that template draws."""

    shape: str
    lines: int = 1
    cells: int = 0
    options: Sequence[Option] = ()
    advice: str = ""
    unit: str = ""
    text: str = ""
    names: Sequence[str] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_short(self) -> bool:
        """Tell whether the options fit on one line."""
        return sum(len(option.label + option.hint) for option in self.options) <= SHORT_LINE


def box_of(question: Question, language: str) -> Box:
    """Return how the question is asked on paper; of a kind unknown here, a line to write on."""
    draw = _DRAWN.get(question.kind, _line)
    return draw(question, language)


def _line(question: Question, language: str) -> Box:
    del question, language
    return Box(shape="lines")


def _lines(question: Question, language: str) -> Box:
    del language
    rows = int(question.options.get("rows", LONG_TEXT_LINES))
    return Box(shape="lines", lines=min(max(rows, LONG_TEXT_LINES), LONGEST_TEXT_LINES))


def _one(question: Question, language: str) -> Box:
    return Box(shape="ticks", options=_choices(question, language), advice=_("Tick one"))


def _any(question: Question, language: str) -> Box:
    return Box(shape="ticks", options=_choices(question, language), advice=_("Tick all that apply"))


def _yes_no(question: Question, language: str) -> Box:
    kind = registry.kind("yes_no")
    values = [True, False, *(["unsure"] if question.options.get("unsure") else [])]
    options = [Option(str(value), kind.summary(question, {"value": value}, language)[0]) for value in values]
    return Box(shape="ticks", options=options)


def _identity(question: Question, language: str) -> Box:
    del language
    documents = [Option(key, str(document.label)) for key, document in offered(question).items()]
    with_passport = bool(question.options.get("passport_details")) and PASSPORT in offered(question)
    return Box(
        shape="identity",
        options=documents,
        advice=_("Tick one and write its number"),
        cells=IDENTITY_CELLS,
        more={"passport": with_passport},
    )


def _mobile(question: Question, language: str) -> Box:
    del question, language
    return Box(shape="cells", cells=MOBILE_CELLS)


def _number(question: Question, language: str) -> Box:
    del question, language
    return Box(shape="cells", cells=NUMBER_CELLS)


def _money(question: Question, language: str) -> Box:
    del question, language
    return Box(shape="cells", cells=MONEY_CELLS, unit=pgettext("unit", "riyals"))


def _date(question: Question, language: str) -> Box:
    del language
    calendars = calendars_of(question)
    options = [Option(key, str(CALENDAR_LABELS[key])) for key in calendars] if len(calendars) > 1 else []
    unit = "" if options else str(CALENDAR_LABELS[calendars[0]])
    return Box(shape="date", options=options, unit=unit)


def _address(question: Question, language: str) -> Box:
    del question, language
    names = [str(part.label) for part in ADDRESS_PARTS.values()]
    return Box(shape="named", names=names)


def _place(question: Question, language: str) -> Box:
    del question, language
    return Box(shape="named", names=(_("Governorate or region"), _("Town, village or place")))


def _times(question: Question, language: str) -> Box:
    del question
    days = [day_name(day, language) for day in DAYS]
    return Box(shape="times", names=[str(label) for label in PERIODS.values()], more={"days": days})


def _agreement(question: Question, language: str) -> Box:
    return Box(shape="agreement", text=text_of(question, language))


def _text(question: Question, language: str) -> Box:
    return Box(shape="text", text=say(question.hint, language))


def _choices(question: Question, language: str) -> list[Option]:
    return [Option(item.key, say(item.label, language), say(item.hint, language)) for item in question.choices]


_DRAWN: Mapping[str, Callable[[Question, str], Box]] = {
    "long_text": _lines,
    "single_choice": _one,
    "several_choices": _any,
    "yes_no": _yes_no,
    "identity": _identity,
    "mobile": _mobile,
    "whole_number": _number,
    "money": _money,
    "date": _date,
    "birth_date": _date,
    "national_address": _address,
    "region_place": _place,
    "availability": _times,
    "consent": _agreement,
    "declaration": _agreement,
    "information": _text,
}
