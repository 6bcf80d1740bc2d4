"""Names of the months as people write them, in both calendars and both languages."""

from collections.abc import Mapping
from typing import Literal

from home.text import fold

Calendar = Literal["gregorian", "hijri"]

_GREGORIAN = (
    "يناير|كانون الثاني|january|jan",
    "فبراير|شباط|february|feb",
    "مارس|آذار|march|mar",
    "أبريل|ابريل|نيسان|april|apr",
    "مايو|أيار|may",
    "يونيو|يونيه|حزيران|june|jun",
    "يوليو|يوليه|تموز|july|jul",
    "أغسطس|آب|august|aug",
    "سبتمبر|أيلول|september|sept|sep",
    "أكتوبر|تشرين الأول|october|oct",
    "نوفمبر|تشرين الثاني|november|nov",
    "ديسمبر|كانون الأول|december|dec",
)
_HIJRI = (
    "محرم|المحرم|muharram",
    "صفر|safar",
    "ربيع الأول|ربيع أول|rabi al awwal|rabi al-awwal|rabi' al-awwal|rabi i",
    "ربيع الآخر|ربيع الثاني|ربيع آخر|ربيع ثاني|rabi al thani|rabi al-thani|rabi' al-thani|rabi al-akhir|rabi ii",
    "جمادى الأولى|جمادى الأول|جماد الأول|جماد أول|jumada al-ula|jumada al-awwal|jumada i",
    "جمادى الآخرة|جمادى الثانية|جمادى الآخر|جماد الثاني|جماد ثاني|jumada al-akhirah|jumada al-thani|jumada ii",
    "رجب|rajab",
    "شعبان|sha'ban|shaban",
    "رمضان|ramadan|ramadhan",
    "شوال|shawwal|shawal",
    "ذو القعدة|ذي القعدة|ذوالقعدة|dhu al-qa'dah|dhu al-qadah|dhul qadah|dhu al-qidah",
    "ذو الحجة|ذي الحجة|ذوالحجة|dhu al-hijjah|dhul hijjah|dhu al-hijja",
)


def _table() -> Mapping[str, tuple[Calendar, int]]:
    table: dict[str, tuple[Calendar, int]] = {}
    for number, names in enumerate(_GREGORIAN, 1):
        table |= {fold(name): ("gregorian", number) for name in names.split("|")}
    for number, names in enumerate(_HIJRI, 1):
        table |= {fold(name): ("hijri", number) for name in names.split("|")}
    return table


_BY_NAME = _table()


def named_month(text: str) -> tuple[Calendar, int] | None:
    """Return the calendar and number of a month written as a word, in any usual spelling."""
    return _BY_NAME.get(fold(text))
