"""The receipt: the number, the day by which the result is told, and what happens next."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from forms_flow.definition import say
from forms_flow.domain import follow
from forms_flow.domain.reference import grouped
from forms_flow.records.applications import Application
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.responses import owners_page, show
from forms_flow.wizard.trial import finished
from home.private_pages import SeeOther

#: How long the sender can come back to the receipt. Then the page only says where to ask.
SHOWN_FOR = follow.SHOWN_FOR


@owners_page
@require_safe
def receipt(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Show the receipt to the sender, as often as they like on the day of sending."""
    if journey.draft.is_trial and journey.may_send:
        return finished(request, journey)
    if not journey.is_sent:
        return SeeOther(journey.next_url())
    application = sent_today(journey)
    if application is None:
        return show(request, "already_sent", {"journey": journey})
    return show(request, "receipt", _context(journey, application))


def sent_today(journey: Journey) -> Application | None:
    """Return what became of the journey, as long as its receipt is shown."""
    if not journey.is_sent or journey.draft.submitted_at < timezone.now() - SHOWN_FOR:
        return None
    return Application.objects.filter(draft=journey.draft).first()


def _context(journey: Journey, application: Application) -> dict[str, Any]:
    return {
        "journey": journey,
        "reference": application.reference,
        "grouped": grouped(application.reference),
        "follow_code": follow.grouped(journey.state.follow_code),
        "due_at": application.due_at,
        "is_undeclared": application.declared_at is None,
        "next_steps": say(journey.flow.next_steps, journey.language),
    }
