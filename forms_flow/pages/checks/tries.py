"""Answers worth trying when the ways through a form are looked at."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from forms_flow.conditions import Condition
from forms_flow.definition import Question
from forms_flow.pages.blocks.conditions import AMOUNTS

OTHER = "another-answer"
#: The options that bound a number, or the age that follows from a date of birth: the lowest, the highest.
BOUNDS = (("min", "min_age"), ("max", "max_age"))


def tries(question: Question, compared: Iterable[Condition]) -> list[Any]:
    """Return one answer for each way in which the conditions tell answers apart; None stands for no answer."""
    found = _amounts(question, compared) or _named(question, compared)
    return found if question.required else [*found, None]


def _named(question: Question, compared: Iterable[Condition]) -> list[Any]:
    mentioned = {value for condition in compared for value in condition.values}
    offered = {choice.key for choice in question.choices}
    answers: list[Any] = sorted(mentioned & offered if offered else mentioned)
    if question.kind == "yes_no":
        answers = ["yes", "no"] + (["unsure"] if question.options.get("unsure") else [])
    elif question.kind == "declaration":
        answers = ["yes"]
    elif question.kind == "consent":
        answers = ["yes"] if question.required else ["yes", "no"]
    elif not offered or offered - mentioned:
        answers.append(OTHER)
    if question.kind in {"several_choices", "availability"}:
        answers = [[answer] for answer in answers] + [answers]
    return answers


def _amounts(question: Question, compared: Iterable[Condition]) -> list[Any]:
    """Return numbers on both sides of every number compared with, within the question's own bounds."""
    values = {Decimal(value) for condition in compared if condition.operator in AMOUNTS for value in condition.values}
    if not values:
        return []
    lowest, highest = (_bound(question, names) for names in BOUNDS)
    near = {value + step for value in values for step in (-1, 0, 1)} | {lowest or Decimal(0)}
    near |= {highest} if highest is not None else set()
    return [str(value) for value in sorted(near) if (lowest or 0) <= value and (highest is None or value <= highest)]


def _bound(question: Question, names: Iterable[str]) -> Decimal | None:
    given = (question.options.get(name) for name in names)
    return next((Decimal(value) for value in given if value is not None), None)
