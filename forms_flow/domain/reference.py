"""Reference numbers: eleven digits that can be dictated, said 4-3-4, the last one a Luhn check digit."""

import secrets

from stdnum import luhn

LENGTH = 11


def new_reference() -> str:
    """Return a random reference; its meaning is nothing but itself."""
    body = str(secrets.randbelow(9 * 10 ** (LENGTH - 2)) + 10 ** (LENGTH - 2))
    return body + luhn.calc_check_digit(body)


def is_reference(digits: str) -> bool:
    """Tell whether `digits` (already cleaned) can be a reference."""
    return len(digits) == LENGTH and digits.isascii() and digits.isdigit() and luhn.is_valid(digits)


def grouped(reference: str) -> str:
    """Return the reference as it is shown and read out: 2647-318-9053."""
    return f"{reference[:4]}-{reference[4:7]}-{reference[7:]}"
