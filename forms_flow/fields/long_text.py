"""Several lines of free text."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question
from forms_flow.fields.messages import problem, shorten, write
from forms_flow.fields.short_text import ShortText
from forms_flow.fields.typed import as_typed
from forms_flow.fields.widgets import TextAreaControl
from home.text import clean_text

MAX_LENGTH = 1000


class LongText(ShortText):
    """Several lines, kept as lines. Options: ``max_length``, ``rows``."""

    name: ClassVar[str] = "long_text"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Long text")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return a text area."""
        del language
        return TextAreaControl(int(question.options.get("rows", 6)), limit=most_characters(question))

    def typed(self, value: Any) -> str:
        """Return the text with its lines."""
        return as_typed(value, lines=True)

    def missing(self, question: Question, language: str) -> str:
        """Return the message for no text."""
        return write(question, language)

    def parse(self, question: Question, typed: Any, language: str) -> str:
        """Return the clean text line by line."""
        limit = most_characters(question)
        if len(typed) > limit:
            raise problem(shorten(question, language, limit), "too_long")
        return "\n".join(clean_text(line) for line in typed.split("\n")).strip()

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the lines as they were typed."""
        del question, language
        return [] if answer is None else str(answer["raw"]).split("\n")


def most_characters(question: Question) -> int:
    """Return how much may be written."""
    return int(question.options.get("max_length", MAX_LENGTH))
