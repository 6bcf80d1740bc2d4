"""Counts at which questions people stumble: the question, the kind of message and the day, nothing else (req 41)."""

import logging
from collections.abc import Iterable, Mapping

from django.db import DatabaseError, transaction

from forms_flow.fields.forms import StepForm
from forms_flow.records.mistakes import Mistake
from forms_flow.wizard.journey import Journey

logger = logging.getLogger(__name__)


def count(journey: Journey, form: StepForm, *, refused: Mapping[str, str]) -> None:
    """Count what a post of a step got wrong. A trial counts for nothing, and a count that fails harms nobody."""
    codes = {*_codes(form), *refused.items()}
    if not codes or journey.draft.is_trial:
        return
    try:
        with transaction.atomic():
            for question, code in sorted(codes):
                Mistake.objects.count_one(flow_key=journey.flow.key, question=question, code=code)
    except DatabaseError:
        logger.exception("mistakes of a step were not counted")


def _codes(form: StepForm) -> Iterable[tuple[str, str]]:
    own = {question.key for question in form.step.questions}
    for question, errors in form.errors.as_data().items():
        if question in own:
            yield from ((question, error.code or "other") for error in errors)
