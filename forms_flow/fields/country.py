"""A country, of nationality or residence."""

from collections.abc import Sequence
from functools import cache
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from forms_flow.definition import Question
from forms_flow.fields import messages
from forms_flow.fields.base import FieldKind
from forms_flow.fields.countries import countries, country_name
from forms_flow.fields.widgets import TEMPLATES, Control, Option
from home.text import clean_code

HOME = "SA"
#: Where most pilgrims come from; shown after Saudi Arabia and before the rest.
FREQUENT = frozenset(
    ["AE", "BD", "DZ", "EG", "ID", "IN", "IQ", "IR", "JO", "KW", "MA", "MY", "NG", "PK", "SD", "SY", "TN", "TR", "YE"]
)


class CountrySelect(Control):
    """A native select: a phone searches it by itself, and it needs no JavaScript."""

    template_name = TEMPLATES + "country.html"

    def __init__(self, language: str) -> None:
        """Offer every country in the language."""
        self.language = language
        super().__init__({"class": "control"})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return the context of the template; the chosen country stands once more on top, as the list is shared."""
        context = super().get_context(name, value, attrs)
        chosen = value if value in codes() else ""
        first, rest = _lines(self.language)
        context["widget"] |= {
            "chosen": chosen,
            "chosen_name": country_name(chosen, self.language),
            "first": first,
            "rest": rest,
        }
        return context


class Country(FieldKind):
    """Stored as the ISO 3166 code of two letters, in capitals."""

    name: ClassVar[str] = "country"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Country")

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the select."""
        del question
        return CountrySelect(language)

    def is_blank(self, typed: Any) -> bool:
        """Tell whether nothing was chosen."""
        return not clean_code(typed)

    def missing(self, question: Question, language: str) -> str:
        """Return the message for no choice."""
        return messages.choose(question, language)

    def parse(self, question: Question, typed: Any, language: str) -> str:
        """Return the code; one that is not offered counts as no choice."""
        code = clean_code(typed)
        if code not in codes():
            raise messages.problem(self.missing(question, language), "choice")
        return code

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the code alone: nothing was typed."""
        del raw
        return None if cleaned is None else {"value": cleaned}

    def initial(self, answer: Any) -> Any:
        """Return the chosen code."""
        return "" if answer is None else answer["value"]

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the country's name."""
        del question
        return [] if answer is None else [country_name(answer["value"], language)]


@cache
def codes() -> frozenset[str]:
    """Return the codes of all countries."""
    return frozenset(option.key for option in countries("en"))


@cache
def ordered(language: str) -> tuple[Sequence[Option], Sequence[Option]]:
    """Return Saudi Arabia and the frequent countries, then the others; both in the order of the language."""
    home = [option for option in countries(language) if option.key == HOME]
    frequent = [option for option in countries(language) if option.key in FREQUENT]
    rest = [option for option in countries(language) if option.key not in FREQUENT | {HOME}]
    return (*home, *frequent), tuple(rest)


@cache
def _lines(language: str) -> tuple[SafeString, SafeString]:
    """Write the options of both groups once, as they are dear to render each time."""
    first, rest = (
        format_html_join("\n", '<option value="{}">{}</option>', ((option.key, option.label) for option in group))
        for group in ordered(language)
    )
    return first, rest
