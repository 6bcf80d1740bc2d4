"""The door of tracking: two facts, the same answer to every wrong one, and few tries."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from forms_flow.domain.reference import new_reference
from forms_flow.tracking import lookup
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

FIND = "/track/"
CASE = "/track/case/"
RIGHT = factories.MOBILE[-4:]
NOON = "2026-11-23 09:01:00+03:00"


def _ask(client: Client, reference: str, digits: str, **rest: str) -> HttpResponse:
    return client.post(FIND, {"reference": reference, "digits": digits}, **rest)


def _plain(answer: HttpResponse, reference: str, digits: str) -> str:
    """Return the page without what differs by itself: the token, and what was typed."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
    return text.replace(reference, "R").replace(f'value="{digits}"', "")


def test_the_two_facts_open_the_case(client: Client) -> None:
    """The answer is a redirect whose address names nothing."""
    application = factories.an_application()
    answer = _ask(client, application.reference, RIGHT)
    assert (answer.status_code, answer["Location"]) == (303, CASE)
    assert client.get(CASE).status_code == 200


@pytest.mark.parametrize("pattern", ["{0}-{1}-{2}", " {0} {1} {2} ", "{0}.{1}/{2}", "\u202a{0}‑{1}‑{2}\u202c"])
def test_any_grouping_and_any_digits_do(client: Client, pattern: str) -> None:
    """Req 39."""
    application = factories.an_application()
    number = application.reference
    typed = pattern.format(number[:4], number[4:7], number[7:])
    eastern = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    for spelling in (typed, typed.translate(eastern)):
        assert _ask(client, spelling, RIGHT.translate(eastern)).status_code == 303


def test_a_wrong_reference_and_wrong_digits_get_the_same_answer(client: Client, settings: LazySettings) -> None:
    """Req 59; security row 32: status and page are equal, whatever was wrong."""
    settings.THROTTLE = False
    application = factories.an_application()
    unknown = new_reference()
    wrong = [(application.reference, "0000"), (unknown, RIGHT), (unknown, "0000")]
    answers = [_ask(client, *facts) for facts in wrong]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len({_plain(answer, *facts) for answer, facts in zip(answers, wrong, strict=True)}) == 1


def test_a_wrong_reference_and_wrong_digits_cost_the_same_queries(
    client: Client, settings: LazySettings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """One for the row, one for its contact, whether it is there or not."""
    settings.THROTTLE = False
    application = factories.an_application()
    application.flow  # noqa: B018 - the version is met before, as in any process that has run for a while
    for reference in (application.reference, new_reference()):
        with django_assert_num_queries(2):
            assert lookup.find(reference, "0000") is None


def test_an_application_without_a_mobile_cannot_be_opened(client: Client) -> None:
    """No four characters stand for a number that is not there."""
    given = factories.answers()
    del given["mobile"]
    application = factories.an_application(given=given)
    for digits in ("----", "0000", ""):
        assert _ask(client, application.reference, digits).status_code == 200


@pytest.mark.parametrize(("reference", "digits"), [("", ""), ("123", "12"), ("a" * 11, "abcd"), ("1" * 61, "1" * 61)])
def test_what_cannot_be_a_number_is_said_at_the_field(client: Client, reference: str, digits: str) -> None:
    """Such a post is no try."""
    answer = _ask(client, reference, digits)
    assert (answer.status_code, set(answer.context["form"].errors)) == (200, {"reference", "digits"})


@time_machine.travel(NOON, tick=False)
def test_the_sixth_try_for_a_reference_in_fifteen_minutes_is_blocked(client: Client) -> None:
    """Req 59, from whatever addresses they come; a quarter of an hour later it may be tried again."""
    application = factories.an_application()
    tries = [_ask(client, application.reference, "0000", REMOTE_ADDR=f"10.0.0.{n}").status_code for n in range(6)]
    assert tries == [200, 200, 200, 200, 200, 429]
    assert _ask(client, application.reference, RIGHT, REMOTE_ADDR="10.0.0.9").status_code == 429
    with time_machine.travel(NOON, tick=False) as clock:
        clock.shift(timedelta(minutes=15))
        assert _ask(client, application.reference, RIGHT).status_code == 303


@time_machine.travel(NOON, tick=False)
def test_the_sixth_try_from_an_address_is_blocked(client: Client) -> None:
    """Whatever references are tried, and whatever the header says that anybody can write."""
    tries = [_ask(client, new_reference(), "0000", HTTP_X_FORWARDED_FOR=f"10.9.9.{n}").status_code for n in range(6)]
    assert tries == [200, 200, 200, 200, 200, 429]


@time_machine.travel(NOON, tick=False)
def test_the_blocked_page_is_kind(client: Client) -> None:
    """It says how long and that one may call."""
    for _n in range(6):
        answer = _ask(client, "12345678903", "0000")
    assert (answer.status_code, answer["Retry-After"]) == (429, "900")
    assert answer.templates[0].name == "forms_flow/tracking/blocked.html"


@time_machine.travel(NOON, tick=False)
def test_right_answers_are_not_counted(client: Client) -> None:
    """Owners look as often as they like."""
    application = factories.an_application()
    assert {_ask(client, application.reference, RIGHT).status_code for _n in range(8)} == {303}


def test_without_throttle_nothing_is_counted(client: Client, settings: LazySettings) -> None:
    """Tests from outside switch it off."""
    settings.THROTTLE = False
    assert {_ask(client, "12345678903", "0000").status_code for _n in range(8)} == {200}


def test_the_ticket_is_for_tracking_only(client: Client) -> None:
    """A cookie for each language, out of reach of scripts, and nothing personal in it."""
    application = factories.an_application()
    answer = _ask(client, application.reference, RIGHT)
    cookies = {name: morsel for name, morsel in answer.cookies.items() if name.startswith("track_")}
    assert {name: morsel["path"] for name, morsel in cookies.items()} == {
        "track_ar": "/track/",
        "track_en": "/en/track/",
    }
    assert {(morsel["httponly"], morsel["samesite"], morsel["max-age"]) for morsel in cookies.values()} == {
        (True, "Lax", "")
    }
    assert application.reference not in str(cookies["track_ar"])


def test_a_forged_or_old_ticket_opens_nothing(client: Client) -> None:
    """The signature and its time count."""
    application = factories.an_application()
    client.cookies["track_ar"] = f"{application.pk.hex}:1abcde:{'x' * 43}"
    assert client.get(CASE)["Location"] == FIND
    _ask(client, application.reference, RIGHT)
    with time_machine.travel(timedelta_from_now(hours=21)):
        assert client.get(CASE)["Location"] == FIND


def timedelta_from_now(**span: int) -> timedelta:
    """Return the span; time_machine counts it from now."""
    return timedelta(**span)


def test_leaving_takes_the_ticket_back(client: Client) -> None:
    """For a telephone that several people use."""
    application = factories.an_application()
    _ask(client, application.reference, RIGHT)
    assert client.post("/track/leave/")["Location"] == FIND
    assert client.get(CASE)["Location"] == FIND


@pytest.mark.parametrize("path", ["/track/", "/en/track/"])
def test_tracking_is_neither_kept_nor_indexed(client: Client, path: str) -> None:
    """Req 67."""
    answer = client.get(path)
    wanted = {
        "Cache-Control": "no-store, private",
        "X-Robots-Tag": "noindex, nofollow",
        "Referrer-Policy": "same-origin",
    }
    assert {name: answer[name] for name in wanted} == wanted


def test_a_post_without_its_token_is_refused() -> None:
    """The view is exempt from the middleware only because it checks by itself."""
    client = Client(enforce_csrf_checks=True)
    assert _ask(client, "12345678903", "0000").status_code == 403
    assert client.post(reverse("tracking:leave")).status_code == 403
