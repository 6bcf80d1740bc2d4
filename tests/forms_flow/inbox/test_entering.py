"""Entering an application for somebody: from the page in the inbox to the case with its declaration."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import AbstractUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from forms_flow.domain.declaration import PAPER
from forms_flow.enums import Channel, DeclarationMode, Role, Track
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft, StoredFile
from forms_flow.records.history import Action, Event
from forms_flow.records.notices import Notice
from forms_flow.records.versions import FormVersion
from forms_flow.vault import store
from home.dates import both_calendars
from tests.forms_flow import factories
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, WELL, Applicant, a_flow, a_photo, not_a_photo

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

FORM = f"{factories.FLOW_KEY}:wheelchair"
HOW = "declared-declared-how"
FILE = f"declared-{PAPER}"


@pytest.fixture(autouse=True)
def _form(settings: LazySettings, db: None) -> None:
    """Open a form."""
    settings.THROTTLE = False
    factories.a_department()
    FormVersion.objects.publish(a_flow())


@pytest.fixture
def officer() -> AbstractUser:
    """Return a relations officer."""
    return factories.a_user(Role.RELATIONS_OFFICER, factories.a_department(), first_name="ريم", last_name="العتيبي")


def browser(person: AbstractUser) -> Client:
    client = Client()
    client.force_login(person)
    return client


def begun(person: AbstractUser, at: datetime | None = None, **changes: str) -> Applicant:
    """Return a journey that this person began for somebody, at its first step."""
    moment = timezone.localtime(at)
    data = {
        "entry-entry-form": FORM,
        "entry-entry-language": "ar",
        "entry-entry-channel": "field",
        "entry-entry-received-day-day": str(moment.day),
        "entry-entry-received-day-month": str(moment.month),
        "entry-entry-received-day-year": str(moment.year),
        "entry-entry-received-day-calendar": "gregorian",
        "entry-entry-received-time": f"{moment:%H:%M}",
        **changes,
    }
    client = browser(person)
    answer = client.post(reverse("inbox:enter"), data)
    assert answer.status_code == 303, answer.context["errors"]
    walker = Applicant()
    walker.client = client
    return walker.open(answer["Location"])


def at_check(person: AbstractUser, **changes: Any) -> Applicant:
    """Return a journey with everything answered."""
    walker = begun(person, **changes).answer(PERSON, WELL, LATER, NEED)
    assert walker.step == "check"
    return walker


def test_the_page_offers_the_open_forms_and_the_policys_channels_without_the_website(officer: AbstractUser) -> None:
    """Req 32."""
    FormVersion.objects.publish(a_flow(key="5f0c2f9e-6a52-4b7c-9f0e-0d6f3f3a1c12", track=Track.WHISTLE_BLOWING))
    FormVersion.objects.publish(a_flow(key="5f0c2f9e-6a52-4b7c-9f0e-0d6f3f3a1c13", track=Track.SATISFACTION))
    closed = FormVersion.objects.publish(a_flow(key="5f0c2f9e-6a52-4b7c-9f0e-0d6f3f3a1c14"))
    FormVersion.objects.close(closed.flow_key)
    form = browser(officer).get(reverse("inbox:enter")).context["form"]
    offered = {key: [item.key for item in form.fields[f"entry-{key}"].widget.options] for key in ("form", "channel")}
    assert offered["form"] == [FORM]
    assert set(offered["channel"]) == set(Channel) - {Channel.WEBSITE}
    assert len(Channel) == 8


def test_a_field_representative_begins_with_the_field(officer: AbstractUser) -> None:
    """The only screen of this role."""
    client = browser(factories.a_user(Role.FIELD_REPRESENTATIVE))
    form = client.get(reverse("inbox:enter")).context["form"]
    assert form["entry-channel"].value() == "field"
    assert browser(officer).get(reverse("inbox:enter")).context["form"]["entry-channel"].value() is None
    assert "/staff/applications/enter/" in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.RELATIONS_OFFICER, Role.FIELD_REPRESENTATIVE}]
)
def test_nobody_else_enters_anything(role: Role) -> None:
    client = browser(factories.a_user(role))
    assert {client.get(reverse("inbox:enter")).status_code, client.post(reverse("inbox:enter")).status_code} == {404}


@pytest.mark.parametrize(
    ("changes", "faulty"),
    [
        ({"channel": "website"}, "channel"),
        ({"form": "nothing:else"}, "form"),
        ({"received-day-year": "2090"}, "received-day"),
        ({"received-day-year": "1990"}, "received-day"),
        ({"received-time": "25:10"}, "received-time"),
        ({"channel": "letter"}, "letter-number"),
    ],
)
def test_what_cannot_be_is_refused(officer: AbstractUser, changes: dict[str, str], faulty: str) -> None:
    filled = {
        "form": FORM,
        "language": "ar",
        "channel": "field",
        "received-day-day": "1",
        "received-day-month": "1",
        "received-day-year": str(timezone.localdate().year),
        "received-time": "10:00",
        **changes,
    }
    data = {f"entry-entry-{name}": value for name, value in filled.items()}
    answer = browser(officer).post(reverse("inbox:enter"), data)
    assert (answer.status_code, answer.context["errors"][0][0]) == (422, f"id_entry-entry-{faulty}")
    assert Draft.objects.count() == 0


def test_arabic_digits_and_the_hijri_calendar_are_understood(officer: AbstractUser) -> None:
    walker = begun(
        officer,
        **{
            "entry-entry-received-day-day": "١",
            "entry-entry-received-day-month": "1",
            "entry-entry-received-day-year": "١٤٤٨",
            "entry-entry-received-day-calendar": "hijri",
            "entry-entry-received-time": "٩:٠٥",
        },
    )
    received = timezone.localtime(walker.draft.received_at)
    assert (received.year, received.month, received.hour, received.minute) == (2026, 6, 9, 5)


def test_a_letter_keeps_its_number_and_date(officer: AbstractUser) -> None:
    letter = {
        "entry-entry-channel": "letter",
        "entry-entry-letter-number": "1448/77",
        "entry-entry-letter-date-day": "2",
        "entry-entry-letter-date-month": "2",
        "entry-entry-letter-date-year": "2026",
    }
    walker = at_check(officer, **letter).send({HOW: "telephone"})
    application = Application.objects.get()
    assert (walker.step, application.channel) == ("done", "letter")
    assert application.letter == {"number": "1448/77", "date": "2026-02-02"}
    page = walker.client.get(reverse("inbox:case", args=[application.pk])).content.decode()
    assert "1448/77" in page
    assert "ريم العتيبي" in page


def test_every_page_says_for_whom_and_by_which_channel(officer: AbstractUser) -> None:
    walker = begun(officer)
    draft = walker.draft
    for page in (walker, walker.open(walker.url.replace("person", "save"))):
        note = page.page.select_one(".reading .alert--info").get_text(" ", strip=True)
        assert str(draft.get_channel_display()) in note
        assert both_calendars(draft.received_at, "ar") in note


def test_the_applicants_language_stays_whatever_language_the_officer_reads(officer: AbstractUser) -> None:
    walker = begun(officer, **{"entry-entry-language": "en"})
    assert walker.url.startswith("/en/apply/")
    walker.switch_language().answer(PERSON, WELL, LATER, NEED).send({HOW: "telephone"})
    assert (walker.url.startswith("/apply/"), Application.objects.get().language) == (True, "en")


def test_only_its_author_opens_an_entry(officer: AbstractUser) -> None:
    """Cookie and person, at every address of the journey."""
    walker = begun(officer)
    base = walker.url.removesuffix("person/")
    other = factories.a_user(Role.RELATIONS_OFFICER, factories.a_department())
    paths = [base + path for path in ("person/", "check/", "save/", "done/", f"file/{walker.draft.pk}/")]
    allowed = [walker.client.get(path).status_code for path in paths]
    assert (allowed[0], allowed[2]) == (200, 200)

    def seen(client: Client) -> set[int]:
        return {client.get(path).status_code for path in paths} | {client.post(path).status_code for path in paths}

    thief = browser(other)
    thief.cookies.update({name: value for name, value in walker.client.cookies.items() if name.startswith("apply_")})
    nobody = Client()
    nobody.cookies.update({name: value for name, value in walker.client.cookies.items() if name.startswith("apply_")})
    assert (seen(thief), seen(nobody), seen(browser(officer))) == ({404}, {404}, {404})


@pytest.mark.parametrize("what", ["deactivated", "role", "account"])
def test_whoever_may_not_enter_any_more_is_out_at_once(officer: AbstractUser, what: str) -> None:
    """Req 113."""
    walker = begun(officer)
    if what == "deactivated":
        type(officer).objects.filter(pk=officer.pk).update(is_active=False)
    elif what == "role":
        officer.groups.clear()
    else:
        officer.delete()
    answers = [walker.client.get(walker.url), walker.client.post(walker.url, PERSON)]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_links_and_codes_of_an_entry_open_to_nobody_else(officer: AbstractUser) -> None:
    walker = begun(officer)
    walker.open(walker.url.replace("person", "save")).send()
    link = walker.page.select_one("output").get_text(strip=True).replace("http://testserver", "")
    assert (Client().get(link).status_code, walker.client.get(link).status_code) == (404, 200)


def test_the_check_offers_no_tick_and_asks_how_it_was_declared(officer: AbstractUser) -> None:
    """Practice 8, req 53."""
    walker = at_check(officer)
    assert walker.page.select("input[name=declaration]") == []
    assert [item["value"] for item in walker.page.select(f"input[name={HOW}]")] == ["paper", "telephone", "link"]
    assert "أقرّ بأن البيانات صحيحة" in walker.page.get_text()
    walker.send({"declaration": "on"})
    assert (walker.step, len(walker.mistakes), Application.objects.count()) == ("check", 1, 0)
    walker.send({HOW: "ticked"})
    assert (walker.step, Application.objects.count()) == ("check", 0)


def test_a_paper_needs_its_file_and_goes_with_the_application(officer: AbstractUser) -> None:
    walker = at_check(officer).send({HOW: "paper"})
    assert (walker.step, len(walker.mistakes)) == ("check", 1)
    walker.send({HOW: "paper", FILE: not_a_photo()})
    assert (walker.step, len(walker.mistakes)) == ("check", 1)
    walker.send({HOW: "paper", FILE: [a_photo("1.jpg"), a_photo("2.jpg", size=(9, 9))]})
    application = Application.objects.get()
    papers = application.files.filter(question_key=PAPER)
    assert (walker.step, application.declaration_mode, papers.count()) == ("done", DeclarationMode.PAPER, 2)
    assert set(application.declaration["files"]) == {str(item.pk) for item in papers}
    assert all(store.get(item.pk) for item in papers)
    assert (application.declaration["by"], application.entered_by) == (officer.pk, officer)
    case = walker.client.get(reverse("inbox:case", args=[application.pk])).context["case"]
    assert (len(case.declaration.papers), case.declaration.by) == (2, "ريم العتيبي")


def test_a_good_paper_outlives_a_mistake_beside_it(officer: AbstractUser) -> None:
    """Req 46."""
    walker = at_check(officer).send({FILE: a_photo()})
    assert (walker.step, StoredFile.objects.filter(question_key=PAPER).count()) == ("check", 1)
    assert walker.send({HOW: "paper"}).step == "done"


def test_a_paper_that_was_not_chosen_in_the_end_is_destroyed(officer: AbstractUser) -> None:
    walker = at_check(officer).send({FILE: a_photo()})
    assert walker.send({HOW: "telephone"}).step == "done"
    assert StoredFile.objects.filter(question_key=PAPER).count() == 0


def test_words_read_by_telephone_are_recorded_with_officer_and_time(officer: AbstractUser) -> None:
    now = timezone.localtime() - timedelta(minutes=30)
    read = {
        "declared-declared-read-day-day": str(now.day),
        "declared-declared-read-day-month": str(now.month),
        "declared-declared-read-day-year": str(now.year),
        "declared-declared-read-time": f"{now:%H:%M}",
    }
    walker = at_check(officer)
    assert walker.send({HOW: "telephone", **read, "declared-declared-read-time": "x"}).mistakes != []
    assert walker.send({HOW: "telephone", **read}).step == "done"
    application = Application.objects.get()
    assert timezone.localtime(application.declared_at) == now.replace(second=0, microsecond=0)
    event = Event.objects.get(action=Action.DECLARED)
    assert (event.actor, event.data) == (f"staff:{officer.pk}", {"mode": "telephone"})


def test_by_link_the_case_waits_for_the_applicant(officer: AbstractUser) -> None:
    walker = at_check(officer).send({HOW: "link"})
    application = Application.objects.get()
    assert (walker.step, application.declared_at, application.declaration_mode) == ("done", None, "link")
    assert [item.template for item in Notice.objects.order_by("template")] == ["confirm", "received"]
    page = walker.client.get(reverse("inbox:list")).content.decode()
    assert "Declaration missing" in page or "الإقرار" in page


def test_without_a_way_to_write_to_them_no_link_is_offered(officer: AbstractUser, settings: LazySettings) -> None:
    settings.SMS_BACKEND = ""
    walker = at_check(officer)
    assert [item["value"] for item in walker.page.select(f"input[name={HOW}]")] == ["paper", "telephone"]
    walker.send({HOW: "link"})
    assert Application.objects.count() == 0


def test_the_promise_runs_from_when_it_really_came(officer: AbstractUser) -> None:
    """Practice 8: `received_at` apart from `entered_at`."""
    came = timezone.now() - timedelta(days=30)
    at_check(officer, at=came).send({HOW: "telephone"})
    row = Application.objects.get()
    assert timezone.localtime(row.received_at) == timezone.localtime(came).replace(second=0, microsecond=0)
    assert row.entered_at > timezone.now() - timedelta(minutes=1)
    assert row.due_at < timezone.now()
    assert (row.channel, row.entered_by) == ("field", officer)
    assert Event.objects.get(seq=1).actor == f"staff:{officer.pk}"


def test_the_page_lists_what_its_author_has_not_sent_yet(officer: AbstractUser) -> None:
    walker = begun(officer)
    begun(factories.a_user(Role.FIELD_REPRESENTATIVE))
    factories.a_draft(entered_by=officer, is_trial=True)  # an officer may be an editor as well
    page = walker.client.get(reverse("inbox:enter"))
    [mine] = page.context["unfinished"]
    assert walker.open(mine.url).step == "person"


def test_the_list_is_filtered_by_channel(officer: AbstractUser) -> None:
    """Req 32."""
    at_check(officer).send({HOW: "telephone"})
    factories.an_application()
    client = browser(officer)
    shown = [
        [row.reference for row in client.get(reverse("inbox:list"), {"channel": name}).context["rows"]]
        for name in ("field", "website", "phone", "")
    ]
    assert [len(rows) for rows in shown] == [1, 1, 0, 2]


def test_a_paper_that_comes_later_completes_the_case(officer: AbstractUser) -> None:
    """Practice 8."""
    at_check(officer).send({HOW: "link"})
    application = Application.objects.get()
    client, case = browser(officer), reverse("inbox:case", args=[application.pk])
    move = reverse("inbox:move", args=[application.pk, "refer"])
    department = str(factories.a_department("study").pk)
    referral = {"row_version": "1", "department": department, "override": "الأصل مع صاحبه"}
    assert client.post(move, referral).status_code == 422
    url, field = reverse("inbox:declare", args=[application.pk]), f"paper-{PAPER}"
    for wrong in ({}, {field: not_a_photo()}):
        client.post(url, {"row_version": "1", **wrong})
    assert (Application.objects.get().declared_at, StoredFile.objects.filter(question_key=PAPER).count()) == (None, 0)
    assert client.post(url, {"row_version": "1", field: a_photo()})["Location"] == case
    row = Application.objects.get()
    assert (row.declaration_mode, row.declared_at is not None) == (DeclarationMode.PAPER, True)
    assert client.post(move, {**referral, "row_version": str(row.row_version)}).status_code == 302


def test_a_paper_from_an_old_page_leaves_no_file_behind(officer: AbstractUser) -> None:
    at_check(officer).send({HOW: "link"})
    application = Application.objects.get()
    Application.objects.update(row_version=7)
    url = reverse("inbox:declare", args=[application.pk])
    browser(officer).post(url, {"row_version": "1", f"paper-{PAPER}": a_photo()})
    assert (StoredFile.objects.count(), [*store.names()]) == (0, [])


def test_a_password_alone_opens_no_entry(officer: AbstractUser) -> None:
    """Both factors, as everywhere among the staff."""
    walker = begun(officer)
    session = walker.client.session
    session.pop("second_factor")
    session.save()
    assert walker.client.get(walker.url).status_code == 404
