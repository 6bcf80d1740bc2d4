"""An amount in Saudi riyals."""

import re
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override as use_language
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question
from forms_flow.fields.base import MASK, FieldKind
from forms_flow.fields.messages import problem, title_of
from forms_flow.fields.widgets import TextControl
from home.text import clean_text

LARGEST = 999_999_999
# The currency in any usual spelling, its sign included, as people write it around the number.
_CURRENCY = re.compile(
    r"^(?:SAR|SR|\u20c1)(?![a-z])|(?:ري(?:ال|الات|الا)|ریال)(?:\s+سعودي(?:ا|ة)?)?$|ر\.?\s?س\.?$|"
    r"(?<![a-z])(?:SAR|SR|riyals?|\u20c1)$",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"[0-9]{1,9}|[1-9][0-9]{0,2}(?:([,،٬ ])[0-9]{3})(?:\1[0-9]{3})?")
_DECIMAL_MARK = re.compile(r"[.٫]")
_LEAST_DECIMALS, _MOST_DECIMALS = 1, 2


class Money(FieldKind):
    """Stored as text in halala precision, because JSON would make a float of it. Options: ``min`` (0) and ``max``."""

    name: ClassVar[str] = "money"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Amount in riyals")
    sends_amount: ClassVar[bool] = True

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return a control with the digit keyboard that has a decimal mark."""
        del question, language
        return TextControl(
            css="control--code control--short",
            direction="ltr",
            inputmode="decimal",
            autocomplete="off",
            spellcheck="false",
        )

    def is_blank(self, typed: Any) -> bool:
        """Tell whether nothing that can be read was typed."""
        return not clean_text(typed)

    def parse(self, question: Question, typed: Any, language: str) -> str:
        """Return the amount, for example ``4500`` or ``4500.50``."""
        title = title_of(question, language)
        amount = normal_amount(typed)
        if amount is None:
            message = _("%(question)s: write the amount in digits, for example 4500 or 4500.50")
            if re.search(r"[0-9][,،٬][0-9]", clean_text(typed)):
                message = _("%(question)s: put a point before the halalas and a comma only between thousands: 4,500.50")
            raise problem(message % {"question": title}, "amount")
        low, high = int(question.options.get("min", 0)), int(question.options.get("max", LARGEST))
        if not low <= Decimal(amount) <= high:
            raise problem(_range_message(title, low, high), "range")
        return amount

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the amount as it was understood: a wrong mark would change it a hundredfold."""
        del question
        return [] if answer is None else [_in_riyals(f"{Decimal(answer['value']):,}", language)]

    def masked(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the currency alone."""
        del question
        return [] if answer is None else [_in_riyals(MASK, language)]


def normal_amount(text: str) -> str | None:
    """Return an amount without marks, with two decimals or none; nothing for what can be read in two ways."""
    plain = re.sub(r"\s+", " ", _CURRENCY.sub("", clean_text(text)).strip())
    whole, *decimals = _DECIMAL_MARK.split(plain)
    if not _WHOLE.fullmatch(whole) or len(decimals) > 1:
        return None
    riyals = str(int(re.sub(r"[,،٬ ]", "", whole)))
    if not decimals:
        return riyals
    halalas = decimals[0]
    if not re.fullmatch(rf"[0-9]{{{_LEAST_DECIMALS},{_MOST_DECIMALS}}}", halalas):
        return None
    halalas = halalas.ljust(_MOST_DECIMALS, "0")
    return f"{riyals}.{halalas}" if int(halalas) else riyals


def _in_riyals(amount: str, language: str) -> str:
    with use_language(language):
        return _("%(amount)s riyals") % {"amount": amount}


def _range_message(title: str, low: int, high: int) -> str:
    named = {"question": title, "low": f"{low:,}", "high": f"{high:,}"}
    if high >= LARGEST:
        return _("%(question)s: write %(low)s riyals or more") % named
    return _("%(question)s: write an amount from %(low)s to %(high)s riyals") % named
