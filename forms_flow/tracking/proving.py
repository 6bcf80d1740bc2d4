"""The one-time code: sent to the stored mobile, typed here, and the rest of the page opens."""

from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from forms_flow.domain import code as codes
from forms_flow.domain.code import Answer
from forms_flow.fields.widgets import TextControl
from forms_flow.tracking import ticket, tries
from forms_flow.tracking.case import to_case
from forms_flow.tracking.pages import show, tickets_page
from home.private_pages import SeeOther
from home.text import clean_code

LONGEST = 40
_RETRY_AFTER = 3600


class CodeForm(forms.Form):
    """Five digits, in any script."""

    use_required_attribute = False

    code = forms.CharField(
        label=_("Code from the text message"),
        help_text=_("5 digits. It can take a minute to arrive, and is good for 15 minutes."),
        required=False,
        max_length=LONGEST,
        widget=TextControl(
            css="control--code control--short",
            direction="ltr",
            inputmode="numeric",
            autocomplete="one-time-code",
            spellcheck="false",
        ),
    )

    def clean_code(self) -> str:
        """Return the digits as 0-9."""
        code = clean_code(self.cleaned_data["code"])
        if len(code) != codes.DIGITS or not code.isdecimal():
            raise forms.ValidationError(_("Enter the 5 digits of the code"))
        return code


@tickets_page
@require_POST
def send(request: HttpRequest, held: ticket.Ticket) -> HttpResponse:
    """Send a code; those sent before stay good."""
    if held.is_full:
        return to_case()
    if not tries.may_send_code(held.application.pk):
        return _wait(request)
    codes.issue(held.application)
    return SeeOther(reverse("tracking:code"))


@tickets_page
def code(request: HttpRequest, held: ticket.Ticket) -> HttpResponse:
    """Take the code. What cannot be one is said at the field, and is no try."""
    if held.is_full:
        return to_case()
    form = CodeForm(request.POST if request.method == "POST" else None)
    if not form.is_bound:
        return show(request, "code", {"form": form})
    if form.is_valid():
        if not tries.may_try_code(held.application.pk):
            return _wait(request)
        answer = codes.redeem(held.application, form.cleaned_data["code"])
        if answer is Answer.RIGHT:
            return _opened(held)
        form.add_error("code", _REFUSALS[answer])
    return show(request, "code", {"form": form}, status=HTTPStatus.UNPROCESSABLE_ENTITY)


_REFUSALS = {
    Answer.WRONG: _("This is not the code. Compare it with the text message."),
    Answer.USED_UP: _("This code can no longer be used. Have a new one sent."),
}


def _opened(held: ticket.Ticket) -> HttpResponse:
    tries.forgive_code(held.application.pk)
    response = to_case()
    ticket.give(response, held.application, proved=True)
    return response


def _wait(request: HttpRequest) -> HttpResponse:
    response = show(request, "wait", {}, status=HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(_RETRY_AFTER)
    return response
