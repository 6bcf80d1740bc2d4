"""What every kind of question is."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise

from forms_flow.definition import Question
from forms_flow.enums import MatchKind
from forms_flow.fields import messages
from forms_flow.fields.answer import AnswerField
from forms_flow.fields.typed import as_typed

MASK = "*" * 6


class FieldKind(ABC):
    """A kind of question, without state: the same object serves every form.

    An answer is JSON, ``{"value": normal form, "raw": as typed}`` unless the kind says otherwise, and ``None`` when an
    optional question was passed over.
    """

    name: ClassVar[str]
    label: ClassVar[Promise]
    has_files: ClassVar[bool] = False
    has_answer: ClassVar[bool] = True
    #: Whether what the control sends is the amount that a condition compares.
    sends_amount: ClassVar[bool] = False
    #: Whether an earlier answer may be offered. What must be meant anew each time, such as a consent, is not.
    may_be_offered: ClassVar[bool] = True

    @abstractmethod
    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the control."""

    @abstractmethod
    def parse(self, question: Question, typed: Any, language: str) -> Any:
        """Return the normal form of what was typed, or raise the one message that matters most."""

    def form_field(self, question: Question, language: str) -> forms.Field:
        """Return the Django field of the question, its control included."""
        return AnswerField(self, question, language)

    def typed(self, value: Any) -> Any:
        """Return what the control sent, safe to keep and to show again."""
        return as_typed(value)

    def is_blank(self, typed: Any) -> bool:
        """Tell whether the question was left unanswered."""
        return not typed

    def missing(self, question: Question, language: str) -> str:
        """Return the message for no answer."""
        return messages.enter(question, language)

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the JSON that is stored."""
        return None if cleaned is None else {"value": cleaned, "raw": self.typed(raw)}

    def initial(self, answer: Any) -> Any:
        """Return what the control shows when the answer is changed: as it was typed."""
        return "" if answer is None else answer["raw"]

    def post(self, name: str, answer: Any) -> dict[str, Any]:
        """Return the answer as a browser would send it, so that it can be checked once more before submission."""
        return {name: self.initial(answer)}

    def condition_name(self, name: str) -> str:
        """Return the name of the control that a condition on this question looks at; empty when none tells."""
        return name

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the lines that say the answer: check-answers, inbox, print."""
        del question, language
        return [] if answer is None else [str(answer["raw"])]

    def masked(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the same lines with what must not be read by the way masked."""
        return self.summary(question, answer, language)

    def tokens(self, question: Question, answer: Any) -> list[tuple[MatchKind, str]]:
        """Return the normal forms under which the application is found."""
        del question, answer
        return []
