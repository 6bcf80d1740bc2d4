"""Steps of one form made ready for another: keys that clash are changed, and what looks at them follows."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from forms_flow.definition import HELPER_EMAIL, HELPER_MOBILE, MESSAGES_TO, SERVICE_QUESTION, SOURCE_LANGUAGE
from forms_flow.pages.blocks.keys import KEY_LENGTH, split_keys
from forms_flow.pages.blocks.options import LOOKING_BACK

Block = dict[str, Any]
#: Questions that the site itself understands by their key: a form has each of them once.
ONCE = frozenset({SERVICE_QUESTION, MESSAGES_TO, HELPER_MOBILE, HELPER_EMAIL})
#: Blocks that a form has once, whatever they are called.
ONCE_BLOCKS = frozenset({"service_documents"})


@dataclass
class Keys:
    """The keys of a form, each kind for itself; those inside a question or an entry are nobody else's."""

    steps: set[str] = field(default_factory=set)
    questions: set[str] = field(default_factory=set)
    exits: set[str] = field(default_factory=set)
    blocks: set[str] = field(default_factory=set)

    def add(self, steps: list[Block]) -> None:
        """Take in the keys of steps, and which blocks they have."""
        for step in steps:
            self.steps.add(step["value"]["key"])
            for block in step["value"]["questions"]:
                self.blocks.add(block["type"])
                self.of(block).add(block["value"].get("key", ""))

    def of(self, block: Block) -> set[str]:
        """Return the keys among which a block's own has to stand alone."""
        return self.exits if block["type"] == "exit" else self.questions


@dataclass
class Fitted:
    """Steps ready to be added, and sentences about what could not come along."""

    steps: list[Block]
    notes: list[str] = field(default_factory=list)


def fitted(steps: list[Block], here: list[Block]) -> Fitted:
    """Return copies of `steps` for a form that has the steps `here` already."""
    known = Keys()
    known.add(here)
    result = Fitted([])
    kept = [step for step in map(deepcopy, steps) if _keep(step, known, result.notes)]
    renamed: dict[str, str] = {}
    for step in kept:
        _rename(step["value"], known.steps, joint="-")
        for block in step["value"]["questions"]:
            before = block["value"].get("key", "")
            _rename(block["value"], known.of(block), joint="_")
            if before and block["type"] != "exit":
                renamed.setdefault(before, block["value"]["key"])
    for step in kept:
        _follow(step, renamed, known.questions, result.notes)
    result.steps = kept
    return result


def _keep(step: Block, known: Keys, notes: list[str]) -> bool:
    """Leave out what a form has only once; tell whether anything of the step is left."""
    blocks = step["value"]["questions"]
    twice = [block for block in blocks if _is_twice(block, known)]
    for block in twice:
        message = _("“%(title)s” was left out: a form has it once, and this one has it.")
        notes.append(message % {"title": _title(block) or _title(step)})
    step["value"]["questions"] = [block for block in blocks if block not in twice]
    return not twice or bool(step["value"]["questions"])


def _is_twice(block: Block, known: Keys) -> bool:
    key = block["value"].get("key", "")
    return (key in ONCE and key in known.questions) or (block["type"] in ONCE_BLOCKS and block["type"] in known.blocks)


def _rename(values: Block, taken: set[str], *, joint: str) -> None:
    """Give a block the next key that is free, and take it."""
    key = values.get("key", "")
    if not key:
        return
    number, free = 1, key
    while free in taken:
        number += 1
        ending = f"{joint}{number}"
        free = f"{key[: KEY_LENGTH - len(ending)]}{ending}"
    values["key"] = free
    taken.add(free)


def _follow(step: Block, renamed: Mapping[str, str], known: set[str], notes: list[str]) -> None:
    """Let everything in a step look at the questions under their new keys, and at none that is not there."""
    for block, own in _looking(step):
        sight = _Sight({**renamed, **{key: key for key in own}}, known | own)
        lost = [*sight.conditions(block["value"]), *sight.options(block["value"].get("options") or {})]
        for key in dict.fromkeys(lost):
            message = _("“%(title)s” looked at the question “%(key)s”, which this form does not have.")
            notes.append(message % {"title": _title(block) or _title(step), "key": key})


@dataclass(frozen=True)
class _Sight:
    """What a block may look at: questions by their old keys, and all keys that are there."""

    renamed: Mapping[str, str]
    known: set[str]

    def new(self, key: str) -> str:
        """Return the key that the question has now, or nothing when there is no such question."""
        now = self.renamed.get(key, key)
        return now if now in self.known else ""

    def conditions(self, values: Block) -> Iterator[str]:
        """Change the conditions of a block and yield the keys of those that had to go."""
        kept = []
        for condition in values.get("conditions") or []:
            before = condition["value"].get("question", "")
            condition["value"]["question"] = self.new(before)
            if before and not condition["value"]["question"]:
                yield before
            else:
                kept.append(condition)
        if "conditions" in values:
            values["conditions"] = kept

    def options(self, options: Block) -> Iterator[str]:
        """Change the options that name questions and yield the keys that had to go."""
        for name in LOOKING_BACK:
            keys = split_keys(options.get(name))
            if keys:
                options[name] = ", ".join(filter(None, map(self.new, keys)))
                yield from (key for key in keys if not self.new(key))


def _looking(step: Block) -> Iterator[tuple[Block, set[str]]]:
    """Yield every block that may look at questions, with the keys that only it and its neighbours know."""
    yield step, set()
    for block in step["value"]["questions"]:
        yield block, set()
        parts = block["value"].get("parts") or []
        own = {part["value"]["key"] for part in parts if part["value"].get("key")}
        yield from ((part, own) for part in parts)


def _title(block: Block) -> str:
    values = block["value"]
    texts = values.get("title") or values.get("label") or {}
    return texts.get(SOURCE_LANGUAGE) or values.get("key", "")
