"""The running site that the browser visits: its own database and folders, server, worker and mail server."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


class Mailbox(Message):
    """A real SMTP server that keeps what it is given."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.messages: list[EmailMessage] = []

    def handle_message(self, message: Any) -> None:
        """Keep the message."""
        self.messages.append(message)


@dataclass(frozen=True, kw_only=True)
class RunningSite:
    """Where the site answers, who works there, and what it has sent."""

    origin: str
    users: dict[str, dict[str, str]]
    demo: dict[str, Any]
    mailbox: Mailbox
    environment: dict[str, str]

    def codes(self) -> list[str]:
        """Return the one-time codes that went out by text message, the newest last."""
        return re.findall(r"^@\S+ #([0-9]{5})$", self._texts(), re.MULTILINE)

    def texted(self) -> list[str]:
        """Return the mobiles that text messages went to, one for each message."""
        return re.findall(r"^\+[0-9]+$", self._texts(), re.MULTILINE)

    def _texts(self) -> str:
        file = Path(self.environment["SMS_BACKEND"].removeprefix("file:"), "messages.txt")
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def manage(self, *words: str) -> str:
        """Run a management command beside the running site."""
        return _manage(self.environment, *words)


@contextmanager
def running_site(folder: Path) -> Iterator[RunningSite]:
    """Load the demo into `folder`, serve it, and stop server and worker by their own process numbers at the end."""
    mailbox = Mailbox()
    smtp = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    smtp.start()
    port = free_port()
    environment = _environment(folder, port, smtp.port)
    _manage(environment, "migrate", "--verbosity", "0")
    demo = json.loads(_manage(environment, "demo", "--json"))
    server = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--host", "127.0.0.1"]
    server += ["--port", str(port), "--blocking-threads", "4", "--no-ws", "alhuda.wsgi:application"]
    log = (folder / "server.log").open("wb")
    processes = [
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        for command in (server, [sys.executable, "manage.py", "work", "--pause", "0.2"])
    ]
    try:
        _wait_until_ready(environment["SITE_ORIGIN"])
        yield RunningSite(
            origin=environment["SITE_ORIGIN"],
            users={user["role"]: user for user in demo["users"]},
            demo=demo,
            mailbox=mailbox,
            environment=environment,
        )
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(timeout=20)
        log.close()
        smtp.stop()


def _environment(folder: Path, port: int, smtp_port: int) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", str(folder)),
        "DJANGO_SETTINGS_MODULE": "alhuda.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "PRIVATE_ROOT": str(folder / "private"),
        "MEDIA_ROOT": str(folder / "media"),
        "PAGE_CACHE_ROOT": str(folder / "pages"),
        "EMAIL_URL": f"smtp://127.0.0.1:{smtp_port}",
        "SMS_BACKEND": f"file:{folder / 'sms'}",
        "SITE_ORIGIN": f"http://127.0.0.1:{port}",
        "THROTTLE": "off",
        "DEMO": "1",
    }


def _manage(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _wait_until_ready(origin: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{origin}/healthz/ready", timeout=5):  # noqa: S310 - our own loopback server
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
    message = "The site did not become ready."
    raise TimeoutError(message)
