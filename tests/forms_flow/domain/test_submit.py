"""From draft to application."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection, connections
from django.utils import timezone

from forms_flow.domain.declaration import ticked
from forms_flow.domain.submit import submit_draft
from forms_flow.enums import Sensitivity
from forms_flow.records.applications import AnswerSheet, Application
from forms_flow.records.drafts import Draft, StoredFile
from forms_flow.records.history import Event
from forms_flow.records.notices import Notice
from forms_flow.vault import store
from tests.forms_flow import factories

pytestmark = pytest.mark.integration


@pytest.mark.django_db
def test_everything_is_stored_in_its_own_place() -> None:
    application = factories.an_application()
    sheets = {sheet.sensitivity: set(sheet.answers) for sheet in application.sheets.all()}
    assert sheets == {
        Sensitivity.IDENTITY: {"name", "identity"},
        Sensitivity.CONTACT: {"mobile"},
        Sensitivity.MONEY: {"income"},
        Sensitivity.HEALTH: {"illness"},
        Sensitivity.ORDINARY: {"unwell", "city"},
    }
    assert application.display_name == factories.NAME
    assert [event.action for event in Event.objects.filter(application_id=application.pk)] == ["submitted"]
    assert [(notice.medium, notice.template) for notice in application.notices.all()] == [("sms", "received")]
    draft = Draft.objects.get(pk=application.draft_id)
    assert (draft.state, draft.submitted_at is not None) == (None, True)


@pytest.mark.django_db
def test_sending_a_draft_again_returns_the_same_application() -> None:
    """Req 26."""
    first = factories.an_application()
    again = submit_draft(
        draft=first.draft, answers=factories.answers(), language="ar", declaration=ticked(timezone.now())
    )
    assert (again.pk, Application.objects.count(), Notice.objects.count()) == (first.pk, 1, 1)


@pytest.mark.django_db
def test_named_files_are_claimed_and_the_others_destroyed(django_capture_on_commit_callbacks) -> None:
    draft = factories.a_draft()
    columns = {"question_key": "id_card", "name": "a.pdf", "kind": "pdf", "size": 1, "checksum": ""}
    files = [StoredFile(draft=draft, **columns) for _ in "ab"]
    for file in files:
        store.put(file.pk, b"x")
        file.save(force_insert=True)
    given = factories.answers(id_card={"files": [str(files[0].pk)], "later": False})
    with django_capture_on_commit_callbacks(execute=True):
        application = factories.an_application(draft=draft, given=given)
    assert [file.pk for file in application.files.all()] == [files[0].pk]
    assert [store.path_of(file.pk).exists() for file in files] == [True, False]


@pytest.mark.django_db(transaction=True)
def test_twenty_sendings_at_once_give_one_application() -> None:
    """Req 26."""
    factories.a_department()
    draft = factories.a_draft()

    def send(_: int) -> str:
        try:
            fresh = Draft.objects.get(pk=draft.pk)
            return submit_draft(
                draft=fresh, answers=factories.answers(), language="ar", declaration=ticked(timezone.now())
            ).reference
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as pool:
        references = set(pool.map(send, range(20)))
    assert (len(references), Application.objects.count(), AnswerSheet.objects.count()) == (1, 1, 5)


@pytest.mark.django_db(transaction=True)
def test_a_dump_holds_none_of_the_applicants_values(settings: LazySettings) -> None:
    """Req 110."""
    application = factories.an_application()
    factories.a_stored_file(application, content=factories.PDF)
    dump = _dump()
    planted = [factories.NAME, "الحربي", factories.MOBILE, "0501234278", factories.national_id(), factories.ILLNESS]
    found = [value for value in planted if value in dump or value.encode("unicode_escape").decode() in dump]
    assert (found, application.reference in dump) == ([], True)
    stored = b"".join(path.read_bytes() for path in Path(settings.PRIVATE_ROOT).rglob("*") if path.is_file())
    assert stored
    assert factories.PDF not in stored


def _dump() -> str:
    """Return the raw content of every table, binary columns included."""
    if connection.vendor == "sqlite":
        with sqlite3.connect(connection.settings_dict["NAME"]) as raw:
            raw.text_factory = lambda data: data.decode("utf-8", "replace")
            return "\n".join(raw.iterdump())
    parts = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - the names come from the database itself
            parts += [str(bytes(value) if isinstance(value, memoryview) else value) for row in cursor for value in row]
    return "\n".join(parts)
