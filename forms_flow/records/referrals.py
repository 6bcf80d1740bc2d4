"""What passes between the association and other bodies about a case."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from forms_flow.records.applications import Application
from forms_flow.records.base import Record
from forms_flow.vault.fields import SealedField
from home.choices import TextChoices


class Direction(TextChoices):
    """Who turned to whom."""

    OUT = "out", pgettext_lazy("referral", "Referred by us")
    IN = "in", pgettext_lazy("referral", "Came to us")


class Consent(TextChoices):
    """How the applicant agreed to a referral outside."""

    SIGNED = "signed", pgettext_lazy("consent", "Signed on paper")
    SPOKEN = "spoken", pgettext_lazy("consent", "Said in person")
    TELEPHONE = "telephone", pgettext_lazy("consent", "Said by telephone")
    WRITTEN = "written", pgettext_lazy("consent", "Written on the tracking page or by message")


class Body(models.Model):
    """A hospital, a governorate, a police station or another association: those that cases are often referred to."""

    wagtail_reference_index_ignore = True

    name_ar = models.CharField(_("name in Arabic"), max_length=160)
    name_en = models.CharField(_("name in English"), max_length=160)
    is_active = models.BooleanField(_("can be chosen"), default=True)

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ("name_ar",)

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Return the name in the language of the screen."""
        return self.name_ar if (get_language() or "ar").startswith("ar") else self.name_en


class Referral(Record):
    """One referral to a body or letter from one, with its reply.

    `body` is one of the list, or else `other` is its name. `sections` and `documents` name what was sent by the keys
    of steps and questions; with none of them, nothing but the reference was.
    """

    application = models.ForeignKey(Application, models.CASCADE, related_name="referrals")
    direction = models.CharField(max_length=4, choices=Direction)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="referrals")
    other = SealedField(null=True)
    letter = SealedField(null=True)
    on = models.DateField()
    sections = models.JSONField(default=list)
    documents = models.JSONField(default=list)
    consent = models.CharField(max_length=12, choices=Consent, blank=True)
    consent_on = models.DateField(null=True)
    about = SealedField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    reply = SealedField(null=True)
    replied_on = models.DateField(null=True)
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta(Record.Meta):
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        ordering = ("at",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(direction=Direction.IN)
                | (models.Q(consent_on__isnull=False) & ~models.Q(consent="")),
                name="referral_outside_has_consent",
            ),
            models.CheckConstraint(
                condition=models.Q(body__isnull=False) ^ models.Q(other__isnull=False), name="referral_names_one_body"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def body_name(self) -> str:
        """Return the name of the body."""
        return self.body.name if self.body else self.other
