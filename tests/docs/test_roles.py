"""The matrix in docs/roles.md is that of the code."""

import pytest

from forms_flow.enums import Role
from forms_flow.rules import MATRIX, Capability
from tests.docs.reading import first_column, marked, part, table, text_of

pytestmark = pytest.mark.unit


def matrix() -> str:
    """Return the table as the rules have it; when the test below fails, put this into the page."""
    roles = [role for role in Role if role in MATRIX]
    lines = [[f"`{item}`", *("yes" if item in MATRIX[role] else "" for role in roles)] for item in Capability]
    return table(["capability", *roles], lines)


def test_the_matrix_is_the_one_in_the_rules() -> None:
    assert marked("roles.md", "roles") == matrix()


def test_every_capability_is_explained() -> None:
    explained = text_of("roles.md").split("<!-- end -->")[1]
    assert first_column(explained) == [str(item) for item in Capability]


def test_roles_without_a_capability_are_named() -> None:
    without = [role for role in Role if role not in MATRIX]
    sentence = " and ".join(f"`{role}`" for role in without)
    assert f"{sentence} hold no capability here." in text_of("roles.md")


def test_every_role_is_in_the_glossary() -> None:
    assert first_column(part(text_of("glossary.md"), "Roles")) == [str(role) for role in Role]
