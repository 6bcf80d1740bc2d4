"""Rules of the house that no linter knows."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit
ROOT = Path(__file__).resolve().parents[1]
APPS = ("site", "home", "services", "forms_flow")
EAGER = {"gettext", "ngettext", "pgettext", "npgettext"}
#: Longest file and function that need no reason. A longer one is named here with its reason.
FILE_LINES, FUNCTION_LINES = 250, 40
CONTENT = "site/alhuda/demo/content/"  # texts of the demo, which are as long as they are


def sources(suffix: str) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of the tracked and new files of the apps."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *APPS, "static"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    for name in listed:
        if name.endswith(suffix) and "/migrations/" not in name and (ROOT / name).is_file():
            yield name, (ROOT / name).read_text(encoding="utf-8")


def outside_functions(tree: ast.Module) -> Iterator[ast.AST]:
    stack: list[ast.AST] = list(tree.body)
    while stack:
        node = stack.pop()
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield node
            stack.extend(ast.iter_child_nodes(node))


def gettext_names(tree: ast.Module) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in EAGER
    }


def test_no_text_is_translated_while_a_module_is_imported() -> None:
    found = []
    for name, text in sources(".py"):
        tree = ast.parse(text)
        names = gettext_names(tree)
        found += [
            f"{name}:{node.lineno}"
            for node in outside_functions(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
        ]
    assert found == []


def test_no_formatted_string_goes_into_gettext() -> None:
    found = []
    for name, text in sources(".py"):
        for node in ast.walk(ast.parse(text)):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if called and (node.func.id == "_" or "gettext" in node.func.id):
                found += [f"{name}:{node.lineno}" for part in node.args if isinstance(part, ast.JoinedStr)]
    assert found == []


def test_files_and_functions_stay_small() -> None:
    files = [
        f"{name}: {size} lines"
        for name, text in sources(".py")
        if (size := text.count("\n")) > FILE_LINES and not name.startswith(CONTENT)
    ]
    functions = [
        f"{name}: {node.name} has {size} lines"
        for name, text in sources(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and (size := node.end_lineno - node.lineno + 1) > FUNCTION_LINES
    ]
    assert files + functions == []


@pytest.mark.parametrize(
    ("suffix", "banned"),
    [
        (
            ".html",
            r"\sstyle=|<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)|\son[a-z]+=\"|\|safe\b|autoescape off",
        ),
        (".html", r"https?://(?!schema\.org|www\.w3\.org|wa\.me)"),
        (".py", r"mark_safe\(|\.extra\(|\.raw\("),
        (
            ".css",
            (
                r"(?<![-\w])(margin|padding|border)-(left|right)\b|(?<![-\w])(left|right)\s*:"
                r"|text-align\s*:\s*(left|right)|float\s*:\s*(left|right)|letter-spacing|font-style\s*:\s*italic"
            ),
        ),
    ],
)
def test_nothing_banned_is_written(suffix: str, banned: str) -> None:
    """Req 112, 115: no inline script or style, no foreign host, no unescaped text, no physical direction."""
    found = [
        f"{name}:{number}"
        for name, text in sources(suffix)
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(banned, line)
    ]
    assert found == []


def test_the_verbs_and_what_lies_below_never_see_a_request() -> None:
    below = ("forms_flow/domain/", "forms_flow/notices/", "forms_flow/records/", "forms_flow/vault/")
    banned = re.compile(r"django\.(http|shortcuts|views)|HttpRequest")
    assert [name for name, text in sources(".py") if name.startswith(below) and banned.search(text)] == []


def test_a_view_is_exempt_from_the_token_check_only_to_make_it_itself() -> None:
    """Upload handlers must be set before the body is read, so one wrapper checks the token later, but does check."""
    exempt = {name: text for name, text in sources(".py") if "csrf_exempt" in text}
    assert list(exempt) == ["home/private_pages.py"]
    assert all("csrf_protect(view)" in text for text in exempt.values())


@pytest.mark.parametrize("suffix", [".py", ".html", ".css", ".js", ".po"])
def test_no_source_names_the_machine_it_was_written_on(suffix: str) -> None:
    assert [name for name, text in sources(suffix) if "/work/" in text or "/root/" in text] == []


def test_functions_of_the_apps_say_what_they_return() -> None:
    found = [
        f"{name}:{node.lineno} {node.name}"
        for name, text in sources(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.returns is None
    ]
    assert found == []
