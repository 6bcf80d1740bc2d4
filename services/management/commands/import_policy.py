"""Import a policy from a .txt or .docx file as a draft page."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from services.pages.index import PolicyIndexPage
from services.pages.policy import PolicyPage
from services.policy_import.build import AlreadyImported, create_policy
from services.policy_import.document import PolicyDocument, PolicyImportError
from services.policy_import.parse import parse
from services.policy_import.read import check_size, read


class Command(BaseCommand):
    """`manage.py import_policy FILE --language ar`."""

    help = "Import a policy from a .txt or .docx file as a draft page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file, its language and, if wanted, the list it goes under."""
        parser.add_argument("file", type=Path, help="a .txt or .docx file")
        parser.add_argument(
            "--language", default=settings.LANGUAGE_CODE, choices=[code for code, _name in settings.LANGUAGES]
        )
        parser.add_argument("--parent", type=int, help="number of the list of policies to put it under")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Import, and say what was made and what an editor should look at."""
        language = options["language"]
        with translation.override(language):
            try:
                document, page = self._import(options["file"], language, options["parent"])
            except AlreadyImported as known:
                self.stdout.write(f"{known} (page {known.page.pk})")
                return
            except PolicyImportError as error:
                raise CommandError(str(error)) from error
            self._report(document, page)

    def _import(self, path: Path, language: str, parent: int | None) -> tuple[PolicyDocument, PolicyPage]:
        try:
            check_size(path.stat().st_size)
            data = path.read_bytes()
        except OSError as error:
            raise PolicyImportError(_("The file cannot be opened: %(reason)s.") % {"reason": error.strerror}) from error
        document = parse(read(data, language=language))
        return document, create_policy(
            document, language=language, actor=None, name=path.name, index=_index(parent, language)
        )

    def _report(self, document: PolicyDocument, page: PolicyPage) -> None:
        self.stdout.write(_("Draft made: “%(title)s” (page %(number)s).") % {"title": page.title, "number": page.pk})
        clauses = sum(len(block.items) for section in document.sections for block in section.blocks)
        self.stdout.write(
            _("Sections: %(sections)s. Numbered clauses: %(clauses)s.")
            % {"sections": len(document.sections), "clauses": clauses}
        )
        if not document.approval.is_complete:
            self.stdout.write(_("The approval is not filled in, so the policy is a draft waiting for the board."))
        for note in document.notes:
            self.stdout.write(f"- {note}")


def _index(number: int | None, language: str) -> PolicyIndexPage | None:
    if number is None:
        return None
    index = PolicyIndexPage.objects.filter(pk=number, locale__language_code=language).first()
    if index is None:
        raise PolicyImportError(_("Page %(number)s is no list of policies in this language.") % {"number": number})
    return index
