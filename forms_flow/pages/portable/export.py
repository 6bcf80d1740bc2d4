"""A form page, in whatever state, as plain data: the contents of a file."""

import json
from collections.abc import Callable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail import blocks

from forms_flow.pages.models import FormPage
from forms_flow.pages.portable.parts import (
    FORMAT,
    FORMAT_VERSION,
    STEPS,
    Texts,
    is_text,
    plain,
    text_fields,
    value_fields,
)
from forms_flow.pages.portable.speaking import Speaker

Document = dict[str, Any]
Say = Callable[[str, str | None], Texts]


def export(page: FormPage) -> Document:
    """Return the newest draft of an Arabic form page with the texts of every language.

    Only what an editor wrote is in it: no person, no date of a change, no number of a row.
    """
    draft = page.get_latest_revision_as_object()
    say = Speaker(draft)
    texts = {name: say(name, getattr(draft, name)) for name in text_fields()}
    values = {name: getattr(draft, name) for name in value_fields()}
    steps = _fold(draft.steps.stream_block, draft.steps, STEPS, say)
    document = {"format": FORMAT, "format_version": FORMAT_VERSION, "fields": {**texts, **values}, STEPS: steps}
    return json.loads(as_json(document))  # dates become text here as they do in the file


def as_json(document: Document) -> str:
    """Return the contents of the file, made to be read and compared by people too."""
    return json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2) + "\n"


def _fold(block: blocks.Block, value: Any, path: str, say: Say) -> Any:
    """Return a block's value without identifiers, its texts in all languages."""
    if isinstance(block, blocks.StreamBlock):
        return [_child(child.block_type, child, path, say) for child in value]
    if isinstance(block, blocks.ListBlock):
        return [_child("item", child, path, say) for child in value.bound_blocks]
    if isinstance(block, blocks.StructBlock):
        children = block.child_blocks.items()
        return {name: _fold(child, value.get(name), f"{path}.{name}", say) for name, child in children}
    return say(path, value) if is_text(block) else plain(block, value)


def _child(name: str, child: Any, path: str, say: Say) -> dict[str, Any]:
    return {"type": name, "value": _fold(child.block, child.value, f"{path}.{child.id}", say)}
