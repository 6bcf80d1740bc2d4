"""The closed lists of the services guide. Stored keys are English; labels come from the catalogue."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from home.contracts import CalendarKind, PromiseUnit


class ServiceState(TextChoices):
    """Whether a service can be asked for now (req 4)."""

    OPEN = "open", _("Open for applications")
    OPENS_ON = "opens_on", _("Opens on a date")
    CLOSED = "closed", pgettext_lazy("service", "Closed")
    FULL = "full", pgettext_lazy("service", "Full")
    WALK_IN = "walk_in", _("Walk in, no application")


class Season(TextChoices):
    """When in the year a service is given."""

    ALL_YEAR = "all_year", _("All year")
    RAMADAN = "ramadan", _("Ramadan")
    HAJJ = "hajj", _("Hajj season")
    RAMADAN_AND_HAJJ = "ramadan_hajj", _("Ramadan and the Hajj season")


class Audience(TextChoices):
    """Whom a service is for."""

    HAJJ = "hajj", _("Hajj pilgrims")
    UMRAH = "umrah", _("Umrah pilgrims")
    FAMILY = "family", _("Families of pilgrims")
    RESIDENT = "resident", _("Residents of Rabigh")
    VOLUNTEER = "volunteer", _("Volunteers")
    ORGANISATION = "organisation", _("Organisations and groups")


class Need(TextChoices):
    """What a person comes for."""

    GUIDANCE = "guidance", _("Guidance")
    FOOD = "food", _("Water and meals")
    HEALTH = "health", _("First aid and health")
    MOBILITY = "mobility", _("Help with mobility")
    LOST = "lost", _("Lost people")
    ROAD = "road", _("Help on the road")
    AID = "aid", _("Aid for limited means")
    LANGUAGE = "language", _("Interpreting")
    RECEPTION = "reception", _("Reception of groups")
    VOLUNTEERING = "volunteering", _("Volunteering")


class PolicyStatus(TextChoices):
    """Where a policy stands with the body that approves it."""

    DRAFT = "draft", _("Draft, waiting for the board’s approval")
    APPROVED = "approved", pgettext_lazy("policy", "Approved")
    SUPERSEDED = "superseded", _("No longer in force, replaced by a newer version")


class AnswerUnit(TextChoices):
    """The units of home.contracts.PromiseUnit, with labels for editors."""

    MINUTE = PromiseUnit.MINUTE.value, _("minutes")
    HOUR = PromiseUnit.HOUR.value, _("hours")
    WORKING_DAY = PromiseUnit.WORKING_DAY.value, _("working days")


class AnswerCalendar(TextChoices):
    """The calendars of home.contracts.CalendarKind, with labels for editors."""

    OFFICE = CalendarKind.OFFICE.value, _("Office hours, Sunday to Thursday")
    SEASON = CalendarKind.SEASON.value, _("Day and night in the season")
