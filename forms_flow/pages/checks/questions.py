"""Mistakes in single questions and in repeating groups."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from forms_flow.definition import SERVICE_QUESTION
from forms_flow.fields import registry
from forms_flow.pages.blocks.questions import COMPANIONS
from forms_flow.pages.checks.conditions import CHOICE_KINDS, TICK_KINDS, Earlier, conditions
from forms_flow.pages.checks.options import limits, options
from forms_flow.pages.checks.problem import Path, Problem, check_key
from forms_flow.pages.texts import entries

FEWEST_CHOICES = 2


def question(here: Path, block: Mapping[str, Any], earlier: Earlier, taken: set[str]) -> Iterator[Problem]:
    """Find what is wrong with a question; `taken` are the keys that it may not have."""
    key, kind = block.get("key"), block.get("kind") or ""
    yield from check_key((*here, "key"), key, taken, _("Another question has this key."))
    yield from conditions(here, block, earlier)
    if kind not in registry.kinds() or kind == COMPANIONS:
        yield Problem((*here, "kind"), _("Choose a kind of question."))
    elif registry.kind(kind).has_answer and not (block.get("purpose") or "").strip():
        yield Problem((*here, "purpose"), _("Say why this is asked."))
    if kind in TICK_KINDS and not (block.get("hint") or "").strip():
        yield Problem((*here, "hint"), _("Write here the text that people agree to."))
    if kind in CHOICE_KINDS and key != SERVICE_QUESTION:
        yield from _choices((*here, "choices"), block)
    yield from options(here, block, earlier)


def companions(here: Path, block: Mapping[str, Any], earlier: Earlier, taken: set[str]) -> Iterator[Problem]:
    """Find what is wrong with a repeating group. Its parts have keys of their own, and may look at one another."""
    yield from check_key((*here, "key"), block.get("key"), taken, _("Another question has this key."))
    yield from conditions(here, block, earlier)
    if not (block.get("purpose") or "").strip():
        yield Problem((*here, "purpose"), _("Say why this is asked."))
    yield from limits((*here, "min"), block.get("min"), block.get("max"))
    parts = list(entries(block.get("parts")))
    if not parts:
        yield Problem((*here, "parts"), _("Add a question about each one."))
    keys: set[str] = set()
    seen = dict(earlier)
    for position, _name, part in parts:
        path = (*here, "parts", position)
        yield from question(path, part, seen, keys)
        if part.get("kind") == "upload":
            yield Problem((*path, "kind"), _("Ask for documents in a step of its own, not for each one."))
        if part.get("key"):
            seen[part["key"]] = part


def _choices(here: Path, block: Mapping[str, Any]) -> Iterator[Problem]:
    keys: set[str] = set()
    choices = list(entries(block.get("choices")))
    for position, _name, choice in choices:
        yield from check_key((*here, position, "key"), choice.get("key"), keys, _("Another choice has this key."))
    if len(choices) < FEWEST_CHOICES:
        yield Problem((*here[:-1], "kind"), _("A choice question needs at least two choices."))
