"""What a new version of a form changes, in words for the editor who is about to publish it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from forms_flow.definition import Flow, Question, Step
from forms_flow.pages.said import named, texts_of


class Change(NamedTuple):
    """Some things of one sort that were added, taken out, worded anew or given other rules."""

    title: Any
    names: list[str]


def changes(before: Flow | None, after: Flow) -> list[Change]:
    """Return what is different, without what stayed as it was; everything is new to a form never published."""
    old_steps, new_steps = _steps(before), _steps(after)
    old_questions, new_questions = _questions(before), _questions(after)
    found = [
        Change(_("New steps"), _names(new_steps, new_steps.keys() - old_steps.keys())),
        Change(_("Steps taken out"), _names(old_steps, old_steps.keys() - new_steps.keys())),
        Change(_("New questions"), _names(new_questions, new_questions.keys() - old_questions.keys())),
        Change(_("Questions taken out"), _names(old_questions, old_questions.keys() - new_questions.keys())),
        Change(_("Worded anew"), _worded_anew(before, after)),
        Change(_("Other rules or choices"), _ruled_anew(old_steps | old_questions, new_steps | new_questions)),
    ]
    return [change for change in found if change.names]


def _steps(flow: Flow | None) -> dict[tuple[str, ...], Any]:
    return {("step", step.key): step for step in flow.steps} if flow else {}


def _questions(flow: Flow | None) -> dict[tuple[str, ...], Any]:
    found: dict[tuple[str, ...], Any] = {}
    for step in flow.steps if flow else ():
        for question in step.questions:
            found[("question", question.key)] = question
            found |= {("question", question.key, part.key): part for part in question.parts}
        found |= {("exit", item.key): item for item in step.exits}
    return found


def _names(items: Mapping[tuple[str, ...], Any], wanted: Iterable[tuple[str, ...]]) -> list[str]:
    keys = set(wanted)
    return [_name(item) for key, item in items.items() if key in keys]


def _name(item: Any) -> str:
    return named(item.label if isinstance(item, Question) else item.title, item.key)


def _worded_anew(before: Flow | None, after: Flow) -> list[str]:
    old = {said.place: said.text for said in texts_of(before)} if before else {}
    found = (said.name for said in texts_of(after) if said.place in old and dict(old[said.place]) != dict(said.text))
    return list(dict.fromkeys(found))


def _ruled_anew(old: Mapping[tuple[str, ...], Any], new: Mapping[tuple[str, ...], Any]) -> list[str]:
    return [_name(item) for key, item in new.items() if key in old and _rules(old[key]) != _rules(item)]


def _rules(item: Any) -> Any:
    """Return a step or question without its texts and without what it holds."""
    if isinstance(item, Step):
        return item.show_when
    if isinstance(item, Question):
        options = {name: value for name, value in item.options.items() if name != "missing"}
        choices = tuple(choice.key for choice in item.choices)
        return replace(item, label={}, hint={}, purpose={}, options=options, choices=choices, parts=())  # type: ignore[arg-type]  # keys alone
    return item.when
