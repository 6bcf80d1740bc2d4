"""Leaving and coming back: the link that opens a draft on another device."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from forms_flow.records.drafts import StaleDraftError
from forms_flow.wizard import ownership
from forms_flow.wizard.journey import Journey
from forms_flow.wizard.responses import missing, over, owners_page, show
from home.private_pages import SeeOther, private_page

_SALT = "wizard.link"
#: How long the page with a new link can be reloaded. After that a new link can be made.
_SHOWN_FOR = timedelta(minutes=30)


@owners_page
@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Say that the answers are kept; make a resume link when asked for one, and show it once."""
    if journey.is_sent:
        return SeeOther(journey.url("receipt"))
    if request.method == "POST":
        return make_link(journey)
    token = request.get_signed_cookie(_cookie_name(journey), default="", salt=_SALT)
    shown = token if token and ownership.is_resume_token(token, journey.draft) else ""
    return show(request, "save", _save_context(journey, shown))


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: HttpRequest, token: str) -> HttpResponse:
    """Open a draft by its link. Following a link changes nothing: the button makes this device an owner's."""
    draft = ownership.draft_of_token(token)
    if draft is None:
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


def make_link(journey: Journey) -> HttpResponse:
    """Make a new link, which ends the one before. Its token travels to the next page in a short-lived cookie.

    Only its digest is stored, so that page cannot read it anywhere else; and a reload must not make yet another one.
    """
    token = ownership.new_secret()
    came_by_link = ownership.is_resume_token(journey.secret, journey.draft)
    journey.draft.resume_digest = ownership.digest(token, purpose=ownership.RESUME)
    try:
        journey.draft.save_if_current(fields=["resume_digest"])
    except StaleDraftError:
        return SeeOther(journey.url("save"))
    if came_by_link:
        journey.secret = token
    response = SeeOther(journey.url("save"))
    response.set_signed_cookie(
        _cookie_name(journey),
        token,
        salt=_SALT,
        path=journey.url("save"),
        max_age=_SHOWN_FOR,
        secure=settings.SITE_ORIGIN.startswith("https://"),
        httponly=True,
        samesite="Lax",
    )
    return response


def _cookie_name(journey: Journey) -> str:
    return f"link_{journey.language}_{journey.draft.pk.hex}"


def _save_context(journey: Journey, token: str) -> dict[str, object]:
    link = settings.SITE_ORIGIN + reverse("wizard:resume", kwargs={"token": token}) if token else ""
    return {
        "journey": journey,
        "link": link,
        "has_link": journey.draft.resume_digest is not None,
        "expires_at": journey.draft.expires_at,
        "back_url": journey.next_url(),
    }
