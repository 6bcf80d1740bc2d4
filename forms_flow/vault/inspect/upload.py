"""From an upload to bytes that may be stored."""

import hashlib
from dataclasses import dataclass
from typing import IO, Protocol

from forms_flow.vault.inspect.child import run
from forms_flow.vault.inspect.limits import MAX_BYTES
from forms_flow.vault.inspect.names import clean_name
from forms_flow.vault.inspect.refusals import UploadRefused
from forms_flow.vault.inspect.signatures import kind_of


class Uploaded(Protocol):
    """What Django's uploaded files, and tests, offer."""

    name: str | None
    size: int | None
    file: IO[bytes]

    def read(self, num_bytes: int) -> bytes:
        """Return at most so many bytes."""


@dataclass(frozen=True, repr=False)
class Inspected:
    """A file that may be stored: `content` is what we wrote, not what was sent, unless it is a PDF."""

    content: bytes
    kind: str
    sha256: str
    name: str
    pages: int


def inspect_upload(file: Uploaded | None) -> Inspected:
    """Return the file made harmless, or raise :class:`UploadRefused` with the reason."""
    content = _read(file)
    claimed = kind_of(content)
    if claimed is None:
        raise UploadRefused("kind")
    result = run(claimed, content)
    return Inspected(
        content=result.content,
        kind=result.kind,
        sha256=hashlib.sha256(result.content).hexdigest(),
        name=clean_name((file and file.name) or "", result.kind),
        pages=result.pages,
    )


def _read(file: Uploaded | None) -> bytes:
    if file is None:
        raise UploadRefused("none")
    if (file.size or 0) > MAX_BYTES:
        raise UploadRefused("too_big")
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise UploadRefused("too_big")
    if not content:
        raise UploadRefused("empty")
    return content
