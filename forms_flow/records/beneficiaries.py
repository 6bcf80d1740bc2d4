"""The register of beneficiaries: one entry for each person who was helped, whatever they asked for and how often.

What a stolen database still shows: how many entries there are, which applications belong to the same one, and which
entries share a key.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms_flow.enums import MatchKind
from forms_flow.records.base import Record
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability
from forms_flow.vault import keyring
from forms_flow.vault.fields import SealedField


class BeneficiaryQuerySet(models.QuerySet["Beneficiary"]):
    """The one door to the register."""

    def visible_to(self, person: Person) -> "BeneficiaryQuerySet":
        """Return the entries that this person may look up: all or none. The cases behind them are another matter."""
        return self.all() if can(person, Capability.SEE_REGISTER) else self.none()

    def standing(self) -> "BeneficiaryQuerySet":
        """Return those that were not found to be another one's double."""
        return self.filter(merged_into=None)


class Beneficiary(Record):
    """One person. `sheet` holds name, kind and number of the identity, and mobile; the number is for people to say."""

    number = models.PositiveIntegerField(unique=True)
    sheet = SealedField()
    registered_at = models.DateTimeField(default=timezone.now)
    renewal_on = models.DateField(null=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="doubles")
    merged_at = models.DateTimeField(null=True)
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    merge_reason = SealedField(null=True)

    objects = BeneficiaryQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("beneficiary")
        verbose_name_plural = _("beneficiaries")
        ordering = ("number",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(merged_into=None) ^ models.Q(merged_at__isnull=False),
                name="beneficiary_merged_has_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number:06d}"


class BeneficiaryKey(models.Model):
    """One word or number by which an entry is found, as a keyed digest."""

    wagtail_reference_index_ignore = True

    beneficiary = models.ForeignKey(Beneficiary, models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=12, choices=MatchKind)
    digest = models.BinaryField(max_length=16)

    class Meta:
        verbose_name = _("key of a beneficiary")
        verbose_name_plural = _("keys of beneficiaries")
        default_permissions = ()
        indexes = [models.Index(fields=["digest", "beneficiary"], name="beneficiary_key_lookup")]
        constraints = [models.UniqueConstraint(fields=["beneficiary", "kind", "digest"], name="beneficiary_key_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.beneficiary_id}"


def carrying(tokens: Iterable[tuple[MatchKind, str]]) -> models.Q:
    """Return the condition that an entry carries every one of the tokens."""
    condition = models.Q()
    for kind, token in tokens:
        digests = keyring.digests(token, purpose=kind)
        condition &= models.Q(pk__in=BeneficiaryKey.objects.filter(digest__in=digests).values("beneficiary"))
    return condition
