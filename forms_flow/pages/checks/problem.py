"""A mistake in a form and the place it stands at."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

Path = tuple[int | str, ...]


class Problem(NamedTuple):
    """A mistake: where it is in the stream, by positions and names in turn, and what to do."""

    path: Path
    message: str | Promise


def as_error(found: Iterable[Problem]) -> ValidationError:
    """Return one error as the editor's form wants it, a branch for each block on the way."""
    branches: dict[int | str, list[Problem]] = {}
    for path, message in found:
        if not path:
            return ValidationError(message)
        branches.setdefault(path[0], []).append(Problem(path[1:], message))
    errors = {name: as_error(below) for name, below in branches.items()}
    nested = StreamBlockValidationError if all(isinstance(name, int) for name in errors) else StructBlockValidationError
    return nested(block_errors=errors)


def check_key(path: Path, key: str | None, seen: set[str], taken: Promise | str) -> Iterator[Problem]:
    """Find a key that is missing or taken, and count it as seen."""
    if not key:
        yield Problem(path, _("Give it a key."))
    elif key in seen:
        yield Problem(path, taken)
    else:
        seen.add(key)
