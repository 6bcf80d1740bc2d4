"""Counting of attempts, in one table that all processes share. Subjects are kept as keyed digests only."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms_flow.vault import keyring


class Throttle(models.Model):
    """How often one subject tried one thing in one window of time."""

    wagtail_reference_index_ignore = True

    digest = models.BinaryField(max_length=16)
    window = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("attempt counter")
        verbose_name_plural = _("attempt counters")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["digest", "window"], name="throttle_once")]

    def __str__(self) -> str:
        return f"{self.window.isoformat()} {self.count}"


def allowed(what: str, subject: str, *, limit: int, window: timedelta) -> bool:
    """Count one more try of `what` by `subject` and tell whether it is within `limit` for the current window."""
    digest = keyring.digest(subject, purpose=f"throttle:{what}")
    start = _window_start(timezone.now(), window)
    with transaction.atomic():
        Throttle.objects.bulk_create([Throttle(digest=digest, window=start)], ignore_conflicts=True)
        mine = Throttle.objects.filter(digest=digest, window=start)
        mine.update(count=models.F("count") + 1)
        return mine.values_list("count", flat=True).get() <= limit


def forgive(what: str, subject: str, *, window: timedelta) -> None:
    """Take back the try just counted: it turned out to be no guess."""
    digest = keyring.digest(subject, purpose=f"throttle:{what}")
    counted = Throttle.objects.filter(digest=digest, window=_window_start(timezone.now(), window), count__gt=0)
    counted.update(count=models.F("count") - 1)


def forget_before(moment: datetime) -> int:
    """Destroy the counters of windows that began before `moment`."""
    return Throttle.objects.filter(window__lt=moment).delete()[0]


def _window_start(now: datetime, window: timedelta) -> datetime:
    seconds = int(window.total_seconds())
    return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, tz=now.tzinfo)


@dataclass(frozen=True)
class Tries:
    """Guessing is slow: a few tries in a while for the thing that is guessed at, and as many for an address."""

    name: str
    limit: int = 5
    window: timedelta = timedelta(minutes=15)

    def allowed(self, subject: str, address: str) -> bool:
        """Count a try for both and tell whether both are within the limit."""
        pairs = self._pairs(subject, address)
        counted = [allowed(what, whom, limit=self.limit, window=self.window) for what, whom in pairs]
        return all(counted)

    def forgive(self, subject: str, address: str) -> None:
        """Take the try back after the right answer: many households share an address."""
        for what, whom in self._pairs(subject, address):
            forgive(what, whom, window=self.window)

    def _pairs(self, subject: str, address: str) -> list[tuple[str, str]]:
        return [(self.name, subject), (f"{self.name}-address", address)] if settings.THROTTLE else []
