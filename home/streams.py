"""Stream data as Wagtail stores it, every block with an identifier.

wagtail-localize names each text by the identifiers above it, and Wagtail gives none to blocks inside blocks that come
as plain data. Ours follow from the place, or from the key where there is one, so that loading changed content again
keeps the translations of what did not change.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

_ROOT = UUID("6b0f4c1e-8a53-4f0c-9d8e-2f6f6a0e7c11")


def stored(content: Any, place: str) -> Any:
    """Return the content with identifiers; the items of plain lists become blocks too."""
    if isinstance(content, Mapping):
        return {name: stored(part, f"{place}.{name}") for name, part in content.items()}
    if isinstance(content, list | tuple):
        seen: set[str] = set()
        return [_block(item, index, place, seen) for index, item in enumerate(content)]
    return content


def _block(item: Any, index: int, place: str, seen: set[str]) -> dict[str, Any]:
    is_block = isinstance(item, Mapping) and item.keys() == {"type", "value"}
    name, value = (item["type"], item["value"]) if is_block else ("item", item)
    key = value.get("key") if isinstance(value, Mapping) else None
    here = f"{place}/{name}:{key or index}"
    if here in seen:  # a draft may give one key twice, but no two blocks share an identifier
        here = f"{here}:{index}"
    seen.add(here)
    return {"type": name, "value": stored(value, here), "id": str(uuid5(_ROOT, here))}
