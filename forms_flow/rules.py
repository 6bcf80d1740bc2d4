"""Who may do what: capabilities, and the roles that hold them. Default deny; a leaf beside `enums`.

The predicates look only at plain facts given to them. Row scope (whose cases a person sees) is the manager's work, in
`records.applications`; both must say yes.
"""

from collections.abc import Collection
from enum import StrEnum

from forms_flow.enums import Role


class Capability(StrEnum):
    """One thing a person may do in the inbox."""

    SEE = "see"
    SEE_ALL = "see_all"
    ASSIGN = "assign"
    CHECK = "check"
    REFER = "refer"
    PROPOSE = "propose"
    DECIDE = "decide"
    REGISTER = "register"
    DELIVER = "deliver"
    CLOSE = "close"
    NOTE = "note"
    ENTER = "enter"
    OPEN_FILES = "open_files"
    READ_HISTORY = "read_history"
    REFER_OUT = "refer_out"
    EXTEND = "extend"
    SEE_REGISTER = "see_register"
    MERGE = "merge"
    VOLUNTEERS = "volunteers"
    WORDING = "wording"


#: What each role may do. A role that is not here may do nothing.
MATRIX: dict[Role, frozenset[Capability]] = {
    Role.RELATIONS_OFFICER: frozenset(
        {
            Capability.SEE,
            Capability.ASSIGN,
            Capability.CHECK,
            Capability.REFER,
            Capability.REGISTER,
            Capability.CLOSE,
            Capability.NOTE,
            Capability.ENTER,
            Capability.OPEN_FILES,
            Capability.READ_HISTORY,
            Capability.REFER_OUT,
            Capability.EXTEND,
            Capability.SEE_REGISTER,
            Capability.MERGE,
        }
    ),
    Role.CASE_OFFICER: frozenset(
        {
            Capability.SEE,
            Capability.CHECK,
            Capability.PROPOSE,
            Capability.REGISTER,
            Capability.DELIVER,
            Capability.CLOSE,
            Capability.NOTE,
            Capability.OPEN_FILES,
            Capability.READ_HISTORY,
            Capability.REFER_OUT,
            Capability.SEE_REGISTER,
        }
    ),
    Role.APPROVER: frozenset(
        {
            Capability.SEE,
            Capability.ASSIGN,
            Capability.REFER,
            Capability.DECIDE,
            Capability.NOTE,
            Capability.OPEN_FILES,
            Capability.READ_HISTORY,
            Capability.WORDING,
            Capability.EXTEND,
            Capability.SEE_REGISTER,
            Capability.MERGE,
        }
    ),
    Role.VOLUNTEER_COORDINATOR: frozenset(
        {
            Capability.SEE,
            Capability.CHECK,
            Capability.NOTE,
            Capability.OPEN_FILES,
            Capability.READ_HISTORY,
            Capability.VOLUNTEERS,
        }
    ),
    Role.FIELD_REPRESENTATIVE: frozenset({Capability.ENTER}),
    Role.AUDITOR: frozenset({Capability.SEE, Capability.SEE_ALL, Capability.READ_HISTORY, Capability.SEE_REGISTER}),
    Role.PRIVACY_OFFICER: frozenset(
        {Capability.SEE, Capability.SEE_ALL, Capability.READ_HISTORY, Capability.SEE_REGISTER}
    ),
}


def capabilities(roles: Collection[str]) -> frozenset[Capability]:
    """Return everything that a person with these roles may do; unknown roles add nothing."""
    held = (MATRIX[Role(role)] for role in roles if role in Role.values and Role(role) in MATRIX)
    return frozenset().union(*held)


def may_decide(
    *,
    entered_by: int | None,
    proposed_by: int | None,
    decided_before: Collection[int | None],
    person: int,
    two_people: bool,
) -> bool:
    """Tell whether this person may decide.

    Never what they entered, nor after an objection what they decided before, nor, where two people are asked for, what
    they proposed.
    """
    return entered_by != person and person not in decided_before and not (two_people and proposed_by == person)
