"""Officers who know an applicant, and therefore leave the case to others."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms_flow.enums import RelationKind
from forms_flow.records.applications import Application
from forms_flow.records.base import Record
from forms_flow.vault.fields import SealedField


class Relation(Record):
    """One officer's word that they know the applicant. It is never taken back: a colleague has the case now."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="relations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=RelationKind)
    note = SealedField(null=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta(Record.Meta):
        verbose_name = _("declared relation")
        verbose_name_plural = _("declared relations")
        ordering = ("at",)
        constraints = [models.UniqueConstraint(fields=["application", "person"], name="relation_once")]

    def __str__(self) -> str:
        return str(self.pk)
