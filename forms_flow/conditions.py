"""Conditions: plain comparisons of earlier answers with values.

They decide which steps and questions are asked, and which answers end a journey early.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from forms_flow.enums import Operator

#: Stored answers of a form: question key -> JSON value as its kind's ``to_answer`` made it.
Answers = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Condition:
    """A comparison of one earlier answer with a value."""

    question: str
    operator: Operator
    values: tuple[str, ...] = ()

    def holds(self, answers: Answers) -> bool:
        """Tell whether the answers meet the condition; an answer that is not there meets only ``is_not``."""
        answer = answers.get(self.question)
        given = plain_values(answer)
        match self.operator:
            case Operator.ANSWERED:
                return bool(given)
            case Operator.IS_NOT:
                return not given & set(self.values)
            case Operator.IS | Operator.ONE_OF:
                return bool(given & set(self.values))
            case Operator.LESS_THAN:
                return any(amount < Decimal(value) for amount in measure(answer) for value in self.values)
            case Operator.AT_LEAST:
                return any(amount >= Decimal(value) for amount in measure(answer) for value in self.values)


@dataclass(frozen=True, kw_only=True)
class ShowWhen:
    """When a step or question is asked: all or any of some conditions; without conditions, always."""

    any_of: bool = False
    conditions: tuple[Condition, ...] = ()

    def holds(self, answers: Answers) -> bool:
        """Tell whether the answers so far call for the step or question."""
        if not self.conditions:
            return True
        results = [condition.holds(answers) for condition in self.conditions]
        return any(results) if self.any_of else all(results)


def plain_values(answer: Any) -> set[str]:
    """Return what a condition may compare: the chosen keys, ``yes``/``no``, or the text; nothing when unanswered."""
    if isinstance(answer, Mapping):
        answer = answer.get("kind", answer.get("value"))
    if answer is None or answer in ("", []):
        return set()
    if isinstance(answer, bool):
        return {"yes" if answer else "no"}
    return {str(item) for item in answer} if isinstance(answer, list | tuple) else {str(answer)}


def measure(answer: Any) -> list[Decimal]:
    """Return the amount that a condition may compare, an age in years or a number; nothing where there is none."""
    if isinstance(answer, Mapping):
        answer = answer.get("age", answer.get("value"))
    if answer is None or isinstance(answer, bool):
        return []
    try:
        return [Decimal(str(answer))]
    except InvalidOperation:
        return []


def show_when_from(data: Mapping[str, Any]) -> ShowWhen:
    """Build it from stored JSON."""
    conditions = tuple(
        Condition(question=item["question"], operator=Operator(item["operator"]), values=tuple(item["values"]))
        for item in data.get("conditions", ())
    )
    return ShowWhen(any_of=bool(data.get("any_of")), conditions=conditions)
