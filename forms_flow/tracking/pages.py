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


def holders_page(view: Callable[..., HttpResponse]) -> View:
    """Make a view one that only the holder of a ticket reaches, with the application; others are asked who they are."""

    @private_page
    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponse:
        application = ticket.holder(request)
        if application is None:
            return SeeOther(reverse("tracking:find"))
        return view(request, application)

    return wrapped


def show(request: HttpRequest, name: str, context: dict[str, Any], *, status: int = HTTPStatus.OK) -> HttpResponse:
    """Render one of tracking's own templates."""
    return render(request, f"forms_flow/tracking/{name}.html", context, status=status)
