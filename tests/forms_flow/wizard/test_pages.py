"""What stands on the pages of steps."""

import pytest

from tests.forms_flow.wizard.walker import ILLNESS, LATER, NEED, PERSON, UNWELL, WELL, Applicant

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def words(applicant: Applicant) -> str:
    """Return the words about progress."""
    found = applicant.page.select_one(".steps-progress__words")
    return found.get_text(" ", strip=True) if found else ""


def test_the_number_of_steps_is_told_only_once_it_is_certain(applicant: Applicant) -> None:
    """Req 28."""
    applicant.switch_language()
    told = [words(applicant), *(words(applicant.answer(values)) for values in (PERSON, UNWELL, ILLNESS, LATER))]
    assert [line.split(" · ")[0] for line in told] == [
        "",
        "Your answers so far are saved",
        "Step 3 of 5",
        "Step 4 of 5",
        "Step 5 of 5",
    ]


def test_those_who_skip_a_step_count_one_less(applicant: Applicant) -> None:
    """Req 28."""
    assert words(applicant.switch_language().answer(PERSON, WELL)).startswith("Step 3 of 4")


def test_mistakes_stand_above_the_heading_and_lead_to_their_controls(applicant: Applicant) -> None:
    """Req 12, 33, 34, 37."""
    applicant.switch_language().send({**PERSON, "person-mobile": "05", "person-name": ""})
    assert applicant.page.title.get_text(strip=True).startswith("Error: ")
    targets = [str(link["href"]).removeprefix("#") for link in applicant.page.select(".error-summary a")]
    assert len(targets) == 2
    assert all(applicant.page.find(id=target).name == "input" for target in targets)
    assert applicant.fields()["person-mobile"] == "05"
    assert applicant.page.select_one(".back-link")
    text = str(applicant.page)
    assert text.index('class="error-summary"') < text.index("<h1")


def test_a_page_without_mistakes_has_no_summary(applicant: Applicant) -> None:
    assert applicant.mistakes == []
    assert not applicant.page.title.get_text(strip=True).startswith("خطأ")


def test_the_only_question_of_a_page_is_its_heading(applicant: Applicant) -> None:
    """Req 11."""
    headings = [applicant.heading, *(applicant.answer(values).heading for values in (PERSON, WELL, LATER))]
    assert headings == ["بياناتك الشخصية", "هل لديك حالة صحية؟", "صورة الهوية", "اشرح احتياجك"]


def test_changing_the_language_keeps_step_draft_and_answers(applicant: Applicant) -> None:
    """Req 27."""
    applicant.answer(PERSON)
    step, draft = applicant.step, applicant.draft
    applicant.switch_language()
    assert (applicant.step, applicant.draft, applicant.heading) == (step, draft, "Do you have a health condition?")
    applicant.open(applicant.url.replace("/health/", "/person/"))
    assert applicant.fields()["person-name"] == PERSON["person-name"]


def test_changing_the_language_keeps_what_was_typed_wrong(applicant: Applicant) -> None:
    """Req 27."""
    applicant.send({**PERSON, "person-mobile": "05"}).switch_language()
    assert (applicant.fields()["person-mobile"], len(applicant.mistakes)) == ("05", 1)
    assert applicant.mistakes[0].isascii()


def test_the_application_is_in_the_language_it_was_sent_in(applicant: Applicant) -> None:
    applicant.answer(PERSON, WELL, LATER, NEED).switch_language().send({"declaration": "on"})
    assert applicant.draft.application.language == "en"


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_not_allowed(applicant: Applicant, method: str) -> None:
    token = applicant.client.cookies["csrftoken"].value
    response = getattr(applicant.client, method)(applicant.url, headers={"X-CSRFToken": token})
    assert response.status_code == 405
