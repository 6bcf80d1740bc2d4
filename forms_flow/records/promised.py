"""What was done about the promised time of a case: extensions, and reminders to the staff."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forms_flow.records.applications import Application
from forms_flow.records.base import Record
from forms_flow.vault.fields import SealedField
from home.choices import TextChoices


class Extension(Record):
    """More time, taken before the promise ran out; the applicant was told."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="extensions")
    before = models.DateTimeField()
    after = models.DateTimeField()
    reason = SealedField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta(Record.Meta):
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ("at",)
        constraints = [
            models.CheckConstraint(condition=models.Q(after__gt=models.F("before")), name="extension_is_later"),
            models.CheckConstraint(condition=models.Q(at__lt=models.F("before")), name="extension_before_it_lapses"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class AlertKind(TextChoices):
    """Why somebody of the staff is alerted."""

    DUE_SOON = "due_soon", pgettext_lazy("alert", "The promised time is about to end")
    OVERDUE = "overdue", pgettext_lazy("alert", "The promised time is over")


class Alert(Record):
    """One alert for one person about one promised time; it says nothing but which case and why."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="alerts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="alerts")
    kind = models.CharField(max_length=12, choices=AlertKind)
    due_at = models.DateTimeField()
    at = models.DateTimeField(default=timezone.now)
    mailed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ("at",)
        indexes = [
            models.Index(fields=["person", "-at"], condition=models.Q(seen_at=None), name="alert_unseen"),
            models.Index(fields=["at"], condition=models.Q(mailed_at=None), name="alert_unmailed"),
        ]
        constraints = [models.UniqueConstraint(fields=["application", "person", "kind", "due_at"], name="alert_once")]

    def __str__(self) -> str:
        return str(self.pk)
