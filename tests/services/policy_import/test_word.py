"""Word files: headings, numbers, tables, and what must not hurt."""

import io
import re
import zipfile

import docx
import pytest
from django.utils import translation
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from services.policy_import.document import PolicyDocument, PolicyImportError
from services.policy_import.notes import Doubt
from services.policy_import.parse import parse
from services.policy_import.read import read
from services.policy_import.word import MAX_PARAGRAPHS
from tests.services.factories import saved, word_file

pytestmark = pytest.mark.unit

SAMPLE = [
    ("Title", "سياسة الزيارات"),
    ("Heading 1", "الغرض"),
    ("", "تبين الوثيقة استقبال الزوار."),
    ("Heading 1", "القواعد"),
    ("List Number", "يسجل الزائر اسمه"),
    ("List Number", "يرافقه مضيف"),
    ("List Bullet", "يحمل بطاقة"),
]


def parsed(data: bytes) -> PolicyDocument:
    return parse(read(data, language="ar"))


def refusal(data: bytes) -> str:
    with translation.override("en"), pytest.raises(PolicyImportError) as caught:
        read(data, language="ar")
    return str(caught.value)


def test_real_headings_and_lists_are_kept() -> None:
    document = parsed(word_file(SAMPLE))
    assert list(document.text_lines()) == [
        "سياسة الزيارات",
        "الغرض",
        "تبين الوثيقة استقبال الزوار.",
        "القواعد",
        "1. يسجل الزائر اسمه",
        "2. يرافقه مضيف",
        "• يحمل بطاقة",
    ]
    assert [section.title for section in document.sections] == ["الغرض", "القواعد"]


def test_a_file_without_heading_styles_is_read_by_its_looks() -> None:
    document = parsed(
        word_file([("", "سياسة"), ("", "الغرض"), ("", "نص الغرض هنا."), ("", "القواعد"), ("", "1. قاعدة")])
    )
    assert [section.title for section in document.sections] == ["الغرض", "القواعد"]


def test_tables_and_tracked_insertions_count_and_deletions_do_not() -> None:
    document = docx.Document()
    document.add_paragraph("سياسة")
    paragraph = document.add_paragraph("نص ")
    paragraph._p.append(_change("w:ins", "w:t", "مضاف."))
    paragraph._p.append(_change("w:del", "w:delText", "محذوف"))
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "خلية في جدول."
    assert list(parsed(saved(document)).text_lines()) == ["سياسة", "نص مضاف.", "خلية في جدول."]


def _change(kind: str, tag: str, text: str) -> object:
    change, run, node = OxmlElement(kind), OxmlElement("w:r"), OxmlElement(tag)
    node.text = text
    run.append(node)
    change.append(run)
    return change


def test_numbers_start_where_the_file_says_and_in_its_letters() -> None:
    document = docx.Document(io.BytesIO(word_file([("", "سياسة"), ("List Number", "أول"), ("List Number", "ثان")])))
    for level in document.part.numbering_part.element.iter(qn("w:lvl")):
        level.find(qn("w:start")).set(qn("w:val"), "3")
        level.find(qn("w:numFmt")).set(qn("w:val"), "arabicAlpha")
    assert list(parsed(saved(document)).text_lines()) == ["سياسة", "ت. أول", "ث. ثان"]


def test_page_headers_are_reported() -> None:
    document = docx.Document(io.BytesIO(word_file(SAMPLE)))
    document.sections[0].header.paragraphs[0].text = "جمعية المورد"
    [note] = parsed(saved(document)).notes
    assert (note.doubt, note.found) == (Doubt.PAGE_HEADER, "جمعية المورد")


def test_line_breaks_within_a_paragraph_divide_lines() -> None:
    document = docx.Document()
    document.add_paragraph("سياسة")
    document.add_paragraph("سطر أول.\nسطر ثان.")
    assert list(parsed(saved(document)).text_lines()) == ["سياسة", "سطر أول.", "سطر ثان."]


def test_a_letterhead_in_one_paragraph_with_the_title_loses_nothing() -> None:
    document = docx.Document()
    document.add_paragraph("جمعية المورد\nمسجلة برقم 7\nالرقم :\nالتاريخ :\nسياسة الزيارات")
    document.add_paragraph("نص.")
    result = parsed(saved(document))
    assert (list(result.text_lines()), result.letterhead.registration_number) == (["سياسة الزيارات", "نص."], "7")


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    file = io.BytesIO(word_file(SAMPLE))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/zeros", bytes(40 * 1024 * 1024))
    assert refusal(file.getvalue()).startswith("This Word file is too big when unpacked.")


def test_a_broken_word_file_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<broken")
    assert refusal(file.getvalue()).startswith("This Word file cannot be opened.")


def test_a_small_file_with_endless_empty_paragraphs_is_refused() -> None:
    """A kilobyte of ZIP holds a million of them, and each costs time."""
    document = docx.Document(io.BytesIO(word_file(SAMPLE)))
    document.element.body.extend([OxmlElement("w:p") for _ in range(MAX_PARAGRAPHS)])
    assert refusal(saved(document)).startswith("This Word file is too big when unpacked.")


@pytest.mark.parametrize("seed", range(6))
def test_a_word_file_with_damaged_bytes_is_refused(seed: int) -> None:
    """Whatever python-docx makes of them: broken streams, unknown compression, missing attributes."""
    with zipfile.ZipFile(io.BytesIO(word_file(SAMPLE))) as archive:
        place = archive.getinfo("word/document.xml").header_offset
    data = bytearray(word_file(SAMPLE))
    data[place + 100 + seed : place + 140 + seed] = bytes(range(40))
    assert refusal(bytes(data)).startswith("This Word file cannot be opened.")


def test_a_word_file_with_a_locked_part_is_refused() -> None:
    data = bytearray(word_file(SAMPLE))
    for entry in re.finditer(rb"PK\x01\x02", bytes(data)):
        data[entry.start() + 8] |= 1  # the flag that says: encrypted
    assert refusal(bytes(data)).startswith("This Word file cannot be opened.")


def test_a_word_file_whose_styles_lost_their_names_is_refused() -> None:
    damaged = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file(SAMPLE))) as old, zipfile.ZipFile(damaged, "w") as new:
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(b"w:val=", b"w:lost="))
    assert refusal(damaged.getvalue()).startswith("This Word file cannot be opened.")
