"""Do what has to happen by itself: expired drafts, orphan files, lapsed applications, the daily seal."""

from typing import Any

from django.core.management.base import BaseCommand

from forms_flow.domain import upkeep


class Command(BaseCommand):
    """Run all housekeeping once; `work` does it every minute."""

    help = "Destroy what has expired, close what has lapsed, seal the day before."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Run and say how much there was."""
        for name, count in upkeep.run().items():
            self.stdout.write(f"{name}: {count}")
