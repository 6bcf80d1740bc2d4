"""The screen that publishes a form in both languages."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forms_flow.pages.admin.access import form_screen
from forms_flow.pages.models import FormPage
from forms_flow.pages.together import NotReadyError, Proposal, prepare, propose, publish_together
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft


@form_screen("can_publish")
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, page: FormPage) -> HttpResponse:
    """Show what the newest drafts lack and what publishing them does; publish them, or hand them to translation."""
    proposal = propose(page)
    if proposal is None:
        messages.error(request, _("The form has no Arabic page yet. Begin with that."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    if any(not sibling.permissions_for_user(request.user).can_publish() for sibling in proposal.everyone()):
        raise PermissionDenied
    if request.method != "POST":
        return _screen(request, page, proposal)
    if "prepare" in request.POST:
        prepare(page, user=request.user)
        return redirect("form_publish", page.pk)
    return _publish(request, page)


def _publish(request: HttpRequest, page: FormPage) -> HttpResponse:
    try:
        version = publish_together(page, user=request.user)
    except NotReadyError:
        messages.error(request, _("Nothing was published. Below is what is still missing."))
        return redirect("form_publish", page.pk)
    said = _("Published in both languages. Applicants now fill in version %(number)d.")
    messages.success(request, said % {"number": version.number})
    return redirect("wagtailadmin_pages:edit", page.pk)


def _screen(request: HttpRequest, page: FormPage, proposal: Proposal) -> HttpResponse:
    drafts = Draft.objects.alive().filter(version__flow_key=page.flow_key, submitted_at=None, is_trial=False)
    context: dict[str, Any] = {
        "page": page,
        "proposal": proposal,
        "current": proposal.current,
        "editors": proposal.editors(),
        "drafts": drafts.count(),
        "applications": Application.objects.filter(version__flow_key=page.flow_key).count(),
        "responsible": proposal.pages["ar"].owner,
    }
    return render(request, "forms_flow/pages/admin/publish.html", context)
