"""A change empties the pages it touches, with the next look, and leaves the others alone (ARCHITECTURE §10)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

from forms_flow.domain import submit
from forms_flow.domain.declaration import ticked
from forms_flow.enums import State
from forms_flow.pages.models import FormPage
from forms_flow.records.openings import Opening
from forms_flow.records.versions import FormVersion
from home import changes, epoch
from home.models import SiteSettings, StandardPage
from services.enums import PolicyStatus
from services.models import ServicePage
from tests.alhuda.page_cache.visiting import Visitor
from tests.forms_flow import factories as forms
from tests.services import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@contextmanager
def emptied(visitor: Visitor, *paths: str, kept: Sequence[str] = ()) -> Iterator[None]:
    """See that what happens inside empties the one and leaves the other."""
    for path in (*paths, *kept):
        assert visitor.ask(path).status == 200
        assert visitor.is_kept(path)
    yield
    found = {path: visitor.is_kept(path) for path in (*paths, *kept)}
    assert found == {**dict.fromkeys(paths, False), **dict.fromkeys(kept, True)}


def a_page(slug: str = "about", title: str = "عنا", **fields: Any) -> StandardPage:
    return factories.live_child(factories.home(), StandardPage(title=title, slug=slug, **fields))


def publish(page: Page, **changed: Any) -> None:
    page = type(page).objects.get(pk=page.pk)
    for name, value in changed.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_publishing_a_page_empties_it_and_no_other(visitor) -> None:
    page, _other = a_page(), a_page("contact", "تواصل")
    with emptied(visitor, "/about/", kept=["/", "/contact/"]):
        publish(page, intro="جديد")
    assert "جديد" in visitor.ask("/about/").text


def test_unpublishing_takes_a_page_away_and_no_other(visitor) -> None:
    page, _other = a_page(), a_page("contact", "تواصل")
    with emptied(visitor, kept=["/", "/contact/"]):
        visitor.ask("/about/")
        page.unpublish()
    assert visitor.ask("/about/").status == 404


def test_a_page_below_shows_the_new_title_of_the_one_above(visitor) -> None:
    page = a_page()
    factories.live_child(page, StandardPage(title="مجلس", slug="board"))
    with emptied(visitor, "/about/", "/about/board/", kept=["/"]):
        publish(page, title="من نحن")
    assert "من نحن" in visitor.ask("/about/board/").text


def test_moving_renaming_and_deleting_empty_everything(visitor) -> None:
    page, other = a_page(), a_page("contact", "تواصل")
    with emptied(visitor, "/", "/contact/"):
        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=other.pk), pos="last-child")
    assert (visitor.ask("/about/").status, visitor.ask("/contact/about/").status) == (301, 200)
    with emptied(visitor, "/", "/contact/"):
        Page.objects.get(pk=page.pk).delete()
    assert visitor.ask("/contact/about/").status == 404


def test_a_new_slug_empties_everything(visitor, on_commit) -> None:
    page = a_page()
    with emptied(visitor, "/"), on_commit(execute=True):
        publish(page, slug="us")
    assert (visitor.ask("/about/").status, visitor.ask("/us/").status) == (301, 200)


def test_a_change_of_the_menu_empties_everything_and_a_change_of_a_text_in_it_does_not(visitor) -> None:
    page, _other = a_page(show_in_menus=True), a_page("contact", "تواصل")
    with emptied(visitor, "/about/", kept=["/", "/contact/"]):
        publish(page, intro="جديد")
    with emptied(visitor, "/", "/about/", "/contact/"):
        publish(page, title="من نحن")
    with emptied(visitor, "/", "/about/", "/contact/"):
        publish(page, show_in_menus=False)


def test_settings_sites_languages_and_redirects_empty_everything(visitor) -> None:
    record = SiteSettings.objects.get()
    with emptied(visitor, "/"):
        record.telephone = "920000000"
        record.save()
    assert "920000000" in visitor.ask("/").text
    with emptied(visitor, "/"):
        Site.objects.get().save()
    with emptied(visitor, "/"):
        Locale.objects.get_or_create(language_code="en")[0].save()
    a_page()
    with emptied(visitor, "/about/"):
        Redirect.objects.create(old_path="/old", redirect_link="/about/")


def test_snippets_that_say_nothing_else_empty_everything(visitor, monkeypatch) -> None:
    monkeypatch.setattr("home.signals._everywhere", lambda: {Opening})
    with emptied(visitor, "/"):
        Opening.objects.create(service_key="none")


def test_a_service_empties_the_lists_and_policies_that_show_it(visitor) -> None:
    service, other = factories.a_service(), factories.a_service(key="meals", title="الوجبات")
    policy, unrelated = factories.a_policy(), factories.a_policy(slug="privacy", title="الخصوصية")
    factories.govern(service, policy)
    about = a_page()
    shows = ["/services/", "/services/wheelchair/", "/policies/lending/"]
    with emptied(visitor, *shows, kept=[other.url, unrelated.url, about.url, "/policies/"]):
        publish(service, title="الكراسي المتحركة")
    assert "الكراسي المتحركة" in visitor.ask("/policies/lending/").text


def test_the_home_page_shows_a_service_published_a_moment_ago(visitor) -> None:
    service = factories.a_service()
    publish(factories.home(), body=[("services", {"heading": "خدماتنا", "intro": ""})])
    about = a_page()
    with emptied(visitor, "/", "/services/", kept=[about.url, service.url]):
        factories.a_service(key="meals", title="وجبات الطريق")
    assert "وجبات الطريق" in visitor.ask("/").text


def test_a_policy_empties_the_service_that_it_governs_also_when_it_was_not_published_before(visitor) -> None:
    service, policy = factories.a_service(), factories.a_policy()
    factories.govern(service, policy)
    policy.unpublish()
    assert policy.title not in visitor.ask(service.url).text
    with emptied(visitor, service.url, "/policies/", "/", kept=["/services/"]):
        publish(policy)
    assert policy.title in visitor.ask(service.url).text


def test_a_policy_says_at_once_that_another_replaced_it(visitor) -> None:
    old, other = factories.a_policy(), factories.a_policy(slug="privacy", title="الخصوصية")
    with emptied(visitor, old.url, "/policies/", kept=[other.url, a_page().url]):
        factories.a_policy(
            slug="lending-2",
            title="سياسة الإعارة الثانية",
            supersedes=old,
            status=PolicyStatus.APPROVED,
            approving_body="مجلس الإدارة",
            meeting_number="7",
            meeting_date=date(2026, 10, 1),
        )
    assert "سياسة الإعارة الثانية" in visitor.ask(old.url).text


def test_a_translation_empties_the_page_it_translates_and_no_other(visitor, on_commit) -> None:
    page, other = a_page(), a_page("contact", "تواصل")
    factories.translate(other, {}, on_commit)
    with emptied(visitor, page.url, kept=[other.url, "/en/contact/"]):
        factories.translate(page, {"عنا": "About us"}, on_commit)
    assert 'hreflang="en"' in visitor.ask(page.url).text
    assert "About us" in visitor.ask("/en/about/").text


def test_the_english_page_shows_the_facts_of_the_arabic_one_at_once(visitor, on_commit) -> None:
    service = factories.a_service()
    factories.translate(service, {}, on_commit)
    path, about = f"/en{service.url}", a_page()
    with emptied(visitor, path, service.url, "/", kept=[about.url]):
        publish(service, answer_amount=9)
    assert "9 working days" in visitor.ask(path).text


def test_scheduled_publishing_shows_through_the_workers_command(visitor, on_commit) -> None:
    page, _other = a_page(), a_page("contact", "تواصل")
    page.intro = "في موعده"
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    visitor.ask("/about/")
    with emptied(visitor, "/about/", kept=["/", "/contact/"]), time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled", verbosity=0)
    assert "في موعده" in visitor.ask("/about/").text


# The state of forms: on service pages, start pages and cards.


@pytest.fixture
def form() -> FormPage:
    """Return a published form for the wheelchairs, open for everybody."""
    forms.a_department()
    page = factories.live_child(factories.home(), FormPage(title="طلب", slug="apply-for", services=["wheelchair"]))
    FormVersion.objects.publish(forms.a_flow(key=str(page.flow_key)))
    return page


def start_of(form: FormPage) -> str:
    return f"/apply/new/{form.flow_key}/"


def send(form: FormPage, on_commit: Any) -> Any:
    with on_commit(execute=True):
        draft = forms.a_draft(version=FormVersion.objects.current(form.flow_key), service_key="wheelchair")
        return submit.submit_draft(
            draft=draft, answers=forms.answers(), language="ar", declaration=ticked(timezone.now())
        )


def test_a_form_opens_on_the_service_page_when_its_version_is_made_and_closes_when_it_goes(visitor) -> None:
    service, other = factories.a_service(), factories.a_service(key="meals", title="الوجبات")
    form = factories.live_child(factories.home(), FormPage(title="طلب", slug="apply-for", services=["wheelchair"]))
    link, about = f"/apply/new/{form.flow_key}/?service=wheelchair", a_page()
    assert link not in visitor.ask(service.url).text
    with emptied(visitor, service.url, form.url, kept=[other.url, about.url]):
        FormVersion.objects.publish(forms.a_flow(key=str(form.flow_key)))
    assert link in visitor.ask(service.url).text
    with emptied(visitor, service.url, "/services/", kept=[other.url, about.url]):
        form.unpublish()
    assert link not in visitor.ask(service.url).text


def test_a_form_that_names_a_service_empties_its_page(visitor) -> None:
    service, other = factories.a_service(), factories.a_service(key="meals", title="الوجبات")
    with emptied(visitor, service.url, kept=[other.url, a_page().url]):
        factories.live_child(factories.home(), FormPage(title="طلب", slug="apply-for", services=["wheelchair"]))


def test_days_of_a_form_close_it_on_every_page_that_says_so(visitor, form) -> None:
    service, other = factories.a_service(), factories.a_service(key="meals", title="الوجبات")
    assert start_of(form) in visitor.ask(service.url).text
    with emptied(visitor, service.url, form.url, "/services/", kept=[other.url, a_page().url]):
        publish(form, closes_on=timezone.localdate() - timedelta(days=1))
    assert [start_of(form) in visitor.ask(path).text for path in (service.url, form.url)] == [False, False]


def test_the_last_place_taken_shows_on_the_start_page_the_service_and_its_card(visitor, form, on_commit) -> None:
    service, other = factories.a_service(capacity=3), factories.a_service(key="meals", title="الوجبات")
    send(form, on_commit)
    pages, others = [form.url, service.url, "/services/"], [other.url, a_page().url]
    with emptied(visitor, kept=[*pages, *others]):
        send(form, on_commit)
    with emptied(visitor, *pages, kept=others):
        application = send(form, on_commit)
    assert [start_of(form) in visitor.ask(path).text for path in pages[:2]] == [False, False]
    with emptied(visitor, *pages, kept=others), on_commit(execute=True):
        application.state = State.WITHDRAWN
        application.save()
    assert [start_of(form) in visitor.ask(path).text for path in pages[:2]] == [True, True]


def test_what_depends_on_the_day_is_made_anew_at_midnight_in_riyadh(visitor) -> None:
    with time_machine.travel(datetime(2026, 3, 10, 20, 59, tzinfo=UTC), tick=False) as clock:
        service = factories.a_service(opens_on=date(2026, 3, 11))
        about = a_page()
        assert [visitor.is_kept(service.url) for _ in range(2)] == [False, True]
        visitor.ask(about.url)
        clock.move_to(datetime(2026, 3, 10, 21, 0, tzinfo=UTC))
        assert not visitor.is_kept(service.url)
        assert visitor.is_kept(about.url)


# Changes and answers that cross.


def test_an_answer_begun_before_a_change_is_not_kept(visitor, monkeypatch) -> None:
    a_page()
    django = visitor.django

    def slow(environ, start_response) -> Any:
        result = django(environ, start_response)
        changes.touched("anything")
        return result

    monkeypatch.setattr(visitor, "django", slow)
    assert [visitor.is_kept("/about/") for _ in range(2)] == [False, False]
    monkeypatch.setattr(visitor, "django", django)
    assert [visitor.is_kept("/about/") for _ in range(2)] == [False, True]


def test_an_answer_begun_in_an_epoch_that_is_over_is_not_kept(visitor, monkeypatch) -> None:
    a_page()
    django = visitor.django

    def slow(environ, start_response) -> Any:
        result = django(environ, start_response)
        changes.everything()
        return result

    monkeypatch.setattr(visitor, "django", slow)
    assert [visitor.is_kept("/about/") for _ in range(2)] == [False, False]


def test_what_was_kept_between_a_change_and_its_commit_is_taken_away_with_the_commit(on_commit) -> None:
    with on_commit(execute=True):
        changes.touched("anything")
        between = epoch.now()
    assert epoch.now().changes == between.changes + 1


def test_service_pages_stay_when_an_unlimited_service_gets_an_application(visitor, form, on_commit) -> None:
    service = factories.a_service()
    with emptied(visitor, kept=[service.url, form.url, "/services/"]):
        send(form, on_commit)
    assert ServicePage.objects.count() == 1
