"""The lists of services and of policies."""

from collections.abc import Sequence
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from home import made_from
from home.base import BasePage
from home.cards import listed_below
from home.prepared import Prepared
from services.enums import PolicyStatus
from services.filters import Filters
from services.pages.policy import PolicyPage
from services.pages.service import ServicePage


class IndexPage(BasePage):
    """What both lists share: a title and an opening sentence."""

    introduction = models.TextField(_("introduction"), blank=True, max_length=400)

    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.StandardPage"]
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        abstract = True

    def search_parts(self) -> Sequence[str]:
        """Add the opening sentence."""
        return [*super().search_parts(), self.introduction]


class ServiceIndexPage(IndexPage):
    """The services guide: every service, by need, audience and season (req 9)."""

    subpage_types: ClassVar[list[str]] = ["services.ServicePage"]
    template = "services/service_index_page.html"

    class Meta:
        verbose_name = _("services guide")

    def services(self) -> list[ServicePage]:
        """Return the published services in the order of the tree."""
        return listed_below(self, ServicePage)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the cards that pass the filter of the address."""
        context = super().get_context(request, *args, **kwargs)
        filters = Filters.read(request.GET)
        made_from.understood(urlencode(filters.chosen()))
        services = self.services()
        context["filters"] = filters
        context["filter_groups"] = filters.groups(services)
        context["cards"] = ServicePage.cards_of([page for page in services if filters.matches(page)])
        return context


class PolicyIndexPage(IndexPage):
    """The policies of the association: those in force first, then those that were replaced."""

    subpage_types: ClassVar[list[str]] = ["services.PolicyPage"]
    template = "services/policy_index_page.html"

    class Meta:
        verbose_name = _("list of policies")

    def policies(self) -> list[PolicyPage]:
        """Return the published policies in the order of the tree."""
        return listed_below(self, PolicyPage)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the policies, apart by whether they are still in force."""
        context = super().get_context(request, *args, **kwargs)
        policies = self.policies()
        replaced = {key for (key,) in _REPLACED.rows(self.path)}
        old = [page for page in policies if page.translation_key in replaced or page.status == PolicyStatus.SUPERSEDED]
        context["policies"] = PolicyPage.cards_of([page for page in policies if page not in old])
        context["old_policies"] = PolicyPage.cards_of(old)
        return context


def _replaced(path: str) -> "QuerySet[PolicyPage, Any]":
    newer = PolicyPage.objects.live().filter(path__startswith=path, status=PolicyStatus.APPROVED)
    return newer.exclude(supersedes=None).order_by().values_list("supersedes__translation_key")


_REPLACED: Prepared[PolicyPage] = Prepared(_replaced)
