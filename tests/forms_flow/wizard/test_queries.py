"""What a page costs the database. The budget of a step is five; one of them may find the site of the page's frame."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from forms_flow.domain import office
from forms_flow.records.openings import Opening
from tests.forms_flow import factories
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, WELL, Applicant, a_photo

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
Queries = Callable[[int], AbstractContextManager[object]]


def test_a_step_asks_for_the_draft_alone(applicant: Applicant, django_assert_num_queries: Queries) -> None:
    applicant.open(applicant.url)
    with django_assert_num_queries(1):  # the openings of the form and its services are kept in the cache
        applicant.client.get(applicant.url)


@pytest.mark.parametrize("files", [1, 3])
def test_a_step_with_documents_asks_for_them_at_once(
    applicant: Applicant, django_assert_num_queries: Queries, files: int
) -> None:
    applicant.answer(PERSON, WELL, {"documents-id_card": [a_photo(f"{number}.jpg") for number in range(files)]})
    url = applicant.url.replace("/need/", "/documents/")
    applicant.open(url)
    with django_assert_num_queries(2):
        applicant.client.get(url)


def test_a_step_of_a_form_with_few_places_counts_them_at_once(
    applicant: Applicant, django_assert_num_queries: Queries
) -> None:
    Opening.objects.create(flow_key=factories.FLOW_KEY, capacity=9)
    Opening.objects.create(service_key="wheelchair", capacity=9)
    applicant.answer(PERSON, WELL, {"documents-id_card": a_photo()})
    url = applicant.url.replace("/need/", "/documents/")
    applicant.open(url)
    with django_assert_num_queries(3):
        applicant.client.get(url)


def test_saving_a_step_is_one_update(applicant: Applicant, django_assert_num_queries: Queries) -> None:
    with django_assert_num_queries(4):  # the draft; savepoint, update, savepoint released
        applicant.post(PERSON)


def test_check_answers_asks_for_draft_and_files(applicant: Applicant, django_assert_num_queries: Queries) -> None:
    applicant.answer(PERSON, WELL, {"documents-id_card": a_photo()}, NEED)
    with django_assert_num_queries(2):
        applicant.client.get(applicant.url)


def test_sending_costs_the_same_whatever_was_answered(applicant: Applicant, django_assert_num_queries: Queries) -> None:
    """The draft, its files; inside: claim, service, application, sheets, files, search keys, event, messages."""
    applicant.answer(PERSON, WELL, LATER, NEED)
    office.hours()  # kept until the administrator changes them
    with django_assert_num_queries(13):
        applicant.post({"declaration": "on"})


def test_the_receipt_asks_for_draft_and_application(applicant: Applicant, django_assert_num_queries: Queries) -> None:
    applicant.answer(PERSON, WELL, LATER, NEED).send({"declaration": "on"})
    with django_assert_num_queries(2):
        applicant.client.get(applicant.url)
