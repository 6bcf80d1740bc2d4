"""When a step or a question is asked."""

import re

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms_flow.enums import Operator
from forms_flow.pages.blocks.keys import KeyBlock, KeysBlock

OPERATORS = [
    (Operator.IS.value, _("is")),
    (Operator.IS_NOT.value, _("is not")),
    (Operator.ONE_OF.value, _("is one of")),
    (Operator.ANSWERED.value, _("is answered")),
    (Operator.LESS_THAN.value, _("is less than")),
    (Operator.AT_LEAST.value, _("is at least")),
]
#: Comparisons with a number: an amount, or an age in years.
AMOUNTS = frozenset({Operator.LESS_THAN, Operator.AT_LEAST})
ALL, ANY = "all", "any"
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?")


class ConditionBlock(blocks.StructBlock):
    """One comparison with the answer to an earlier question."""

    question = KeyBlock(label=_("Key of the earlier question"))
    operator = blocks.ChoiceBlock(label=_("Comparison"), choices=OPERATORS, default=Operator.IS.value)
    answers = KeysBlock(
        capitals=True,
        label=_("Answers that count"),
        help_text=_(
            "The key of a choice, a code such as SA or SA-02, yes or no. Several with commas between them."
            " Where amounts or ages are compared, one number."
        ),
    )

    class Meta:
        icon = "decline"
        label = _("Condition")
        label_format = "{question} {operator} {answers}"


class ConditionsBlock(blocks.StreamBlock):
    """Conditions; without any, the step or question is always asked."""

    condition = ConditionBlock()

    class Meta:
        required = False
        label = _("Ask only when")
        collapsed = True


def is_number(text: str) -> bool:
    """Tell whether an answer of a condition can be compared with as a number."""
    return bool(_NUMBER.fullmatch(text))


class MatchBlock(blocks.ChoiceBlock):
    """Whether all conditions count, or any one of them."""

    def __init__(self, **kwargs: object) -> None:
        """Begin with all of them."""
        kwargs.setdefault("label", _("How several conditions count"))
        kwargs.setdefault("choices", [(ALL, _("All must hold")), (ANY, _("Any one is enough"))])
        kwargs.setdefault("default", ALL)
        super().__init__(**kwargs)
