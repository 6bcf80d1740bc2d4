"""Flags spelling that is probably not what was meant. Nothing is corrected: the text is the board's."""

import re
from collections.abc import Iterable, Iterator

from home.digits import INVISIBLE
from services.policy_import.document import Line
from services.policy_import.notes import Doubt, Note

_WORD = re.compile(r"[^\W\d_]+")
_PRESENT_WITH_ALEF = re.compile(r"^[وفسل]?[يتن]\w{2,4}ى$")
# Present verbs and nouns that rightly end in alef maqsura; beginnings such as «و» and «س» are cut before looking here.
_RIGHT_WITH_ALEF = """
يسعى تسعى نسعى يبقى تبقى يرعى ترعى يخشى ينسى تنسى يرضى ترضى يحظى تحظى يلقى تلقى يرقى ترقى يتولى
تتولى نتولى يتلقى تتلقى يتبنى تتبنى يتعدى تتعدى يتخطى تتخطى يتسنى يتوخى تتوخى يتحلى تتحلى يتقاضى
تتقاضى يتنافى تتنافى يتماشى تتماشى يراعى تراعى يعطى تعطى يلغى تلغى يستثنى تستثنى يكتفى يدعى تدعى
يسمى تسمى يعفى تعفى ينهى تنهى يجرى تجرى يؤتى يوصى يجزى تقوى نجوى يمنى يسرى تترى ندى يرجى يتوفى
يتأتى يتغاضى
"""
_ENDS_IN_HA = re.compile(r"^[وفبك]?ال\w{3,}ه$")
_RIGHT_WITH_HA = """
وجه فقه توجيه مياه اتجاه تنبيه ترفيه شبه انتباه مكروه سفيه تنزيه إله اشتباه نزيه تشبيه تنويه
"""
_VERBS = frozenset(_RIGHT_WITH_ALEF.split())
_NOUNS = tuple(_RIGHT_WITH_HA.split())
_BARE_HAMZA = {"الى": "إلى", "الي": "إلى", "او": "أو", "ان": "أن", "اي": "أي", "اذا": "إذا"}
_PERSIAN = str.maketrans("یکھہ", "يكهه")
# No word is longer than sixty letters; without an end, a line without spaces costs the square of its length.
_MANY_SPACES = re.compile(r"(\S{1,60})[ \u00a0]{2,}(?=\S)")
_ODD_PUNCTUATION = re.compile(r"\S{0,60}(?:[،؛؟]\s*[،؛؟.]|[^\d\s.][,;?](?=\s|$)|(?<!\.)\.\.(?!\.)|\s[،؛])")
_ARABIC = re.compile("[\u0621-\u064a]")
_EMPTY_BRACKETS = re.compile(r"\([/._…\s-]*\)|_{3,}|\.{4,}|…{2,}")
_PAIRS = {")": "(", "]": "[", "»": "«"}


def doubts(lines: Iterable[Line]) -> Iterator[Note]:
    """Yield what an editor should look at, line by line."""
    for line in lines:
        yield from _word_doubts(line)
        yield from _sign_doubts(line)


def _word_doubts(line: Line) -> Iterator[Note]:
    words = _WORD.findall(line.text)
    for word, before in zip(words, ["", *words], strict=False):
        if word == before and len(word) > 1:
            yield Note(doubt=Doubt.REPEATED, line=line.number, found=word)
        if better := word.translate(_PERSIAN) if word.translate(_PERSIAN) != word else "":
            yield Note(doubt=Doubt.FOREIGN_LETTER, line=line.number, found=word, better=better)
        elif found := _misspelt(word):
            doubt, better = found
            yield Note(doubt=doubt, line=line.number, found=word, better=better)


def _misspelt(word: str) -> tuple[Doubt, str] | None:
    if _PRESENT_WITH_ALEF.match(word) and not _VERBS & {word, word[1:]}:
        return Doubt.YA, f"{word[:-1]}ي"
    if _ENDS_IN_HA.match(word) and not word.endswith(_NOUNS):
        return Doubt.TA, f"{word[:-1]}ة"
    if word in _BARE_HAMZA:
        return Doubt.HAMZA, _BARE_HAMZA[word]
    return None


def _sign_doubts(line: Line) -> Iterator[Note]:
    text = line.text
    for match in _MANY_SPACES.finditer(text):
        yield Note(doubt=Doubt.SPACES, line=line.number, found=match[1])
    if INVISIBLE.search(text):
        yield Note(doubt=Doubt.INVISIBLE, line=line.number, found=_start(INVISIBLE.sub("", text)))
    if _ARABIC.search(text):
        for match in _ODD_PUNCTUATION.finditer(text):
            yield Note(doubt=Doubt.PUNCTUATION, line=line.number, found=match[0].strip())
    for match in _EMPTY_BRACKETS.finditer(text):
        yield Note(doubt=Doubt.BLANK, line=line.number, found=match[0])
    if not _is_balanced(text):
        yield Note(doubt=Doubt.BRACKETS, line=line.number, found=_start(text))


def _is_balanced(text: str) -> bool:
    if re.match(r"^\s*\S{1,3}\)", text):  # a list marker such as 1)
        text = text.split(")", 1)[1]
    waiting: list[str] = []
    for char in text:
        if char in _PAIRS.values():
            waiting.append(char)
        elif char in _PAIRS and (not waiting or waiting.pop() != _PAIRS[char]):
            return False
    return not waiting


def _start(text: str) -> str:
    return " ".join(text.split()[:6])
