"""A repeating group: the same few questions about each companion."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy
from django.utils.translation import override as use_language

from forms_flow.definition import Question
from forms_flow.enums import MatchKind, Sensitivity
from forms_flow.fields.base import MASK, FieldKind
from forms_flow.fields.companions_field import CompanionsControl, CompanionsField, entry_title
from forms_flow.fields.messages import title_of

#: The classes of answers of which only a part is read in passing.
_SENSITIVE = frozenset({Sensitivity.IDENTITY, Sensitivity.HEALTH, Sensitivity.MONEY})
_QUESTION_MARKS = ("؟", "?")


class Companions(FieldKind):
    """Stored as ``{"value": [{part: answer, …}, …]}``; each part's answer is that of its own kind.

    Entries are added, changed and removed on pages of their own, so the step's page sends nothing: its form looks at
    the stored entries. Options: ``min`` and ``max``, how many there may be.
    """

    name: ClassVar[str] = "companions"
    label: ClassVar[Promise] = pgettext_lazy("kind of question", "Companions")
    may_be_offered: ClassVar[bool] = False

    def __init__(self, kind_of: Callable[[str], FieldKind]) -> None:
        """Take where to find the kinds of the parts."""
        self.kind_of = kind_of

    def widget(self, question: Question, language: str) -> forms.Widget:
        """Return the list."""
        del question, language
        return CompanionsControl()

    def form_field(self, question: Question, language: str) -> forms.Field:
        """Return the field that looks at the entries once more."""
        return CompanionsField(self, question, language)

    def parse(self, question: Question, typed: Any, language: str) -> Any:
        """Return what was sent, which is nothing: the field looks at the entries."""
        del question, language
        return typed

    def to_answer(self, cleaned: Any, raw: Any) -> Any:
        """Return the entries."""
        del raw
        return {"value": list(cleaned)}

    def initial(self, answer: Any) -> Any:
        """Return nothing: the list is the wizard's to fill."""
        del answer

    def post(self, name: str, answer: Any) -> dict[str, Any]:
        """Return nothing: stored entries count by themselves."""
        del name, answer
        return {}

    def condition_name(self, name: str) -> str:
        """Return nothing: the group has its step to itself."""
        del name
        return ""

    def summary(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the number of each entry with its lines below."""
        return self._lines(question, answer, language, masked=False)

    def masked(self, question: Question, answer: Any, language: str) -> list[str]:
        """Return the same with what is sensitive in each entry masked."""
        return self._lines(question, answer, language, masked=True)

    def tokens(self, question: Question, answer: Any) -> list[tuple[MatchKind, str]]:
        """Return those of every entry, so that the application is found by a companion too."""
        return [
            token
            for entry in entries_of(answer)
            for part in question.parts
            if part.key in entry
            for token in self.kind_of(part.kind).tokens(part, entry[part.key])
        ]

    def name_of(self, question: Question, entry: Mapping[str, Any]) -> str:
        """Return the name that the entry goes by; nothing where none is asked or given."""
        names = (entry.get(part.key) for part in question.parts if part.kind == "full_name")
        return next((name["raw"] for name in names if name), "")

    def count_lines(self, entries: Sequence[Mapping[str, Any]]) -> list[str]:
        """Return how many entries there are, in the language at hand."""
        count = len(entries)
        text = ngettext("%(count)d companion", "%(count)d companions", count) % {"count": count}
        return [text if count else pgettext("companions", "None")]

    def lines_of(self, question: Question, entry: Mapping[str, Any], language: str) -> list[str]:
        """Return a line for each answer of one entry."""
        return list(self._entry_lines(question, entry, language, masked=False))

    def _lines(self, question: Question, answer: Any, language: str, *, masked: bool) -> list[str]:
        if answer is None:
            return []
        with use_language(language):
            lines: list[str] = []
            for number, entry in enumerate(entries_of(answer), 1):
                lines += [entry_title(number), *self._entry_lines(question, entry, language, masked=masked)]
            return lines or [pgettext("companions", "None")]

    def _entry_lines(
        self, question: Question, entry: Mapping[str, Any], language: str, *, masked: bool
    ) -> Iterator[str]:
        for part in question.parts:
            answer = entry.get(part.key)
            hide = masked and not _SENSITIVE.isdisjoint({part.sensitivity, question.sensitivity})
            if lines := self._part_lines(part, answer, language, masked=hide):
                yield _line(part, lines, language)

    def _part_lines(self, part: Question, answer: Any, language: str, *, masked: bool) -> list[str]:
        kind = self.kind_of(part.kind)
        if answer is None or not kind.has_answer:
            return []
        plain = kind.summary(part, answer, language)
        if not masked:
            return plain
        hidden = kind.masked(part, answer, language)
        return [MASK] if hidden == plain else hidden


def entries_of(answer: Any) -> list[dict[str, Any]]:
    """Return the entries of a stored answer."""
    return list(answer["value"]) if answer else []


def _line(part: Question, lines: list[str], language: str) -> str:
    """Return "label: answer"; after a question mark the answer needs no colon."""
    with use_language(language):
        answer = pgettext("between two things of a list", ", ").join(lines)
        label = title_of(part, language)
        if label.endswith(_QUESTION_MARKS):
            return f"{label} {answer}"
        return _("%(label)s: %(answer)s") % {"label": label, "answer": answer}
