"""When a form or a service takes applications, and how many."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from forms_flow.records.base import Record


class Opening(Record):
    """The days and the places of one form, or of one service whatever the form.

    It stands apart from the numbered versions: dates change while the questions do not, and journeys under way look at
    what holds today.
    """

    flow_key = models.UUIDField(null=True, unique=True)
    service_key = models.CharField(max_length=60, null=True, unique=True)  # noqa: DJ001 - one of the two names it
    opens_on = models.DateField(null=True)
    closes_on = models.DateField(null=True)  # the last day
    capacity = models.PositiveIntegerField(null=True)
    is_walk_in = models.BooleanField(default=False)
    is_closed = models.BooleanField(default=False)

    class Meta(Record.Meta):
        verbose_name = _("opening")
        verbose_name_plural = _("openings")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(flow_key=None) ^ models.Q(service_key=None), name="opening_of_one_thing"
            )
        ]

    def __str__(self) -> str:
        return str(self.flow_key or self.service_key)
