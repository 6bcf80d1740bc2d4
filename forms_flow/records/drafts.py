"""Journeys under way and the files that come with them."""

import hashlib
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms_flow.enums import Channel, ScanState
from forms_flow.records.base import Record
from forms_flow.records.versions import FormVersion
from forms_flow.vault import store
from forms_flow.vault.fields import SealedField
from forms_flow.vault.inspect import Inspected

LIFETIME = timedelta(days=14)
TRIAL_LIFETIME = timedelta(days=1)


class StaleDraftError(Exception):
    """Another tab or device saved the draft first."""


def _expiry() -> timezone.datetime:
    return timezone.now() + LIFETIME


def trial_expiry() -> timezone.datetime:
    """Return when a trial that is begun or saved now is destroyed."""
    return timezone.now() + TRIAL_LIFETIME


class DraftQuerySet(models.QuerySet["Draft"]):
    """Questions about drafts."""

    def alive(self) -> "DraftQuerySet":
        """Return the drafts that may still be filled or read."""
        return self.filter(expires_at__gt=timezone.now())


class Draft(Record):
    """One journey through one version of a form. `state` is the wizard's: answers, and what was typed on each step."""

    version = models.ForeignKey(FormVersion, models.PROTECT, related_name="drafts")
    row_version = models.PositiveIntegerField(default=1)
    state = SealedField(null=True)
    language = models.CharField(max_length=8)
    service_key = models.CharField(max_length=60, blank=True)
    channel = models.CharField(max_length=20, choices=Channel, default=Channel.WEBSITE)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    owner_digest = models.BinaryField(max_length=16)
    resume_digest = models.BinaryField(max_length=16, null=True, unique=True)
    number = models.CharField(max_length=9, null=True, unique=True)  # noqa: DJ001 - unique among those that have one
    code_digest = models.BinaryField(max_length=16, null=True)
    is_trial = models.BooleanField(default=False)  # an editor tries the form: it never becomes an application
    received_at = models.DateTimeField(null=True)  # when it really came, if the staff enter it later
    letter = SealedField(null=True)
    origin = models.ForeignKey(  # the inquiry that is being turned into an application
        "forms_flow.Application", models.SET_NULL, null=True, related_name="turned_into"
    )
    reminded_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    saved_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=_expiry, db_index=True)
    submitted_at = models.DateTimeField(null=True)

    objects = DraftQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_entered(self) -> bool:
        """Whether the staff fill it in for somebody else; also when the account of who did is gone."""
        if self.is_trial:
            return False
        return self.channel != Channel.WEBSITE or self.entered_by_id is not None

    @property
    def kept_answers(self) -> dict[str, Any]:
        """The answers so far, as the journey keeps them."""
        return (self.state or {}).get("answers", {})

    @property
    def wants_reminder(self) -> bool:
        """Whether its owner asked to be told before it is destroyed."""
        return bool((self.state or {}).get("remind"))

    def save_if_current(self, *, fields: list[str]) -> None:
        """Save `fields` only if nobody saved since this row was read; the draft then lives 14 more days, a trial one.

        Raises StaleDraftError and leaves the row alone when somebody did.
        """
        self.saved_at = timezone.now()
        self.expires_at = self.saved_at + (TRIAL_LIFETIME if self.is_trial else LIFETIME)
        self.reminded_at = None  # whoever leaves it once more is reminded once more
        names = [*fields, "saved_at", "expires_at", "reminded_at"]
        values = {name: self._meta.get_field(name).pre_save(self, False) for name in names}
        mine = Draft.objects.filter(pk=self.pk, row_version=self.row_version, submitted_at=None)
        if not mine.update(row_version=self.row_version + 1, **values):
            raise StaleDraftError
        self.row_version += 1


class StoredFile(Record):
    """An uploaded file; its bytes lie in the private store under this row's key."""

    draft = models.ForeignKey(Draft, models.CASCADE, null=True, related_name="files")
    application = models.ForeignKey("forms_flow.Application", models.CASCADE, null=True, related_name="files")
    question_key = models.CharField(max_length=60)
    name = SealedField()
    kind = models.CharField(max_length=8)
    size = models.PositiveIntegerField()
    pages = models.PositiveSmallIntegerField(default=1)
    checksum = models.CharField(max_length=64)  # SHA-256 of the encrypted bytes: it confirms nobody's document
    scan = models.CharField(max_length=16, choices=ScanState, default=ScanState.NOT_REQUIRED)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta(Record.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ("created_at",)
        constraints = [
            models.CheckConstraint(
                condition=Q(draft__isnull=False) | Q(application__isnull=False), name="stored_file_has_owner"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


def keep_file(file: Inspected, *, scan: str, question_key: str, **owner: Draft | models.Model) -> StoredFile:
    """Put a file's bytes into the private store and return its row, not saved yet. `owner` is a draft or application.

    Raises OSError when the disk refuses. Until the row is saved the bytes are an orphan that housekeeping destroys.
    """
    row = StoredFile(
        question_key=question_key, kind=file.kind, size=len(file.content), pages=file.pages, scan=scan, **owner
    )
    row.name = file.name
    row.checksum = hashlib.sha256(store.put(row.pk, file.content)).hexdigest()
    return row


def known_file_ids() -> set[UUID]:
    """Return the ids of all files that some row speaks of."""
    return set(StoredFile.objects.values_list("pk", flat=True))
