"""What each text of a form is in every language, by wagtail-localize's name of its place."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.conf import settings
from wagtail import blocks
from wagtail.models import Locale

from forms_flow.definition import SOURCE_LANGUAGE
from forms_flow.pages.models import FormPage
from forms_flow.pages.portable.parts import STEPS, Texts, is_text, text_fields
from forms_flow.pages.readiness import is_missing
from home import translating

#: (place, Arabic text) -> the text in one other language.
Reader = Callable[[str, str], str | None]


class Speaker:
    """Says the texts of an Arabic page in every language that has them; each language is read once."""

    def __init__(self, page: FormPage) -> None:
        """Find out where each translation is kept."""
        self.readers = dict(_readers(page))

    def __call__(self, path: str, source: str | None) -> Texts:
        """Return the text in all its languages; what nobody translated is left out."""
        if not source or not source.strip():
            return {}
        texts = {SOURCE_LANGUAGE: source}
        for code, reader in self.readers.items():
            text = reader(path, source) or ""
            if text.strip() and not is_missing({**texts, code: text}, code):
                texts[code] = text
        return texts


def _readers(page: FormPage) -> Iterator[tuple[str, Reader]]:
    codes = [code for code, _name in settings.LANGUAGES if code != SOURCE_LANGUAGE]
    for locale in Locale.objects.filter(language_code__in=codes):
        yield locale.language_code, _reader(page, locale)


def _reader(page: FormPage, locale: Locale) -> Reader:
    memory = translating.remembered(page, locale)

    def remembered(path: str, source: str) -> str | None:
        return memory.get((path, translating.as_stored(source)))

    if translating.is_managed(page, locale):
        return remembered
    # Somebody writes that language on its own page; blocks keep their identifiers there.
    written = _written(page, locale)
    return lambda path, source: written.get(path) or remembered(path, source)


def _written(page: FormPage, locale: Locale) -> Mapping[str, str]:
    family = FormPage.objects.filter(translation_key=page.translation_key, alias_of__isnull=True)
    found = family.filter(locale=locale).first()
    if found is None:
        return {}
    draft = found.get_latest_revision_as_object()
    texts = {name: getattr(draft, name) for name in text_fields()}
    return {**texts, **dict(_texts(draft.steps.stream_block, draft.steps, STEPS))}


def _texts(block: blocks.Block, value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from _texts(child.block, child.value, f"{path}.{child.id}")
    elif isinstance(block, blocks.ListBlock):
        for child in value.bound_blocks:
            yield from _texts(child.block, child.value, f"{path}.{child.id}")
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _texts(child, value.get(name), f"{path}.{name}")
    elif is_text(block):
        yield path, value or ""
