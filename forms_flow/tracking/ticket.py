"""What a visitor holds after giving the two facts: a signed cookie that only the tracking addresses get."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from forms_flow.records.applications import Application
from home.languages import in_language, language_codes

LIFETIME = timedelta(hours=20)
_SALT = "tracking.ticket"


def give(response: HttpResponse, application: Application) -> None:
    """Let the visitor see the application until the browser is closed, or twenty hours at most."""
    for name, path in _cookies():
        response.set_signed_cookie(
            name,
            application.pk.hex,
            salt=_SALT,
            path=path,
            secure=settings.SITE_ORIGIN.startswith("https://"),
            httponly=True,
            samesite="Lax",
        )


def take_back(response: HttpResponse) -> None:
    """End the visit in this browser."""
    for name, path in _cookies():
        response.delete_cookie(name, path=path, samesite="Lax")


def holder(request: HttpRequest) -> Application | None:
    """Return the application that the visitor may see, read afresh."""
    for name, _path in _cookies():
        if held := request.get_signed_cookie(name, default="", salt=_SALT, max_age=LIFETIME):
            return Application.objects.filter(pk=UUID(held)).first()
    return None


def _cookies() -> Iterator[tuple[str, str]]:
    """Yield name and path for each language; a cookie has one path, and tracking lies below one per language."""
    base = reverse("tracking:find")
    for code in language_codes():
        yield f"track_{code}", in_language(base, code)
