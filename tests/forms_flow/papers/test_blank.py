"""The blank form (practice 14): what it asks, in what words, and that it is printed once."""

import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import Choice, Exit, Question, Step
from forms_flow.enums import Operator
from forms_flow.fields import registry
from forms_flow.papers import blank, press
from forms_flow.papers.boxes import box_of
from forms_flow.records.versions import FormVersion
from home.shell import Shell
from tests.forms_flow import factories
from tests.forms_flow.papers.reading import in_order, pages_of, text_of

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def version() -> FormVersion:
    return factories.a_version(factories.a_flow(declaration={"ar": "أقر بصحة البيانات", "en": "I declare it is true"}))


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def address(version: FormVersion, language: str) -> str:
    with override(language):
        return reverse("wizard:blank", args=[version.flow_key])


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        (
            "ar",
            [
                "طلب مساعدة",
                "بياناتك الشخصية",
                "الاسم الكامل",
                "هل لديك حالة صحية؟",
                "السؤال 5",
                "الإقرار",
                "التوقيع",
                "خاص بالجمعية",
            ],
        ),
        (
            "en",
            [
                "Assistance application",
                "About you",
                "Full name",
                "question 5 is “Yes”",
                "Explain",
                "Declaration",
                "Signature",
            ],
        ),
    ],
)
def test_the_printed_form_reads_in_order(version: FormVersion, shell: Shell, language: str, parts: list[str]) -> None:
    """Req 57 for paper: shaped Arabic that a reader finds again in its order."""
    made = blank.blank_form(version, language=language, shell=shell)
    assert in_order(text_of(made), *parts)
    assert 1 <= pages_of(made) <= 4


def test_questions_are_numbered_and_conditions_speak_of_the_numbers(version: FormVersion, shell: Shell) -> None:
    words = words_of(blank.blank_html(version, language="en", shell=shell))
    assert in_order(
        words,
        "1 Full name",
        "2 Identity",
        "5 Do you have a health condition?",
        "Health Only if the answer to question 5 is “Yes”",
        "6 Explain",
    )


def test_documents_are_a_list_to_tick_and_no_questions(version: FormVersion, shell: Shell) -> None:
    words = words_of(blank.blank_html(version, language="en", shell=shell))
    assert in_order(words, "7 City", "Documents to hand in with this form", "Identity document (optional)")


def test_documents_stand_under_the_service_that_asks_for_them(shell: Shell) -> None:
    def only(*services: str) -> ShowWhen:
        return ShowWhen(conditions=(Condition(question="service", operator=Operator.ONE_OF, values=services),))

    service = Question(
        key="service",
        kind="single_choice",
        label={"en": "Which service?"},
        choices=(Choice(key="chair", label={"en": "Wheelchairs"}), Choice(key="umrah", label={"en": "Umrah aid"})),
    )
    asked = (
        Question(key="id", kind="upload", label={"en": "Identity copy"}),
        Question(key="report", kind="upload", label={"en": "Medical report"}, show_when=only("chair")),
        Question(key="income", kind="upload", label={"en": "Proof of income"}, show_when=only("umrah")),
    )
    steps = (
        Step(key="s", title={"en": "Service"}, questions=(service,)),
        Step(key="d", title={"en": "Papers"}, questions=asked),
    )
    version = factories.a_version(factories.a_flow(steps=steps, services=("chair", "umrah")))
    words = words_of(blank.blank_html(version, language="en", shell=shell))
    assert in_order(words, "hand in", "Identity copy", "Wheelchairs", "Medical report", "Umrah aid", "Proof of income")
    assert "Papers" not in words


def test_exits_and_companions_are_on_the_paper(shell: Shell) -> None:
    young = ShowWhen(conditions=(Condition(question="born", operator=Operator.LESS_THAN, values=("18",)),))
    parts = (
        Question(key="name", kind="full_name", label={"en": "Their name"}),
        Question(
            key="kin", kind="single_choice", label={"en": "Relation"}, choices=(Choice(key="c", label={"en": "Child"}),)
        ),
    )
    steps = (
        Step(
            key="a",
            title={"en": "You"},
            questions=(Question(key="born", kind="birth_date", label={"en": "Birth date"}),),
            exits=(Exit(key="young", title={"en": "For grown people"}, body={"en": "Ask a parent."}, when=young),),
        ),
        Step(
            key="b",
            title={"en": "With you"},
            questions=(Question(key="p", kind="companions", label={"en": "Who?"}, parts=parts),),
        ),
    )
    words = words_of(blank.blank_html(factories.a_version(factories.a_flow(steps=steps)), language="en", shell=shell))
    assert in_order(
        words,
        "If the age in question 1 is below 18: For grown people",
        "Ask a parent.",
        "2 Who?",
        "Their name",
        "Relation",
        "Child",
    )
    assert words.count("Child") == 5


@pytest.mark.parametrize("kind", [name for name in registry.kinds() if name != "upload"])
def test_every_kind_of_question_can_be_asked_on_paper(kind: str, shell: Shell) -> None:
    question = Question(key="q", kind=kind, label={"ar": "سؤال"}, choices=(Choice(key="a", label={"ar": "خيار"}),))
    with override("ar"):
        assert box_of(question, "ar").shape
    steps = (Step(key="a", title={"ar": "قسم"}, questions=(question,)),)
    assert "سؤال" in blank.blank_html(factories.a_version(factories.a_flow(steps=steps)), language="ar", shell=shell)


def test_it_is_printed_once_until_something_on_it_changes(
    version: FormVersion, shell: Shell, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(press, "printed", lambda html: printed.append(html) or b"%PDF-")
    for _ in range(2):
        blank.blank_form(version, language="ar", shell=shell)
    blank.blank_form(version, language="en", shell=shell)
    assert len(printed) == 2
    moved = Shell(language="ar", brand="جمعية أخرى")
    blank.blank_form(version, language="ar", shell=moved)
    assert len(printed) == 3
    assert len(list((Path(settings.MEDIA_ROOT) / "papers").iterdir())) == 2


def test_anybody_gets_it_as_a_download(client: Client, version: FormVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "printed", lambda _html: b"%PDF-1.7")
    answer = client.get(address(version, "en"))
    assert (answer.status_code, answer["Content-Type"], answer.content) == (200, "application/pdf", b"%PDF-1.7")
    assert answer["Content-Disposition"] == 'attachment; filename="form-assistance-1-en.pdf"'
    assert "Set-Cookie" not in answer


def test_a_closed_form_is_still_printed_and_one_never_published_is_not_found(
    client: Client, version: FormVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Representatives go on taking papers at the desk when the form on the site is closed."""
    monkeypatch.setattr(press, "printed", lambda _html: b"%PDF-1.7")
    FormVersion.objects.close(version.flow_key)
    assert client.get(address(version, "ar")).status_code == 200
    FormVersion.objects.all().delete()
    assert client.get(address(version, "ar")).status_code == 404


def test_a_flood_is_stopped_and_a_busy_printer_says_so(
    client: Client, version: FormVersion, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    def busy(_html: str) -> bytes:
        raise press.NotPrintedError("busy")

    monkeypatch.setattr(press, "printed", busy)
    settings.THROTTLE = True
    monkeypatch.setattr("forms_flow.wizard.papers.MOST_FORMS", 1)
    answers = [client.get(address(version, "ar")) for _ in range(2)]
    assert [(answer.status_code, answer["Retry-After"]) for answer in answers] == [(503, "60"), (429, "60")]
