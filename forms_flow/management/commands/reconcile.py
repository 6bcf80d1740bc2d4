"""Check every promise that the data makes."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from forms_flow.domain import reconcile


class Command(BaseCommand):
    """Run all invariants; exit with an error when one fails."""

    help = "Check all invariants of the stored data."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept --json."""
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Print each check with what breaks it."""
        results = reconcile.run()
        if options["json"]:
            checks = {name: {"ok": not faults, "faults": faults} for name, faults in results.items()}
            self.stdout.write(json.dumps({"ok": not any(results.values()), "checks": checks}, ensure_ascii=False))
        else:
            for name, faults in results.items():
                self.stdout.write(f"{'ok  ' if not faults else 'FAIL'} {name}")
                for fault in faults:
                    self.stdout.write(f"     {fault}")
        if any(results.values()):
            message = "Some invariants do not hold."
            raise CommandError(message)
