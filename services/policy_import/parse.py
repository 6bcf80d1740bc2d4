"""Lines to a policy: title, sections, lists, approval, letterhead. Every line ends up in exactly one of them."""

from collections.abc import Iterator, Sequence

from django.utils.text import Truncator

from services.policy_import.approval import read_approval
from services.policy_import.document import Block, Item, Letterhead, Line, PolicyDocument, Role, Section, Source
from services.policy_import.headings import headings, marker_of, without_marker
from services.policy_import.letterhead import lift
from services.policy_import.notes import Note
from services.policy_import.spelling import doubts

_LONGEST_TITLE = 180
_LONGEST_ORGANISATION = 200
_LEAST_SHARED_WORDS = 2


def parse(source: Source) -> PolicyDocument:
    """Return the policy. Any lines at all give a document; what cannot be told apart stays a paragraph."""
    letterhead, lines, repeats = lift(source.lines)
    title, organisation, rest = _title(lines, letterhead)
    approval, blanks = read_approval(rest)
    seen = {(note.line, note.found) for note in blanks}
    spelling = [
        note for note in doubts(lines) if not any(note.line == line and note.found in text for line, text in seen)
    ]
    return PolicyDocument(
        title=title,
        organisation=organisation,
        sections=sections(rest),
        letterhead=letterhead,
        approval=approval,
        notes=[*source.notes, *_in_order([*repeats, *blanks, *spelling])],
        digest=source.digest,
    )


def sections(lines: Sequence[Line]) -> list[Section]:
    """Group lines under their headings."""
    found = [Section(title="")]
    previous: Line | None = None
    for line, is_heading in zip(lines, headings(lines), strict=True):
        if is_heading:
            found.append(Section(title=line.text))
            previous = None
        else:
            _append(found[-1], line, previous)
            previous = line
    return [section for section in found if section.title or section.blocks]


def _append(section: Section, line: Line, previous: Line | None) -> None:
    """Add a line: to the list above it, to the entry it continues, or as a paragraph."""
    marker = marker_of(line)
    last = section.blocks[-1] if section.blocks else None
    if marker or line.role == Role.ITEM:
        if last is None or not last.items or _starts_again(last.items, marker):
            section.blocks.append(Block())
        section.blocks[-1].items.append(Item(marker=marker, text=without_marker(line)))
    elif last and last.items and previous and _continues(line, previous):
        entry = last.items[-1]
        last.items[-1] = Item(marker=entry.marker, text=f"{entry.text}\n{line.text}")
    else:
        section.blocks.append(Block(paragraph=line.text))


def _starts_again(items: Sequence[Item], marker: str) -> bool:
    """Return whether the entry begins another list: its marker is the one that the list above began with."""
    return len(items) > 1 and marker == items[0].marker and marker != items[1].marker


def _continues(line: Line, previous: Line) -> bool:
    """In plain text a wrapped entry goes on in the next line; in Word that would be a paragraph of its own."""
    return not line.alone and line.group == previous.group


def _title(lines: Sequence[Line], letterhead: Letterhead) -> tuple[str, str, list[Line]]:
    """Return title, organisation and the other lines. A first line that is no title stays in the text as well."""
    if not lines:
        return letterhead.organisation, "", []
    first, rest = lines[0], list(lines[1:])
    if len(first.text) > _LONGEST_TITLE or marker_of(first):
        return Truncator(first.text).chars(80), "", list(lines)
    if organisation := _shared_name(first.text, letterhead.organisation, at_least=1):
        return first.text.removesuffix(organisation).strip(), organisation, rest
    if rest and rest[0].group == first.group and _shared_name(rest[0].text, letterhead.organisation) == rest[0].text:
        return first.text, rest[0].text, rest[1:]
    return first.text, "", rest


def _shared_name(text: str, letterhead: str, *, at_least: int = 0) -> str:
    """Return the end of `text` that is the beginning of the letterhead's name; `at_least` words stay before it."""
    name = letterhead.split()
    words = text.split()
    for length in range(min(len(name), len(words) - at_least), _LEAST_SHARED_WORDS - 1, -1):
        if words[-length:] == name[:length]:
            tail = text[_start_of(text, len(words) - length) :]
            return tail if len(tail) <= _LONGEST_ORGANISATION else ""
    return ""


def _start_of(text: str, word: int) -> int:
    """Return where the word of this number begins."""
    position = 0
    for number, part in enumerate(text.split()):
        position = text.index(part, position)
        if number == word:
            return position
        position += len(part)
    return position


def _in_order(notes: Sequence[Note]) -> Iterator[Note]:
    """Yield the notes in the order of the file, each once."""
    yield from dict.fromkeys(sorted(notes, key=lambda note: note.line))
