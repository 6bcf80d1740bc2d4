"""Mistakes in steps, and between the blocks of a step."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from forms_flow.pages.blocks.questions import COMPANIONS
from forms_flow.pages.checks import questions
from forms_flow.pages.checks.conditions import conditions
from forms_flow.pages.checks.problem import Path, Problem, check_key
from forms_flow.pages.texts import entries

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

#: Words that follow a draft in its address, so that no step may be called so.
RESERVED = frozenset({"check", "done", "exit", "file", "save"})
Blocks = list[tuple[int, str, Mapping[str, Any]]]


def steps(stream: "StreamValue") -> Iterator[Problem]:
    """Find every mistake of the form but those of its routes."""
    return _Walk().steps(stream)


class _Walk:
    """One way through the form from top to bottom, remembering what has been met."""

    def __init__(self) -> None:
        self.step_keys: set[str] = set()
        self.exit_keys: set[str] = set()
        self.question_keys: set[str] = set()
        self.earlier: dict[str, Mapping[str, Any]] = {}
        self.has_documents = False

    def steps(self, stream: "StreamValue") -> Iterator[Problem]:
        for position, _name, step in entries(stream, "step"):
            here: Path = (position,)
            yield from check_key((*here, "key"), step.get("key"), self.step_keys, _("Another step has this key."))
            if step.get("key") in RESERVED:
                yield Problem((*here, "key"), _("The site uses this word in its own addresses. Choose another key."))
            yield from conditions(here, step, self.earlier)
            blocks = list(entries(step.get("questions")))
            asked = [block for block in blocks if block[1] != "exit"]
            if not asked and not (step.get("body") or "").strip():
                yield Problem((*here, "questions"), _("This step is empty. Add a question or a text."))
            yield from self.questions((*here, "questions"), asked)
            yield from self.exits((*here, "questions"), blocks)

    def questions(self, here: Path, blocks: Blocks) -> Iterator[Problem]:
        for index, name, block in blocks:
            path = (*here, index)
            if name == "service_documents":
                yield from self.documents(path)
                continue
            if name == COMPANIONS:
                block = {**block, "kind": COMPANIONS}  # noqa: PLW2901 - a group has no other kind
                if len(blocks) > 1:
                    yield Problem((*path, "key"), _("Companions need a step of their own."))
            check = questions.companions if name == COMPANIONS else questions.question
            yield from check(path, block, self.earlier, self.question_keys)
            if block.get("key"):
                self.earlier.setdefault(block["key"], block)

    def documents(self, path: Path) -> Iterator[Problem]:
        if self.has_documents:
            yield Problem((*path, "purpose"), _("The documents of the service are asked for already."))
        self.has_documents = True

    def exits(self, here: Path, blocks: Blocks) -> Iterator[Problem]:
        """Find the mistakes of exit pages; they may look at every answer of their own step, wherever they stand."""
        for index, name, block in blocks:
            if name != "exit":
                continue
            path = (*here, index)
            yield from check_key((*path, "key"), block.get("key"), self.exit_keys, _("Another exit page has this key."))
            if not list(entries(block.get("conditions"))):
                yield Problem((*path, "conditions"), _("Say which answers lead to this page."))
            yield from conditions(path, block, self.earlier)
