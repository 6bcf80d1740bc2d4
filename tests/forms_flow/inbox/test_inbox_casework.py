"""The pages beside a case: referrals, deliveries, loans, time, reminders, tools."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from forms_flow.domain.alerts import alert_staff
from forms_flow.domain.register import register
from forms_flow.enums import Outcome, Role, State
from forms_flow.papers import receipt
from forms_flow.records.applications import Application
from forms_flow.records.deliveries import Delivery
from forms_flow.records.history import Action, Event
from forms_flow.records.promised import Alert, Extension
from forms_flow.records.referrals import Referral
from home.contracts import LinkFacts, ToolFacts, ToolProvider
from home.dates import today
from home.shell import bare
from tests.forms_flow import factories
from tests.forms_flow.counting import own_queries
from tests.forms_flow.deciding import decided

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
HOSPITAL = "مستشفى رابغ العام"


@pytest.fixture
def officer() -> Any:
    return factories.a_user(Role.CASE_OFFICER, factories.a_department("studies"), first_name="ريم")


@pytest.fixture
def application(officer: Any) -> Application:
    row = decided(factories.an_application(), Outcome.APPROVED)
    return register(application=row, actor=officer, row_version=row.row_version)


@pytest.fixture
def staff(client: Client, officer: Any) -> Client:
    client.force_login(officer)
    return client


def to(name: str, application: Application, *more: object) -> str:
    return reverse(f"inbox:{name}", args=[application.pk, *more])


def refer(staff: Client, application: Application, **given: Any) -> HttpResponse:
    day = today().isoformat()
    data = {"other": HOSPITAL, "on": day, "consent": "signed", "consent_on": day, "sections": ["health"], **given}
    return staff.post(to("refer_out", application, "out"), data)


def hand(staff: Client, application: Application, **given: Any) -> HttpResponse:
    row = Application.objects.get(pk=application.pk)
    data = {
        "row_version": row.row_version,
        "item": "كرسي",
        "quantity": "١",
        "on": "1448-05-01",
        "name": "سالم",
        **given,
    }
    return staff.post(to("hand_over", application), data)


def test_a_referral_is_recorded_and_answered(staff: Client, application: Application) -> None:
    assert refer(staff, application).status_code == 302
    row = Referral.objects.get()
    answer = staff.post(to("reply", application, row.pk), {"on": today().isoformat(), "text": "تم"})
    page = staff.get(to("referrals", application)).content.decode()
    assert (answer.status_code, HOSPITAL in page, "الصحة" in page, "تم" in page) == (302, True, True, True)
    assert "(1)" in staff.get(to("case", application)).content.decode()


def test_a_referral_without_consent_is_mended_and_loses_nothing(staff: Client, application: Application) -> None:
    answer = refer(staff, application, consent="", consent_on="")
    form = answer.context["out"]
    assert (answer.status_code, list(form.errors), form["other"].value()) == (422, ["consent"], HOSPITAL)
    assert Referral.objects.count() == 0


def test_the_letter_that_the_case_came_with_is_filled_in(staff: Client, application: Application) -> None:
    application.letter = {"number": "441/8", "date": "2026-11-01"}
    application.save()
    form = staff.get(to("referrals", application)).context["letter"]
    assert (form["number"].value(), form["on"].value()) == ("441/8", "2026-11-01")
    data = {"other": "المحافظة", "number": "441/8", "on": "2026-11-01"}
    assert staff.post(to("refer_out", application, "letter"), data).status_code == 302


def test_a_delivery_is_recorded_and_completes_the_case(staff: Client, application: Application) -> None:
    assert hand(staff, application, last_four="٤٨٢١", completes="on").status_code == 302
    row = Delivery.objects.get()
    application.refresh_from_db()
    assert (row.quantity, row.receiver["last_four"], application.state) == (1, "4821", State.DELIVERED)


@pytest.mark.parametrize(
    ("given", "field"),
    [({"item": ""}, "item"), ({"quantity": "0"}, "quantity"), ({"last_four": "12"}, "last_four"), ({"on": "x"}, "on")],
)
def test_a_delivery_that_says_too_little_is_mended(
    staff: Client, application: Application, given: dict[str, str], field: str
) -> None:
    answer = hand(staff, application, **given)
    assert (answer.status_code, list(answer.context["hand"].errors), Delivery.objects.count()) == (422, [field], 0)


def test_the_receipt_says_what_was_received(staff: Client, application: Application) -> None:
    hand(staff, application, due_back=(today() + timedelta(days=9)).isoformat())
    html = receipt.receipt_html(Delivery.objects.get(), language="ar", shell=bare("ar"))
    assert [text in html for text in ("كرسي", "سالم", factories.NAME, application.reference[:4])] == [True] * 4
    answer = staff.get(to("receipt", application, Delivery.objects.get().pk))
    assert (answer["Content-Type"], answer.content[:5], "no-store" in answer["Cache-Control"]) == (
        "application/pdf",
        b"%PDF-",
        True,
    )


def test_a_loan_is_listed_until_it_comes_back(staff: Client, application: Application) -> None:
    hand(staff, application, due_back=(today() - timedelta(days=3)).isoformat())
    [row] = staff.get(reverse("inbox:loans")).context["rows"]
    assert (row["late"], staff.get(reverse("inbox:loans")).context["overdue"]) == (3, 1)
    back = to("take_back", application, Delivery.objects.get().pk)
    assert staff.post(back, {"on": today().isoformat(), "state": "سليم"}).status_code == 302
    assert staff.get(reverse("inbox:loans")).context["rows"] == []


def test_loans_of_another_department_are_not_listed(client: Client, application: Application) -> None:
    Delivery.objects.create(application=application, item="كرسي", receiver={}, on=today(), due_back=today())
    client.force_login(factories.a_user(Role.CASE_OFFICER, factories.a_department("elsewhere")))
    assert client.get(reverse("inbox:loans")).context["rows"] == []


@pytest.mark.parametrize("count", [1, 6])
def test_the_list_of_loans_costs_the_same_whatever_it_holds(
    staff: Client, application: Application, count: int
) -> None:
    for _n in range(count):
        Delivery.objects.create(
            application=application, item="كرسي", receiver={"name": "x"}, on=today(), due_back=today()
        )
    staff.get(reverse("inbox:loans"))
    with own_queries() as queries:
        answer = staff.get(reverse("inbox:loans"))
    assert (len(answer.context["rows"]), len(queries)) == (count, 3)


@pytest.mark.parametrize(("page", "expected"), [("referrals", 9), ("deliveries", 5)])
@pytest.mark.parametrize("count", [1, 4])
def test_the_pages_beside_a_case_cost_the_same_whatever_they_hold(
    staff: Client, application: Application, page: str, expected: int, count: int
) -> None:
    for _n in range(count):
        refer(staff, application)
        hand(staff, application)
    staff.get(to(page, application))
    with own_queries() as queries:
        answer = staff.get(to(page, application))
    assert (len(answer.context["lines"]), len(queries)) == (count, expected)


def test_an_extension_is_made_on_its_page(client: Client) -> None:
    application = factories.an_application()
    client.force_login(factories.a_user(Role.RELATIONS_OFFICER, application.department))
    page = client.get(to("extend", application))
    assert (page.context["form"] is not None, b"csrfmiddlewaretoken" in page.content) == (True, True)
    wrong = client.post(to("extend", application), {"row_version": 1, "days": "90", "reason": "x"})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["days"])
    old = client.post(to("extend", application), {"row_version": 9, "days": "3", "reason": "x"})
    assert (old.status_code, len(old.context["form"].non_field_errors())) == (422, 1)
    right = client.post(to("extend", application), {"row_version": 1, "days": "3", "reason": "x"})
    assert (right.status_code, Extension.objects.count()) == (302, 1)


def test_reminders_are_read_and_put_away(client: Client) -> None:
    application = factories.an_application()
    client.force_login(factories.a_user(Role.RELATIONS_OFFICER, application.department))
    with time_machine.travel(application.due_at - timedelta(hours=2), tick=False):
        alert_staff()
    [row] = client.get(reverse("inbox:alerts")).context["rows"]
    assert 'href="/staff/applications/alerts/"' in client.get("/staff/").content.decode()
    client.post(reverse("inbox:alerts"), {"alert": [str(row["alert"].pk), "nonsense"]})
    assert (Alert.objects.get().seen_at is not None, client.get(reverse("inbox:alerts")).context["rows"]) == (True, [])


def test_the_tools_stand_beside_the_case(
    staff: Client, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Practice 14: service page, governing policy with its clauses, bylaws, blank form."""
    tools = ToolFacts(
        service=LinkFacts(title="كراسي", url="/services/chairs/"),
        policies=[LinkFacts(title="السياسة", url="/p/", parts=[LinkFacts(title="المادة", url="/p/#section-1")])],
        bylaws=[LinkFacts(title="اللائحة", url="/bylaws/")],
    )
    monkeypatch.setitem(
        __import__("home.contracts", fromlist=["_providers"])._providers,
        ToolProvider,
        type("Tools", (), {"tools": lambda _self, _key, _language: tools})(),
    )
    text = staff.get(to("case", application)).content.decode()
    wanted = ("/services/chairs/", "/p/#section-1", "/bylaws/", f"/apply/blank/{application.flow.key}/")
    assert [url for url in wanted if f'href="{url}"' not in text and f'href="/en{url}"' not in text] == []


@pytest.mark.parametrize("name", ["referrals", "deliveries", "extend", "checklist"])
def test_reading_a_page_beside_the_case_is_recorded(staff: Client, application: Application, name: str) -> None:
    staff.get(to(name, application))
    assert Event.objects.filter(action=Action.OPENED).count() == 1


@pytest.mark.parametrize(("name", "forms"), [("checklist", 1), ("referrals", 3), ("deliveries", 2)])
def test_every_form_carries_the_token_that_django_asks_for(
    staff: Client, application: Application, name: str, forms: int
) -> None:
    refer(staff, application)
    hand(staff, application, due_back=today().isoformat())
    page = staff.get(to(name, application)).content.decode().split("<main", 1)[-1]
    assert (page.count('method="post"'), page.count("csrfmiddlewaretoken")) == (forms, forms)


def test_the_auditor_reads_and_changes_nothing(client: Client, staff: Client, application: Application) -> None:
    refer(staff, application)
    hand(staff, application, due_back=today().isoformat())
    client.force_login(factories.a_user(Role.AUDITOR))
    for name in ("referrals", "deliveries", "extend"):
        assert client.get(to(name, application)).status_code == 200
    for name, more in (
        ("refer_out", ["out"]),
        ("reply", [Referral.objects.get().pk]),
        ("hand_over", []),
        ("take_back", [Delivery.objects.get().pk]),
        ("extend", []),
    ):
        assert client.post(to(name, application, *more), {}).status_code == 404
    assert client.get(to("receipt", application, Delivery.objects.get().pk)).status_code == 404
