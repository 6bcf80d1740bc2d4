"""The applicant's page."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from forms_flow.domain.message import mark_read
from forms_flow.enums import MessageKind
from forms_flow.fields.forms import StepForm
from forms_flow.records.applications import Application
from forms_flow.tracking.completion_form import completion_form
from forms_flow.tracking.pages import show, tickets_page
from forms_flow.tracking.public import PublicCase
from forms_flow.tracking.ticket import Ticket
from forms_flow.tracking.writing_forms import message_form
from home.private_pages import SeeOther

#: Marks in the address that something has just arrived, or was changed. They say nothing of what.
SENT, CHANGED = "sent", "changed"


@tickets_page
@require_safe
def case(request: HttpRequest, held: Ticket) -> HttpResponse:
    """Show where the application stands; until the code was given, that and nothing else."""
    if held.is_full:
        return show_case(request, held.application)
    return show(request, "status", {"case": PublicCase(held.application, get_language())})


def show_case(
    request: HttpRequest,
    application: Application,
    *,
    form: StepForm | None = None,
    message: StepForm | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """Show the page, what is needed from the applicant on top; with a form as it was sent when it has to be mended."""
    public = PublicCase(application, get_language())
    if form is None and public.request:
        form = completion_form(application, public.request, public.language)
    if message is None and application.is_open:
        message = message_form(public.language)
    context = {
        "case": public,
        "application": application,
        "form": form,
        "message": message,
        "errors": [line for one in (form, message) if one and one.is_bound for line in one.summary_of_errors],
        "has_sent": SENT in request.GET,
        "has_changed": CHANGED in request.GET,
    }
    response = show(request, "case", context, status=status)
    mark_read(public.written, MessageKind.TO_APPLICANT)
    return response


def to_case(mark: str = "") -> HttpResponse:
    """Lead back to the page."""
    return SeeOther(reverse("tracking:case") + (f"?{mark}=1" if mark else ""))
