"""A line of free text."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question
from forms_flow.fields.base import FieldKind
from forms_flow.fields.messages import problem, shorten
from forms_flow.fields.widgets import TextControl
from home.text import clean_text

MAX_LENGTH = 200


class ShortText(FieldKind):
    """One line. Options: ``max_length``, ``autocomplete``."""

    name: ClassVar[str] = "short_text"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Short text")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return a one-line control."""
        del language
        return TextControl(autocomplete=str(question.options.get("autocomplete", "off")))

    def is_blank(self, typed: Any) -> bool:
        """Tell whether nothing that can be read was typed."""
        return not clean_text(typed)

    def parse(self, question: Question, typed: Any, language: str) -> str:
        """Return the clean text; the length is counted on what was typed, as the person sees it."""
        limit = int(question.options.get("max_length", MAX_LENGTH))
        if len(typed) > limit:
            raise problem(shorten(question, language, limit), "too_long")
        return clean_text(typed)
