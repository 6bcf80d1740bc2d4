"""Forget every kept page, after something changed that the site cannot notice by itself."""

from typing import Any

from django.core.management.base import BaseCommand

from home import changes


class Command(BaseCommand):
    """Begin a new epoch, here and on every other host."""

    help = "Forget every kept page; each is made anew when somebody asks for it."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Begin it."""
        changes.everything()
        self.stdout.write("Every page is made anew.")
