"""Services and policies as lists show them: title, a sentence, and a few tags."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from home.contracts import CardFacts, OpeningKind, OpeningState, TagFacts, Tone
from home.dates import short_date
from home.languages import page_path
from home.promises import answer_time
from services.enums import Need, PolicyStatus, Season, ServiceState

if TYPE_CHECKING:
    from wagtail.models import Page

    from services.pages.policy import PolicyPage
    from services.pages.service import ServicePage

_STEP = 4  # characters of the tree path that place a page among its siblings, in base 36


def service_card(page: "ServicePage", state: OpeningState) -> CardFacts:
    """Return the card of a service in a state, under the first need it answers."""
    return CardFacts(
        title=page.title,
        url=page_path(page) or "",
        text=page.summary,
        tags=tuple(_service_tags(page, state)),
        group=str(Need(page.needs[0]).label) if page.needs else "",
        order=_place(page),
    )


def policy_card(page: "PolicyPage") -> CardFacts:
    """Return the card of a policy. Its tag never says more than the record: an unapproved one carries none."""
    tags = tuple(TagFacts(label=str(PolicyStatus(page.status).label), tone=tone) for tone in _policy_tone(page))
    return CardFacts(title=page.title, url=page_path(page) or "", tags=tags, order=_place(page))


def _service_tags(page: "ServicePage", state: OpeningState) -> Iterator[TagFacts]:
    if state.kind is OpeningKind.WALK_IN:
        yield TagFacts(label=_("Walk in"), tone=Tone.GOOD)
    else:
        yield TagFacts(label=answer_time(page.promise), tone=Tone.GOOD)
    if state.day:
        yield TagFacts(label=_("Opens on %(day)s") % {"day": short_date(state.day)}, tone=Tone.WARN)
    elif state.kind not in {OpeningKind.OPEN, OpeningKind.WALK_IN}:
        yield TagFacts(label=str(ServiceState(state.kind).label), tone=Tone.WARN)
    if page.season != Season.ALL_YEAR:
        yield TagFacts(label=str(Season(page.season).label), tone=Tone.INFO)
    if page.is_sample:
        yield TagFacts(label=_("Sample"), tone=Tone.NEUTRAL)


def _policy_tone(page: "PolicyPage") -> Iterator[Tone]:
    if page.status == PolicyStatus.APPROVED:
        yield Tone.GOOD
    elif page.status == PolicyStatus.SUPERSEDED:
        yield Tone.NEUTRAL


def _place(page: "Page") -> int:
    return int(page.path[-_STEP:], 36)
