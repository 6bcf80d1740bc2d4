"""PDF: refused when it can act or carries other files; a passive one is kept as it is, so signatures stay good.

A look at the catalogue alone misses what sits in nested direct objects, so every object is walked. Runs in the child
process only.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from forms_flow.vault.inspect.limits import MAX_PAGES
from forms_flow.vault.inspect.outcome import Made, Refused

_KEYS = frozenset(("/JavaScript", "/JS", "/EmbeddedFiles", "/EF", "/AF", "/XFA", "/RichMediaContent"))
_ACTIONS = frozenset(("/JavaScript", "/Launch", "/GoToE", "/ImportData", "/RichMediaExecute"))
_TYPES = frozenset(("/EmbeddedFile",))
_SUBTYPES = frozenset(("/FileAttachment", "/RichMedia", "/Screen"))
_END = re.compile(rb"%%EOF[ \t]*\r?\n?")


def check_pdf(content: bytes) -> Made:
    """Return the PDF without what follows its end, or refuse it."""
    content = _until_end(content)
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as pdf:
            return Made("pdf", _checked_pages(pdf), content)
    except pikepdf.PasswordError:
        raise Refused("password") from None
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, KeyError, MemoryError, OverflowError):
        raise Refused("unreadable") from None


def _until_end(content: bytes) -> bytes:
    ends = [match.end() for match in _END.finditer(content)]
    return content[: ends[-1]] if ends else content


def _checked_pages(pdf: pikepdf.Pdf) -> int:
    if pdf.is_encrypted:
        raise Refused("password")
    pages = len(pdf.pages)
    if not pages:
        raise Refused("unreadable")
    if pages > MAX_PAGES:
        raise Refused("too_many_pages")
    if any(_dangerous(item) for top in (pdf.trailer, *pdf.objects) for item in _within(top)):
        raise Refused("dangerous")
    return pages


def _within(top: Any) -> Iterator[Any]:
    """Yield an object and the direct objects inside it; indirect ones come up by themselves, so no circle is walked."""
    waiting = [top]
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(child for child in _children(item) if not child.is_indirect)


def _children(item: Any) -> list[pikepdf.Object]:
    if isinstance(item, pikepdf.Array):
        found: list[Any] = list(item)
    elif isinstance(item, pikepdf.Dictionary):
        found = list(item.values())
    elif isinstance(item, pikepdf.Stream):
        found = list(item.stream_dict.values())
    else:
        return []
    return [child for child in found if isinstance(child, pikepdf.Object)]


def _dangerous(item: Any) -> bool:
    if isinstance(item, pikepdf.Stream):
        item = item.stream_dict
    if not isinstance(item, pikepdf.Dictionary):
        return False
    if _KEYS & set(item.keys()):
        return True
    return _says(item, "/S", _ACTIONS) or _says(item, "/Type", _TYPES) or _says(item, "/Subtype", _SUBTYPES)


def _says(item: pikepdf.Dictionary, key: str, words: frozenset[str]) -> bool:
    value = item.get(key)
    return isinstance(value, pikepdf.Name) and str(value) in words
