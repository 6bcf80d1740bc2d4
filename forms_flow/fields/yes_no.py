"""Yes or no."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import override as use_language
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question
from forms_flow.fields import messages
from forms_flow.fields.base import FieldKind
from forms_flow.fields.widgets import ChoiceControl, Option

UNSURE = "unsure"
_LABELS = {
    "yes": pgettext_lazy("answer", "Yes"),
    "no": pgettext_lazy("answer", "No"),
    UNSURE: pgettext_lazy("answer", "I do not know"),
}
_VALUES: dict[str, bool | str] = {"yes": True, "no": False, UNSURE: UNSURE}


class YesNo(FieldKind):
    """Stored as true or false. Option ``unsure`` adds "I do not know", stored apart from no answer (req 22)."""

    name: ClassVar[str] = "yes_no"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Yes or no")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return two radios, or three."""
        return ChoiceControl(Option(key, _label(key, language)) for key in _keys(question))

    def missing(self, question: Question, language: str) -> str:
        """Return the message for no choice."""
        return messages.choose(question, language)

    def parse(self, question: Question, typed: Any, language: str) -> bool | str:
        """Return the meaning of the radio; a value that is not offered counts as no choice."""
        if typed not in _keys(question):
            raise messages.problem(self.missing(question, language), "choice")
        return _VALUES[typed]

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the meaning alone: nothing was typed."""
        del raw
        return None if cleaned is None else {"value": cleaned}

    def initial(self, answer: Any) -> Any:
        """Return the key of the radio."""
        return "" if answer is None else _key(answer["value"])

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the word."""
        del question
        return [] if answer is None else [_label(_key(answer["value"]), language)]


def _keys(question: Question) -> list[str]:
    return [key for key in _LABELS if key != UNSURE or question.options.get("unsure")]


def _key(value: Any) -> str:
    return next(key for key, meaning in _VALUES.items() if meaning == value)


def _label(key: str, language: str) -> str:
    with use_language(language):
        return str(_LABELS[key])
