"""One record says which documents a service wants and when it answers; everything else repeats it (req 2, 3)."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Locale, Page, Site

from alhuda.demo.streams import stored
from alhuda.demo.translating import translate as translate_form
from forms_flow.domain import clock
from forms_flow.enums import Medium
from forms_flow.notices.compose import compose
from forms_flow.pages.models import FormPage
from forms_flow.records.applications import Application
from forms_flow.records.versions import FormVersion
from home.contracts import Promise, PromiseUnit
from home.dates import both_calendars
from home.models import HomePage, SiteSettings
from services.models import ServicePage
from tests.forms_flow import factories
from tests.forms_flow.pages.conftest import ENGLISH, block, question, step
from tests.forms_flow.wizard.walker import Applicant
from tests.services.factories import a_service, translate

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
REPORT = {"ar": "تقرير طبي", "en": "Medical report"}
MOBILE = {"رقم الجوال": "Mobile number", "لنتواصل": "To reach you"}


@pytest.fixture
def service(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> ServicePage:
    """Return a published service in both languages, with a form that serves it."""
    factories.a_department()
    service = a_service()
    translate(service, {"الهوية": "Identity"}, django_capture_on_commit_callbacks)
    home = HomePage.objects.get(locale__language_code="ar")
    SiteSettings.objects.update_or_create(
        site=Site.objects.get(is_default_site=True),
        defaults={"telephone": "+966 12 000 0000", "privacy_page": Page.objects.get(pk=home.pk)},
    )
    translate_form(_form(home), {**ENGLISH, **MOBILE})
    return ServicePage.objects.get(pk=service.pk)


def _form(home: HomePage) -> FormPage:
    page = FormPage(
        title="طلب مساعدة",
        slug="assistance",
        locale=Locale.objects.get(language_code="ar"),
        intro="نموذج قصير",
        services=["wheelchair"],
        privacy_text="نص الخصوصية",
        declaration_text="نص الإقرار",
        next_steps_text="ما يلي ذلك",
        live=False,
        owner=get_user_model().objects.create_user("responsible"),
    )
    steps = [
        step("mobile", "رقم الجوال", question("mobile", "mobile", "رقم الجوال", "لنتواصل", sensitivity="contact")),
        step("documents", "المستندات", block("service_documents", purpose="للتحقق", sensitivity="identity")),
    ]
    page.steps = FormPage.steps.field.to_python(stored(steps, "test"))
    home.add_child(instance=page)
    page.save_revision().publish()
    return FormPage.objects.get(pk=page.pk)


def change(service: ServicePage) -> None:
    """Ask for another document and answer sooner, once, on the Arabic page."""
    service.documents = [("document", {"key": "report", "label": REPORT["ar"], "help": "", "required": False})]
    service.answer_amount = 2
    service.save_revision().publish()


def words(response: Any, *, within: str = "main") -> str:
    return BeautifulSoup(response.content, "html.parser").select_one(within).get_text(" ", strip=True)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_change_on_the_services_page_reaches_everything_at_once(
    service: ServicePage, client: Client, language: str
) -> None:
    """Req 2, 3: in English the new document keeps its Arabic name until it is translated, and is asked for as well."""
    change(service)
    prefix = "" if language == "ar" else "/en"
    page = words(client.get(f"{prefix}/services/wheelchair/"))
    start = words(client.get(f"{prefix}/assistance/"))
    flow_key = FormPage.objects.get(locale__language_code="ar").flow_key
    applicant = Applicant(flow_key=str(flow_key), language=language).begin()
    asked = applicant.answer({"mobile-mobile": "0501234278"}).page.main.get_text(" ", strip=True)
    shown = [(REPORT["ar"] in text, "الهوية" in text, "Identity" in text) for text in (page, start, asked)]
    assert shown == [(True, False, False)] * 3
    application = _sent(applicant)
    promise = Promise(amount=2, unit=PromiseUnit.WORKING_DAY)
    due = clock.due(application.received_at, promise, frozenset())
    assert application.due_at == due
    day = both_calendars(due, language)
    told = [compose(item).body for item in application.notices.filter(template="received", medium=Medium.SMS)]
    assert (day in applicant.page.main.get_text(" ", strip=True), [day in text for text in told]) == (True, [True])
    promised = BeautifulSoup(client.get(f"{prefix}/services/wheelchair/").content, "html.parser")
    sentence = promised.select_one("#time").find_next("p").get_text(strip=True)
    assert sentence in start


def _sent(applicant: Applicant) -> Application:
    applicant.send()
    applicant.send({"declaration": "on"})
    return Application.objects.get()


def test_who_began_before_the_change_finishes_with_the_documents_read_at_the_beginning(service: ServicePage) -> None:
    """A draft keeps its version: nobody is asked on the last page for what the first did not announce."""
    flow_key = FormPage.objects.get(locale__language_code="ar").flow_key
    applicant = Applicant(flow_key=str(flow_key)).begin()
    change(service)
    applicant.answer({"mobile-mobile": "0501234278"})
    assert "الهوية" in applicant.page.main.get_text(" ", strip=True)
    assert FormVersion.objects.current(flow_key).number == 2


def test_the_answer_is_promised_from_the_day_of_sending_by_what_the_page_says_then(service: ServicePage) -> None:
    """Req 3."""
    flow_key = FormPage.objects.get(locale__language_code="ar").flow_key
    applicant = Applicant(flow_key=str(flow_key)).begin()
    change(service)
    applicant.answer({"mobile-mobile": "0501234278"}, {"documents-doc_identity-later": "on"})
    application = _sent_now(applicant)
    assert application.due_at - application.received_at < timedelta(days=7)


def _sent_now(applicant: Applicant) -> Application:
    applicant.send({"declaration": "on"})
    return Application.objects.get()


def test_the_english_page_keeps_its_words_for_the_documents_that_stay(service: ServicePage) -> None:
    old = service.documents[0].value
    service.documents = [
        ("document", {"key": "report", "label": REPORT["ar"], "help": "", "required": False}),
        ("document", {"key": "identity", "label": old["label"], "help": "", "required": False}),
    ]
    service.save_revision().publish()
    english = ServicePage.objects.get(locale__language_code="en")
    found = [(child.value["key"], child.value["label"], child.value["required"]) for child in english.documents]
    assert found == [("report", REPORT["ar"], False), ("identity", "Identity", False)]
