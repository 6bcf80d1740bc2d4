"""Django's TextChoices, in the shape in which a type checker can read it: members are members, not tuples."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import StrEnum

    class TextChoices(StrEnum):
        """What Django adds to an enumeration of texts."""

        label: str
        labels: list[str]
        values: list[str]
        choices: list[tuple[str, str]]

else:
    from django.db.models import TextChoices

__all__ = ["TextChoices"]
