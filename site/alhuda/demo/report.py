"""What the demonstration holds, for people and for tests from outside."""

from typing import Any

from django.conf import settings
from wagtail.models import Page

from alhuda.demo.content.people import STAFF
from alhuda.demo.people import password_of, username_of
from forms_flow.enums import Role
from forms_flow.pages.models import FormPage
from home.languages import page_path
from services.models import PolicyPage, ServicePage

Entry = dict[str, Any]


def report() -> dict[str, list[Entry]]:
    """Return the report in the shape of the contract (ARCHITECTURE, section 13)."""
    return {
        "users": [_user(person.role) for person in STAFF],
        "forms": [_form(page) for page in _sources(FormPage)],
        "services": [{"key": page.key, **_named(page)} for page in _sources(ServicePage)],
        "policies": [{"key": page.slug, **_named(page)} for page in _sources(PolicyPage)],
    }


def _user(role: Role) -> Entry:
    # Demonstration users may enter without a second factor (DEMO=1), so they have no secret for one.
    return {"role": role, "username": username_of(role), "password": password_of(role), "totp": None}


def _form(page: FormPage) -> Entry:
    return {"key": str(page.flow_key), "track": page.track, "urls": _urls(page)}


def _named(page: Page) -> Entry:
    titles = {code: found.title for code, found in _languages(page).items()}
    return {"title": titles, "urls": _urls(page)}


def _urls(page: Page) -> dict[str, str]:
    return {code: page_path(found) or "" for code, found in _languages(page).items()}


def _languages(page: Page) -> dict[str, Page]:
    family = Page.objects.filter(translation_key=page.translation_key, alias_of__isnull=True).live()
    return {found.locale.language_code: found for found in family.select_related("locale")}


def _sources(model: type[Page]) -> list[Any]:
    pages = model.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE, alias_of__isnull=True)
    return list(pages.select_related("locale").order_by("path"))
