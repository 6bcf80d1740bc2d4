"""Writing, objecting and correcting from the applicant's own page."""

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from forms_flow.domain.message import reply
from forms_flow.domain.withdraw import withdraw
from forms_flow.enums import MessageKind, State
from forms_flow.notices.contact import contact_of
from forms_flow.records.applications import Application
from forms_flow.records.casework import Message
from forms_flow.records.staff import Person
from forms_flow.tracking import tries
from tests.forms_flow import factories
from tests.forms_flow.counting import own_queries
from tests.forms_flow.deciding import REASON, decided
from tests.forms_flow.tracking.entering import give_facts

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
CASE, MESSAGE, OBJECT, CONTACT = "/track/case/", "/track/case/message/", "/track/case/object/", "/track/case/contact/"
WORDS = "متى أراجعكم؟"
ANSWER = "يوم الأحد صباحًا"


def test_a_message_is_kept_and_shown_on_the_page(owner: Client, application: Application) -> None:
    answer = owner.post(MESSAGE, {"message-text": WORDS})
    assert (answer.status_code, answer["Location"]) == (303, CASE + "?sent=1")
    page = owner.get(CASE)
    assert [(item.text, item.is_mine) for item in page.context["case"].conversation] == [(WORDS, True)]
    assert WORDS in page.content.decode()


def test_a_reply_is_new_until_it_was_seen(owner: Client, application: Application, officer: Person) -> None:
    """And the staff can tell that it was read; the status page before the code reads nothing."""
    reply(application=application, actor=officer, text=ANSWER)
    give_facts(Client(), application)
    assert Message.objects.get().read_at is None
    assert [[item.is_new for item in owner.get(CASE).context["case"].conversation] for _n in "ab"] == [[True], [False]]
    assert Message.objects.get().read_at is not None


def test_calls_and_their_notes_stay_with_the_staff(owner: Client, application: Application, officer: Person) -> None:
    Message.objects.create(application=application, kind=MessageKind.CALL_WRONG, author_id=officer.pk, text=ANSWER)
    assert ANSWER not in owner.get(CASE).content.decode()


def test_an_empty_or_endless_message_is_said_at_the_field(owner: Client) -> None:
    for typed in ("", " ", "س" * 2001):
        answer = owner.post(MESSAGE, {"message-text": typed})
        assert (answer.status_code, len(answer.context["errors"])) == (422, 1)
    assert Message.objects.count() == 0


@time_machine.travel("2026-11-23 09:01:00+03:00", tick=False)
def test_many_messages_in_an_hour_are_held_back_with_what_was_typed(owner: Client) -> None:
    statuses = [owner.post(MESSAGE, {"message-text": WORDS}).status_code for _n in range(tries.MESSAGES)]
    answer = owner.post(MESSAGE, {"message-text": ANSWER})
    assert (set(statuses), answer.status_code) == ({303}, 429)
    assert ANSWER in answer.content.decode()


def test_after_the_end_there_is_no_form_and_no_message(owner: Client, application: Application) -> None:
    withdraw(application=application, row_version=application.row_version)
    assert owner.get(CASE).context["message"] is None
    assert owner.post(MESSAGE, {"message-text": WORDS})["Location"] == CASE
    assert owner.get(CONTACT)["Location"] == CASE
    assert Message.objects.count() == 0


def test_a_refusal_is_objected_to_from_its_page(owner: Client, application: Application) -> None:
    """Req 62: reason, way and last day stand there; the objection is there to be read again."""
    decided(application)
    text = owner.get(CASE).content.decode()
    assert (REASON in text, OBJECT in text) == (True, True)
    assert owner.get(OBJECT).status_code == 200
    assert owner.post(OBJECT, {"objection-text": " "}).status_code == 422
    answer = owner.post(OBJECT, {"objection-text": WORDS})
    assert (answer.status_code, answer["Location"]) == (303, CASE + "?sent=1")
    case = owner.get(CASE).context["case"]
    assert (case.application.state, case.decision, case.may_object) == (State.REOPENED, None, False)
    assert [item.text for item in case.conversation] == [WORDS]
    assert case.due > timezone.now()


def test_objecting_twice_or_without_a_refusal_is_kind(owner: Client, application: Application) -> None:
    assert [owner.get(OBJECT)["Location"], owner.post(OBJECT, {"objection-text": WORDS})["Location"]] == [CASE, CASE]
    decided(application)
    for _n in range(2):
        assert owner.post(OBJECT, {"objection-text": WORDS}).status_code == 303
    assert Message.objects.count() == 1


def test_a_late_applicant_reads_that_the_time_is_over(owner: Client, application: Application) -> None:
    """And may apply again."""
    row = decided(application)
    Application.objects.filter(pk=row.pk).update(told_at=timezone.now() - timezone.timedelta(days=31))
    text = owner.get(CASE).content.decode()
    assert (OBJECT in text, owner.get(OBJECT)["Location"]) == (False, CASE)


def test_the_mobile_is_corrected_in_any_spelling(owner: Client, application: Application) -> None:
    """Req 63: what stands there is shown masked, and the page stays open."""
    text = owner.get(CONTACT).content.decode()
    assert (factories.MOBILE[-4:] in text, "0501234278" in text, factories.MOBILE in text) == (True, False, False)
    answer = owner.post(CONTACT, {"contact-mobile": "٠٥٥ ٩٨٧ ٦٥٤٣"})
    assert (answer.status_code, answer["Location"]) == (303, CASE + "?changed=1")
    assert contact_of(application).mobile == "+966559876543"
    assert owner.get(CASE).templates[0].name == "forms_flow/tracking/case.html"
    assert give_facts(Client(), application).status_code == 200
    assert give_facts(Client(), application, "6543").status_code == 303


@pytest.mark.parametrize("typed", ["", "123", "0501234278"])
def test_a_bad_or_unchanged_mobile_is_said_at_the_field(owner: Client, application: Application, typed: str) -> None:
    answer = owner.post(CONTACT, {"contact-mobile": typed})
    assert (answer.status_code, len(answer.context["errors"])) == (422, 1)
    assert contact_of(application).mobile == factories.MOBILE


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_however_much_was_written(
    owner: Client, application: Application, officer: Person, count: int
) -> None:
    for _n in range(count):
        Message.objects.create(application=application, kind=MessageKind.FROM_APPLICANT, text=WORDS)

    with own_queries() as queries:
        page = owner.get(CASE)
    assert (len(page.context["case"].conversation), len(queries), officer.is_active) == (count, 5, True)


def test_markup_in_a_message_is_shown_as_text(owner: Client) -> None:
    """Security row 51."""
    owner.post(MESSAGE, {"message-text": "<script>alert(1)</script>"})
    text = owner.get(CASE).content.decode()
    assert ("<script>alert(1)" in text, "&lt;script&gt;alert(1)" in text) == (False, True)


def test_posts_want_their_token(application: Application) -> None:
    client = Client(enforce_csrf_checks=True)
    for path in (MESSAGE, OBJECT, CONTACT, CASE + "code/", CASE + "code/send/"):
        assert client.post(path, {}).status_code == 403


def test_who_gave_no_mobile_enters_by_the_follow_up_code() -> None:
    """In any grouping and digits; another application's code opens nothing."""
    given = factories.answers()
    del given["mobile"]
    rows = [factories.an_application(given=given) for _n in "ab"]
    code, other = (row.draft.__class__.objects.get(pk=row.draft_id).state["follow_code"] for row in rows)
    client = Client()
    assert give_facts(client, rows[0], other).status_code == 200
    typed = f"{code[:4]}-{code[4:]}".translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert give_facts(client, rows[0], typed).status_code == 303
    assert client.get(CASE).templates[0].name == "forms_flow/tracking/case.html"
