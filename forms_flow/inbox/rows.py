"""One line of the list, ready for the template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from forms_flow.definition import say
from forms_flow.domain.message import FROM_APPLICANT
from forms_flow.domain.reference import grouped
from forms_flow.inbox.filters import name_of
from forms_flow.inbox.time_left import TimeLeft, time_left
from forms_flow.inbox.wording import STATE_TONES
from forms_flow.records.applications import Application
from forms_flow.records.casework import Message
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
    has_message: bool
    is_undeclared: bool


def rows_of(applications: Iterable[Application], services: Mapping[str, str], language: str) -> list[Row]:
    """Return the lines of rows that come from :func:`with_unread`.

    The form's title stands in for a service that is not known; one query for all of them.
    """
    applications = list(applications)
    unnamed = {item.version_id for item in applications if item.service_key not in services}
    titles = _form_titles(unnamed, language) if unnamed else {}
    return [_row(item, services.get(item.service_key) or titles[item.version_id]) for item in applications]


def with_unread(applications: QuerySet[Application]) -> QuerySet[Application]:
    """Mark by `has_message` those whose applicant wrote something that nobody has read yet; no query by itself."""
    fresh = Message.objects.filter(application=OuterRef("pk"), kind__in=FROM_APPLICANT, read_at=None).order_by()
    return applications.annotate(has_message=Exists(fresh))


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
        has_message=application.has_message,
        is_undeclared=application.declared_at is None,
    )


def _form_titles(versions: Iterable[UUID], language: str) -> dict[UUID, str]:
    found = FormVersion.objects.filter(pk__in=versions).values_list("pk", "definition__title")
    return {pk: say(title, language) for pk, title in found}
