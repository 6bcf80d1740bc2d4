"""Writing made-up applications in bulk: the same rows as a real one, many at a time."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from forms_flow.definition import Flow
from forms_flow.domain import clock
from forms_flow.domain.reference import new_reference
from forms_flow.domain.submit import search_tokens
from forms_flow.enums import FINAL_STATES, Channel, MatchKind, Outcome, State
from forms_flow.records import history
from forms_flow.records.applications import AnswerSheet, Application, split_by_class
from forms_flow.records.departments import Department
from forms_flow.records.match import MatchKey, key_rows
from forms_flow.records.versions import FormVersion
from forms_flow.sample.answers import answers

BATCH = 2000
SPREAD_DAYS = 730
#: How the states are spread: most cases of two years are long closed.
STATES = [
    (State.CLOSED, 60),
    (State.WITHDRAWN, 5),
    (State.LAPSED, 5),
    (State.RECEIVED, 8),
    (State.INCOMPLETE, 5),
    (State.UNDER_STUDY, 8),
    (State.AWAITING_APPROVAL, 3),
    (State.APPROVED, 3),
    (State.REGISTERED, 3),
]
RESULT_KNOWN = {State.CLOSED, State.APPROVED, State.REGISTERED}


def make(count: int, *, version: FormVersion, seed: int = 1) -> Iterator[int]:
    """Write `count` applications to `version` and yield how many are done after each batch."""
    rng = Random(seed)  # noqa: S311 - made-up data, no secret
    departments = list(Department.objects.all())
    for done in range(0, count, BATCH):
        _batch(min(BATCH, count - done), version, departments, rng)
        yield min(done + BATCH, count)


@transaction.atomic
def _batch(size: int, version: FormVersion, departments: list[Department], rng: Random) -> None:
    flow, now = version.flow, timezone.now()
    rows: list[Application] = []
    sheets: list[AnswerSheet] = []
    keys: list[MatchKey] = []
    for _ in range(size):
        given = answers(flow, rng)
        row = _application(version, flow, rng.choice(departments), now, rng)
        name = next((given[q.key]["value"] for q in flow.asked(given) if q.kind == "full_name"), "")
        row.display_name = name
        rows.append(row)
        classes = split_by_class(flow, given).items()
        sheets += [AnswerSheet(application=row, sensitivity=kind, answers=sheet) for kind, sheet in classes]
        keys += key_rows(row, [(MatchKind.REFERENCE, row.reference), *search_tokens(flow, given)])
    Application.objects.bulk_create(rows)
    AnswerSheet.objects.bulk_create(sheets)
    MatchKey.objects.bulk_create(keys)
    history.Event.objects.bulk_create([_first_event(row) for row in rows])


def _application(version: FormVersion, flow: Flow, department: Department, now: datetime, rng: Random) -> Application:
    state = rng.choices([state for state, _ in STATES], [weight for _, weight in STATES])[0]
    received = now - timedelta(minutes=rng.randrange(SPREAD_DAYS * 24 * 60))
    due = clock.due(received, clock.DEFAULT_PROMISE, frozenset())
    known = state in RESULT_KNOWN
    return Application(
        reference=new_reference(),
        version=version,
        track=flow.track,
        service_key=rng.choice(flow.services or ("",)),
        language=rng.choice(["ar", "ar", "ar", "en"]),
        channel=rng.choice(Channel.values),
        department=department,
        state=state,
        is_open=state not in FINAL_STATES,
        sort_due=due,
        due_at=due,
        received_at=received,
        entered_at=received,
        declared_at=received,
        paused_at=received if state == State.INCOMPLETE else None,
        decided_at=received + timedelta(days=3) if known else None,
        told_at=received + timedelta(days=3, hours=1) if known else None,
        outcome=Outcome.APPROVED if known else "",
        practice=True,
    )


def _first_event(row: Application) -> history.Event:
    event = history.Event(
        application_id=row.pk,
        seq=1,
        at=row.received_at,
        actor=history.APPLICANT,
        action=history.Action.SUBMITTED,
        to_state=State.RECEIVED,
    )
    event.digest = event.expected_digest()
    return event
