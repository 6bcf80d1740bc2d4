"""The editor's screens for copies, files and steps."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser, Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from alhuda.demo.roles import ensure_roles
from alhuda.demo.translating import english
from forms_flow.enums import Role
from forms_flow.pages.models import FormPage
from forms_flow.pages.portable.copying import titles_of
from forms_flow.pages.portable.export import as_json, export
from forms_flow.pages.portable.load import load
from forms_flow.pages.portable.read import read
from home.models import HomePage
from tests.forms_flow import factories
from tests.forms_flow.pages.portable.makers import condition, document, question, step

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
SCREENS = ("form_copy", "form_export", "form_steps")


@pytest.fixture
def editor(client: Client, home: HomePage) -> AbstractUser:
    """Sign an editor in, who works in English."""
    ensure_roles()
    person = factories.a_user(Role.EDITOR)
    client.force_login(person)
    return person


@pytest.fixture
def other(home: HomePage) -> FormPage:
    """Return another form, a draft."""
    steps = [step("contact", question("mobile")), step("more", question("how"), conditions=[condition("far")])]
    return load(document(*steps), parent=home).page


def told(response: HttpResponse) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def upload(client: Client, content: Any) -> HttpResponse:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return client.post(reverse("form_import"), {"file": SimpleUploadedFile("x.json", data)}, follow=True)


@pytest.mark.usefixtures("editor")
def test_one_click_makes_a_copy_and_opens_it(client: Client, open_page: FormPage) -> None:
    response = client.post(reverse("form_copy", args=[open_page.pk]))
    made = FormPage.objects.get(title="طلب مساعدة (نسخة)")
    assert (response.status_code, response["Location"]) == (302, reverse("wagtailadmin_pages:edit", args=[made.pk]))


@pytest.mark.usefixtures("editor")
def test_following_the_button_as_a_link_copies_nothing_yet(client: Client, open_page: FormPage) -> None:
    response = client.get(reverse("form_copy", args=[open_page.pk]))
    assert (response.status_code, FormPage.objects.count()) == (200, 2)
    assert f'action="{reverse("form_copy", args=[open_page.pk])}"' in response.content.decode()


@pytest.mark.usefixtures("editor")
def test_the_menus_of_a_form_lead_to_all_three(client: Client, home: HomePage, open_page: FormPage) -> None:
    """In the editor, and in the list of pages for every language."""
    screens = {
        reverse("wagtailadmin_pages:edit", args=[open_page.pk]): open_page,
        reverse("wagtailadmin_explore", args=[home.pk]): open_page,
        reverse("wagtailadmin_explore", args=[home.get_translation(english()).pk]): open_page.get_translation(
            english()
        ),
    }
    for address, page in screens.items():
        text = client.get(address).content.decode()
        for name in SCREENS:
            assert f'href="{reverse(name, args=[page.pk])}"' in text, (name, address)
        assert f'data-w-action-url-value="{reverse("form_copy", args=[page.pk])}"' in text


@pytest.mark.usefixtures("editor")
def test_pages_that_are_no_form_offer_nothing_of_it(client: Client, home: HomePage) -> None:
    text = client.get(reverse("wagtailadmin_pages:edit", args=[home.pk])).content.decode()
    assert reverse("form_copy", args=[home.pk]) not in text
    assert client.get(reverse("form_export", args=[home.pk])).status_code == 404


@pytest.mark.usefixtures("editor")
def test_the_file_is_an_attachment_that_nobody_keeps(client: Client, open_page: FormPage) -> None:
    response = client.get(reverse("form_export", args=[open_page.pk]))
    assert response["Content-Disposition"] == 'attachment; filename="assistance.form.json"'
    assert (response["Content-Type"], "no-store" in response["Cache-Control"]) == ("application/json", True)
    assert read(response.content) == export(open_page)


@pytest.mark.usefixtures("editor")
def test_another_language_of_a_form_gives_the_same_file(client: Client, open_page: FormPage) -> None:
    translated = open_page.get_translation(english())
    response = client.get(reverse("form_export", args=[translated.pk]))
    assert response.content.decode() == as_json(export(open_page))


def test_nothing_personal_is_in_a_file(client: Client, editor: AbstractUser, open_page: FormPage) -> None:
    """Neither people nor rows: the file is what editors wrote for applicants."""
    open_page.owner = editor
    open_page.save_revision(user=editor)
    text = client.get(reverse("form_export", args=[open_page.pk])).content.decode()
    secrets = [editor.username, str(open_page.translation_key), open_page.steps[0].id, "owner", "revision"]
    assert [secret for secret in secrets if secret in text] == []


def test_a_file_becomes_a_draft_that_opens(client: Client, editor: AbstractUser) -> None:
    content = document(step("one", question("a")), services=["moon"])
    response = upload(client, content)
    page = FormPage.objects.get(locale__language_code="ar")
    assert response.redirect_chain == [(reverse("wagtailadmin_pages:edit", args=[page.pk]), 302)]
    assert (page.live, page.owner, len(told(response))) == (False, editor, 2)
    assert "moon" in told(response)[1]


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize("content", [b"", b"no json", {"format": "form", "format_version": 9}, document(step("A!"))])
def test_a_bad_file_is_answered_beside_its_field_and_makes_nothing(client: Client, content: Any) -> None:
    before = Page.objects.count()
    response = upload(client, content)
    assert (response.status_code, Page.objects.count()) == (422, before)
    assert len(response.context["form"].errors["file"]) == 1


@pytest.mark.usefixtures("editor")
def test_no_file_at_all_is_answered(client: Client) -> None:
    response = client.post(reverse("form_import"))
    assert (response.status_code, [*response.context["form"].errors]) == (422, ["file"])


@pytest.mark.usefixtures("editor")
def test_what_a_file_says_is_shown_as_text(client: Client) -> None:
    response = upload(client, document({"type": "<script>", "value": {}}))
    assert ("<script>”" in response.content.decode(), "&lt;script&gt;" in response.content.decode()) == (False, True)


@pytest.mark.usefixtures("editor")
def test_ticked_steps_are_added_and_what_is_lost_is_told(client: Client, open_page: FormPage, other: FormPage) -> None:
    address = reverse("form_steps", args=[open_page.pk])
    assert client.get(address).context["origins"] == [other]
    offered = client.get(address, {"form": other.pk}).context["form"].fields["steps"].choices
    assert offered == titles_of(other)
    response = client.post(address, {"form": other.pk, "steps": [key for key, _title in offered]}, follow=True)
    draft = FormPage.objects.get(pk=open_page.pk).get_latest_revision_as_object()
    assert [block.value["key"] for block in draft.steps][-2:] == ["contact", "more"]
    assert (len(told(response)), "far" in told(response)[1]) == (2, True)


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize("steps", [[], ["none-of-them"]])
def test_without_a_step_nothing_is_added(
    client: Client, open_page: FormPage, other: FormPage, steps: list[str]
) -> None:
    response = client.post(reverse("form_steps", args=[open_page.pk]), {"form": other.pk, "steps": steps})
    assert (response.status_code, [*response.context["form"].errors]) == (422, ["steps"])


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize("form", ["", "999", "x"])
def test_a_form_that_is_not_there_shows_the_choice_again(client: Client, open_page: FormPage, form: str) -> None:
    response = client.post(reverse("form_steps", args=[open_page.pk]), {"form": form})
    assert (response.status_code, response.context["origin"]) == (200, None)


def test_a_locked_form_takes_no_steps(
    client: Client, editor: AbstractUser, open_page: FormPage, other: FormPage
) -> None:
    FormPage.objects.filter(pk=open_page.pk).update(locked=True)
    picked = [key for key, _title in titles_of(other)]
    client.post(reverse("form_steps", args=[open_page.pk]), {"form": other.pk, "steps": picked})
    draft = FormPage.objects.get(pk=open_page.pk).get_latest_revision_as_object()
    assert len(draft.steps) == 5


def test_a_form_of_somebody_elses_part_of_the_site_is_not_offered(
    client: Client, open_page: FormPage, other: FormPage
) -> None:
    """Whoever edits one form alone takes steps from no other, and copies nothing beside it."""
    ensure_roles()
    group = Group.objects.create(name="one form")
    permission = GroupPagePermission.objects.filter(permission__codename="change_page")[0].permission
    GroupPagePermission.objects.create(group=group, page=open_page, permission=permission)
    person = factories.a_user()
    person.groups.add(group)
    client.force_login(person)
    address = reverse("form_steps", args=[open_page.pk])
    assert client.get(address).context["origins"] == []
    assert client.get(reverse("form_export", args=[open_page.pk])).status_code == 200
    for name in SCREENS:
        assert client.get(reverse(name, args=[other.pk])).status_code == 302
    assert client.post(reverse("form_copy", args=[open_page.pk])).status_code == 302
    assert client.get(reverse("form_import")).status_code == 302
    assert FormPage.objects.count() == 4


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.EDITOR, Role.ADMINISTRATOR}])
def test_the_staff_who_handle_applications_are_kept_out(client: Client, open_page: FormPage, role: Role) -> None:
    ensure_roles()
    client.force_login(factories.a_user(role))
    before = Page.objects.count()
    for name in SCREENS:
        address = reverse(name, args=[open_page.pk])
        assert [client.get(address).status_code, client.post(address).status_code] == [302, 302], name
    assert upload(client, document()).redirect_chain[0][1] == 302
    assert Page.objects.count() == before


@pytest.mark.usefixtures("editor")
def test_the_sidebar_shows_the_import_to_editors_alone(client: Client, open_page: FormPage) -> None:
    address = reverse("form_import")
    assert address in client.get(reverse("wagtailadmin_home")).content.decode()
    client.force_login(factories.a_user(Role.RELATIONS_OFFICER))
    assert address not in client.get(reverse("wagtailadmin_home")).content.decode()
