"""The end of a visit, for telephones that several people use."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from forms_flow.tracking import ticket
from home.private_pages import SeeOther, private_page


@private_page
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Take the ticket back; leaving twice is as good as once."""
    del request
    response = SeeOther(reverse("tracking:find"))
    ticket.take_back(response)
    return response
