"""A repeating group: added to, changed and removed on pages of their own (req 23)."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms_flow.fields.companions_field import entry_title
from forms_flow.records.applications import Application
from forms_flow.records.versions import FormVersion
from forms_flow.wizard.group import group_of
from forms_flow.wizard.journey import Journey
from tests.forms_flow import factories
from tests.forms_flow.wizard.companions import an_entry, group_flow, list_url, names, stored
from tests.forms_flow.wizard.walker import NEED, Applicant

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

HUDA, SALIM, OMAR = "هدى الحربي", "سالم الحربي", "عمر الحربي"


@pytest.fixture
def applicant(db: None) -> Applicant:
    """Return an English reader before the list, which is empty."""
    return begin()


def begin(**options: object) -> Applicant:
    """Return an English reader before the list of a form with these limits."""
    factories.a_department()
    FormVersion.objects.publish(group_flow(**options))
    return Applicant(language="en").begin()


def add(applicant: Applicant, *people: str) -> Applicant:
    """Add people from the list, one after another."""
    for person in people:
        applicant.follow("Add").send(an_entry(person))
    return applicant


def test_a_list_begins_empty_and_is_passed_over_when_nobody_comes(applicant: Applicant) -> None:
    assert (applicant.step, applicant.heading, names(applicant)) == ("group", "Who comes with you? (optional)", [])
    assert applicant.send().step == "need"
    assert applicant.send(NEED).answers["Who comes with you?"] == "None"


def test_each_added_entry_leads_back_to_the_list_under_its_own_name(applicant: Applicant) -> None:
    applicant.follow("Add")
    assert (applicant.step, applicant.heading) == ("1", "Companion 1")
    applicant.send(an_entry(HUDA, 1))
    assert (applicant.step, names(applicant)) == ("group", [f"Companion 1: {HUDA}"])
    add(applicant, SALIM)
    assert names(applicant) == [f"Companion 1: {HUDA}", f"Companion 2: {SALIM}"]
    links = [link.get_text(" ", strip=True) for link in applicant.page.select(".summary-list a")]
    assert links == [
        f"{word} Companion {n} {name}" for n, name in ((1, HUDA), (2, SALIM)) for word in ("Change", "Remove")
    ]


def test_an_entry_is_changed_in_its_place(applicant: Applicant) -> None:
    add(applicant, HUDA, SALIM).follow(f"Change Companion 1 {HUDA}")
    assert applicant.fields()["group-name"] == HUDA
    assert names(applicant.send({"group-name": OMAR})) == [f"Companion 1: {OMAR}", f"Companion 2: {SALIM}"]


def test_a_removal_asks_first_and_the_others_are_counted_anew(applicant: Applicant) -> None:
    add(applicant, HUDA, SALIM, OMAR).follow(f"Remove Companion 2 {SALIM}")
    assert (applicant.step, applicant.heading) == ("remove", "Remove Companion 2?")
    assert SALIM in applicant.page.select_one("main").get_text()
    applicant.follow("No, keep")
    assert len(names(applicant)) == 3
    applicant.follow(f"Remove Companion 2 {SALIM}").send()
    assert names(applicant) == [f"Companion 1: {HUDA}", f"Companion 2: {OMAR}"]
    assert stored(applicant) == [HUDA, OMAR]


def test_every_page_leads_back_to_the_list(applicant: Applicant) -> None:
    """Req 15."""
    add(applicant, HUDA)
    here = list_url(applicant)
    for words in ("Add", "Change Companion 1", "Remove Companion 1"):
        assert applicant.open(here).follow(words).page.select_one(".back-link")["href"] == here


def test_a_full_list_says_so_and_takes_no_more() -> None:
    applicant = add(begin(max=2), HUDA, SALIM)
    assert "the most that can be added here" in applicant.page.select_one("main").get_text()
    assert "Add another companion" not in applicant.page.select_one("main").get_text()
    response = applicant.client.get(f"{list_url(applicant)}3/")
    assert (response.status_code, response.headers["Location"]) == (303, list_url(applicant))
    applicant.post({"group-name": OMAR})
    data = {**an_entry(OMAR), "csrfmiddlewaretoken": applicant.fields()["csrfmiddlewaretoken"]}
    assert applicant.client.post(f"{list_url(applicant)}3/", data).status_code == 303
    assert stored(applicant) == [HUDA, SALIM]


def test_a_list_with_too_few_holds_the_journey() -> None:
    applicant = begin(min=1)
    assert applicant.send().mistakes == ["Who comes with you?: add at least 1 companion"]
    link = applicant.page.select_one(".error-summary a")["href"]
    assert applicant.page.select_one(link).get_text(strip=True) == "Add a companion"
    assert add(applicant, HUDA).mistakes == []
    assert applicant.send().step == "need"


def test_mistakes_stay_typed_and_linked(applicant: Applicant) -> None:
    """Req 33, 37."""
    applicant.follow("Add").send({"group-name": "4", "group-identity-kind": "national_id"})
    assert (applicant.step, applicant.heading) == ("1", "Companion 1")
    assert applicant.page.title.get_text().startswith("Error: Companion 1")
    assert len(applicant.mistakes) == 2
    assert all(applicant.page.select_one(link["href"]) for link in applicant.page.select(".error-summary a"))
    assert applicant.fields()["group-name"] == "4"
    assert stored(applicant) == []


def test_an_entry_left_with_mistakes_holds_the_list_until_it_is_finished_or_removed(applicant: Applicant) -> None:
    add(applicant, HUDA).follow("Add").send({"group-name": SALIM}).open(list_url(applicant))
    assert names(applicant) == [f"Companion 1: {HUDA}", "Companion 2: Not saved yet"]
    assert applicant.send().mistakes == ["Companion 2 is not saved yet: finish it, or remove it"]
    assert applicant.follow("Finish Companion 2").fields()["group-name"] == SALIM
    applicant.open(list_url(applicant)).follow("Remove Companion 2").send()
    assert names(applicant) == [f"Companion 1: {HUDA}"]
    assert applicant.send().step == "need"


def test_what_was_typed_moves_with_its_entry_when_one_before_it_goes(applicant: Applicant) -> None:
    add(applicant, HUDA, SALIM).follow("Change Companion 2").send({"group-name": "5"})
    applicant.open(list_url(applicant)).follow("Remove Companion 1").send()
    assert names(applicant) == [f"Companion 1: {SALIM} Not saved yet"]
    assert applicant.follow("Finish Companion 1").fields()["group-name"] == "5"
    assert len(applicant.mistakes) == 1


def test_the_language_changes_on_every_page_and_keeps_everything(applicant: Applicant) -> None:
    """Req 13, 18."""
    add(applicant, HUDA).follow("Add").send({"group-name": "6"})
    assert applicant.switch_language().fields()["group-name"] == "6"
    assert applicant.heading == "المرافق 2"
    applicant.switch_language().open(list_url(applicant)).follow("Remove Companion 1").switch_language()
    assert (applicant.step, HUDA in applicant.page.select_one("main").get_text()) == ("remove", True)


def test_two_companions_with_one_document_are_refused_at_the_number(applicant: Applicant) -> None:
    """The second one's page says which other has it."""
    applicant.follow("Add").send(an_entry(HUDA, 1)).follow("Add").send(an_entry(SALIM, 1))
    assert applicant.mistakes == ["Identity: you gave this for Companion 1 too; write another one"]
    assert applicant.page.select_one(".error-summary a")["href"] == "#id_group-identity-number"


def test_a_stale_page_shows_what_is_there_now_and_keeps_what_was_typed(applicant: Applicant) -> None:
    """Req 26."""
    add(applicant, HUDA, SALIM).follow("Change Companion 1")
    other = add(copy_of(applicant).open(list_url(applicant)), OMAR)
    other.follow(f"Remove Companion 1 {HUDA}").send()
    applicant.send({"group-name": "Huda"})
    assert (applicant.status, applicant.fields()["group-name"]) == (409, "Huda")
    assert f"Companion 1 is now “{SALIM}”" in applicant.page.select_one(".alert--warning").get_text()
    assert stored(applicant) == [SALIM, OMAR]
    assert names(applicant.send()) == ["Companion 1: Huda", f"Companion 2: {OMAR}"]


def test_a_stale_removal_removes_nobody(applicant: Applicant) -> None:
    add(applicant, HUDA, SALIM).follow("Remove Companion 1")
    copy_of(applicant).open(list_url(applicant)).follow("Remove Companion 1").send()
    applicant.send()
    assert (applicant.step, stored(applicant)) == ("group", [SALIM])
    assert "Nothing was removed just now" in applicant.page.select_one(".alert--warning").get_text()


def test_a_double_click_adds_one(applicant: Applicant) -> None:
    """Req 27."""
    applicant.follow("Add")
    data = {**applicant.fields(), **an_entry(HUDA)}
    first, second = (applicant.client.post(applicant.url, data) for _ in range(2))
    assert [first.status_code, second.status_code] == [303, 303]
    assert stored(applicant) == [HUDA]


def test_addresses_of_entries_that_are_not_there_lead_to_the_list(applicant: Applicant) -> None:
    add(applicant, HUDA)
    here = list_url(applicant)
    for end in ("0/", "3/", "9/remove/", "2/remove/"):
        assert applicant.open(here + end).url == here
    assert applicant.open(here.replace("/group/", "/need/1/")).step == "group"
    assert Applicant(language="en").open(f"{here}1/").status == 404


def test_check_answers_shows_each_companion_with_a_way_back_of_its_own(applicant: Applicant) -> None:
    """Req 17, 52."""
    applicant.follow("Add").send(an_entry(HUDA, 1))
    add(applicant, SALIM).send().send(NEED)
    number = factories.national_id(100000001)
    assert (applicant.step, applicant.answers["Who comes with you?"]) == ("check", "2 companions")
    assert applicant.answers["Companion 1"] == f"Full name: {HUDA} Identity: National ID, {number}"
    applicant.follow("Change Companion 2")
    assert (applicant.step, applicant.page.select_one(".back-link")["href"].endswith("/check/")) == ("2", True)
    assert applicant.send({"group-name": OMAR}).step == "check"
    applicant.follow("Change Who comes with you?").follow(f"Remove Companion 2 {OMAR}").send()
    assert applicant.page.select_one(".back-link")["href"].endswith("/check/")
    assert applicant.send().answers["Who comes with you?"] == "1 companion"


def test_companions_are_sent_and_their_documents_stay_in_their_sheet(applicant: Applicant) -> None:
    applicant.follow("Add").send(an_entry(HUDA, 1)).send().send(NEED).send({"declaration": "on"})
    [entry] = Application.objects.get().answers()["companions"]["value"]
    assert (applicant.step, entry["name"]["value"]) == ("done", HUDA)
    assert entry["identity"]["number"] == factories.national_id(100000001)


def test_a_list_that_lost_somebody_it_needs_asks_again() -> None:
    applicant = add(begin(min=1), HUDA).send().send(NEED)
    applicant.follow("Change Who comes with you?").follow("Remove Companion 1").send()
    assert applicant.open(applicant.url.replace("/group/", "/check/")).step == "group"


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_of_a_group_cost_the_same_whatever_it_holds(
    applicant: Applicant, django_assert_num_queries: Callable[[int], AbstractContextManager[object]], count: int
) -> None:
    add(applicant, *[HUDA, SALIM, OMAR][:count])
    for url in (list_url(applicant), f"{list_url(applicant)}1/", f"{list_url(applicant)}1/remove/"):
        applicant.open(url)
        with django_assert_num_queries(1):  # the draft
            applicant.client.get(url)


NUMBERS, ACTS = st.integers(1, 4), st.sampled_from(["save", "wrong", "remove"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.tuples(ACTS, NUMBERS, st.sampled_from("abcdef")), max_size=12))
def test_any_sequence_leaves_the_entries_that_a_plain_list_would_have(
    applicant: Applicant, acts: list[tuple[str, int, str]]
) -> None:
    """Numbers and contents agree with a model: a list of names, and beside it what was typed wrongly."""
    journey = Journey(applicant.draft, "en", "")
    names: list[str] = []
    typed: dict[int, str] = {}
    for act, wanted, letter in acts:
        group = group_of(journey, "group")
        number = min(wanted, group.next_number)
        if act == "remove" and group.has(number):
            group.remove(number)
            names[number - 1 : number] = []
            typed = {place - (place > number): text for place, text in typed.items() if place != number}
        elif act != "remove" and (number <= len(names) or group.may_grow):
            name = letter if act == "save" else f"{letter}4"
            group.record(number, group.form(number, posted(name)), put_off=False)
            if act == "save":
                names[number - 1 : number] = [name]
                typed.pop(number, None)
            else:
                typed[number] = name
    group = group_of(journey, "group")
    assert [entry["name"]["raw"] for entry in group.entries] == names
    rows = range(1, len(names) + len([place for place in typed if place > len(names)]) + 1)
    expected = [(entry_title(place), "".join(names[place - 1 : place]), place in typed) for place in rows]
    assert [(row.title, row.name, row.is_open) for row in group.listing().rows] == expected
    left = {place: group.form_as_left(place)["name"].value() for place in rows}
    assert left == {place: typed.get(place) or names[place - 1] for place in rows}


def posted(name: str) -> QueryDict:
    """Return what a browser sends about a companion of that name."""
    data = QueryDict(mutable=True)
    data.update(an_entry(name))
    return data


def copy_of(applicant: Applicant) -> Applicant:
    """Return a second tab of the same browser."""
    other = Applicant(language="en")
    other.client = Client(enforce_csrf_checks=True)
    other.client.cookies = applicant.client.cookies
    return other.open(applicant.url)
