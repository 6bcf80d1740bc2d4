"""What rules and searches make of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.text import clean_code, clean_name, clean_text, fold, match_words, query_terms, stem

pytestmark = pytest.mark.unit

ARABIC = st.text(alphabet=st.characters(min_codepoint=0x0600, max_codepoint=0x06FF))


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  محمد  ", "محمد"),
        ("\u200fأحمد\u200f", "أحمد"),
        ("١١٠١٧٩٨٢٧٨", "1101798278"),
        ("۱۱۰۱۷۹۸۲۷۸", "1101798278"),
        ("１１０１７９８２７８", "1101798278"),
        (" a@b.com\u200f ", "a@b.com"),
    ],
)
def test_clean_text_leaves_nothing_that_cannot_be_seen(typed, cleaned) -> None:
    assert clean_text(typed) == cleaned


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("1101 798-278", "1101798278"),
        ("\u202a+966 51 234 5678\u202c", "+966512345678"),
        ("2647-318-9053", "26473189053"),
        ("٢٦٤٧ ٣١٨ ٩٠٥٣", "26473189053"),
        ("AB 123–4567", "AB1234567"),
        ("(051).2345_678/", "0512345678"),
        ("12ـــ34", "1234"),
    ],
)
def test_clean_code_drops_the_separators_people_type(typed, cleaned) -> None:
    assert clean_code(typed) == cleaned


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  محمد   عبدالله\tالحربي ", "محمد عبدالله الحربي"),
        ("O'Connor-Smith", "O'Connor-Smith"),
        ("\u202eمحمد\u202c", "محمد"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("李", "李"),
    ],
)
def test_a_name_keeps_its_spelling(typed, cleaned) -> None:
    assert clean_name(typed) == cleaned


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("الإِرْشَادُ", "الارشاد"),
        ("خدمــــة", "خدمه"),
        ("هُدًى", "هدي"),
        ("ا\u0654حمد", "احمد"),
        ("ﷲ ﻻ", "الله لا"),
        ("١٤٤٧ هـ", "1447 ه"),
        ("مسؤول لائحة", "مسوول لايحه"),
        ("کتاب", "كتاب"),
        ("Umrah عُمرة", "umrah عمره"),
        ("أحمد، الحربي!", "احمد الحربي"),
    ],
)
def test_spellings_that_readers_take_as_equal_fold_to_one_key(text, key) -> None:
    """Req 76."""
    assert fold(text) == key


@given(ARABIC)
def test_folding_twice_changes_nothing(text) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_clean_text_cleans_once_and_for_all(text) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("والحجاج", "الحاج"),
        ("المعتمرين", "معتمر"),
        ("معتمرة", "المعتمرون"),
        ("خدمة", "الخدمات"),
        ("شكوى", "الشكاوى"),
        ("وثيقة", "الوثائق"),
        ("جمعية", "الجمعيات"),
        ("مساعدة", "للمساعدات"),
        ("المتطوعين", "التطوع"),
        ("وخدمات", "خدمة"),
        ("ولاية", "الولايات"),
        ("policies", "policy"),
        ("services", "service"),
    ],
)
def test_forms_of_one_word_share_a_stem(one, other) -> None:
    assert stem(fold(one)) == stem(fold(other))


def test_the_index_keeps_words_and_stems() -> None:
    assert match_words("الخدمات المتاحة") == "الخدمات المتاحه خدم متاح"


def test_a_query_offers_each_word_in_both_forms() -> None:
    assert list(query_terms("وثائق الحُجاج")) == [("وثايق", "وثيق"), ("الحجاج", "حاج")]
