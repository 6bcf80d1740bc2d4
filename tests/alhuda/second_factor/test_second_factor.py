"""The second step of the login: asked for at every door, sealed, usable on paper, and reset with a trace."""

import base64
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import hotp_value
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from alhuda.second_factor import factors

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
PASSWORD = "a long enough password"
PERIOD = 30


@pytest.fixture(autouse=True)
def _real_site(settings) -> None:
    """Ask for the factor, as every site does that is no demonstration."""
    settings.DEMO = False
    settings.THROTTLE = True


@pytest.fixture
def administrator() -> AbstractUser:
    """Return somebody who may do everything."""
    return get_user_model().objects.create_superuser("huda", password=PASSWORD)


@pytest.fixture
def browser(administrator: AbstractUser) -> Client:
    """Return a browser in which the administrator gave name and password."""
    del administrator
    client = Client()
    answer = client.post(reverse("wagtailadmin_login"), {"username": "huda", "password": PASSWORD})
    assert answer.status_code == 302
    return client


def code_of(secret: str, *, ahead: int = 0) -> str:
    """Return what an app shows, or will show `ahead` periods from now."""
    return f"{hotp_value(secret, int(time.time()) // PERIOD + ahead):06}"


def set_up(browser: Client) -> str:
    """Set up the app as a person does and return its secret."""
    page = browser.get(reverse("second_factor"))
    kept = browser.session["second_factor_secret"]
    secret = factors.unsealed(kept)
    assert secret not in kept
    shown = page.content.decode().replace(" ", "")
    assert secret in shown
    assert browser.post(reverse("second_factor"), {"code": code_of(secret)}).status_code == 302
    return secret


def log_in_again() -> Client:
    """Return another browser after name and password."""
    client = Client()
    client.post(reverse("wagtailadmin_login"), {"username": "huda", "password": PASSWORD})
    return client


def test_a_password_alone_opens_nothing(browser) -> None:
    """Req 113."""
    answer = browser.get("/staff/pages/")
    assert (answer.status_code, answer["Location"]) == (302, "/staff/second-factor/?next=%2Fstaff%2Fpages%2F")
    assert browser.post("/staff/pages/").status_code == 302
    assert browser.get("/staff/applications/").status_code == 302
    assert browser.get(reverse("second_factor_codes"))["Location"] == reverse("second_factor")


def test_the_way_in_is_closed_to_strangers(client) -> None:
    assert client.get(reverse("second_factor"))["Location"].startswith(reverse("wagtailadmin_login"))


def test_setting_up_opens_the_door_and_gives_ten_codes_for_paper(browser) -> None:
    set_up(browser)
    page = browser.get(reverse("second_factor_codes"))
    assert page.content.decode().count("<code") == 10
    assert page["Cache-Control"] == "no-store, private"
    assert browser.get("/staff/").status_code == 200


def test_a_wrong_first_code_sets_nothing_up_and_says_so(browser) -> None:
    page = browser.post(reverse("second_factor"), {"code": "000000"})
    assert (page.status_code, Authenticator.objects.count()) == (200, 0)
    assert "error" in page.content.decode()


def test_the_next_login_asks_for_the_code_and_goes_where_it_was_going(browser) -> None:
    secret = set_up(browser)
    again = log_in_again()
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    typed = code_of(secret, ahead=1).translate(arabic)
    answer = again.post("/staff/second-factor/?next=/staff/pages/", {"code": f"{typed[:3]} {typed[3:]}"})
    assert answer["Location"] == "/staff/pages/"
    assert again.get("/staff/").status_code == 200


def test_the_next_address_is_never_somebody_elses(browser) -> None:
    secret = set_up(browser)
    again = log_in_again()
    answer = again.post("/staff/second-factor/?next=//evil.example/staff/", {"code": code_of(secret, ahead=1)})
    assert answer["Location"] == "/staff/"


def test_a_code_works_once(browser) -> None:
    secret = set_up(browser)
    code = code_of(secret, ahead=1)
    assert log_in_again().post(reverse("second_factor"), {"code": code}).status_code == 302
    assert log_in_again().post(reverse("second_factor"), {"code": code}).status_code == 200


def test_a_code_on_paper_opens_once(browser, administrator) -> None:
    set_up(browser)
    code = factors.unused_codes(administrator)[0]
    assert log_in_again().post(reverse("second_factor"), {"code": code}).status_code == 302
    assert log_in_again().post(reverse("second_factor"), {"code": code}).status_code == 200
    assert len(factors.unused_codes(administrator)) == 9


def test_after_five_wrong_codes_a_right_one_is_refused_too(browser) -> None:
    secret = set_up(browser)
    again = log_in_again()
    for _ in range(5):
        again.post(reverse("second_factor"), {"code": "123456"})
    assert again.post(reverse("second_factor"), {"code": code_of(secret, ahead=1)}).status_code == 200


def test_the_database_holds_no_secret_in_the_clear(browser) -> None:
    secret = set_up(browser)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        kept = " ".join(str(row[0]) for row in cursor.fetchall())
    assert secret not in kept
    assert base64.b32decode(secret).hex() not in kept


def test_an_administrator_resets_somebody_else_with_a_trace_and_ends_their_sessions(browser) -> None:
    set_up(browser)
    officer = get_user_model().objects.create_superuser("sara", password=PASSWORD)
    theirs = Client()
    theirs.post(reverse("wagtailadmin_login"), {"username": "sara", "password": PASSWORD})
    set_up(theirs)
    assert browser.post(reverse("second_factor_reset", args=[officer.pk])).status_code == 302
    assert factors.are_set_up(officer) is False
    assert theirs.get("/staff/")["Location"].startswith("/staff/login/")
    entry = ModelLogEntry.objects.get(action="alhuda.second_factor.reset")
    assert (entry.object_id, entry.user.username) == (str(officer.pk), "huda")


def test_nobody_resets_themselves_and_only_administrators_reset_others(browser, administrator) -> None:
    set_up(browser)
    assert browser.post(reverse("second_factor_reset", args=[administrator.pk])).status_code == 404
    other = Client()
    other.force_login(get_user_model().objects.create_user("stranger", password=PASSWORD))
    assert other.post(reverse("second_factor_reset", args=[administrator.pk])).status_code == 404


def test_a_demonstration_asks_nothing_unless_an_app_is_set_up(settings, administrator) -> None:
    settings.DEMO = True
    browser = log_in_again()
    assert browser.get("/staff/").status_code == 200
    secret = factors.new_secret()
    assert factors.add(administrator, secret, code_of(secret)) is True
    assert log_in_again().get("/staff/").status_code == 302


def test_the_mark_of_a_demonstration_opens_nothing_on_a_real_site(settings, administrator) -> None:
    settings.DEMO = True
    browser = log_in_again()
    settings.DEMO = False
    assert browser.get("/staff/").status_code == 302
