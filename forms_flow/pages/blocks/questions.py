"""The questions of a step."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms_flow.enums import Sensitivity
from forms_flow.fields import registry
from forms_flow.pages.blocks.conditions import ConditionsBlock, MatchBlock
from forms_flow.pages.blocks.keys import KeyBlock
from forms_flow.pages.blocks.options import OptionsBlock

COMPANIONS = "companions"


def kind_choices() -> list[tuple[str, object]]:
    """Return (name, label) of every kind of question; a repeating group has a block of its own."""
    return [(name, kind.label) for name, kind in registry.kinds().items() if name != COMPANIONS]


class ChoiceBlock(blocks.StructBlock):
    """One option of a choice question."""

    key = KeyBlock()
    label = blocks.CharBlock(label=_("Choice"), max_length=120)
    hint = blocks.CharBlock(label=_("Hint"), required=False, default="", max_length=200)

    class Meta:
        icon = "radio-empty"
        label = _("Choice")
        label_format = "{label}"


class ChoicesBlock(blocks.StreamBlock):
    """The options of a choice question, in the order they are shown."""

    choice = ChoiceBlock()

    class Meta:
        required = False
        label = _("Choices")


class QuestionBlock(blocks.StructBlock):
    """One question."""

    key = KeyBlock()
    kind = blocks.ChoiceBlock(label=_("Kind"), choices=kind_choices, default="short_text")
    label = blocks.CharBlock(label=_("Question"), max_length=160)
    hint = blocks.TextBlock(label=_("Hint"), required=False, default="", rows=2)
    purpose = blocks.CharBlock(
        label=_("Why we ask"), required=False, default="", max_length=200, help_text=_("Sensitive questions show it.")
    )
    missing = blocks.CharBlock(
        label=_("Message when it is left out"),
        required=False,
        default="",
        max_length=160,
        help_text=_("Left empty, it is made from the question."),
    )
    sensitivity = blocks.ChoiceBlock(label=_("Class"), choices=Sensitivity.choices, default=Sensitivity.ORDINARY.value)
    required = blocks.BooleanBlock(label=_("Must be answered"), required=False, default=True)
    choices = ChoicesBlock(
        help_text=_("For choice questions only. The question with the key “service” is given the services by itself.")
    )
    match = MatchBlock()
    conditions = ConditionsBlock()
    options = OptionsBlock()

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{label} ({kind})"
        collapsed = True


class ServiceDocumentsBlock(blocks.StructBlock):
    """The documents of the chosen service. The list is the service's own, so page and form can never differ (req 2)."""

    purpose = blocks.CharBlock(label=_("Why we ask"), max_length=200)
    sensitivity = blocks.ChoiceBlock(label=_("Class"), choices=Sensitivity.choices, default=Sensitivity.IDENTITY.value)
    later = blocks.BooleanBlock(label=_("May be sent later"), required=False, default=True)

    class Meta:
        icon = "doc-full"
        label = _("Documents of the service")
