"""An editor tries a form from end to end: the journey of applicants, and nothing is sent (req 90)."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forms_flow.definition import Flow
from forms_flow.fields import registry
from forms_flow.pages.admin.access import form_screen
from forms_flow.pages.models import FormPage
from forms_flow.pages.together import propose
from forms_flow.records.drafts import trial_expiry
from forms_flow.records.versions import FormVersion
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.responses import show
from forms_flow.wizard.start import begin, services_of


@form_screen("can_edit")
@require_http_methods(["GET", "HEAD", "POST"])
def try_form(request: HttpRequest, page: FormPage) -> HttpResponse:
    """Ask for the language and begin a trial of the newest drafts, saved or published."""
    proposal = propose(page)
    flow = proposal.flow if proposal else None
    if flow is None or not flow.steps:
        messages.error(request, _("The form has no step yet. Add one and save it, and then try it."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    language = request.POST.get("language", "")
    if request.method != "POST" or language not in dict(settings.LANGUAGES):
        return render(request, "forms_flow/wizard/try.html", _context(page, flow))
    return begin(
        FormVersion.objects.for_trial(flow),
        language,
        _service(request, flow),
        is_trial=True,
        entered_by=request.user,
        expires_at=trial_expiry(),
    )


def finished(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Show that a trial came to its end, and how many answers it took."""
    asked = list(journey.flow.asked(journey.settled))
    answered = [item for item in asked if registry.kind(item.kind).has_answer and journey.settled.get(item.key)]
    return show(request, "trial_finished", {"journey": journey, "answers": len(answered)})


def _context(page: FormPage, flow: Flow) -> dict[str, Any]:
    return {
        "page": page,
        "languages": [(code, get_language_info(code)["name_translated"]) for code, _name in settings.LANGUAGES],
        "own_language": page.locale.language_code,
        "services": services_of(flow, page.locale.language_code),
    }


def _service(request: HttpRequest, flow: Flow) -> str:
    """Return the service that the trial is about, where the form does not ask for it."""
    if request.POST.get("service") in flow.services:
        return request.POST["service"]
    return flow.services[0] if len(flow.services) == 1 else ""
