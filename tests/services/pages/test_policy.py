"""A policy page: its record, its clauses, and what staff alone may see."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from services.models import PolicyPage
from tests.services.factories import a_policy, a_service, govern, policy_list, staff_user, translate
from tests.services.html import headings, main_of, queries_of, text_of

pytestmark = [pytest.mark.integration, pytest.mark.django_db, pytest.mark.usefixtures("given_form")]

APPROVAL = {
    "status": "approved",
    "approving_body": "مجلس الإدارة",
    "meeting_number": "4",
    "meeting_date": date(2024, 11, 10),
}
DRAFT = "Draft, waiting for the board’s approval"


@pytest.mark.parametrize("name", ["approving_body", "meeting_number", "meeting_date"])
def test_a_blank_in_the_approval_blocks_approved(name: str) -> None:
    """Req 88."""
    page = a_policy(**APPROVAL)
    setattr(page, name, None if name == "meeting_date" else " ")
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    assert list(caught.value.message_dict) == [name]


def test_a_policy_without_text_is_not_published() -> None:
    with pytest.raises(ValidationError):
        a_policy(body=[])


def test_the_page_shows_the_approval_in_both_calendars(client: Client) -> None:
    """Req 88. In force from the day of the meeting unless stated."""
    page = text_of(client.get(a_policy(**APPROVAL).url).content.decode())
    assert (page.count("10 نوفمبر 2024"), page.count("8 جمادى الأولى 1446هـ")) == (2, 2)


def test_clauses_have_their_numbers_and_anchors(client: Client) -> None:
    page = client.get(a_policy().url).content.decode()
    assert 'id="clause-2-1"' in page
    assert ("1. الإعارة دون رسوم." in text_of(page), '<a href="#section-2">القواعد</a>' in page) == (True, True)


def test_only_staff_see_that_a_policy_waits_for_approval(client: Client) -> None:
    policy = a_policy()
    anonymous = client.get(policy.url)
    user = staff_user()
    client.force_login(user)
    staff = client.get(policy.url)
    client.force_login(_reader())
    reader = client.get(policy.url)
    heading = _notice(staff.content.decode())
    assert heading
    assert [_notice(response.content.decode()) for response in (anonymous, reader)] == ["", ""]
    assert anonymous.headers.get("Vary", "") == ""


def _notice(page: str) -> str:
    start = main_of(page).find("alert--warning")
    return main_of(page)[start:] if start >= 0 else ""


def _reader() -> object:
    user = staff_user("reader")
    user.groups.clear()
    return user


def test_an_unapproved_policy_claims_no_approval(client: Client) -> None:
    """Even when half of the meeting is filled in already."""
    page = main_of(client.get(a_policy(meeting_date=date(2024, 11, 10)).url).content.decode())
    record = page[page.index("policy__record") : page.index("</dl>")]
    assert ("<time" in record, "tag--" in record) == (False, False)


def test_an_approved_successor_replaces_the_older_policy(client: Client) -> None:
    """Req 88: old versions stay readable and marked."""
    old = a_policy(slug="old", **APPROVAL)
    new = a_policy(slug="new", title="سياسة الإعارة المحدثة", supersedes=old, **APPROVAL)
    page = main_of(client.get(old.url).content.decode())
    assert (f'<a href="{new.url}">' in page, "tag--good" in page) == (True, False)
    index = main_of(client.get(policy_list().url).content.decode())
    assert index.index(new.url) < index.index('id="old-policies"') < index.index(old.url)


def test_a_successor_that_is_not_approved_replaces_nothing(client: Client) -> None:
    old = a_policy(slug="old", **APPROVAL)
    a_policy(slug="new", supersedes=old)
    assert "tag--good" in client.get(old.url).content.decode()


def test_the_page_lists_the_services_it_governs(client: Client) -> None:
    """Req 10, from the policy's side."""
    policy, service = a_policy(), a_service()
    govern(service, policy)
    assert f'<a href="{service.url}">' in main_of(client.get(policy.url).content.decode())


def test_the_english_page_says_that_the_arabic_prevails(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """Req 89."""
    policy = a_policy()
    strings = {"الغرض": "Purpose", "القواعد": "Rules", "الإعارة دون رسوم.": "Lending is free."}
    english = translate(policy, strings, django_capture_on_commit_callbacks)
    page = client.get(english.url).content.decode()
    assert "Where the two differ, the Arabic text prevails." in text_of(page)
    assert f'<a href="{policy.url}" hreflang="ar">Read the Arabic text</a>' in page
    assert headings(page, "h2")[:3] == ["Contents", "Purpose", "Rules"]
    assert [clause.marker for clause in english.outline[1].parts[0].clauses] == ["1.", "2."]
    assert "1. Lending is free." in text_of(page).replace("Clause ", "")


def test_approval_reaches_the_translation_at_once(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    policy = a_policy()
    english = translate(policy, {}, django_capture_on_commit_callbacks)
    for name, fact in APPROVAL.items():
        setattr(policy, name, fact)
    policy.save_revision().publish()
    english.refresh_from_db()
    assert (english.status, english.meeting_date) == ("approved", date(2024, 11, 10))


def test_a_page_costs_the_same_however_long_it_is(
    client: Client, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """With one service and a few clauses, and with three services and many clauses: two queries of its own."""
    short = a_policy(slug="short")
    clauses = [{"marker": f"{number}.", "text": "نص"} for number in range(1, 30)]
    long = a_policy(slug="long", body=[("heading", "قسم"), ("paragraph", "نص"), ("clauses", clauses)] * 3)
    for number, policy in enumerate([short, long, long, long]):
        govern(a_service(key=f"service-{number}"), policy)
    client.get("/")  # what every page needs is looked up once
    for page in (short, long):
        assert page.locale.language_code == "ar"
        with django_assert_num_queries(2):
            page.get_context(rf.get("/"))
    assert len({queries_of(client, page.url) for page in (short, long)}) == 1


def test_drafts_are_not_reachable(client: Client) -> None:
    policy = PolicyPage(title="مسودة", slug="hidden", live=False)
    policy_list().add_child(instance=policy)
    assert client.get(f"{policy_list().url}hidden/").status_code == 404
