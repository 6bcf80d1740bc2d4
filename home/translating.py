"""Translations as translators make them: through wagtail-localize, so that its editor goes on from here.

Only here does the site write to wagtail-localize. Publishing is done here as well and not by wagtail-localize, which
puts it off to the end of the transaction: by then children may have come, and the page would forget them.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from wagtail.models import Locale, Page
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.strings import StringValue


class Said(NamedTuple):
    """What one text is in another language; `path` is wagtail-localize's name of its place."""

    path: str
    source: str
    text: str


def locale_of(code: str) -> Locale:
    """Return the locale of a language, made on first use."""
    return Locale.objects.get_or_create(language_code=code)[0]


def begin(page: Page, locale: Locale) -> Translation:
    """Return the translation of a page as it is now. Nothing of the translated page is written yet."""
    source, _ = TranslationSource.update_or_create_from_instance(page)
    return Translation.objects.update_or_create(source=source, target_locale=locale, defaults={"enabled": True})[0]


def fill(translation: Translation, words: Callable[[str], str | None]) -> list[str]:
    """Say every text in the other language, as `words` has it, and return those for which it has none."""
    missing = []
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string", "context"):
        text = words(segment.string.data)
        if text is None:
            missing.append(segment.string.data)
        else:
            _say(segment.string, segment.context, translation.target_locale, text)
    return missing


def finish(translation: Translation, *, publish: bool, user: Any = None) -> None:
    """Write the translated page, with the source's words where there are none, and publish it where asked.

    Unpublished changes of a page that is live reach its readers: wagtail-localize writes to the page itself. Leave
    such a page to whoever publishes it.
    """
    translation.save_target(user=user, publish=False)
    if publish:
        translation.get_target_instance().get_latest_revision().publish(user=user)


def remember(page: Page, locale: Locale, said: Iterable[Said]) -> None:
    """Keep translations of texts that the page has, or will have when its draft is published.

    wagtail-localize takes them up as soon as it sees such a text at such a place; no page is changed.
    """
    known, _ = TranslatableObject.objects.get_or_create_from_instance(page)
    for path, source, text in said:
        string = String.from_value(page.locale, StringValue.from_plaintext(source))
        context, _ = TranslationContext.objects.get_or_create(object=known, path=path)
        _say(string, context, locale, as_stored(text))


def remembered(page: Page, locale: Locale) -> Mapping[tuple[str, str], str]:
    """Return (place, source text as stored) -> text of everything that is translated, applied or not."""
    found = StringTranslation.objects.filter(
        context__object_id=page.translation_key, locale=locale, translation_of__locale=page.locale, has_error=False
    )
    rows = found.values_list("context__path", "translation_of__data", "data")
    return {(path, source): StringValue(text).render_text() for path, source, text in rows}


def is_managed(page: Page, locale: Locale) -> bool:
    """Tell whether wagtail-localize makes the translation, and not an editor on the translated page itself."""
    return Translation.objects.filter(
        source__object_id=page.translation_key, source__locale=page.locale, target_locale=locale, enabled=True
    ).exists()


def as_stored(text: str) -> str:
    """Return a text as wagtail-localize keeps it."""
    return StringValue.from_plaintext(text).data


def _say(string: String, context: TranslationContext, locale: Locale, text: str) -> None:
    StringTranslation.objects.update_or_create(
        translation_of=string,
        context=context,
        locale=locale,
        defaults={"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL, "has_error": False},
    )
