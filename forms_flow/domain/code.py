"""One-time codes: five digits to the stored mobile, before the applicant's page shows more than the status (req 65)."""

import hmac
import secrets
from enum import Enum, auto

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from forms_flow.enums import Medium
from forms_flow.notices import outbox
from forms_flow.notices.contact import contact_of
from forms_flow.records.applications import Application
from forms_flow.records.casework import OneTimeCode
from forms_flow.vault import keyring

DIGITS = 5
TRIES = 5
LIFETIME = outbox.CODE_LIFETIME


class Answer(Enum):
    """What became of a typed code."""

    RIGHT = auto()
    WRONG = auto()
    USED_UP = auto()  # no code that may still be tried: too late, or tried too often


def is_needed(application: Application) -> bool:
    """Tell whether a code can be sent, and so has to be given."""
    return bool(settings.SMS_BACKEND and contact_of(application).mobile)


def issue(application: Application) -> None:
    """Send a new code to the stored mobile. Codes sent earlier stay good until their own time is over."""
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
    with transaction.atomic():
        OneTimeCode.objects.create(
            application=application, digest=_digest(application, code), expires_at=timezone.now() + LIFETIME
        )
        outbox.queue_one(application, outbox.CODE, Medium.SMS, code=code)


def redeem(application: Application, typed: str) -> Answer:
    """Compare what was typed with every code that is still good. A wrong one is a try at each of them."""
    with transaction.atomic():
        Application.objects.select_for_update(of=("self",)).values_list("pk").get(pk=application.pk)
        good = OneTimeCode.objects.filter(
            application=application, used_at=None, expires_at__gt=timezone.now(), tries__lt=TRIES
        )
        digests = [bytes(item) for item in good.values_list("digest", flat=True)]
        if not digests:
            return Answer.USED_UP
        made = keyring.digests(_text(application, typed), purpose=_PURPOSE)
        if any([hmac.compare_digest(kept, one) for kept in digests for one in made]):  # noqa: C419 - compares all
            good.update(used_at=timezone.now())
            return Answer.RIGHT
        good.update(tries=F("tries") + 1)
        return Answer.WRONG if good.exists() else Answer.USED_UP


def destroy_old() -> int:
    """Destroy the codes whose time is over."""
    return OneTimeCode.objects.filter(expires_at__lte=timezone.now()).delete()[0]


_PURPOSE = "one-time-code"


def _text(application: Application, code: str) -> str:
    return f"{application.pk}:{code}"


def _digest(application: Application, code: str) -> bytes:
    return keyring.digest(_text(application, code), purpose=_PURPOSE)
