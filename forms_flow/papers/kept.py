"""Papers that are made once. They are public and name nobody, so they lie beside the pictures of pages, in the clear.

A paper is kept under the digest of the page it was printed from: whatever changes on it, a question, the association's
telephone or our own layout, makes a new one, and the one before goes. The folder may be emptied at any time.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

_STYLE = Path(__file__).with_name("paper.css")


def once(name: str, html: str, make: Callable[[], bytes]) -> bytes:
    """Return the paper `name` as printed from `html`, made now if it is not there."""
    path = _folder() / f"{name}-{_digest(html)}.pdf"
    try:
        return path.read_bytes()
    except FileNotFoundError:
        content = make()
    _keep(path, content)
    for other in path.parent.glob(f"{name}-*.pdf"):
        if other != path:
            other.unlink(missing_ok=True)
    return content


def _keep(path: Path, content: bytes) -> None:
    """Write aside and rename, so that nobody reads half a paper; a full disk costs only the next printing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, aside = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(aside).replace(path)
    except OSError:
        return


def _digest(html: str) -> str:
    return hashlib.sha256(_STYLE.read_bytes() + html.encode()).hexdigest()[:32]


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "papers"
