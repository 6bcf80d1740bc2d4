"""Check every hash chain of the history and the daily seals."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from forms_flow.records import history


class Command(BaseCommand):
    """Name every row that was tampered with; exit with an error when there is one."""

    help = "Verify the hash chains of the history and the daily seals."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Verify all of it."""
        faults = [f"{event.application_id} event {event.seq}: {what}" for event, what in history.broken_events()]
        faults += [f"seal of {head.day}" for head in history.broken_seals()]
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            message = f"The history is broken in {len(faults)} places."
            raise CommandError(message)
        self.stdout.write(f"{history.Event.objects.count()} events hold.")
