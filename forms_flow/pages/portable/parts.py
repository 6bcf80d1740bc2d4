"""What a form consists of when it travels: texts of several languages, plain values, and blocks.

Which texts are translated is wagtail-localize's decision, so its rules are asked and no name is written down here.
"""

from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail_localize.fields import TranslatableField, get_translatable_fields

from forms_flow.definition import SOURCE_LANGUAGE
from forms_flow.pages.models import FormPage

FORMAT, FORMAT_VERSION = "form", 1
STEPS = "steps"
#: One text: language -> words. Empty where nothing is said.
Texts = dict[str, str]
_SYNCHRONISED_TEXTS = (blocks.URLBlock, blocks.EmailBlock)
_WORDS = (blocks.RegexBlock, blocks.ChoiceBlock)
_TEXTS = (blocks.CharBlock, blocks.TextBlock, blocks.BlockQuoteBlock)


def is_text(block: blocks.Block) -> bool:
    """Tell whether wagtail-localize translates the block's value as one text."""
    return isinstance(block, _TEXTS) and not isinstance(block, _SYNCHRONISED_TEXTS)


def plain(block: blocks.Block, value: Any) -> Any:
    """Return a value that is no text as it is stored; a key or a choice left out is an empty one."""
    if value is None and isinstance(block, _WORDS):
        return ""
    return block.get_prep_value(value)


def text_fields() -> list[str]:
    """Return the fields of the page that have a text for each language."""
    return [field.field_name for field in _fields() if isinstance(field, TranslatableField)]


def value_fields() -> list[str]:
    """Return the fields of the page that are the same in every language."""
    return [field.field_name for field in _fields() if not isinstance(field, TranslatableField)]


def steps_block() -> blocks.StreamBlock:
    """Return the definition of everything that may stand in a form."""
    field: StreamField = FormPage._meta.get_field(STEPS)  # noqa: SLF001 - Django's documented API
    return field.stream_block


def source_of(page: FormPage) -> FormPage | None:
    """Return the Arabic page of the form, which has its structure; None when there is only another language."""
    if page.locale.language_code == SOURCE_LANGUAGE:
        return page
    family = FormPage.objects.filter(translation_key=page.translation_key, alias_of__isnull=True)
    return family.filter(locale__language_code=SOURCE_LANGUAGE).first()


def _fields() -> list[Any]:
    return [field for field in get_translatable_fields(FormPage) if field.field_name != STEPS]
