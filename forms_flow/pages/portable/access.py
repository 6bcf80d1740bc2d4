"""Who may take forms from one place to another: whoever may edit the one and add pages at the other."""

from typing import Any, TypeAlias

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from wagtail.models import Page, Site

from forms_flow.definition import SOURCE_LANGUAGE
from forms_flow.pages.models import FormPage
from forms_flow.pages.portable.parts import source_of

User: TypeAlias = AbstractBaseUser | AnonymousUser


def editable(user: User, page_id: int) -> FormPage:
    """Return the Arabic page of a form that the user may edit; another language of it will do as well."""
    page = source_of(get_object_or_404(FormPage, pk=page_id, alias_of__isnull=True))
    if page is None or not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page


def may_copy(user: User, page: FormPage) -> bool:
    """Return whether the user may add another page where the form stands."""
    return bool(page.get_parent().permissions_for_user(user).can_add_subpage())


def may_import(user: User) -> bool:
    """Return whether the user may add a form to the site."""
    home = arabic_home()
    return home is not None and bool(home.permissions_for_user(user).can_add_subpage())


def arabic_home() -> Page | None:
    """Return the Arabic home page, below which imported forms go."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return None
    family = site.root_page.get_translations(inclusive=True)
    return family.filter(locale__language_code=SOURCE_LANGUAGE).first()


def origins(user: User, page: FormPage) -> list[FormPage]:
    """Return the other forms that the user may edit, by title."""
    others = FormPage.objects.filter(locale__language_code=SOURCE_LANGUAGE, alias_of__isnull=True).exclude(pk=page.pk)
    return [other for other in others.order_by("title", "pk") if other.permissions_for_user(user).can_edit()]


def is_locked(user: Any, page: FormPage) -> bool:
    """Return whether somebody keeps the page from being changed for now."""
    lock = page.get_lock()
    return lock is not None and bool(lock.for_user(user))
