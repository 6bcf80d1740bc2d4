"""The append-only history."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from forms_flow.records import history, triggers
from tests.forms_flow import factories

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_events_cannot_be_changed_or_deleted() -> None:
    """Req 73."""
    application = factories.an_application()
    for statement in ("UPDATE forms_flow_event SET actor = 'x'", "DELETE FROM forms_flow_event"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert history.Event.objects.filter(application_id=application.pk).count() == 1


def test_a_tampered_row_is_named() -> None:
    application = factories.an_application()
    history.append(application, history.Action.OPENED, actor=history.SYSTEM)
    with triggers.lifted():
        history.Event.objects.filter(application_id=application.pk, seq=1).update(actor="staff:9")
    assert [(event.seq, what) for event, what in history.broken_events()] == [(1, "content")]
    with pytest.raises(CommandError):
        call_command("verify_history")


def test_a_removed_row_is_noticed() -> None:
    application = factories.an_application()
    for _ in range(2):
        history.append(application, history.Action.OPENED, actor=history.SYSTEM)
    with triggers.lifted():
        history.Event.objects.filter(application_id=application.pk, seq=2).delete()
    assert [(event.seq, what) for event, what in history.broken_events()] == [(3, "gap")]


def test_a_chain_that_was_rewritten_whole_breaks_the_daily_seal() -> None:
    application = factories.an_application()
    today = timezone.localdate()
    history.seal_day(today)
    assert list(history.broken_seals()) == []
    with triggers.lifted():
        event = history.Event.objects.get(application_id=application.pk)
        event.actor = "staff:9"
        event.digest = event.expected_digest()
        event.save()
    assert list(history.broken_events()) == []
    assert [head.day for head in history.broken_seals()] == [today]


def test_each_seal_covers_what_came_since_the_one_before() -> None:
    factories.an_application()
    today = timezone.localdate()
    first = history.seal_day(today)
    second = history.seal_day(today + timedelta(days=1))
    assert (first.count, second.count, history.seal_day(today).pk) == (1, 0, first.pk)


def test_missing_triggers_are_noticed_and_put_back() -> None:
    assert triggers.missing() == []
    triggers.remove()
    assert len(triggers.missing()) >= 4
    triggers.install()
    assert triggers.missing() == []
