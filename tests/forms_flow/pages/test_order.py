"""English never goes live before Arabic, nor with changes that the Arabic page does not show, whatever the door."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail_localize.models import Translation

from alhuda.demo.translating import translate
from forms_flow.pages.models import FormPage
from forms_flow.pages.order import why_it_waits
from forms_flow.pages.readiness import gaps
from forms_flow.records.versions import FormVersion
from tests.forms_flow.pages.conftest import ENGLISH, draft, english_of, good_steps, republish

pytestmark = pytest.mark.integration


@pytest.fixture
def waiting(make_page: Callable[..., FormPage]) -> FormPage:
    """Return an Arabic draft whose English is ready to go live."""
    page = make_page(publish=False)
    translate(page, ENGLISH, publish=False)
    return page


def test_a_revision_is_not_published_before_its_arabic_page(waiting: FormPage) -> None:
    english_of(waiting).get_latest_revision().publish()
    assert not english_of(waiting).live


def test_the_translation_editor_refuses_in_plain_words(waiting: FormPage, admin_client: Client) -> None:
    response = admin_client.post(f"/staff/pages/{english_of(waiting).pk}/edit/", {"action": "publish"}, follow=True)
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert not english_of(waiting).live


def test_the_page_editor_refuses_in_plain_words(waiting: FormPage, admin_client: Client) -> None:
    """A translation that was taken out of the translation editor is edited like any page."""
    Translation.objects.update(enabled=False)
    page = english_of(waiting)
    sent = {"action-publish": "1", "title": "Form", "steps": streamfield([]), "comments": inline_formset([])}
    response = admin_client.post(f"/staff/pages/{page.pk}/edit/", nested_form_data(sent))
    with override("ar"):
        assert response.context["form"].non_field_errors() == [why_it_waits(page)]
    assert not english_of(waiting).live


def test_publishing_at_a_set_time_waits_too(waiting: FormPage) -> None:
    page = english_of(waiting)
    page.go_live_at = timezone.now() + dt.timedelta(hours=1)
    page.save_revision().publish()
    revision = english_of(waiting).scheduled_revision
    revision.approved_go_live_at = timezone.now() - dt.timedelta(minutes=1)
    revision.save()
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert not english_of(waiting).live
    FormPage.objects.get(pk=waiting.pk).get_latest_revision().publish()
    call_command("publish_scheduled")
    assert english_of(waiting).live


def test_publishing_many_pages_at_once_refuses_it(waiting: FormPage, admin_client: Client) -> None:
    page = english_of(waiting)
    response = admin_client.post(f"/staff/bulk/wagtailcore/page/publish/?id={page.pk}&next=/staff/", follow=True)
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert not english_of(waiting).live


def test_wagtail_localize_publishing_by_itself_is_undone(
    open_page: FormPage, django_capture_on_commit_callbacks: Callable
) -> None:
    """It saves the live row before it publishes, so refusing alone would not be enough."""
    draft(open_page, title="نموذج جديد")
    translation = Translation.objects.get(source__object_id=open_page.translation_key)
    fresh = FormPage.objects.get(pk=open_page.pk)
    assert translate(fresh, {**ENGLISH, "نموذج جديد": "A new form"}, publish=False) == []
    assert english_of(open_page).title == "A new form"  # the live row, though nothing was published
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    page = english_of(open_page)
    assert (page.live, page.title, page.has_unpublished_changes) == (True, "Assistance application", True)


def test_english_does_not_run_ahead_with_changes(open_page: FormPage) -> None:
    draft(open_page, minutes=30)
    english = english_of(open_page)
    english.title = "A better title"
    english.save_revision().publish()
    assert english_of(open_page).title == "Assistance application"


def test_english_alone_may_be_mended(open_page: FormPage) -> None:
    english = english_of(open_page)
    english.title = "A better title"
    english.save_revision().publish()
    assert FormVersion.objects.current(open_page.flow_key).flow.title["en"] == "A better title"


def test_a_changed_arabic_text_makes_no_version_with_the_english_of_before(open_page: FormPage) -> None:
    first = FormVersion.objects.current(open_page.flow_key)
    steps = good_steps()
    steps[1]["value"]["title"] = "صحتك"
    page = republish(open_page, steps)
    assert FormVersion.objects.current(page.flow_key) == first
    assert len(gaps(page)) == 1
    translate(page, {**ENGLISH, "صحتك": "Health"})
    assert FormVersion.objects.current(page.flow_key).flow.step("health").title == {"ar": "صحتك", "en": "Health"}
