"""From a file's bytes to its lines. Refuses what is not a policy, in words for the person who chose the file."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from django.utils.translation import gettext as _

from home.digits import strip_invisible
from services.policy_import import word
from services.policy_import.decode import decode, is_damaged
from services.policy_import.document import Line, PolicyImportError, Source

MAX_BYTES = 2 * 1024 * 1024
MAX_CHARACTERS = 400_000  # the longest by-laws have a tenth of it; the preview carries the text through the browser
ACCEPTED = (".txt", ".docx")
_MEBIBYTE = 1024 * 1024
_ZIP = b"PK\x03\x04"
_OTHER_KINDS = {
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "Word 97-2003 (.doc)",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}
# Enough letters of the language to tell a policy from another language or from a wrong encoding.
_LEAST_SHARE = 0.3


def check_size(size: int) -> None:
    """Refuse an empty or oversized file; call it with the size alone, before anything is loaded."""
    if not size:
        raise PolicyImportError(_("The file is empty. Choose the file that holds the policy."))
    if size > MAX_BYTES:
        raise PolicyImportError(
            _("The file has %(size)s MB; a policy may have %(limit)s MB. Choose the text without pictures.")
            % {"size": f"{size / _MEBIBYTE:.1f}", "limit": MAX_BYTES // _MEBIBYTE}
        )


def read(data: bytes, *, language: str) -> Source:
    """Return the lines of a .txt or .docx file. What it is, is decided by its first bytes, not by its name."""
    check_size(len(data))
    for start, kind in _OTHER_KINDS.items():
        if data.startswith(start):
            message = _("This is a %(kind)s file. Save the policy as .docx or as plain text (.txt), then choose it.")
            raise PolicyImportError(message % {"kind": kind})
    if data.startswith(_ZIP):
        lines, notes = word.read(data)
    else:
        text, notes = decode(data)
        lines = text_lines(text)
    if sum(len(line.text) for line in lines) > MAX_CHARACTERS:
        raise PolicyImportError(_("This text is too long for one policy. Divide it into several files."))
    _check_words(lines, language)
    return Source(lines=lines, digest=digest(lines), notes=notes)


def text_lines(text: str) -> list[Line]:
    """Return the lines of plain text that have something to read."""
    group = 0
    lines: list[Line] = []
    for number, raw in enumerate(text.splitlines(), 1):
        if is_blank(raw):
            group += 1
        else:
            lines.append(Line(number=number, text=raw.strip(), group=group))
    return mark_alone(lines)


def mark_alone(lines: Sequence[Line]) -> list[Line]:
    """Mark the lines that stand between blank lines: in plain text only those can be told to be headings."""
    groups = [list(members) for _number, members in groupby(lines, key=lambda line: line.group)]
    return [replace(line, alone=len(members) == 1) for members in groups for line in members]


def is_blank(text: str) -> bool:
    """Return whether a reader sees nothing."""
    return not strip_invisible(text).strip()


def digest(lines: Sequence[Line]) -> str:
    """Return the fingerprint of the words, the same for one text saved in two encodings."""
    return hashlib.sha256("\n".join(" ".join(line.text.split()) for line in lines).encode()).hexdigest()


def _check_words(lines: Sequence[Line], language: str) -> None:
    letters = [char for line in lines for char in line.text if char.isalpha()]
    if not letters:
        raise PolicyImportError(_("The file holds no text. Choose the file that holds the policy."))
    if is_damaged(line.text for line in lines):
        raise PolicyImportError(_("Letters of this file were lost when it was saved. Save it again as UTF-8."))
    arabic = sum("\u0600" <= char <= "\u06ff" or "\ufb50" <= char <= "\ufeff" for char in letters) / len(letters)
    share = arabic if language == "ar" else 1 - arabic
    if share < _LEAST_SHARE:
        raise PolicyImportError(
            _("Hardly a word of this file is in the chosen language. Choose the other one, or save the file as UTF-8.")
        )
