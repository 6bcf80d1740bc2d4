"""A worker that is killed while it sends: the message goes out again, under the same Message-ID."""

import asyncio
import base64
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.conf import settings
from django.db import connection
from django.utils import timezone

from forms_flow.enums import NoticeState
from forms_flow.records.notices import Notice
from tests.forms_flow.notices.test_outbox import with_email
from tests.ports import free_port

pytestmark = [pytest.mark.integration, pytest.mark.django_db(transaction=True)]
ROOT = Path(__file__).resolve().parents[3]


class SlowOnce:
    """A mail server that takes the first message and never answers, and takes the others at once."""

    def __init__(self) -> None:
        """Begin without messages."""
        self.ids: list[str] = []
        self.reached = threading.Event()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Remember the message; the first one hangs."""
        self.ids.append(message_from_bytes(envelope.content)["Message-ID"])
        if len(self.ids) == 1:
            self.reached.set()
            await asyncio.sleep(60)
        return "250 OK"


@pytest.fixture
def gateway() -> Iterator[tuple[SlowOnce, int]]:
    handler = SlowOnce()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield handler, controller.port
    controller.stop()


def environment(smtp_port: int) -> dict[str, str]:
    """Return the environment of a worker on this test's own database."""
    database = connection.settings_dict
    url = f"sqlite:///{database['NAME']}"
    if connection.vendor == "postgresql":
        url = f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
    keys = {
        name: ",".join(f"{kid}:{base64.b64encode(key).decode()}" for kid, key in getattr(settings, name).items())
        for name in ("FIELD_KEYS", "INDEX_KEYS")
    }
    return {
        **keys,
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "alhuda.settings.dev",
        "SECRET_KEY": settings.SECRET_KEY,
        "DATABASE_URL": url,
        "PRIVATE_ROOT": str(settings.PRIVATE_ROOT),
        "SMS_BACKEND": settings.SMS_BACKEND,
        "EMAIL_URL": f"smtp://127.0.0.1:{smtp_port}",
    }


def test_a_message_of_a_killed_worker_goes_out_again(gateway: tuple[SlowOnce, int]) -> None:
    """Security rows 4 and 5."""
    server, port = gateway
    with_email()
    worker = subprocess.Popen([sys.executable, "manage.py", "work"], cwd=ROOT, env=environment(port))
    try:
        assert server.reached.wait(timeout=60)
    finally:
        worker.kill()
        worker.wait()
    held = Notice.objects.get(medium="email")
    assert (held.state, held.attempts, held.locked_until > timezone.now()) == (NoticeState.WAITING, 1, True)

    Notice.objects.update(locked_until=timezone.now() - timedelta(seconds=1))  # the lease has run out
    command = [sys.executable, "manage.py", "deliver_notices", "--once"]
    subprocess.run(command, cwd=ROOT, env=environment(port), check=True, capture_output=True)
    assert {notice.state for notice in Notice.objects.all()} == {NoticeState.SENT}
    assert (len(server.ids), set(server.ids)) == (2, {held.message_id})
