"""A parsed policy to a draft page, all of it or nothing."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from services.enums import PolicyStatus
from services.pages.index import PolicyIndexPage
from services.pages.policy import PolicyPage
from services.policy_import.document import PolicyDocument, PolicyImportError

_LANGUAGE_ENDING = re.compile(r"\.[a-z]{2}$")


class AlreadyImported(PolicyImportError):  # noqa: N818 - not an error of the file; the command treats it as done
    """The same words are in the site already."""

    def __init__(self, page: PolicyPage) -> None:
        """Remember the page that has them."""
        self.page = page
        super().__init__(
            _("This text was imported before, as “%(title)s”. Nothing was changed.") % {"title": page.title}
        )


@transaction.atomic
def create_policy(
    document: PolicyDocument, *, language: str, actor: AbstractBaseUser | None, name: str, index: Page | None = None
) -> PolicyPage:
    """Create the draft below `index`, or below the list of policies of `language`.

    The list is made when the language has none. The draft is never live; an approval that the source states in full
    sets the status, and publishing stays the editor's act. Raises AlreadyImported when a page has the same words.
    """
    known = PolicyPage.objects.filter(source_digest=document.digest, locale__language_code=language).first()
    if known:
        raise AlreadyImported(known)
    parent = index or find_index(language) or _create_index(language, actor)
    page = draft_of(document, language=language, name=name)
    page.owner = actor
    page.slug = _free_slug(parent, name=name, document=document)
    parent.add_child(instance=page)
    page.save_revision(user=actor)
    return page


def draft_of(document: PolicyDocument, *, language: str, name: str) -> PolicyPage:
    """Return the page that would be created, unsaved, for a preview."""
    with translation.override(language):
        return _page(document, name=name)


def find_index(language: str) -> PolicyIndexPage | None:
    """Return the list of policies of a language, if it has one."""
    home = home_of(language)
    return PolicyIndexPage.objects.descendant_of(home).first() if home else None


def home_of(language: str) -> Page | None:
    """Return the home page of a language."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return None
    family = site.root_page.get_translations(inclusive=True)
    return family.filter(locale__language_code=language).first()


def _create_index(language: str, actor: AbstractBaseUser | None) -> PolicyIndexPage:
    home = home_of(language)
    if home is None:
        raise PolicyImportError(_("The site has no home page in this language yet. Create it first."))
    with translation.override(language):
        index = PolicyIndexPage(title=_("Policies"), slug="policies", live=False)
    home.add_child(instance=index)
    index.save_revision(user=actor).publish(user=actor, skip_permission_checks=True)
    return index


def _page(document: PolicyDocument, *, name: str) -> PolicyPage:
    approval, letterhead = document.approval, document.letterhead
    return PolicyPage(
        title=document.title or PurePath(name).stem or _("Policy"),
        live=False,
        status=PolicyStatus.APPROVED if approval.is_complete else PolicyStatus.DRAFT,
        approving_body=approval.body,
        meeting_number=approval.meeting_number,
        meeting_date=approval.meeting_date,
        title_organisation=document.organisation,
        organisation=letterhead.organisation or document.organisation,
        registration_note=letterhead.registration_note,
        registration_number=letterhead.registration_number,
        letter_number=letterhead.number,
        letter_date=letterhead.date,
        body=list(_blocks(document)),
        import_notes="\n".join(str(note) for note in document.notes),
        source_digest=document.digest,
    )


def _blocks(document: PolicyDocument) -> Iterator[tuple[str, Any]]:
    for section in document.sections:
        if section.title:
            yield "heading", section.title
        for block in section.blocks:
            if block.items:
                yield "clauses", [{"marker": item.marker, "text": item.text} for item in block.items]
            else:
                yield "paragraph", block.paragraph


def _free_slug(parent: Page, *, name: str, document: PolicyDocument) -> str:
    """Return an ASCII slug: from the file's name, which both languages can share, else from the words."""
    stem = slugify(_LANGUAGE_ENDING.sub("", PurePath(name).stem)) or f"policy-{document.digest[:8]}"
    taken = set(parent.get_children().values_list("slug", flat=True))
    return stem if stem not in taken else f"{stem}-{document.digest[:8]}"
