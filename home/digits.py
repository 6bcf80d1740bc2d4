"""Digits of every script, and the marks that cannot be seen."""

import re
import unicodedata

# Soft hyphen, Arabic letter mark, zero-width and direction marks, isolates, byte order mark. Phones paste them around
# numbers copied from Arabic messages.
INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DIGIT = re.compile(r"\d")
_LONGEST_NUMBER = 9


def to_ascii_digits(text: str) -> str:
    """Write the decimal digits of any script as 0-9."""
    if text.isascii():
        return text
    return _DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


def strip_invisible(text: str) -> str:
    """Drop the marks that a reader cannot see and a rule must not meet."""
    return INVISIBLE.sub("", text)


def row_number(text: str) -> int | None:
    """Return the key or version of a row that a hidden control sent back; None for what no row can have."""
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else None
