"""Keeps the facts of a service the same in every language.

wagtail-localize carries synchronised fields to a translation only when somebody updates that translation. A service
that is full, or a changed answer time, must not wait for a translator: the Arabic page's facts go to every language
when it is published, and again when a translation is published from an older source.
"""

from typing import Any

from django.conf import settings
from django.dispatch import receiver
from wagtail.signals import page_published

from services.pages import policy, service
from services.pages.policy import PolicyPage
from services.pages.service import ServicePage

# The foreign key is left to wagtail-localize; the rest are plain columns.
POLICY_FACTS = [name for name in policy.SYNCHRONISED if name not in {"supersedes", "import_notes"}]


@receiver(page_published, sender=ServicePage, dispatch_uid="service_facts")
def share_service_facts(sender: type[ServicePage], instance: ServicePage, **_kwargs: Any) -> None:
    """Copy the published Arabic facts of a service to its translations."""
    _share(sender, instance, service.SYNCHRONISED)


@receiver(page_published, sender=PolicyPage, dispatch_uid="policy_facts")
def share_policy_facts(sender: type[PolicyPage], instance: PolicyPage, **_kwargs: Any) -> None:
    """Copy the published Arabic facts of a policy to its translations."""
    _share(sender, instance, POLICY_FACTS)


def _share(model: type[Any], instance: Any, names: list[str]) -> None:
    family = model.objects.filter(translation_key=instance.translation_key)
    facts = family.live().filter(locale__language_code=settings.LANGUAGE_CODE).values(*names).first()
    if facts:
        family.exclude(locale__language_code=settings.LANGUAGE_CODE).update(**facts)
