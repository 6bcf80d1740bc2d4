"""Dates as people here read them: Riyadh's day, both calendars, and answer times in words."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, override
from hijridate import Gregorian

from home import made_from
from home.contracts import PromiseUnit

_HIJRI = {"ar": "{day} {month} {year}هـ", "en": "{day} {month} {year} AH"}


def today() -> date:
    """Return today's date in Riyadh, wherever the server stands; a page that asks is made anew at midnight."""
    made_from.until_midnight()
    return timezone.localdate()


def local_date(value: date | datetime) -> date:
    """Return the day in Riyadh on which a moment falls; a plain date is that day already."""
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def gregorian(value: date | datetime, language: str | None = None) -> str:
    """Return the day in words, for example «الأحد 29 نوفمبر 2026»."""
    with override(language or get_language()):
        return date_format(local_date(value), "l j F Y")


def short_date(value: date | datetime, language: str | None = None) -> str:
    """Return the day without its weekday, for small labels: «29 نوفمبر 2026»."""
    with override(language or get_language()):
        return date_format(local_date(value), "j F Y")


def hijri(value: date | datetime, language: str | None = None) -> str:
    """Return the Umm al-Qura date, or an empty string outside the years it is known for (1343-1500)."""
    language = language or get_language()
    day = local_date(value)
    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except OverflowError:
        return ""
    pattern = _HIJRI.get(language, _HIJRI["en"])
    return pattern.format(day=found.day, month=found.month_name("ar" if language == "ar" else "en"), year=found.year)


def both_calendars(value: date | datetime, language: str | None = None) -> str:
    """Return a day in both calendars, for example «الأحد 29 نوفمبر 2026 (19 جمادى الآخرة 1448هـ)»."""
    islamic = hijri(value, language)
    civil = gregorian(value, language)
    return f"{civil} ({islamic})" if islamic else civil


def duration(amount: int, unit: PromiseUnit) -> str:
    """Return an amount of time in words. Django's own Arabic says "2 يومين" and the like, so the words are ours."""
    match unit:
        case PromiseUnit.MINUTE:
            text = ngettext("%(count)d minute", "%(count)d minutes", amount)
        case PromiseUnit.HOUR:
            text = ngettext("%(count)d hour", "%(count)d hours", amount)
        case PromiseUnit.WORKING_DAY:
            text = ngettext("%(count)d working day", "%(count)d working days", amount)
    return text % {"count": amount}


def within(amount: int, unit: PromiseUnit) -> str:
    """Return "within" an amount of time. A message of its own: in Arabic the word after it changes its ending."""
    match unit:
        case PromiseUnit.MINUTE:
            text = ngettext("within %(count)d minute", "within %(count)d minutes", amount)
        case PromiseUnit.HOUR:
            text = ngettext("within %(count)d hour", "within %(count)d hours", amount)
        case PromiseUnit.WORKING_DAY:
            text = ngettext("within %(count)d working day", "within %(count)d working days", amount)
    return text % {"count": amount}
