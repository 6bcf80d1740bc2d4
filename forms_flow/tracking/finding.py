"""The door of tracking."""

from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from forms_flow.domain import follow
from forms_flow.domain import reference as references
from forms_flow.fields.widgets import TextControl
from forms_flow.tracking import lookup, ticket, tries
from forms_flow.tracking.pages import show
from home.private_pages import SeeOther, private_page
from home.text import clean_code
from home.visitors import client_address

LONGEST = 60


def _digits(**attrs: str) -> TextControl:
    return TextControl(
        css="control--code control--short", direction="ltr", inputmode="numeric", spellcheck="false", **attrs
    )


class FindForm(forms.Form):
    """The two facts, in any grouping and any digits."""

    use_required_attribute = False

    reference = forms.CharField(
        label=_("Application number"),
        help_text=_("11 digits, for example 2647-318-9053. You find it in the message we sent you."),
        required=False,
        max_length=LONGEST,
        widget=_digits(autocomplete="off"),
    )
    digits = forms.CharField(
        label=_("Last four digits of your mobile, or the follow-up code"),
        help_text=_("Of the mobile you gave in the application. If you gave none: the 8 digits from the receipt."),
        required=False,
        max_length=LONGEST,
        widget=_digits(autocomplete="off"),
    )

    def clean_reference(self) -> str:
        """Return the digits alone. Whether such a number exists is not said here."""
        code = clean_code(self.cleaned_data["reference"])
        if len(code) != references.LENGTH or not code.isdecimal():
            raise forms.ValidationError(_("Enter the application number: 11 digits"))
        return code

    def clean_digits(self) -> str:
        """Return the four digits, or the eight of a code."""
        code = clean_code(self.cleaned_data["digits"])
        if len(code) not in {lookup.DIGITS, follow.DIGITS} or not code.isdecimal():
            message = _("Enter the last four digits of the mobile number, or the 8 digits of the code")
            raise forms.ValidationError(message)
        return code


@private_page
def find(request: HttpRequest) -> HttpResponse:
    """Ask for the two facts; the answer to wrong ones is the same whichever is wrong."""
    form = FindForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return show(request, "find", {"form": form})
    reference, digits = form.cleaned_data["reference"], form.cleaned_data["digits"]
    address = client_address(request)
    if not tries.allowed(reference, address):
        return _blocked(request)
    application = lookup.find(reference, digits)
    if application is None:
        form.add_error(None, _("The number and the digits do not match. Compare them with our message or the receipt."))
        return show(request, "find", {"form": form})
    tries.forgive(reference, address)
    response = SeeOther(reverse("tracking:case"))
    ticket.give(response, application)
    return response


def _blocked(request: HttpRequest) -> HttpResponse:
    response = show(request, "blocked", {}, status=HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(int(tries.WINDOW.total_seconds()))
    return response
