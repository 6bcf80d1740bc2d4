"""One of several options."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question, say
from forms_flow.fields import messages
from forms_flow.fields.base import FieldKind
from forms_flow.fields.widgets import ChoiceControl, Option


class SingleChoice(FieldKind):
    """Stored as the key of the choice, so that labels may change and be translated."""

    name: ClassVar[str] = "single_choice"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "One choice")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return radios."""
        return ChoiceControl(options_of(question, language))

    def missing(self, question: Question, language: str) -> str:
        """Return the message for no choice."""
        return messages.choose(question, language)

    def parse(self, question: Question, typed: Any, language: str) -> Any:
        """Return the key; one that is not offered counts as no choice."""
        if typed not in {choice.key for choice in question.choices}:
            raise messages.problem(self.missing(question, language), "choice")
        return str(typed)

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the key alone: nothing was typed."""
        del raw
        return None if cleaned is None else {"value": cleaned}

    def initial(self, answer: Any) -> Any:
        """Return the chosen key."""
        return "" if answer is None else answer["value"]

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the label of the choice."""
        return [] if answer is None else labels_of(question, [answer["value"]], language)


def options_of(question: Question, language: str) -> list[Option]:
    """Return the choices in a language."""
    return [Option(item.key, say(item.label, language), say(item.hint, language)) for item in question.choices]


def labels_of(question: Question, keys: list[str], language: str) -> list[str]:
    """Return the labels of the chosen keys, in the order of the question."""
    return [say(item.label, language) for item in question.choices if item.key in keys]
