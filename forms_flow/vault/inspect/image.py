"""Pictures: decoded as what they say they are, turned upright, written anew without anything but the dots.

What follows the picture in the file (a ZIP, a page of HTML) and what travels inside it (place, comments, thumbnails)
is not copied, so it is gone. Runs in the child process only.
"""

import io
import warnings

from PIL import Image, ImageOps

from forms_flow.vault.inspect.limits import MAX_PIXELS
from forms_flow.vault.inspect.outcome import Made, Refused

_FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "heic": "HEIF"}
_PNG_MODES = frozenset(("1", "L", "LA", "RGB", "RGBA", "I;16"))
_JPEG_QUALITY = 88


def remake(kind: str, content: bytes) -> Made:
    """Return the picture as a fresh JPEG, or as a PNG when it was one."""
    if kind == "heic":
        from pillow_heif import register_heif_opener  # noqa: PLC0415 - only for HEIC; it costs a tenth of a second

        register_heif_opener(thumbnails=False)
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        image = _decoded(kind, content)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise Refused("too_many_pixels") from None
    except (OSError, ValueError, SyntaxError, EOFError, RuntimeError, IndexError, KeyError, TypeError):
        # Pillow's decoders raise all of these on broken files.
        raise Refused("unreadable") from None
    try:
        return _written(kind, image)
    except (OSError, MemoryError):  # it decoded; only its size can stop the writing
        raise Refused("too_many_pixels") from None


def _decoded(kind: str, content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content), formats=[_FORMATS[kind]])
    if image.width * image.height > MAX_PIXELS:
        raise Refused("too_many_pixels")
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    return image


def _written(kind: str, image: Image.Image) -> Made:
    output = io.BytesIO()
    if kind == "png":
        plain = _plain(image if image.mode in _PNG_MODES else image.convert("RGBA"))
        plain.save(output, "PNG")
        return Made("png", 1, output.getvalue())
    plain = _plain(image if image.mode in {"L", "RGB"} else _on_white(image))
    plain.save(output, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return Made("jpeg", 1, output.getvalue())


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    pasted = Image.new("RGB", image.size, "white")
    layer = image.convert("RGBA")
    pasted.paste(layer, mask=layer)
    return pasted


def _plain(image: Image.Image) -> Image.Image:
    """Return the dots alone. Pillow would write comment, palette transparency and colour profile back from `info`."""
    image.info.clear()
    return image
