"""The page of a form: its start, and everything an editor says about it."""

from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision
from wagtail_localize.fields import SynchronizedField

from forms_flow.definition import SOURCE_LANGUAGE
from forms_flow.enums import Track
from forms_flow.pages import order, preview, start
from forms_flow.pages.blocks import StepsBlock
from forms_flow.pages.editing import FormPageForm
from forms_flow.pages.fields import ServiceKeysField
from forms_flow.pages.panels import form_panels
from home import made_from
from home.base import BasePage
from home.fields import LooseStreamField

SYNCHRONISED = (
    "track",
    "services",
    "minutes",
    "two_people",
    "retention_months",
    "department_key",
    "one_open",
    "opens_on",
    "closes_on",
    "capacity",
)


class FormPage(BasePage):
    """A form of several steps. The page is only the start of the journey: steps have addresses of their own.

    Publishing it makes a numbered version of the form once every language is complete; see `publishing`.
    """

    track = models.CharField(_("kind of form"), max_length=20, choices=Track.choices, default=Track.ASSISTANCE)
    services = ServiceKeysField(
        _("services"), blank=True, help_text=_("The services that are asked for with this form.")
    )
    intro = models.TextField(_("introduction"), max_length=400, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes it takes"), default=10, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )
    steps = LooseStreamField(StepsBlock(), verbose_name=_("steps of the form"), blank=True)
    privacy_text = models.TextField(
        _("privacy notice"),
        blank=True,
        help_text=_("What is done with the answers, who sees them and how long they are kept."),
    )
    declaration_text = models.TextField(
        _("declaration"), blank=True, help_text=_("What the applicant declares before sending.")
    )
    next_steps_text = models.TextField(_("what happens next"), blank=True, help_text=_("Shown with the reference."))
    two_people = models.BooleanField(
        _("one person proposes, another decides"), default=True, help_text=_("Nobody decides on their own proposal.")
    )
    retention_months = models.PositiveSmallIntegerField(
        _("months the answers are kept"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("After the case is closed."),
    )

    department_key = models.SlugField(
        _("department that receives it"),
        blank=True,
        help_text=_("Left empty, the department that receives new applications."),
    )
    one_open = models.BooleanField(
        _("one open application for each person and service"),
        default=False,
        help_text=_("Whoever has one already is shown the way to it."),
    )
    opens_on = models.DateField(_("first day"), null=True, blank=True)
    closes_on = models.DateField(_("last day"), null=True, blank=True)
    capacity = models.PositiveIntegerField(
        _("most applications"),
        null=True,
        blank=True,
        help_text=_("Since the first day. Left empty, there is no limit."),
    )

    base_form_class = FormPageForm
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.StandardPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "forms_flow/pages/start.html"
    content_panels = [*Page.content_panels, *form_panels()]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in SYNCHRONISED),
    ]

    class Meta:
        verbose_name = _("form")
        verbose_name_plural = _("forms")

    @property
    def flow_key(self) -> UUID:
        """What versions, drafts and addresses call this form, in every language."""
        return self.translation_key

    def published_languages(self) -> list["FormPage"]:
        """Return the published pages of this form, one for each language."""
        family = FormPage.objects.filter(translation_key=self.translation_key, alias_of__isnull=True)
        return list(family.live().select_related("locale"))

    def source_page(self) -> "FormPage | None":
        """Return the published Arabic page, from which structure and rules come."""
        pages = self.published_languages()
        return next((page for page in pages if page.locale.language_code == SOURCE_LANGUAGE), None)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish a revision, unless it is a translation that has to wait for its Arabic page; see `order`."""
        if order.must_wait(self, revision):
            order.put_back(self)
            return
        super().publish(revision, *args, **kwargs)

    def to_json(self) -> str:
        """Return the newest draft. Only wagtail-localize asks for this, and would else translate the live row."""
        newest = self.get_latest_revision_as_object() if self.pk else self
        text: str = BasePage.to_json(newest)
        return text

    def shown_by(self) -> list[str]:
        """Return what shows this form besides its own page: the services that it serves."""
        return [made_from.a_form_of(key) for key in self.services]

    def search_parts(self) -> Sequence[str]:
        """Add the introduction."""
        return [*super().search_parts(), self.intro]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what a reader wants to know before beginning."""
        return {**super().get_context(request, *args, **kwargs), **start.context(self)}

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """The start page, then each step."""
        return [*super().preview_modes, *preview.modes(self)]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        """Show the start page or a step. Nothing is written: no draft, no version, no answer."""
        found = preview.screen_of(self, mode_name)
        if found is None:
            return super().serve_preview(request, mode_name)
        return preview.response(self, request, found)
