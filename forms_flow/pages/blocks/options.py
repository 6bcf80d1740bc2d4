"""What only some kinds of question understand."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from forms_flow.pages.blocks.keys import DayBlock, KeyBlock, KeysBlock, split_keys

#: Which options each kind reads; the rest of the block is ignored for it.
OF_KIND: Mapping[str, tuple[str, ...]] = {
    "short_text": ("max_length", "somebody_else", "prefill_from"),
    "long_text": ("max_length", "prefill_from"),
    "full_name": ("somebody_else", "prefill_from"),
    "email": ("somebody_else", "prefill_from", "differs_from"),
    "identity": ("kinds", "passport_details", "prefill_from", "differs_from", "after_day"),
    "mobile": ("saudi_only", "somebody_else", "prefill_from", "differs_from"),
    "whole_number": ("min", "max", "prefill_from", "at_most", "below"),
    "money": ("min", "max", "prefill_from", "at_most", "below"),
    "date": ("calendar", "when", "min_age", "max_age", "prefill_from", "after", "after_day"),
    "birth_date": ("calendar", "min_age", "max_age", "somebody_else", "prefill_from"),
    "country": ("prefill_from",),
    "region_place": ("prefill_from",),
    "national_address": ("complete", "somebody_else", "prefill_from"),
    "yes_no": ("unsure",),
    "several_choices": ("exclusive",),
    "upload": ("max_files", "later"),
}
#: Options that name earlier questions, and the kinds that those may be; `prefill_from` wants the question's own kind.
LOOKING_BACK: Mapping[str, frozenset[str]] = {
    "prefill_from": frozenset(),
    "differs_from": frozenset(),
    "at_most": frozenset({"whole_number", "money"}),
    "below": frozenset({"whole_number", "money"}),
    "after": frozenset({"date", "birth_date"}),
}


def _number(label: Any, top: int) -> blocks.IntegerBlock:
    return blocks.IntegerBlock(label=label, required=False, min_value=0, max_value=top)


def _switch(label: Any, **kwargs: Any) -> blocks.BooleanBlock:
    return blocks.BooleanBlock(label=label, required=False, **kwargs)


class OptionsBlock(blocks.StructBlock):
    """The options of every kind; each kind reads its own."""

    max_length = _number(_("Text: most characters"), 5000)
    min = _number(_("Number: smallest"), 999_999_999)
    max = _number(_("Number: largest"), 999_999_999)
    calendar = blocks.ChoiceBlock(
        label=_("Date: calendar"),
        choices=[("either", _("Either")), ("hijri", _("Hijri")), ("gregorian", _("Gregorian"))],
        default="either",
    )
    when = blocks.ChoiceBlock(
        label=_("Date: when"),
        choices=[("any", _("Any day")), ("past", _("Before today")), ("future", _("After today"))],
        default="any",
    )
    min_age = _number(_("Date of birth: youngest age"), 120)
    max_age = _number(_("Date of birth: oldest age"), 120)
    kinds = KeysBlock(label=_("Identity: documents offered"), help_text=_("Left empty, all of them."))
    passport_details = _switch(_("Identity: ask country and expiry of a passport"))
    saudi_only = _switch(_("Mobile: Saudi numbers only"))
    unsure = _switch(_("Yes or no: also offer “I do not know”"))
    exclusive = KeyBlock(label=_("Several choices: key of the choice that stands alone"), required=False)
    complete = _switch(_("National address: without the short address, ask for building, street and postcode too"))
    max_files = _number(_("Document: most files"), 5)
    later = _switch(_("Document: may be sent later"), default=True)
    somebody_else = _switch(_("About another person than the applicant"))
    prefill_from = KeyBlock(
        label=_("Offer the answer to an earlier question"),
        help_text=_("Key of an earlier question of the same kind."),
        required=False,
    )
    differs_from = KeysBlock(
        label=_("Must differ from earlier answers"),
        help_text=_("Keys of earlier questions of the same kind, with commas between them."),
    )
    at_most = KeyBlock(
        label=_("Number: at most the answer to"), help_text=_("Key of an earlier number."), required=False
    )
    below = KeyBlock(
        label=_("Number: less than the answer to"), help_text=_("Key of an earlier number."), required=False
    )
    after = KeyBlock(label=_("Date: after the answer to"), help_text=_("Key of an earlier date."), required=False)
    after_day = DayBlock(
        label=_("Date or passport expiry: after the day"),
        help_text=_("Year, month and day in either calendar, for example 1448-12-15 or 2027-05-21."),
    )

    class Meta:
        icon = "cogs"
        label = _("More")
        collapsed = True


def compiled(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options that the kind reads, without those left at rest."""
    found: dict[str, Any] = {}
    for name in OF_KIND.get(kind, ()):
        found |= _one(name, values.get(name))
    return found


def _one(name: str, given: Any) -> dict[str, Any]:
    match name:
        case "kinds" | "differs_from":
            keys = split_keys(given)
            return {name: list(keys)} if keys else {}
        case "when":
            return {given: True} if given in {"past", "future"} else {}
        case "somebody_else":
            # The browser must not offer the applicant's own details for another person's.
            return {"autocomplete": "off"} if given else {}
        case "later":
            return {"later": bool(given)}
    return {} if given in (None, "", False) else {name: given}
