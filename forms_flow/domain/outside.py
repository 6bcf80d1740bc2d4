"""Other bodies: cases referred to them with the applicant's consent, letters that come from them, and the replies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from forms_flow.domain import leave
from forms_flow.domain.errors import IllegalMoveError, MissingInputError
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.referrals import Body, Consent, Direction, Referral
from forms_flow.records.staff import Person
from forms_flow.rules import Capability
from home.dates import today

LONGEST = 4000


@dataclass(frozen=True, kw_only=True, repr=False)
class Party:
    """The body: one of the list, or another one by its name."""

    body: Body | None = None
    other: str = ""

    def columns(self) -> dict[str, object]:
        """Return what a referral keeps of it. Raises MissingInputError when nobody is named."""
        if self.body is None and not self.other.strip():
            raise MissingInputError("body")
        return {"body": self.body, "other": None if self.body else self.other.strip()}


def refer_outside(  # noqa: PLR0913 - to whom, what, and with whose consent
    *,
    application: Application,
    actor: Person,
    party: Party,
    on: date,
    consent: Consent | None,
    consent_on: date | None,
    sections: Sequence[str] = (),
    documents: Sequence[str] = (),
    about: str = "",
) -> Referral:
    """Record that the case was referred to a body (req 84): what was sent, and how and when the applicant agreed.

    Without the applicant's consent nothing is recorded, since nothing may be sent. `sections` and `documents` are
    keys of steps and questions; with neither, the reference alone was sent.
    """
    leave.require(application, actor, Capability.REFER_OUT)
    if consent is None:
        raise MissingInputError("consent")
    if consent_on is None or consent_on > on:
        raise MissingInputError("consent_on")
    columns, sent = _checked(application, party, on), _sent(application, sections, documents)
    with transaction.atomic():
        referral = Referral.objects.create(
            application=application,
            direction=Direction.OUT,
            on=on,
            consent=consent,
            consent_on=consent_on,
            **sent,
            about=about.strip()[:LONGEST] or None,
            by_id=actor.pk,
            **columns,
        )
        data = {"referral": str(referral.pk), "consent": str(consent), **sent}
        history.append(application, history.Action.REFERRED_OUT, actor=actor, data=data)
    return referral


def record_letter(  # noqa: PLR0913 - whose letter, which, and what about
    *, application: Application, actor: Person, party: Party, number: str, on: date, about: str = ""
) -> Referral:
    """Record a letter that a body sent about the case, with its number and date."""
    leave.require(application, actor, Capability.REFER_OUT)
    if not number.strip():
        raise MissingInputError("number")
    columns = _checked(application, party, on)
    with transaction.atomic():
        referral = Referral.objects.create(
            application=application,
            direction=Direction.IN,
            letter={"number": number.strip(), "date": on.isoformat()},
            on=on,
            about=about.strip()[:LONGEST] or None,
            by_id=actor.pk,
            **columns,
        )
        data = {"referral": str(referral.pk)}
        history.append(application, history.Action.LETTER_CAME, actor=actor, data=data)
    return referral


def record_reply(*, referral: Referral, actor: Person, on: date, text: str) -> Referral:
    """Record the body's reply to a referral, or ours to its letter; once."""
    application = referral.application
    leave.require(application, actor, Capability.REFER_OUT)
    if not text.strip():
        raise MissingInputError("text")
    if on > today() or on < referral.on:
        raise MissingInputError("on")
    with transaction.atomic():
        row = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
        if row.replied_on:
            message = "Somebody recorded the reply already."
            raise IllegalMoveError(message)
        row.reply, row.replied_on, row.replied_by_id = text.strip()[:LONGEST], on, actor.pk
        row.save(update_fields=["reply", "replied_on", "replied_by"])
        history.append(application, history.Action.REPLIED, actor=actor, data={"referral": str(row.pk)})
    return row


def _sent(application: Application, sections: Sequence[str], documents: Sequence[str]) -> dict[str, list[str]]:
    """Return the keys that the form really has."""
    steps = application.flow.steps
    known, asked = {step.key for step in steps}, {item.key for step in steps for item in step.questions}
    return {
        "sections": [key for key in sections if key in known],
        "documents": [key for key in documents if key in asked],
    }


def _checked(application: Application, party: Party, on: date) -> dict[str, object]:
    if not application.is_open:
        message = "The case has ended."
        raise IllegalMoveError(message)
    if on > today():
        raise MissingInputError("on")
    return party.columns()
