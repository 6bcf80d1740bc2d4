"""The steps of a form."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms_flow.pages.blocks.companions import CompanionsBlock
from forms_flow.pages.blocks.conditions import ConditionsBlock, MatchBlock
from forms_flow.pages.blocks.exits import ExitBlock
from forms_flow.pages.blocks.keys import KeyBlock
from forms_flow.pages.blocks.questions import QuestionBlock, ServiceDocumentsBlock


class QuestionsBlock(blocks.StreamBlock):
    """What one step asks, and the exit pages that its answers may lead to."""

    question = QuestionBlock()
    service_documents = ServiceDocumentsBlock()
    companions = CompanionsBlock()
    exit = ExitBlock()

    class Meta:
        required = False
        label = _("Questions")


class StepBlock(blocks.StructBlock):
    """One screen of the form. One thing a step is easiest for people on a phone."""

    key = KeyBlock(dashes=True, help_text=_("Small Latin letters, digits and dashes: the step's address."))
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    body = blocks.TextBlock(label=_("Text below the title"), required=False, default="", rows=2)
    match = MatchBlock()
    conditions = ConditionsBlock()
    questions = QuestionsBlock()

    class Meta:
        icon = "form"
        label = _("Step")
        label_format = "{title}"
        collapsed = True


class StepsBlock(blocks.StreamBlock):
    """All steps in order. Checking of the answers, declaration and sending follow by themselves."""

    step = StepBlock()

    class Meta:
        required = True

    def clean(self, value: Any) -> Any:
        """Refuse mistakes that would leave an applicant stuck (req 87); a draft may still hold them."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            from forms_flow.pages.checks import refuse  # noqa: PLC0415 - the checks read these blocks

            refuse(cleaned)
        return cleaned
