"""A mobile number, of the Kingdom or of the pilgrim's own country."""

import re
from typing import Any, ClassVar

import phonenumbers
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question
from forms_flow.enums import MatchKind
from forms_flow.fields.base import MASK, FieldKind
from forms_flow.fields.messages import problem, title_of
from forms_flow.fields.widgets import TextControl
from home.text import clean_code

# Looser than the library, which refuses prefixes not given out yet. The zero after +966 is a common slip.
_SAUDI = re.compile(r"(?:(?:\+?966)?0?)(5[0-9]{8})")
_INTERNATIONAL = re.compile(r"\+[0-9]{6,15}")
_SAUDI_CODE = 966
_MOBILE_TYPES = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)


class Mobile(FieldKind):
    """Stored in E.164. Options: ``saudi_only``, ``autocomplete``."""

    name: ClassVar[str] = "mobile"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Mobile number")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return a control with the telephone keyboard."""
        del language
        autocomplete = str(question.options.get("autocomplete", "tel"))
        return TextControl(
            type_="tel",
            css="control--code",
            direction="ltr",
            inputmode="tel",
            autocomplete=autocomplete,
            spellcheck="false",
        )

    def is_blank(self, typed: Any) -> bool:
        """Tell whether nothing but separators was typed."""
        return not clean_code(typed)

    def parse(self, question: Question, typed: Any, language: str) -> str:
        """Return the number in E.164."""
        saudi_only = bool(question.options.get("saudi_only"))
        if found := normal_mobile(typed, saudi_only=saudi_only):
            return found
        message = _("%(question)s: write 10 digits that begin with 05, for example 0501234567")
        if not saudi_only:
            message = _("%(question)s: write a mobile like 0501234567, or + and the country code for another country")
        raise problem(message % {"question": title_of(question, language)}, "mobile")

    def masked(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the last four digits, which tracking asks for as well."""
        del question, language
        return [] if answer is None else [MASK + answer["value"][-4:]]

    def tokens(self, question: Question, answer: Any) -> list[tuple[MatchKind, str]]:
        """Return the E.164 form."""
        del question
        return [(MatchKind.MOBILE, answer["value"])] if answer else []


def normal_mobile(text: str, *, saudi_only: bool = False) -> str | None:
    """Return the E.164 form of a mobile number in any spelling, or nothing. Search uses it as well."""
    code = re.sub(r"^00", "+", clean_code(text))
    if match := _SAUDI.fullmatch(code):
        return f"+966{match[1]}"
    return None if saudi_only or not _INTERNATIONAL.fullmatch(code) else _foreign(code)


def _foreign(code: str) -> str | None:
    try:
        number = phonenumbers.parse(code, None)
    except phonenumbers.NumberParseException:
        return None
    if number.country_code == _SAUDI_CODE or not phonenumbers.is_valid_number(number):
        return None
    if phonenumbers.number_type(number) not in _MOBILE_TYPES:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
