"""Status first; the rest behind a code to the stored mobile (req 65)."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from forms_flow.records.applications import Application
from forms_flow.records.casework import OneTimeCode
from tests.forms_flow import factories
from tests.forms_flow.deciding import REASON, decided
from tests.forms_flow.tracking.entering import CODE, SEND, enter, give_facts, sent_code

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
CASE = "/track/case/"
REST = ["complete/", "message/", "contact/", "object/", "withdraw/"]


@pytest.fixture
def guest(client: Client, application: Application) -> Client:
    """Return a browser that has given the two facts and no code."""
    give_facts(client, application)
    return client


def test_before_the_code_the_page_shows_status_and_due_date_only(client: Client, application: Application) -> None:
    row = decided(application)
    give_facts(client, row)
    page = client.get(CASE)
    text = page.content.decode()
    assert page.templates[0].name == "forms_flow/tracking/status.html"
    assert (page.context["case"].status_words in text, REASON in text) == (True, False)
    assert page.context["case"].title not in text


def test_the_due_date_is_on_it(guest: Client, application: Application) -> None:
    page = guest.get(CASE)
    assert page.context["case"].due == application.due_at
    assert f"{application.reference[:4]}-" in page.content.decode()


@pytest.mark.parametrize("path", REST)
@pytest.mark.parametrize("method", ["get", "post"])
def test_everything_else_wants_the_code(guest: Client, application: Application, path: str, method: str) -> None:
    """Also by its address, and by a post."""
    answer = getattr(guest, method)(
        CASE + path, {"message-text": "x", "row_version": 1, "contact-mobile": "0559876543"}
    )
    assert (answer.status_code, answer["Location"]) == (303, CASE)
    after = Application.objects.get(pk=application.pk)
    assert (after.state, after.messages.count(), after.answers()) == ("received", 0, factories.answers())


def test_the_code_opens_the_rest(guest: Client, application: Application) -> None:
    assert guest.post(SEND)["Location"] == CODE
    text = guest.get(CODE).content.decode()
    assert ('autocomplete="one-time-code"' in text, 'inputmode="numeric"' in text) == (True, True)
    answer = guest.post(CODE, {"code": sent_code(application)})
    assert (answer.status_code, answer["Location"]) == (303, CASE)
    assert guest.get(CASE).templates[0].name == "forms_flow/tracking/case.html"
    assert [guest.get(path)["Location"] for path in (CODE,)] == [CASE]


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
def test_arabic_and_persian_digits_do(guest: Client, application: Application, digits: str) -> None:
    guest.post(SEND)
    code = sent_code(application)
    typed = f" {code[:2]} {code[2:]} ".translate(str.maketrans("0123456789", digits))
    assert guest.post(CODE, {"code": typed})["Location"] == CASE
    assert guest.get(CASE).templates[0].name == "forms_flow/tracking/case.html"


@pytest.mark.parametrize("typed", ["", "1234", "123456", "abcde", "1" * 41])
def test_what_cannot_be_a_code_is_said_at_the_field_and_is_no_try(
    guest: Client, application: Application, typed: str
) -> None:
    guest.post(SEND)
    answer = guest.post(CODE, {"code": typed})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["code"])
    assert OneTimeCode.objects.get(application=application).tries == 0


def _wrong(application: Application) -> str:
    return next(code for code in ("11111", "22222") if code != sent_code(application))


def test_a_wrong_code_is_said(guest: Client, application: Application) -> None:
    guest.post(SEND)
    answer = guest.post(CODE, {"code": _wrong(application)})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["code"])
    assert guest.get(CASE).templates[0].name == "forms_flow/tracking/status.html"


@time_machine.travel("2026-11-23 09:01:00+03:00", tick=False)
def test_after_ten_wrong_ones_even_the_right_one_waits_an_hour(guest: Client, application: Application) -> None:
    """Whatever codes were sent meanwhile."""
    statuses = []
    for _round in range(2):
        guest.post(SEND)
        statuses += [guest.post(CODE, {"code": _wrong(application)}).status_code for _n in range(5)]
    assert statuses == [422] * 10
    guest.post(SEND)
    answer = guest.post(CODE, {"code": sent_code(application)})
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")
    assert answer.templates[0].name == "forms_flow/tracking/wait.html"
    with time_machine.travel("2026-11-23 10:01:00+03:00", tick=False):
        guest.post(SEND)
        assert guest.post(CODE, {"code": sent_code(application)}).status_code == 303


@time_machine.travel("2026-11-23 09:01:00+03:00", tick=False)
def test_a_fourth_code_in_a_quarter_of_an_hour_is_not_sent(guest: Client, application: Application) -> None:
    """Nobody's telephone is flooded, and no money is burnt."""
    assert [guest.post(SEND).status_code for _n in range(4)] == [303, 303, 303, 429]
    assert application.notices.filter(template="code").count() == 3


def test_sending_needs_a_post_and_a_ticket(client: Client, application: Application) -> None:
    assert client.post(SEND)["Location"] == "/track/"
    assert client.post(CODE, {"code": "12345"})["Location"] == "/track/"
    give_facts(client, application)
    assert client.get(SEND).status_code == 405
    assert OneTimeCode.objects.count() == 0


def test_without_text_messages_the_two_facts_are_enough(
    client: Client, application: Application, settings: LazySettings
) -> None:
    """As long as no gateway is set up; once there is one, the code is asked for."""
    settings.SMS_BACKEND = ""
    give_facts(client, application)
    assert client.get(CASE).templates[0].name == "forms_flow/tracking/case.html"
    assert client.post(SEND)["Location"] == CASE
    settings.SMS_BACKEND = "file:/tmp/nowhere"
    assert client.get(CASE).templates[0].name == "forms_flow/tracking/status.html"


def test_a_full_ticket_ends_like_any_other(client: Client, application: Application) -> None:
    enter(client, application)
    with time_machine.travel(timezone.now() + timedelta(hours=21)):
        assert client.get(CASE)["Location"] == "/track/"


def test_a_ticket_cannot_be_made_full_by_hand(guest: Client) -> None:
    held = guest.cookies["track_ar"].value
    guest.cookies["track_ar"] = held.replace(":", "+:", 1)
    assert guest.get(CASE).status_code == 303 or guest.get(CASE).templates[0].name.endswith("status.html")


@pytest.mark.parametrize("path", [CASE, CODE, *(CASE + rest for rest in REST), "/en/track/case/code/"])
def test_no_page_is_kept_or_indexed(client: Client, application: Application, path: str) -> None:
    """Req 67: before the code and after it, and no address names anything of the applicant."""
    give_facts(client, application)
    first = client.get(path)
    enter(client, application)
    for answer in (first, client.get(path)):
        assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store, private", "noindex, nofollow")
        assert not [
            word for word in (application.reference, factories.MOBILE[-4:]) if word in answer.get("Location", "")
        ]
