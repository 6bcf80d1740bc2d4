"""What the worker says of a file. Imports nothing of ours: parent and child share it."""

from typing import NamedTuple


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """The file is not taken; `code` is one of :mod:`forms_flow.vault.inspect.refusals`."""

    def __init__(self, code: str) -> None:
        """Take the code of the reason."""
        self.code = code
        super().__init__(code)


class Made(NamedTuple):
    """What is stored: the kind it now has, its pages, its bytes."""

    kind: str
    pages: int
    content: bytes
