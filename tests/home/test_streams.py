"""Identifiers of blocks that come as plain data."""

import pytest

from home.streams import stored

pytestmark = pytest.mark.unit


def named(*keys: str) -> list[dict[str, object]]:
    return [{"type": "part", "value": {"key": key}} for key in keys]


def identifiers(*keys: str, place: str = "page.body") -> list[str]:
    return [block["id"] for block in stored(named(*keys), place)]


def test_an_identifier_follows_from_place_and_key_and_not_from_the_order() -> None:
    assert identifiers("a", "b") == identifiers("b", "a")[::-1]
    assert identifiers("a") != identifiers("a", place="other.body")


def test_blocks_that_share_a_key_do_not_share_an_identifier() -> None:
    assert len({*identifiers("a", "a", "a", "", "")}) == 5
    assert identifiers("a", "a")[0] == identifiers("a")[0]


def test_items_of_plain_lists_become_blocks() -> None:
    assert [(block["type"], block["value"]) for block in stored(["x", "y"], "p")] == [("item", "x"), ("item", "y")]


def test_values_that_are_no_blocks_stay() -> None:
    assert stored({"text": "x", "number": 3, "nothing": None}, "p") == {"text": "x", "number": 3, "nothing": None}
