"""The home page, ordinary pages, and the settings of the site."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.base import BasePage, stream_text
from home.blocks import ContentBlock, HomeSectionsBlock
from home.fields import LooseStreamField


class HomePage(BasePage):
    """The first page of one language: an opening with the two main actions, then sections in the editor's order."""

    hero_title = models.CharField(_("main sentence"), max_length=120, blank=True)
    hero_text = models.TextField(_("text below it"), max_length=300, blank=True)
    urgent_text = models.CharField(
        _("line for emergencies"),
        max_length=160,
        blank=True,
        help_text=_("Stands above everything on the home page: whom to call when somebody is in danger."),
    )
    body = LooseStreamField(HomeSectionsBlock(), verbose_name=_("sections"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    max_count = len(settings.LANGUAGES)
    template = "pages/home_page.html"

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("hero_title"), FieldPanel("hero_text"), FieldPanel("urgent_text")],
            heading=_("Opening"),
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def search_parts(self) -> Sequence[str]:
        """Add the opening and the sections."""
        return [*super().search_parts(), self.hero_title, self.hero_text, *stream_text(self.body)]


class StandardPage(BasePage):
    """An ordinary page of text: about us, contact, privacy notice, accessibility statement."""

    intro = models.TextField(_("introduction"), max_length=400, blank=True)
    body = LooseStreamField(ContentBlock(), verbose_name=_("text"), blank=True)
    show_contents = models.BooleanField(_("show a table of contents"), default=False)

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    template = "pages/standard_page.html"

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("show_contents"),
    ]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def contents(self) -> list[dict[str, str]]:
        """Return the section headings with their anchors, for the table of contents."""
        headings = [block for block in self.body if block.block_type == "heading" and block.value["level"] == "2"]
        return [{"text": block.value["text"], "anchor": f"s-{block.id}"} for block in headings]

    def search_parts(self) -> Sequence[str]:
        """Add the text of the page."""
        return [*super().search_parts(), self.intro, *stream_text(self.body)]


def _line(label: Any, **options: Any) -> models.CharField:
    return models.CharField(label, max_length=options.pop("max_length", 160), blank=True, **options)


def _page(label: Any, help_text: Any) -> models.ForeignKey:
    return models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=label,
        help_text=help_text,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """Who the site belongs to and how to reach them. Nothing about the association is fixed in code."""

    brand_name_ar = _line(_("name (Arabic)"))
    brand_name_en = _line(_("name (English)"))
    tagline_ar = _line(_("line below the name (Arabic)"))
    tagline_en = _line(_("line below the name (English)"))
    registration_ar = _line(_("registration line (Arabic)"))
    registration_en = _line(_("registration line (English)"))

    telephone = _line(_("telephone"), max_length=30)
    urgent_telephone = _line(_("urgent telephone"), max_length=30)
    whatsapp = _line(_("WhatsApp number"), max_length=30, help_text=_("With the country code, for example +966."))
    email = models.EmailField(_("e-mail"), blank=True)
    address_ar = _line(_("address (Arabic)"), max_length=250)
    address_en = _line(_("address (English)"), max_length=250)
    hours_ar = _line(_("office hours (Arabic)"), max_length=250)
    hours_en = _line(_("office hours (English)"), max_length=250)

    apply_page = _page(_("page behind “Apply for help”"), _("Usually the services guide. Choose the Arabic page."))
    volunteer_page = _page(_("page behind “Volunteer with us”"), _("Choose the Arabic page."))
    privacy_page = _page(_("privacy notice"), _("Choose the Arabic page."))

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("brand_name_ar"),
                FieldPanel("brand_name_en"),
                FieldPanel("tagline_ar"),
                FieldPanel("tagline_en"),
                FieldPanel("registration_ar"),
                FieldPanel("registration_en"),
            ],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [
                HelpPanel(content=_("An empty line is simply not shown. An empty English line shows the Arabic one.")),
                *(FieldPanel(name) for name in ("telephone", "urgent_telephone", "whatsapp", "email")),
                *(FieldPanel(name) for name in ("address_ar", "address_en", "hours_ar", "hours_en")),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [FieldPanel("apply_page"), FieldPanel("volunteer_page"), FieldPanel("privacy_page")],
            heading=_("Main links"),
        ),
    ]

    class Meta:
        verbose_name = _("name, contact and main links")

    def text(self, name: str, language: str) -> str:
        """Return one of the texts in `language`, else in the site's first language."""
        wanted = getattr(self, f"{name}_{language}", "")
        return wanted or getattr(self, f"{name}_{settings.LANGUAGE_CODE}")
