"""House rules of templates."""

import re
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.unit

FOLDER = Path(settings.TEMPLATES[0]["DIRS"][0])
TEMPLATES = sorted(FOLDER.rglob("*.html"))
BANNED = re.compile(r"\sstyle=|<script(?![^>]*\bsrc=)|\son[a-z]+=\"|\|safe\b|autoescape off|<em\b|<i\b")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_template_has_no_inline_style_script_or_token(path) -> None:
    found = BANNED.findall(path.read_text(encoding="utf-8"))
    if path.parent.name != "second_factor":  # a step of the staff's login, never kept by any cache
        found += re.findall("csrf_token", path.read_text(encoding="utf-8"))
    assert found == []


@pytest.mark.parametrize("path", sorted((FOLDER / "components").glob("*.html")), ids=lambda path: path.name)
def test_a_component_says_which_variables_it_takes(path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(r"{% comment %}.*(?:Variables|No variables)", text, re.DOTALL)


def test_every_icon_that_is_named_exists() -> None:
    sprite = (Path(settings.STATICFILES_DIRS[0]) / "img" / "icons.svg").read_text(encoding="utf-8")
    named = {name for path in TEMPLATES for name in re.findall(r'{% icon "(\w+)" %}', path.read_text(encoding="utf-8"))}
    assert named - set(re.findall(r'id="(\w+)"', sprite)) == set()
