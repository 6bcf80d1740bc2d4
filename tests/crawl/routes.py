"""Answers that lead to every step and every exit of a form."""

from collections.abc import Iterator
from random import Random
from typing import Any

from forms_flow.definition import Flow
from forms_flow.sample.answers import answers

MOST_TRIES = 20_000


class UnreachedError(Exception):
    """No made-up answers lead to these places of a form."""


def journeys(flow: Flow) -> list[dict[str, Any]]:
    """Return a few sets of answers which together meet every step and exit. Raises UnreachedError if some are not."""
    wanted, rng, found = places(flow), Random(flow.key), []  # noqa: S311 - the same ways each time
    for _ in range(MOST_TRIES):
        given = answers(flow, rng)
        met = wanted & set(on_the_way(flow, given))
        if met:
            wanted -= met
            found.append(given)
        if not wanted:
            return needed(flow, found)
    raise UnreachedError(sorted(wanted))


def needed(flow: Flow, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return those of the journeys without which some place would not be met: later ones met the rarer places."""
    met: set[str] = set()
    kept = []
    for given in reversed(found):
        new = set(on_the_way(flow, given)) - met
        if new:
            met |= new
            kept.append(given)
    return kept


def places(flow: Flow) -> set[str]:
    """Return every step and, as ``step/exit``, every exit, and the end."""
    exits = {f"{step.key}/{item.key}" for step in flow.steps for item in step.exits}
    return {step.key for step in flow.steps} | exits | {"check"}


def on_the_way(flow: Flow, given: dict[str, Any]) -> Iterator[str]:
    """Yield the places that these answers meet."""
    yield from (step.key for step in flow.route(given))
    stop = flow.stop(given)
    yield f"{stop.step.key}/{stop.exit.key}" if stop else "check"
