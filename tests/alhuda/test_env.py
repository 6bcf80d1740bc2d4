"""The environment, typed and documented."""

import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from alhuda import env

pytestmark = pytest.mark.unit
ROOT = Path(__file__).resolve().parents[2]
KEY = base64.b64encode(b"k" * 32).decode()
GIVEN = {
    "SECRET_KEY": "s" * 60,
    "FIELD_KEYS": f"a:{KEY}",
    "INDEX_KEYS": f"a:{KEY}",
    "SITE_ORIGIN": "https://alhuda.example",
    "ALLOWED_HOSTS": "alhuda.example, www.alhuda.example",
    "EMAIL_URL": "smtp+tls://mail.alhuda.example:587",
}


def read(**changes: str) -> env.Environment:
    return env.read({**GIVEN, **changes}, var=Path("/var"))


def test_the_example_documents_exactly_the_variables_that_are_read() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    documented = [match[1] for line in lines if (match := re.match(r"([A-Z_]+)=", line))]
    assert sorted(documented) == sorted(env.variable_names())


def test_defaults_lie_under_var() -> None:
    found = read()
    assert found.database_url == "sqlite:////var/db.sqlite3"
    assert found.private_root == Path("/var/private")
    assert found.allowed_hosts == ["alhuda.example", "www.alhuda.example"]
    assert (found.demo, found.throttle, found.trusted_proxies) == (False, True, 0)


@pytest.mark.parametrize("name", [name for name in GIVEN if name != "EMAIL_URL"])
def test_a_missing_secret_is_named(name: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=name):
        read(**{name: ""})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("FIELD_KEYS", "a:short"),
        ("FIELD_KEYS", f"a:{KEY},a:{KEY}"),
        ("INDEX_KEYS", KEY),
        ("SITE_ORIGIN", "alhuda.example"),
        ("SITE_ORIGIN", "https://alhuda.example/path"),
        ("TASKS_BACKEND", "celery"),
        ("SMS_BACKEND", "http:gateway"),
        ("TRUSTED_PROXIES", "-1"),
        ("TRUSTED_PROXIES", "١"),
    ],
)
def test_a_malformed_value_is_named_and_not_repeated(name: str, text: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=name) as caught:
        read(**{name: text})
    assert KEY not in str(caught.value)


def test_sqlite_is_durable_and_takes_its_lock_at_once() -> None:
    options = env.database("sqlite:////tmp/x.sqlite3")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in options["init_command"]
    assert "journal_mode=WAL" in options["init_command"]


def test_the_repr_shows_no_key() -> None:
    assert "kkkk" not in repr(read())


@pytest.mark.parametrize("missing", [name for name in GIVEN if name != "EMAIL_URL"])
def test_production_refuses_to_start_without_its_secrets(missing: str) -> None:
    environment = {"PATH": os.environ["PATH"], **GIVEN, "DJANGO_SETTINGS_MODULE": "alhuda.settings.production"}
    del environment[missing]
    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert missing in done.stderr


@pytest.mark.parametrize(
    "switch",
    [{"DEMO": "1"}, {"THROTTLE": "off"}, {"SITE_ORIGIN": "http://alhuda.example"}],
)
def test_production_refuses_unsafe_switches(switch: dict[str, str]) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        **GIVEN,
        **switch,
        "DJANGO_SETTINGS_MODULE": "alhuda.settings.production",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert next(iter(switch)) in done.stderr


def test_no_secret_and_no_password_is_in_the_repr() -> None:
    urls = dict.fromkeys(("DATABASE_URL", "CACHE_URL", "EMAIL_URL"), "x://user:hidden-word@host/1")
    shown = repr(read(SECRET_KEY="hidden-word" * 6, **urls))
    assert "hidden-word" not in shown
    assert "kkkk" not in shown
