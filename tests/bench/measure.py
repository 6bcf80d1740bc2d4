"""Rounds of two competitors in turn, so that a busy machine slows both alike."""

import statistics
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

Work = Callable[[], object]
#: CPU seconds of this process and all its threads, or seconds on the wall where waiting for the disk is the point.
CPU, WALL = time.process_time, time.perf_counter


class Figures(NamedTuple):
    """Milliseconds of one call: the median of the rounds, and the fastest and slowest round."""

    median: float
    best: float
    worst: float


def rounds(works: Mapping[str, Work], *, calls: int, times: int, clock: Callable[[], float]) -> dict[str, Figures]:
    """Run every work `calls` times in each of `times` rounds, after one round that does not count."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for number in range(times + 1):
        for name, work in works.items():
            taken = _one_round(work, calls, clock)
            if number:
                found[name].append(taken)
    return {name: Figures(statistics.median(taken), min(taken), max(taken)) for name, taken in found.items()}


def _one_round(work: Work, calls: int, clock: Callable[[], float]) -> float:
    began = clock()
    for _ in range(calls):
        work()
    return (clock() - began) / calls * 1000


def line(title: str, ours: Figures, theirs: Figures, *, budget: str) -> str:
    """Return one line of the report; the ratio is ours to theirs."""
    shown = " ".join(
        f"{name} {item.median:7.2f} ms ({item.best:.2f}-{item.worst:.2f})" for name, item in _pair(ours, theirs)
    )
    return f"{title:<22} {shown}   ratio {ours.median / theirs.median:.2f}   {budget}"


def _pair(ours: Figures, theirs: Figures) -> tuple[tuple[str, Figures], ...]:
    return (("ours", ours), ("theirs", theirs))
