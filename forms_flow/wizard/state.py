"""What a draft remembers, as it lies sealed in ``Draft.state``."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self

from django.utils.datastructures import MultiValueDict

from forms_flow.definition import Step

#: A step's own part of a post: the name of a control -> its values.
Posted = dict[str, list[str]]


class Told(dict[str, Any]):
    """Answers by question, with a count of the changes: what follows from them is worked out once for each."""

    changes = 0

    def __setitem__(self, key: str, value: Any) -> None:
        self.changes += 1
        super().__setitem__(key, value)

    def __ior__(self, other: Any) -> Self:  # type: ignore[misc, override]
        self.changes += 1
        super().update(other)
        return self


@dataclass(kw_only=True, repr=False)
class JourneyState:
    """The memory of one journey.

    `answers` outlive a change of route, so that somebody who changes their mind back finds them again.
    """

    #: Question -> answer, for every answer that was ever right.
    answers: Told = field(default_factory=Told)
    #: Step -> what was posted last, while it has mistakes.
    typed: dict[str, Posted] = field(default_factory=dict)
    #: Step -> the questions that it asked when it passed.
    passed: dict[str, list[str]] = field(default_factory=dict)
    #: Question -> why a file of the last post was not taken; the page after the redirect says so.
    refused: dict[str, str] = field(default_factory=dict)
    #: Steps left for later by their own button: their mistakes are not held up to the person who comes back.
    put_off: list[str] = field(default_factory=list)
    #: Whether the owner asked to be told before all this is destroyed.
    remind: bool = False
    #: The code for following a sent application without a mobile; submission leaves it here for the receipt.
    follow_code: str = ""

    @classmethod
    def read(cls, stored: dict[str, Any] | None) -> Self:
        """Return the memory as it was stored; an empty one for a draft that is new, or sent."""
        found = cls(**(stored or {}))
        found.answers = Told(found.answers)
        return found

    def to_json(self) -> dict[str, Any]:
        """Return what :meth:`read` reads back."""
        return {**asdict(self), "answers": dict(self.answers)}


def own_part(step: Step, data: "MultiValueDict[str, str]") -> Posted:
    """Return what a post says of the step's questions. A tick to remove a file is an act, so it is not kept."""
    names = [f"{step.key}-{question.key}" for question in step.questions]
    return {
        name: list(values)
        for name, values in data.lists()
        if any(name == own or (name.startswith(f"{own}-") and name != f"{own}-remove") for own in names)
    }
