"""What the start page tells before anybody begins (req 5).

Its words come from the published version; answer times, days and places from what holds today.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from forms_flow.definition import SERVICE_QUESTION, Flow, Question, say
from forms_flow.records.drafts import LIFETIME
from forms_flow.records.openings import Openings, openings_of
from forms_flow.records.versions import FormVersion
from home.contracts import ServiceFacts, ServiceProvider, provider_of
from home.dates import today
from home.openings import reason
from home.promises import promise_sentence

if TYPE_CHECKING:
    from forms_flow.pages.models import FormPage


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One document to have ready."""

    label: str
    help: str
    required: bool


@dataclass(frozen=True, kw_only=True)
class Papers:
    """The documents of one service and its answer time; without a title when the form serves one service or none.

    `reason` says why it cannot be asked for now.
    """

    title: str
    papers: list[Paper]
    time: str = ""
    reason: str = ""


def context(page: "FormPage") -> dict[str, Any]:
    """Return the template's context. Three queries, whatever the form holds; four where places are limited."""
    version = FormVersion.objects.current(page.flow_key)
    if version is None:
        return {"is_open": False}
    flow, language = version.flow, page.locale.language_code
    openings = openings_of(flow.key, flow.services)
    services = provider_of(ServiceProvider).services(flow.services, language)
    state = openings.whole(flow.key, flow.services, day=today())
    facts = services.get(state.service_key)
    groups = (_with_service(group, key, flow, openings, services) for key, group in _papers(flow, language))
    return {
        "is_open": state.is_open,
        "reason": reason(state),
        "note": facts.note if facts else "",
        "minutes": flow.minutes,
        "papers": [group for group in groups if group.papers or group.time],
        "needs_mobile": any(item.kind == "mobile" and item.required for step in flow.steps for item in step.questions),
        "draft_days": LIFETIME.days,
        "start_url": reverse("wizard:new", args=[page.flow_key]),
        "blank_url": reverse("wizard:blank", args=[page.flow_key]),
    }


def _with_service(
    group: Papers, key: str, flow: Flow, openings: Openings, services: Mapping[str, ServiceFacts]
) -> Papers:
    """Add what the service promises and whether it can be asked for today, from the record that its page shows."""
    facts = services.get(key)
    state = openings.state(flow.key, key, day=today())
    return replace(group, time=promise_sentence(facts.promise) if facts else "", reason=reason(state))


def _papers(flow: Flow, language: str) -> Iterator[tuple[str, Papers]]:
    """Yield the key of each service with its documents; one group for all where the form does not ask which it is."""
    uploads = [question for step in flow.steps for question in step.questions if question.kind == "upload"]
    asked = flow.question(SERVICE_QUESTION)
    if asked is None:
        only = flow.services[0] if len(flow.services) == 1 else ""
        yield only, Papers(title="", papers=[_paper(question, language) for question in uploads])
        return
    for choice in asked.choices:
        chosen = {SERVICE_QUESTION: {"value": choice.key}}
        wanted = [_paper(question, language) for question in uploads if question.show_when.holds(chosen)]
        yield choice.key, Papers(title=say(choice.label, language), papers=wanted)


def _paper(question: Question, language: str) -> Paper:
    return Paper(label=say(question.label, language), help=say(question.hint, language), required=question.required)
