"""How often a question is answered wrongly, by day: counts and nothing of what was typed (req 41)."""

from datetime import date, timedelta
from uuid import UUID

from django.db import models
from django.db.models import F, Sum
from django.utils.translation import gettext_lazy as _

from forms_flow.records.base import Record
from home.dates import today


class MistakeQuerySet(models.QuerySet["Mistake"]):
    """Counting."""

    def count_one(self, *, flow_key: UUID | str, question: str, code: str) -> None:
        """Count one more message of that code at that question, today."""
        row = {"flow_key": flow_key, "question": question[:60], "code": code[:20], "day": today()}
        if not self.filter(**row).update(count=F("count") + 1):
            self.get_or_create(**row)
            self.filter(**row).update(count=F("count") + 1)

    def since(self, flow_key: UUID | str, *, days: int) -> "list[tuple[str, str, int]]":
        """Return (question, code, how often) of the last days, the most frequent first; one query."""
        found = self.filter(flow_key=flow_key, day__gt=today() - timedelta(days=days))
        summed = found.values("question", "code").annotate(times=Sum("count")).order_by("-times", "question", "code")
        return list(summed.values_list("question", "code", "times"))

    def forget_before(self, day: date) -> int:
        """Destroy older counts and return how many there were."""
        return self.filter(day__lt=day).delete()[0]


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
