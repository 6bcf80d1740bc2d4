"""One line of the list, ready for the template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from forms_flow.definition import say
from forms_flow.domain.reference import grouped
from forms_flow.inbox.filters import name_of
from forms_flow.inbox.time_left import TimeLeft, time_left
from forms_flow.inbox.wording import STATE_TONES
from forms_flow.records.applications import Application
from forms_flow.records.versions import FormVersion
from home.contracts import Tone


@dataclass(frozen=True, kw_only=True, repr=False)
class Row:
    """What the list shows of an application. Nothing of its answers but the name."""

    url: str
    reference: str
    name: str
    service: str
    state: str
    tone: Tone
    time_left: TimeLeft | None
    assignee: str


def rows_of(applications: Iterable[Application], services: Mapping[str, str], language: str) -> list[Row]:
    """Return the lines. The form's title stands in for a service that is not known; one query for all of them."""
    applications = list(applications)
    unnamed = {item.version_id for item in applications if item.service_key not in services}
    titles = _form_titles(unnamed, language) if unnamed else {}
    return [_row(item, services.get(item.service_key) or titles[item.version_id]) for item in applications]


def _row(application: Application, service: str) -> Row:
    return Row(
        url=reverse("inbox:case", args=[application.pk]),
        reference=grouped(application.reference),
        name=application.display_name,
        service=service,
        state=application.get_state_display(),
        tone=STATE_TONES.get(application.state, Tone.NEUTRAL),
        time_left=time_left(application),
        assignee=name_of(application.assignee) if application.assignee else "",
    )


def _form_titles(versions: Iterable[UUID], language: str) -> dict[UUID, str]:
    found = FormVersion.objects.filter(pk__in=versions).values_list("pk", "definition__title")
    return {pk: say(title, language) for pk, title in found}
