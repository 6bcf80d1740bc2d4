"""The command that loads the demonstration."""

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import GroupPagePermission, Page, Revision, Site
from wagtail_localize.models import Translation

from alhuda.demo.content.forms import FORMS
from forms_flow.enums import Role, State, Track
from forms_flow.models import Application, Department, FormPage, FormVersion
from forms_flow.pages.readiness import gaps
from home.models import HomePage, SiteSettings
from services.models import ServicePage

pytestmark = pytest.mark.integration


def demo(*options: str) -> str:
    out = StringIO()
    call_command("demo", *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def loaded(db: None) -> Iterator[dict[str, Any]]:
    """Return the report of a demonstration just loaded."""
    return json.loads(demo("--json"))


def test_the_whole_demonstration(loaded: dict[str, Any], client: Client) -> None:
    """One long test: loading takes seconds, and every part is looked at once."""
    the_report_has_the_shape_of_the_contract(loaded)
    every_user_may_sign_in(loaded)
    every_page_answers_in_both_languages(loaded, client)
    translations_are_whole_and_editable()
    the_form_is_open_and_long_enough()
    applications_stand_at_every_stage()
    the_committee_has_a_member_of_its_own()
    pages_lead_to_their_forms(client)
    the_tree_is_sound()
    editors_may_write_pages_and_nobody_else()
    a_second_run_changes_nothing(loaded)
    an_editors_change_survives_the_next_run()


def the_report_has_the_shape_of_the_contract(report: dict[str, Any]) -> None:
    assert list(report) == ["users", "forms", "services", "policies"]
    assert [user["role"] for user in report["users"]] == list(Role)
    assert {tuple(user) for user in report["users"]} == {("role", "username", "password", "totp")}
    assert [form["track"] for form in report["forms"]] == [form["track"] for form in FORMS]
    assert {tuple(form["urls"]) for form in report["forms"]} == {("ar", "en")}
    assert {tuple(entry) for entry in report["services"] + report["policies"]} == {("key", "title", "urls")}
    assert (len(report["services"]), len(report["policies"])) == (14, 3)


def every_user_may_sign_in(report: dict[str, Any]) -> None:
    for entry in report["users"]:
        user = get_user_model().objects.get(username=entry["username"])
        assert user.check_password(entry["password"])
        assert user.has_perm("wagtailadmin.access_admin")
        assert list(user.groups.values_list("name", flat=True)) == [entry["role"]]
    assert get_user_model().objects.filter(is_superuser=True).values_list("username", flat=True)[0] == "administrator"


def every_page_answers_in_both_languages(report: dict[str, Any], client: Client) -> None:
    entries = [*report["forms"], *report["services"], *report["policies"]]
    addresses = [url for entry in entries for url in entry["urls"].values()]
    assert len(addresses) == 2 * len(entries)
    for url in [
        *addresses,
        "/",
        "/en/",
        "/about/",
        "/en/privacy/",
        "/en/volunteering/",
        "/accessibility/",
        "/contact/",
    ]:
        assert client.get(url).status_code == 200, url


def translations_are_whole_and_editable() -> None:
    assert Translation.objects.count() == Page.objects.filter(locale__language_code="ar", depth__gt=1).count()
    for translation in Translation.objects.select_related("source"):
        total, done = translation.get_progress()
        assert total == done
        assert translation.enabled


def the_form_is_open_and_long_enough() -> None:
    pages = FormPage.objects.filter(locale__language_code="ar").order_by("path")
    assert [gaps(page) for page in pages] == [[]] * len(FORMS)
    flow = FormVersion.objects.current(pages[0].flow_key).flow
    assert len(flow.steps) >= 40
    assert {"identity", "full_name", "mobile", "yes_no", "long_text", "upload"} <= {
        question.kind for step in flow.steps for question in step.questions
    }
    assert any(step.show_when.conditions for step in flow.steps)
    open_forms = [FormVersion.objects.current(page.flow_key) for page in pages]
    assert all(version and version.closed_at is None for version in open_forms)


def applications_stand_at_every_stage() -> None:
    wanted = {
        State.RECEIVED,
        State.INCOMPLETE,
        State.UNDER_STUDY,
        State.AWAITING_APPROVAL,
        State.APPROVED,
        State.DECLINED,
        State.DELIVERED,
        State.CLOSED,
    }
    assert set(Application.objects.values_list("state", flat=True)) == wanted
    assert (
        Application.objects.exclude(service_key__in=["", *ServicePage.objects.values_list("key", flat=True)]).count()
        == 0
    )
    assert set(Application.objects.values_list("track", flat=True)) == set(Track)
    reported = Application.objects.filter(track=Track.WHISTLE_BLOWING)
    assert list(reported.values_list("department__key", flat=True)) == ["committee"]


def the_committee_has_a_member_of_its_own() -> None:
    """Req 124."""
    members = get_user_model().objects.filter(memberships__department__key="committee")
    assert list(members.values_list("username", flat=True)) == ["committee-member"]


def pages_lead_to_their_forms(client: Client) -> None:
    for page, form in (("volunteering", "volunteer"), ("contact", "complaint"), ("contact", "report-violation")):
        for prefix in ("/", "/en/"):
            assert f'href="{prefix}{form}/"' in client.get(f"{prefix}{page}/").content.decode()


def the_tree_is_sound() -> None:
    assert not any(Page.find_problems())
    assert SiteSettings.for_site(Site.objects.get()).privacy_page.slug == "privacy"


def editors_may_write_pages_and_nobody_else() -> None:
    groups = set(GroupPagePermission.objects.values_list("group__name", flat=True))
    assert groups - {"Editors", "Moderators"} == {Role.EDITOR}


def a_second_run_changes_nothing(report: dict[str, Any]) -> None:
    before = (Revision.objects.count(), Application.objects.count(), get_user_model().objects.count())
    assert json.loads(demo("--json")) == report
    assert (Revision.objects.count(), Application.objects.count(), get_user_model().objects.count()) == before


def an_editors_change_survives_the_next_run() -> None:
    page = HomePage.objects.get(locale__language_code="ar")
    page.hero_title = "عنوان كتبه محرر"
    page.save_revision().publish()
    demo()
    assert HomePage.objects.get(pk=page.pk).hero_title == "عنوان كتبه محرر"


def test_a_site_that_is_no_demonstration_refuses(db: None, settings: LazySettings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError):
        demo()


def test_a_real_site_begins_without_samples_and_users(db: None, settings: LazySettings) -> None:
    settings.DEMO = False
    options = ["--no-input", "--name-ar=جمعية البر", "--name-en=Al-Birr", "--telephone=+966 12 111 1111"]
    call_command("start_site", *options, "--department=intake=الاستقبال=Reception", stdout=StringIO())
    assert get_user_model().objects.count() == 0
    assert SiteSettings.for_site(Site.objects.get()).brand_name_ar == "جمعية البر"
    assert list(Department.objects.values_list("key", "is_intake")) == [("intake", True)]
    assert ServicePage.objects.count() == 0
    assert list(FormPage.objects.values_list("live", flat=True)) == [False, False]
    assert Group.objects.filter(name__in=Role.values).count() == len(Role)
    assert not any(Page.find_problems())


def test_a_real_site_that_is_begun_twice_stays_as_its_editors_left_it(db: None) -> None:
    call_command("start_site", "--no-input", "--name-ar=جمعية البر", stdout=StringIO())
    page = HomePage.objects.get(locale__language_code="ar")
    page.hero_title = "عنوان كتبه محرر"
    page.save_revision().publish()
    pages = Page.objects.count()
    call_command("start_site", "--no-input", "--name-ar=جمعية البر", stdout=StringIO())
    assert Page.objects.count() == pages
    assert HomePage.objects.get(pk=page.pk).hero_title == "عنوان كتبه محرر"


@pytest.mark.parametrize("options", [["--no-input"], ["--no-input", "--name-ar=أ", "--department=only-a-key"]])
def test_a_real_site_needs_a_name_and_whole_departments(db: None, options: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("start_site", *options, stdout=StringIO())
