"""Where editors find these screens: beside the buttons that save and publish a form, and in its menus."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from forms_flow.pages.models import FormPage
from forms_flow.pages.together import prepare


class FormMenuItem(ActionMenuItem):
    """Saves what is on the screen as a draft; :func:`after_saving` leads on from there."""

    permission = ""

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        """Show it while a form is edited by somebody with the permission."""
        if context["view"] != "edit" or not isinstance(context["page"], FormPage):
            return False
        allowed = getattr(self.get_user_page_permissions_tester(context), self.permission)()
        return bool(allowed and super().is_shown(context))


class PublishItem(FormMenuItem):
    """Leads to publishing in both languages."""

    label = gettext_lazy("Publish in both languages")
    name = "action-form-publish"
    icon_name = "upload"
    permission = "can_publish"


class TryItem(FormMenuItem):
    """Leads to a trial."""

    label = gettext_lazy("Try the form")
    name = "action-form-try"
    icon_name = "view"
    permission = "can_edit"


def after_saving(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead to the screen whose button saved the draft; the translators get its texts on the way to publishing."""
    if not isinstance(page, FormPage):
        return None
    if PublishItem.name in request.POST and page.permissions_for_user(request.user).can_publish():
        prepare(page, user=request.user)
        return redirect("form_publish", page.pk)
    return redirect("form_try", page.pk) if TryItem.name in request.POST else None


def buttons(page: Page, user: AbstractBaseUser) -> Iterator[Button]:
    """Yield the same two for the menus of a form's page; the translation editor has no other."""
    if page.specific_class is not FormPage or page.alias_of_id:
        return
    may = page.permissions_for_user(user)
    if may.can_publish():
        yield Button(
            _("Publish in both languages"), reverse("form_publish", args=[page.pk]), icon_name="upload", priority=28
        )
    if may.can_edit():
        yield Button(_("Try the form"), reverse("form_try", args=[page.pk]), icon_name="view", priority=29)
