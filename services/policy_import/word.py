"""The lines of a Word file (.docx).

Word's own numbers are not in its text, so they are counted here as Word would show them. Text in tables, text boxes,
content controls and tracked insertions counts; deleted text does not.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from django.utils.translation import gettext as _
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from home.digits import strip_invisible
from services.policy_import.document import Line, PolicyImportError, Role
from services.policy_import.notes import Doubt, Note
from services.policy_import.word_numbers import Numbers

MAX_UNPACKED = 30 * 1024 * 1024
MAX_PARTS = 2000
MAX_PARAGRAPHS = 10_000  # a kilobyte of ZIP can hold a million empty ones
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# python-docx and zipfile raise whatever a broken or locked part leads them to.
_BROKEN = (
    XmlchemyError,
    OpcError,
    LxmlError,
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
    EOFError,
)
_BREAKS = {qn("w:br"), qn("w:cr")}


def read(data: bytes) -> tuple[list[Line], list[Note]]:
    """Return the lines and what was left out. Sizes are checked before anything is unpacked."""
    _check_package(data)
    try:
        document = docx.Document(io.BytesIO(data))
        return _lines(document), [*_footnotes(document), *_page_headers(document)]
    except _BROKEN as error:
        raise PolicyImportError(_unreadable()) from error


def _check_package(data: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise PolicyImportError(_unreadable()) from error
    if "word/document.xml" not in {part.filename for part in parts}:
        raise PolicyImportError(_("This is not a Word file. Choose a .docx or a plain text (.txt) file."))
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise PolicyImportError(_too_big())


def _lines(document: Any) -> list[Line]:
    numbers = Numbers(document)
    styles = {style.style_id: style.name for style in document.styles}
    lines: list[Line] = []
    group = 0
    for number, element in enumerate(_paragraphs(document.element.body), 1):
        if number > MAX_PARAGRAPHS:
            raise PolicyImportError(_too_big())
        role = _role(styles.get(element.style) or "")
        marker = numbers.marker(element)
        texts = [text for text in _text(element).splitlines() if strip_invisible(text).strip()]
        if not texts:
            group += 1
        for text in texts:
            kind = Role.ITEM if marker and role == Role.PLAIN else role
            lines.append(
                Line(number=number, text=text.strip(), group=group, alone=len(texts) == 1, role=kind, marker=marker)
            )
            marker = ""
    return lines


def _paragraphs(body: Any) -> Iterator[Any]:
    for element in body.iter(qn("w:p")):
        # Word writes a text box twice, once for programs that do not know its newer form.
        if not any(True for _above in element.iterancestors(_FALLBACK)):
            yield element


def _text(element: Any) -> str:
    pieces: list[str] = []
    for node in element.iter(qn("w:t"), qn("w:tab"), qn("w:noBreakHyphen"), *_BREAKS):
        owner = next(node.iterancestors(qn("w:p")))
        if owner is not element or node.getparent().tag == qn("w:tabs"):
            continue
        if node.tag == qn("w:t"):
            pieces.append(node.text or "")
        elif node.tag in _BREAKS:
            pieces.append("\n")
        else:
            pieces.append("-" if node.tag == qn("w:noBreakHyphen") else " ")
    return "".join(pieces)


def _role(style: str) -> Role:
    name = style.casefold()
    if name == "title":
        return Role.TITLE
    return Role.HEADING if name.startswith("heading") else Role.PLAIN


def _footnotes(document: Any) -> Iterator[Note]:
    count = sum(1 for _node in document.element.body.iter(qn("w:footnoteReference"), qn("w:endnoteReference")))
    if count:
        yield Note(doubt=Doubt.FOOTNOTES, found=str(count))


def _page_headers(document: Any) -> Iterator[Note]:
    seen: set[str] = set()
    for section in document.sections:
        for part in (section.header, section.footer):
            text = " ".join(" ".join(paragraph.text for paragraph in part.paragraphs).split())
            if text and text not in seen:
                seen.add(text)
                yield Note(doubt=Doubt.PAGE_HEADER, found=text[:200])


def _too_big() -> str:
    return _("This Word file is too big when unpacked. Choose the text without pictures.")


def _unreadable() -> str:
    return _("This Word file cannot be opened. Open it in Word, save it again as .docx, then choose it.")
