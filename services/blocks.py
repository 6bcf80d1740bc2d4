"""The blocks of service and policy pages.

Keys and markers are RegexBlocks, because wagtail-localize synchronises those and offers everything else to the
translator. No child is called ``value`` or ``type``: wagtail-localize trips over both.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class DocumentBlock(blocks.StructBlock):
    """One document that a service asks for; the form's upload step reads the same record (req 2)."""

    key = blocks.RegexBlock(
        regex=r"^[a-z][a-z0-9_-]{1,39}\Z",
        label=_("Key"),
        help_text=_("Small Latin letters, digits and hyphens. The same in every language; never shown."),
        error_messages={"invalid": _("Use small Latin letters, digits and hyphens, beginning with a letter.")},
    )
    label = blocks.CharBlock(label=_("Document"), max_length=120)
    help = blocks.TextBlock(label=_("What it must show"), required=False, default="")
    required = blocks.BooleanBlock(label=_("An application is not complete without it"), required=False, default=True)

    class Meta:
        icon = "doc-full"
        label = _("Document")


class DocumentsBlock(blocks.StreamBlock):
    """The documents of a service, in the order they are asked for."""

    document = DocumentBlock()

    class Meta:
        required = False


class StepsBlock(blocks.StreamBlock):
    """The steps from asking to receiving."""

    step = blocks.TextBlock(label=_("Step"), rows=2, icon="list-ol")

    class Meta:
        required = False


class ClauseBlock(blocks.StructBlock):
    """One clause of a list, with its marker as the source has it."""

    marker = blocks.RegexBlock(
        regex=r"^\S{0,12}\Z",
        required=False,
        default="",
        label=_("Number"),
        help_text=_("As the approved text has it, for example 1. Left empty, clauses are counted."),
        error_messages={"invalid": _("Write the number without spaces, at most 12 characters.")},
    )
    text = blocks.TextBlock(label=_("Clause"), rows=3)


class PolicyBodyBlock(blocks.StreamBlock):
    """The text of a policy."""

    heading = blocks.CharBlock(label=_("Heading"), icon="title", max_length=250)
    paragraph = blocks.TextBlock(label=_("Paragraph"), icon="pilcrow")
    clauses = blocks.ListBlock(ClauseBlock(label=_("Clause")), label=_("Numbered list"), icon="list-ol")

    class Meta:
        required = False


def plain(block: blocks.StreamValue) -> list[tuple[str, Any]]:
    """Return the stream as plain (kind, content) pairs, for code that wants no blocks."""
    return [(child.block_type, child.value) for child in block]
