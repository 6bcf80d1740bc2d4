"""Reading PDFs back: the words as a reader or a search would find them."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
import pypdfium2


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with pypdfium2.PdfDocument(pdf) as document:
        yield document


def text_of(pdf: bytes) -> str:
    """Return all text in reading order, letters in their plain forms, single spaces."""
    with opened(pdf) as document:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_bounded())
            text.close()
            page.close()
    return " ".join(unicodedata.normalize("NFKC", " ".join(pages)).split())


def in_order(text: str, *parts: str) -> bool:
    """Tell whether the parts stand in the text one after another."""
    start = 0
    for part in parts:
        found = text.find(unicodedata.normalize("NFKC", part), start)
        if found < 0:
            return False
        start = found + len(part)
    return True


def pages_of(pdf: bytes) -> int:
    with opened(pdf) as document:
        return len(document)


def catalogue_of(pdf: bytes) -> dict[str, str]:
    """Return language, title, and whether it is tagged."""
    import io  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            "language": str(document.Root.get("/Lang", "")),
            "title": str(document.docinfo.get("/Title", "")),
            "tagged": str(document.Root.get("/MarkInfo", {}).get("/Marked", False)),
        }
