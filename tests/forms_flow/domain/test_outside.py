"""Referrals to other bodies, letters from them, and replies (req 84, practice 11)."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, connection, transaction

from forms_flow.domain.errors import IllegalMoveError, MissingInputError, NotAllowedError
from forms_flow.domain.outside import Party, record_letter, record_reply, refer_outside
from forms_flow.domain.withdraw import withdraw
from forms_flow.enums import Role
from forms_flow.records.applications import Application
from forms_flow.records.history import Action, Event
from forms_flow.records.referrals import Body, Consent, Direction, Referral
from home.dates import today
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
HOSPITAL, ABOUT, REPLY = "مستشفى رابغ العام", "طلب تقرير عن الحالة", "لا مانع، والموعد يوم الأحد"


@pytest.fixture
def application() -> Application:
    return factories.an_application()


@pytest.fixture
def officer(application: Application) -> AbstractUser:
    return factories.a_user(Role.CASE_OFFICER, application.department)


def out(application: Application, actor: AbstractUser, **given: Any) -> Referral:
    values = {"party": Party(other=HOSPITAL), "on": today(), "consent": Consent.SIGNED, "consent_on": today()}
    return refer_outside(application=application, actor=actor, **{**values, "about": ABOUT, **given})


def test_a_referral_keeps_whom_what_and_the_consent(application: Application, officer: AbstractUser) -> None:
    row = out(application, officer, sections=["health", "nothing"], documents=["id_card", "income2"])
    row.refresh_from_db()
    assert (row.direction, row.body_name, row.about) == (Direction.OUT, HOSPITAL, ABOUT)
    assert (row.sections, row.documents, row.consent, row.by_id) == (["health"], ["id_card"], "signed", officer.pk)
    event = Event.objects.get(action=Action.REFERRED_OUT)
    assert (event.data["sections"], HOSPITAL in str(event.data)) == (["health"], False)


def test_names_and_words_of_a_referral_are_sealed(application: Application, officer: AbstractUser) -> None:
    """Req 115."""
    record_reply(referral=out(application, officer), actor=officer, on=today(), text=REPLY)
    with connection.cursor() as cursor:
        cursor.execute("SELECT other, about, reply FROM forms_flow_referral")
        whole = b"".join(bytes(value) for value in cursor.fetchone())
    assert [text for text in (HOSPITAL, ABOUT, REPLY) if text.encode() in whole] == []


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"consent": None}, "consent"),
        ({"consent_on": None}, "consent_on"),
        ({"consent_on": today() + timedelta(days=1)}, "consent_on"),
        ({"party": Party()}, "body"),
        ({"on": today() + timedelta(days=1)}, "on"),
    ],
)
def test_without_consent_nothing_is_recorded(
    application: Application, officer: AbstractUser, given: dict[str, Any], field: str
) -> None:
    with pytest.raises(MissingInputError) as caught:
        out(application, officer, **given)
    assert (caught.value.field, Referral.objects.count()) == (field, 0)


def test_the_database_keeps_no_referral_without_consent(application: Application) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.create(application=application, direction=Direction.OUT, other=HOSPITAL, on=today())


def test_a_reply_is_recorded_once(application: Application, officer: AbstractUser) -> None:
    body = Body.objects.create(name_ar=HOSPITAL, name_en="Hospital")
    row = record_reply(
        referral=out(application, officer, party=Party(body=body)), actor=officer, on=today(), text=REPLY
    )
    assert (row.reply, row.replied_on, row.replied_by_id) == (REPLY, today(), officer.pk)
    with pytest.raises(IllegalMoveError):
        record_reply(referral=row, actor=officer, on=today(), text="أخرى")


@pytest.mark.parametrize(("days", "text", "field"), [(0, " ", "text"), (1, REPLY, "on"), (-1, REPLY, "on")])
def test_a_reply_has_words_and_a_day_that_can_be(
    application: Application, officer: AbstractUser, days: int, text: str, field: str
) -> None:
    sent, on = out(application, officer), today() + timedelta(days=days)
    with pytest.raises(MissingInputError) as caught:
        record_reply(referral=sent, actor=officer, on=on, text=text)
    assert caught.value.field == field


def test_a_letter_of_a_body_has_its_number_and_date(application: Application, officer: AbstractUser) -> None:
    given = {"application": application, "actor": officer, "party": Party(other="محافظة رابغ")}
    with pytest.raises(MissingInputError):
        record_letter(**given, number=" ", on=today())
    row = record_letter(**given, number="441/8", on=today(), about=ABOUT)
    assert (row.letter, row.direction) == ({"number": "441/8", "date": today().isoformat()}, Direction.IN)
    assert Event.objects.filter(action=Action.LETTER_CAME).count() == 1


def test_only_who_refers_outside_does(application: Application, officer: AbstractUser) -> None:
    for person in (
        factories.a_user(Role.APPROVER, application.department),
        factories.a_user(Role.CASE_OFFICER, factories.a_department("elsewhere")),
        factories.a_user(Role.AUDITOR),
    ):
        with pytest.raises(NotAllowedError):
            out(application, person)
    withdraw(application=application, row_version=1)
    with pytest.raises(IllegalMoveError):
        out(Application.objects.get(pk=application.pk), officer)
