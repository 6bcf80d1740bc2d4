"""Any of several options."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question, say
from forms_flow.fields.messages import problem, title_of
from forms_flow.fields.single_choice import SingleChoice, labels_of, options_of
from forms_flow.fields.widgets import ChoiceControl


class SeveralChoices(SingleChoice):
    """Options: ``exclusive``, the key of a "none of these" choice that stands alone."""

    name: ClassVar[str] = "several_choices"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Several choices")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return tick boxes."""
        return ChoiceControl(options_of(question, language), several=True)

    def typed(self, value: Any) -> list[str]:
        """Return the keys that were sent."""
        return [str(item) for item in value or ()]

    def parse(self, question: Question, typed: Any, language: str) -> list[str]:
        """Return the keys in the order of the question, each once."""
        chosen = [choice.key for choice in question.choices if choice.key in typed]
        if not chosen:
            raise problem(self.missing(question, language), "choice")
        alone = question.options.get("exclusive")
        if alone in chosen and len(chosen) > 1:
            label = next(say(choice.label, language) for choice in question.choices if choice.key == alone)
            message = _("%(question)s: choose “%(choice)s” alone, or the other answers without it")
            raise problem(message % {"question": title_of(question, language), "choice": label}, "exclusive")
        return chosen

    def initial(self, answer: Any) -> Any:
        """Return the chosen keys."""
        return [] if answer is None else answer["value"]

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the labels of the choices, one a line."""
        return [] if answer is None else labels_of(question, answer["value"], language)
