"""Pictures are decoded and written anew; nothing else of the file is kept."""

import hashlib
import io
import time

import pytest
from PIL import Image

from forms_flow.vault.inspect import Inspected, UploadRefused, inspect_upload
from tests.forms_flow.vault.inspect import corpus

pytestmark = pytest.mark.integration


def look(content: bytes, name: str = "photo.jpg") -> Inspected:
    return inspect_upload(corpus.a_file(content, name))


def refusal(content: bytes) -> str:
    with pytest.raises(UploadRefused) as caught:
        look(content)
    return caught.value.code


def opened(found: Inspected) -> Image.Image:
    return Image.open(io.BytesIO(found.content))


def test_a_photo_loses_place_comment_and_thumbnail_and_stands_upright() -> None:
    """Req 48."""
    sent = corpus.phone_photo()
    found = look(sent, "IMG_0001.JPG")
    image = opened(found)
    assert corpus.SCRIPT in sent
    assert (dict(image.getexif()), image.info.get("comment")) == ({}, None)
    assert corpus.SCRIPT not in found.content
    assert image.size == (40, 60)
    assert (found.kind, found.pages, found.name) == ("jpeg", 1, "IMG_0001.jpg")
    assert found.sha256 == hashlib.sha256(found.content).hexdigest()


@pytest.mark.parametrize("tail", [corpus.ZIP, b"<html>" + corpus.SCRIPT, b"\0" * 5000])
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_what_follows_a_picture_is_dropped(form: str, tail: bytes) -> None:
    """Req 45: phone photos carry tails, so a tail is no reason to refuse."""
    found = look(corpus.picture(form) + tail)
    assert tail not in found.content
    assert opened(found).size == (60, 40)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (corpus.picture("WEBP"), "jpeg"),
        (corpus.picture("WEBP", mode="RGBA", lossless=True), "jpeg"),
        (corpus.heic(), "jpeg"),
        (corpus.picture("JPEG", mode="CMYK"), "jpeg"),
        (corpus.picture("JPEG", mode="L"), "jpeg"),
        (corpus.picture("PNG", mode="RGBA"), "png"),
        (corpus.picture("PNG", mode="P"), "png"),
        (corpus.picture("PNG", mode="1"), "png"),
        (corpus.picture("PNG", mode="I;16"), "png"),
    ],
)
def test_every_taken_kind_becomes_a_plain_jpeg_or_png(content: bytes, kind: str) -> None:
    found = look(content, "x.bin")
    assert (found.kind, opened(found).format, opened(found).size[0] >= 60) == (kind, kind.upper(), True)
    assert opened(found).info.get("icc_profile") is None


def test_words_in_a_png_are_dropped() -> None:
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - only here

    words = PngInfo()
    words.add_text("Comment", corpus.SCRIPT.decode())
    sent = corpus.picture("PNG", pnginfo=words)
    assert corpus.SCRIPT in sent
    assert corpus.SCRIPT not in look(sent).content


def test_a_bomb_is_refused_quickly() -> None:
    """Req 48."""
    bomb = corpus.png_bomb()
    assert len(bomb) < 200_000
    began = time.monotonic()
    assert refusal(bomb) == "too_many_pixels"
    assert time.monotonic() - began < 5


def test_a_picture_of_a_modern_phone_is_taken() -> None:
    assert opened(look(corpus.picture(size=(5712, 4284)))).size == (5712, 4284)


@pytest.mark.parametrize(
    "content",
    [
        corpus.picture()[:-400],
        b"\xff\xd8\xff" + b"<html>" + corpus.SCRIPT,
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        b"RIFF\x10\0\0\0WEBPVP8 ",
        b"\0\0\0\x18ftypheic" + b"\0" * 50,
        corpus.heic()[:300],
    ],
)
def test_a_picture_that_does_not_decode_is_refused(content: bytes) -> None:
    """Req 45."""
    assert refusal(content) == "unreadable"


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html><script>alert(1)</script>",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b"MZ\x90\0" + b"\0" * 100,
        corpus.ZIP,
        corpus.picture("GIF"),
        corpus.picture("TIFF"),
        corpus.picture("BMP"),
        b"\n" + corpus.pdf(),
        b"<html>" + corpus.pdf(),
        b"\0\0\0\x18ftypavif" + b"\0" * 50,
        b"\x1f\x8b\x08" + b"\0" * 50,
        b"x",
    ],
)
def test_other_kinds_are_refused_whatever_their_name_and_type_say(content: bytes) -> None:
    """Req 45: the name says .jpg and the browser says image/jpeg."""
    assert refusal(content) == "kind"
