"""The one door to the printer: a template becomes a PDF in a child process with limits, a few at a time."""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from forms_flow.papers.limits import TURN_SECONDS, WALL_SECONDS

_ROOT = Path(__file__).resolve().parents[2]
_COMMAND = (sys.executable, "-m", "forms_flow.papers.worker")
#: One printing keeps a core busy for seconds, so each server process prints one page after another.
_turns = BoundedSemaphore(1)


class NotPrintedError(Exception):
    """Nothing was printed: the printer is busy, or it gave up."""


def html_of(name: str, context: Mapping[str, Any], *, language: str) -> str:
    """Return the page that would be printed."""
    with override(language):
        return render_to_string(f"forms_flow/papers/{name}.html", {**context, "language": language})


def printed(html: str) -> bytes:
    """Return the PDF of a page of ours. Raises NotPrintedError when it cannot be had now."""
    if not _turns.acquire(timeout=TURN_SECONDS):
        raise NotPrintedError("busy")
    try:
        return _run(html.encode())
    finally:
        _turns.release()


def _run(html: bytes) -> bytes:
    with tempfile.TemporaryDirectory(prefix="paper-") as folder:  # for fonts; the answers travel by pipe
        try:
            done = subprocess.run(  # noqa: S603 - a fixed command; the page travels by pipe
                _COMMAND,
                input=html,
                capture_output=True,
                timeout=WALL_SECONDS,
                check=True,
                cwd=_ROOT,
                env={"LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": folder, "XDG_CACHE_HOME": folder},
            )
        except subprocess.SubprocessError:
            raise NotPrintedError("gave up") from None
    if not done.stdout.startswith(b"%PDF-"):
        raise NotPrintedError("no PDF")
    return done.stdout
