"""A code for following the application of somebody who gave no mobile."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from forms_flow.domain import follow
from forms_flow.records.drafts import Draft
from forms_flow.wizard import ownership
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def without_mobile() -> dict[str, object]:
    given = factories.answers()
    del given["mobile"]
    return given


def test_who_gives_no_mobile_gets_a_code_whose_digest_is_kept() -> None:
    """The code itself lies sealed in the sent draft, for the receipt, and nowhere else."""
    row = factories.an_application(given=without_mobile())
    kept = Draft.objects.get(pk=row.draft_id).state
    code = kept[follow.KEPT_AS]
    assert (list(kept), bool(re.fullmatch(r"[0-9]{8}", code))) == ([follow.KEPT_AS], True)
    assert bytes(row.follow_digest) == follow.digest(row.reference, code)
    assert follow.grouped(code) == f"{code[:4]}-{code[4:]}"


def receipt_of(draft: Draft) -> str:
    """Return the receipt as the draft's owner sees it."""
    client, held = Client(), HttpResponse()
    ownership.hand_over(held, draft.pk, factories.OWNER_SECRET)
    client.cookies = held.cookies
    return client.get(f"/apply/{draft.pk}/done/").content.decode()


def test_the_receipt_shows_it_to_the_sender_for_a_day() -> None:
    row = factories.an_application(given=without_mobile())
    draft = Draft.objects.get(pk=row.draft_id)
    code = follow.grouped(draft.state[follow.KEPT_AS])
    assert code in receipt_of(draft)
    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        assert code not in receipt_of(draft)


def test_the_receipt_of_somebody_with_a_mobile_speaks_of_no_code() -> None:
    row = factories.an_application()
    assert "data-follow-code" not in receipt_of(Draft.objects.get(pk=row.draft_id))


def test_who_gives_a_mobile_gets_none() -> None:
    row = factories.an_application()
    assert (row.follow_digest, Draft.objects.get(pk=row.draft_id).state) == (None, None)


def test_after_the_day_of_the_receipt_nobody_can_read_the_code() -> None:
    row = factories.an_application(given=without_mobile())
    assert follow.forget() == 0
    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        assert (follow.forget(), follow.forget()) == (1, 0)
    assert Draft.objects.get(pk=row.draft_id).state is None
