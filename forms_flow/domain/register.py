"""Step 6 of the policy: complete the registration, by which the person stands in the register once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from forms_flow.definition import HELPER_MOBILE, Question
from forms_flow.domain.engine import moving
from forms_flow.domain.openings import HELPER
from forms_flow.enums import MatchKind
from forms_flow.fields import registry
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.beneficiaries import Beneficiary, BeneficiaryKey
from forms_flow.records.staff import Person
from forms_flow.vault import keyring
from home.dates import today

#: After this the details of a beneficiary are asked for again.
RENEWED_AFTER = timedelta(days=365)
_TRIES = 5


@dataclass(frozen=True, kw_only=True, repr=False)
class Identified:
    """The person whom an application is about: what the register keeps, and the words and numbers to find it by."""

    name: str
    identity: dict[str, str] = field(default_factory=dict)
    mobile: str = ""
    tokens: list[tuple[MatchKind, str]] = field(default_factory=list)

    @property
    def sheet(self) -> dict[str, Any]:
        """Return what is sealed."""
        return {"name": self.name, "identity": self.identity, "mobile": self.mobile}


def register(*, application: Application, actor: Person, row_version: int) -> Application:
    """Record that the registration is complete, and enter the person in the register or find the entry there."""
    with moving("register", application=application, actor=actor, row_version=row_version) as row:
        row.beneficiary = enter(row, actor)
    return row


def enter(application: Application, actor: Person) -> Beneficiary:
    """Return the person's entry, made now unless there is one with the same identity."""
    person = identified(application)
    known = _known(person)
    entry = known or _new_entry(person)
    if known:
        entry.sheet = {**entry.sheet, **{key: value for key, value in person.sheet.items() if value}}
    entry.renewal_on = today() + RENEWED_AFTER
    entry.save(update_fields=["sheet", "renewal_on"])
    BeneficiaryKey.objects.bulk_create(
        (
            BeneficiaryKey(beneficiary=entry, kind=kind, digest=keyring.digest(token, purpose=kind))
            for kind, token in sorted(set(person.tokens))
        ),
        ignore_conflicts=True,
    )
    data = {"number": entry.number, "new": known is None}
    history.append(application, history.Action.ENTERED_REGISTER, actor=actor, data=data)
    return entry


def identified(application: Application) -> Identified:
    """Return whom the application is about. A helper's answers count for nothing: one may help many people."""
    answers = application.all_answers
    asked = [item for item in application.flow.asked(answers) if answers.get(item.key) and _is_own(item)]
    identity: dict[str, str] = next((answers[item.key] for item in asked if item.kind == "identity"), {})
    mobile = next((answers[item.key]["value"] for item in asked if item.kind == "mobile"), "")
    tokens = [token for item in asked for token in registry.kind(item.kind).tokens(item, answers[item.key])]
    numbers = {identity.get("number"), mobile}
    return Identified(
        name=application.display_name,
        identity={part: identity[part] for part in ("kind", "number", "country") if identity.get(part)},
        mobile=mobile,
        tokens=[(kind, token) for kind, token in tokens if kind == MatchKind.NAME or token in numbers],
    )


def _is_own(question: Question) -> bool:
    somebody_else = question.options.get("somebody_else") or question.options.get("autocomplete") == "off"
    return not somebody_else and question.key != HELPER_MOBILE and not question.key.startswith(HELPER)


def _known(person: Identified) -> Beneficiary | None:
    """Return the entry with the same identity: the same kind of document too, since numbers of two kinds may agree."""
    number = person.identity.get("number")
    if not number:
        return None
    digests = keyring.digests(number, purpose=MatchKind.IDENTITY)
    found = Beneficiary.objects.filter(keys__digest__in=digests).select_related("merged_into").distinct()
    same = (entry for entry in found.order_by("number") if _is_same(entry, person))
    return next(map(standing, same), None)


def _is_same(entry: Beneficiary, person: Identified) -> bool:
    held, given = entry.sheet["identity"], person.identity
    parts = ("kind", "number", "country") if held.get("country") and given.get("country") else ("kind", "number")
    return all(held.get(part) == given.get(part) for part in parts)


def standing(entry: Beneficiary) -> Beneficiary:
    """Return the entry that this one was merged into, or itself."""
    while entry.merged_into:
        entry = entry.merged_into
    return entry


def _new_entry(person: Identified) -> Beneficiary:
    """Return a new row with the next number; two that are made at once get one after the other."""
    for _attempt in range(_TRIES):
        last = Beneficiary.objects.aggregate(last=Max("number"))["last"] or 0
        try:
            with transaction.atomic():
                return Beneficiary.objects.create(number=last + 1, sheet=person.sheet)
        except IntegrityError:
            continue
    message = "No number was free in the register."
    raise IntegrityError(message)


def names_of(entry: Beneficiary) -> Iterator[str]:
    """Yield the words of the name, as they are found by."""
    for kind, token in registry.kind("full_name").tokens(None, {"value": entry.sheet["name"]}):  # type: ignore[arg-type]
        if kind == MatchKind.NAME:
            yield token
