"""The filters of the services guide: plain GET links, so that they work without JavaScript (req 9)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from services.enums import Audience, Need, Season

if TYPE_CHECKING:
    from services.pages.service import ServicePage

# Name in the address, heading, list of keys.
KINDS: tuple[tuple[str, LazyText, type[TextChoices]], ...] = (
    ("need", _("By need"), Need),
    ("audience", _("By audience"), Audience),
    ("season", _("By season"), Season),
)


@dataclass(frozen=True, kw_only=True)
class Option:
    """One link of a filter; choosing the current one again lifts it."""

    label: str
    query: str
    current: bool


@dataclass(frozen=True, kw_only=True)
class Group:
    """The links of one filter."""

    heading: str
    options: list[Option]


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What the address asks for; an empty text means everything."""

    need: str = ""
    audience: str = ""
    season: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Self:
        """Read the address. Unknown keys are ignored: an old link still shows the guide."""
        asked = {name: query.get(name, "") for name, _heading, _options in KINDS}
        return cls(**{name: asked[name] for name, _heading, options in KINDS if asked[name] in options.values})

    def matches(self, page: "ServicePage") -> bool:
        """Return whether the service passes."""
        return all(chosen in _keys(page, name) for name, chosen in self.chosen().items())

    def chosen(self) -> dict[str, str]:
        """Return the filters in use."""
        pairs = ((name, getattr(self, name)) for name, _heading, _options in KINDS)
        return {name: key for name, key in pairs if key}

    def groups(self, pages: Iterable["ServicePage"]) -> list[Group]:
        """Return the links, only for keys that some service has, so that no link leads to an empty list by itself."""
        pages = list(pages)
        groups = [self._group(name, str(heading), options, pages) for name, heading, options in KINDS]
        return [group for group in groups if group.options]

    def _group(self, name: str, heading: str, options: type[TextChoices], pages: Iterable["ServicePage"]) -> Group:
        used = {key for page in pages for key in _keys(page, name)}
        return Group(
            heading=heading,
            options=[self._option(name, key, str(label)) for key, label in options.choices if key in used],
        )

    def _option(self, name: str, key: str, label: str) -> Option:
        chosen = self.chosen()
        current = chosen.get(name) == key
        query = {**chosen, name: key}
        if current:
            del query[name]
        return Option(label=label, query=urlencode(query), current=current)


def _keys(page: "ServicePage", name: str) -> set[str]:
    if name == "season":
        # A service of the whole year answers every season.
        wide = {Season.RAMADAN_AND_HAJJ: {Season.RAMADAN, Season.HAJJ}, Season.ALL_YEAR: {*Season}}
        return {page.season, *(key.value for key in wide.get(Season(page.season), set()))}
    return set(page.needs if name == "need" else page.audiences)
