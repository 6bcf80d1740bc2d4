"""Tells headings, list entries and paragraphs apart, by what the file says or else by the looks of a line."""

import re
from collections.abc import Sequence
from itertools import takewhile

from services.policy_import.document import Line, Role

_LONGEST_HEADING = 90
_MOST_WORDS = 12
_MOST_IN_A_ROW = 2
_FEW_WORDS = 5
_SENTENCE_ENDS = tuple(".،,؛;:؟?!")
# «المادة الأولى», «الفصل 2», "Article 3": headings even directly above their text.
_NAMED = re.compile(
    r"^(?:المادة|مادة|الباب|الفصل|القسم|البند|Article|Section|Chapter|Part)\s+(?:\(?\s*\d+\s*\)?|ال\w+(?:\s+عشرة?)?|\w+)"
    r"\s*(?:[:\-–.].{0,60})?$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"^(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|حادي عشر|ثاني عشر)[ًاً]*\s*[:\-–.،]\s*\S.{0,70}$"
)
_MARKER = re.compile(
    r"^(?P<marker>"
    r"\(\s*(?:\d{1,3}|[ء-يa-zA-Z]|[ivx]{1,4})\s*\)[.:]?"  # (1) (أ)
    r"|\d{1,3}(?:\.\d{1,3}){0,2}\s?[.)\-–ـ/](?=\s|[^\W\d])"  # 1. 1- 1.2) and 1.text
    r"|\d{1,3}(?:\.\d{1,3}){1,2}(?=\s)"  # 1.2
    r"|(?:[ء-يa-zA-Z]|[ivx]{1,4})\s?[.)\-–ـ](?=\s)"  # أ. a)
    r"|[•●▪◦‣*·–-](?=\s)"
    r")\s*(?P<rest>\S.*)$"
)


def marker_of(line: Line) -> str:
    """Return the marker of a list entry as written, or nothing when the line is no entry."""
    if line.role == Role.ITEM:
        return line.marker
    match = _MARKER.match(line.text) if line.role == Role.PLAIN and len(line.text) > 1 else None
    return "".join(match["marker"].split()) if match else ""


def without_marker(line: Line) -> str:
    """Return the text of a list entry."""
    match = _MARKER.match(line.text)
    return match["rest"] if match and line.role == Role.PLAIN else line.text


def headings(lines: Sequence[Line]) -> list[bool]:
    """Return, for each line, whether it is a heading: as the file says, else by its looks."""
    styled = any(line.role == Role.HEADING for line in lines)
    if styled or not lines:
        return [_is_styled(line) for line in lines]
    above = [None, *lines]
    looks = [
        _looks_like_one(line, over, below) for over, line, below in zip(above, lines, [*lines[1:], None], strict=False)
    ]
    return [
        _is_styled(line) or (looks[place] and (bool(_is_named(line)) or _run(looks, place) <= _MOST_IN_A_ROW))
        for place, line in enumerate(lines)
    ]


def _is_styled(line: Line) -> bool:
    return line.role in {Role.TITLE, Role.HEADING} and len(line.text) <= 2 * _LONGEST_HEADING


def _is_named(line: Line) -> bool:
    return bool(_NAMED.match(line.text) or _ORDINAL.match(line.text))


def _looks_like_one(line: Line, above: Line | None, below: Line | None) -> bool:
    """Judge by the looks; a line with nothing below it is never a heading."""
    if line.role != Role.PLAIN or below is None or len(line.text) > _LONGEST_HEADING:
        return False
    if _is_named(line):
        return True
    if marker_of(line) or line.text.endswith(_SENTENCE_ENDS) or len(line.text.split()) > _MOST_WORDS:
        return False
    return line.alone or (line.group == below.group and (bool(marker_of(below)) or _tops_text(line, above, below)))


def _tops_text(line: Line, above: Line | None, below: Line) -> bool:
    """Return whether a few words stand right above a sentence; a wrapped paragraph begins with a longer line."""
    is_first = above is None or above.group != line.group
    return is_first and len(line.text.split()) <= _FEW_WORDS and below.text.endswith(_SENTENCE_ENDS)


def _run(looks: Sequence[bool], place: int) -> int:
    """Return how many such lines stand in a row around this one: a long row is a list without numbers."""
    before = sum(1 for _one in takewhile(bool, reversed(looks[:place])))
    return before + sum(1 for _one in takewhile(bool, looks[place:]))
