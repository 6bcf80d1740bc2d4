"""Following an application whose applicant gave no mobile: an eight-digit code instead of its last four digits."""

import secrets
from datetime import timedelta

from django.utils import timezone

from forms_flow.records.drafts import Draft
from forms_flow.vault import keyring

DIGITS = 8
#: How long the sender can come back to the receipt, and so to the code on it.
SHOWN_FOR = timedelta(hours=24)
#: The name under which the emptied draft keeps the code that long.
KEPT_AS = "follow_code"
_PURPOSE = "follow-code"


def new_code() -> str:
    """Return a random code."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def grouped(code: str) -> str:
    """Return the code as it is shown and read out: 4820-9931."""
    return f"{code[:4]}-{code[4:]}" if code else ""


def digest(reference: str, code: str) -> bytes:
    """Return what the application keeps of its code."""
    return keyring.digest(f"{reference}:{code}", purpose=_PURPOSE)


def digests(reference: str, code: str) -> list[bytes]:
    """Return the digest under every index key, for the comparison."""
    return keyring.digests(f"{reference}:{code}", purpose=_PURPOSE)


def forget() -> int:
    """Destroy the codes that sent drafts keep for the receipt, once its day is over."""
    sent = Draft.objects.filter(submitted_at__lte=timezone.now() - SHOWN_FOR)
    return sent.exclude(state=None).update(state=None)
