"""Leaving and coming back: the link, or the number and code, that open a draft on another device."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from forms_flow.notices.contact import contact_in, ways_to
from forms_flow.records.drafts import StaleDraftError
from forms_flow.wizard import numbers, ownership
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.responses import missing, over, owners_page, show
from home.private_pages import SeeOther, private_page

_SALT = "wizard.link"
#: What opens a draft elsewhere, and the names of the cookies that take a new one to the page that shows it.
LINK, CODE = "link", "code"
#: How long the page with a new link can be reloaded. After that a new link can be made.
_SHOWN_FOR = timedelta(minutes=30)


@owners_page
@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Say that the answers are kept; make what opens them elsewhere when asked for it, and show it once."""
    if journey.is_sent:
        return SeeOther(journey.url("receipt"))
    if request.method == "POST":
        return _MAKERS.get(request.POST.get("make", ""), make_link)(journey, request)
    return show(request, "save", _save_context(journey, _shown(request, journey, LINK), _shown(request, journey, CODE)))


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: HttpRequest, token: str) -> HttpResponse:
    """Open a draft by its link. Following a link changes nothing: the button makes this device an owner's."""
    draft = ownership.draft_of_token(token)
    if draft is None or not ownership.may_use(request, draft):
        return missing(request)
    journey = Journey(draft, get_language(), token)
    if journey.is_over and not journey.is_sent:
        return over(request)
    if request.method != "POST":
        return show(request, "resume", {"journey": journey})
    response = SeeOther(journey.next_url())
    ownership.hand_over(response, draft.pk, token)
    return response


def offer_link(journey: Journey) -> HttpResponse:
    """Lead to the page of the link, with a first one ready; one that somebody may have noted stays good."""
    return SeeOther(journey.url("save")) if journey.draft.resume_digest else make_link(journey)


def make_link(journey: Journey, request: HttpRequest | None = None) -> HttpResponse:
    """Make a new link, which ends the one before."""
    del request
    token = ownership.new_secret()
    came_by_it = ownership.is_resume_token(journey.secret, journey.draft)
    journey.draft.resume_digest = ownership.digest(token, purpose=ownership.RESUME)
    if not _saved(journey, "resume_digest"):
        return SeeOther(journey.url("save"))
    if came_by_it:
        journey.secret = token
    return _shown_soon(journey, LINK, token)


def make_code(journey: Journey, request: HttpRequest) -> HttpResponse:
    """Make a new code, which ends the one before; the number stays what it was."""
    del request
    draft, code = journey.draft, numbers.new_code()
    came_by_it = ownership.is_own_code(journey.secret, draft)
    draft.number = draft.number or numbers.new_number()
    secret = numbers.secret_of(draft.number, code)
    draft.code_digest = ownership.digest(secret, purpose=ownership.CODE)
    if not _saved(journey, "number", "code_digest"):
        return SeeOther(journey.url("save"))
    if came_by_it:
        journey.secret = secret
    return _shown_soon(journey, CODE, code)


def set_reminder(journey: Journey, request: HttpRequest) -> HttpResponse:
    """Take down whether the owner wants to be told before the answers are destroyed."""
    journey.state.remind = request.POST.get("remind") == "on"
    with suppress(StaleDraftError):
        journey.save()
    return SeeOther(journey.url("save"))


_MAKERS: Mapping[str, Callable[[Journey, HttpRequest], HttpResponse]] = {"code": make_code, "reminder": set_reminder}


def _saved(journey: Journey, *fields: str) -> bool:
    try:
        journey.draft.save_if_current(fields=[*fields])
    except StaleDraftError:
        return False
    return True


def _shown_soon(journey: Journey, what: str, secret: str) -> HttpResponse:
    """Lead to the page that shows a new secret, which travels there in a short-lived cookie.

    Only its digest is stored, so that page cannot read it anywhere else; and a reload must not make yet another one.
    """
    response = SeeOther(journey.url("save"))
    response.set_signed_cookie(
        _cookie_name(journey, what),
        secret,
        salt=_SALT,
        path=journey.url("save"),
        max_age=_SHOWN_FOR,
        secure=settings.SITE_ORIGIN.startswith("https://"),
        httponly=True,
        samesite="Lax",
    )
    return response


def _cookie_name(journey: Journey, what: str) -> str:
    return f"{what}_{journey.language}_{journey.draft.pk.hex}"


def _shown(request: HttpRequest, journey: Journey, what: str) -> str:
    """Return the secret that was made just now, if it is still the one that opens the draft."""
    held = request.get_signed_cookie(_cookie_name(journey, what), default="", salt=_SALT)
    if what == LINK:
        return held if held and ownership.is_resume_token(held, journey.draft) else ""
    secret = numbers.secret_of(journey.draft.number or "", held)
    return held if held and ownership.is_own_code(secret, journey.draft) else ""


def _save_context(journey: Journey, token: str, code: str) -> dict[str, object]:
    may_be_reminded = not journey.draft.is_entered and ways_to(contact_in(journey.flow, journey.settled))
    link = settings.SITE_ORIGIN + reverse("wizard:resume", kwargs={"token": token}) if token else ""
    return {
        "journey": journey,
        "link": link,
        "has_link": journey.draft.resume_digest is not None,
        "number": numbers.grouped(journey.draft.number or ""),
        "code": numbers.grouped_code(code),
        "may_be_reminded": bool(may_be_reminded),
        "is_reminded": journey.state.remind,
        "expires_at": journey.draft.expires_at,
        "back_url": journey.next_url(),
    }
