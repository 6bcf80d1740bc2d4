"""Number and code: noted on paper, typed on another device."""

import pytest
from django.conf import LazySettings
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from stdnum import luhn

from forms_flow.records.drafts import Draft
from tests.forms_flow.wizard.walker import LATER, NEED, PERSON, WELL, Applicant

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def noted(applicant: Applicant) -> tuple[str, str]:
    """Leave, make number and code, and return them as they are shown."""
    if applicant.step != "save":
        applicant.send(button="later")
    data = {**applicant.fields(), "make": "code"}
    applicant._show(applicant.client.post(applicant.url, data))
    number, code = [item.get_text(strip=True) for item in applicant.page.select("output.reference")]
    return number, code


def typed(number: str, code: str) -> Applicant:
    """Return another device after number and code were typed there."""
    return Applicant().open(reverse("wizard:come_back")).send({"number": number, "code": code})


def test_an_applicant_goes_on_elsewhere_with_number_and_code(applicant: Applicant) -> None:
    """Req 24."""
    number, code = noted(applicant.answer(PERSON, WELL))
    other = typed(number, code)
    assert (other.status, [name for name in other.client.cookies if name.startswith("apply_")]) == (200, [])
    other.send()
    assert (other.step, other.draft) == ("documents", applicant.draft)
    assert other.answer(LATER, NEED).send({"declaration": "on"}).step == "done"


def test_number_and_code_can_be_dictated(applicant: Applicant) -> None:
    """Digits only: three groups of three with a check digit, two groups of four."""
    number, code = noted(applicant.answer(PERSON))
    assert ([len(part) for part in number.split("-")], [len(part) for part in code.split("-")]) == ([3, 3, 3], [4, 4])
    assert luhn.is_valid(number.replace("-", ""))


def test_any_digits_and_grouping_are_understood(applicant: Applicant) -> None:
    """Req 39."""
    number, code = noted(applicant.answer(PERSON))
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    other = typed(number.replace("-", " ").translate(arabic), code.replace("-", "").translate(arabic)).send()
    assert other.draft == applicant.draft


def test_only_digests_are_kept_and_nothing_is_sent(applicant: Applicant) -> None:
    _number, code = noted(applicant.answer(PERSON))
    draft = applicant.draft
    assert len(bytes(draft.code_digest)) == 16
    assert code.replace("-", "") not in str(draft.state)
    assert mail.outbox == []


def test_wrong_and_unknown_are_answered_alike(applicant: Applicant) -> None:
    number, code = noted(applicant.answer(PERSON))
    wrong_code = f"{(int(code.replace('-', '')) + 1) % 10**8:08d}"
    unknown = "10000000" + luhn.calc_check_digit("10000000")
    pages = [typed(number, wrong_code), typed(unknown, code)]
    mistakes = [page.mistakes for page in pages]
    assert (mistakes[0], [page.status for page in pages]) == (mistakes[1], [200, 200])
    assert len(mistakes[0]) == 1


@pytest.mark.parametrize(
    ("number", "code"), [("12", "12345678"), ("123456789", "12345678"), ("", ""), ("264731890", "1")]
)
def test_what_cannot_be_a_number_is_said_at_once(applicant: Applicant, number: str, code: str) -> None:
    assert typed(number, code).mistakes
    assert applicant.draft.number is None


def test_guessing_stops_after_five_tries(applicant: Applicant, settings: LazySettings) -> None:
    """Req 24: per number, and per address."""
    number, code = noted(applicant.answer(PERSON))
    settings.THROTTLE = True
    answers = [typed(number, "00000000").status for _try in range(6)]
    assert answers == [200] * 5 + [429]
    blocked = typed(number, code)
    assert (blocked.status, blocked.response.headers["Retry-After"]) == (429, "900")


def test_the_right_answer_is_no_guess(applicant: Applicant, settings: LazySettings) -> None:
    number, code = noted(applicant.answer(PERSON))
    settings.THROTTLE = True
    assert {typed(number, code).send().step for _try in range(7)} == {"health"}


def test_a_new_code_ends_the_old_one_and_keeps_the_number(applicant: Applicant) -> None:
    number, old = noted(applicant.answer(PERSON))
    other = typed(number, old).send()
    applicant.client.cookies.pop(f"code_ar_{applicant.draft.pk.hex}")
    again, new = noted(applicant.open(applicant.url))
    assert (again, new != old, len(typed(number, old).mistakes)) == (number, True, 1)
    assert other.open(other.url).status == 404
    assert applicant.open(applicant.url).status == 200


def test_who_came_by_the_code_keeps_access_when_they_make_a_new_one(applicant: Applicant) -> None:
    other = typed(*noted(applicant.answer(PERSON))).send()
    noted(other.open(other.url.replace("/health/", "/save/")))
    assert other.open(other.url).status == 200


def test_the_link_and_the_code_live_side_by_side(applicant: Applicant) -> None:
    applicant.answer(PERSON).send(button="later")
    link = applicant.page.select_one("output").get_text(strip=True).replace("http://testserver", "")
    number, code = noted(applicant)
    assert (Client().get(link).status_code, typed(number, code).send().status) == (200, 200)


def test_what_is_over_says_so_and_what_was_destroyed_is_unknown(applicant: Applicant) -> None:
    number, code = noted(applicant.answer(PERSON))
    Draft.objects.update(expires_at=timezone.now())
    assert typed(number, code).status == 410
    Draft.objects.all().delete()
    assert len(typed(number, code).mistakes) == 1


def test_a_forged_post_opens_nothing(applicant: Applicant) -> None:
    number, code = noted(applicant.answer(PERSON))
    data = {"number": number, "code": code, "open": "1"}
    assert Client(enforce_csrf_checks=True).post(reverse("wizard:come_back"), data).status_code == 403


def test_the_page_is_offered_where_people_look_for_it(applicant: Applicant) -> None:
    url = reverse("wizard:come_back")
    pages = [Client().get(reverse("tracking:find")), Client().get(applicant.url)]
    assert [url in page.content.decode() for page in pages] == [True, True]


def test_nobody_is_told_how_it_was_stored(applicant: Applicant) -> None:
    noted(applicant.answer(PERSON))
    page = applicant.open(reverse("wizard:come_back"))
    assert page.response.headers["Cache-Control"] == "no-store, private"
    assert applicant.response.headers["X-Robots-Tag"] == "noindex, nofollow"
