"""Pages that end a journey kindly."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms_flow.pages.blocks.conditions import ConditionsBlock, MatchBlock
from forms_flow.pages.blocks.keys import KeyBlock


class ExitBlock(blocks.StructBlock):
    """Why the service is not for this person, and where else to go (req 6).

    It stands in the step whose answers lead to it, and may look at those of earlier steps too.
    """

    key = KeyBlock()
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    body = blocks.TextBlock(
        label=_("Text"), default="", rows=4, help_text=_("Why it ends here, and where people can turn to instead.")
    )
    match = MatchBlock()
    conditions = ConditionsBlock(label=_("Leads here when"))

    class Meta:
        icon = "logout"
        label = _("Exit page")
        label_format = "{title}"
        collapsed = True
