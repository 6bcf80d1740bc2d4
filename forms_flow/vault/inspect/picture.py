"""Pages of stored files as pictures, a few at a time."""

from threading import BoundedSemaphore

from forms_flow.vault.inspect.child import run
from forms_flow.vault.inspect.refusals import UploadRefused

#: A case with many documents asks for several pages at once; the site must stay quick meanwhile.
_AT_ONCE, _TURN_SECONDS = 2, 30
_turns = BoundedSemaphore(_AT_ONCE)


def page_picture(kind: str, content: bytes, number: int) -> bytes:
    """Return page `number` of a file as a JPEG. Raises UploadRefused when it cannot be drawn, or not now."""
    if not _turns.acquire(timeout=_TURN_SECONDS):
        raise UploadRefused("unreadable")
    try:
        return run(kind, content, str(number)).content
    finally:
        _turns.release()
