"""Whether the blocks of a file are blocks of this site, said in the words of the editor's own screen."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks

from forms_flow.definition import SOURCE_LANGUAGE
from forms_flow.pages.portable.parts import is_text, plain, steps_block

#: Words of the screen from the form down to a place.
Place = tuple[str, ...]
#: A foreign name or value is quoted no longer than this.
MOST_QUOTED = 60


def problems(steps: list[Any]) -> Iterator[str]:
    """Yield everything in the blocks that this site could not store."""
    yield from _of_stream(steps_block(), steps, ())


def quoted(found: object) -> str:
    """Return a foreign name or value, short enough to read."""
    text = str(found)
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED]}…"


def at(place: Place, message: str) -> str:
    """Return a message with its place before it."""
    return f"{' › '.join(place)}: {message}" if place else message


def _of(block: blocks.Block, data: Any, place: Place) -> Iterator[str]:
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        yield from _of_stream(block, data, place)
    elif isinstance(block, blocks.StructBlock):
        yield from _of_struct(block, data, place)
    elif is_text(block):
        yield from _of_text(block, data, place)
    else:
        yield from _of_value(block, data, place)


def _of_stream(block: Any, data: Any, place: Place) -> Iterator[str]:
    if not isinstance(data, list):
        yield at(place, _("A list belongs here."))
        return
    known = {"item": block.child_block} if isinstance(block, blocks.ListBlock) else block.child_blocks
    for number, child in enumerate(data, 1):
        if not isinstance(child, Mapping) or child.keys() != {"type", "value"}:
            here = (*place, _("entry %(number)d") % {"number": number})
            yield at(here, _("Every block has a type and a value, and nothing else."))
        elif not isinstance(child["type"], str) or child["type"] not in known:
            here = (*place, _("entry %(number)d") % {"number": number})
            yield at(here, _("This site has no block “%(name)s” here.") % {"name": quoted(child["type"])})
        else:
            definition = known[child["type"]]
            yield from _of(definition, child["value"], (*place, f"{definition.label} {number}"))


def _of_struct(block: blocks.StructBlock, data: Any, place: Place) -> Iterator[str]:
    if not isinstance(data, Mapping):
        yield at(place, _("The parts of this block belong here, each with its name."))
        return
    for name in data.keys() - block.child_blocks.keys():
        yield at(place, _("This site knows no “%(name)s” here.") % {"name": quoted(name)})
    for name, child in block.child_blocks.items():
        if name in data:
            yield from _of(child, data[name], (*place, str(child.label)))


def _of_text(block: Any, data: Any, place: Place) -> Iterator[str]:
    if not isinstance(data, Mapping) or not all(isinstance(text, str) for text in data.values()):
        yield at(place, _("A text is given for each language: the code of the language, then the words."))
        return
    if any(data.values()) and not data.get(SOURCE_LANGUAGE):
        yield at(place, _("The Arabic text is missing."))
    limit = block.field.max_length
    if limit and any(len(text) > limit for text in data.values()):
        yield at(place, _("The text is longer than %(limit)d characters.") % {"limit": limit})


def _of_value(block: Any, data: Any, place: Place) -> Iterator[str]:
    if data is None or (data == "" and plain(block, None) == ""):
        return
    if isinstance(block, blocks.ChoiceBlock):
        if not isinstance(data, str) or not block.field.valid_value(data):
            yield at(place, _("This site does not know “%(value)s”.") % {"value": quoted(data)})
        return
    try:
        same = block.get_prep_value(block.clean(block.to_python(data))) == data
    except ValidationError as error:
        yield at(place, " ".join(error.messages))
        return
    except (TypeError, ValueError):
        same = False
    if not same:
        yield at(place, _("“%(value)s” does not fit here.") % {"value": quoted(data)})
