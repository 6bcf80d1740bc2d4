"""The blocks of which an editor builds a form.

wagtail-localize decides what these may look like: keys are RegexBlocks and ChoiceBlocks, which it leaves alone; lists
below a list are StreamBlocks, because it does not see the texts of a ListBlock there; no child is called ``value`` or
``type``, over which it trips; no text is ever null.
"""

from forms_flow.pages.blocks.companions import CompanionsBlock
from forms_flow.pages.blocks.conditions import ConditionBlock, ConditionsBlock
from forms_flow.pages.blocks.exits import ExitBlock
from forms_flow.pages.blocks.questions import ChoiceBlock, QuestionBlock, ServiceDocumentsBlock
from forms_flow.pages.blocks.steps import QuestionsBlock, StepBlock, StepsBlock

__all__ = [
    "ChoiceBlock",
    "CompanionsBlock",
    "ConditionBlock",
    "ConditionsBlock",
    "ExitBlock",
    "QuestionBlock",
    "QuestionsBlock",
    "ServiceDocumentsBlock",
    "StepBlock",
    "StepsBlock",
]
