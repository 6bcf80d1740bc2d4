"""The rules that need no decoding, names, and the child's limits."""

import subprocess
import sys
import unicodedata
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_flow.vault.inspect import UploadRefused, child, inspect_upload
from forms_flow.vault.inspect.limits import MAX_BYTES
from forms_flow.vault.inspect.names import MAX_LENGTH, clean_name
from forms_flow.vault.inspect.refusals import MESSAGES
from tests.forms_flow.vault.inspect import corpus

pytestmark = pytest.mark.unit


def test_each_reason_has_words_of_its_own() -> None:
    """Req 44."""
    texts = [str(text) for text in MESSAGES.values()]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("content", "code"), [(b"", "empty"), (b"\xff\xd8\xff" * (3 * 1024 * 1024), "too_big")])
def test_an_empty_and_a_big_file_are_told_apart(content: bytes, code: str) -> None:
    with pytest.raises(UploadRefused) as caught:
        inspect_upload(corpus.a_file(content))
    assert caught.value.code == code


def test_no_file_is_told_so() -> None:
    with pytest.raises(UploadRefused) as caught:
        inspect_upload(None)
    assert caught.value.code == "none"


def test_a_size_that_lies_does_not_fill_the_memory() -> None:
    file = corpus.a_file(b"\xff\xd8\xff" + bytes(MAX_BYTES))
    file.size = 10
    with pytest.raises(UploadRefused) as caught:
        inspect_upload(file)
    assert caught.value.code == "too_big"


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("صورة الهوية.jpg", "jpeg", "صورة الهوية.jpg"),
        ("../../etc/passwd", "pdf", "passwd.pdf"),
        ("C:\\Users\\x\\cv.PDF", "pdf", "cv.pdf"),
        ("cv\u202efdp.exe", "pdf", "cvfdp.pdf"),
        ("a\0b\r\nSet-Cookie: x.png", "png", "abSet-Cookie x.png"),
        ('"><script>.jpg', "jpeg", "script.jpg"),
        ("", "pdf", "document.pdf"),
        (".htaccess", "jpeg", "htaccess.jpg"),
        ("...", "jpeg", "document.jpg"),
        ("photo.heic", "jpeg", "photo.jpg"),
        ("x" * 4000, "jpeg", "x" * 96 + ".jpg"),
        ("e\u0301.png", "png", "é.png"),
    ],
)
def test_a_name_is_kept_only_as_harmless_text(name: str, kind: str, kept: str) -> None:
    assert clean_name(name, kind) == kept


@given(name=st.text())
def test_any_name_becomes_a_short_line_without_path_or_marks(name: str) -> None:
    kept = clean_name(name, "pdf")
    assert len(kept) <= MAX_LENGTH
    assert kept.endswith(".pdf")
    assert [char for char in kept if char in '/\\:*?"<>|' or unicodedata.category(char)[0] == "C"] == []


@pytest.mark.parametrize(
    "code",
    [
        "bytearray(900 * 1024 * 1024)",
        "exec('while True: pass')",
        "import os, tempfile; os.write(tempfile.TemporaryFile().fileno(), b'x')",
        "print('not a report'); sys.exit()",
        "import os; os.kill(os.getpid(), 9)",
    ],
)
def test_a_worker_that_meets_its_limits_could_not_read_the_file(code: str) -> None:
    limited = "import sys; from forms_flow.vault.inspect import worker; worker.CHILD_CPU_SECONDS = 1; worker.limit()"
    report = """print('{"kind": "jpeg", "pages": 1}')"""
    with mock.patch.object(child, "_COMMAND", (sys.executable, "-c", f"{limited}; {code}; {report}")):
        with pytest.raises(UploadRefused) as caught:
            child.run("jpeg", b"x")
        assert caught.value.code == "unreadable"


def test_a_worker_without_end_is_stopped() -> None:
    with (
        mock.patch.object(child, "CHILD_WALL_SECONDS", 0.2),
        mock.patch.object(child, "_COMMAND", (sys.executable, "-c", "import time; time.sleep(60)")),
        pytest.raises(UploadRefused) as caught,
    ):
        child.run("jpeg", b"x")
    assert caught.value.code == "unreadable"


def test_the_worker_sets_up_no_django_and_gets_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for the child")
    seen = {}

    def run(*args: object, **kwargs: object) -> subprocess.CompletedProcess[bytes]:
        seen.update(kwargs)
        return subprocess.CompletedProcess(args, 0, b'{"kind": "jpeg", "pages": 1}\nbytes')

    monkeypatch.setattr(subprocess, "run", run)
    assert child.run("jpeg", b"x") == ("jpeg", 1, b"bytes")
    assert seen["env"] == {"LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
