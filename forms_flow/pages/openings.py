"""What editors say of days and places, kept in rows of their own, which journeys look at (req 4).

The Arabic page speaks for all languages. A row outlives its page: a form or a service that was taken down still ends on
its last day for those who had begun.
"""

from typing import Any

from forms_flow.definition import SOURCE_LANGUAGE
from forms_flow.pages.models import FormPage
from forms_flow.records.openings import Opening
from home.contracts import OpeningKind, ServiceFacts, ServiceProvider, provider_of


def follow_form(page: FormPage) -> bool:
    """Take over the days and places of a form; True when that changed something."""
    source = page.source_page()
    return source is not None and _keep({"flow_key": source.flow_key}, _of_form(source))


def follow_service(key: str) -> bool:
    """Take over the days and places of a service; True when that changed something."""
    facts = provider_of(ServiceProvider).service(key, SOURCE_LANGUAGE) if key else None
    return facts is not None and _keep({"service_key": key}, _of_service(facts))


def follow_all() -> int:
    """Take over everything once more and return how much had been missed, by a restored copy or a moved table."""
    forms = [follow_form(page) for page in _source_pages()]
    listed = provider_of(ServiceProvider).keys()
    services = [follow_service(key) for key, _title in listed]
    return sum([*forms, *services])


def _source_pages() -> list[FormPage]:
    pages = FormPage.objects.live().filter(locale__language_code=SOURCE_LANGUAGE, alias_of__isnull=True)
    return list(pages.defer("steps").select_related("locale"))


def astray() -> list[str]:
    """Return the forms and services whose row says something else than their page."""
    rows = {str(row): row for row in Opening.objects.all()}
    wanted = {str(page.flow_key): _of_form(page) for page in _source_pages()}
    guide = provider_of(ServiceProvider)
    listed = guide.services([key for key, _title in list(guide.keys())], SOURCE_LANGUAGE)
    wanted |= {key: _of_service(facts) for key, facts in listed.items()}
    return [name for name, values in wanted.items() if _differs(rows.get(name), values)]


def _keep(name: dict[str, Any], values: dict[str, Any]) -> bool:
    row = Opening.objects.filter(**name).first()
    if not _differs(row, values):
        return False
    Opening.objects.update_or_create(**name, defaults=values)
    return True


def _differs(row: Opening | None, values: dict[str, Any]) -> bool:
    return any(getattr(row or Opening(), column) != value for column, value in values.items())


def _of_form(page: FormPage) -> dict[str, Any]:
    return {"opens_on": page.opens_on, "closes_on": page.closes_on, "capacity": page.capacity}


def _of_service(facts: ServiceFacts) -> dict[str, Any]:
    """Return the columns of a service; one that the editor calls full has no place at all."""
    waits = facts.state is OpeningKind.OPENS_ON and facts.opens_on is None
    return {
        "opens_on": facts.opens_on,
        "closes_on": facts.closes_on,
        "capacity": 0 if facts.state is OpeningKind.FULL else facts.capacity,
        "is_walk_in": facts.state is OpeningKind.WALK_IN,
        "is_closed": waits or facts.state is OpeningKind.CLOSED,
    }
