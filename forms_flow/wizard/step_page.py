"""What the page of a step shows."""

from typing import Any

from django.utils.translation import get_language

from forms_flow.definition import say
from forms_flow.fields.bound import BoundQuestion
from forms_flow.fields.forms import StepForm
from forms_flow.wizard.journey import Journey


def step_context(journey: Journey, form: StepForm, *, is_change: bool, is_stale: bool) -> dict[str, Any]:
    """Return the context of the step's template."""
    step = form.step
    heading_field = _heading_field(form)
    return {
        "journey": journey,
        "form": form,
        "heading": heading_field.label if heading_field else say(step.title, journey.language),
        "heading_field": heading_field,
        "body": say(step.body, journey.language),
        "errors": form.summary_of_errors if form.is_bound else [],
        "place": journey.place(step.key),
        "back_url": _back_url(journey, step.key, is_change=is_change),
        "row_version": journey.draft.row_version,
        "is_saved": bool(journey.state.passed),
        "is_stale": is_stale,
        "newer_url": journey.step_url(step),
    }


def _heading_field(form: StepForm) -> BoundQuestion | None:
    """Return the question whose label is the page's heading; a text above it needs the step's own title."""
    field = form.heading_field
    asks = field is not None and field.field.kind.has_answer
    return field if asks and not say(form.step.body, get_language()) else None


def _back_url(journey: Journey, key: str, *, is_change: bool) -> str:
    """Return where "Back" leads: the page before, or check-answers or the exit page for who came from there."""
    if is_change and journey.first_open() is None:
        return journey.next_url()
    before = journey.before(key)
    return journey.step_url(before) if before else journey.start_url
