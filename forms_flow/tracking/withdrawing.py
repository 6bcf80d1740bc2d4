"""The applicant takes the application back."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from forms_flow.domain.errors import ConflictError, IllegalMoveError
from forms_flow.domain.withdraw import withdraw as take_back
from forms_flow.records.applications import Application
from forms_flow.tracking.pages import holders_page, show
from forms_flow.tracking.public import PublicCase
from home.digits import row_number
from home.private_pages import SeeOther


@holders_page
def withdraw(request: HttpRequest, application: Application) -> HttpResponse:
    """Ask once more, then withdraw. When nothing is left to withdraw, the page says where it stands."""
    public = PublicCase(application, get_language())
    if not public.may_withdraw:
        return SeeOther(reverse("tracking:case"))
    if request.method != "POST":
        return show(request, "withdraw", {"case": public, "application": application})
    version = row_number(request.POST.get("row_version", ""))
    try:
        take_back(application=application, row_version=version or 0)
    except (ConflictError, IllegalMoveError):
        context = {"case": public, "application": application, "conflict": True}
        return show(request, "withdraw", context, status=HTTPStatus.CONFLICT)
    return SeeOther(reverse("tracking:case"))
