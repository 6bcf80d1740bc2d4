"""What stands beside a case: the officer's tools, and the ways to the pages of its referrals, deliveries and time."""

from functools import cached_property

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from forms_flow.domain.extend import may_extend
from forms_flow.domain.handing import may_hand_over
from forms_flow.records.applications import Application
from forms_flow.records.deliveries import Delivery
from forms_flow.records.promised import Extension
from forms_flow.records.referrals import Referral
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability
from home.contracts import ToolFacts, ToolProvider, provider_of


def with_counts(found: QuerySet[Application]) -> QuerySet[Application]:
    """Count what the pages beside a case hold, within the query of the case itself."""
    counted = {"referral_count": Referral, "delivery_count": Delivery, "extension_count": Extension}
    return found.annotate(**{name: _count(model) for name, model in counted.items()})


def _count(model: type[Referral | Delivery | Extension]) -> Coalesce:
    rows = model.objects.filter(application=OuterRef("pk")).order_by().values("application")
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number"), output_field=IntegerField()), 0)


class CaseWork:
    """Everything that the template asks for."""

    def __init__(self, application: Application, person: Person, language: str) -> None:
        """Prepare it for `person`."""
        self.application = application
        self.person = person
        self.language = language

    @cached_property
    def tools(self) -> ToolFacts:
        """The service page, the governing policies, the bylaws."""
        return provider_of(ToolProvider).tools(self.application.service_key, self.language)

    @property
    def blank_form(self) -> str:
        """Where the form is printed for a pen."""
        return reverse("wizard:blank", args=[self.application.flow.key])

    @property
    def referrals(self) -> bool:
        """Whether the page of referrals has something to read or to do."""
        may = self.application.is_open and can(self.person, Capability.REFER_OUT)
        return may or bool(self.application.referral_count)

    @property
    def deliveries(self) -> bool:
        """Whether the page of deliveries has something to read or to do."""
        may = may_hand_over(self.application) and can(self.person, Capability.DELIVER)
        return may or bool(self.application.delivery_count)

    @property
    def time(self) -> bool:
        """Whether the promised time was extended, or may be by this person."""
        may = may_extend(self.application) and can(self.person, Capability.EXTEND)
        return may or bool(self.application.extension_count)

    @property
    def register(self) -> bool:
        """Whether this person may follow the way to the register."""
        return self.application.beneficiary_id is not None and can(self.person, Capability.SEE_REGISTER)
