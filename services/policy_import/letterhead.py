"""Finds the letterhead among the lines of a policy and lifts it out.

In a text made from scanned or printed pages the letterhead may stand anywhere, even between two sections.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from services.policy_import.document import Letterhead, Line
from services.policy_import.headings import marker_of
from services.policy_import.notes import Doubt, Note

_NUMBER = re.compile(
    r"^(?:الرقم|رقم الخطاب|Number|No\.?|Ref(?:erence)?\.?)\s*[:：]\s*(?P<filled>.{0,60})$", re.IGNORECASE
)
_DATE = re.compile(r"^(?:التاريخ|Date)\s*[:：]\s*(?P<filled>.{0,60})$", re.IGNORECASE)
_REGISTERED = re.compile(r"(?:مسجل|ترخيص|تسجيل|سجل|برقم|registered|registration|licen[cs]e)", re.IGNORECASE)
_NUMERAL = re.compile(r"(?:برقم|رقم|no\.?|number)?\s*[:(]?\s*(\d[\d/-]{0,39})\s*\)?", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"^(?:جمعية|الجمعية|مؤسسة|لجنة|\S+\s+\S.*(?:Association|Society|Foundation|Charity))", re.IGNORECASE
)
_FEWEST_LINES = 2
_LONGEST_LINE = 120
_MOST_LINES = 5
_SENTENCE_ENDS = tuple(".؛:?!؟")
_BLANK = re.compile(r"^[\s/._…ـ-]*$")


def lift(lines: Sequence[Line]) -> tuple[Letterhead, list[Line], list[Note]]:
    """Return the letterhead, the other lines, and a note when the same letterhead came more than once."""
    groups = _groups(lines)
    spans = [span for index in range(len(groups)) if (span := _span(groups, index))]
    if not spans:
        return Letterhead(), list(lines), []
    first = spans[0]
    same = [span for span in spans if _texts(span) == _texts(first)]
    taken = {id(line) for span in same for line in span}  # a Word paragraph may hold several lines of one number
    notes = [Note(doubt=Doubt.LETTERHEAD_AGAIN, line=span[0].number) for span in same[1:]]
    return _letterhead(first), [line for line in lines if id(line) not in taken], notes


def is_left_blank(text: str) -> bool:
    """Return whether a place to fill in holds nothing but dots, dashes or slashes."""
    return bool(_BLANK.match(text))


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Group neighbouring lines; the labels form a group of their own even without a blank line before them."""
    keyed = groupby(lines, key=lambda line: (line.group, _is_label(line)))
    return [list(members) for _key, members in keyed]


def _span(groups: Sequence[list[Line]], index: int) -> list[Line]:
    """Return the letterhead that begins with this group: a name with its registration, the blank labels, or both."""
    group = groups[index]
    following = groups[index + 1] if index + 1 < len(groups) else []
    if _is_name(group):
        at_an_edge = index in {0, len(groups) - 1}
        if _is_label_pair(following):
            return group + following
        return group if at_an_edge else []
    before_is_name = index > 0 and _is_name(groups[index - 1])
    return group if _is_label_pair(group) and not before_is_name else []


def _is_label(line: Line) -> bool:
    return bool(_NUMBER.match(line.text) or _DATE.match(line.text))


def _is_label_pair(group: Sequence[Line]) -> bool:
    """Return whether the group is «number» and «date», once each; a table of many such lines is text."""
    matches = [(bool(_NUMBER.match(line.text)), bool(_DATE.match(line.text))) for line in group]
    return sorted(matches) == [(False, True), (True, False)]


def _is_name(group: Sequence[Line]) -> bool:
    texts = [line.text for line in group]
    if not _FEWEST_LINES <= len(texts) <= _MOST_LINES or any(marker_of(line) for line in group):
        return False
    short = all(len(text) <= _LONGEST_LINE and not text.endswith(_SENTENCE_ENDS) for text in texts)
    details = " ".join(texts[1:])
    return bool(short and _ORGANISATION.match(texts[0]) and _REGISTERED.search(details) and _NUMERAL.search(details))


def _letterhead(span: Sequence[Line]) -> Letterhead:
    texts = [line.text for line in span if not _is_label(line)]
    organisation, details = (texts[0], texts[1:]) if texts else ("", [])
    numeral = _NUMERAL.search(" ".join(details))
    note = " ".join(details)
    return Letterhead(
        organisation=organisation,
        registration_note=note.replace(numeral[0], " ").strip() if numeral else note,
        registration_number=numeral[1] if numeral else "",
        number=_filled(_NUMBER, span),
        date=_filled(_DATE, span),
        lines=_texts(span),
    )


def _filled(pattern: re.Pattern[str], span: Sequence[Line]) -> str:
    found = [match["filled"].strip() for line in span if (match := pattern.match(line.text))]
    return found[0] if found and not is_left_blank(found[0]) else ""


def _texts(span: Sequence[Line]) -> list[str]:
    return [line.text for line in span]
