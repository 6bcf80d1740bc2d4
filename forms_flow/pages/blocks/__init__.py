"""The blocks of which an editor builds a form.

wagtail-localize decides what these may look like: keys are RegexBlocks and ChoiceBlocks, which it leaves alone; lists
below a list are StreamBlocks, because it does not see the texts of a ListBlock there; no child is called ``value`` or
``type``, over which it trips; no text is ever null.
"""

from forms_flow.pages.blocks.conditions import ConditionBlock, ConditionsBlock
from forms_flow.pages.blocks.questions import ChoiceBlock, QuestionBlock, QuestionsBlock, ServiceDocumentsBlock
from forms_flow.pages.blocks.steps import StepBlock, StepsBlock

__all__ = [
    "ChoiceBlock",
    "ConditionBlock",
    "ConditionsBlock",
    "QuestionBlock",
    "QuestionsBlock",
    "ServiceDocumentsBlock",
    "StepBlock",
    "StepsBlock",
]
