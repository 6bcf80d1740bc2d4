"""A declaration: one box that must be ticked, with the text that was declared."""

from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override as use_language
from django.utils.translation import pgettext, pgettext_lazy

from forms_flow.definition import Question, say
from forms_flow.fields.consent import TICKED, Consent
from forms_flow.fields.messages import problem, title_of


class Declaration(Consent):
    """The hint is the text, kept like that of a consent. There is no "no": without the tick the journey waits."""

    name: ClassVar[str] = "declaration"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Declaration")

    def form_field(self, question: Question, language: str) -> forms.Field:
        """Return the field, which is never optional."""
        field = super().form_field(question, language)
        field.required = True
        return field

    def missing(self, question: Question, language: str) -> str:
        """Return the message for no tick."""
        if own := question.options.get("missing"):
            return say(own, language)
        return _("%(question)s: read the text, and tick the box if you declare it") % {
            "question": title_of(question, language)
        }

    def parse(self, question: Question, typed: Any, language: str) -> dict[str, Any]:
        """Return the answer, whatever the question says about being optional."""
        if typed["tick"] != TICKED:
            raise problem(self.missing(question, language), "missing")
        return super().parse(question, typed, language)

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return that it was declared."""
        del question
        if answer is None:
            return []
        with use_language(language):
            return [pgettext("declaration", "I declare this")]
