"""The one Django field behind every typed or chosen answer."""

from collections.abc import Container
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from forms_flow.definition import Question, say
from forms_flow.fields.messages import problem, title_of

if TYPE_CHECKING:
    from forms_flow.fields.base import FieldKind


class AnswerField(forms.Field):
    """Asks the kind for everything: first whether anything was typed, then what it means.

    `unavailable` are choices that cannot be had at present, whatever the form's version offers.
    """

    unavailable: Container[str] = ()

    def __init__(self, kind: "FieldKind", question: Question, language: str) -> None:
        """Take label, hint and control from the question."""
        self.kind = kind
        self.question = question
        self.language = language
        super().__init__(
            required=question.required,
            label=say(question.label, language),
            help_text=say(question.hint, language),
            widget=kind.widget(question, language),
        )

    def clean(self, value: Any) -> Any:
        """Return the normal form; ``None`` when an optional question was left empty."""
        typed = self.kind.typed(value)
        if not self.kind.is_blank(typed):
            return self._available(self.kind.parse(self.question, typed, self.language))
        if self.required:
            raise problem(self.kind.missing(self.question, self.language), "missing")
        return None

    def _available(self, cleaned: Any) -> Any:
        if not (isinstance(cleaned, str) and cleaned in self.unavailable):
            return cleaned
        choice = next((say(item.label, self.language) for item in self.question.choices if item.key == cleaned), "")
        text = _("%(question)s: “%(choice)s” cannot be asked for now; choose another")
        raise problem(text % {"question": title_of(self.question, self.language), "choice": choice}, "closed")
