"""Copies: a whole form, and steps of a form in another. A copy knows nothing of its original."""

from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Locale

from forms_flow.pages.models import FormPage
from forms_flow.pages.portable.export import export
from forms_flow.pages.portable.keys import fitted
from forms_flow.pages.portable.load import Loaded, known_languages, languages_of, load, said
from forms_flow.pages.portable.parts import STEPS
from forms_flow.pages.portable.unfold import Words, unfold
from home import translating

_TITLE_LENGTH = 255


def copy(page: FormPage, *, user: Any = None) -> Loaded:
    """Make a draft copy of an Arabic form beside it, in all its languages and with all its keys."""
    document = export(page)
    titles = document["fields"]["title"]
    document["fields"]["title"] = {code: _copied(title, code) for code, title in titles.items()}
    return load(document, parent=page.get_parent().specific, user=user)


@transaction.atomic
def add_steps(page: FormPage, *, origin: FormPage, picked: list[str], user: Any = None) -> tuple[int, list[str]]:
    """Append copies of the picked steps of another form to the newest draft of this one.

    Returns how many there are now, and sentences about what could not come along. The other languages of their texts
    are kept for the moment the draft is translated; the page that readers see is not touched.
    """
    draft = page.get_latest_revision_as_object()
    found = fitted(steps_of(origin, picked), export(page)[STEPS])
    # Identifiers of their own: the same step may have been added before, under a key that was changed since.
    steps, words = unfold(found.steps, str(uuid4()))
    draft.steps = FormPage.steps.field.to_python([*draft.steps.get_prep_value(), *steps])
    draft.save_revision(user=user, log_action=True)
    _keep_words(draft, words, found.notes, user)
    return len(steps), found.notes


def steps_of(page: FormPage, picked: list[str]) -> list[dict[str, Any]]:
    """Return the steps with these identifiers, in the order of the form and with the texts of all languages."""
    stream = page.get_latest_revision_as_object().steps
    return [step for child, step in zip(stream, export(page)[STEPS], strict=True) if child.id in picked]


def titles_of(page: FormPage) -> list[tuple[str, str]]:
    """Return (identifier, title) of every step of the newest draft."""
    stream = page.get_latest_revision_as_object().steps
    return [(child.id, child.value.get("title") or child.value.get("key") or "") for child in stream]


def _keep_words(draft: FormPage, words: Words, notes: list[str], user: Any) -> None:
    for code in known_languages(languages_of(words.values()), notes):
        locale = translating.locale_of(code)
        translating.remember(draft, locale, said(words, code))
        if not draft.live and _is_draft(draft, locale):
            translating.finish(translating.begin(draft, locale), publish=False, user=user)


def _is_draft(page: FormPage, locale: Locale) -> bool:
    """Tell whether wagtail-localize may write the translation at once, because no reader sees it."""
    target = page.get_translation_or_none(locale)
    return target is not None and not target.live and translating.is_managed(page, locale)


def _copied(title: str, code: str) -> str:
    with override(code):
        ending = _("%(title)s (copy)") % {"title": ""}
        return f"{title[: _TITLE_LENGTH - len(ending)]}{ending}"
