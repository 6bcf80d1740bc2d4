"""Conditions that could never be met, or ask what the earlier question cannot be answered with."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms_flow.definition import SERVICE_QUESTION
from forms_flow.enums import Operator
from forms_flow.fields.availability import TIMES
from forms_flow.fields.consent import TICKED
from forms_flow.fields.country import codes
from forms_flow.fields.places import PLACES
from forms_flow.pages.blocks.conditions import AMOUNTS, is_number
from forms_flow.pages.blocks.keys import split_keys
from forms_flow.pages.blocks.questions import COMPANIONS
from forms_flow.pages.checks.problem import Path, Problem
from forms_flow.pages.texts import entries

Earlier = Mapping[str, Mapping[str, Any]]

CHOICE_KINDS = frozenset({"single_choice", "several_choices"})
#: Kinds with an amount that a condition may compare: a number, or the age that follows from a date of birth.
WITH_AMOUNT = frozenset({"whole_number", "money", "birth_date"})
#: Boxes that are ticked or not, which is an answer either way.
TICK_KINDS = frozenset({"consent", "declaration"})
#: Kinds whose possible answers are lists of their own. A tick is compared with yes alone, since an unticked box
#: sends nothing that a script could compare; of an address or a list a condition can only ask whether it is given.
FIXED_ANSWERS: Mapping[str, Callable[[], Iterable[str]]] = {
    "country": codes,
    "region_place": lambda: PLACES,
    "availability": lambda: TIMES,
    "national_address": tuple,
    COMPANIONS: tuple,
    **{kind: lambda: (TICKED,) for kind in TICK_KINDS},
}


def conditions(here: Path, block: Mapping[str, Any], earlier: Earlier) -> Iterator[Problem]:
    """Find what is wrong with the conditions of a block; `earlier` are the questions that they may look at."""
    for position, _name, condition in entries(block.get("conditions")):
        path = (*here, "conditions", position)
        asked = earlier.get(condition.get("question") or "")
        if asked is None:
            yield Problem((*path, "question"), _("No earlier question has this key."))
        elif condition.get("operator") in AMOUNTS:
            yield from _amount(path, condition, asked)
        elif message := _answers_problem(condition, asked):
            yield Problem((*path, "answers"), message)


def _amount(path: Path, condition: Mapping[str, Any], asked: Mapping[str, Any]) -> Iterator[Problem]:
    answers = split_keys(condition.get("answers"))
    if asked.get("kind") not in WITH_AMOUNT:
        yield Problem((*path, "operator"), _("Only a number, an amount or an age can be compared like this."))
    elif len(answers) != 1 or not is_number(answers[0]):
        yield Problem((*path, "answers"), _("Write one number in digits, for example 18."))


def _answers_problem(condition: Mapping[str, Any], asked: Mapping[str, Any]) -> str | Promise:
    answers, possible = split_keys(condition.get("answers")), possible_answers(asked)
    if condition.get("operator") == Operator.ANSWERED:
        return _("A consent is always answered. Compare it with yes.") if asked.get("kind") in TICK_KINDS else ""
    if not answers:
        return _("Say which answers count.")
    if possible is not None and not possible.issuperset(answers):
        return _("The earlier question does not offer this answer.")
    return ""


def possible_answers(question: Mapping[str, Any]) -> set[str] | None:
    """Return what the question can be answered with; None when that is open."""
    kind, options = question.get("kind") or "", question.get("options") or {}
    if kind == "yes_no":
        return {"yes", "no", "unsure"} if options.get("unsure") else {"yes", "no"}
    if kind in FIXED_ANSWERS:
        return set(FIXED_ANSWERS[kind]())
    if kind in CHOICE_KINDS and question.get("key") != SERVICE_QUESTION:
        return {choice.get("key") or "" for _position, _name, choice in entries(question.get("choices"))}
    return None
