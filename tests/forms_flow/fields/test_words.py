"""The words of the fields: none that blames or begs."""

import ast
import re
from pathlib import Path

import pytest

import forms_flow

pytestmark = pytest.mark.unit

ROOT = Path(forms_flow.__file__).parent
SOURCES = [*ROOT.glob("fields/*.py"), *ROOT.glob("vault/inspect/*.py")]
TEMPLATES = [*ROOT.glob("templates/forms_flow/fields/*.html")]
BANNED = re.compile(
    r"\b(invalid|please|required|sorry|oops)\b|غير صالح|خطأ في الإدخال|هذا الحقل مطلوب|عذرًا|يرجى", re.IGNORECASE
)
CALLS = {"_", "gettext_lazy", "ngettext", "pgettext", "pgettext_lazy"}


def messages_of(path: Path) -> list[str]:
    if path.suffix == ".html":
        return re.findall(r'{% translate "([^"]+)"', path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    found = [call.args for call in calls if isinstance(call.func, ast.Name) and call.func.id in CALLS]
    return [
        item.value for args in found for item in args if isinstance(item, ast.Constant) and isinstance(item.value, str)
    ]


def test_no_message_blames_or_begs() -> None:
    """Req 36."""
    texts = [text for path in (*SOURCES, *TEMPLATES) for text in messages_of(path)]
    assert len(texts) > 90
    assert [text for text in texts if BANNED.search(text)] == []
