"""How often a question is answered wrongly, by day: counts and nothing of what was typed (req 41)."""

from datetime import date

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from forms_flow.records.base import Record
from home.dates import today


class MistakeQuerySet(models.QuerySet["Mistake"]):
    """Counting."""

    def count_one(self, *, flow_key: str, question: str, code: str, day: date | None = None) -> None:
        """Count one more message of that code at that question."""
        row, _made = self.get_or_create(flow_key=flow_key, question=question, code=code, day=day or today())
        self.filter(pk=row.pk).update(count=F("count") + 1)


class Mistake(Record):
    """One kind of message at one question on one day."""

    flow_key = models.UUIDField()
    question = models.CharField(max_length=60)
    code = models.CharField(max_length=20)
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    objects = MistakeQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("count of mistakes")
        verbose_name_plural = _("counts of mistakes")
        constraints = [
            models.UniqueConstraint(fields=["flow_key", "day", "question", "code"], name="mistake_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.code}"
