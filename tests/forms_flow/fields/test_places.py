"""Countries, regions and addresses."""

from typing import Any

import pytest

from forms_flow.conditions import plain_values
from forms_flow.fields import registry
from forms_flow.fields.country import codes, ordered
from forms_flow.fields.places import PLACES, REGIONS
from home.text import fold
from tests.forms_flow.fields.asking import a_form, a_question, answer, message

pytestmark = pytest.mark.unit

FULL = {"building": "٧٣٤٠", "street": "شارع الملك", "district": "الصمد", "city": "رابغ", "postcode": "21911"}
SHORT = "Home: write the short address as four letters and four digits, for example RRRD2929"


def test_a_country_is_stored_by_its_code_and_named_in_each_language() -> None:
    found = answer("country", "EG")
    kind, question = registry.kind("country"), a_question("country")
    assert found == {"value": "EG"}
    assert plain_values(found) == {"EG"}
    assert [kind.summary(question, found, language) for language in ("ar", "en")] == [["مصر"], ["Egypt"]]
    assert kind.summary(question, None, "en") == []


@pytest.mark.parametrize("typed", ["", "XX", "eg", "EU", "Egypt"])
def test_no_country_and_a_foreign_one_are_the_same(typed: str) -> None:
    assert message("country", typed, label="Nationality") == "Choose nationality"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_saudi_arabia_comes_first_then_pilgrims_countries_then_the_rest_in_order(language: str) -> None:
    first, rest = ordered(language)
    assert first[0].key == "SA"
    for names in ([option.label for option in first[1:]], [option.label for option in rest]):
        assert names == sorted(names, key=fold)
    keys = [option.key for option in (*first, *rest)]
    assert len(keys) == len(set(keys))
    assert set(keys) == codes()


def test_the_chosen_country_is_selected_once() -> None:
    html = str(a_form(a_question("country"), answers={"q": {"value": "EG"}})["q"])
    assert html.count("selected") == 1
    assert '<option value="EG" selected>Egypt</option>' in html
    assert "selected" not in str(a_form(a_question("country"))["q"])


def test_there_are_thirteen_regions_by_their_iso_codes() -> None:
    assert list(REGIONS) == [f"SA-{number:02}" for number in (*range(1, 13), 14)]


@pytest.mark.parametrize(
    ("region", "place", "stored", "lines"),
    [
        ("rabigh", "", "", ["Rabigh town"]),
        ("masturah", "left over", "", ["Masturah"]),
        ("SA-02", "", "", ["Makkah Region"]),
        ("SA-02", " \u200fخليص", "خليص", ["خليص", "Makkah Region"]),
        ("other", "الدوحة", "الدوحة", ["الدوحة"]),
    ],
)
def test_a_place_is_stored_by_its_key_and_name(region: str, place: str, stored: str, lines: list[str]) -> None:
    found = answer("region_place", {"region": region, "place": place})
    assert found == {"value": region, "place": stored, "raw": {"region": region, "place": stored}}
    assert plain_values(found) == {region}
    assert registry.kind("region_place").summary(a_question("region_place"), found, "en") == lines
    assert set(PLACES) > {region}


@pytest.mark.parametrize(
    ("region", "place", "text", "target"),
    [
        ("", "", "Choose place", ""),
        ("SA-13", "", "Choose place", ""),
        ("", "خليص", "Choose place", ""),
        ("other", "", "Place: write the name of the town, village or place", "-place"),
        ("other", "12", "Place: write the name of the town, village or place", "-place"),
        ("SA-01", "--", "Place: write the name of the town, village or place", "-place"),
        ("other", "x" * 101, "Place: shorten the text to 100 characters", "-place"),
    ],
)
def test_a_place_that_is_not_told_leads_to_the_control_at_fault(
    region: str, place: str, text: str, target: str
) -> None:
    """Req 33, 36."""
    post = {"q-region": region, "q-place": place}
    form = a_form(a_question("region_place", label="Place"), post=post)
    assert form.summary_of_errors == [(f"id_s-q{target}", text)]
    assert answer("region_place", {}, required=False) is None


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ({"short": "RRRD2929"}, {"short": "RRRD2929"}),
        ({"short": "rrrd ٢٩٢٩"}, {"short": "RRRD2929"}),
        ({"short": "\u200fRRRD-2929", "city": "رابغ"}, {"short": "RRRD2929", "city": "رابغ"}),
        (FULL, {**FULL, "building": "7340"}),
        ({"district": "الصمد", "city": "رابغ"}, {"district": "الصمد", "city": "رابغ"}),
        (
            {"district": "الصمد", "city": "رابغ", "additional": "۴۵ ۶۷"},
            {"district": "الصمد", "city": "رابغ", "additional": "4567"},
        ),
    ],
)
def test_an_address_is_short_or_in_parts(typed: dict[str, str], stored: dict[str, str]) -> None:
    found = answer("national_address", typed)
    assert found["value"] == stored
    assert {box: text for box, text in registry.kind("national_address").initial(found).items() if text} == {
        box: text.strip("\u200f") for box, text in typed.items()
    }


@pytest.mark.parametrize(
    ("typed", "options", "text", "target"),
    [
        ({"short": "RRR2929"}, {}, SHORT, ""),
        ({"short": "ررRD2929"}, {}, SHORT, ""),
        ({**FULL, "short": "RRRD29299"}, {}, SHORT, ""),
        ({**FULL, "building": "734"}, {}, "Home: write the building number in 4 digits", "-building"),
        ({**FULL, "postcode": "2191"}, {}, "Home: write the postcode in 5 digits", "-postcode"),
        ({**FULL, "additional": "45678"}, {}, "Home: write the additional number in 4 digits", "-additional"),
        ({"city": "رابغ"}, {}, "Home: write the short address, or add the district", "-district"),
        ({"street": "x"}, {}, "Home: write the short address, or add the district and the city", "-district"),
        (
            {"district": "x", "city": "y"},
            {"complete": True},
            "Home: write the short address, or add the building number and the street and the postcode",
            "-building",
        ),
        ({**FULL, "street": "x" * 101}, {}, "Home: shorten the text to 100 characters", "-street"),
        ({"short": " - "}, {}, "Enter home", ""),
    ],
)
def test_an_address_that_is_not_whole_leads_to_the_box_at_fault(
    typed: dict[str, str], options: dict[str, Any], text: str, target: str
) -> None:
    """Req 33, 36."""
    post = {f"q-{box}": given for box, given in typed.items()}
    form = a_form(a_question("national_address", label="Home", **options), post=post)
    assert form.summary_of_errors == [(f"id_s-q{target}", text)]


def test_an_address_is_written_as_on_an_envelope_and_masked_to_its_city() -> None:
    kind, question = registry.kind("national_address"), a_question("national_address")
    found = answer("national_address", {**FULL, "short": "rrrd2929", "additional": "4567"}, complete=True)
    assert kind.summary(question, found, "ar") == ["RRRD2929", "7340 شارع الملك، الصمد، رابغ 21911-4567"]
    assert kind.masked(question, found, "ar") == ["****** رابغ"]
    short = answer("national_address", {"short": "RRRD2929"})
    assert [kind.summary(question, short, "en"), kind.masked(question, short, "en")] == [["RRRD2929"], ["******"]]
    assert [kind.summary(question, None, "en"), kind.masked(question, None, "en")] == [[], []]
