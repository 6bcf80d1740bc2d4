"""Short names for stream data."""

from typing import Any

from home.streams import stored

__all__ = ["block", "stored"]


def block(name: str, content: Any = None, /, **values: Any) -> dict[str, Any]:
    """Return one block of a stream: a single value, or the values of a struct."""
    return {"type": name, "value": values if content is None else content}
