"""What stands in the way of an application now: days, places, or an earlier application (req 4).

Answered with 200, like an exit page: nothing went wrong, the site says how things are and what to do instead. Nothing
is lost either. A post is saved first, and only then does the page that it leads to say that nothing can be sent; once
it opens again, the journey goes on where it stood.
"""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from forms_flow.definition import SERVICE_QUESTION, Flow, Step
from forms_flow.domain import code
from forms_flow.domain.openings import day_of, open_already, service_of, with_note
from forms_flow.domain.reference import grouped
from forms_flow.fields.forms import StepForm
from forms_flow.fields.widgets import ChoiceControl
from forms_flow.records.openings import Openings, openings_of
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.responses import show
from home.contracts import OpeningState
from home.openings import reason


def openings_now(journey: Journey) -> Openings:
    """Return the openings of the form and of all its services, read once for a journey."""
    if journey.openings is None:
        journey.openings = openings_of(journey.flow.key, journey.flow.services)
    return journey.openings


def state_now(journey: Journey) -> OpeningState:
    """Return whether the journey's application could be sent now. A trial by an editor is never closed."""
    draft = journey.draft
    if draft.is_trial:
        return OpeningState()
    service = service_of(draft, journey.settled)
    return openings_now(journey).state(journey.flow.key, service, day=day_of(draft))


def mark(journey: Journey, form: StepForm) -> None:
    """Say at each choice of the question for the service why it cannot be asked for now, and refuse it when chosen.

    The version that the journey is bound to may still offer it.
    """
    field = form.fields.get(SERVICE_QUESTION)
    if field is None or journey.draft.is_trial or not isinstance(field.widget, ChoiceControl):
        return
    closed = reasons(journey.flow, openings_now(journey), day=day_of(journey.draft))
    field.unavailable = closed
    field.widget.options = [
        option._replace(hint=f"{closed[option.key]} {option.hint}".strip()) if option.key in closed else option
        for option in field.widget.options
    ]


def reasons(flow: Flow, openings: Openings, *, day: date) -> dict[str, str]:
    """Return service key -> why it cannot be asked for, of every service of the form that is closed by itself."""
    states = ((key, openings.state(flow.key, key, day=day)) for key in flow.services)
    return {key: reason(state) for key, state in states if state.service_key}


def stopped(request: HttpRequest, journey: Journey, step: Step | None = None) -> HttpResponse | None:
    """Return the page that says why the journey cannot go on now, or None when it can.

    The step that asks for the service stays open while only the chosen one is closed, so that another can be chosen.
    """
    state = state_now(journey)
    if state.is_open or (state.service_key and step is not None and asks_service(step)):
        return None
    asking = next((item for item in journey.route if asks_service(item)), None) if state.service_key else None
    other_url = f"{journey.step_url(asking)}?change=1" if asking else ""
    return show(request, "closed", {"journey": journey, **closed_words(state, journey.language, other_url)})


def closed_words(state: OpeningState, language: str, other_url: str) -> dict[str, Any]:
    """Return what the page of something closed says; `other_url` is where another service can be chosen."""
    state = with_note(state, language)
    return {"state": state, "reason": reason(state), "other_url": other_url}


def answered_already(request: HttpRequest, journey: Journey) -> HttpResponse | None:
    """Return the page of the application that the same person has open, or None.

    Its number is on it only where a code to the stored mobile guards what the number and the mobile's last digits
    open: whoever knows somebody's identity number and mobile must not come by all of it here.
    """
    draft, answers = journey.draft, journey.settled
    earlier = None if draft.is_trial else open_already(journey.flow, answers, service_of(draft, answers))
    if earlier is None:
        return None
    reference = earlier.reference if draft.is_entered or code.is_needed(earlier) else ""
    context = {
        "journey": journey,
        "reference": reference,
        "grouped": grouped(reference) if reference else "",
        "received_at": earlier.received_at,
        "track_url": reverse("tracking:find"),
        "back_url": journey.step_url(journey.route[-1]),
    }
    return show(request, "already_open", context)


def asks_service(step: Step) -> bool:
    """Tell whether the step asks which service it is about."""
    return any(question.key == SERVICE_QUESTION for question in step.questions)
