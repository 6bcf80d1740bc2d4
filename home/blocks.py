"""Content blocks.

wagtail-localize decides what these may look like: keys and tones are choice blocks, which it leaves alone; a list
stands at most one struct deep, or it would not be translated; no child is named ``value`` or ``type``.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.cards import cards_below
from home.contracts import CardKind

PROSE = ["bold", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    """A heading inside the page, which the table of contents lists."""

    text = blocks.CharBlock(label=_("Heading"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Section")), ("3", _("Part of a section"))],
        default="2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class ListBlock(blocks.StructBlock):
    """A list: points, numbered steps, or things to have ready."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    look = blocks.ChoiceBlock(
        label=_("Look"),
        choices=[("points", _("Points")), ("steps", _("Numbered steps")), ("checklist", _("Checklist"))],
        default="points",
    )
    items = blocks.ListBlock(blocks.CharBlock(label=_("Item")), label=_("Items"))

    class Meta:
        icon = "list-ul"
        label = _("List")
        template = "blocks/list.html"


class CalloutBlock(blocks.StructBlock):
    """A short note that stands out."""

    tone = blocks.ChoiceBlock(
        label=_("Tone"),
        choices=[
            ("info", _("Information")),
            ("good", _("Good news")),
            ("warning", _("Warning")),
            ("urgent", _("Urgent")),
        ],
        default="info",
    )
    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=PROSE)

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = "blocks/callout.html"


class QuestionBlock(blocks.StructBlock):
    """A question whose answer opens below it."""

    question = blocks.CharBlock(label=_("Question"), max_length=160)
    answer = blocks.RichTextBlock(label=_("Answer"), features=PROSE)

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "blocks/question.html"


class LinkCardBlock(blocks.StructBlock):
    """A card that leads to a page."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    text = blocks.CharBlock(label=_("Text"), required=False, max_length=200)
    page = blocks.PageChooserBlock(label=_("Page"))


class LinkCardsBlock(blocks.StructBlock):
    """Cards chosen by the editor."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    cards = blocks.ListBlock(LinkCardBlock(label=_("Card")), label=_("Cards"))

    class Meta:
        icon = "grip"
        label = _("Cards")
        template = "blocks/link_cards.html"


class SectionBlock(blocks.StructBlock):
    """What every section of the home page begins with."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    intro = blocks.CharBlock(label=_("Introduction"), required=False, max_length=300)


class ContactChannelsBlock(SectionBlock):
    """The contact channels of the site settings."""

    class Meta:
        icon = "mail"
        label = _("Contact channels")
        template = "blocks/contact_channels.html"


class _CardsSection(SectionBlock):
    """A section that fills itself with the cards of one kind."""

    kind: CardKind

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        page = context.get("page")
        context["cards"] = cards_below(page, self.kind) if page else []
        return context


class ServicesBlock(_CardsSection):
    """Every published service, as cards that name the need they answer."""

    kind = CardKind.SERVICE

    class Meta:
        icon = "clipboard-list"
        label = _("All services")
        template = "blocks/services.html"


class PoliciesBlock(_CardsSection):
    """Every published policy, as a list of links."""

    kind = CardKind.POLICY

    class Meta:
        icon = "doc-full"
        label = _("All policies")
        template = "blocks/policies.html"


class StepBlock(blocks.StructBlock):
    """One stage of what happens to an application."""

    title = blocks.CharBlock(label=_("Title"), max_length=60)
    text = blocks.CharBlock(label=_("Text"), max_length=200)


class StepsBlock(SectionBlock):
    """How an application is handled, stage by stage."""

    steps = blocks.ListBlock(StepBlock(label=_("Stage")), label=_("Stages"), min_num=2, max_num=6)

    class Meta:
        icon = "list-ol"
        label = _("How applications are handled")
        template = "blocks/steps.html"


class ContentBlock(blocks.StreamBlock):
    """The body of an ordinary page."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(label=_("Text"), features=PROSE, template="blocks/paragraph.html")
    list = ListBlock()
    callout = CalloutBlock()
    question = QuestionBlock()
    link_cards = LinkCardsBlock()
    contact_channels = ContactChannelsBlock()


class HomeSectionsBlock(blocks.StreamBlock):
    """The sections of the home page, below the opening."""

    services = ServicesBlock(group=_("Fills itself"))
    policies = PoliciesBlock(group=_("Fills itself"))
    contact_channels = ContactChannelsBlock(group=_("Fills itself"))
    steps = StepsBlock(group=_("Written by you"))
    link_cards = LinkCardsBlock(group=_("Written by you"))
    callout = CalloutBlock(group=_("Written by you"))
