"""Conditions in words, as a person with a pen reads them: questions by their number on the paper."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import Flow, Question, say
from forms_flow.enums import Operator
from forms_flow.fields import registry
from forms_flow.fields.countries import country_name
from forms_flow.fields.documents import DOCUMENTS
from forms_flow.fields.places import PLACES

#: The answers that conditions know by a key, by the kind of the question; choices name their own.
_NAMED = {
    "identity": {key: document.label for key, document in DOCUMENTS.items()},
    "region_place": PLACES,
}
_PATTERNS: Mapping[Operator, Promise] = {
    Operator.IS: gettext_lazy("the answer to %(question)s is %(value)s"),
    Operator.ONE_OF: gettext_lazy("the answer to %(question)s is %(value)s"),
    Operator.IS_NOT: gettext_lazy("the answer to %(question)s is not %(value)s"),
    Operator.ANSWERED: gettext_lazy("%(question)s is answered"),
    Operator.LESS_THAN: gettext_lazy("the number in %(question)s is below %(value)s"),
    Operator.AT_LEAST: gettext_lazy("the number in %(question)s is %(value)s or more"),
}
_OF_AGES: Mapping[Operator, Promise] = {
    Operator.LESS_THAN: gettext_lazy("the age in %(question)s is below %(value)s"),
    Operator.AT_LEAST: gettext_lazy("the age in %(question)s is %(value)s or more"),
}


class Words:
    """Says conditions in one language; the catalogue of that language must be active."""

    def __init__(
        self, flow: Flow, numbers: Mapping[str, int], language: str, *, parts: Sequence[Question] = ()
    ) -> None:
        """Take the numbers that questions bear on this paper, and the other questions that may be spoken of."""
        self.flow = flow
        self.numbers = numbers
        self.language = language
        self.parts = {part.key: part for part in parts}

    def only_if(self, rules: ShowWhen) -> str:
        """Return the sentence before what is asked of some only; empty for what is asked of everybody."""
        clauses = self.clauses(rules)
        return _("Only if %(clauses)s") % {"clauses": clauses} if clauses else ""

    def clauses(self, rules: ShowWhen) -> str:
        """Return the conditions alone, joined by "and" or "or"."""
        joint = (
            pgettext("between two conditions", " or ") if rules.any_of else pgettext("between two conditions", " and ")
        )
        return joint.join(self._clause(condition) for condition in rules.conditions)

    def _clause(self, condition: Condition) -> str:
        question = self.parts.get(condition.question) or self.flow.question(condition.question)
        words = {"question": self._name(condition.question, question), "value": self._values(condition, question)}
        return _pattern(condition.operator, question) % words

    def _name(self, key: str, question: Question | None) -> str:
        if key in self.numbers:
            return _("question %(number)d") % {"number": self.numbers[key]}
        return _quoted(say(question.label, self.language) if question else key)

    def _values(self, condition: Condition, question: Question | None) -> str:
        if condition.operator in {Operator.LESS_THAN, Operator.AT_LEAST}:
            return " / ".join(condition.values)
        labels = (_quoted(self._label(value, question)) for value in condition.values)
        return pgettext("between two answers", " or ").join(labels)

    def _label(self, value: str, question: Question | None) -> str:
        if question is None:
            return value
        if question.kind == "country":
            return country_name(value, self.language)
        named = {choice.key: say(choice.label, self.language) for choice in question.choices}
        named |= {key: str(label) for key, label in _NAMED.get(question.kind, {}).items()}
        if question.kind in {"yes_no", "consent", "declaration"} and value in {"yes", "no"}:
            spoken = registry.kind("yes_no").summary(question, {"value": value == "yes"}, self.language)
            return spoken[0]
        return named.get(value, value)


def _pattern(operator: Operator, question: Question | None) -> str:
    if question is not None and question.kind == "birth_date" and operator in _OF_AGES:
        return str(_OF_AGES[operator])
    return str(_PATTERNS[operator])


def _quoted(text: str) -> str:
    return pgettext("a quotation", "“%(text)s”") % {"text": text}
