"""Arabic first: no other language of a form goes live before it, or with changes that it does not show yet.

wagtail-localize publishes a translation whatever its source is, and saves the live row before it does. So the rule
stands where every door leads through, in ``FormPage.publish``, and what a refused door left behind is put back there.
"""

import logging
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from forms_flow.definition import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from forms_flow.pages.models import FormPage

logger = logging.getLogger(__name__)


def why_it_waits(page: "FormPage") -> str:
    """Return why this language may not go live now; an empty string when it may."""
    if page.locale.language_code == SOURCE_LANGUAGE:
        return ""
    family = type(page).objects.filter(translation_key=page.translation_key)
    source = family.filter(locale__language_code=SOURCE_LANGUAGE).first()
    if source is None or not source.live:
        return _("The Arabic page is not published yet. Publish the form in both languages together.")
    if source.has_unpublished_changes:
        return _("The Arabic page has changes that are not published yet. Publish the form in both languages together.")
    return ""


def must_wait(page: "FormPage", revision: Revision) -> bool:
    """Tell whether a revision may not go live now. What is set for a later day is asked again on that day."""
    day = revision.as_object().go_live_at
    return bool(why_it_waits(page)) and not (day and day > timezone.now())


def put_back(page: "FormPage") -> None:
    """Let the page say again what was published last, and log why."""
    logger.warning("form %s: %s waits for its Arabic page", page.flow_key, page.locale.language_code)
    if page.live and page.live_revision:
        shown = page.live_revision.as_object()
        shown.has_unpublished_changes = True
        shown.save(clean=False)


def refuse_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer wagtail-localize's button "Publish" in plain words, before it does anything."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    return _refusal(request, [page], to="wagtailadmin_pages:edit", args=[page.pk])


def refuse_bulk(request: HttpRequest, action_type: str, objects: list[Page], action: Any) -> HttpResponse | None:
    """Answer the publishing of many pages at once when one of them has to wait; nothing is published then."""
    if request.method != "POST" or action_type != "publish" or action.models != [Page]:
        return None
    pages = [page for page in objects if isinstance(page, Page)]
    return _refusal(request, pages, to="wagtailadmin_explore_root", args=[])


def _refusal(request: HttpRequest, pages: list[Page], *, to: str, args: list[Any]) -> HttpResponse | None:
    from forms_flow.pages.models import FormPage  # noqa: PLC0415 - the model asks this module

    forms = (page.specific for page in pages if issubclass(page.specific_class or Page, FormPage))
    reasons = [f"{form.title}: {reason}" for form in forms if (reason := why_it_waits(form))]
    for reason in reasons:
        messages.error(request, reason)
    return redirect(to, *args) if reasons else None
