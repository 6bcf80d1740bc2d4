"""What the demonstration says: whole in both languages, and nothing that practice forbids."""

import re
from collections.abc import Iterator

import pytest

from alhuda.demo.content import guide, legal_pages, pages, policies, structure
from alhuda.demo.content.aid_services import AID_SERVICES
from alhuda.demo.content.booked_services import BOOKED_SERVICES
from alhuda.demo.content.forms import FORMS, complaint, whistle_blowing
from alhuda.demo.content.open_services import OPEN_SERVICES
from alhuda.demo.content.people import DEPARTMENTS, FEASTS, NATIONAL_DAYS, STAFF
from alhuda.demo.streams import block, stored
from alhuda.demo.words import Both, arabic, dictionary, pairs, points, prose
from forms_flow.enums import Role

pytestmark = pytest.mark.unit

ALL = [
    *(
        vars(module)[name]
        for module in (guide, legal_pages, pages, policies, structure)
        for name in vars(module)
        if name.isupper()
    ),
    *FORMS,
    *AID_SERVICES,
    *BOOKED_SERVICES,
    *OPEN_SERVICES,
    [*DEPARTMENTS.values(), *FEASTS, *NATIONAL_DAYS],
]
ARABIC = re.compile("[\u0600-\u06ff]")

# The left column of the table in the practice notes, and what may never be promised.
FORBIDDEN = [
    "ترخيص رقم",
    "من الميقات حتى تمام النسك",
    "يعينونك على الإحرام",
    "متابعة أصحاب الأمراض",
    "إيواء",
    "المسافر المنقطع",
    "والمعينات",
    "عصي",
    "تتبّع",
    "تطوّع معنا",
    "أرسل الطلب",
    "مجانية",
    "مجانا",
    "السُّقيا",
    "لمّ الشمل",
    "لم الشمل",
    "وذوي الإعاقة",
    "حج الفريضة",
    "للحجاج المتضررين",
    "استضافة الوفود",
    "أسئلة الأهلية",
    "مكان السكن",
    "صف احتياجك",
    "احتياج صحي نراعيه",
    "لم تُجب",
    "شكوى",
    " بلاغ",
    "آيبان",
    "يرجى",
    "عذرًا",
    "غير صالح",
    "هذا الحقل مطلوب",
    "الهلال الأحمر",
    "إقامة سارية",
    "صف احتياجك",
    "حج الفريضة",
    "طلب بيانات شخصية",
    "هل قدّمت لجهة أخرى",
    "بلد الجواز",
]
#: Words that have one right place: a complaint is no report of a violation, and the other way round.
OWN_PLACES = {
    "شكوى": [complaint.FORM, pages.CONTACT],
    " بلاغ": [whistle_blowing.FORM, policies.WHISTLE_BLOWING, pages.CONTACT, list(DEPARTMENTS.values())],
}
FORBIDDEN_IN_ENGLISH = ["please", "invalid", "required", "Red Crescent", "free Umrah"]


def texts() -> Iterator[Both]:
    yield from pairs(ALL)


def test_every_text_is_there_in_both_languages() -> None:
    assert [text for text in texts() if bool(text.ar) != bool(text.en)] == []


def test_english_is_english_and_arabic_is_arabic() -> None:
    assert [text.en for text in texts() if ARABIC.search(text.en)] == []
    assert [text.ar for text in texts() if text.ar and not ARABIC.search(text.ar)] == []


def test_one_arabic_text_has_one_english() -> None:
    english: dict[str, set[str]] = {}
    for content in ALL:
        per_page = {}
        for text in pairs(content):
            per_page.setdefault(text.ar, set()).add(text.en)
        english |= {source: found for source, found in per_page.items() if len(found) > 1}
    assert english == {}


@pytest.mark.parametrize("words", FORBIDDEN)
def test_words_that_practice_forbids_do_not_occur(words: str) -> None:
    own = {*pairs(OWN_PLACES.get(words, []))}
    assert [text.ar for text in texts() if words in text.ar and text not in own] == []


@pytest.mark.parametrize("words", FORBIDDEN_IN_ENGLISH)
def test_english_words_that_are_avoided_do_not_occur(words: str) -> None:
    """Req 36."""
    assert [text.en for text in texts() if words in text.en.lower()] == []


def test_no_cross_or_plus_shape_occurs() -> None:
    """A plus stands only before a country code."""
    shapes = re.compile(r"\+(?!966 )|[✚✛✜✝✞✟✠☩➕×✕✖]")
    assert [text for text in texts() if shapes.search(text.ar + text.en)] == []


def test_digits_are_western() -> None:
    assert [text.ar for text in texts() if re.search("[٠-٩۰-۹]", text.ar)] == []


def test_every_service_that_is_asked_for_has_conditions_documents_and_an_answer_time() -> None:
    for service in (*AID_SERVICES, *BOOKED_SERVICES):
        assert service["answer_amount"] > 0
        assert service.get("documents") or service["no_documents"]
        assert [*pairs(service["who_can"])]


def test_pages_of_text_and_policies_are_marked_as_samples() -> None:
    marked = "نموذج تجريبي غير معتمد"
    contents = [pages.ABOUT, pages.VOLUNTEERING, pages.CONTACT, legal_pages.PRIVACY_NOTICE, legal_pages.ACCESSIBILITY]
    for content in [*contents, *policies.POLICIES, *FORMS]:
        assert [text for text in pairs(content) if marked in text.ar]


def test_the_bones_of_a_real_site_carry_no_sample_mark() -> None:
    bones = [structure.START, structure.SERVICES, structure.POLICIES, structure.CONTACT_PAGE, structure.PRIVACY_PAGE]
    assert [text for text in pairs([*bones, structure.FORM]) if "نموذج تجريبي" in text.ar] == []


def test_the_guide_has_the_fourteen_services_and_every_state() -> None:
    """Req 4."""
    listed = [*AID_SERVICES, *BOOKED_SERVICES, *OPEN_SERVICES]
    fourteen = "guidance water meals first-aid mobility ihram-kit lost stranded umrah-aid hajj-aid relief language"
    assert {service["slug"] for service in listed} == {*fourteen.split(), "volunteer", "groups"}
    states = {service.get("state", "open") for service in (*AID_SERVICES, *BOOKED_SERVICES)}
    assert states == {"open", "opens_on", "full"}  # the open services are walk-in


def test_there_is_a_person_for_every_role() -> None:
    assert [person.role for person in STAFF] == list(Role)


def test_prose_becomes_paragraphs_or_points() -> None:
    assert prose(("أ < ب", "a < b")).html() == "<p>أ &lt; ب</p>"
    assert points(("أ", "a"), ("ب", "b")).html() == "<ul><li>أ</li><li>ب</li></ul>"
    content = {"title": Both("أ", "a"), "body": [points(("ب", "b"))], "number": 3}
    assert arabic(content) == {"title": "أ", "body": ["<ul><li>ب</li></ul>"], "number": 3}
    assert dictionary(content) == {"أ": "a", "ب": "b"}


def test_identifiers_follow_from_keys_and_survive_a_block_before_them() -> None:
    step = block("step", key="one", questions=[block("question", key="q", label="س")])
    alone = stored([step], "form")[0]
    second = stored([block("step", key="zero"), step], "form")[1]
    assert alone == second
    assert alone["value"]["questions"][0]["id"] == second["value"]["questions"][0]["id"]


def test_items_of_plain_lists_become_blocks() -> None:
    item = stored([block("list", items=["أ"])], "page")[0]["value"]["items"][0]
    assert (item["type"], item["value"], len(item["id"])) == ("item", "أ", 36)
