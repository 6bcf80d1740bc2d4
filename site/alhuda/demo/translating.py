"""English pages as translators make them: through wagtail-localize, so that its editor goes on from here."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue


def translate(page: Page, words: Mapping[str, str], *, publish: bool = True) -> list[str]:
    """Make or renew the English page and return the Arabic texts that have no English.

    Call it for parents before children. Publishing is done here and not by wagtail-localize, which puts it off to the
    end of the transaction: by then children may have come, and the page would forget them.
    """
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, _ = Translation.objects.update_or_create(
        source=source, target_locale=english(), defaults={"enabled": True}
    )
    missing = _fill(translation, {_stored(arabic): _stored(text) for arabic, text in words.items()})
    translation.save_target(publish=False)
    if publish:
        target = translation.get_target_instance()
        target.get_latest_revision().publish()
    return missing


def english() -> Locale:
    """Return the English locale, made on first use."""
    return Locale.objects.get_or_create(language_code="en")[0]


def _fill(translation: Translation, words: Mapping[str, str]) -> list[str]:
    missing = []
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string", "context"):
        text = words.get(segment.string.data)
        if text is None:
            missing.append(segment.string.data)
        else:
            _say(segment, text, translation.target_locale)
    return missing


def _say(segment: Any, text: str, locale: Locale) -> None:
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=locale,
        defaults={"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
    )


def _stored(text: str) -> str:
    """Return a text as wagtail-localize keeps it."""
    return StringValue.from_plaintext(text).data
