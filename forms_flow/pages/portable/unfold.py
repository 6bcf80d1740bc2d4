"""From the blocks of a file back to Wagtail's: the Arabic texts in place, the other languages beside them."""

from collections.abc import Mapping
from typing import Any

from wagtail import blocks

from forms_flow.definition import SOURCE_LANGUAGE
from forms_flow.pages.portable.parts import STEPS, Texts, is_text, plain, steps_block
from home.streams import stored

#: wagtail-localize's name of a place -> the text there.
Words = dict[str, Texts]


def unfold(steps: list[Any], place: str) -> tuple[list[dict[str, Any]], Words]:
    """Return the raw stream of checked blocks, with identifiers that follow from `place`, and every text of it."""
    words: Words = {}
    return _raw(steps_block(), stored(steps, place), STEPS, words), words


def _raw(block: blocks.Block, data: Any, path: str, words: Words) -> Any:
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        return [_child(block, child, f"{path}.{child['id']}", words) for child in data]
    if isinstance(block, blocks.StructBlock):
        return {name: _of_struct(child, data, name, path, words) for name, child in block.child_blocks.items()}
    if is_text(block):
        words[path] = data
        # Never null: wagtail-localize trips over it.
        return data.get(SOURCE_LANGUAGE, "")
    return plain(block, block.to_python(data))


def _child(block: Any, child: Mapping[str, Any], path: str, words: Words) -> dict[str, Any]:
    definition = block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks[child["type"]]
    return {"type": child["type"], "value": _raw(definition, child["value"], path, words), "id": child["id"]}


def _of_struct(child: blocks.Block, data: Mapping[str, Any], name: str, path: str, words: Words) -> Any:
    """Return one value of a struct; what the file does not say is at rest."""
    here = f"{path}.{name}"
    if name in data:
        return _raw(child, data[name], here, words)
    if is_text(child) or isinstance(child, blocks.StructBlock):
        return _raw(child, {}, here, words)
    if isinstance(child, blocks.StreamBlock | blocks.ListBlock):
        return []
    return plain(child, child.get_default())
