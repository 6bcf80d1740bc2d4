"""The applicant's own declaration on an application that the staff entered: by the link, or on the tracking page."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST

from forms_flow.definition import say
from forms_flow.domain.declaration import application_of, words
from forms_flow.domain.declare import confirm as take
from forms_flow.records.applications import Application
from forms_flow.tracking.pages import holders_page, show
from home.private_pages import SeeOther, private_page


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show the words, and take the button for the applicant's word. Following the link changes nothing."""
    application = application_of(token)
    if application is None:
        return show(request, "confirm_missing", {}, status=HTTPStatus.NOT_FOUND)
    if request.method == "POST":
        take(application=application)
        return SeeOther(request.path)
    language = get_language()
    context = {
        "title": say(application.flow.title, language),
        "words": words(application.flow, application.all_answers, language),
        "confirmed_at": application.declared_at,
        "is_over": not application.is_open,
    }
    return show(request, "confirm", context)


@holders_page
@require_POST
def declare(request: HttpRequest, application: Application) -> HttpResponse:
    """Take the button on the tracking page."""
    del request
    take(application=application)
    return SeeOther(reverse("tracking:case"))
