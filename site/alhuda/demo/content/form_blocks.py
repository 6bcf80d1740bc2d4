"""Short names for the blocks of a form."""

from typing import Any

from alhuda.demo.streams import block
from alhuda.demo.words import Both

Pair = tuple[str, str]


def step(key: str, title: Pair, *questions: dict[str, Any], **values: Any) -> dict[str, Any]:
    """Return a step."""
    body = Both(*values.pop("body", ("", "")))
    return block("step", key=key, title=Both(*title), body=body, questions=list(questions), **values)


def question(key: str, kind: str, label: Pair, purpose: Pair, **values: Any) -> dict[str, Any]:
    """Return a question; `hint` and `missing` are pairs too."""
    texts = {name: Both(*values.pop(name)) for name in ("hint", "missing") if name in values}
    return block("question", key=key, kind=kind, label=Both(*label), purpose=Both(*purpose), **texts, **values)


def choice(key: str, label: Pair) -> dict[str, Any]:
    """Return one option of a choice question."""
    return block("choice", key=key, label=Both(*label))


def only_when(key: str, answers: str, operator: str = "is") -> list[dict[str, Any]]:
    """Return the condition on one earlier answer."""
    return [block("condition", question=key, operator=operator, answers=answers)]
