"""A whole number: people, days, children."""

import re
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question
from forms_flow.fields.base import FieldKind
from forms_flow.fields.messages import problem, title_of
from forms_flow.fields.widgets import TextControl
from home.text import clean_text

LARGEST = 999_999_999
_NUMBER = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:[,،٬][0-9]{3}){1,2}")


class WholeNumber(FieldKind):
    """Options: ``min`` (0) and ``max``."""

    name: ClassVar[str] = "whole_number"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Whole number")
    sends_amount: ClassVar[bool] = True

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return a control with the digit keyboard; `type=number` loses what it cannot read."""
        del question, language
        return TextControl(
            css="control--code control--short",
            direction="ltr",
            inputmode="numeric",
            autocomplete="off",
            spellcheck="false",
        )

    def is_blank(self, typed: Any) -> bool:
        """Tell whether nothing that can be read was typed."""
        return not clean_text(typed)

    def parse(self, question: Question, typed: Any, language: str) -> int:
        """Return the number. A comma counts only between thousands, so that 12,5 is not read as 125."""
        title = title_of(question, language)
        text = re.sub(r"\s", "", clean_text(typed))
        if not _NUMBER.fullmatch(text):
            raise problem(
                _("%(question)s: write a whole number in digits, for example 4") % {"question": title}, "digits"
            )
        number = int(re.sub(r"[,،٬]", "", text))
        low, high = int(question.options.get("min", 0)), int(question.options.get("max", LARGEST))
        if not low <= number <= high:
            raise problem(_range_message(title, low, high), "range")
        return number


def _range_message(title: str, low: int, high: int) -> str:
    if high >= LARGEST:
        return _("%(question)s: write %(low)d or more") % {"question": title, "low": low}
    return _("%(question)s: write a number from %(low)d to %(high)d") % {"question": title, "low": low, "high": high}
