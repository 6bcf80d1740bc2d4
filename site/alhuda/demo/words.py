"""Texts written side by side: Arabic, the source, and its English."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple


class Both(NamedTuple):
    """One text in both languages."""

    ar: str
    en: str


class Prose(NamedTuple):
    """Rich text: paragraphs, or the points of a list."""

    texts: Sequence[Both]
    listed: bool = False

    def html(self) -> str:
        """Return the Arabic as Wagtail stores it."""
        tag = "li" if self.listed else "p"
        inner = "".join(f"<{tag}>{escape(text.ar, quote=False)}</{tag}>" for text in self.texts)
        return f"<ul>{inner}</ul>" if self.listed else inner


class PageAt(NamedTuple):
    """Another page of the demonstration, just below the home page."""

    slug: str


def prose(*pairs: tuple[str, str]) -> Prose:
    """Return paragraphs of rich text."""
    return Prose([Both(*pair) for pair in pairs])


def points(*pairs: tuple[str, str]) -> Prose:
    """Return a list of rich text."""
    return Prose([Both(*pair) for pair in pairs], listed=True)


def arabic(content: Any) -> Any:
    """Return the content with every text in Arabic, ready to be stored."""
    match content:
        case Both():
            return content.ar
        case Prose():
            return content.html()
        case PageAt():
            return content
        case Mapping():
            return {name: arabic(part) for name, part in content.items()}
        case list() | tuple():
            return [arabic(part) for part in content]
    return content


def pairs(content: Any) -> Iterator[Both]:
    """Yield every text of the content."""
    match content:
        case Both():
            yield content
        case Prose():
            yield from content.texts
        case PageAt():
            return
        case Mapping():
            for part in content.values():
                yield from pairs(part)
        case list() | tuple():
            for part in content:
                yield from pairs(part)


def dictionary(content: Any) -> dict[str, str]:
    """Return Arabic -> English of every text of the content."""
    return {text.ar: text.en for text in pairs(content)}
