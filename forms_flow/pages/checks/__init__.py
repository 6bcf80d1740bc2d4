"""Mistakes in the structure of a form, each at the block where an editor can mend it (req 87)."""

from typing import TYPE_CHECKING

from forms_flow.pages.checks.problem import Problem, as_error
from forms_flow.pages.checks.routes import dead_ends, never_asked
from forms_flow.pages.checks.steps import RESERVED, steps

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

__all__ = ["RESERVED", "Problem", "problems", "refuse"]


def problems(stream: "StreamValue") -> list[Problem]:
    """Return every mistake, in the order of the form."""
    # Routes make sense only once keys and conditions do, and ways on only where journeys can come to an end.
    return [*steps(stream)] or [*dead_ends(stream)] or [*never_asked(stream)]


def refuse(stream: "StreamValue") -> None:
    """Raise one error that holds every mistake at its own block; nothing when there is none."""
    found = problems(stream)
    if found:
        raise as_error(found)
