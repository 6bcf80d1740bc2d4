"""A repeating group: the same few questions for each companion."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms_flow.enums import Sensitivity
from forms_flow.pages.blocks.conditions import ConditionsBlock, MatchBlock
from forms_flow.pages.blocks.keys import KeyBlock
from forms_flow.pages.blocks.questions import QuestionBlock

FEWEST, MOST, LIMIT = 0, 10, 50


class PartsBlock(blocks.StreamBlock):
    """What is asked of each companion."""

    question = QuestionBlock()

    class Meta:
        required = False
        label = _("Questions about each one")


class CompanionsBlock(blocks.StructBlock):
    """A list to which people add one entry after another. It has a step of its own."""

    key = KeyBlock()
    label = blocks.CharBlock(label=_("Question"), max_length=160)
    hint = blocks.TextBlock(label=_("Hint"), required=False, default="", rows=2)
    purpose = blocks.CharBlock(label=_("Why we ask"), required=False, default="", max_length=200)
    missing = blocks.CharBlock(
        label=_("Message when it is left out"),
        required=False,
        default="",
        max_length=160,
        help_text=_("Left empty, it is made from the question."),
    )
    sensitivity = blocks.ChoiceBlock(label=_("Class"), choices=Sensitivity.choices, default=Sensitivity.IDENTITY.value)
    min = blocks.IntegerBlock(label=_("Fewest entries"), required=False, min_value=0, max_value=LIMIT, default=FEWEST)
    max = blocks.IntegerBlock(label=_("Most entries"), required=False, min_value=1, max_value=LIMIT, default=MOST)
    match = MatchBlock()
    conditions = ConditionsBlock()
    parts = PartsBlock()

    class Meta:
        icon = "group"
        label = _("Companions")
        label_format = "{label}"
        collapsed = True
