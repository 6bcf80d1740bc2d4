"""The page on which a journey ends kindly: why this service is not the right one, and where else to turn."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from forms_flow.definition import say
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.responses import owners_page, show
from home.private_pages import SeeOther


@owners_page
@require_safe
def exit_page(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Show where the answers lead; when they lead on, go on. Nothing was sent, and nothing is wrong."""
    if journey.is_sent or journey.stop is None:
        return SeeOther(journey.next_url())
    step, page = journey.stop
    decided = f"{journey.step_url(step)}?change=1"
    context = {
        "journey": journey,
        "heading": say(page.title, journey.language),
        "body": say(page.body, journey.language),
        "change_url": decided,
        "back_url": decided,
    }
    return show(request, "exit", context)
