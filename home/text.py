"""Text as rules and searches want it. What is shown to people is always the text as they typed it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from home.digits import strip_invisible, to_ascii_digits

_CODE_SEPARATORS = re.compile(r"[\s\u0640.\-\u2010\u2212–—_/()]+")
_SPACES = re.compile(r"\s+")
_DIRECTION_MARKS = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ARABIC_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیئ", "ي"),
        **dict.fromkeys("کگ", "ك"),
        **dict.fromkeys("ةہھە", "ه"),
        "ؤ": "و",
    },
)

_PREFIXES = {"وال": 3, "بال": 3, "كال": 3, "فال": 3, "لل": 3, "ال": 3, "و": 5}  # with the letters that must remain
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_ENGLISH_SUFFIXES = (("ies", "y"), ("ing", ""), ("es", "e"), ("s", ""))
_SHORTEST_STEM = 3

# Broken plurals and plain synonyms, which cutting off endings cannot join. The first word of a row stands for all.
_SYNONYMS: Sequence[Sequence[str]] = (
    ("حاج", "حجاج", "حجيج"),
    ("معتمر", "عمرة", "عمار"),
    ("وثيقة", "وثائق"),
    ("مستند", "مستندات", "مرفق", "مرفقات"),
    ("خدمة", "خدم"),
    ("شكوى", "شكاوى"),
    ("وجبة", "وجبات", "إطعام"),
    ("تطوع", "متطوع", "متطوعة"),
    ("سياسة", "سياسات"),
    ("لائحة", "لوائح"),
    ("كرسي", "كراسي"),
    ("طلب", "طلبات"),
)


def clean_text(text: str) -> str:
    """Return free text ready for a rule: NFKC, ASCII digits, nothing invisible, no spaces at the ends."""
    visible = strip_invisible(to_ascii_digits(unicodedata.normalize("NFKC", text)))
    return unicodedata.normalize("NFKC", visible).strip()  # a letter and its accent may have met only now


def clean_code(text: str) -> str:
    """Return a number or code without the separators people type into it."""
    return _CODE_SEPARATORS.sub("", clean_text(text))


def clean_name(text: str) -> str:
    """Return a person's name: NFC, single spaces, no direction marks.

    The zero-width non-joiner stays: in Persian and Urdu names it is part of the spelling.
    """
    visible = _DIRECTION_MARKS.sub("", unicodedata.normalize("NFC", text))
    return _SPACES.sub(" ", visible).strip()


def fold(text: str) -> str:
    """Return the match key of a text: spellings of one word that readers take as equal become one.

    NFKC comes before the marks are dropped, so that a letter and a separate hamza compose first.
    """
    text = strip_invisible(unicodedata.normalize("NFKC", text))
    text = to_ascii_digits(_ARABIC_MARKS.sub("", text).translate(_LETTERS))
    letters = (char if unicodedata.category(char)[0] in "LMN" else " " for char in text)
    return " ".join("".join(letters).casefold().split())


def stem(word: str) -> str:
    """Return the common part of a folded word's forms; a light cut, good for matching and nothing else."""
    base = _cut_english(word) if word.isascii() else _cut_arabic(word)
    return _REPRESENTATIVES.get(base, base)


def match_words(text: str) -> str:
    """Return what a search index keeps of a text: its folded words, then their stems."""
    words = fold(text).split()
    return " ".join([*words, *sorted({stem(word) for word in words} - set(words))])


def query_terms(text: str) -> Iterator[tuple[str, str]]:
    """Yield, for each word of a query, its folded form and its stem."""
    for word in fold(text).split():
        yield word, stem(word)


def _cut_arabic(word: str) -> str:
    for prefix, rest in _PREFIXES.items():
        if word.startswith(prefix) and len(word) - len(prefix) >= rest:
            word = word[len(prefix) :]
            break
    return _cut_ending(_cut_ending(word))  # twice: جمعيات and جمعية both come down to جمع


def _cut_ending(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


def _cut_english(word: str) -> str:
    for suffix, ending in _ENGLISH_SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)] + ending
    return word


_REPRESENTATIVES = {_cut_arabic(fold(word)): _cut_arabic(fold(row[0])) for row in _SYNONYMS for word in row}
