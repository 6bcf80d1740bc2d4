"""Lines become a policy, and no line is lost."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.policy_import.document import PolicyDocument, Source
from services.policy_import.notes import Doubt
from services.policy_import.parse import parse
from services.policy_import.read import digest, read, text_lines
from tests.services.samples import LENDING, SILENCE, VISITORS

pytestmark = pytest.mark.unit

# The association's own text lies beside the checkout where there is one; it is no part of the repository.
REAL_POLICY = Path(__file__).resolve().parents[4] / "shared" / "input" / "beneficiary-relations-policy.ar.txt"


def parsed(text: str) -> PolicyDocument:
    lines = text_lines(text)
    return parse(Source(lines=lines, digest=digest(lines)))


def squeezed(texts: Iterable[str]) -> str:
    return "".join("".join(texts).split())


def shape(document: PolicyDocument) -> list[tuple[str, list[str]]]:
    """Return the headings with what stands below: the letter p, or the markers of a list."""
    return [
        (
            section.title,
            ["p" if block.paragraph else " ".join(item.marker for item in block.items) for block in section.blocks],
        )
        for section in document.sections
    ]


def test_headings_paragraphs_and_lists_are_told_apart() -> None:
    assert shape(parsed(LENDING)) == [
        ("الغرض", ["p"]),
        ("القواعد", ["1. 2. 3."]),
        ("المتابعة", ["p"]),
        ("الاعتماد", ["p"]),
    ]


def test_named_articles_stand_directly_above_their_text() -> None:
    assert shape(parsed(SILENCE)) == [
        ("المادة الأولى", ["p"]),
        ("المادة الثانية: الاستثناء", ["p", "أ- ب-"]),
        ("ثالثًا: المراجعة", ["١- ٢-"]),
        ("اعتماد المجلس", ["p"]),
    ]


def test_english_sections_and_bullets() -> None:
    assert shape(parsed(VISITORS)) == [
        ("Purpose", ["p", "1) 2)"]),
        ("What visitors bring", ["- -"]),
    ]


def test_the_letterhead_is_lifted_out_of_the_middle() -> None:
    letterhead = parsed(LENDING).letterhead
    assert (letterhead.organisation, letterhead.registration_note, letterhead.registration_number) == (
        "جمعية المورد التجريبية ببلدة السدر",
        "مسجلة في سجل تجريبي",
        "77",
    )
    assert (letterhead.number, letterhead.date) == ("", "")


def test_a_letterhead_on_top_does_not_become_the_title() -> None:
    document = parsed(SILENCE)
    assert (document.title, document.letterhead.number, document.letterhead.date) == (
        "سياسة حفظ السر",
        "ص/12",
        "12/05/1446",
    )


def test_the_name_of_the_letterhead_is_cut_from_the_title() -> None:
    document = parsed(LENDING)
    assert (document.title, document.organisation) == ("سياسة إعارة الأجهزة", "جمعية المورد التجريبية")


def test_a_title_that_is_only_the_name_stays_whole() -> None:
    document = parsed("جمعية المورد\n\nنص.\n\nجمعية المورد\nمسجلة برقم 7")
    assert (document.title, document.organisation) == ("جمعية المورد", "")


def test_a_letterhead_that_comes_twice_is_taken_over_once_with_a_note() -> None:
    letterhead = "جمعية المورد\nمسجلة برقم 7\n\nالرقم :\nالتاريخ :\n"
    document = parsed(f"سياسة\n\nنص أول.\n\n{letterhead}\nنص ثان.\n\n{letterhead}\nنص ثالث.")
    assert list(document.text_lines()) == ["سياسة", "نص أول.", "نص ثان.", "نص ثالث."]
    assert [note.doubt for note in document.notes] == [Doubt.LETTERHEAD_AGAIN]


def test_blank_meeting_data_stays_blank() -> None:
    approval = parsed(LENDING).approval
    assert (approval.meeting_number, approval.meeting_date, approval.is_complete) == ("", None, False)


def test_filled_meeting_data_is_read() -> None:
    approval = parsed(SILENCE).approval
    assert (approval.body, approval.meeting_number, approval.meeting_date) == ("مجلس الإدارة", "4", date(2024, 11, 10))


def test_a_list_that_begins_again_is_a_list_of_its_own() -> None:
    document = parsed("عنوان\n\nقسم\n\n1. أ ب\n2. ج د\n\n1. ه و\n2. ز ح\n\n5. ط ي")
    assert shape(document) == [("قسم", ["1. 2.", "1. 2. 5."])]


def test_a_wrapped_entry_goes_on_in_the_next_line() -> None:
    [section] = parsed("عنوان\n\nقسم\n\n1. أول الكلام\nوبقيته.\n2. الثاني.").sections
    assert [item.text for item in section.blocks[0].items] == ["أول الكلام\nوبقيته.", "الثاني."]


def test_a_long_row_of_short_lines_is_no_row_of_headings() -> None:
    document = parsed("عنوان\n\nالأول هنا\n\nالثاني هنا\n\nالثالث هنا\n\nالرابع هنا\n\nنهاية.")
    assert shape(document) == [("", ["p"] * 5)]


def test_a_first_line_that_is_no_title_stays_in_the_text() -> None:
    document = parsed("1. بند أول بلا عنوان\n2. بند ثان")
    assert (document.title, shape(document)) == ("1. بند أول بلا عنوان", [("", ["1. 2."])])


@pytest.mark.parametrize("sample", [LENDING, SILENCE, VISITORS])
def test_the_samples_lose_no_line_and_keep_their_order(sample: str) -> None:
    document = parsed(sample)
    lines = [line.text for line in text_lines(sample)]
    assert squeezed(document.text_lines()) == squeezed(line for line in lines if line not in document.letterhead.lines)


WORDS = st.sampled_from(
    [
        "المادة",
        "الأولى",
        "1.",
        "2)",
        "أ-",
        "-",
        "الرقم :",
        "التاريخ :",
        "جمعية",
        "مسجلة",
        "برقم",
        "77",
        "(",
        ")",
        "()",
        "//",
    ]
)
LINES = st.lists(st.lists(WORDS | st.text(max_size=12), max_size=5).map(" ".join), max_size=14)


@given(LINES.map("\n".join))
def test_no_text_crashes_the_parser_or_loses_a_line(text: str) -> None:
    source = text_lines(text)
    document = parsed(text)
    lines = list(document.text_lines())
    if len(squeezed(lines)) > len(squeezed(line.text for line in source)):
        lines = lines[1:]  # the title was made from a line that stays in the text
    kept = sorted(squeezed(lines) + squeezed(document.letterhead.lines) * _letterheads(document))
    assert kept == sorted(squeezed(line.text for line in source))


def _letterheads(document: PolicyDocument) -> int:
    return 1 + sum(note.doubt == Doubt.LETTERHEAD_AGAIN for note in document.notes)


@pytest.mark.skipif(not REAL_POLICY.exists(), reason="the association's own text is not part of the repository")
def test_the_real_policy_is_read_whole() -> None:
    document = parse(read(REAL_POLICY.read_bytes(), language="ar"))
    lines = [line.text for line in text_lines(REAL_POLICY.read_text(encoding="utf-8"))]
    assert [line for line in lines if line not in document.letterhead.lines] == list(document.text_lines())
    assert [sum(len(block.items) for block in section.blocks) for section in document.sections] == [
        0, 0, 8, 0, 8, 4, 7, 0, 0, 0,
    ]  # fmt: skip
    assert [note.doubt for note in document.notes][:3] == [Doubt.YA, Doubt.BLANK, Doubt.BLANK]
