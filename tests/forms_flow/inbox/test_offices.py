"""The administrator's tables of casework: office hours and the bodies outside."""

from datetime import time

import pytest
from django.test import Client
from django.urls import reverse

from forms_flow.domain import office
from forms_flow.enums import Role
from forms_flow.records.calendar import OfficeHours, Part
from forms_flow.records.referrals import Body
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
HOURS = {"part": "ramadan", "opens": "09:00", "closes": "14:00"}


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(factories.a_user(Role.ADMINISTRATOR))
    return client


def test_the_hours_of_ramadan_are_set_on_a_screen(administrator: Client) -> None:
    assert administrator.post(reverse("officehours:add"), HOURS).status_code == 302
    assert (OfficeHours.objects.get().part, office.hours().ramadan) == (Part.RAMADAN, (time(9), time(14)))


def test_an_office_does_not_close_before_it_opens(administrator: Client) -> None:
    answer = administrator.post(reverse("officehours:add"), {**HOURS, "closes": "08:00"})
    assert (answer.status_code, OfficeHours.objects.count()) == (200, 0)


def test_bodies_are_kept_on_a_screen_and_offered_by_name(administrator: Client) -> None:
    data = {"name_ar": "مستشفى رابغ العام", "name_en": "Rabigh General Hospital", "is_active": "on"}
    assert administrator.post(reverse("body:add"), data).status_code == 302
    assert str(Body.objects.get()) == "مستشفى رابغ العام"


@pytest.mark.parametrize("name", ["officehours", "body"])
def test_only_administrators_keep_them(client: Client, name: str) -> None:
    client.force_login(factories.a_user(Role.APPROVER, factories.a_department()))
    assert client.get(reverse(f"{name}:index")).status_code == 302
