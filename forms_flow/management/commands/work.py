"""The worker: messages, housekeeping and tasks, in one process beside the server."""

import signal
import threading
import time
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from forms_flow.domain import upkeep
from forms_flow.notices.send import deliver_due
from home.changes import round_begun

PAUSE_SECONDS = 1.0
HOUSEKEEPING_SECONDS = 60.0
DATABASE_TASKS = "django_tasks_db.DatabaseBackend"
LOST_AFTER = timedelta(minutes=15)


class Command(BaseCommand):
    """Loop until SIGTERM or Ctrl-C; what was begun is finished first."""

    help = "Send messages, keep house and run tasks until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept --pause."""
        parser.add_argument("--pause", type=float, default=PAUSE_SECONDS, help="Seconds between two rounds.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Run the rounds."""
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        self.stdout.write("The worker is running.")
        next_upkeep = 0.0
        while not stop.is_set():
            close_old_connections()
            round_begun.send(sender=None)
            deliver_due()
            run_tasks()
            if time.monotonic() >= next_upkeep:
                upkeep.run()
                requeue_lost_tasks()
                call_command("publish_scheduled", verbosity=0)
                next_upkeep = time.monotonic() + HOUSEKEEPING_SECONDS
            stop.wait(options["pause"])
        self.stdout.write("The worker has stopped.")


def run_tasks() -> None:
    """Run the queued tasks of Wagtail and ours, when they wait in the database."""
    if settings.TASKS["default"]["BACKEND"] != DATABASE_TASKS or not DBTaskResult.objects.ready().exists():
        return
    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="work",
    ).run()


def requeue_lost_tasks() -> int:
    """Let tasks whose worker was killed run again; the database backend leaves them marked as running for ever."""
    lost = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=timezone.now() - LOST_AFTER)
    return lost.update(status=TaskResultStatus.READY, started_at=None)
