"""A person's name, in one field, as it stands on the document."""

import unicodedata
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question
from forms_flow.enums import MatchKind
from forms_flow.fields.base import MASK, FieldKind
from forms_flow.fields.messages import problem, shorten, title_of
from forms_flow.fields.typed import ZWNJ, has_visible_letter
from forms_flow.fields.widgets import TextControl
from home.text import clean_name, fold

MAX_LENGTH = 150
_PUNCTUATION = frozenset(f" '’-.{ZWNJ}")


class FullName(FieldKind):
    """Letters and marks of any script. Options: ``autocomplete`` (``off`` when it is somebody else's name)."""

    name: ClassVar[str] = "full_name"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Full name")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return a one-line control that the browser fills and does not spell-check."""
        del language
        return TextControl(autocomplete=str(question.options.get("autocomplete", "name")), spellcheck="false")

    def is_blank(self, typed: Any) -> bool:
        """Tell whether nothing that can be read was typed."""
        return not clean_name(typed).strip(ZWNJ)

    def parse(self, question: Question, typed: Any, language: str) -> str:
        """Return the name in NFC with single spaces."""
        name = clean_name(typed)
        if not has_visible_letter(name) or not all(_belongs(char) for char in name):
            message = _("%(question)s: write it in letters, without digits or symbols")
            raise problem(message % {"question": title_of(question, language)}, "letters")
        if len(name) > MAX_LENGTH:
            raise problem(shorten(question, language, MAX_LENGTH), "too_long")
        return name

    def masked(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the first word only."""
        del question, language
        return [] if answer is None else [f"{answer['value'].split(' ')[0]} {MASK}"]

    def tokens(self, question: Question, answer: Any) -> list[tuple[MatchKind, str]]:
        """Return each folded word once."""
        del question
        words = fold(answer["value"]).split() if answer else []
        return [(MatchKind.NAME, word) for word in dict.fromkeys(words)]


def _belongs(char: str) -> bool:
    return char in _PUNCTUATION or unicodedata.category(char)[0] in "LM"
