"""Reads who approved a policy, in which meeting and when, from its own words."""

import re
from collections.abc import Iterable
from datetime import date

from hijridate import Hijri

from home.digits import to_ascii_digits
from services.policy_import.document import Approval, Line
from services.policy_import.letterhead import is_left_blank
from services.policy_import.notes import Doubt, Note

_BODY = re.compile(
    r"(?:^|\s)(?:اعتمدت?|أقرت?|وافقت?)\s+"
    r"(?P<body>(?:مجلس|الجمعية العمومية|اللجنة)\b.{0,120}?)\s+(?:هذه|هذا|في اجتماع|على)"
    r"|(?:approved|adopted) by (?:the )?(?P<english>(?:board|general assembly|committee)[^,.;()]{0,80}?)"
    r"(?=\s+(?:in|at|on)\b|[,.;(]|$)"
    r"|(?P<active>(?:board of directors|general assembly)[^,.;()]{0,60}?)\s+(?:approved|adopted)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?:اجتماع\w*|جلست\w*|meeting)\s*(?:ال)?(?:رقم|no\.?|number)\s*[:]?\s*"
    r"(?:\((?P<inside>[^)]{0,40})\)|(?P<bare>[\w/-]{1,20}))",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?:بتاريخ|في تاريخ|الموافق|dated|held on|on)\s*[:]?\s*(?:\((?P<inside>[^)]{0,40})\)|(?P<bare>\d[\d/.\-]{5,9}))",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(\d{1,4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,4})")
_HIJRI_YEARS = range(1343, 1501)
_CIVIL_YEARS = range(1900, 2101)


def read_approval(lines: Iterable[Line]) -> tuple[Approval, list[Note]]:
    """Return the approval, with nothing where the source leaves a blank, and a note for each open blank."""
    for line in lines:
        if meeting := _MEETING.search(line.text):
            return _approval(line, meeting)
    return Approval(), []


def _approval(line: Line, meeting: re.Match[str]) -> tuple[Approval, list[Note]]:
    held = _HELD.search(line.text, meeting.end())
    number, when = _inside(meeting), _inside(held)
    found = read_date(when)
    blanks = [match[0] for match in (meeting, held) if match and not _inside(match)]
    notes = [Note(doubt=Doubt.BLANK, line=line.number, found=text) for text in blanks]
    if when and found is None:
        notes.append(Note(doubt=Doubt.DATE, line=line.number, found=when))
    body = _BODY.search(line.text)
    named = next((text for text in body.groups() if text), "") if body else ""
    return Approval(body=named, meeting_number=number, meeting_date=found), notes


def read_date(text: str) -> date | None:
    """Return a date written as numbers, in either calendar and either order; None when it is no such day."""
    match = _PARTS.search(to_ascii_digits(text))
    if match is None:
        return None
    first, month, last = (int(part) for part in match.groups())
    year, day = (first, last) if first > last else (last, first)
    try:
        if year in _HIJRI_YEARS:
            return Hijri(year, month, day).to_gregorian()
        return date(year, month, day) if year in _CIVIL_YEARS else None
    except (ValueError, OverflowError):
        return None


def _inside(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    text = (match["inside"] or match["bare"] or "").strip()
    return "" if is_left_blank(text) else text
