"""One page of a stored file as a picture for the screen. Runs in the child process only.

The officer's browser never opens what an applicant sent: it gets the dots that we drew.
"""

import io

import pypdfium2
from PIL import Image

from forms_flow.vault.inspect.limits import DRAWN_DPI, MAX_DRAWN_SIDE, MAX_PIXELS
from forms_flow.vault.inspect.outcome import Made, Refused

_POINTS_PER_INCH = 72
_QUALITY = 82


def draw(kind: str, content: bytes, number: int) -> Made:
    """Return page `number`, counted from one, as a JPEG. A picture has one page."""
    try:
        image = _page(content, number) if kind == "pdf" else _picture(content)
        output = io.BytesIO()
        image.convert("RGB").save(output, "JPEG", quality=_QUALITY)
    except (pypdfium2.PdfiumError, OSError, ValueError, IndexError, RuntimeError, MemoryError, OverflowError):
        raise Refused("unreadable") from None
    return Made("jpeg", 1, output.getvalue())


def _page(content: bytes, number: int) -> Image.Image:
    with pypdfium2.PdfDocument(content) as document:
        page = document[number - 1]
        longest = max(*page.get_size(), 1)
        scale = min(DRAWN_DPI / _POINTS_PER_INCH, MAX_DRAWN_SIDE / longest)
        image: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
        return image


def _picture(content: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    image = Image.open(io.BytesIO(content), formats=["JPEG", "PNG"])
    image.thumbnail((MAX_DRAWN_SIDE, MAX_DRAWN_SIDE))
    return image
