"""The whole way, as a browser without JavaScript walks it."""

import pytest

from forms_flow.records.applications import Application
from tests.forms_flow import factories
from tests.forms_flow.wizard.walker import ILLNESS, LATER, NEED, PERSON, UNWELL, WELL, Applicant, a_photo

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_a_journey_ends_in_an_application_with_exactly_the_answers_of_its_route(applicant: Applicant) -> None:
    """Req 16, 18, 55."""
    applicant.answer(PERSON, UNWELL, ILLNESS, {"documents-id_card": a_photo()}, NEED)
    assert applicant.step == "check"
    applicant.send({"declaration": "on"})
    application = Application.objects.get()
    assert applicant.page.select_one("output")["data-reference"] == application.reference
    assert set(application.answers()) == {"name", "identity", "mobile", "unwell", "illness", "id_card", "need"}
    assert application.answers()["name"]["value"] == factories.NAME
    assert application.files.get().name == "هوية.jpg"


def test_a_step_that_the_answers_do_not_call_for_is_passed_over(applicant: Applicant) -> None:
    steps = [applicant.answer(values).step for values in (PERSON, WELL, LATER, NEED)]
    assert steps == ["health", "documents", "need", "check"]
