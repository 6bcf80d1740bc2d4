"""The child process: ``python -m forms_flow.vault.inspect.worker KIND [PAGE]``, file on stdin, bytes on stdout.

Without a page it makes the file harmless; with one it draws that page of a stored file.

It limits itself first, and sets up no Django. Libraries are imported for the kind at hand only: a start costs less.
"""

import json
import resource
import sys

from forms_flow.vault.inspect.limits import CHILD_CPU_SECONDS, CHILD_MEMORY
from forms_flow.vault.inspect.outcome import Made, Refused


def main() -> None:
    """Answer with one line of JSON, then the bytes to store."""
    limit()
    content = sys.stdin.buffer.read()
    try:
        made = look(sys.argv[1], content, *sys.argv[2:])
    except Refused as refusal:
        report: dict[str, object] = {"refused": refusal.code}
        body = b""
    else:
        report, body = {"kind": made.kind, "pages": made.pages}, made.content
    sys.stdout.buffer.write(json.dumps(report).encode() + b"\n" + body)


def limit() -> None:
    """Cap memory and CPU; forbid writing files and dumping the applicant's document as a core."""
    resource.setrlimit(resource.RLIMIT_AS, (CHILD_MEMORY, CHILD_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CHILD_CPU_SECONDS, CHILD_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def look(kind: str, content: bytes, page: str = "") -> Made:
    """Return the file made harmless, or one of its pages as a picture."""
    if page:
        from forms_flow.vault.inspect.draw import draw  # noqa: PLC0415 - only for a page

        return draw(kind, content, int(page))
    if kind == "pdf":
        from forms_flow.vault.inspect.pdf import check_pdf  # noqa: PLC0415 - only for a PDF

        return check_pdf(content)
    from forms_flow.vault.inspect.image import remake  # noqa: PLC0415 - only for a picture

    return remake(kind, content)


if __name__ == "__main__":
    main()
