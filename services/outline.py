"""A policy's text by section, with an anchor for each clause.

Anchors are made of positions, not of titles, so that they are the same in every language and a reference to a clause
survives a corrected word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One numbered clause."""

    anchor: str
    marker: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """A paragraph, or a list of clauses: one of the two is empty."""

    paragraph: str = ""
    clauses: Sequence[Clause] = ()


@dataclass(kw_only=True)
class Section:
    """A heading and what stands below it. Text before the first heading is section 0, without a title."""

    number: int
    title: str
    parts: list[Part] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """The address of the section within the page."""
        return f"section-{self.number}"

    def add_paragraph(self, text: str) -> None:
        """Append a paragraph."""
        self.parts.append(Part(paragraph=text))

    def add_clauses(self, items: Iterable[Any]) -> None:
        """Append a list; clauses are numbered through the whole section, though it may hold several lists."""
        first = 1 + sum(len(part.clauses) for part in self.parts)
        clauses = [
            Clause(
                anchor=f"clause-{self.number}-{position}", marker=item["marker"] or f"{position}.", text=item["text"]
            )
            for position, item in enumerate(items, first)
        ]
        self.parts.append(Part(clauses=clauses))


def outline(body: Iterable[Any]) -> list[Section]:
    """Group the blocks of a policy by heading."""
    sections = [Section(number=0, title="")]
    for child in body:
        if child.block_type == "heading":
            sections.append(Section(number=len(sections), title=child.value))
        elif child.block_type == "paragraph":
            sections[-1].add_paragraph(child.value)
        else:
            sections[-1].add_clauses(child.value)
    return [section for section in sections if section.title or section.parts]
