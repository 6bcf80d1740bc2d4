"""Coming back to a form by its number and code."""

from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from forms_flow.fields.widgets import TextControl
from forms_flow.records.drafts import Draft
from forms_flow.records.throttle import Tries
from forms_flow.wizard import numbers, ownership
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.responses import over, show
from home.private_pages import SeeOther, private_page
from home.text import clean_code
from home.visitors import client_address

LONGEST = 60
TRIES = Tries("come-back")


def _digits() -> TextControl:
    return TextControl(
        css="control--code control--short",
        direction="ltr",
        inputmode="numeric",
        spellcheck="false",
        autocomplete="off",
    )


class ComeBackForm(forms.Form):
    """The two numbers, in any grouping and any digits."""

    use_required_attribute = False

    number = forms.CharField(
        label=_("Draft number"),
        help_text=_("9 digits, for example 264-731-890"),
        required=False,
        max_length=LONGEST,
        widget=_digits(),
    )
    code = forms.CharField(
        label=_("Code"),
        help_text=_("8 digits, which you noted together with the number"),
        required=False,
        max_length=LONGEST,
        widget=_digits(),
    )

    def clean_number(self) -> str:
        """Return the digits alone. Whether there is such a draft is not said here."""
        number = clean_code(self.cleaned_data["number"])
        if len(number) != numbers.DIGITS or not number.isdecimal():
            raise forms.ValidationError(_("Enter the draft number: 9 digits"))
        if not numbers.is_number(number):
            raise forms.ValidationError(_("Draft number: one of the digits is wrong; compare it with what you noted"))
        return number

    def clean_code(self) -> str:
        """Return the digits alone."""
        code = clean_code(self.cleaned_data["code"])
        if len(code) != numbers.CODE_DIGITS or not code.isdecimal():
            raise forms.ValidationError(_("Enter the code: 8 digits"))
        return code


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; the answer is the same whichever of them is wrong or unknown."""
    form = ComeBackForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return show(request, "come_back", {"form": form})
    number, code = form.cleaned_data["number"], form.cleaned_data["code"]
    address = client_address(request)
    if not TRIES.allowed(number, address):
        return _blocked(request)
    draft = numbers.draft_of(number, code)
    if draft is None or not ownership.may_use(request, draft):
        form.add_error(None, _("The number and the code do not match, or the time for this application is over."))
        return show(request, "come_back", {"form": form})
    TRIES.forgive(number, address)
    return _open(request, draft, number, code)


def _open(request: HttpRequest, draft: Draft, number: str, code: str) -> HttpResponse:
    """Ask once more before this device becomes an owner's, as the link does."""
    secret = numbers.secret_of(number, code)
    journey = Journey(draft, get_language(), secret)
    if journey.is_over and not journey.is_sent:
        return over(request)
    if "open" not in request.POST:
        return show(request, "resume", {"journey": journey, "number": number, "code": code})
    response = SeeOther(journey.next_url())
    ownership.hand_over(response, draft.pk, secret)
    return response


def _blocked(request: HttpRequest) -> HttpResponse:
    response = show(request, "come_back_later", {}, status=HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(int(TRIES.window.total_seconds()))
    return response
