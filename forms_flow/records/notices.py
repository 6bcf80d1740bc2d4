"""The outbox: every message to an applicant, and the only queue for messages."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms_flow.enums import Medium, NoticeState
from forms_flow.records.applications import Application
from forms_flow.records.base import Record
from forms_flow.records.drafts import Draft
from forms_flow.vault.fields import SealedField

LEASE = timedelta(minutes=2)


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Questions about messages."""

    def due(self) -> "NoticeQuerySet":
        """Return what waits to be sent now and is not in another worker's hands."""
        now = timezone.now()
        free = models.Q(locked_until=None) | models.Q(locked_until__lt=now)
        return self.filter(free, state=NoticeState.WAITING, not_before__lte=now).order_by("not_before", "pk")


class Notice(Record):
    """One message. Its recipient is read from the application or draft when it is sent; its text from a template."""

    application = models.ForeignKey(Application, models.CASCADE, null=True, related_name="notices")
    draft = models.ForeignKey(Draft, models.CASCADE, null=True, related_name="notices")
    template = models.CharField(max_length=40)
    medium = models.CharField(max_length=8, choices=Medium)
    language = models.CharField(max_length=8)
    state = models.CharField(max_length=8, choices=NoticeState, default=NoticeState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(default=timezone.now)
    locked_until = models.DateTimeField(null=True)
    message_id = models.CharField(max_length=120, unique=True)
    last_error = models.CharField(max_length=80, blank=True)  # the kind of error only, never what the server said
    extra = SealedField(null=True)  # what the template needs and cannot be read again, such as a one-time code
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(
                fields=["not_before", "id"], condition=models.Q(state=NoticeState.WAITING), name="notice_waiting"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(application=None) ^ models.Q(draft=None), name="notice_about_one_thing"
            )
        ]

    def __str__(self) -> str:
        return self.message_id
