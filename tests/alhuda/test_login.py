"""The staff's login: one door, and guessing is slow."""

from collections.abc import Sequence

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client

from alhuda.login import MOST_FOR_NAME, MOST_FROM_ADDRESS
from forms_flow.enums import Role
from forms_flow.records.throttle import Throttle
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
LOGIN = "/staff/login/"
PASSWORD = "a-password-that-nobody-guesses"
STOPPED = "محاولات كثيرة. انتظر ربع ساعة، ثم حاول مرة أخرى."


@pytest.fixture(autouse=True)
def name() -> str:
    """Return the name of somebody of the staff who has a password."""
    person = factories.a_user(Role.EDITOR)
    person.set_password(PASSWORD)
    person.save()
    return person.get_username()


def tried(name: str, password: str, *, address: str = "203.0.113.9", client: Client | None = None) -> tuple[bool, bool]:
    """Return whether a try got in, and whether it was stopped unread."""
    client = client or Client()
    answer = client.post(LOGIN, {"username": name, "password": password}, REMOTE_ADDR=address)
    return SESSION_KEY in client.session, answer.status_code == 200 and STOPPED in answer.content.decode()


def test_after_ten_wrong_tries_from_one_place_even_the_right_password_is_stopped_there(name: str) -> None:
    wrong = [tried(name, f"wrong {n}") for n in range(MOST_FROM_ADDRESS)]
    assert wrong == [(False, False)] * MOST_FROM_ADDRESS
    assert tried(name, PASSWORD) == (False, True)
    assert tried("another", "wrong") == (False, True)
    assert tried(name, PASSWORD, address="198.51.100.7") == (True, False)


def test_a_name_tried_from_many_places_is_stopped_everywhere(name: str) -> None:
    for n in range(MOST_FOR_NAME):
        tried(name.upper(), "wrong", address=f"198.51.100.{n}")
    assert tried(name, PASSWORD, address="192.0.2.1") == (False, True)


def test_right_passwords_never_use_up_the_tries(name: str) -> None:
    assert [tried(name, PASSWORD) for _ in range(MOST_FROM_ADDRESS + 2)] == [(True, False)] * (MOST_FROM_ADDRESS + 2)
    counts: Sequence[int] = list(Throttle.objects.values_list("count", flat=True))
    assert set(counts) == {0}


@pytest.mark.parametrize("door", ["/_util/login/", "/en/_util/login/"])
def test_wagtails_login_for_private_pages_leads_to_the_guarded_one(name: str, door: str) -> None:
    client = Client()
    answer = client.post(f"{door}?next=/x/", {"username": name, "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, f"{LOGIN}?next=/x/")
    assert SESSION_KEY not in client.session
