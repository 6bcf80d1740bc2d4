"""Search by number, name, identity and mobile, however they are written."""

import pytest
from django.test import Client
from django.urls import reverse

from forms_flow.enums import MatchKind, Role, State
from forms_flow.inbox import search
from forms_flow.records.applications import Application
from tests.forms_flow import factories

EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
CIVIL = factories.national_id()


def _kinds(query: str) -> list[list[MatchKind]]:
    return [[kind for kind, _token in term] for term in search.terms(query)]


@pytest.mark.unit
@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("2647-318-9053", [[MatchKind.REFERENCE, MatchKind.IDENTITY]]),
        ("2647 318 9050", [[MatchKind.IDENTITY]]),  # no reference by its check digit, but somebody may carry it
        ("050 123 4278", [[MatchKind.MOBILE, MatchKind.IDENTITY]]),
        ("+966 (0) 50-123-4278", [[MatchKind.MOBILE, MatchKind.IDENTITY]]),
        (CIVIL, [[MatchKind.IDENTITY]]),
        (" ".join(CIVIL), [[MatchKind.IDENTITY]]),
        ("a1234567", [[MatchKind.IDENTITY]]),
        ("هدى الحربي", [[MatchKind.NAME], [MatchKind.NAME]]),
        (f"هدى {CIVIL} 0501234278", [[MatchKind.NAME], [MatchKind.IDENTITY], [MatchKind.MOBILE, MatchKind.IDENTITY]]),
        ("!!! ؟", []),
        ("", []),
    ],
)
def test_a_query_is_read_as_what_it_can_be(query: str, kinds: list[list[MatchKind]]) -> None:
    """Each term has one reading at least; nothing readable means nothing found."""
    assert _kinds(query) == kinds


@pytest.mark.unit
def test_a_long_query_is_cut() -> None:
    """Eight terms are enough for anybody."""
    assert len(search.terms("اسم " * 60)) == search.MOST_TERMS


@pytest.mark.unit
def test_a_sealed_query_opens_for_its_own_person_only() -> None:
    """Names and numbers never stand in an address."""
    hidden = search.hidden("هدى 0501234278", 7)
    assert "0501234278" not in hidden
    assert (search.opened(hidden, 7), search.opened(hidden, 8), search.opened("x" * 40, 7)) == (
        "هدى 0501234278",
        "",
        "",
    )


@pytest.fixture
def application() -> Application:
    """Return the application to be found, beside one that must not be."""
    stranger = factories.answers(
        name={"value": "سعد بن فهد", "raw": "سعد بن فهد"},
        mobile={"value": "+966559999999", "raw": "0559999999"},
        identity=None,
    )
    factories.an_application(given=stranger)
    return factories.an_application()


def _found(client: Client, application: Application, query: str) -> list[str]:
    client.force_login(factories.a_user(Role.RELATIONS_OFFICER, application.department))
    posted = client.post(reverse("inbox:list"), {"q": query})
    assert query not in posted["Location"]
    return [row.url for row in client.get(posted["Location"]).context["rows"]]


@pytest.mark.integration
@pytest.mark.django_db
@pytest.mark.parametrize("digits", [None, EASTERN, PERSIAN])
def test_numbers_are_found_in_any_digits_and_grouping(
    client: Client, application: Application, digits: dict[int, int] | None
) -> None:
    """Req 39."""
    own = [reverse("inbox:case", args=[application.pk])]
    reference = application.reference
    spellings = [
        reference,
        f"{reference[:4]}-{reference[4:7]}-{reference[7:]}",
        f" {reference[:4]} {reference[4:7]} {reference[7:]} ",
        "0501234278",
        "+966 50 123 4278",
        "00966501234278",
        "501234278",
        CIVIL,
        f"{CIVIL[:3]} {CIVIL[3:]}",
        f"هدى {CIVIL}",
    ]
    for spelling in spellings:
        typed = spelling.translate(digits) if digits else spelling
        assert _found(client, application, typed) == own, spelling


@pytest.mark.integration
@pytest.mark.django_db
@pytest.mark.parametrize("query", ["هدى", "هُدى", "هدي", "الحربي سالم", "هدى بنت سالم الحربى", "  هـــدى "])
def test_names_are_found_in_any_spelling_and_order(client: Client, application: Application, query: str) -> None:
    """Every word must match."""
    assert _found(client, application, query) == [reverse("inbox:case", args=[application.pk])]


@pytest.mark.integration
@pytest.mark.django_db
@pytest.mark.parametrize("query", ["هدى القحطاني", "0501234279", "12345678903", "؟!", f"سعد {CIVIL}"])
def test_what_does_not_match_in_every_word_is_not_found(client: Client, application: Application, query: str) -> None:
    """One wrong word is enough."""
    assert _found(client, application, query) == []


@pytest.mark.integration
@pytest.mark.django_db
def test_search_looks_among_closed_ones_and_never_in_other_departments(
    client: Client, application: Application
) -> None:
    """Row scope comes first."""
    Application.objects.filter(pk=application.pk).update(state=State.CLOSED, is_open=False)
    assert len(_found(client, application, "هدى")) == 1
    Application.objects.filter(pk=application.pk).update(department=factories.a_department("other"))
    assert _found(client, application, "هدى") == []
