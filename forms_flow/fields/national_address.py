"""A national address of the Kingdom."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override as use_language
from django.utils.translation import pgettext, pgettext_lazy

from forms_flow.definition import Question
from forms_flow.fields.address_control import BOXES, PARTS, SHORT, AddressControl
from forms_flow.fields.base import MASK, FieldKind
from forms_flow.fields.messages import problem, shorten, title_of
from forms_flow.fields.typed import as_typed
from home.text import clean_code, clean_text

MAX_LENGTH = 100
_SHORT = re.compile("[A-Z]{4}[0-9]{4}")
_LEAST = ("district", "city")
_COMPLETE = ("building", "street", "district", "city", "postcode")


class NationalAddress(FieldKind):
    """The short address says everything; without it district and city are the least. Stored by part.

    Options: ``complete`` (building, street and postcode are asked for as well), ``autocomplete`` (``off`` when it is
    somebody else's).
    """

    name: ClassVar[str] = "national_address"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "National address")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the boxes."""
        del language
        return AddressControl(own=question.options.get("autocomplete") != "off")

    def typed(self, value: Any) -> dict[str, str]:
        """Return what stands in each box."""
        given = value if isinstance(value, Mapping) else {}
        return {box: as_typed(given.get(box)) for box in BOXES}

    def is_blank(self, typed: Any) -> bool:
        """Tell whether nothing that can be read stands in any box."""
        return not any(normal_part(box, typed[box]) for box in BOXES)

    def parse(self, question: Question, typed: Any, language: str) -> dict[str, str]:
        """Return the parts that were given in normal form."""
        title = title_of(question, language)
        found = {box: text for box in BOXES if (text := normal_part(box, typed[box]))}
        for box, text in found.items():
            if not fits(box, text):
                raise problem(_refusal(box) % {"question": title}, "part", box)
            if len(text) > MAX_LENGTH:
                raise problem(shorten(question, language, MAX_LENGTH), "too_long", box)
        wanted = () if SHORT in found else _COMPLETE if question.options.get("complete") else _LEAST
        if absent := [box for box in wanted if box not in found]:
            raise _incomplete(title, absent)
        return found

    def initial(self, answer: Any) -> Any:
        """Return the boxes as typed."""
        return {} if answer is None else dict(answer["raw"])

    def post(self, name: str, answer: Any) -> dict[str, Any]:
        """Return the boxes as a browser would send them."""
        return {f"{name}-{box}": text for box, text in self.initial(answer).items()}

    def condition_name(self, name: str) -> str:
        """Return nothing: no one control tells whether an address was given, so scripts leave such questions shown."""
        del name
        return ""

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the short address, then building and street, district, city and postcode, as on an envelope."""
        del question
        if answer is None:
            return []
        raw, value = answer["raw"], answer["value"]
        with use_language(language):
            between = pgettext("between two parts of an address", ", ")
        codes = "-".join(filter(None, (value.get("postcode"), value.get("additional"))))
        street = " ".join(filter(None, (value.get("building"), raw["street"])))
        city = " ".join(filter(None, (raw["city"], codes)))
        return [
            line for line in (value.get(SHORT), between.join(filter(None, (street, raw["district"], city)))) if line
        ]

    def masked(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the city alone."""
        del question, language
        return [] if answer is None else [" ".join(filter(None, (MASK, answer["raw"]["city"])))]


def normal_part(box: str, typed: str) -> str:
    """Return what a box says: codes without separators and in capitals, names as clean text."""
    if box == SHORT:
        return clean_code(typed).upper()
    return clean_code(typed) if PARTS[box].digits else clean_text(typed)


def fits(box: str, text: str) -> bool:
    """Tell whether a part has its form."""
    if box == SHORT:
        return bool(_SHORT.fullmatch(text))
    digits = PARTS[box].digits
    return not digits or bool(re.fullmatch(rf"[0-9]{{{digits}}}", text))


def _refusal(box: str) -> str:
    return {
        SHORT: _("%(question)s: write the short address as four letters and four digits, for example RRRD2929"),
        "building": _("%(question)s: write the building number in 4 digits"),
        "postcode": _("%(question)s: write the postcode in 5 digits"),
        "additional": _("%(question)s: write the additional number in 4 digits"),
    }[box]


def _incomplete(title: str, absent: Iterable[str]) -> ValidationError:
    names = {
        "building": pgettext("address part", "the building number"),
        "street": pgettext("address part", "the street"),
        "district": pgettext("address part", "the district"),
        "city": pgettext("address part", "the city"),
        "postcode": pgettext("address part", "the postcode"),
    }
    boxes = list(absent)
    listed = pgettext("between two names", " and ").join(names[box] for box in boxes)
    message = _("%(question)s: write the short address, or add %(parts)s") % {"question": title, "parts": listed}
    return problem(message, "incomplete", boxes[0])
