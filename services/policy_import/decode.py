"""Bytes of a plain text file to text, without guessing silently."""

import codecs
import re
import unicodedata
from collections.abc import Iterable

from django.utils.translation import gettext as _

from services.policy_import.document import PolicyImportError
from services.policy_import.notes import Doubt, Note

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_WINDOWS_ARABIC = "windows-1256"
# Small words that hardly any Arabic page lacks, and that other text read as windows-1256 hardly ever shows.
_SMALL_WORDS = re.compile(r"(?<!\w)(?:في|من|على|إلى|أو|هذه|هذا|التي|مع|عن)(?!\w)")
_LEAST_ARABIC = 0.9
_LEAST_SMALL_WORDS = 2
_HARMLESS_CONTROLS = frozenset("\t\n\r\f\v\x85")


def decode(data: bytes) -> tuple[str, list[Note]]:
    """Return the text: by its byte order mark, else UTF-8, else Windows Arabic with a note for the editor."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _strict(data, encoding), []
    if b"\x00" in data:
        raise PolicyImportError(_not_text())
    try:
        return _without_controls(data.decode()), []
    except UnicodeDecodeError:
        return _windows(data), [Note(doubt=Doubt.ENCODING, found=_WINDOWS_ARABIC)]


def is_damaged(texts: Iterable[str]) -> bool:
    """Return whether letters were replaced by the replacement character before the file came here."""
    return any("\ufffd" in text for text in texts)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return _without_controls(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise PolicyImportError(_wrong_encoding()) from error


def _windows(data: bytes) -> str:
    text = _without_controls(data.decode(_WINDOWS_ARABIC, errors="replace"))
    foreign = [char for char in text if not char.isascii()]
    arabic = sum("\u0600" <= char <= "\u06ff" for char in foreign)
    if arabic < _LEAST_ARABIC * len(foreign) or len(_SMALL_WORDS.findall(text)) < _LEAST_SMALL_WORDS:
        raise PolicyImportError(_wrong_encoding())
    return text


def _without_controls(text: str) -> str:
    """Refuse control characters: they mean that the bytes are something else than text."""
    if any(unicodedata.category(char) == "Cc" and char not in _HARMLESS_CONTROLS for char in set(text)):
        raise PolicyImportError(_not_text())
    return text


def _not_text() -> str:
    return _("This is not a text file. Choose a .docx or a plain text (.txt) file.")


def _wrong_encoding() -> str:
    return _("The letters of this file cannot be read. Open it, save it as UTF-8 or as .docx, then choose it again.")
