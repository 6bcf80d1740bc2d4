"""The private file store: encrypted files under random names, outside anything that is served.

A file is written aside, flushed to the disk and renamed, so that a name in the store is always a whole file. Which
file belongs to whom is known only by the rows of `records`.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings

from forms_flow.vault import keyring

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def put(file_id: UUID, content: bytes) -> bytes:
    """Store `content` and return what was written, for the caller's checksum. Raises OSError when the disk refuses."""
    path = path_of(file_id)
    path.parent.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
    sealed = keyring.seal(content, context=_context(file_id))
    aside = path.with_suffix(".part")
    try:
        _write_durably(aside, sealed)
        aside.rename(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    return sealed


def get(file_id: UUID) -> bytes:
    """Return the content. Raises FileNotFoundError or keyring.CannotOpenError."""
    return keyring.unseal(path_of(file_id).read_bytes(), context=_context(file_id))


def delete(file_id: UUID) -> None:
    """Destroy the file; one that is already gone is no error."""
    path_of(file_id).unlink(missing_ok=True)


def names() -> Iterator[tuple[UUID, float]]:
    """Yield the id and time of every stored file, for the search for orphans."""
    for path in Path(settings.PRIVATE_ROOT).glob("??/*"):
        if path.suffix == "":
            yield UUID(path.name), path.stat().st_mtime


def path_of(file_id: UUID) -> Path:
    """Return where the file lies; 256 folders keep each of them small."""
    return Path(settings.PRIVATE_ROOT) / file_id.hex[:2] / file_id.hex


def _write_durably(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _context(file_id: UUID) -> str:
    return f"file:{file_id}"
