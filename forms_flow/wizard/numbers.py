"""A draft's number and code: what can be noted on paper or dictated, to go on with a form on another device.

The number says which draft and is no secret; the code is, and only its digest is kept.
"""

import hmac
import secrets

from stdnum import luhn

from forms_flow.domain import follow
from forms_flow.records.drafts import Draft
from forms_flow.vault import keyring
from forms_flow.wizard import ownership

DIGITS = 9
CODE_DIGITS = follow.DIGITS
new_code = follow.new_code
grouped_code = follow.grouped
_NO_DIGEST = bytes(keyring.DIGEST_BYTES)


def new_number() -> str:
    """Return a number that no draft has: random digits, the last one a check digit."""
    while True:
        body = str(secrets.randbelow(9 * 10 ** (DIGITS - 2)) + 10 ** (DIGITS - 2))
        number = body + luhn.calc_check_digit(body)
        if not Draft.objects.filter(number=number).exists():
            return number


def is_number(digits: str) -> bool:
    """Tell whether cleaned digits can be a number."""
    return len(digits) == DIGITS and digits.isascii() and digits.isdigit() and luhn.is_valid(digits)


def grouped(number: str) -> str:
    """Return the number as it is shown and read out: 264-731-890."""
    return "-".join((number[:3], number[3:6], number[6:])) if number else ""


def secret_of(number: str, code: str) -> str:
    """Return the secret that number and code make together."""
    return f"{number}-{code}"


def draft_of(number: str, code: str) -> Draft | None:
    """Return the draft if both are right; wrong and unknown cost the same query and comparison."""
    draft = Draft.objects.filter(number=number).first()
    kept = bytes(draft.code_digest) if draft and draft.code_digest else _NO_DIGEST
    made = keyring.digests(secret_of(number, code), purpose=ownership.CODE)
    right = any([hmac.compare_digest(kept, one) for one in made])  # noqa: C419 - compares all
    return draft if right else None
