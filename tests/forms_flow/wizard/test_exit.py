"""Journeys that end early and kindly (req 6)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from forms_flow.conditions import Condition, ShowWhen
from forms_flow.definition import Exit, Flow, Question, Step
from forms_flow.domain.declaration import ticked
from forms_flow.domain.errors import JourneyEndedError
from forms_flow.domain.submit import submit_draft
from forms_flow.enums import Operator
from forms_flow.records.applications import Application
from forms_flow.records.versions import FormVersion
from tests.forms_flow import factories
from tests.forms_flow.factories import text
from tests.forms_flow.wizard.walker import NEED, Applicant, a_flow, when

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

CHANGE = "تغيير إجابتي"
HERE, ELSEWHERE = {"home-lives_here": "yes"}, {"home-lives_here": "no"}
BORN = {"birth-born-day": "1", "birth-born-month": "1", "birth-born-year": "2008", "birth-born-calendar": "gregorian"}


def an_exit(key: str, *conditions: Condition) -> Exit:
    """Return an exit page with words of its own."""
    body = text("تخدم الجمعية أهل رابغ.\n\nاتصل بجمعية مدينتك.", "We serve people of Rabigh.\n\nAsk in your own town.")
    return Exit(key=key, title=text("هذه الخدمة لسكان رابغ", "This service is for people of Rabigh"), body=body,
                when=ShowWhen(conditions=conditions))  # fmt: skip


def yes_no(key: str, question: str, **columns: Any) -> Step:
    """Return a step with one yes-or-no question."""
    item = Question(key=question, kind="yes_no", label=text(f"سؤال {question}؟", f"{question}?"))
    return Step(key=key, title=text(key, key), questions=(item,), **columns)


def home_flow() -> Flow:
    """Return a form for people who live here and are grown up."""
    away = Condition(question="lives_here", operator=Operator.IS, values=("no",))
    young = Condition(question="born", operator=Operator.LESS_THAN, values=("18",))
    born = Question(key="born", kind="birth_date", label=text("تاريخ الميلاد", "Date of birth"))
    steps = (
        yes_no("home", "lives_here", exits=(an_exit("elsewhere", away),)),
        Step(key="birth", title=text("الميلاد", "Birth"), questions=(born,), exits=(an_exit("young", young),)),
        a_flow().steps[4],
    )
    return a_flow(steps=steps)


def progress(applicant: Applicant) -> str:
    """Return what the page says of how far it is."""
    return applicant.page.select_one(".steps-progress__words").get_text(strip=True).split(" · ")[0]


@pytest.fixture
def applicant(db: None) -> Applicant:
    """Return an applicant at the first step of that form."""
    factories.a_department()
    FormVersion.objects.publish(home_flow())
    return Applicant().begin()


def test_answers_may_lead_to_a_page_that_says_why_and_where_else(applicant: Applicant) -> None:
    """Req 6: no error, its own heading, another way, people to talk to."""
    applicant.send(ELSEWHERE)
    assert (applicant.step, applicant.status, applicant.heading) == ("exit", 200, "هذه الخدمة لسكان رابغ")
    assert applicant.page.title.get_text(strip=True).split(" · ")[0] == "هذه الخدمة لسكان رابغ – طلب مساعدة"
    main = applicant.page.select_one("main")
    assert [p.get_text(strip=True) for p in main.select(".prose > p")][:2] == [
        "تخدم الجمعية أهل رابغ.",
        "اتصل بجمعية مدينتك.",
    ]
    assert main.select(".error-summary, [role=alert], form") == []
    assert Application.objects.count() == 0


def test_nothing_behind_an_exit_opens(applicant: Applicant) -> None:
    """Check, receipt and later steps lead back to it, and so does the draft's link."""
    applicant.send(ELSEWHERE)
    for name in ("check", "done", "birth", "need"):
        url = applicant.url.replace("/exit/", f"/{name}/")
        for response in (applicant.client.get(url), applicant.client.get(f"{url}?change=1")):
            assert (response.status_code, response.headers["Location"]) == (303, applicant.url)
    token = applicant.client.cookies["csrftoken"].value
    posted = applicant.client.post(
        applicant.url.replace("/exit/", "/check/"), {"csrfmiddlewaretoken": token, "declaration": "on"}
    )
    assert (posted.status_code, posted.headers["Location"]) == (303, applicant.url)
    assert Application.objects.count() == 0


def test_a_changed_answer_lets_the_journey_go_on(applicant: Applicant) -> None:
    exit_url = applicant.send(ELSEWHERE).url
    applicant.follow(CHANGE)
    assert (applicant.step, applicant.page.select_one(".back-link")["href"]) == ("home", exit_url)
    assert applicant.send(HERE).step == "birth"
    assert applicant.open(exit_url).step == "birth"


def test_an_exit_reads_in_the_other_language(applicant: Applicant) -> None:
    """Req 13."""
    applicant.send(ELSEWHERE).switch_language()
    assert (applicant.step, applicant.heading) == ("exit", "This service is for people of Rabigh")
    assert applicant.url.startswith("/en/")
    assert applicant.switch_language().heading == "هذه الخدمة لسكان رابغ"


def test_steps_behind_an_exit_count_in_the_progress(applicant: Applicant) -> None:
    """Req 14: the number of steps does not jump when the answer is changed."""
    assert progress(applicant) == "الخطوة 1 من 3"
    applicant.send(ELSEWHERE).follow(CHANGE)
    assert progress(applicant) == "الخطوة 1 من 3"


def test_an_exit_that_hangs_on_a_missing_answer_waits_for_it(db: None) -> None:
    """``is_not`` holds of what was never answered: the step is asked all the same, and those before it."""
    factories.a_department()
    unless = Condition(question="lives_here", operator=Operator.IS_NOT, values=("yes",))
    steps = (yes_no("home", "lives_here", exits=(an_exit("elsewhere", unless),)), a_flow().steps[4])
    FormVersion.objects.publish(a_flow(steps=steps))
    applicant = Applicant().begin()
    assert applicant.step == "home"
    assert progress(applicant) == "الخطوة 1 من 2"
    assert applicant.send(ELSEWHERE).step == "exit"
    assert applicant.follow(CHANGE).send(HERE).step == "need"


@pytest.mark.parametrize(("at", "step"), [("2025-12-31T20:59:00Z", "exit"), ("2025-12-31T21:01:00Z", "need")])
def test_ages_are_counted_in_riyadh_on_the_day_of_the_answer(db: None, at: str, step: str) -> None:
    factories.a_department()
    FormVersion.objects.publish(home_flow())
    with time_machine.travel(at, tick=False):
        assert Applicant().begin().answer(HERE, BORN).step == step


def test_a_birthday_between_answer_and_sending_changes_nothing(db: None) -> None:
    """The age on the day of the answer is what conditions look at, for ever."""
    factories.a_department()
    adult = when("born", "18", operator=Operator.AT_LEAST)
    birth = replace(home_flow().steps[1], exits=())
    FormVersion.objects.publish(a_flow(steps=(birth, yes_no("adult", "works", show_when=adult), a_flow().steps[4])))
    with time_machine.travel("2025-12-30T12:00:00Z", tick=False):
        applicant = Applicant().begin().answer(BORN, NEED)
    assert applicant.step == "check"
    with time_machine.travel("2026-01-02T12:00:00Z", tick=False):
        applicant.send({"declaration": "on"})
    assert (applicant.step, Application.objects.get().answers()["born"]["age"]) == ("done", 17)


def test_the_domain_refuses_answers_that_lead_to_an_exit(applicant: Applicant) -> None:
    applicant.send(ELSEWHERE)
    answers = applicant.draft.state["answers"]
    with pytest.raises(JourneyEndedError):
        submit_draft(draft=applicant.draft, answers=answers, language="ar", declaration=ticked(timezone.now()))
    assert (Application.objects.count(), applicant.draft.submitted_at) == (0, None)


def test_an_exit_is_its_owners_alone(applicant: Applicant) -> None:
    applicant.send(ELSEWHERE)
    assert Applicant().open(applicant.url).status == 404
    type(applicant.draft).objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert applicant.open(applicant.url).status == 410
