"""Paging by the last row seen."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from forms_flow.inbox import keyset
from forms_flow.inbox.keyset import BY_ARRIVAL, BY_DUE, Cursor, Order
from forms_flow.records.applications import Application
from tests.forms_flow import factories

NOW = timezone.now()


KEY = UUID("6f1d9a52-7a0e-4c86-9a1b-3c1d2e4f5a6b")


@pytest.mark.unit
@pytest.mark.parametrize("text", ["", "x", "1.2", f"-5.{KEY.hex}", f"{'9' * 18}.{KEY.hex}", f"1.{KEY}"])
def test_what_is_no_cursor_is_none(text: str) -> None:
    """The list then begins at its beginning."""
    assert Cursor.read(text) is None


@pytest.mark.unit
def test_a_cursor_reads_as_it_was_written() -> None:
    """To the microsecond."""
    cursor = Cursor(NOW, uuid4())
    assert Cursor.read(str(cursor)) == cursor


@pytest.fixture
def rows() -> list[UUID]:
    """Return the ids of seven applications, three of which share a moment."""
    first = factories.an_application()
    moments = [NOW + timedelta(hours=hour) for hour in (0, 1, 1, 1, 2, 3, 4)]
    for place, moment in enumerate(moments):
        copy = Application.objects.get(pk=first.pk)
        copy.pk, copy.draft, copy.reference = uuid4(), None, str(10**10 + place)
        copy.sort_due = copy.received_at = moment
        copy.display_name = "اسم"
        copy.save(force_insert=True)
    first.delete()
    return list(Application.objects.values_list("pk", flat=True))


@pytest.mark.integration
@pytest.mark.django_db
@pytest.mark.parametrize("order", [BY_DUE, BY_ARRIVAL])
@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_walking_on_and_back_meets_every_row_once(rows: list[UUID], order: Order, size: int) -> None:
    """Rows of one moment are neither skipped nor shown twice."""
    every = Application.objects.all()
    page = keyset.page(every, order=order, size=size)
    seen = [[row.pk for row in page.rows]]
    while page.after:
        page = keyset.page(every, order=order, after=page.after, size=size)
        seen.append([row.pk for row in page.rows])
    assert sorted(pk for part in seen for pk in part) == sorted(rows)
    back = [seen[-1]]
    while page.before:
        page = keyset.page(every, order=order, before=page.before, size=size)
        back.append([row.pk for row in page.rows])
    assert back[::-1] == seen


@pytest.mark.integration
@pytest.mark.django_db
def test_the_first_and_the_last_page_know_their_place(rows: list[UUID]) -> None:
    """No way leads out of the list."""
    first = keyset.page(Application.objects.all(), order=BY_DUE, size=4)
    last = keyset.page(Application.objects.all(), order=BY_DUE, after=first.after, size=4)
    assert (first.before, last.after, len(rows)) == (None, None, 7)


@pytest.mark.integration
@pytest.mark.django_db
def test_a_page_is_one_query(rows: list[UUID], django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """The deepest page costs what the first one does."""
    with django_assert_num_queries(1):
        page = keyset.page(Application.objects.all(), order=BY_DUE, size=3)
    with django_assert_num_queries(1):
        keyset.page(Application.objects.all(), order=BY_DUE, after=page.after, size=3)
    assert len(rows) == 7
