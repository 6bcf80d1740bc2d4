"""Collect the texts of the code into locale/ and compile them.

English is the language of the code, so its catalogue repeats each text; Arabic is written by hand. Compiled catalogues
are kept in the repository, so that a fresh clone speaks Arabic without the gettext tools.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

IGNORED = [".venv*", "var/*", "tests/*", "docs/*", "deploy/*"]
SOURCE = "en"


class Command(BaseCommand):
    """Update and compile every catalogue, or with --check only tell whether that is needed."""

    help = "Collect and compile the texts of the code."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Accept --check."""
        parser.add_argument("--check", action="store_true", help="Change nothing; fail when something is missing.")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Do it for every language of the site."""
        paths = [Path(settings.LOCALE_PATHS[0]) / code / "LC_MESSAGES" / "django.po" for code, _ in settings.LANGUAGES]
        before = {path: path.read_bytes() for path in _all(paths) if path.exists()}
        languages = [code for code, _ in settings.LANGUAGES]
        call_command("makemessages", locale=languages, ignore_patterns=IGNORED, add_location="file", verbosity=0)
        faults = [fault for path in paths for fault in _finish(path)]
        if options["check"]:
            changed = [path for path in _all(paths) if before.get(path) != path.read_bytes()]
            faults += [f"{path}: not up to date; run `make messages`" for path in changed]
            for path, content in before.items():
                path.write_bytes(content)
        if faults:
            raise CommandError("\n".join(faults))


def _all(paths: list[Path]) -> list[Path]:
    return [*paths, *(path.with_suffix(".mo") for path in paths)]


def _finish(path: Path) -> list[str]:
    """Tidy and compile one catalogue; return what is missing in it."""
    catalogue = polib.pofile(str(path), wrapwidth=110)
    catalogue.metadata.pop("POT-Creation-Date", None)
    catalogue.metadata.pop("PO-Revision-Date", None)
    catalogue.header = f"Texts of the site in {path.parent.parent.name}."
    catalogue.metadata_is_fuzzy = []
    for entry in catalogue.obsolete_entries():
        catalogue.remove(entry)
    for entry in catalogue:
        _settle(entry, source=path.parent.parent.name == SOURCE)
    catalogue.save()
    path.with_suffix(".mo").write_bytes(catalogue.to_binary())
    return [f"{path}: no translation of “{entry.msgid}”" for entry in catalogue.untranslated_entries()]


def _settle(entry: polib.POEntry, *, source: bool) -> None:
    """Empty a guess that gettext made; repeat the text itself in the language of the code."""
    if entry.fuzzy:
        entry.flags.remove("fuzzy")
        entry.msgstr = ""
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "")
    entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
    if source and entry.msgid_plural:
        entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
    elif source:
        entry.msgstr = entry.msgid
