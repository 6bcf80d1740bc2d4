"""English pages of the demonstration, from texts written side by side."""

from collections.abc import Mapping

from wagtail.models import Locale, Page

from home import translating


def translate(page: Page, words: Mapping[str, str], *, publish: bool = True) -> list[str]:
    """Make or renew the English page and return the Arabic texts that have no English.

    Call it for parents before children.
    """
    translation = translating.begin(page, english())
    known = {translating.as_stored(arabic): translating.as_stored(text) for arabic, text in words.items()}
    missing = translating.fill(translation, known.get)
    translating.finish(translation, publish=publish)
    return missing


def english() -> Locale:
    """Return the English locale, made on first use."""
    return translating.locale_of("en")
