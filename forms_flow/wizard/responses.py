"""What all pages of a journey share: who may see them, and that nobody keeps a copy."""

from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from forms_flow.records.drafts import Draft
from forms_flow.wizard import ownership
from forms_flow.wizard.journey import Journey
from home.private_pages import View, private_page

GONE = 410


def owners_page(view: View) -> View:
    """Make a view one that only the draft's owner reaches; it gets the journey in place of the draft's id.

    To everybody else all drafts look alike, those that exist and those that do not.
    """

    @private_page
    @wraps(view)
    def wrapped(request: HttpRequest, draft_id: UUID, **kwargs: Any) -> HttpResponse:
        secret = ownership.held_secret(request, draft_id)
        if secret is None:
            return missing(request)
        draft = Draft.objects.filter(pk=draft_id).first()
        if draft is None:
            return over(request)
        if not ownership.opens(secret, draft) or not ownership.may_use(request, draft):
            return missing(request)
        journey = Journey(draft, get_language(), secret)
        if journey.is_over and not journey.is_sent:
            return over(request)
        response = view(request, journey, **kwargs)
        if request.method == "POST":
            ownership.hand_over(response, draft_id, journey.secret)
        return response

    return wrapped


def show(request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Render one of the journey's own templates; the form's title stands below the brand."""
    title = context["journey"].title if "journey" in context else context.get("title", "")
    return render(request, f"forms_flow/wizard/{name}.html", {"section_name": title, **context}, status=status)


def missing(request: HttpRequest) -> HttpResponse:
    """Answer a visitor who does not hold the draft, whether or not there is one."""
    return show(request, "missing", {}, status=404)


def over(request: HttpRequest) -> HttpResponse:
    """Answer an owner whose draft was destroyed when its time was over."""
    return show(request, "over", {}, status=GONE)
