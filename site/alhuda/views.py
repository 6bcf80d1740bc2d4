"""Error pages and the few addresses that belong to no app.

An error page speaks the language of the address, says that answers already saved are safe, and how to reach a person.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import get_language_bidi, override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from home.languages import split_prefix
from home.shell import last_known

RETRY_SECONDS = 120


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer an address that leads nowhere."""
    return _page(request, "404.html", 404)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer a visitor who may not see the place."""
    return _page(request, "403.html", 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - the reason is for developers
    """Answer a form that was sent without its token: an old tab, or cookies that are switched off."""
    return _page(request, "403_csrf.html", 403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer a request that cannot be read. The host may be the very thing at fault, so nothing asks for it."""
    return _plain(request, "400.html", 400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer after a fault of ours. The database may be that fault, so nothing asks it."""
    return _plain(request, "500.html", 500)


def service_unavailable(request: HttpRequest) -> HttpResponse:
    """Answer while the site is being looked after."""
    response = _plain(request, "503.html", 503)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


@require_safe
@cache_control(public=True, max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:
    """Keep crawlers out of the journeys and the staff's screens."""
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=86_400)
def favicon(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 - a view
    """Lead browsers that look in the old place to the icon."""
    return HttpResponsePermanentRedirect(static("img/mark.svg"))


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    with override(_language(request)):
        response = render(request, template, {"error_page": True}, status=status)
    return _not_stored(response)


def _plain(request: HttpRequest, template: str, status: int) -> HttpResponse:
    language = _language(request)
    with override(language):
        context: dict[str, Any] = {
            "shell": last_known(language),
            "LANGUAGE_CODE": language,
            "LANGUAGE_BIDI": get_language_bidi(),
        }
        response = HttpResponse(render_to_string(template, context), status=status)
    return _not_stored(response)


def _language(request: HttpRequest) -> str:
    return split_prefix(request.path_info)[0]


def _not_stored(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store, private"
    return response
