"""The accepted volunteers, and what they can be found by."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms_flow.enums import TraitKind
from forms_flow.records.applications import Application
from forms_flow.records.base import Record
from forms_flow.vault.fields import SealedField


class Volunteer(Record):
    """Somebody who was accepted: name and contact sealed, and no answer about health."""

    application = models.OneToOneField(Application, models.CASCADE, related_name="volunteer")
    name = SealedField()
    contact = SealedField(null=True)
    accepted_at = models.DateTimeField(default=timezone.now)
    is_available = models.BooleanField(default=True)
    left_at = models.DateTimeField(null=True)
    left_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta(Record.Meta):
        verbose_name = _("volunteer")
        verbose_name_plural = _("volunteers")
        indexes = [models.Index(fields=["is_available", "accepted_at", "id"], name="volunteer_available")]

    def __str__(self) -> str:
        return str(self.pk)


class VolunteerTrait(models.Model):
    """One task, language, time or season of a volunteer, by its key in the form."""

    wagtail_reference_index_ignore = True

    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="traits")
    kind = models.CharField(max_length=10, choices=TraitKind)
    key = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("trait of a volunteer")
        verbose_name_plural = _("traits of volunteers")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["volunteer", "kind", "key"], name="volunteer_trait_once")]
        indexes = [models.Index(fields=["kind", "key", "volunteer"], name="volunteer_trait")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.key}"
