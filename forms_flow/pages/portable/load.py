"""A checked form to a draft page with its translations: all of it or nothing, and never published."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from forms_flow.definition import SOURCE_LANGUAGE
from forms_flow.pages.fields import service_choices
from forms_flow.pages.models import FormPage
from forms_flow.pages.portable.export import Document
from forms_flow.pages.portable.parts import STEPS, Texts, text_fields, value_fields
from forms_flow.pages.portable.unfold import Words, unfold
from forms_flow.records.departments import Department
from home import translating
from home.translating import Said

_SLUG = "form"


class Loaded(NamedTuple):
    """The new Arabic draft, and sentences about everything that is not as it was in the file."""

    page: FormPage
    notes: list[str]


@transaction.atomic
def load(document: Document, *, parent: Page, user: Any = None) -> Loaded:
    """Make the draft below an Arabic page, and drafts of the other languages below the translations of that page.

    Nothing is published, so no revision waits for the commit and none can carry an old tree with it.
    """
    fields = document["fields"]
    notes: list[str] = []
    slug = _free_slug(fields.get("slug") or _SLUG, parent)
    steps, words = unfold(document[STEPS], f"{slug}.{STEPS}")
    words |= {name: fields[name] for name in text_fields() if name in fields}
    page = FormPage(locale=parent.locale, live=False, has_unpublished_changes=True, owner=user)
    for name, value in {**_values(fields, notes), "slug": slug, **_arabic(fields)}.items():
        setattr(page, name, value)
    page.steps = FormPage.steps.field.to_python(steps)
    # Read anew: adding a child changes the parent's row, and an older copy of it would hide the child.
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    notes += _translate(FormPage.objects.get(pk=page.pk), parent, words, user)
    return Loaded(FormPage.objects.get(pk=page.pk), notes)


def languages_of(words: Iterable[Texts]) -> set[str]:
    """Return the languages in which anything is said, Arabic aside."""
    return {code for texts in words for code, text in texts.items() if text.strip()} - {SOURCE_LANGUAGE}


def said(words: Words, code: str) -> Iterator[Said]:
    """Yield what is said in one language beside the Arabic."""
    for path, texts in words.items():
        if texts.get(SOURCE_LANGUAGE) and texts.get(code, "").strip():
            yield Said(path, texts[SOURCE_LANGUAGE], texts[code])


def known_languages(wanted: Collection[str], notes: list[str]) -> list[str]:
    """Return those of the languages that the site has, in its order, and note the others."""
    known = [code for code, _name in settings.LANGUAGES if code in wanted]
    message = _("This site does not speak “%(language)s”; its texts were left out.")
    notes += [message % {"language": code} for code in sorted({*wanted} - {*known})]
    return known


def _arabic(fields: Mapping[str, Any]) -> dict[str, str]:
    return {name: fields[name].get(SOURCE_LANGUAGE, "") for name in text_fields() if name in fields}


def _values(fields: Mapping[str, Any], notes: list[str]) -> dict[str, Any]:
    """Return the plain values, without services and departments that this site does not have."""
    given = {name: fields[name] for name in value_fields() if name in fields}
    known = {key for key, _title in service_choices()}
    message = _("This site has no service “%(key)s”; the form was made without it.")
    notes += [message % {"key": key} for key in given.get("services", []) if key not in known]
    given["services"] = [key for key in given.get("services", []) if key in known]
    department = given.get("department_key")
    if department and not Department.objects.filter(key=department).exists():
        given["department_key"] = ""
        message = _("This site has no department “%(key)s”; new applications go to the one that receives them.")
        notes.append(message % {"key": department})
    return given


def _free_slug(wanted: str, parent: Page) -> str:
    """Return the slug, or the next one that is free in every language."""
    parents = parent.get_translations(inclusive=True)
    taken = {slug for page in parents for slug in page.get_children().values_list("slug", flat=True)}
    number, slug = 1, wanted
    while slug in taken:
        number += 1
        ending = f"-{number}"
        slug = f"{wanted[: FormPage._meta.get_field('slug').max_length - len(ending)]}{ending}"  # noqa: SLF001
    return slug


def _translate(page: FormPage, parent: Page, words: Words, user: Any) -> list[str]:
    notes: list[str] = []
    for code in known_languages(languages_of(words.values()), notes):
        locale = translating.locale_of(code)
        translating.remember(page, locale, said(words, code))
        if _may_add(parent, locale, user):
            translating.finish(translating.begin(page, locale), publish=False, user=user)
        else:
            message = _("The texts in %(language)s are kept, and appear when somebody translates the form.")
            notes.append(message % {"language": get_language_info(code)["name_translated"]})
    return notes


def _may_add(parent: Page, locale: Locale, user: Any) -> bool:
    above = parent.get_translation_or_none(locale)
    return above is not None and (user is None or above.permissions_for_user(user).can_add_subpage())
