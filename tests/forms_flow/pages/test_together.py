"""Publishing a form in both languages as one act, and its screen."""

from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory
from django.utils.translation import override
from wagtail_localize.models import TranslationSource

from alhuda.demo.translating import translate
from forms_flow.enums import Role
from forms_flow.pages.admin.menus import after_saving
from forms_flow.pages.models import FormPage
from forms_flow.pages.together import NotReadyError, prepare, propose, publish_together
from forms_flow.records.drafts import Draft
from forms_flow.records.versions import FormVersion
from tests.forms_flow import factories
from tests.forms_flow.pages.conftest import ENGLISH, draft, english_of, good_steps, question, step

pytestmark = pytest.mark.integration

MORE = step("more", "تفاصيل أخرى", question("more", "short_text", "اشرح الحالة"))


@pytest.fixture
def editor(db: None) -> object:
    return factories.a_user(Role.EDITOR, is_superuser=True)


def versions(page: FormPage) -> list[int]:
    found = FormVersion.objects.filter(flow_key=page.flow_key).order_by("number")
    return list(found.values_list("number", flat=True))


def say_in_english(page: FormPage, **words: str) -> None:
    """Translate the newest draft as the translation editor does: text by text, and nothing is published."""
    translate(FormPage.objects.get(pk=page.pk), {**ENGLISH, **words}, publish=False)


def gaps_in_english(page: FormPage) -> list[str]:
    with override("en"):
        return propose(page).gaps


def test_a_form_never_published_goes_live_in_both_languages_at_once(make_page: Callable[..., FormPage], editor) -> None:
    page = make_page(publish=False)
    prepare(page, user=editor)
    say_in_english(page)
    version = publish_together(page, user=editor)
    assert (FormPage.objects.get(pk=page.pk).live, english_of(page).live) == (True, True)
    assert (version, versions(page)) == (FormVersion.objects.current(page.flow_key), [1])
    assert version.flow.step("health").title == {"ar": "الصحة", "en": "Health"}


def test_nothing_is_published_while_something_is_missing(make_page: Callable[..., FormPage], editor) -> None:
    """Req 85."""
    page = make_page(publish=False)
    with pytest.raises(NotReadyError):
        publish_together(page, user=editor)
    assert (FormPage.objects.get(pk=page.pk).live, versions(page)) == (False, [])


def test_a_change_of_structure_and_texts_makes_one_version(open_page: FormPage, editor) -> None:
    steps = good_steps()
    steps[1]["value"]["title"] = "صحتك"
    draft(open_page, [*steps, MORE], minutes=20)
    prepare(open_page, user=editor)
    say_in_english(open_page, **{"صحتك": "Your health", "تفاصيل أخرى": "More details"})
    publish_together(open_page, user=editor)
    flow = FormVersion.objects.current(open_page.flow_key).flow
    assert versions(open_page) == [1, 2]
    assert (flow.minutes, flow.step("health").title) == (20, {"ar": "صحتك", "en": "Your health"})
    assert flow.step("more").title == {"ar": "تفاصيل أخرى", "en": "More details"}


def test_the_drafts_are_looked_at_and_not_what_is_live(open_page: FormPage, editor) -> None:
    draft(open_page, [*good_steps(), MORE])
    prepare(open_page, user=editor)
    assert gaps_in_english(open_page) == ["English is missing: “تفاصيل أخرى”", "English is missing: “اشرح الحالة”"]
    with pytest.raises(NotReadyError):
        publish_together(open_page, user=editor)
    assert versions(open_page) == [1]
    assert FormPage.objects.get(pk=open_page.pk).has_unpublished_changes


def test_translators_get_the_newest_draft(open_page: FormPage, editor) -> None:
    draft(open_page, [*good_steps(), MORE])
    assert not propose(open_page).is_prepared
    prepare(open_page, user=editor)
    assert propose(open_page).is_prepared
    texts = TranslationSource.objects.get(object_id=open_page.translation_key).stringsegment_set
    assert texts.filter(string__data="تفاصيل أخرى").exists()


def test_what_changes_is_said_by_name(open_page: FormPage, editor) -> None:
    steps = good_steps()
    steps[1]["value"]["questions"][0]["value"]["label"] = "هل أنت مريض؟"
    steps[3]["value"]["questions"][0]["value"]["required"] = False
    del steps[2]
    draft(open_page, [*steps, MORE])
    with override("en"):
        found = [(str(change.title), change.names) for change in propose(open_page).changes]
    assert found == [
        ("New steps", ["“تفاصيل أخرى”"]),
        ("Steps taken out", ["“التفاصيل”"]),
        ("New questions", ["“اشرح الحالة”"]),
        ("Questions taken out", ["“اشرح الحالة”"]),
        ("Worded anew", ["“هل أنت مريض؟”"]),
        ("Other rules or choices", ["“اللون”"]),
    ]


def test_the_screen_tells_what_happens_to_what_is_there(open_page: FormPage, admin_client: Client) -> None:
    """Req 86."""
    version = FormVersion.objects.current(open_page.flow_key)
    Draft.objects.create(version=version, language="ar", owner_digest=b"1" * 16)
    Draft.objects.create(version=version, language="ar", owner_digest=b"2" * 16, is_trial=True)
    with override("ar"):
        html = admin_client.get(f"/staff/forms/{open_page.pk}/publish/").content.decode()
    assert 'name="prepare"' not in html
    assert "disabled" not in html.split("</main>")[0].rsplit("<form", 1)[1]
    assert html.count("<li>") >= 3


def test_the_screen_publishes(make_page: Callable[..., FormPage], admin_client: Client) -> None:
    page = make_page(publish=False)
    address = f"/staff/forms/{page.pk}/publish/"
    assert b'name="prepare"' in admin_client.get(address).content
    assert admin_client.post(address).url == address
    assert versions(page) == []
    assert admin_client.post(address, {"prepare": "1"}).url == address
    assert english_of(page).live is False
    say_in_english(page)
    assert admin_client.post(address).url == f"/staff/pages/{page.pk}/edit/"
    assert versions(page) == [1]


def test_looking_at_the_screen_writes_nothing(make_page: Callable[..., FormPage], admin_client: Client) -> None:
    page = make_page(publish=False)
    admin_client.get(f"/staff/forms/{page.pk}/publish/")
    assert TranslationSource.objects.filter(object_id=page.translation_key).count() == 0
    assert FormPage.objects.filter(translation_key=page.translation_key).count() == 1


def test_the_editor_offers_it_and_saves_first(open_page: FormPage, admin_client: Client) -> None:
    html = admin_client.get(f"/staff/pages/{open_page.pk}/edit/").content.decode()
    assert 'name="action-form-publish"' in html
    assert f"/staff/forms/{open_page.pk}/publish/" in html
    assert f"/staff/forms/{open_page.pk}/try/" in html


def test_the_buttons_lead_on_from_the_saved_draft(
    make_page: Callable[..., FormPage], rf: RequestFactory, editor
) -> None:
    page = make_page(publish=False)
    for button, name in (("action-form-publish", "publish"), ("action-form-try", "try")):
        request = rf.post("/", {button: button})
        request.user = editor
        assert after_saving(request, page).url == f"/staff/forms/{page.pk}/{name}/"
    request = rf.post("/", {})
    request.user = editor
    assert after_saving(request, page) is None
    assert TranslationSource.objects.filter(object_id=page.translation_key).exists()


@pytest.mark.parametrize("name", ["publish", "try"])
def test_others_are_not_let_in(open_page: FormPage, client: Client, name: str) -> None:
    client.force_login(factories.a_user(Role.AUDITOR))
    for send in (client.get, client.post):
        response = send(f"/staff/forms/{open_page.pk}/{name}/")
        assert (response.status_code, response.url) == (302, "/staff/")
    assert (versions(open_page), Draft.objects.count()) == ([1], 0)
