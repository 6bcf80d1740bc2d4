"""The child process: ``python -m forms_flow.papers.worker``, a page of HTML on stdin, its PDF on stdout.

It limits itself before it reads anything, sets up no Django, and can reach our own letters and mark only: what is
printed holds what applicants typed.
"""

import re
import resource
import sys
import unicodedata
from pathlib import Path
from typing import Any

from forms_flow.papers.limits import CPU_SECONDS, LARGEST_FILE, MEMORY

#: An address that leads nowhere, so that the style sheet may name its fonts by relative paths.
BASE = "https://own-files.invalid/papers/"
_HERE = Path(__file__).resolve().parent
#: Folder as addresses name it -> where it lies, the names it may hold, their type.
_OWN = {
    "fonts": (_HERE / "fonts", re.compile(r"[a-z0-9-]+\.woff2"), "font/woff2"),
    "img": (_HERE.parents[1] / "static" / "img", re.compile(r"[a-z0-9-]+\.svg"), "image/svg+xml"),
}
#: Lam with each alef, and the one code that stands for both.
_LAM_ALEF = {"\u0644\u0622": "\ufef5", "\u0644\u0623": "\ufef7", "\u0644\u0625": "\ufef9", "\u0644\u0627": "\ufefb"}
#: A line of such a table whose shape stands for more than one letter.
_SEVERAL = re.compile(rb"> <([0-9a-f]{8,})>")


def main() -> None:
    """Print one page of HTML."""
    limit()
    sys.stdout.buffer.write(printed(sys.stdin.buffer.read().decode()))


def limit() -> None:
    """Cap memory, CPU and the size of files; forbid dumping the applicant's answers as a core."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def printed(html: str) -> bytes:
    """Return the PDF, tagged for screen readers (PDF/UA)."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - only the child pays for it
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - as above

    fetcher, fonts = own_files(), FontConfiguration()
    css = (_HERE / "paper.css").read_text(encoding="utf-8")
    sheet = CSS(string=css, base_url=BASE, url_fetcher=fetcher, font_config=fonts)
    page = HTML(string=html, base_url=BASE, url_fetcher=fetcher)
    made: bytes = page.write_pdf(
        stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1", finisher=_one_letter_a_glyph
    )
    return made


def _one_letter_a_glyph(document: Any, pdf: Any) -> None:
    """Give each shape one letter in the tables for copying and searching: readers built on Chromium fail at more.

    Lam with alef has one code of its own. A letter first met with a vowel sign would keep the sign wherever it stands.
    """
    del document
    for item in pdf.objects:
        lines = getattr(item, "stream", None)
        if isinstance(lines, list) and b"begincmap" in lines:
            item.stream = [_SEVERAL.sub(lambda found: b"> <" + _one(found[1]) + b">", line) for line in lines]


def _one(code: bytes) -> bytes:
    letters = bytes.fromhex(code.decode()).decode("utf-16-be")
    plain = "".join(char for char in letters if not unicodedata.combining(char)) or letters[:1]
    return _LAM_ALEF.get(plain, plain).encode("utf-16-be").hex().encode()


def own_files() -> Any:
    """Return what WeasyPrint fetches with. Any failure but ours stops the printing instead of leaving a hole."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # noqa: PLC0415 - as above

    class OwnFiles(URLFetcher):
        """Serves our fonts and mark from the disk and refuses every other address, whatever its scheme."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            """Return one of our files."""
            del headers
            found = path_of(url)
            if found is None:
                raise FatalURLFetchingError("refused")
            path, content_type = found
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": content_type})

    return OwnFiles(allowed_protocols=())


def path_of(url: str) -> tuple[Path, str] | None:
    """Return the file behind one of our own addresses, with its type; None for any other address."""
    folder, _slash, name = url.removeprefix(BASE).partition("/")
    if not url.startswith(BASE) or folder not in _OWN:
        return None
    place, names, content_type = _OWN[folder]
    return (place / name, content_type) if names.fullmatch(name) else None


if __name__ == "__main__":
    main()
