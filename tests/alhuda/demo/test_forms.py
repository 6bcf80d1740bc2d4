"""The forms of the demonstration, compiled as from an editor's page: the branches of the services, and the rules."""

from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import pytest
from wagtail.models import Locale

from alhuda.demo.content.aid_services import AID_SERVICES
from alhuda.demo.content.booked_services import BOOKED_SERVICES
from alhuda.demo.content.forms import FORMS
from alhuda.demo.streams import stored
from alhuda.demo.words import Both, arabic
from forms_flow.definition import Flow, Question, Step, say
from forms_flow.enums import Sensitivity
from forms_flow.fields import registry
from forms_flow.pages.checks import problems
from forms_flow.pages.compile import compile_alone
from forms_flow.pages.models import FormPage
from forms_flow.sample.answers import answers, whole_answers
from home import contracts
from home.contracts import DocumentFacts, Promise, PromiseUnit, ServiceFacts, ServiceProvider

pytestmark = pytest.mark.integration
LANGUAGES = ("ar", "en")
SERVICES = {service["slug"]: service for service in (*AID_SERVICES, *BOOKED_SERVICES)}
NAMES = [form["slug"] for form in FORMS]

#: The steps of an adult who applies for himself, with every consent given; what the services differ in.
WHO = ["applicant", "identity"]
REACH = ["contact-way", "contact", "language"]
END = ["documents", "consents"]
ROUTES: Mapping[str, list[str]] = {
    "mobility": [
        *["service", *WHO, "name", "birth", *REACH, "place", "health-consent", "health"],
        *["equipment", "loan", "collection", "need", *END],
    ],
    "ihram-kit": [
        *["service", "means", "kit-before", *WHO, "name", "sex", *REACH, "place", "income-consent", "income"],
        *["size", "collection", "need", *END],
    ],
    "stranded": [
        *["service", "danger", "call-now", "permit", *WHO, "name", *REACH, "place"],
        *["incident", "vehicle", "people", "need", *END],
    ],
    "relief": [
        *["service", "danger", "call-now", "permit", *WHO, "name", *REACH, "place", "companions"],
        *["health-consent", "health", "trouble", "trouble-where", "need", "other-help", *END],
    ],
    "umrah-aid": [
        *["service", "residence", "last-umrah", "first-hajj", "means", "permit", *WHO, "name", "sex", "birth"],
        *[*REACH, "home", "household", "income-consent", "income", "housing", "companions"],
        *["health-consent", "health", "accompanied", "need", "other-help", *END],
    ],
    "hajj-aid": [
        *["service", "last-umrah", "first-hajj", "means", "permit", *WHO, "validity", "name", "sex", "birth"],
        *[*REACH, "home", "household", "income-consent", "income", "housing", "companions"],
        *["health-consent", "health", "accompanied", "need", "other-help", *END],
    ],
}
GOOD: Mapping[str, Any] = {
    "in_danger": True,
    "lives_in_rabigh": True,
    "umrah_last": "earlier",
    "hajj_before": False,
    "limited_means": True,
    "kit_received": False,
    "applicant_role": "self",
    "sex": "female",
    "valid_in_hajj": True,
    "consent_money": True,
    "consent_health": True,
}
GROWN = {"value": "1990-01-01", "age": 36}
CITIZEN = {"kind": "national_id", "number": "1101798278"}
#: Form, the answers that matter, and the exit page they lead to.
EXITS = [
    ("assistance", {"service": "umrah-aid", "lives_in_rabigh": False}, "not_resident"),
    ("assistance", {"service": "umrah-aid", "umrah_last": "recent"}, "umrah_recent"),
    ("assistance", {"service": "hajj-aid", "hajj_before": True}, "hajj_done"),
    ("assistance", {"service": "hajj-aid", "limited_means": False}, "can_pay"),
    ("assistance", {"service": "ihram-kit", "kit_received": True}, "kit_taken"),
    ("assistance", {"service": "umrah-aid", "identity": {"kind": "passport"}}, "other_document"),
    ("assistance", {"service": "hajj-aid", "valid_in_hajj": False}, "identity_ends"),
    ("assistance", {"service": "hajj-aid", "birth_date": {"age": 17}}, "too_young_for_hajj"),
    ("assistance", {"service": "hajj-aid", "sex": "male", "birth_date": {"age": 24}}, "men_from_25"),
    ("assistance", {"service": "mobility", "birth_date": {"age": 17}}, "adult_applies"),
    ("assistance", {"service": "hajj-aid", "sex": "male", "birth_date": {"age": 25}}, ""),
    ("assistance", {"service": "hajj-aid", "sex": "female", "birth_date": {"age": 18}}, ""),
    ("assistance", {"service": "mobility", "applicant_role": "family", "birth_date": {"age": 9}}, ""),
    ("volunteer", {"birth_date": {"age": 15}}, "too_young"),
    ("volunteer", {"birth_date": {"age": 16}}, ""),
    ("group-request", {"service": "groups", "people_count": 19}, "small_group"),
    ("group-request", {"service": "meals", "people_count": 301}, "large_group"),
    ("group-request", {"service": "groups", "people_count": 300}, ""),
    ("inquiry", {"topic": "ruling"}, "rulings"),
    ("complaint", {"about": "decision", "decision_age": "late"}, "too_late"),
]


class Guide:
    """The services of the demonstration, without a database."""

    def service(self, key: str, language: str) -> ServiceFacts:
        """Return the facts in a language."""
        service = spoken(SERVICES[key], language)
        papers = [entry["value"] for entry in service.get("documents", [])]
        return ServiceFacts(
            key=key,
            title=service["title"],
            url="",
            promise=Promise(amount=1, unit=PromiseUnit.WORKING_DAY),
            documents=[DocumentFacts(**paper) for paper in papers],
            department_key="",
            open=True,
        )


def spoken(content: Any, language: str) -> Any:
    """Return the content in one language."""
    return arabic(content if language == "ar" else _other_way_round(content))


def _other_way_round(content: Any) -> Any:
    match content:
        case Both():
            return Both(content.en, content.ar)
        case Mapping():
            return {name: _other_way_round(part) for name, part in content.items()}
        case list():
            return [_other_way_round(part) for part in content]
    return content


@pytest.fixture(scope="module")
def flows(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[tuple[str, str], Flow]]:
    """Return every form in every language; pages know their content type, so they need the database to be made."""
    before = contracts.provider_of(ServiceProvider)
    contracts.register(ServiceProvider, Guide())
    with django_db_blocker.unblock():
        yield {(form["slug"], code): compile_alone(page(form, code)) for form in FORMS for code in LANGUAGES}
    contracts.register(ServiceProvider, before)


def page(form: Mapping[str, Any], language: str) -> FormPage:
    """Return the page of a form, not saved."""
    steps = FormPage._meta.get_field("steps").to_python(stored(spoken(form["steps"], language), form["slug"]))
    texts = {
        name: spoken(form[name], language) for name in ("title", "privacy_text", "declaration_text", "next_steps_text")
    }
    rest = {name: form.get(name, "") for name in ("track", "department_key")}
    locale = Locale(language_code=language)
    return FormPage(locale=locale, steps=steps, services=form.get("services", []), **texts, **rest)


def given(**said: Any) -> dict[str, Any]:
    """Return stored answers."""
    return {key: answer if isinstance(answer, Mapping) else {"value": answer} for key, answer in said.items()}


def questions(flow: Flow) -> Iterator[Question]:
    for step in flow.steps:
        for question in step.questions:
            yield question
            yield from question.parts


def headings(step: Step, language: str) -> Iterator[str]:
    """Yield what stands above a step and above its exit pages."""
    alone = step.questions[0] if len(step.questions) == 1 else None
    yield say(alone.label if alone else step.title, language)
    yield from (say(item.title, language) for item in step.exits)


@pytest.mark.parametrize("form", FORMS, ids=NAMES)
def test_a_form_has_no_mistake_that_an_editor_would_be_told_of(form: Mapping[str, Any], db: None) -> None:
    """Req 87: every step, question and exit can be reached, and none keeps everybody from the end."""
    assert problems(page(form, "ar").steps) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_form_is_whole_in_each_language(name: str, language: str, flows: dict[tuple[str, str], Flow]) -> None:
    flow = flows[name, language]
    texts = [flow.title, flow.privacy, flow.declaration, flow.next_steps]
    texts += [
        text
        for step in flow.steps
        for text in (step.title, *(part for item in step.exits for part in (item.title, item.body)))
    ]
    texts += [question.label for question in questions(flow)]
    texts += [choice.label for question in questions(flow) for choice in question.choices]
    assert [text for text in texts if not text.get(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_heading_stands_above_two_places_of_a_form(
    name: str, language: str, flows: dict[tuple[str, str], Flow]
) -> None:
    """Req 11."""
    seen = Counter(text for step in flows[name, language].steps for text in headings(step, language))
    assert [text for text, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_question_says_why_it_is_asked(name: str, flows: dict[tuple[str, str], Flow]) -> None:
    """Req 20."""
    asked = [question for question in questions(flows[name, "en"]) if registry.kind(question.kind).has_answer]
    assert [question.key for question in asked if not question.purpose.get("en")] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_asked_twice_on_any_route(name: str, flows: dict[tuple[str, str], Flow]) -> None:
    """Req 21. Two questions may share a label only where no answers ask both."""
    flow = flows[name, "ar"]
    for seed in range(40):
        said = answers(flow, Random(seed))  # noqa: S311 - made-up data
        route = [question for question in flow.asked(said) if question.kind != "information"]
        labels = Counter((question.label["ar"], question.kind) for question in route)
        assert [label for label, times in labels.items() if times > 1] == []
        assert max(Counter(question.key for question in route).values()) == 1


@pytest.mark.parametrize("name", NAMES)
def test_made_up_answers_lead_to_the_end(name: str, flows: dict[tuple[str, str], Flow]) -> None:
    flow = flows[name, "ar"]
    for seed in range(10):
        said = whole_answers(flow, Random(seed), {})  # noqa: S311 - made-up data
        assert flow.stop(said) is None


@pytest.mark.parametrize(("service", "steps"), ROUTES.items())
def test_each_service_asks_what_it_needs_and_no_more(
    service: str, steps: list[str], flows: dict[tuple[str, str], Flow]
) -> None:
    said = given(**GOOD, service=service, identity=CITIZEN, birth_date=GROWN)
    flow = flows["assistance", "ar"]
    assert [step.key for step in flow.route(flow.settled(said))] == steps


def test_whoever_applies_for_another_says_who_they_are_and_who_is_told(flows: dict[tuple[str, str], Flow]) -> None:
    """Req 31."""
    flow = flows["assistance", "ar"]
    said = given(**{**GOOD, "applicant_role": "helper"}, service="mobility", identity=CITIZEN, birth_date=GROWN)
    route = [step.key for step in flow.route(flow.settled(said))]
    here = route.index("applicant")
    assert route[here : here + 7] == [
        "applicant",
        "helper",
        "relation",
        "authority",
        "messages-to",
        "about-them",
        "identity",
    ]


def test_a_visitor_is_asked_for_the_nationality_and_a_citizen_is_not(flows: dict[tuple[str, str], Flow]) -> None:
    flow = flows["assistance", "ar"]
    step = flow.step("nationality")
    kinds = {kind: step.show_when.holds({"identity": {"kind": kind}}) for kind in ("national_id", "gcc", "passport")}
    assert kinds == {"national_id": False, "gcc": False, "passport": True}


def test_a_refused_consent_leaves_out_what_hangs_on_it(flows: dict[tuple[str, str], Flow]) -> None:
    """Req 54."""
    flow = flows["assistance", "ar"]
    refused = {**GOOD, "consent_money": False, "consent_health": False}
    said = given(**refused, service="umrah-aid", identity=CITIZEN, birth_date=GROWN)
    route = {step.key for step in flow.route(flow.settled(said))}
    assert route.isdisjoint({"income", "housing", "health"})
    assert "need" in route


@pytest.mark.parametrize(("name", "said", "wanted"), EXITS)
def test_an_answer_that_rules_the_service_out_leads_to_an_exit_page(
    name: str, said: dict[str, Any], wanted: str, flows: dict[tuple[str, str], Flow]
) -> None:
    """Req 6."""
    flow = flows[name, "ar"]
    before = given(**GOOD, identity=CITIZEN, birth_date=GROWN) if name == "assistance" else {}
    stop = flow.stop(flow.settled({**before, **given(**said)}))
    assert (stop.exit.key if stop else "") == wanted


def test_every_exit_page_is_tried_above(flows: dict[tuple[str, str], Flow]) -> None:
    there = {item.key for name in NAMES for step in flows[name, "ar"].steps for item in step.exits}
    assert {wanted for _name, _said, wanted in EXITS if wanted} == there


def test_a_volunteer_under_18_needs_a_guardian_and_gets_safe_tasks_only(flows: dict[tuple[str, str], Flow]) -> None:
    """Req 114."""
    flow = flows["volunteer", "ar"]
    young, grown = ({step.key for step in flow.route(given(birth_date={"age": age}))} for age in (17, 18))
    guardian = {"guardian", "guardian-identity", "guardian-consent", "guardian-paper", "safe-areas"}
    assert (guardian <= young, guardian & grown) == (True, set())
    assert young.isdisjoint({"areas", "experience", "licence"})
    assert {"areas", "experience"} <= grown
    safe = {choice.key for choice in flow.question("safe_areas").choices}
    assert safe.isdisjoint({"driving", "first_aid", "mobility"})
    texts = [
        question
        for step in flow.route(given(birth_date={"age": 17}))
        for question in step.asked(given(birth_date={"age": 17}))
    ]
    assert [question.key for question in texts if question.kind == "long_text"] == []


@pytest.mark.parametrize("name", ["complaint", "report-violation"])
def test_nobody_has_to_give_a_name_to_be_heard(name: str, flows: dict[tuple[str, str], Flow]) -> None:
    """Req 123, 124."""
    flow = flows[name, "ar"]
    nameless, named = ({q.key for q in flow.asked(given(identify=said))} for said in ("anonymous", "named"))
    assert nameless.isdisjoint({"full_name", "mobile", "email"})
    assert {"full_name", "mobile", "email"} <= named
    assert not any(flow.question(key).required for key in ("mobile", "email"))


def test_reports_of_violations_go_to_the_committee(flows: dict[tuple[str, str], Flow]) -> None:
    """Req 124."""
    departments = {name: flows[name, "ar"].department for name in NAMES}
    assert [name for name, key in departments.items() if key == "committee"] == ["report-violation"]


def test_the_survey_has_five_scales_in_words_and_asks_for_nobody(flows: dict[tuple[str, str], Flow]) -> None:
    """Req 125."""
    asked = [question for step in flows["satisfaction-survey", "ar"].steps for question in step.questions]
    assert [question.kind for question in asked] == [*["single_choice"] * 5, "long_text"]
    assert {len(question.choices) for question in asked[:5]} == {5}
    assert {question.sensitivity for question in asked} == {Sensitivity.ORDINARY}


def test_a_privacy_request_knows_the_six_rights(flows: dict[tuple[str, str], Flow]) -> None:
    """Req 105."""
    right = flows["privacy-request", "ar"].question("right")
    assert [choice.key for choice in right.choices] == ["access", "copy", "correct", "destroy", "withdraw", "object"]


def test_health_and_money_are_sealed_apart(flows: dict[tuple[str, str], Flow]) -> None:
    flow = flows["assistance", "ar"]
    for sensitivity, keys in (
        (Sensitivity.HEALTH, ("health_needs", "health_details", "equipment", "trouble")),
        (
            Sensitivity.MONEY,
            ("household_size", "dependants", "income_band", "income_sources", "social_security", "housing"),
        ),
    ):
        assert {flow.question(key).sensitivity for key in keys} == {sensitivity}


def test_no_form_asks_for_an_account_number(flows: dict[tuple[str, str], Flow]) -> None:
    """Payments are not part of this."""
    keys = {question.key for name in NAMES for question in questions(flows[name, "ar"])}
    assert keys.isdisjoint({"iban", "bank", "holder"})
