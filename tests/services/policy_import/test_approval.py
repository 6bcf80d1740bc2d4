"""The approval is read from the policy's own words."""

from datetime import date

import pytest

from services.policy_import.approval import read_approval, read_date
from services.policy_import.document import Approval, Line
from services.policy_import.notes import Doubt

pytestmark = pytest.mark.unit


def approval(text: str) -> Approval:
    return read_approval([Line(number=1, text=text, group=0)])[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10/11/2024", date(2024, 11, 10)),
        ("2024-11-10", date(2024, 11, 10)),
        ("٨/٥/١٤٤٦هـ", date(2024, 11, 10)),
        ("1446/5/8", date(2024, 11, 10)),
        ("31/2/2024", None),
        ("1/1/1200", None),
        ("قريبًا", None),
    ],
)
def test_dates_of_both_calendars_are_read(text: str, expected: date | None) -> None:
    assert read_date(text) == expected


def test_an_english_approval_is_read() -> None:
    found = approval("This policy was approved by the Board of Directors in its meeting no. (7) held on (10/11/2024).")
    assert found == Approval(body="Board of Directors", meeting_number="7", meeting_date=date(2024, 11, 10))


def test_dots_and_slashes_are_blanks() -> None:
    found = approval("اعتمد مجلس الإدارة هذه السياسة في اجتماعه رقم (....) بتاريخ ( / / )")
    assert found == Approval(body="مجلس الإدارة")


def test_an_unreadable_date_is_noted() -> None:
    _found, notes = read_approval([Line(number=9, text="في اجتماعه رقم (3) بتاريخ (مطلع العام)", group=0)])
    assert [(note.doubt, note.line, note.found) for note in notes] == [(Doubt.DATE, 9, "مطلع العام")]


def test_a_text_without_an_approval_has_none() -> None:
    assert approval("نص لا يذكر اجتماعًا.") == Approval()
