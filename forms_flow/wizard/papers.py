"""Papers to take away: the blank form for everybody, and the sender's copy of the answers."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_safe

from forms_flow.papers import blank, copy
from forms_flow.papers.press import NotPrintedError
from forms_flow.records import history, throttle
from forms_flow.records.applications import Application
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.receipt import sent_today
from forms_flow.wizard.responses import missing, owners_page, show
from home.private_pages import SeeOther
from home.shell import shell_at
from home.visitors import client_address

#: Blank forms are printed once and then only read, but each must be found and sent.
MOST_FORMS, WINDOW = 60, timedelta(hours=1)
TOO_MANY_REQUESTS, BUSY = 429, 503
RETRY_SECONDS = 60


@require_safe
def blank_form(request: HttpRequest, flow_key: UUID) -> HttpResponse:
    """Send the form as a PDF to fill in with a pen, in the language of the address."""
    version = blank.newest(flow_key)
    if version is None:
        return missing(request)
    if settings.THROTTLE and not throttle.allowed("blank", client_address(request), limit=MOST_FORMS, window=WINDOW):
        return not_now(request, TOO_MANY_REQUESTS)
    language = get_language()
    shell = shell_at(request, language)
    return _answer(
        request,
        lambda: blank.blank_form(version, language=language, shell=shell),
        blank.file_name(version, language),
    )


@owners_page
@require_GET
def answers_copy(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Send the sender's own answers as a PDF, as long as the receipt is shown."""
    application = sent_today(journey)
    if application is None:
        return SeeOther(journey.url("receipt"))
    return copy_response(request, application, actor=history.APPLICANT)


def copy_response(request: HttpRequest, application: Application, *, actor: str) -> HttpResponse:
    """Answer with the copy of an application; who may have it was decided before."""
    language = get_language()
    shell = shell_at(request, language)
    try:
        return _answer(
            request,
            lambda: copy.copy_of(application, language=language, shell=shell, actor=actor),
            copy.file_name(application),
        )
    except copy.TooManyCopiesError:
        return not_now(request, TOO_MANY_REQUESTS)


def not_now(request: HttpRequest, status: int) -> HttpResponse:
    """Say that the paper cannot be had just now."""
    response = show(request, "no_paper", {}, status=status)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def _answer(request: HttpRequest, make: Callable[[], bytes], name: str) -> HttpResponse:
    try:
        content = make()
    except NotPrintedError:
        return not_now(request, BUSY)
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
