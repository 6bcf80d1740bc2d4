"""wagtail-localize translates the words of a service and carries its facts."""

from datetime import date

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import OverridableSegment, StringSegment, TranslationSource

from services.models import PolicyPage, ServicePage
from services.pages.service import SYNCHRONISED
from tests.services.factories import a_policy, a_service, govern, translate

pytestmark = [pytest.mark.integration, pytest.mark.django_db, pytest.mark.usefixtures("given_form")]


def test_labels_are_translated_and_keys_are_kept(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    strings = {
        "الهوية": "Identity",
        "تقديم الطلب": "Apply",
        "كبار السن": "Older people",
        "نقطة الميقات\nمقر الجمعية": "Miqat",
    }
    english = translate(a_service(), strings, django_capture_on_commit_callbacks)
    [document] = english.documents
    assert (document.value["key"], document.value["label"], document.value["required"]) == (
        "identity",
        "Identity",
        True,
    )
    assert english.steps[0].value == "Apply"
    assert "<li>Older people</li>" in english.who_can.replace(f' data-block-key="{_block_key(english.who_can)}"', "")
    assert (english.slug, english.key, english.audiences, english.needs) == (
        "wheelchair",
        "wheelchair",
        ["hajj"],
        ["mobility"],
    )
    assert (english.reviewed_on, english.answer_amount, english.live) == (date(2026, 11, 1), 5, True)


def _block_key(html: str) -> str:
    return html.split('<li data-block-key="', 1)[1].split('"', 1)[0] if '<li data-block-key="' in html else ""


def test_no_fact_is_offered_to_the_translator() -> None:
    source, _made = TranslationSource.update_or_create_from_instance(a_service(call_number="+966123456789"))
    paths = {segment.context.path.split(".")[0] for segment in StringSegment.objects.filter(source=source)}
    paths |= {segment.context.path.split(".")[0] for segment in OverridableSegment.objects.filter(source=source)}
    assert paths.isdisjoint(SYNCHRONISED)


def test_governing_policies_reach_the_translation(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    service = a_service()
    govern(service, a_policy())
    english = translate(ServicePage.objects.get(pk=service.pk), {}, django_capture_on_commit_callbacks)
    assert [link.policy.title for link in english.governing_policies.all()] == ["سياسة الإعارة"]


def test_every_clause_of_a_policy_is_translated_and_keeps_its_number(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    english = translate(a_policy(), {"مدتها أسبوعان.": "It lasts two weeks."}, django_capture_on_commit_callbacks)
    clauses = [item for child in english.body if child.block_type == "clauses" for item in child.value]
    assert [(item["marker"], item["text"].startswith("English") or item["text"]) for item in clauses] == [
        ("1.", True),
        ("2.", "It lasts two weeks."),
    ]


@pytest.mark.parametrize("model", [ServicePage, PolicyPage])
def test_the_slug_is_one_for_both_languages(model: type) -> None:
    [slug] = [field for field in get_translatable_fields(model) if field.field_name == "slug"]
    assert (type(slug), slug.overridable) == (SynchronizedField, False)
