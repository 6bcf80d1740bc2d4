"""Countries for passports and nationalities: ISO codes, names from Babel."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from forms_flow.fields.widgets import Option
from home.text import fold

_COUNTRY = re.compile("[A-Z]{2}")
# Regions, unions and private codes that stand in Babel's list beside the countries.
_NOT_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])


@cache
def countries(language: str) -> Sequence[Option]:
    """Return every country by its name in the language, in alphabetical order."""
    names: Mapping[str, str] = Locale.parse(language).territories
    codes = [code for code in names if _COUNTRY.fullmatch(code) and code not in _NOT_COUNTRIES]
    return tuple(Option(code, names[code]) for code in sorted(codes, key=lambda code: fold(names[code])))


@cache
def country_options(language: str) -> SafeString:
    """Return the options of a select, written once: two hundred and fifty lines are dear to render each time."""
    rows = ((option.key, option.label) for option in countries(language))
    return format_html_join("\n", '<option value="{}">{}</option>', rows)


def country_name(code: str, language: str) -> str:
    """Return a country's name; the code itself when it is unknown."""
    return Locale.parse(language).territories.get(code, code)
