"""The applicant's own word, by the link of the message or on the tracking page."""

import pytest
from django.contrib.auth.models import AbstractUser
from django.core import mail
from django.test import Client
from django.urls import reverse

from forms_flow.domain.declaration import Declaration
from forms_flow.enums import DeclarationMode, Role
from forms_flow.notices.compose import compose
from forms_flow.notices.send import deliver_due
from forms_flow.records.applications import Application
from forms_flow.records.history import Action, Event
from tests.forms_flow import factories
from tests.forms_flow.domain.test_declare import entered, token_of
from tests.forms_flow.tracking.entering import enter

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
WORDS = "أقرّ بأن البيانات صحيحة"


@pytest.fixture
def officer() -> AbstractUser:
    return factories.a_user(Role.RELATIONS_OFFICER, factories.a_department())


@pytest.fixture
def pending(officer: AbstractUser) -> Application:
    return entered(officer, Declaration(mode=DeclarationMode.LINK, at=None, taken_by=officer.pk))


def test_following_the_link_changes_nothing_and_tells_nothing_personal(pending: Application) -> None:
    page = Client().get(reverse("tracking:confirm", args=[token_of(pending)]))
    text = page.content.decode()
    assert (page.status_code, WORDS in text, page["Cache-Control"]) == (200, True, "no-store, private")
    secrets = (factories.NAME, factories.MOBILE, factories.national_id(), pending.reference, str(pending.pk))
    assert [secret for secret in secrets if secret in text] == []
    pending.refresh_from_db()
    assert pending.declared_at is None


def test_the_button_confirms_once_and_for_all(pending: Application) -> None:
    url = reverse("tracking:confirm", args=[token_of(pending)])
    answers = [Client().post(url).status_code for _time in range(2)]
    pending.refresh_from_db()
    assert (answers, pending.declared_at is not None) == ([303, 303], True)
    assert Event.objects.filter(action=Action.DECLARED).count() == 1
    assert Client().get(url).content.decode().count("<form") == 0


def test_a_forged_post_confirms_nothing(pending: Application) -> None:
    url = reverse("tracking:confirm", args=[token_of(pending)])
    assert Client(enforce_csrf_checks=True).post(url).status_code == 403
    pending.refresh_from_db()
    assert pending.declared_at is None


def test_a_wrong_link_opens_nothing(pending: Application) -> None:
    for token in ("x", "A" * 43, token_of(pending)[:-2]):
        assert Client().get(reverse("tracking:confirm", args=[token])).status_code == 404


def test_the_message_carries_the_link_and_forgets_it_once_sent(pending: Application) -> None:
    notice = pending.notices.get(template="confirm")
    token = token_of(pending)
    for language in ("ar", "en"):
        notice.language = language
        said = compose(notice)
        assert f"/track/confirm/{token}/" in said.body
        assert [secret for secret in (factories.NAME, factories.MOBILE) if secret in said.body] == []
    deliver_due()
    notice.refresh_from_db()
    assert (notice.extra, notice.state, mail.outbox) == (None, "sent", [])


def test_the_tracking_page_offers_it_too(client: Client, pending: Application) -> None:
    page = enter(client, pending).get(reverse("tracking:case")).content.decode()
    assert (WORDS in page, reverse("tracking:declare") in page) == (True, True)
    assert client.post(reverse("tracking:declare")).status_code == 303
    pending.refresh_from_db()
    assert pending.declared_at is not None
    assert reverse("tracking:declare") not in client.get(reverse("tracking:case")).content.decode()


def test_without_a_ticket_nobody_declares_there(pending: Application) -> None:
    assert Client().post(reverse("tracking:declare")).status_code == 303
    pending.refresh_from_db()
    assert pending.declared_at is None
