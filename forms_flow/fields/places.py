"""The regions of the Kingdom by their ISO 3166-2 codes, and the places of Rabigh governorate: a list of our own."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

#: A place that is in neither list; its name is written.
OTHER = "other"

#: There is no SA-13 any more.
REGIONS: Mapping[str, Promise] = {
    "SA-01": pgettext_lazy("region", "Riyadh Region"),
    "SA-02": pgettext_lazy("region", "Makkah Region"),
    "SA-03": pgettext_lazy("region", "Madinah Region"),
    "SA-04": pgettext_lazy("region", "Eastern Region"),
    "SA-05": pgettext_lazy("region", "Qassim Region"),
    "SA-06": pgettext_lazy("region", "Hail Region"),
    "SA-07": pgettext_lazy("region", "Tabuk Region"),
    "SA-08": pgettext_lazy("region", "Northern Borders Region"),
    "SA-09": pgettext_lazy("region", "Jazan Region"),
    "SA-10": pgettext_lazy("region", "Najran Region"),
    "SA-11": pgettext_lazy("region", "Bahah Region"),
    "SA-12": pgettext_lazy("region", "Jawf Region"),
    "SA-14": pgettext_lazy("region", "Asir Region"),
}

#: The town, its six centres, and names that people give as their place.
RABIGH: Mapping[str, Promise] = {
    "rabigh": pgettext_lazy("place", "Rabigh town"),
    "kaec": pgettext_lazy("place", "King Abdullah Economic City"),
    "masturah": pgettext_lazy("place", "Masturah"),
    "abwa": pgettext_lazy("place", "Al Abwa"),
    "hajar": pgettext_lazy("place", "Hajar"),
    "nuwaybi": pgettext_lazy("place", "An Nuwaybi"),
    "qadimah": pgettext_lazy("place", "Al Qadimah"),
    "mughayniyah": pgettext_lazy("place", "Mughayniyah"),
    "kulayyah": pgettext_lazy("place", "Kulayyah"),
    "juhfah": pgettext_lazy("place", "Al Juhfah"),
}

PLACES: Mapping[str, Promise] = {**RABIGH, **REGIONS, OTHER: pgettext_lazy("place", "Another place")}
