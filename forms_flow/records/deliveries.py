"""What was handed over, and what was only lent."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forms_flow.records.applications import Application
from forms_flow.records.base import Record
from forms_flow.vault.fields import SealedField


class Delivery(Record):
    """One handing over; with `due_back` a loan. `receiver` holds name, relation and last digits of the identity."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="deliveries")
    item = SealedField()
    quantity = models.PositiveIntegerField(default=1)
    value = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    receiver = SealedField()
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    due_back = models.DateField(null=True)
    returned_on = models.DateField(null=True)
    returned_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    state_back = SealedField(null=True)

    class Meta(Record.Meta):
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ("at",)
        indexes = [
            models.Index(
                fields=["due_back", "id"],
                condition=models.Q(due_back__isnull=False, returned_on__isnull=True),
                name="delivery_lent",
            )
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gte=1), name="delivery_of_something"),
            models.CheckConstraint(
                condition=models.Q(returned_on__isnull=True) | models.Q(due_back__isnull=False),
                name="delivery_only_loans_come_back",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
