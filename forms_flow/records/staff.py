"""What a person of the staff may do: their roles, read from their groups."""

from typing import Any, Protocol

from forms_flow import rules
from forms_flow.enums import Role

#: Where a user object keeps its roles once they were read.
ROLES = "_alhuda_roles"


class Person(Protocol):
    """The part of a user that permissions look at."""

    pk: int
    is_active: bool
    groups: Any


def roles_of(user: Person) -> frozenset[str]:
    """Return the roles of an active person; read once per user object, that is, once per request."""
    if not user.is_active or user.pk is None:
        return frozenset()
    if not hasattr(user, ROLES):
        names = user.groups.filter(name__in=Role.values).values_list("name", flat=True)
        setattr(user, ROLES, frozenset(names))
    return getattr(user, ROLES)


def capabilities_of(user: Person) -> frozenset[rules.Capability]:
    """Return everything that the person may do."""
    return rules.capabilities(roles_of(user))


def can(user: Person, capability: rules.Capability) -> bool:
    """Tell whether the person has the capability; being a superuser gives none."""
    return capability in capabilities_of(user)
