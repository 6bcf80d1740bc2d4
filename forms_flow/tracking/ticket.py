"""What a visitor holds after giving the two facts: a signed cookie that only the tracking addresses get.

Where codes are sent, the first ticket shows the status and no more; the right code makes it a full one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from forms_flow.domain import code
from forms_flow.records.applications import Application
from home.languages import in_language, language_codes

LIFETIME = timedelta(hours=20)
_SALT = "tracking.ticket"
#: The end of a ticket whose holder gave the right code.
_PROVED = "+"


@dataclass(frozen=True)
class Ticket:
    """The application that the visitor may see, read afresh, and whether all of it."""

    application: Application
    is_full: bool


def give(response: HttpResponse, application: Application, *, proved: bool = False) -> None:
    """Let the visitor see the application until the browser is closed, or twenty hours at most."""
    for name, path in _cookies():
        response.set_signed_cookie(
            name,
            application.pk.hex + (_PROVED if proved else ""),
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


def held(request: HttpRequest) -> Ticket | None:
    """Return the visitor's ticket. Without a way to send a code the first ticket is full by itself."""
    for name, _path in _cookies():
        if value := request.get_signed_cookie(name, default="", salt=_SALT, max_age=LIFETIME):
            application = Application.objects.filter(pk=UUID(value.removesuffix(_PROVED))).first()
            proved = value.endswith(_PROVED)
            return Ticket(application, proved or not code.is_needed(application)) if application else None
    return None


def _cookies() -> Iterator[tuple[str, str]]:
    """Yield name and path for each language; a cookie has one path, and tracking lies below one per language."""
    base = reverse("tracking:find")
    for language in language_codes():
        yield f"track_{language}", in_language(base, language)
