"""From a published page to a numbered version.

The Arabic page may go live before its translation: wagtail-localize translates what is live. A version is made only
when every language is complete, so until then the start page says that the form is not open yet; later, while a change
waits for its translation, the form goes on with the version before it.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.contrib import messages
from django.db.models.signals import post_delete
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from forms_flow.definition import SOURCE_LANGUAGE
from forms_flow.pages import openings, order
from forms_flow.pages.compile import compile_flow
from forms_flow.pages.models import FormPage
from forms_flow.pages.readiness import gaps
from forms_flow.records.versions import FormVersion
from home.contracts import CardKind

logger = logging.getLogger(__name__)
_held: ContextVar[bool] = ContextVar("held", default=False)


def connect() -> None:
    """Follow everything that changes what a form says."""
    page_published.connect(on_published, dispatch_uid="forms_flow.pages")
    page_unpublished.connect(on_gone, sender=FormPage, dispatch_uid="forms_flow.pages")
    post_delete.connect(on_gone, sender=FormPage, dispatch_uid="forms_flow.pages")
    hooks.register("after_publish_page", tell_what_is_missing)
    hooks.register("before_edit_page", order.refuse_translation, order=-1)  # before wagtail-localize answers
    hooks.register("before_bulk_action", order.refuse_bulk)


@contextmanager
def one_version() -> Iterator[None]:
    """Make no version while several languages are published; whoever publishes them makes one at the end."""
    token = _held.set(True)
    try:
        yield
    finally:
        _held.reset(token)


def refresh(page: FormPage) -> FormVersion | None:
    """Make a version of what is published now, in all languages; None when something is missing."""
    missing = gaps(page)
    if missing:
        logger.info("form %s is not complete: %d gaps", page.flow_key, len(missing))
        return None
    return FormVersion.objects.publish(compile_flow(page))


def on_published(*, sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Compile a form when one of its languages is published, and when a service that it serves is."""
    if issubclass(sender, FormPage):
        openings.follow_form(instance)
        if not _held.get():
            refresh(instance)
    elif getattr(sender, "card_kind", None) == CardKind.SERVICE:
        openings.follow_service(getattr(instance, "key", ""))
        for page in forms_serving(getattr(instance, "key", "")):
            refresh(page)


def on_gone(*, instance: FormPage, **_kwargs: Any) -> None:
    """Let nobody begin a form whose Arabic page is gone; journeys under way go on."""
    if instance.locale.language_code == SOURCE_LANGUAGE:
        FormVersion.objects.close(instance.flow_key)


def forms_serving(key: str) -> list[FormPage]:
    """Return the published Arabic pages of the forms that serve a service."""
    pages = FormPage.objects.live().filter(locale__language_code=SOURCE_LANGUAGE, alias_of__isnull=True)
    # A JSON list cannot be searched the same way on every database, and forms are few.
    return [page for page in pages.select_related("locale") if key in page.services]


def tell_what_is_missing(request: HttpRequest, page: Page) -> None:
    """Say after publishing why the form is not open yet, or still shows what it said before."""
    missing = gaps(page) if isinstance(page, FormPage) else []
    if missing:
        text = _("Published, but applicants do not see it yet. Missing: %(gaps)s")
        messages.warning(request, text % {"gaps": " · ".join(missing[:5])})
