"""A policy of the association."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from home import made_from
from home.base import BasePage, stream_text
from home.contracts import CardFacts, CardKind
from home.fields import LooseStreamField
from services import related
from services.blocks import PolicyBodyBlock
from services.cards import policy_card
from services.enums import PolicyStatus
from services.outline import Section, outline
from services.pages.panels import policy_panels
from services.pages.publishing import PublishCheckedPage

SYNCHRONISED = [
    "number",
    "version",
    "status",
    "meeting_number",
    "meeting_date",
    "effective_date",
    "supersedes",
    "registration_number",
    "letter_number",
    "letter_date",
    "next_review_on",
    "is_bylaws",
    "import_notes",
]
APPROVED_NEEDS = ("approving_body", "meeting_number", "meeting_date")


class PolicyPage(PublishCheckedPage):
    """A policy: its text as approved, and who approved it when (req 88)."""

    number = models.CharField(_("policy number"), max_length=40, blank=True)
    version = models.CharField(_("version"), max_length=20, blank=True, default="1")
    status = models.CharField(_("status"), max_length=12, choices=PolicyStatus.choices, default=PolicyStatus.DRAFT)
    approving_body = models.CharField(_("approving body"), max_length=160, blank=True)
    meeting_number = models.CharField(_("meeting number"), max_length=40, blank=True)
    meeting_date = models.DateField(_("meeting date"), null=True, blank=True)
    effective_date = models.DateField(
        _("in force from"), null=True, blank=True, help_text=_("Left empty, the day of the meeting.")
    )
    supersedes = models.ForeignKey(
        "self",
        verbose_name=_("replaces"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replaced_by",
    )
    is_bylaws = models.BooleanField(
        _("bylaws of the association"), default=False, help_text=_("Ticked, it stands beside every case in the inbox.")
    )
    keeper = models.CharField(_("owner of the policy"), max_length=120, blank=True)
    next_review_on = models.DateField(_("next review"), null=True, blank=True)
    title_organisation = models.CharField(
        _("name after the title"), max_length=200, blank=True, help_text=_("Shown below the title.")
    )
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    registration_note = models.CharField(_("registered with"), max_length=200, blank=True)
    registration_number = models.CharField(_("registration number"), max_length=40, blank=True)
    letter_number = models.CharField(_("letter number"), max_length=60, blank=True)
    letter_date = models.CharField(_("letter date"), max_length=60, blank=True)
    body = LooseStreamField(PolicyBodyBlock(), verbose_name=_("text"), blank=True)
    import_notes = models.TextField(
        _("notes from the import"), blank=True, help_text=_("For editors only. The text itself was not changed.")
    )
    source_digest = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    card_kind: ClassVar[CardKind] = CardKind.POLICY
    card_fields: ClassVar[tuple[str, ...]] = ("status",)
    parent_page_types: ClassVar[list[str]] = ["services.PolicyIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "services/policy_page.html"
    content_panels = [*Page.content_panels, *policy_panels()]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in SYNCHRONISED),
    ]
    required_to_publish = ("body",)

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")

    def publishing_errors(self) -> dict[str, list[Any]]:
        """Add that an approved policy says who approved it, in which meeting and when."""
        errors = super().publishing_errors()
        if self.status == PolicyStatus.APPROVED:
            empty = [name for name in APPROVED_NEEDS if not str(getattr(self, name) or "").strip()]
            errors |= {name: [_("Fill this in before marking the policy as approved.")] for name in empty}
        return errors

    @property
    def in_force_from(self) -> date | None:
        """The day from which it counts: the stated one, else the day of the approval."""
        return self.effective_date or self.meeting_date

    @property
    def outline(self) -> list[Section]:
        """The text by section, with the anchors of its clauses."""
        return outline(self.body)

    def search_parts(self) -> Sequence[str]:
        """Add the text of the policy."""
        return [*super().search_parts(), *stream_text(self.body)]

    @classmethod
    def cards_of(cls, pages: Iterable[Self]) -> list[CardFacts]:
        """Return the policies as lists show them."""
        return [policy_card(page) for page in pages]

    def shown_by(self) -> list[str]:
        """Return what shows this policy besides its own page and lists: the one that it replaces."""
        return [made_from.a_page(self.supersedes.translation_key)] if self.supersedes else []

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the page says around the text."""
        context = super().get_context(request, *args, **kwargs)
        successor = related.successor_of(self)
        context |= {
            "outline": self.outline,
            "successor": successor,
            "is_superseded": bool(successor) or self.status == PolicyStatus.SUPERSEDED,
            "is_approved": self.status == PolicyStatus.APPROVED and not successor,
            "services": related.services_of(self),
            "arabic_prevails": self.locale.language_code != settings.LANGUAGE_CODE,
            "show_draft_notice": self.status == PolicyStatus.DRAFT and _is_staff(request),
        }
        return context


def _is_staff(request: HttpRequest) -> bool:
    """Return whether a member of staff reads, without touching the session of anybody else.

    Reading ``request.user`` alone would add ``Vary: Cookie`` to the public page and spoil its caching.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not hasattr(request, "user"):
        return False
    return request.user.has_perm("wagtailadmin.access_admin")
