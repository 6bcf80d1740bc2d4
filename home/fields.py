"""Model fields shared by every app."""

from collections.abc import Sequence
from typing import Any

from wagtail.fields import StreamField


class LooseStreamField(StreamField):
    """A StreamField whose blocks stay out of migrations.

    Block definitions change with every label and say nothing about the table, yet Django would write all of them into
    a new migration each time. The price: inside a migration the field has no blocks, so it holds the raw JSON list,
    and a data migration works on that.
    """

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Describe the field without its blocks."""
        name, path, _, kwargs = super().deconstruct()
        return name, path, [[]], {key: value for key, value in kwargs.items() if key != "block_lookup"}

    def to_python(self, value: Any) -> Any:
        """Read the stored JSON.

        Without blocks, which is how migrations see the field, Wagtail would drop every child as unknown and the next
        save would empty the column; the raw list is kept instead.
        """
        if not self.stream_block.child_blocks and isinstance(value, list):
            return value
        return super().to_python(value)
