"""Options that contradict each other or name what is not there."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from forms_flow.fields.comparing import day_from
from forms_flow.fields.documents import DOCUMENTS
from forms_flow.pages.blocks.keys import split_keys
from forms_flow.pages.blocks.options import LOOKING_BACK, OF_KIND
from forms_flow.pages.checks.conditions import Earlier
from forms_flow.pages.checks.problem import Path, Problem
from forms_flow.pages.texts import entries


def options(here: Path, question: Mapping[str, Any], earlier: Earlier) -> Iterator[Problem]:
    """Find what is wrong with the options that the question's kind reads."""
    kind, given = question.get("kind") or "", question.get("options") or {}
    for name in OF_KIND.get(kind, ()):
        path = (*here, "options", name)
        if name in LOOKING_BACK:
            yield from _looking_back(path, given.get(name), earlier, LOOKING_BACK[name] or {kind})
        elif name in {"min", "min_age"}:
            yield from limits(path, given.get(name), given.get(name.replace("min", "max")))
        elif name == "after_day" and given.get(name) and day_from(given[name]) is None:
            yield Problem(path, _("There is no such day. Write year, month and day, for example 1448-12-15."))
    if kind == "identity" and not DOCUMENTS.keys() >= set(split_keys(given.get("kinds"))):
        yield Problem((*here, "options", "kinds"), _("No document has this key."))
    if kind == "several_choices" and (alone := given.get("exclusive")):
        offered = {choice.get("key") for _position, _name, choice in entries(question.get("choices"))}
        if alone not in offered:
            yield Problem((*here, "options", "exclusive"), _("No choice has this key."))


def limits(path: Path, low: int | None, high: int | None) -> Iterator[Problem]:
    """Find a range that nothing is in."""
    if low is not None and high is not None and low > high:
        yield Problem(path, _("The smallest is larger than the largest."))


def _looking_back(path: Path, given: str | None, earlier: Earlier, kinds: Collection[str]) -> Iterator[Problem]:
    for key in split_keys(given):
        asked = earlier.get(key)
        if asked is None:
            yield Problem(path, _("No earlier question has this key."))
        elif asked.get("kind") not in kinds:
            yield Problem(path, _("The earlier question is of another kind."))
