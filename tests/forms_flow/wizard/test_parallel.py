"""Many at once."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from forms_flow.records.applications import Application
from forms_flow.records.notices import Notice
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, WELL, Applicant

pytestmark = pytest.mark.integration


@pytest.mark.django_db(transaction=True)
def test_twenty_posts_at_once_make_one_application_and_one_receipt(applicant: Applicant) -> None:
    """Req 26."""
    applicant.answer(PERSON, WELL, LATER, NEED)
    form = {**applicant.fields(), "declaration": "on"}

    def send(_number: int) -> Any:
        client = Client(enforce_csrf_checks=True)
        client.cookies = applicant.client.cookies.copy()
        try:
            response = client.post(applicant.url, form)
            return response.status_code, response.headers["Location"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as pool:
        answers = set(pool.map(send, range(20)))
    assert answers == {(303, applicant.url.replace("/check/", "/done/"))}
    assert (Application.objects.count(), Notice.objects.count()) == (1, 1)
