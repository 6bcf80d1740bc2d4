"""Days on which the office is closed, and the hours during which it is open."""

from datetime import date, time

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forms_flow.records import kept
from home.choices import TextChoices


class Holiday(models.Model):
    """One closed day, besides Fridays and Saturdays."""

    wagtail_reference_index_ignore = True

    day = models.DateField(_("day"), unique=True)
    name_ar = models.CharField(_("name in Arabic"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)

    class Meta:
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        ordering = ("day",)

    def __str__(self) -> str:
        return self.day.isoformat()


def closed_days(start: date, end: date) -> frozenset[date]:
    """Return the holidays from `start` to `end`, both included."""
    return frozenset(day for (day,) in kept.rows(Holiday, "day") if start <= day <= end)


class Part(TextChoices):
    """The parts of the year that have hours of their own."""

    USUAL = "usual", pgettext_lazy("office hours", "All the year")
    RAMADAN = "ramadan", pgettext_lazy("office hours", "Ramadan")


#: The hours until an administrator sets others.
DEFAULT_HOURS = {Part.USUAL: (time(8), time(16)), Part.RAMADAN: (time(10), time(15))}


class OfficeHours(models.Model):
    """From when until when the office works on a working day."""

    wagtail_reference_index_ignore = True

    part = models.CharField(_("part of the year"), max_length=8, choices=Part, unique=True)
    opens = models.TimeField(_("opens at"))
    closes = models.TimeField(_("closes at"))

    class Meta:
        verbose_name = _("office hours")
        verbose_name_plural = _("office hours")
        ordering = ("-part",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")),
                name="office_closes_after_it_opens",
                violation_error_message=_("Write a closing time that is later than the opening time"),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_part_display())


def office_hours(part: Part) -> tuple[time, time]:
    """Return when the office opens and closes in that part of the year."""
    found = {name: (opens, closes) for name, opens, closes in kept.rows(OfficeHours, "part", "opens", "closes")}
    return found.get(part, DEFAULT_HOURS[part])


kept.keep(Holiday)
kept.keep(OfficeHours)
