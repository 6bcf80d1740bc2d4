"""The Wagtail editor: drafts may be half written, publishing may not."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from services.models import PolicyPage, ServicePage
from tests.services.factories import a_policy, a_service, policy_list, services_guide

pytestmark = [pytest.mark.integration, pytest.mark.django_db, pytest.mark.usefixtures("given_form")]


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("root", password="long enough password"))
    return client


def service_form(**changes: Any) -> dict[str, str]:
    empty = streamfield([])
    prose = {name: rich_text("") for name in ("who_can", "who_cannot", "other_ways")}
    streams = {"documents": empty, "steps": empty, "governing_policies": inline_formset([])}
    values = {"title": "خدمة", "slug": "half", "answer_unit": "working_day", "answer_calendar": "office"}
    choices = {"season": "all_year", "state": "open", "comments": inline_formset([])}
    return nested_form_data({**values, **choices, **prose, **streams, **changes})


def test_a_half_written_service_is_saved_as_a_draft(admin: Client) -> None:
    url = reverse("wagtailadmin_pages:add", args=["services", "servicepage", services_guide().pk])
    response = admin.post(url, service_form())
    assert (response.status_code, ServicePage.objects.get().live) == (302, False)


def test_publishing_it_names_every_missing_part_beside_its_field(admin: Client) -> None:
    """Req 1."""
    url = reverse("wagtailadmin_pages:add", args=["services", "servicepage", services_guide().pk])
    response = admin.post(url, {**service_form(), "action-publish": "1"})
    form = response.context["form"]
    assert sorted(form.errors) == sorted([*ServicePage.required_to_publish, "documents"])
    assert not ServicePage.objects.exists()


def test_a_draft_of_a_live_service_may_lose_a_part(admin: Client) -> None:
    service = a_service()
    response = admin.post(reverse("wagtailadmin_pages:edit", args=[service.pk]), service_form(slug="wheelchair"))
    service.refresh_from_db()
    assert (response.status_code, service.summary != "", service.has_unpublished_changes) == (302, True, True)


def test_a_blank_meeting_is_reported_beside_its_field(admin: Client) -> None:
    """Req 88."""
    policy = a_policy()
    body = streamfield([("paragraph", "نص")])
    values = {"title": "سياسة", "slug": "lending", "version": "1", "status": "approved", "body": body}
    data = nested_form_data({**values, "comments": inline_formset([]), "action-publish": "1"})
    response = admin.post(reverse("wagtailadmin_pages:edit", args=[policy.pk]), data)
    assert sorted(response.context["form"].errors) == ["approving_body", "meeting_date", "meeting_number"]
    assert PolicyPage.objects.get().status == "draft"


@pytest.mark.parametrize("model", ["servicepage", "policypage"])
def test_the_editor_opens(admin: Client, model: str) -> None:
    parent = services_guide() if model == "servicepage" else policy_list()
    assert admin.get(reverse("wagtailadmin_pages:add", args=["services", model, parent.pk])).status_code == 200


def test_the_previews_open(admin: Client) -> None:
    for page in (a_service(), a_policy()):
        assert admin.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).status_code == 200
