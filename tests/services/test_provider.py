"""What the services guide tells the forms, in the language asked for."""

import pytest
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from home.contracts import DocumentFacts, Promise, PromiseUnit, ServiceFacts, ServiceProvider, provider_of
from services.models import ServicePage
from services.provider import GuideProvider
from tests.services.factories import a_service, services_guide, translate, unsaved_service

pytestmark = [pytest.mark.integration, pytest.mark.django_db, pytest.mark.usefixtures("given_form")]

ENGLISH = {"إعارة الكراسي": "Wheelchair loan", "الهوية": "Identity document", "سارية المفعول": "Still valid"}


def test_the_guide_answers_for_services() -> None:
    assert isinstance(provider_of(ServiceProvider), GuideProvider)


def test_facts_come_in_the_language_asked_for(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    english = translate(a_service(), ENGLISH, django_capture_on_commit_callbacks)
    assert GuideProvider().service("wheelchair", "en") == ServiceFacts(
        key="wheelchair",
        title="Wheelchair loan",
        url=english.url,
        promise=Promise(amount=5, unit=PromiseUnit.WORKING_DAY),
        documents=[DocumentFacts(key="identity", label="Identity document", help="Still valid", required=True)],
        department_key="relations",
        open=True,
    )


def test_an_untranslated_service_answers_in_arabic() -> None:
    a_service()
    facts = GuideProvider().service("wheelchair", "en")
    assert facts is not None
    assert (facts.title, facts.url) == ("إعارة الكراسي", "/services/wheelchair/")


def test_an_unknown_or_unpublished_service_has_no_facts() -> None:
    services_guide().add_child(instance=unsaved_service())
    assert [GuideProvider().service(key, "ar") for key in ("wheelchair", "nothing")] == [None, None]


def test_keys_list_drafts_too_so_that_forms_can_be_prepared() -> None:
    a_service()
    services_guide().add_child(instance=unsaved_service(key="water", slug="water", title="سقيا"))
    assert GuideProvider().keys() == [("wheelchair", "إعارة الكراسي"), ("water", "سقيا")]


def test_titles_come_in_the_language_asked_for_in_one_query(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    translate(a_service(), ENGLISH, django_capture_on_commit_callbacks)
    services_guide().add_child(instance=unsaved_service(key="water", slug="water", title="سقيا"))
    with django_assert_num_queries(1):
        assert GuideProvider().titles("en") == {"wheelchair": "Wheelchair loan", "water": "سقيا"}
    assert GuideProvider().titles("ar")["wheelchair"] == "إعارة الكراسي"


@pytest.mark.parametrize("count", [1, 3])
def test_facts_cost_one_query_for_one_service_and_for_three(
    django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        a_service(key=f"service-{number}")
    GuideProvider().service("service-0", "ar")  # fills the cache of site roots
    with django_assert_num_queries(1):
        GuideProvider().service("service-0", "ar")


def test_a_full_service_is_full_in_every_language_at_once(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    """No translator stands between the change of a fact and its English page."""
    service = a_service()
    english = translate(service, ENGLISH, django_capture_on_commit_callbacks)
    service.refresh_from_db()
    service.state, service.state_note, service.answer_amount = "full", "ينتهي التسجيل", 9
    service.save_revision().publish()
    english.refresh_from_db()
    assert (english.state, english.answer_amount, english.title) == ("full", 9, "Wheelchair loan")


def test_a_translation_from_an_older_source_keeps_the_newer_facts(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    service = a_service()
    english = translate(service, ENGLISH, django_capture_on_commit_callbacks)
    ServicePage.objects.filter(pk=service.pk).update(answer_amount=9)
    english.save_revision().publish()
    english.refresh_from_db()
    assert english.answer_amount == 9
