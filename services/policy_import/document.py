"""A policy as plain data, between the file and the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from services.policy_import.notes import Note


class PolicyImportError(Exception):
    """The file cannot become a policy. The message is for the person who chose it."""


class Role(StrEnum):
    """What the file itself says of a line. Plain text says nothing, a Word file often does."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line that has something to read.

    Lines without a blank one between them share a `group`. `alone` lines may be headings by their looks.
    """

    number: int
    text: str
    group: int
    alone: bool = False
    role: Role = Role.PLAIN
    marker: str = ""


@dataclass(frozen=True, kw_only=True)
class Source:
    """The lines of a file, and what was noticed while reading it."""

    lines: Sequence[Line]
    digest: str
    notes: Sequence[Note] = ()


@dataclass(frozen=True, kw_only=True)
class Item:
    """One entry of a list, with its marker as written."""

    marker: str
    text: str


@dataclass(kw_only=True)
class Block:
    """A paragraph, or a list: one of the two is empty."""

    paragraph: str = ""
    items: list[Item] = field(default_factory=list)


@dataclass(kw_only=True)
class Section:
    """A heading and what stands below it. Only the first section may lack a title."""

    title: str
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """What is printed on the paper rather than said by the policy."""

    organisation: str = ""
    registration_note: str = ""
    registration_number: str = ""
    number: str = ""
    date: str = ""
    lines: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Approval:
    """Who approved the policy, in which meeting and when; None and empty where the source is blank."""

    body: str = ""
    meeting_number: str = ""
    meeting_date: date | None = None

    @property
    def is_complete(self) -> bool:
        """Whether the source names the body, the meeting and its date."""
        return bool(self.body and self.meeting_number and self.meeting_date)


@dataclass(frozen=True, kw_only=True)
class PolicyDocument:
    """A policy read from a file."""

    title: str
    organisation: str
    sections: Sequence[Section]
    letterhead: Letterhead
    approval: Approval
    notes: Sequence[Note]
    digest: str

    def text_lines(self) -> Iterator[str]:
        """Yield every line but the letterhead, in the order of the source."""
        yield f"{self.title} {self.organisation}".strip()
        for section in self.sections:
            yield from [section.title] if section.title else []
            for block in section.blocks:
                yield from block.paragraph.splitlines()
                for item in block.items:
                    yield from f"{item.marker} {item.text}".splitlines()
