"""What a person typed, made safe to keep and to show again; the rules read :mod:`home.text` forms of it."""

import re
import unicodedata

from home.digits import INVISIBLE

ZWNJ = "\u200c"
_LINE_END = re.compile("\r\n|\r|\u2028|\u2029|\u0085|\v|\f")
# Letters that print nothing: fillers that would pass for a name.
_BLANK_LETTERS = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0")


def as_typed(value: object, *, lines: bool = False) -> str:
    """Return the text as it was typed, without control, direction and invisible marks.

    The zero-width non-joiner stays, because Persian and Urdu spelling needs it. Digits and inner spaces stay too: this
    is what check-answers shows. Line ends become one kind, or spaces where the question takes one line.
    """
    text = _LINE_END.sub("\n", value if isinstance(value, str) else "")
    kept = "".join(char for char in text if _may_stay(char))
    return (kept if lines else kept.replace("\n", " ").replace("\t", " ")).strip()


def has_visible_letter(text: str) -> bool:
    """Tell whether a reader would see at least one letter; modifiers such as the tatweel do not count."""
    return any(unicodedata.category(char) in {"Lo", "Lu", "Ll", "Lt"} and char not in _BLANK_LETTERS for char in text)


def _may_stay(char: str) -> bool:
    if char in f"\n\t{ZWNJ}":
        return True
    return not INVISIBLE.match(char) and unicodedata.category(char) not in {"Cc", "Cs"}
