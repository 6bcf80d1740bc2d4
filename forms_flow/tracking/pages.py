"""What the pages of tracking share."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from forms_flow.tracking import ticket
from home.private_pages import SeeOther, View, private_page


def tickets_page(view: Callable[..., HttpResponse]) -> View:
    """Make a view one that only the holder of a ticket reaches, with the ticket; others are asked who they are."""

    @private_page
    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponse:
        held = ticket.held(request)
        return view(request, held) if held else SeeOther(reverse("tracking:find"))

    return wrapped


def holders_page(view: Callable[..., HttpResponse]) -> View:
    """Make a view one that wants a full ticket, and gets its application; others are asked for the code first."""

    @tickets_page
    @wraps(view)
    def wrapped(request: HttpRequest, held: ticket.Ticket) -> HttpResponse:
        return view(request, held.application) if held.is_full else SeeOther(reverse("tracking:case"))

    return wrapped


def show(request: HttpRequest, name: str, context: dict[str, Any], *, status: int = HTTPStatus.OK) -> HttpResponse:
    """Render one of tracking's own templates."""
    return render(request, f"forms_flow/tracking/{name}.html", context, status=status)
