"""What a thief of the database or of the private folder reads: nothing that the applicant said."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection

from forms_flow.inbox.sections import Line
from forms_flow.notices.contact import Contact
from forms_flow.vault.inspect import Inspected
from forms_flow.wizard.state import JourneyState, Told
from tests.forms_flow import factories
from tests.forms_flow.wizard.walker import ILLNESS, NEED, PERSON, UNWELL, Applicant, a_photo

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
PLANTED = (
    factories.NAME,
    factories.NAME.split()[0],
    factories.national_id(),
    "501234278",
    factories.ILLNESS,
    NEED["need-need"],
    "بطاقتي الخاصة",
    "لم أكمل كتابة",
)


def dump() -> str:
    """Return every value of every table of the applications, as text."""
    tables = [name for name in connection.introspection.table_names() if name.startswith("forms_flow_")]
    return "\n".join(value for table in tables for value in _values(table))


def _values(table: str) -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own table names
        for row in cursor.fetchall():
            for value in row:
                raw = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                yield raw.decode("utf-8", errors="replace")


def test_neither_a_draft_nor_an_application_can_be_read_from_outside(
    applicant: Applicant, settings: LazySettings
) -> None:
    photo = a_photo("بطاقتي الخاصة.jpg", size=(300, 300))
    applicant.answer(PERSON, UNWELL, ILLNESS, {"documents-id_card": photo})
    applicant.send({"need-need": "لم أكمل كتابة" + "ـ" * 2000})
    drafts = dump()
    applicant.send(NEED).send({"declaration": "on"})
    assert applicant.step == "done"
    everything = drafts + dump()
    assert [word for word in PLANTED if word in everything or json.dumps(word)[1:-1] in everything] == []
    stored = [path.read_bytes() for path in Path(settings.PRIVATE_ROOT).rglob("*") if path.is_file()]
    assert len(stored) == 1
    assert b"JFIF" not in stored[0]


def test_what_the_applicant_said_is_not_in_any_repr() -> None:
    """A line of a log or the title of a fault may show a value by its repr."""
    said = factories.NAME
    answers = {"full_name": {"value": said}}
    shown = [
        JourneyState(answers=Told(answers), typed={"person": {"person-name": [said]}}),
        Inspected(content=said.encode(), kind="pdf", sha256="", name=said, pages=1),
        Contact(mobile=said, email=said),
        Line(key="full_name", label="", lines=[said], hidden=False),
        factories.an_application(display_name=said),
    ]
    assert [repr(value) for value in shown if said in repr(value) or repr(said.encode()) in repr(value)] == []
