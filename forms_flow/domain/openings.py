"""Who may apply now: days, places, and one open application for each person and service."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from forms_flow.conditions import Answers
from forms_flow.definition import Flow
from forms_flow.domain.errors import AlreadyOpenError, NotOpenError
from forms_flow.enums import MatchKind
from forms_flow.fields import registry
from forms_flow.records.applications import Application
from forms_flow.records.drafts import Draft
from forms_flow.records.match import MatchKey
from forms_flow.records.openings import Opening, counted, openings_of
from forms_flow.records.versions import flow_of
from forms_flow.vault import keyring
from home.contracts import OpeningState, ServiceProvider, provider_of
from home.dates import local_date, today

#: How the keys of questions about a helper begin.
HELPER = "helper_"


def state_of(flow_key: UUID | str, service_key: str = "", *, language: str, day: date | None = None) -> OpeningState:
    """Return whether an application of the form for the service can be sent, with the editor's note when it cannot."""
    found = openings_of(flow_key, [service_key]).state(flow_key, service_key, day=day or today())
    return with_note(found, language)


def with_note(state: OpeningState, language: str) -> OpeningState:
    """Add what the service's page says people can do meanwhile."""
    if state.is_open or not state.service_key:
        return state
    facts = provider_of(ServiceProvider).service(state.service_key, language)
    return replace(state, note=facts.note) if facts else state


def day_of(draft: Draft) -> date:
    """Return the day that counts: what the staff enter later counts from the day on which it really came."""
    return local_date(draft.received_at) if draft.received_at else today()


def service_of(draft: Draft, answers: Answers) -> str:
    """Return the service that a draft is about: the one that the answers name, or else the one it began with."""
    return flow_of(draft.version_id).service_asked_for(answers) or draft.service_key


def admit(draft: Draft, answers: Answers) -> None:
    """Let a draft become an application, inside the transaction that stores it.

    Where places are limited, or a person may have one only, the rows of the openings are locked first, so that those
    who send at the same moment are counted one after another. Raises NotOpenError or AlreadyOpenError.
    """
    flow, service = flow_of(draft.version_id), service_of(draft, answers)
    openings = openings_of(flow.key, [service])
    if flow.one_open or any(row.capacity for row in openings.rows.values()):
        openings = counted(_locked(flow.key, service))
    if not openings.state(flow.key, service, day=day_of(draft)).is_open:
        raise NotOpenError
    if earlier := open_already(flow, answers, service):
        raise AlreadyOpenError(earlier.reference)


def open_already(flow: Flow, answers: Answers, service: str) -> Application | None:
    """Return the open application that the same person has for the service, where the form allows one only.

    The same person is the same identity number and the same mobile. A number alone says nothing to whoever types it:
    anybody may know it, and must not learn from it that its owner has applied.
    """
    identities, mobiles = _digests(flow, answers, MatchKind.IDENTITY), _digests(flow, answers, MatchKind.MOBILE)
    if not (flow.one_open and identities and mobiles):
        return None
    own = {"service_key": service} if service else {"service_key": "", "version__flow_key": flow.key}
    found = Application.objects.filter(is_open=True, practice=False, **own)
    return found.filter(_carries(identities), _carries(mobiles)).order_by("-received_at").first()


def same_person(application: Application, answers: Answers) -> Q:
    """Return the condition that another application carries the identity number, or the mobile, of this one."""
    flow = application.flow
    digests = [*_digests(flow, answers, MatchKind.IDENTITY), *_digests(flow, answers, MatchKind.MOBILE)]
    return Q(_carries(digests)) & ~Q(pk=application.pk) if digests else Q(pk=None)


def _locked(flow_key: str, service: str) -> list[Opening]:
    """Return the rows as they are now, whatever the cache still holds, with nobody else counting meanwhile."""
    Opening.objects.get_or_create(flow_key=flow_key)
    wanted = Opening.objects.filter(Q(flow_key=flow_key) | Q(service_key=service))
    return list(wanted.order_by("pk").select_for_update())


def _carries(digests: Iterable[bytes]) -> Exists:
    return Exists(MatchKey.objects.filter(application=OuterRef("pk"), digest__in=[*digests]))


def _digests(flow: Flow, answers: Mapping[str, Any], kind: MatchKind) -> list[bytes]:
    """Return those of the person whom the application is about: of identities the first, as a guardian's comes later.

    A helper's count for nothing: one may help many people.
    """
    asked = [item for item in flow.asked(answers) if item.kind == kind.value and not item.key.startswith(HELPER)]
    wanted = asked[:1] if kind is MatchKind.IDENTITY else asked
    found = (
        token
        for question in wanted
        if question.key in answers
        for of, token in registry.kind(question.kind).tokens(question, answers[question.key])
        if of is kind
    )
    return [digest for token in found for digest in keyring.digests(token, purpose=kind)]
