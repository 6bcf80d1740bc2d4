"""Before the first step: what we do with the answers, which service it is about, and the button that begins."""

from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.http import require_http_methods

from forms_flow.definition import SERVICE_QUESTION, Flow, say
from forms_flow.records import throttle
from forms_flow.records.drafts import Draft
from forms_flow.records.openings import Openings, openings_of
from forms_flow.records.versions import FormVersion
from forms_flow.wizard import gate, ownership
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.responses import missing, show
from forms_flow.wizard.state import JourneyState, Told
from home.contracts import ServiceProvider, provider_of
from home.dates import today
from home.private_pages import SeeOther, private_page
from home.visitors import client_address

#: A control that people do not see and simple robots fill in.
TRAP = "website"
#: Whole companies and mobile networks stand behind one address, so this stops floods, not families.
MOST_STARTS, WINDOW = 60, timedelta(hours=1)
TOO_MANY_REQUESTS = 429


class Service(NamedTuple):
    """A service to choose from."""

    key: str
    title: str


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, flow_key: UUID) -> HttpResponse:
    """Tell what comes and begin a journey with the form's current version."""
    version = FormVersion.objects.current(flow_key)
    if version is None:
        return _not_open(request, flow_key)
    language = get_language()
    service = _chosen(request, version.flow)
    openings = openings_of(flow_key, version.flow.services)
    if barred := _stopped(request, version.flow, openings, service):
        return barred
    closed = gate.reasons(version.flow, openings, day=today())
    services = [item for item in services_of(version.flow, language) if item.key not in closed]
    if request.method != "POST" or request.POST.get(TRAP):
        return _page(request, version.flow, services, service)
    if not service and services:
        return _page(request, version.flow, services, service, is_unchosen=True)
    if settings.THROTTLE and not throttle.allowed("start", client_address(request), limit=MOST_STARTS, window=WINDOW):
        return show(request, "too_many", {}, status=TOO_MANY_REQUESTS)
    return begin(version, language, service)


def begin(version: FormVersion, language: str, service: str, **columns: Any) -> HttpResponse:
    """Make the draft, hand it over and lead to its first step. `columns` are those of a draft begun for somebody."""
    secret = ownership.new_secret()
    draft = Draft.objects.create(
        version=version,
        language=language,
        service_key=service,
        owner_digest=ownership.digest(secret),
        state=_service_answered(version.flow, service).to_json(),
        **columns,
    )
    with override(language):
        response = SeeOther(Journey(draft, language, secret).next_url())
    ownership.hand_over(response, draft.pk, secret)
    return response


def _service_answered(flow: Flow, service: str) -> JourneyState:
    """Return the memory of a journey whose question for the service was answered by the way it began.

    The answer is one like any other: conditions look at it, and check-answers lets people change it.
    """
    step = next((step for step in flow.steps if SERVICE_QUESTION in {item.key for item in step.questions}), None)
    if step is None or not service:
        return JourneyState()
    passed = {step.key: [SERVICE_QUESTION]} if len(step.questions) == 1 else {}
    return JourneyState(answers=Told({SERVICE_QUESTION: {"value": service}}), passed=passed)


def _not_open(request: HttpRequest, flow_key: UUID) -> HttpResponse:
    """Answer for a form that takes nothing now; one that never was is an address that leads nowhere."""
    closed = FormVersion.objects.filter(flow_key=flow_key).order_by("-number").first()
    if closed is None:
        return missing(request)
    title = say(closed.flow.title, get_language())
    return show(request, "closed", {"title": title})


def _stopped(request: HttpRequest, flow: Flow, openings: Openings, service: str) -> HttpResponse | None:
    """Return the page that says why nothing can be begun: the form or the chosen service is closed, or all of them."""
    whole = openings.whole(flow.key, flow.services, day=today())
    state = openings.state(flow.key, service, day=today()) if service else whole
    if state.is_open:
        return None
    language = get_language()
    other_url = reverse("wizard:new", kwargs={"flow_key": flow.key}) if whole.is_open else ""
    words = gate.closed_words(state, language, other_url)
    return show(request, "closed", {"title": say(flow.title, language), **words})


def _chosen(request: HttpRequest, flow: Flow) -> str:
    """Return the service that was asked for, when the form serves it, or the only one."""
    asked = request.POST.get("service") or request.GET.get("service", "")
    if asked in flow.services:
        return asked
    return flow.services[0] if len(flow.services) == 1 else ""


def services_of(flow: Flow, language: str) -> list[Service]:
    """Return the services to choose from; nothing where there is one, or where the form itself asks (req 21)."""
    if len(flow.services) <= 1 or flow.question(SERVICE_QUESTION):
        return []
    guide = provider_of(ServiceProvider)
    found = ((key, guide.service(key, language)) for key in flow.services)
    return [Service(key, facts.title) for key, facts in found if facts]


def _page(
    request: HttpRequest, flow: Flow, services: list[Service], service: str, *, is_unchosen: bool = False
) -> HttpResponse:
    language = get_language()
    context: dict[str, Any] = {
        "title": say(flow.title, language),
        "privacy": say(flow.privacy, language),
        "minutes": flow.minutes,
        "services": services,
        "service": service,
        "is_unchosen": is_unchosen,
        "was_trapped": bool(request.POST.get(TRAP)),
        "trap": TRAP,
        "going_on": _going_on(request),
        "keep_query": True,
    }
    return show(request, "new", context)


def _going_on(request: HttpRequest) -> str:
    """Return where the journey goes on that led back to here; whether it may is decided there."""
    try:
        draft_id = UUID(request.GET.get("draft", ""))
    except ValueError:
        return ""
    return reverse("wizard:check", kwargs={"draft_id": draft_id})
