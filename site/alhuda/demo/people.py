"""Departments, closed days and staff."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from hijridate import Hijri

from alhuda.demo.content.people import COMMITTEE_MEMBERS, FEASTS, NATIONAL_DAYS, STAFF, Person
from alhuda.demo.words import Both
from forms_flow.enums import Role
from forms_flow.records.calendar import Holiday
from forms_flow.records.departments import Department, Membership

HIJRI_YEARS = (1448, 1449)
YEARS = (2026, 2027, 2028)


def username_of(role: Role) -> str:
    """Return the user name of the demonstration's one person with that role."""
    return role.replace("_", "-")


def password_of(role: Role) -> str:
    """Return that person's password. It is public on purpose, and only a demonstration has such people."""
    return _password(username_of(role))


def committee_members() -> Iterator[tuple[str, str]]:
    """Yield user name and password of the members of the committee."""
    for person in COMMITTEE_MEMBERS:
        yield person.username, _password(person.username)


def load_departments(departments: Mapping[str, Both], intake: str) -> None:
    """Create the departments, or give those there their names; the first intake department stays the one."""
    other = Department.objects.filter(is_intake=True).exclude(key=intake).exists()
    for key, name in departments.items():
        Department.objects.update_or_create(
            key=key, defaults={"name_ar": name.ar, "name_en": name.en, "is_intake": key == intake and not other}
        )


def load_holidays() -> None:
    """Create the closed days of some years to come."""
    for day, name in _holidays():
        Holiday.objects.get_or_create(day=day, defaults={"name_ar": name.ar, "name_en": name.en})


def load_staff() -> None:
    """Create one person for each role, and the members of the committee."""
    for person in (*STAFF, *COMMITTEE_MEMBERS):
        user = _user(person)
        user.groups.set([Group.objects.get(name=person.role)])
        for key in person.departments:
            Membership.objects.get_or_create(user=user, department=Department.objects.get(key=key))


def staff_member(role: Role) -> AbstractUser:
    """Return the person with that role."""
    return get_user_model().objects.get(username=username_of(role))


def _password(username: str) -> str:
    return f"demo-{username}-1448"


def _user(person: Person) -> AbstractUser:
    name = person.username or username_of(person.role)
    user, is_new = get_user_model().objects.get_or_create(
        username=name,
        defaults={
            "first_name": person.name,
            "email": f"{name}@alhuda.example",
            "is_superuser": person.role == Role.ADMINISTRATOR,
        },
    )
    if is_new:
        user.set_password(_password(name))
        user.save()
    return user


def _holidays() -> Iterator[tuple[date, Both]]:
    for name, (month, first, last) in FEASTS.items():
        for year in HIJRI_YEARS:
            for day in range(first, last + 1):
                found = Hijri(year, month, day).to_gregorian()
                yield date(found.year, found.month, found.day), name
    for name, (month, day) in NATIONAL_DAYS.items():
        for year in YEARS:
            yield date(year, month, day), name
