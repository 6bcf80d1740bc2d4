"""Make many made-up applications, to measure with."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from forms_flow.records.versions import FormVersion
from forms_flow.sample.applications import make


class Command(BaseCommand):
    """Write N made-up applications to the newest assistance form; they are marked as practice."""

    help = "Write N made-up applications, marked as practice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept the number."""
        parser.add_argument("count", type=int)
        parser.add_argument("--seed", type=int, default=1, help="The same seed makes the same answers.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Write them batch by batch."""
        if not settings.DEMO:
            raise CommandError("Made-up applications are only for a site with DEMO=1.")
        version = FormVersion.objects.filter(track="assistance", closed_at=None).order_by("-created_at").first()
        if version is None:
            raise CommandError("There is no open assistance form; run `manage.py demo` first.")
        done = 0
        for done in make(options["count"], version=version, seed=options["seed"]):
            if options["verbosity"] > 1:
                self.stdout.write(f"{done} ...")
        self.stdout.write(f"{done} applications made.")
