"""Finding an application by two facts, with the same work whether it exists or not."""

import hmac
from functools import lru_cache
from uuid import uuid4

from forms_flow.domain import follow
from forms_flow.enums import Sensitivity
from forms_flow.notices.contact import contact_of
from forms_flow.records.applications import AnswerSheet, Application
from forms_flow.vault import keyring

DIGITS = 4
_NOWHERE = "tracking:nowhere"
#: As long as a contact sheet usually is.
_FILLER = b'{"mobile":{"value":"+000000000000","raw":"0000000000"}}'
#: What no typed digits equal.
_NO_DIGITS = "-" * DIGITS
_NO_DIGEST = b"-"


def find(reference: str, digits: str) -> Application | None:
    """Return the application if both facts are right; wrong and unknown cost the same query, opening and comparisons.

    `digits` are the last four of the mobile, or the whole follow-up code of somebody who gave none.
    """
    application = Application.objects.filter(reference=reference).first()
    ending = contact_of(application).mobile[-DIGITS:] if application else _pretend()
    kept = bytes(application.follow_digest or _NO_DIGEST) if application else _NO_DIGEST
    made = follow.digests(reference, digits)
    right = [
        hmac.compare_digest(digits.encode(), (ending or _NO_DIGITS).encode()),
        *(hmac.compare_digest(kept, digest) for digest in made),
    ]
    return application if any(right) else None


def _pretend() -> str:
    """Do what looking at an application's contact does."""
    list(AnswerSheet.objects.filter(application=uuid4(), sensitivity__in=[Sensitivity.CONTACT]))
    keyring.unseal(_sealed_filler(), context=_NOWHERE)
    return _NO_DIGITS


@lru_cache(maxsize=1)
def _sealed_filler() -> bytes:
    return keyring.seal(_FILLER, context=_NOWHERE)
