"""Keeps the facts of a service the same in every language.

wagtail-localize carries synchronised fields to a translation only when somebody updates that translation. A service
that is full, or a changed answer time, must not wait for a translator: the Arabic page's facts go to every language
when it is published, and again when a translation is published from an older source.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.dispatch import receiver
from wagtail.signals import page_published

from home.signals import touch_page
from services.pages import policy, service
from services.pages.policy import PolicyPage
from services.pages.service import ServicePage

# The foreign key is left to wagtail-localize; the rest are plain columns.
POLICY_FACTS = [name for name in policy.SYNCHRONISED if name not in {"supersedes", "import_notes"}]


@receiver(page_published, sender=ServicePage, dispatch_uid="service_facts")
def share_service_facts(sender: type[ServicePage], instance: ServicePage, **_kwargs: Any) -> None:
    """Copy the published Arabic facts of a service to its translations."""
    _share(sender, instance, service.SYNCHRONISED)
    _share_documents(instance)
    touch_page(instance)


@receiver(page_published, sender=PolicyPage, dispatch_uid="policy_facts")
def share_policy_facts(sender: type[PolicyPage], instance: PolicyPage, **_kwargs: Any) -> None:
    """Copy the published Arabic facts of a policy to its translations."""
    _share(sender, instance, POLICY_FACTS)
    touch_page(instance)


def _share(model: type[Any], instance: Any, names: Sequence[str]) -> None:
    family = model.objects.filter(translation_key=instance.translation_key)
    facts = family.live().filter(locale__language_code=settings.LANGUAGE_CODE).values(*names).first()
    if facts:
        family.exclude(locale__language_code=settings.LANGUAGE_CODE).update(**facts)


def _share_documents(instance: ServicePage) -> None:
    """Give the translations the documents of the Arabic page, a new one under its Arabic name until it is translated.

    Forms ask for the Arabic page's list; a page in another language must never name a different one (req 2).
    """
    family = ServicePage.objects.filter(translation_key=instance.translation_key).select_related("locale")
    source = family.live().filter(locale__language_code=settings.LANGUAGE_CODE).first()
    for page in family.exclude(locale__language_code=settings.LANGUAGE_CODE) if source else ():
        if _asked(page) != _asked(source):
            page.documents = json.dumps(_documents(source, page))
            family.filter(pk=page.pk).update(documents=page.documents)


def _asked(page: ServicePage) -> list[tuple[str, bool]]:
    return [(child.value["key"], child.value["required"]) for child in page.documents]


def _documents(source: ServicePage, page: ServicePage) -> list[dict[str, Any]]:
    own = {child.value["key"]: child.value for child in page.documents}
    found = []
    for child in source.documents:
        words = own.get(child.value["key"], child.value)
        value = {**child.value, "label": words["label"], "help": words["help"]}
        found.append({"type": child.block_type, "id": child.id, "value": value})
    return found
