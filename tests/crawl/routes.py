"""Answers that lead to every step, entry and exit of a form."""

from collections.abc import Iterator
from itertools import chain
from random import Random
from typing import Any

from forms_flow.definition import Flow
from forms_flow.fields.companions import entries_of
from forms_flow.sample.answers import answers

MOST_TRIES = 20_000


class UnreachedError(Exception):
    """No made-up answers lead to these places of a form."""


def journeys(flow: Flow) -> list[dict[str, Any]]:
    """Return a few sets of answers which together meet every place. Raises UnreachedError if some are not."""
    wanted, rng, found = places(flow), Random(flow.key), []  # noqa: S311 - the same ways each time
    for _ in range(MOST_TRIES):
        given = answers(flow, rng)
        met = wanted & set(on_the_way(flow, given))
        if met:
            wanted -= met
            found.append(given)
        if not wanted:
            return without_needless(flow, found)
    raise UnreachedError(sorted(wanted))


def without_needless(flow: Flow, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the sets without those whose every place is met by others: each journey takes its seconds."""
    ways = [set(on_the_way(flow, given)) for given in found]
    kept = list(range(len(found)))
    for index in range(len(found)):
        others = set(chain.from_iterable(ways[other] for other in kept if other != index))
        if ways[index] <= others:
            kept.remove(index)
    return [found[index] for index in kept]


def places(flow: Flow) -> set[str]:
    """Return every step, as ``step/entry`` what every repeating group asks, as ``step/exit`` every exit, and the end."""
    exits = {f"{step.key}/{item.key}" for step in flow.steps for item in step.exits}
    entries = {f"{step.key}/entry" for step in flow.steps if step.group}
    return {step.key for step in flow.steps} | entries | exits | {"check"}


def on_the_way(flow: Flow, given: dict[str, Any]) -> Iterator[str]:
    """Yield the places that these answers meet."""
    for step in flow.route(given):
        yield step.key
        if step.group and entries_of(given.get(step.group.key)):
            yield f"{step.key}/entry"
    yield end_of(flow, given)


def end_of(flow: Flow, given: dict[str, Any]) -> str:
    """Return where these answers end: an exit, or check-answers."""
    stop = flow.stop(given)
    return f"{stop.step.key}/{stop.exit.key}" if stop else "check"
