"""Entries of the register that are the same person: found, and merged with trace."""

from django.db import transaction
from django.utils import timezone

from forms_flow.domain.errors import ConflictError, IllegalMoveError, MissingInputError, NotAllowedError
from forms_flow.domain.register import names_of
from forms_flow.enums import MatchKind
from forms_flow.records import history
from forms_flow.records.applications import Application
from forms_flow.records.beneficiaries import Beneficiary, BeneficiaryKey, carrying
from forms_flow.records.staff import Person, can
from forms_flow.rules import Capability

LONGEST = 1000
MOST = 5


def doubles_of(entry: Beneficiary) -> list[Beneficiary]:
    """Return the entries that may be the same person: the same mobile, or a name of the same words."""
    mobile, name = entry.sheet.get("mobile"), [(MatchKind.NAME, word) for word in names_of(entry)]
    others = Beneficiary.objects.standing().exclude(pk=entry.pk)
    by_mobile = others.filter(carrying([(MatchKind.MOBILE, mobile)]))[:MOST] if mobile else []
    by_name = others.filter(carrying(name))[:MOST] if len(name) > 1 else []
    return sorted({*by_mobile, *by_name}, key=lambda item: item.number)[:MOST]


def merge(*, kept: Beneficiary, double: Beneficiary, actor: Person, reason: str) -> Beneficiary:
    """Make the applications and keys of the double those of the kept entry; the double stays, and says where it went.

    Raises ConflictError when one of the two was merged meanwhile.
    """
    if not can(actor, Capability.MERGE):
        raise NotAllowedError
    if kept.pk == double.pk:
        message = "An entry is not its own double."
        raise IllegalMoveError(message)
    if not reason.strip():
        raise MissingInputError("reason")
    with transaction.atomic():
        rows = Beneficiary.objects.standing().filter(pk__in=[kept.pk, double.pk]).order_by("pk")
        found = {row.pk: row for row in rows.select_for_update(of=("self",))}
        if len(found) < 2:  # noqa: PLR2004 - both of them
            raise ConflictError
        _move(found[kept.pk], found[double.pk], actor)
        gone = found[double.pk]
        gone.merged_into, gone.merged_at, gone.merged_by_id = found[kept.pk], timezone.now(), actor.pk
        gone.merge_reason = reason.strip()[:LONGEST]
        gone.save(update_fields=["merged_into", "merged_at", "merged_by", "merge_reason"])
    return found[kept.pk]


def _move(kept: Beneficiary, double: Beneficiary, actor: Person) -> None:
    applications = list(Application.objects.filter(beneficiary=double))
    Application.objects.filter(beneficiary=double).update(beneficiary=kept)
    keys = [BeneficiaryKey(beneficiary=kept, kind=key.kind, digest=key.digest) for key in double.keys.all()]
    BeneficiaryKey.objects.bulk_create(keys, ignore_conflicts=True)
    data = {"double": double.number, "kept": kept.number}
    for application in applications:
        history.append(application, history.Action.MERGED, actor=actor, data=data)
