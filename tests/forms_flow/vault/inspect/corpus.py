"""Files as people, phones and attackers send them; all made here."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pillow_heif
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

SCRIPT = b"<script>alert(1)</script>"
ZIP = b"PK\x03\x04" + b"evil.txt" * 20 + b"PK\x05\x06" + bytes(18)
GPS_IFD, ORIENTATION = 0x8825, 0x0112


def a_file(content: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def picture(form: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: Any) -> bytes:
    image = Image.radial_gradient("L").resize(size).convert(mode)
    output = io.BytesIO()
    image.save(output, form, **options)
    return output.getvalue()


def phone_photo() -> bytes:
    """Return a photo taken at home, lying on its side, with a script in its comment."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS_IFD)[2] = (22.0, 47.0, 55.0)
    return picture(exif=exif, comment=SCRIPT)


def heic() -> bytes:
    output = io.BytesIO()
    pillow_heif.from_pillow(Image.radial_gradient("L").resize((64, 48)).convert("RGB")).save(output)
    return output.getvalue()


def png_bomb(side: int = 30_000) -> bytes:
    """Return a small file that opens to side x side dots."""
    lines = zlib.compress(bytes(side // 8 + 1) * side, 9)
    head = struct.pack("!IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", lines) + _chunk(b"IEND", b"")


def pdf(change: Callable[[pikepdf.Pdf], object] | None = None, pages: int = 1, **options: Any) -> bytes:
    """Return a PDF of blank pages, changed as told."""
    document = pikepdf.new()
    for _page in range(pages):
        document.add_blank_page()
    if change:
        change(document)
    output = io.BytesIO()
    document.save(output, **options)
    return output.getvalue()


def embedded_file(document: pikepdf.Pdf) -> pikepdf.Dictionary:
    stream = document.make_stream(b"MZ program")
    return pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="x.exe", EF=pikepdf.Dictionary(F=stream))


def script() -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))
