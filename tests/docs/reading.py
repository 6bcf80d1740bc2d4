"""Reading the documents."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def text_of(name: str) -> str:
    """Return a page of docs/."""
    return (DOCS / name).read_text(encoding="utf-8")


def pages() -> list[Path]:
    """Return every page of ours that is written in Markdown, outside the code."""
    own = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
    return [*own, *sorted(DOCS.rglob("*.md"))]


def part(text: str, heading: str) -> str:
    """Return what stands below a heading of the second level, up to the next one."""
    return re.split(r"^## ", text.split(f"\n## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def marked(name: str, mark: str) -> str:
    """Return the table between ``<!-- mark: … -->`` and ``<!-- end -->``."""
    [found] = re.findall(rf"<!-- {mark}: .*? -->\n\n(.*?)\n\n<!-- end -->", text_of(name), re.DOTALL)
    return found


def rows(text: str) -> Iterator[list[str]]:
    """Yield the cells of a table's rows, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    for line in lines[2:]:
        yield [cell.strip() for cell in line.strip("|").split(" |")]


def first_column(text: str) -> list[str]:
    """Return the first cells of a table, without code marks."""
    return [cells[0].strip("` ") for cells in rows(text)]


def table(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """Return a table as the documents have it."""
    lines = [head, ["---"] * len(head), *body]
    return "\n".join("|" + "|".join(_cell(cell) for cell in line) + "|" for line in lines)


def _cell(text: str) -> str:
    return text if text == "---" else f" {text} " if text else " "
