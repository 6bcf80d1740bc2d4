"""The house stands as ARCHITECTURE says."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit
ROOT = Path(__file__).resolve().parents[1]
TOP = frozenset(
    """
    site home services forms_flow locale static tests manage.py pyproject.toml README.md docs deploy Makefile
    requirements.txt requirements-dev.txt requirements-django61.txt LICENSE CHANGELOG.md CONTRIBUTING.md .ci .github
    .gitignore .editorconfig .env.example .pre-commit-config.yaml Dockerfile compose.yaml
    """.split()  # noqa: SIM905 - one name after another reads best
)


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607 - git of the developer
    return listed.stdout.splitlines()


def test_the_top_level_holds_these_entries_and_no_others() -> None:
    assert {name.split("/", 1)[0] for name in tracked()} - TOP == set()


def test_the_plain_folders_are_no_packages() -> None:
    assert [name for name in ("site", "locale", "static") if (ROOT / name / "__init__.py").exists()] == []


def test_site_and_locale_are_still_the_standard_librarys() -> None:
    code = "import site, locale; print(site.__file__, locale.__file__)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert str(ROOT / "site") not in shown
    assert str(ROOT / "locale") not in shown


def test_compiled_catalogues_and_the_site_folder_are_kept_by_git() -> None:
    names = tracked()
    assert "locale/ar/LC_MESSAGES/django.mo" in names
    assert "site/alhuda/wsgi.py" in names


def test_no_file_names_a_package_index() -> None:
    pins = [path for path in ROOT.glob("requirements*.txt") if "://" in path.read_text(encoding="utf-8")]
    assert pins == []


def test_business_logic_is_never_called_services() -> None:
    assert [name for name in tracked() if name.endswith("/services.py")] == []
