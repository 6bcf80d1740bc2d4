"""Days on which the office is closed."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from forms_flow.records import kept


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


kept.keep(Holiday)
