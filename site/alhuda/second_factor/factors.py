"""The factors of one person: made, checked, printed, taken away."""

import base64
import hmac

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt, encrypt
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

LAST_PERIOD = "last_period"


def new_secret() -> str:
    """Return a new secret in base 32, as apps want it."""
    return generate_totp_secret()


def sealed(secret: str) -> str:
    """Return the secret as it may lie in a session."""
    return str(encrypt(secret))


def unsealed(kept: str) -> str:
    """Return what :func:`sealed` was given."""
    return str(decrypt(kept))


def picture(user: AbstractBaseUser, secret: str) -> str:
    """Return the secret as a QR code: SVG in base 64, ready for a data address."""
    adapter = get_adapter()
    drawn = adapter.build_totp_svg(adapter.build_totp_url(user, secret))
    return base64.b64encode(drawn.encode()).decode()


def are_set_up(user: AbstractBaseUser) -> bool:
    """Tell whether the person has an app set up."""
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


@transaction.atomic
def add(user: AbstractBaseUser, secret: str, code: str) -> bool:
    """Set up the app and the codes on paper if the code is right; tell whether it was."""
    period = _period_of(secret, code)
    if are_set_up(user) or period is None:
        return False
    _use(TOTP.activate(user, secret).instance, period)
    RecoveryCodes.activate(user)
    return True


@transaction.atomic
def check(user: AbstractBaseUser, code: str) -> bool:
    """Tell whether the code is one of the app's of now, or one on paper that was not used yet; it is used then."""
    held = {factor.type: factor for factor in Authenticator.objects.select_for_update().filter(user=user)}
    app, paper = held.get(Authenticator.Type.TOTP), held.get(Authenticator.Type.RECOVERY_CODES)
    if app:
        period = _period_of(decrypt(app.data["secret"]), code)
        if period is not None and period > app.data.get(LAST_PERIOD, 0):
            _use(app, period)
            return True
    return bool(paper and paper.wrap().validate_code(code))


def unused_codes(user: AbstractBaseUser) -> list[str]:
    """Return the codes on paper that are left."""
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return list(found.wrap().get_unused_codes()) if found else []


@transaction.atomic
def remove(user: AbstractBaseUser) -> None:
    """Take all factors away and end every session of the person: the next login sets up new ones."""
    Authenticator.objects.filter(user=user).delete()
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()


def _period_of(secret: str, code: str) -> int | None:
    """Return the period for which the app shows this code, among those that count now; None for a wrong code."""
    shown = {format_hotp_value(hotp_value(secret, period)): period for period in yield_hotp_counters_from_time()}
    return next((period for right, period in shown.items() if hmac.compare_digest(right.encode(), code.encode())), None)


def _use(app: Authenticator, period: int) -> None:
    """Remember the period, so that no code is taken twice nor an older one after it, whichever process is asked."""
    app.data = {**app.data, LAST_PERIOD: period}
    app.last_used_at = timezone.now()
    app.save(update_fields=["data", "last_used_at"])
