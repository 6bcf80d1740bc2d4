"""The applicant's page."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from forms_flow.fields.forms import StepForm
from forms_flow.records.applications import Application
from forms_flow.tracking.completion_form import completion_form
from forms_flow.tracking.pages import holders_page, show
from forms_flow.tracking.public import PublicCase

#: The mark in the address that something has just arrived. It says nothing of what.
SENT = "sent"


@holders_page
@require_safe
def case(request: HttpRequest, application: Application) -> HttpResponse:
    """Show where the application stands, with what is needed from the applicant on top."""
    return show_case(request, application)


def show_case(
    request: HttpRequest, application: Application, *, form: StepForm | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    """Show the page, with the completion form as it was sent when it has to be mended."""
    public = PublicCase(application, get_language())
    if form is None and public.request:
        form = completion_form(application, public.request, public.language)
    context = {
        "case": public,
        "application": application,
        "form": form,
        "errors": form.summary_of_errors if form and form.is_bound else [],
        "has_sent": SENT in request.GET,
    }
    return show(request, "case", context, status=status)
