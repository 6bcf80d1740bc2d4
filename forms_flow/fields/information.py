"""A text between the questions; nothing is asked."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question, say
from forms_flow.fields.base import FieldKind
from forms_flow.fields.widgets import TEMPLATES, Control


class InformationText(Control):
    """The text, as paragraphs."""

    template_name = TEMPLATES + "information.html"

    def __init__(self, text: str) -> None:
        """Take the text to show."""
        self.text = text
        super().__init__()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template."""
        context = super().get_context(name, value, attrs)
        context["widget"]["text"] = self.text
        return context


class Information(FieldKind):
    """The label is the heading, the hint is the text."""

    name: ClassVar[str] = "information"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Information")
    may_be_offered: ClassVar[bool] = False
    has_answer: ClassVar[bool] = False

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the text."""
        return InformationText(say(question.hint, language))

    def form_field(self, question: Question, language: str) -> forms.Field:
        """Return a field that never fails."""
        field = super().form_field(question, language)
        field.required = False
        return field

    def parse(self, question: Question, typed: Any, language: str) -> None:
        """Return nothing, whatever was sent."""
        del question, typed, language

    def to_answer(self, cleaned: Any, raw: Any) -> None:
        """Return nothing."""
        del cleaned, raw

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return nothing."""
        del question, answer, language
        return []
