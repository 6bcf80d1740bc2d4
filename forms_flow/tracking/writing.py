"""The applicant writes to the staff."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from forms_flow.domain.errors import IllegalMoveError
from forms_flow.domain.message import write
from forms_flow.records.applications import Application
from forms_flow.tracking import tries
from forms_flow.tracking.case import SENT, show_case, to_case
from forms_flow.tracking.pages import holders_page
from forms_flow.tracking.writing_forms import TEXT, message_form


@holders_page
def message(request: HttpRequest, application: Application) -> HttpResponse:
    """Take a message while the case is open; one that comes too late is answered by the page as it is now."""
    if request.method != "POST" or not application.is_open:
        return to_case()
    form = message_form(get_language(), request.POST)
    if not form.is_valid():
        return show_case(request, application, message=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if not tries.may_write(application.pk):
        form.add_error(TEXT, _("You have sent many messages. Write again in an hour, or call us."))
        return show_case(request, application, message=form, status=HTTPStatus.TOO_MANY_REQUESTS)
    try:
        write(application=application, text=form.cleaned_data[TEXT])
    except IllegalMoveError:
        return to_case()
    return to_case(SENT)
