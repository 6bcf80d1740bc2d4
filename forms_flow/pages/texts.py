"""The texts of one language of a form page, by the place they stand at.

Steps, questions and choices are named by their keys, which every language shares, and never by position: a translation
may be older than its source. A draft may hold anything, so nothing here relies on a key or a text being there.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

    from forms_flow.pages.models import FormPage

Place = tuple[str, ...]
Texts = Mapping[Place, str]

#: Texts of the page itself: the name in the compiled form, and the field.
PAGE_TEXTS = {
    "title": "title",
    "privacy": "privacy_text",
    "declaration": "declaration_text",
    "next_steps": "next_steps_text",
}
STEP_TEXTS = ("title", "body")
QUESTION_TEXTS = ("label", "hint", "purpose", "missing")
CHOICE_TEXTS = ("label", "hint")
EXIT_TEXTS = ("title", "body")


def entries(stream: "StreamValue | None", *kinds: str) -> Iterator[tuple[int, str, Mapping[str, Any]]]:
    """Yield (position, block name, values) of a stream's blocks, of the given names only."""
    for position, child in enumerate(stream or ()):
        if isinstance(child.value, Mapping) and (not kinds or child.block_type in kinds):
            yield position, child.block_type, child.value


def page_texts(page: "FormPage") -> dict[Place, str]:
    """Return every text that is not empty. Where two things have one key, the first counts."""
    found: dict[Place, str] = {}
    for place, text in _all_texts(page):
        if text and text.strip():
            found.setdefault(place, text.strip())
    return found


def document_place(step: Mapping[str, Any]) -> Place:
    """Return where the words of a step's block of service documents stand; a step has one such block."""
    return ("documents", step.get("key") or "", "purpose")


def _all_texts(page: "FormPage") -> Iterator[tuple[Place, str | None]]:
    for name, field in PAGE_TEXTS.items():
        yield (name,), getattr(page, field)
    for _position, _name, step in entries(page.steps):
        yield from _named("step", step, STEP_TEXTS)
        for _place, name, question in entries(step.get("questions")):
            match name:
                case "service_documents":
                    yield document_place(step), question.get("purpose")
                case "exit":
                    yield from _named("exit", question, EXIT_TEXTS)
                case _:
                    yield from _question_texts(question, "")


def part_key(group: str, key: str) -> str:
    """Return the name under which the texts of a part of a repeating group stand; its key is its own only there."""
    return f"{group}/{key}" if group else key


def _question_texts(question: Mapping[str, Any], group: str) -> Iterator[tuple[Place, str | None]]:
    named = {**question, "key": part_key(group, question.get("key") or "")}
    yield from _named("question", named, QUESTION_TEXTS)
    for _position, _name, choice in entries(question.get("choices")):
        for name in CHOICE_TEXTS:
            yield ("choice", named["key"], choice.get("key") or "", name), choice.get(name)
    for _position, _name, part in entries(question.get("parts")):
        yield from _question_texts(part, named["key"])


def _named(kind: str, values: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[tuple[Place, str | None]]:
    for name in names:
        yield (kind, values.get("key") or "", name), values.get(name)
