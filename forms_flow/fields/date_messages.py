"""What to say of three boxes that do not make a day."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from forms_flow.fields.messages import problem
from forms_flow.fields.reading import UnreadableError
from home.calendars import GREGORIAN_YEARS, HIJRI_YEARS


def unreadable(title: str, error: UnreadableError, *, several: bool, prefix: str = "") -> ValidationError:
    """Return the message; `several` says that the question offers both calendars, `prefix` names its boxes."""
    words = {"question": title, "text": error.text}
    match error.code:
        case "incomplete":
            message = _("%(question)s: add %(boxes)s") % {**words, "boxes": _boxes(error.boxes)}
        case "other_year" | "other_month":
            message = _other_calendar(error, several=several) % words
        case "far_year":
            first, last = HIJRI_YEARS if error.calendar == "hijri" else GREGORIAN_YEARS
            message = _("%(question)s: write a year from %(first)d to %(last)d") % {
                **words,
                "first": first,
                "last": last,
            }
        case _other:
            message = _plain(error.code) % words
    return problem(message, error.code, prefix + error.boxes[0])


def _boxes(boxes: tuple[str, ...]) -> str:
    names = {
        "day": pgettext("date box", "the day"),
        "month": pgettext("date box", "the month"),
        "year": pgettext("date box", "the year"),
    }
    return pgettext("between two names", " and ").join(names[box] for box in boxes)


def _plain(code: str) -> str:
    return {
        "not_day": _("%(question)s: write the day as a number from 1 to 31"),
        "not_month": _("%(question)s: write the month as a number from 1 to 12, or its name"),
        "not_year": _("%(question)s: write the year in four digits"),
        "no_such_day": _("%(question)s: there is no such day; check the day and the month"),
    }[code]


def _other_calendar(error: UnreadableError, *, several: bool) -> str:
    if error.code == "other_month":
        if error.calendar == "hijri":
            return _("%(question)s: “%(text)s” is a Hijri month; write the day, month and year in one calendar")
        return _("%(question)s: “%(text)s” is a Gregorian month; write the day, month and year in one calendar")
    if error.calendar == "hijri":
        if several:
            return _("%(question)s: the year %(text)s is Hijri; choose “Hijri”, or write a Gregorian year")
        return _("%(question)s: the year %(text)s is Hijri; write the Gregorian date")
    if several:
        return _("%(question)s: the year %(text)s is Gregorian; choose “Gregorian”, or write a Hijri year")
    return _("%(question)s: the year %(text)s is Gregorian; write the Hijri date")
