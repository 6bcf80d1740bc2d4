"""Begin a real site."""

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from alhuda.demo.founding import found_site
from alhuda.demo.words import Both

#: Option, setting, question.
DETAILS = (
    ("name_ar", "brand_name_ar", "Name of the association in Arabic"),
    ("name_en", "brand_name_en", "Name in English"),
    ("registration_ar", "registration_ar", "Registration line in Arabic, with the number"),
    ("registration_en", "registration_en", "Registration line in English"),
    ("telephone", "telephone", "Telephone"),
    ("urgent_telephone", "urgent_telephone", "Urgent telephone (may be empty)"),
    ("email", "email", "E-mail"),
)
DEPARTMENT = "key=name in Arabic=name in English"
PARTS = 3


class Command(BaseCommand):
    """Make groups, departments and the first pages of a real site: no samples, and no users.

    It asks for what the options leave out. What is there already is left alone, so it may be run again.
    """

    help = "Begin a real site: name, contact, departments, groups and the first pages, without samples or users."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept every answer as an option."""
        for option, _setting, question in DETAILS:
            parser.add_argument(f"--{option.replace('_', '-')}", help=question)
        parser.add_argument(
            "--department",
            action="append",
            metavar=DEPARTMENT,
            help="A department; may be given several times. The first receives new applications.",
        )
        parser.add_argument("--no-input", action="store_true", help="Ask nothing.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Ask, then make what is missing."""
        ask = not options["no_input"]
        details = {setting: self._answer(options[option], question, ask=ask) for option, setting, question in DETAILS}
        if not details["brand_name_ar"]:
            raise CommandError("Give the name of the association in Arabic: --name-ar.")
        lines = options["department"] or (self._ask_departments() if ask else [])
        # An answer left empty keeps what the site has.
        found_site(details={name: text for name, text in details.items() if text}, departments=_departments(lines))
        self.stdout.write("The site is begun. Next: manage.py createsuperuser, then fill in the pages at /staff/.")

    def _answer(self, given: str | None, question: str, *, ask: bool) -> str:
        return (input(f"{question}: ") if given is None and ask else given or "").strip()

    def _ask_departments(self) -> list[str]:
        self.stdout.write(f"Departments, one a line as {DEPARTMENT}; an empty line ends the list.")
        return list(iter(lambda: input("Department: ").strip(), ""))


def _departments(lines: list[str]) -> Mapping[str, Both]:
    found = {}
    for line in lines:
        parts = [part.strip() for part in line.split("=")]
        if len(parts) != PARTS or not all(parts):
            message = f"Write a department as {DEPARTMENT}."
            raise CommandError(message)
        found[parts[0]] = Both(*parts[1:])
    return found
