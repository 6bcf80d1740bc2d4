"""Send the messages that are due."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from forms_flow.notices.send import deliver_due


class Command(BaseCommand):
    """Send everything that is due now; `work` does the same all day."""

    help = "Send the messages that are due."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept --once, the only way this command runs."""
        parser.add_argument("--once", action="store_true", help="Send what is due now, then stop (always so).")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Send until nothing is due."""
        total = 0
        while tried := deliver_due():
            total += tried
        self.stdout.write(f"{total} messages tried.")
