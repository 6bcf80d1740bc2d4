"""Other applications of what may be the same person, so that nobody is studied, or helped, twice unseen (req 75)."""

from datetime import timedelta
from typing import NamedTuple

from forms_flow.domain.openings import same_person
from forms_flow.domain.reference import grouped
from forms_flow.records.applications import Application
from forms_flow.records.staff import Person

#: How far back, and forward, an application for the same service counts as another one of the same need.
WITHIN = timedelta(days=180)
MOST = 5


class Duplicate(NamedTuple):
    """Another application that carries the same identity number, or the same mobile."""

    application: Application
    reference: str


def duplicates(application: Application, person: Person) -> list[Duplicate]:
    """Return those for the same service that the person may see, the newest first; one query.

    Found by the match keys of both, so each of the two cases shows the other, and no sheet but this one is opened.
    """
    condition = same_person(application, application.all_answers)
    near = (application.received_at - WITHIN, application.received_at + WITHIN)
    found = Application.objects.visible_to(person).filter(
        condition, service_key=application.service_key, track=application.track, received_at__range=near
    )
    return [Duplicate(item, grouped(item.reference)) for item in found.order_by("-received_at")[:MOST]]
