"""The editor's import: upload, preview, create."""

import re
from collections.abc import Callable
from html import unescape

import pytest
import time_machine
from django.contrib.auth.models import AbstractUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from services.models import PolicyPage
from tests.services.factories import home, policy_list, staff_user
from tests.services.html import text_of
from tests.services.samples import LENDING

pytestmark = [pytest.mark.integration, pytest.mark.django_db, pytest.mark.usefixtures("given_form")]

Upload = Callable[..., HttpResponse]


@pytest.fixture
def editor(client: Client) -> AbstractUser:
    user = staff_user(adds_below=policy_list())
    client.force_login(user)
    return user


def upload(client: Client, data: bytes, name: str = "lending.txt", language: str = "ar") -> HttpResponse:
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("policy_import"), {"file": file, "language": language})


def payload_of(response: HttpResponse) -> str:
    return unescape(re.search(r'name="payload" value="([^"]+)"', response.content.decode())[1])


@pytest.mark.usefixtures("editor")
def test_a_file_is_previewed_and_nothing_is_stored(client: Client) -> None:
    before = Page.objects.count()
    response = upload(client, LENDING.encode())
    text = text_of(response.content.decode())
    assert (response.status_code, Page.objects.count()) == (200, before)
    assert [part in text for part in ("1. تعار الأجهزة دون رسوم.", "تلبى", "سياسة إعارة الأجهزة")] == [True, True, True]


@pytest.mark.usefixtures("editor")
def test_the_button_below_the_preview_creates_the_draft(client: Client) -> None:
    payload = payload_of(upload(client, LENDING.encode()))
    response = client.post(reverse("policy_import_create"), {"payload": payload})
    page = PolicyPage.objects.get()
    assert response.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.live, page.title, page.get_parent().pk) == (False, "سياسة إعارة الأجهزة", policy_list().pk)


@pytest.mark.usefixtures("editor")
def test_pressing_twice_makes_one_draft(client: Client) -> None:
    payload = payload_of(upload(client, LENDING.encode()))
    answers = [client.post(reverse("policy_import_create"), {"payload": payload}).headers["Location"] for _ in range(2)]
    page = PolicyPage.objects.get()
    assert answers == [reverse("wagtailadmin_pages:edit", args=[page.pk])] * 2


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize("data", [b"", b"\x00" * 40, b"%PDF-1.7", b"x" * (3 * 1024 * 1024)])
def test_a_bad_file_is_answered_beside_its_field(client: Client, data: bytes) -> None:
    before = Page.objects.count()
    response = upload(client, data)
    assert (response.status_code, Page.objects.count()) == (422, before)
    assert len(response.context["form"].errors["file"]) == 1


@pytest.mark.usefixtures("editor")
def test_no_file_at_all_is_answered(client: Client) -> None:
    response = client.post(reverse("policy_import"), {"language": "ar"})
    assert list(response.context["form"].errors) == ["file"]


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize("payload", ["", "altered", "a:b:c"])
def test_an_altered_preview_creates_nothing(client: Client, payload: str) -> None:
    response = client.post(reverse("policy_import_create"), {"payload": payload})
    assert (response.headers["Location"], PolicyPage.objects.count()) == (reverse("policy_import"), 0)


@pytest.mark.usefixtures("editor")
def test_another_persons_preview_creates_nothing(client: Client) -> None:
    payload = payload_of(upload(client, LENDING.encode()))
    client.force_login(staff_user("second-editor", adds_below=policy_list()))
    client.post(reverse("policy_import_create"), {"payload": payload})
    assert not PolicyPage.objects.exists()


@pytest.mark.usefixtures("editor")
def test_an_old_preview_creates_nothing(client: Client) -> None:
    payload = payload_of(upload(client, LENDING.encode()))
    with time_machine.travel(2**40 / 1000, tick=False):
        client.force_login(staff_user("later", adds_below=policy_list()))
        client.post(reverse("policy_import_create"), {"payload": payload})
    assert not PolicyPage.objects.exists()


@pytest.mark.usefixtures("editor")
def test_reloading_the_address_of_the_button_leads_to_the_start(client: Client) -> None:
    assert client.get(reverse("policy_import_create")).headers["Location"] == reverse("policy_import")


@pytest.mark.parametrize("name", ["policy_import", "policy_import_create"])
def test_staff_who_may_not_add_policies_are_kept_out(client: Client, name: str) -> None:
    policy_list()
    client.force_login(staff_user("no-editor"))
    responses = [client.get(reverse(name)), client.post(reverse(name), {"payload": "x"})]
    assert [response.status_code for response in responses] in ([302, 302], [403, 403])
    assert not PolicyPage.objects.exists()


def test_an_editor_of_one_language_imports_in_that_language_only(client: Client) -> None:
    client.force_login(staff_user("arabic-editor", adds_below=home()))
    response = upload(client, b"Visitors Policy\n\nPurpose\n\nThis page says how.", language="en")
    assert response.status_code == 422


def test_strangers_are_sent_to_the_login(client: Client) -> None:
    response = client.get(reverse("policy_import"))
    assert response.headers["Location"].startswith(reverse("wagtailadmin_login"))


def test_a_post_without_a_token_is_refused() -> None:
    user = staff_user(adds_below=policy_list())
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(user)
    assert strict.post(reverse("policy_import_create"), {"payload": "x"}).status_code == 403


@pytest.mark.usefixtures("editor")
def test_the_menu_offers_the_import_to_editors(client: Client) -> None:
    assert reverse("policy_import") in client.get(reverse("wagtailadmin_home")).content.decode()
