"""Doubtful spelling is flagged, right spelling is left in peace."""

import time

import pytest
from django.utils import translation

from services.policy_import.document import Line
from services.policy_import.notes import Doubt, Note
from services.policy_import.spelling import doubts

pytestmark = pytest.mark.unit


def found(text: str) -> list[tuple[Doubt, str, str]]:
    return [(note.doubt, note.found, note.better) for note in doubts([Line(number=1, text=text, group=0)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خدمات تلبى الحاجة", (Doubt.YA, "تلبى", "تلبي")),
        ("وتنمى القدرات", (Doubt.YA, "وتنمى", "وتنمي")),
        ("من المدرسه", (Doubt.TA, "المدرسه", "المدرسة")),
        ("ذهب الى السوق", (Doubt.HAMZA, "الى", "إلى")),
        ("نص  مزدوج", (Doubt.SPACES, "نص", "")),
        ("في في البيت", (Doubt.REPEATED, "في", "")),
        ("کتاب جديد", (Doubt.FOREIGN_LETTER, "کتاب", "كتاب")),
        ("كلمة, أخرى", (Doubt.PUNCTUATION, "كلمة,", "")),
        ("كلمة ، أخرى", (Doubt.PUNCTUATION, "كلمة ،", "")),
        ("رقم ()", (Doubt.BLANK, "()", "")),
        ("(مفتوح", (Doubt.BRACKETS, "(مفتوح", "")),
        ("كلمة\u200f هنا", (Doubt.INVISIBLE, "كلمة هنا", "")),
    ],
)
def test_doubtful_places_are_flagged(text: str, expected: tuple[Doubt, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "يسعى الفريق إلى الأفضل",
        "ويتولى المدير",
        "سيبقى على حاله",
        "الله والمياه والفقه",
        "1) بند صحيح (مع شرح).",
        "A plain line, too.",
    ],
)
def test_right_spelling_is_not_flagged(text: str) -> None:
    assert found(text) == []


def test_a_note_reads_as_a_sentence() -> None:
    with translation.override("en"):
        sentence = str(Note(doubt=Doubt.YA, line=3, found="تلبى", better="تلبي"))
    assert sentence == "Line 3: “تلبى” ends in alef maqsura; was “تلبي” meant?"


@pytest.mark.parametrize("text", ["(" * 200_000, "في " + "ا" * 200_000, "1." * 100_000, "في (" + " " * 200_000])
def test_a_line_without_end_is_read_in_good_time(text) -> None:
    """Two hundred thousand letters take seconds at most, where the square of them would take hours."""
    started = time.process_time()
    list(doubts([Line(number=1, text=f"في {text}", group=0)]))
    assert time.process_time() - started < 20
