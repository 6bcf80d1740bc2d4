"""Load the demonstration."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from alhuda.demo import load, stamp, tree
from alhuda.demo.people import committee_members
from alhuda.demo.report import report


class Command(BaseCommand):
    """Load sample content in both languages and a member of the staff for every role; a second run changes nothing."""

    help = "Load sample content in both languages and staff users for every role."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept the form of the report, and loading once more."""
        parser.add_argument("--json", action="store_true", help="Print users, forms, services and policies as JSON.")
        parser.add_argument("--again", action="store_true", help="Load even what is loaded already; edits are lost.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Load what is missing and report."""
        if not settings.DEMO:
            raise CommandError("Sample content is only for a site with DEMO=1; a real site begins with start_site.")
        self._load(again=options["again"])
        if options["json"]:
            self.stdout.write(json.dumps(report(), ensure_ascii=False))
        else:
            self._print(report())

    def _load(self, *, again: bool) -> None:
        site = tree.set_site(tree.arabic_home())
        if stamp.is_current(site) and not again:
            return
        try:
            load.load_all()
        except load.UntranslatedError as error:
            texts = "\n".join(error.args)
            message = f"Without English:\n{texts}"
            raise CommandError(message) from error
        except load.BrokenTreeError as error:
            raise CommandError("The page tree is inconsistent; run `manage.py fixtree`.") from error
        call_command("update_index", verbosity=0)
        stamp.remember(site)

    def _print(self, found: dict[str, list[dict[str, Any]]]) -> None:
        self.stdout.write("Staff (sign in at /staff/):")
        for user in found["users"]:
            self.stdout.write(f"  {user['username']:<24}{user['password']}")
        for username, password in committee_members():
            self.stdout.write(f"  {username:<24}{password}")
        for name in ("forms", "services", "policies"):
            self.stdout.write(f"{name.capitalize()}:")
            for entry in found[name]:
                self.stdout.write(f"  {entry['urls']['ar']:<36}{entry['urls'].get('en', '')}")
