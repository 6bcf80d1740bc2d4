"""Files become lines; what is no policy is refused in plain words."""

import io
import zipfile

import pytest
from django.utils import translation

from services.policy_import.document import PolicyImportError
from services.policy_import.notes import Doubt
from services.policy_import.read import MAX_BYTES, check_size, read
from tests.services.samples import LENDING

pytestmark = pytest.mark.unit

LINES = [line.strip() for line in LENDING.splitlines() if line.strip()]


def refusal(data: bytes, language: str = "ar") -> str:
    with translation.override("en"), pytest.raises(PolicyImportError) as caught:
        read(data, language=language)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_by_its_mark_or_as_utf_8(encoding: str) -> None:
    source = read(LENDING.encode(encoding), language="ar")
    assert [line.text for line in source.lines] == LINES
    assert not source.notes


def test_big_endian_utf_16_is_read() -> None:
    source = read(b"\xfe\xff" + LENDING.encode("utf-16-be"), language="ar")
    assert [line.text for line in source.lines] == LINES


def test_windows_arabic_is_read_with_a_note() -> None:
    source = read(LENDING.encode("windows-1256"), language="ar")
    assert [line.text for line in source.lines] == LINES
    assert [(note.doubt, note.found) for note in source.notes] == [(Doubt.ENCODING, "windows-1256")]


def test_one_text_in_two_encodings_has_one_fingerprint() -> None:
    assert read(LENDING.encode(), language="ar").digest == read(LENDING.encode("utf-16"), language="ar").digest


def test_an_empty_file_is_refused() -> None:
    assert refusal(b"") == "The file is empty. Choose the file that holds the policy."


def test_a_file_of_blank_lines_is_refused() -> None:
    assert refusal("\n \u200f\n".encode()) == "The file holds no text. Choose the file that holds the policy."


def test_a_big_file_is_refused_with_its_size() -> None:
    expected = "The file has 50.0 MB; a policy may have 2 MB. Choose the text without pictures."
    with translation.override("en"), pytest.raises(PolicyImportError, match=expected):
        check_size(50 * 1024 * 1024)
    assert refusal(b"x" * (MAX_BYTES + 1)).startswith("The file has 2.0 MB")


def test_a_very_long_text_is_refused() -> None:
    assert refusal(b"ab\n" * 250_000) == "This text is too long for one policy. Divide it into several files."


@pytest.mark.parametrize(
    ("start", "kind"), [(b"%PDF-1.7", "PDF"), (b"\xd0\xcf\x11\xe0", "Word 97-2003 (.doc)"), (b"\x89PNG", "PNG")]
)
def test_other_kinds_of_file_are_named(start: bytes, kind: str) -> None:
    assert refusal(start + b"\x00" * 20).startswith(f"This is a {kind} file.")


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, b"text with \x07 and \x1b"])
def test_binary_is_refused(data: bytes) -> None:
    assert refusal(data) == "This is not a text file. Choose a .docx or a plain text (.txt) file."


@pytest.mark.parametrize(
    "data", ["Déjà vu à l'été, c'est ça".encode("latin-1"), b"\xff\xfe\x00", "日本語の文章".encode("shift-jis")]
)
def test_a_wrong_encoding_is_refused(data: bytes) -> None:
    assert refusal(data).startswith("The letters of this file cannot be read.")


def test_text_read_wrongly_before_is_refused() -> None:
    broken = "".join(char for char in LENDING.encode().decode("latin-1") if char.isprintable() or char == "\n")
    assert refusal(broken.encode()).startswith("Hardly a word of this file")


def test_lost_letters_are_refused() -> None:
    assert refusal("سياسة \ufffd\ufffd".encode()).startswith("Letters of this file were lost")


def test_a_text_in_another_language_is_refused() -> None:
    assert refusal(LENDING.encode(), language="en").startswith("Hardly a word of this file")
    assert refusal(b"Visitors policy\n\nPurpose", language="ar").startswith("Hardly a word of this file")


def test_a_zip_that_is_no_word_file_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "x")
    assert refusal(file.getvalue()).startswith("This is not a Word file.")
    assert refusal(b"PK\x03\x04 cut off").startswith("This Word file cannot be opened.")
