"""What the staff add to an application: notes, requests for what is missing, decisions."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms_flow.enums import MessageKind, Outcome
from forms_flow.records.applications import Application
from forms_flow.records.base import Record
from forms_flow.records.wording import DeclineReason
from forms_flow.vault.fields import SealedField


class Note(Record):
    """A note among the staff; the applicant never sees it."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    text = SealedField()

    class Meta(Record.Meta):
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ("at",)

    def __str__(self) -> str:
        return str(self.pk)


class Message(Record):
    """What the applicant wrote, what was written to them, and calls. Without an author it is the applicant's own."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=16, choices=MessageKind)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    text = SealedField()
    read_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        verbose_name = _("message on a case")
        verbose_name_plural = _("messages on cases")
        ordering = ("at",)

    def __str__(self) -> str:
        return str(self.pk)


class OneTimeCode(Record):
    """A code sent to the stored mobile, which opens more of the applicant's page than the status."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="codes")
    digest = models.BinaryField(max_length=16)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta(Record.Meta):
        verbose_name = _("one-time code")
        verbose_name_plural = _("one-time codes")
        ordering = ("created_at",)

    def __str__(self) -> str:
        return str(self.pk)


class CompletionRequest(Record):
    """What the applicant was asked to add: question keys of documents, and a sentence in plain words."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="completion_requests")
    documents = models.JSONField(default=list)
    message = SealedField()
    asked_at = models.DateTimeField(default=timezone.now)
    deadline = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    reply = SealedField(null=True)

    class Meta(Record.Meta):
        verbose_name = _("completion request")
        verbose_name_plural = _("completion requests")
        ordering = ("asked_at",)

    def __str__(self) -> str:
        return str(self.pk)


class Decision(Record):
    """A proposal by one person and, when given, the decision by another."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="decisions")
    proposed_outcome = models.CharField(max_length=20, choices=Outcome)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    study = SealedField()
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    why = models.ForeignKey(DeclineReason, models.PROTECT, null=True, related_name="+")
    reason = SealedField(null=True)

    class Meta(Record.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ("proposed_at",)

    def __str__(self) -> str:
        return str(self.pk)
