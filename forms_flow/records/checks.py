"""What the staff found of each document of a case."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forms_flow.records.applications import Application
from forms_flow.records.base import Record
from forms_flow.vault.fields import SealedField
from home.choices import TextChoices


class Verdict(TextChoices):
    """What came of looking at a document."""

    ACCEPTED = "accepted", pgettext_lazy("document", "Accepted")
    REJECTED = "rejected", pgettext_lazy("document", "Rejected")
    OPEN = "open", pgettext_lazy("document", "To be checked")


class Verified(TextChoices):
    """How the document was verified."""

    COPY = "copy", pgettext_lazy("document", "Seen as a copy here")
    ORIGINAL = "original", pgettext_lazy("document", "Original seen, no copy kept")
    ISSUER = "issuer", pgettext_lazy("document", "Verified with the issuer")
    NOT_NEEDED = "not_needed", pgettext_lazy("document", "Not needed in this case")


class DocumentCheck(Record):
    """One look at one document, named by its question. The newest counts, until the applicant sends another file."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="document_checks")
    document = models.CharField(max_length=60)
    verdict = models.CharField(max_length=12, choices=Verdict)
    how = models.CharField(max_length=12, choices=Verified, blank=True)
    reason = SealedField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta(Record.Meta):
        verbose_name = _("document check")
        verbose_name_plural = _("document checks")
        ordering = ("at",)

    def __str__(self) -> str:
        return str(self.pk)
