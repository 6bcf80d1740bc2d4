"""Counts in words for the browser: it picks the form, since only it knows how many letters or files there are."""

from collections.abc import Callable

#: A number of each plural category, by the names that browsers have for them (Unicode CLDR).
_SAMPLES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
#: Stands where the number goes.
PLACE = "#"


def plural_forms(words: Callable[[int], str]) -> dict[str, str]:
    """Return category -> words in the active language; `words` gives the message for a number, not filled in."""
    return {name: words(number).replace("%(count)d", PLACE) for name, number in _SAMPLES.items()}
