"""What a move is."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

from django.utils.functional import Promise as Lazy

from forms_flow.enums import State
from forms_flow.rules import Capability


class Clock(Enum):
    """What a move does to the promised time."""

    KEEP = auto()
    PAUSE = auto()
    RESUME = auto()
    STOP = auto()


@dataclass(frozen=True, kw_only=True)
class Move:
    """One way from a state to another.

    Without a capability it is the applicant's or the system's own. `notice` names the message that goes to the
    applicant. `decides`: it settles the case, so nobody makes it on what they entered, nor, where the form asks for two
    people, on what they proposed.
    """

    name: str
    sources: frozenset[State]
    target: State
    label: str | Lazy
    capability: Capability | None = None
    clock: Clock = Clock.KEEP
    notice: str = ""
    inputs: tuple[str, ...] = ()
    decides: bool = False


def move(name: str, sources: Collection[State], target: State, label: Lazy, **rest: object) -> Move:
    """Return a move; short to write in the tables."""
    return Move(name=name, sources=frozenset(sources), target=target, label=label, **rest)  # type: ignore[arg-type]


def table(*moves: Move) -> dict[str, Move]:
    """Return name -> move, in the order given."""
    return {item.name: item for item in moves}
