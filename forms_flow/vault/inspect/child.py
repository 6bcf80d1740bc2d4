"""Running the worker: one child process a file, so that a bomb takes its own process down and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

from forms_flow.vault.inspect.limits import CHILD_WALL_SECONDS
from forms_flow.vault.inspect.outcome import Made
from forms_flow.vault.inspect.refusals import UploadRefused

_ROOT = Path(__file__).resolve().parents[3]
_COMMAND = (sys.executable, "-m", "forms_flow.vault.inspect.worker")


def run(kind: str, content: bytes, *more: str) -> Made:
    """Return the worker's result. A worker that dies, by its limits or otherwise, could not read the file.

    With the number of a page in `more` the worker draws that page.
    """
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the file travels by pipe
            [*_COMMAND, kind, *more],
            input=content,
            capture_output=True,
            timeout=CHILD_WALL_SECONDS,
            check=True,
            cwd=_ROOT,
            env={"LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        )
    except subprocess.SubprocessError:
        raise UploadRefused("unreadable") from None
    return _read(done.stdout)


def _read(output: bytes) -> Made:
    head, _newline, body = output.partition(b"\n")
    try:
        report = json.loads(head)
    except ValueError:
        raise UploadRefused("unreadable") from None
    if refused := report.get("refused"):
        raise UploadRefused(refused)
    return Made(report["kind"], report["pages"], body)
