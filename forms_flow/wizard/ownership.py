"""Who may go on with a draft: whoever holds its secret, in a signed cookie that only this journey's addresses get.

The cookie holds the secret that the draft began with, the token of its resume link or its number and code, so that
all devices of a person work. The database keeps digests of them and could not let anybody in. What the staff fill in
for somebody opens only to whoever began it, signed in.
"""

import hmac
import secrets
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from forms_flow.records.drafts import LIFETIME, Draft
from forms_flow.records.staff import can
from forms_flow.rules import Capability
from forms_flow.vault import keyring
from home.languages import in_language, language_codes

OWNER, RESUME, CODE = "draft-owner", "draft-resume", "draft-code"
_SALT = "wizard.draft"
#: The cookie outlives the draft, so that a latecomer reads that the draft is over instead of "not found".
_COOKIE_AGE = LIFETIME + timedelta(days=30)


class Cookie(NamedTuple):
    """One cookie: journeys lie below one path per language, and names differ so that no jar mixes them up."""

    language: str
    name: str
    path: str


def new_secret() -> str:
    """Return 256 random bits that fit into an address."""
    return secrets.token_urlsafe(32)


def digest(secret: str, *, purpose: str = OWNER) -> bytes:
    """Return what the database keeps of a secret."""
    return keyring.digest(secret, purpose=purpose)


def held_secret(request: HttpRequest, draft_id: UUID) -> str | None:
    """Return the secret that the visitor holds for this draft; only one that we signed for it counts."""
    for cookie in _cookies(draft_id):
        held = request.get_signed_cookie(cookie.name, default=None, salt=_SALT)
        if held:
            return str(held)
    return None


def opens(secret: str, draft: Draft) -> bool:
    """Tell whether the secret is the draft's own, that of its latest resume link, or its number and latest code."""
    stored = {OWNER: draft.owner_digest, RESUME: draft.resume_digest, CODE: draft.code_digest}
    return any(
        hmac.compare_digest(bytes(kept), made)
        for purpose, kept in stored.items()
        if kept
        for made in keyring.digests(secret, purpose=purpose)
    )


def is_resume_token(secret: str, draft: Draft) -> bool:
    """Tell whether the visitor came by the resume link."""
    return bool(draft.resume_digest) and bytes(draft.resume_digest) in keyring.digests(secret, purpose=RESUME)


def is_own_code(secret: str, draft: Draft) -> bool:
    """Tell whether the visitor came by number and code."""
    return bool(draft.code_digest) and bytes(draft.code_digest) in keyring.digests(secret, purpose=CODE)


def may_use(request: HttpRequest, draft: Draft) -> bool:
    """Tell whether the visitor may use a draft whose secret they hold: anybody, unless the staff entered it.

    Then only whoever began it, signed in and still allowed to enter; a trial too is only for its maker. Others are not
    asked who they are.
    """
    if draft.is_trial:
        return bool(request.user.is_active and draft.entered_by_id == request.user.pk)
    if not draft.is_entered:
        return True
    is_author = draft.entered_by_id is not None and draft.entered_by_id == request.user.pk
    return is_author and can(request.user, Capability.ENTER) and request.gave_both_factors()


def hand_over(response: HttpResponse, draft_id: UUID, secret: str) -> None:
    """Give the visitor the secret, for the addresses of this draft in every language."""
    for cookie in _cookies(draft_id):
        response.set_signed_cookie(
            cookie.name,
            secret,
            salt=_SALT,
            path=cookie.path,
            max_age=_COOKIE_AGE,
            secure=settings.SITE_ORIGIN.startswith("https://"),
            httponly=True,
            samesite="Lax",
        )


def draft_of_token(token: str) -> Draft | None:
    """Return the draft that a resume link leads to."""
    return Draft.objects.filter(resume_digest__in=keyring.digests(token, purpose=RESUME)).first()


def _cookies(draft_id: UUID) -> Iterator[Cookie]:
    base = reverse("wizard:check", kwargs={"draft_id": draft_id}).removesuffix("check/")
    for code in language_codes():
        yield Cookie(code, f"apply_{code}_{draft_id.hex}", in_language(base, code))
