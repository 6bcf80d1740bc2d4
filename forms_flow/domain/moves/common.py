"""The moves that several tracks share; each track says where they begin."""

from collections.abc import Collection
from datetime import timedelta

from django.utils.translation import pgettext_lazy

from forms_flow.domain.moves.move import Clock, Move, move
from forms_flow.enums import State
from forms_flow.rules import Capability

#: How long spam can be fetched back.
RECOVERABLE = timedelta(days=30)


def ask(sources: Collection[State]) -> Move:
    """Return the move that asks the applicant for what is missing; the clock stands until it comes."""
    return move(
        "ask",
        sources,
        State.INCOMPLETE,
        pgettext_lazy("move", "Ask the applicant to complete"),
        capability=Capability.CHECK,
        clock=Clock.PAUSE,
        notice="incomplete",
        inputs=("documents", "message", "days"),
    )


def complete() -> Move:
    """Return the applicant's answer to that."""
    return move(
        "complete",
        {State.INCOMPLETE},
        State.RECEIVED,
        pgettext_lazy("move", "Completed by the applicant"),
        clock=Clock.RESUME,
        notice="completed",
    )


def refer(sources: Collection[State], notice: str = "looking") -> Move:
    """Return the move that hands a complete case to a department."""
    return move(
        "refer",
        sources,
        State.UNDER_STUDY,
        pgettext_lazy("move", "Complete: refer for study"),
        capability=Capability.REFER,
        notice=notice,
        inputs=("department", "override"),
    )


def answer(sources: Collection[State], capability: Capability = Capability.CHECK) -> Move:
    """Return the written answer, which the applicant reads on the tracking page."""
    return move(
        "answer",
        sources,
        State.ANSWERED,
        pgettext_lazy("move", "Answer"),
        capability=capability,
        clock=Clock.STOP,
        notice="answered",
        inputs=("answer",),
        decides=True,
    )


def close(sources: Collection[State], capability: Capability = Capability.CLOSE) -> Move:
    """Return the end of a case."""
    return move("close", sources, State.CLOSED, pgettext_lazy("move", "Close"), capability=capability)


def season_ends(sources: Collection[State], capability: Capability = Capability.CLOSE) -> Move:
    """Return the end of a case whose season is over before it was served."""
    return move(
        "season_end",
        sources,
        State.SEASON_ENDED,
        pgettext_lazy("move", "Close: the season has ended"),
        capability=capability,
        clock=Clock.STOP,
        notice="season_ended",
    )


def withdraw(sources: Collection[State]) -> Move:
    """Return the applicant's taking it back."""
    return move(
        "withdraw",
        sources,
        State.WITHDRAWN,
        pgettext_lazy("move", "Withdrawn by the applicant"),
        clock=Clock.STOP,
        notice="withdrawn",
    )


def lapse() -> Move:
    """Return the end of a case that was not completed in time."""
    return move(
        "lapse",
        {State.INCOMPLETE},
        State.LAPSED,
        pgettext_lazy("move", "Lapsed"),
        clock=Clock.STOP,
        notice="lapsed",
    )


def discard() -> Move:
    """Return the throwing away of spam: nobody is told, and the promised time runs on in case it was a mistake."""
    return move(
        "discard",
        {State.RECEIVED},
        State.DISCARDED,
        pgettext_lazy("move", "Discard as spam"),
        capability=Capability.CHECK,
    )


def restore() -> Move:
    """Return the way back from there, open for some days only."""
    return move(
        "restore",
        {State.DISCARDED},
        State.RECEIVED,
        pgettext_lazy("move", "Restore: it is not spam"),
        capability=Capability.CHECK,
    )
