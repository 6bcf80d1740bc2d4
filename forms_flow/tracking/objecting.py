"""The applicant asks for a refusal to be looked at again."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from forms_flow.domain.errors import ConflictError, IllegalMoveError
from forms_flow.domain.objection import may_object, object_to
from forms_flow.records.applications import Application
from forms_flow.tracking.case import SENT, to_case
from forms_flow.tracking.pages import holders_page, show
from forms_flow.tracking.public import PublicCase
from forms_flow.tracking.writing_forms import TEXT, objection_form


@holders_page
def object_view(request: HttpRequest, application: Application) -> HttpResponse:
    """Ask for the reasons and take them. When there is nothing to object to any more, the page says how it stands."""
    if not may_object(application):
        return to_case()
    language = get_language()
    form = objection_form(language, request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_bound:
        if form.is_valid():
            return to_case(SENT if _taken(application, form.cleaned_data[TEXT]) else "")
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {
        "case": PublicCase(application, language),
        "form": form,
        "errors": form.summary_of_errors if form.is_bound else [],
    }
    return show(request, "object", context, status=status)


def _taken(application: Application, text: str) -> bool:
    """Object, also when the staff changed the row meanwhile, as long as there is something to object to."""
    try:
        object_to(application=application, row_version=application.row_version, text=text)
    except ConflictError:
        fresh = Application.objects.get(pk=application.pk)
        return may_object(fresh) and _taken(fresh, text)
    except IllegalMoveError:
        return False
    return True
