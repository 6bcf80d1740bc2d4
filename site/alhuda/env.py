"""The environment, read once and typed.

Every variable that the product reads is a field of :class:`Environment`; nothing else in the code looks at
``os.environ``. ``.env.example`` documents each of them and a test holds the two together.
"""

import base64
import binascii
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32
TASKS_BACKENDS = frozenset({"database", "rq", "immediate"})


@dataclass(frozen=True, kw_only=True)
class Environment:
    """The settings an administrator may give; names are the variables' own, in lower case."""

    secret_key: str = field(repr=False)
    field_keys: Mapping[str, bytes] = field(repr=False)
    index_keys: Mapping[str, bytes] = field(repr=False)
    site_origin: str
    allowed_hosts: list[str]
    database_url: str = field(repr=False)
    cache_url: str = field(repr=False)
    email_url: str = field(repr=False)
    tasks_backend: str
    sms_backend: str
    clamd_url: str
    private_root: Path
    media_root: Path
    page_cache_root: Path
    trusted_proxies: int
    demo: bool
    throttle: bool


def variable_names() -> list[str]:
    """Return the name of every variable, in the order they are documented."""
    return [item.name.upper() for item in fields(Environment)]


def parse_keyring(name: str, text: str) -> dict[str, bytes]:
    """Read ``kid:base64,kid:base64``; the first key is the current one.

    Raises ImproperlyConfigured, without repeating the text, when a key is malformed, not 256 bits, or named twice.
    """
    keys: dict[str, bytes] = {}
    for entry in filter(None, (part.strip() for part in text.split(","))):
        kid, _, encoded = entry.partition(":")
        try:
            secret = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            secret = b""
        if not kid.isalnum() or len(secret) != KEY_BYTES or kid in keys:
            message = f"{name}: each key is a plain name, a colon and 32 bytes in base64, and no name comes twice."
            raise ImproperlyConfigured(message)
        keys[kid] = secret
    if not keys:
        message = f"{name} is missing: give at least one key as name:base64."
        raise ImproperlyConfigured(message)
    return keys


def read(source: Mapping[str, str], *, var: Path, defaults: Mapping[str, str] | None = None) -> Environment:
    """Read the environment from `source`; what it leaves out comes from `defaults`.

    `var` is the folder for everything written at run time. Raises ImproperlyConfigured naming the variable at fault.
    """
    values = {**(defaults or {}), **{name: text for name, text in source.items() if text}}

    def required(name: str) -> str:
        if not values.get(name):
            message = f"{name} is missing from the environment."
            raise ImproperlyConfigured(message)
        return values[name]

    return Environment(
        secret_key=required("SECRET_KEY"),
        field_keys=parse_keyring("FIELD_KEYS", required("FIELD_KEYS")),
        index_keys=parse_keyring("INDEX_KEYS", required("INDEX_KEYS")),
        site_origin=_origin(required("SITE_ORIGIN")),
        allowed_hosts=[host.strip() for host in required("ALLOWED_HOSTS").split(",") if host.strip()],
        database_url=values.get("DATABASE_URL") or f"sqlite:///{var / 'db.sqlite3'}",
        cache_url=values.get("CACHE_URL") or "locmemcache://",
        email_url=values.get("EMAIL_URL") or f"filemail:///{var / 'mail'}",
        tasks_backend=_one_of("TASKS_BACKEND", values.get("TASKS_BACKEND") or "database", TASKS_BACKENDS),
        sms_backend=_sms(values.get("SMS_BACKEND", "")),
        clamd_url=values.get("CLAMD_URL", ""),
        private_root=Path(values.get("PRIVATE_ROOT") or var / "private"),
        media_root=Path(values.get("MEDIA_ROOT") or var / "media"),
        page_cache_root=Path(values.get("PAGE_CACHE_ROOT") or var / "pages"),
        trusted_proxies=_whole("TRUSTED_PROXIES", values.get("TRUSTED_PROXIES") or "0"),
        demo=values.get("DEMO") == "1",
        throttle=values.get("THROTTLE") != "off",
    )


def database(url: str) -> dict[str, object]:
    """Return Django's DATABASES entry; SQLite gets the settings that make an acknowledged write durable."""
    config = environ.Env.db_url_config(url)
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        }
    else:
        config["CONN_HEALTH_CHECKS"] = True
    config["CONN_MAX_AGE"] = 60  # opening one costs more than all that a page asks
    return dict(config)


def cache(url: str) -> dict[str, object]:
    """Return Django's CACHES entry."""
    return dict(environ.Env.cache_url_config(url))


def email(url: str) -> dict[str, object]:
    """Return Django's EMAIL_* settings; every connection gives up after ten seconds."""
    return {"EMAIL_TIMEOUT": 10, **environ.Env.email_url_config(url)}


def _origin(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path.strip("/") or parts.query:
        message = "SITE_ORIGIN is the scheme and host alone, for example https://alhuda.example."
        raise ImproperlyConfigured(message)
    return f"{parts.scheme}://{parts.netloc}"


def _one_of(name: str, text: str, allowed: Collection[str]) -> str:
    if text not in allowed:
        message = f"{name} is one of {', '.join(sorted(allowed))}."
        raise ImproperlyConfigured(message)
    return text


def _sms(text: str) -> str:
    if text and not text.startswith("file:"):
        message = "SMS_BACKEND is empty (no text messages) or file:FOLDER; a gateway over http is not available yet."
        raise ImproperlyConfigured(message)
    return text


def _whole(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        message = f"{name} is a whole number."
        raise ImproperlyConfigured(message)
    return int(text)
