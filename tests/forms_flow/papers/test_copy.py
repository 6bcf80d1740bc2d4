"""The applicant's copy (req 57): their own answers in reading order, only for them, and recorded."""

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from forms_flow.domain.reference import grouped
from forms_flow.papers import copy, press
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft
from forms_flow.records.history import APPLICANT, Action, Event
from forms_flow.records.versions import FormVersion
from home.shell import Shell
from tests.forms_flow import factories
from tests.forms_flow.papers.reading import in_order, pages_of, text_of
from tests.forms_flow.wizard.walker import Applicant, a_choice_step, a_flow

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def application() -> Application:
    declaration = {"ar": "أقر بصحة البيانات", "en": "I declare it is true"}
    version = factories.a_version(factories.a_flow(declaration=declaration))
    return factories.an_application(draft=factories.a_draft(version=version))


@pytest.fixture
def _not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "printed", lambda html: b"%PDF-" + html.encode())


def test_the_arabic_copy_reads_in_order(application: Application, shell: Shell) -> None:
    made = copy.copy_of(application, language="ar", shell=shell, actor=APPLICANT)
    assert in_order(
        text_of(made),
        "طلب مساعدة",
        grouped(application.reference),
        "بياناتك الشخصية",
        "الاسم الكامل",
        factories.NAME,
        "هوية وطنية",
        factories.national_id(),
        "هل لديك حالة صحية؟",
        "نعم",
        factories.ILLNESS,
        "رابغ",
        "أقر بصحة البيانات",
    )
    assert pages_of(made) <= 2


def test_the_english_copy_reads_in_order_with_arabic_inside(application: Application, shell: Shell) -> None:
    made = copy.copy_of(application, language="en", shell=shell, actor=APPLICANT)
    assert in_order(
        text_of(made),
        "Assistance application",
        grouped(application.reference),
        "About you",
        "Full name",
        factories.NAME,
        "National ID",
        factories.national_id(),
        "Yes",
        "Explain your health condition",
        factories.ILLNESS,
        "Rabigh",
        "I declare it is true",
    )


def test_names_of_documents_stand_in_it_and_both_calendars(application: Application, shell: Shell) -> None:
    factories.a_stored_file(application)
    html = copy.copy_html(application, language="en", shell=shell)
    assert '<p dir="rtl">هوية.pdf</p>' in html
    assert html.count(" AH)") == 4


def test_each_line_has_the_direction_of_its_first_letter(application: Application) -> None:
    lines = {row.label: row.lines for part in copy.sections(application, "en") for row in part.rows}
    assert [line.direction for line in lines["Full name"]] == ["rtl"]
    assert [line.direction for line in lines["Identity"]] == ["ltr", "ltr"]


@pytest.mark.usefixtures("_not_printed")
def test_a_copy_is_recorded_and_the_seventh_in_an_hour_refused(
    application: Application, shell: Shell, settings: LazySettings
) -> None:
    settings.THROTTLE = True
    for _ in range(6):
        copy.copy_of(application, language="ar", shell=shell, actor=APPLICANT)
    with pytest.raises(copy.TooManyCopiesError):
        copy.copy_of(application, language="ar", shell=shell, actor=APPLICANT)
    events = Event.objects.filter(application_id=application.pk, action=Action.COPIED)
    assert list(events.values_list("actor", "data")) == [(APPLICANT, {})] * 6


def test_nothing_is_recorded_when_nothing_was_printed(
    application: Application, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_html: str) -> bytes:
        raise press.NotPrintedError("busy")

    monkeypatch.setattr(press, "printed", busy)
    with pytest.raises(press.NotPrintedError):
        copy.copy_of(application, language="ar", shell=shell, actor=APPLICANT)
    assert not Event.objects.filter(action=Action.COPIED).exists()


@pytest.fixture
def sender(settings: LazySettings) -> Applicant:
    """Return somebody who sent an application just now, by the pages of the journey."""
    settings.THROTTLE = False
    factories.a_department()
    FormVersion.objects.publish(a_flow(steps=(a_choice_step("one", "first"),)))
    return Applicant().begin().send({"one-first": "a"}).send({"declaration": "on"})


@pytest.mark.usefixtures("_not_printed")
def test_the_receipt_offers_the_copy_to_the_sender(sender: Applicant) -> None:
    answer = sender.client.get(f"{sender.url}copy/")
    application = Application.objects.get()
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == f'attachment; filename="application-{grouped(application.reference)}.pdf"'
    assert answer["Cache-Control"] == "no-store, private"
    assert f'href="{sender.url}copy/"' in sender.client.get(sender.url).content.decode()
    assert Event.objects.filter(application_id=application.pk, action=Action.COPIED, actor=APPLICANT).count() == 1


def test_nobody_else_gets_it_and_after_a_day_not_even_the_sender(sender: Applicant, client: Client) -> None:
    assert client.get(f"{sender.url}copy/").status_code == 404
    Draft.objects.update(submitted_at=timezone.now() - timedelta(hours=25))
    late = sender.client.get(f"{sender.url}copy/")
    assert (late.status_code, late["Location"]) == (303, sender.url)
    assert not Event.objects.filter(action=Action.COPIED).exists()
