"""Short names for the blocks of a form."""

from typing import Any

from alhuda.demo.streams import block
from alhuda.demo.words import Both

Pair = tuple[str, str]
Block = dict[str, Any]
Conditions = list[Block]


def step(key: str, title: Pair, *questions: Block, **values: Any) -> Block:
    """Return a step."""
    body = Both(*values.pop("body", ("", "")))
    return block("step", key=key, title=Both(*title), body=body, questions=list(questions), **values)


def question(key: str, kind: str, label: Pair, purpose: Pair, **values: Any) -> Block:
    """Return a question; `hint` and `missing` are pairs too."""
    return block("question", key=key, kind=kind, label=Both(*label), purpose=Both(*purpose), **_paired(values))


def information(key: str, label: Pair, text: Pair, **values: Any) -> Block:
    """Return a text between the questions."""
    return question(key, "information", label, ("", ""), hint=text, **values)


def companions(key: str, label: Pair, purpose: Pair, *parts: Block, **values: Any) -> Block:
    """Return a repeating group with the questions about each entry."""
    texts = _paired(values)
    return block("companions", key=key, label=Both(*label), purpose=Both(*purpose), parts=list(parts), **texts)


def exit_page(key: str, title: Pair, body: Pair, conditions: Conditions, match: str = "all") -> Block:
    """Return a page that ends the journey kindly when the conditions hold."""
    return block("exit", key=key, title=Both(*title), body=Both(*body), conditions=conditions, match=match)


def choice(key: str, label: Pair, hint: Pair | None = None) -> Block:
    """Return one option of a choice question."""
    texts = {"hint": Both(*hint)} if hint else {}
    return block("choice", key=key, label=Both(*label), **texts)


def only_when(key: str, answers: str, operator: str = "is") -> Conditions:
    """Return the condition on one earlier answer; several are joined by adding them."""
    return [block("condition", question=key, operator=operator, answers=answers)]


def _paired(values: dict[str, Any]) -> dict[str, Any]:
    return {name: Both(*value) if name in {"hint", "missing"} else value for name, value in values.items()}
