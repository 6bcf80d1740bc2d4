"""The one stylesheet: colours that can be read, and no side of its own."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings

pytestmark = pytest.mark.unit

STATIC = Path(settings.STATICFILES_DIRS[0])
CSS = (STATIC / "css" / "site.css").read_text(encoding="utf-8")
RULES = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)

READ = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "sand"),
    ("ink", "line"),
    ("ink", "info-soft"),
    ("ink", "brand-soft"),
    ("ink", "danger-soft"),
    ("muted", "paper"),
    ("muted", "card"),
    ("muted", "sand"),
    ("brand", "paper"),
    ("brand", "card"),
    ("brand", "sand"),
    ("on-brand", "brand"),
    ("on-brand", "brand-hover"),
    ("on-soft", "brand-soft"),
    ("on-deep", "deep"),
    ("on-deep", "deep-end"),
    ("on-deep-muted", "deep"),
    ("on-deep-muted", "deep-end"),
    ("gold-text", "sand"),
    ("gold-text", "card"),
    ("danger", "paper"),
    ("danger", "card"),
    ("danger", "danger-soft"),
    ("on-danger", "danger"),
    ("info-text", "info-soft"),
]
SEEN = [
    ("control", "card"),
    ("control", "paper"),
    ("control", "sand"),
    ("brand", "card"),
    ("brand", "line"),
    ("danger", "card"),
    ("gold", "paper"),
    ("gold", "sand"),
    ("info", "info-soft"),
    ("deep-line", "deep"),
    ("focus", "focus-ring"),
    ("focus", "deep"),
]


def tokens(scheme: str) -> dict[str, str]:
    """Return the colour tokens of a scheme; the dark one overrides the light one."""
    blocks = re.findall(r":root\{(.*?)\}", RULES, flags=re.DOTALL)
    found: dict[str, str] = {}
    for block in blocks[: 1 if scheme == "light" else 2]:
        found |= dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6});", block))
    return found


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), READ)
def test_text_can_be_read_on_its_ground(scheme, text, ground) -> None:
    found = tokens(scheme)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("part", "ground"), SEEN)
def test_borders_and_focus_can_be_seen(scheme, part, ground) -> None:
    found = tokens(scheme)
    assert contrast(found[part], found[ground]) >= 3


def test_the_contrast_of_black_and_white_is_twenty_one() -> None:
    assert round(contrast("#000", "#ffffff"), 2) == 21


@pytest.mark.parametrize(
    "banned",
    [
        r"(?<![-\w])(?:margin|padding|border)-(?:left|right|top|bottom)\b",
        r"(?<![-\w])(?:left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)\s*:(?!\s*\d+rem\))",
        r"text-align\s*:\s*(?:left|right|justify)",
        r"float\s*:\s*(?:left|right)",
        r"letter-spacing",
        r"font-style\s*:\s*(?!normal)",
        r"text-transform",
        r"https?://",
        r"@import",
    ],
)
def test_the_stylesheet_has_no_side_and_no_foreign_host(banned) -> None:
    rules = re.sub(r"@media[^{]+", "", RULES).replace('[href^="http"]', "")
    assert re.findall(banned, rules) == []


def test_colours_outside_the_tokens_are_only_white_and_the_hero_ink() -> None:
    body = re.sub(r":root\{.*?\}", "", RULES, flags=re.DOTALL)
    found = {colour for colour in re.findall(r"#[0-9a-f]{3,8}\b", body) if not re.search(r"[^0-9a-f#]", colour)}
    assert found <= {"#fff", "#073f33", "#000", "#333", "#999"}


def test_a_first_visit_stays_small() -> None:
    """Req 128: the budget for the stylesheet, the script and all four fonts."""
    fonts = sum(path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2"))
    script = (STATIC / "js" / "site.js").read_bytes()
    images = sum((STATIC / "img" / name).stat().st_size for name in ("icons.svg", "mark.svg", "rosette.svg"))
    style = len(brotli.compress(CSS.encode()))
    assert style <= 12 * 1024
    assert len(brotli.compress(script)) <= 5 * 1024
    assert fonts + images + len(script) + style <= 110 * 1024


def test_our_own_scripts_stay_small() -> None:
    """Issue 3: all scripts of public pages together, compressed as any server can."""
    assert len(gzip.compress(b"".join(path.read_bytes() for path in sorted((STATIC / "js").glob("*.js"))))) <= 10 * 1024


def test_every_font_that_is_named_exists() -> None:
    names = re.findall(r'url\("\.\./fonts/([^"]+)"\)', CSS)
    assert sorted(names) == sorted(path.name for path in (STATIC / "fonts").glob("*.woff2"))
