"""Mistakes are counted by question, code and day, and nothing of what was typed is kept (req 41)."""

import pytest
from django.db import DatabaseError

from forms_flow.records.drafts import Draft
from forms_flow.records.mistakes import Mistake, MistakeQuerySet
from home.dates import today
from tests.forms_flow import factories
from tests.forms_flow.wizard.walker import LATER, PERSON, WELL, Applicant, not_a_photo

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
WRONG = {**PERSON, "person-mobile": "0501234", "person-name": ""}


def counted() -> list[tuple[str, str, int]]:
    return sorted(Mistake.objects.values_list("question", "code", "count"))


def test_each_mistake_of_a_post_is_one_more(applicant: Applicant) -> None:
    """Req 41."""
    applicant.send(WRONG).send(WRONG)
    assert counted() == [("mobile", "mobile", 2), ("name", "missing", 2)]


def test_the_rows_hold_a_form_a_question_a_code_a_day_and_a_number(applicant: Applicant) -> None:
    """Req 41: no answer text."""
    applicant.send(WRONG)
    [row] = Mistake.objects.filter(question="mobile").values()
    assert {**row, "id": None, "flow_key": str(row["flow_key"])} == {
        "id": None,
        "flow_key": factories.FLOW_KEY,
        "question": "mobile",
        "code": "mobile",
        "day": today(),
        "count": 1,
    }


def test_right_answers_and_what_was_left_for_later_count_nothing(applicant: Applicant) -> None:
    applicant.send(PERSON)
    applicant.post({}, button="later")
    assert counted() == []


def test_a_refused_file_counts_by_the_reason(applicant: Applicant) -> None:
    applicant.answer(PERSON, WELL, {"documents-id_card": not_a_photo()})
    assert [(question, count) for question, _code, count in counted()] == [("id_card", 1)]


def test_a_count_that_fails_harms_nobody(applicant: Applicant, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(MistakeQuerySet, "count_one", fail)
    assert applicant.send(WRONG).mistakes != []
    assert applicant.send(PERSON).answer(WELL, LATER).step == "need"
    assert Draft.objects.count() == 1
