"""Which encoding a browser gets, and whether it has the page already."""

import pytest

from alhuda.page_cache.negotiate import encoding_for, is_known

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("", "identity"),
        ("identity", "identity"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.2, gzip;q=0.9", "gzip"),
        ("gzip;q=0.5, br;q=0.5", "br"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("identity;q=0, gzip", "gzip"),
        ("identity;q=1, gzip;q=0.4", "identity"),
        ("BR", "br"),
        ("br;q=high, gzip;q=1", "gzip"),
        ("zstd", "identity"),
    ],
)
def test_the_liked_encoding_wins_and_the_smallest_among_equals(accepted, chosen) -> None:
    assert encoding_for(accepted) == chosen


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ('"abc-br"', True),
        ('W/"abc-gzip"', True),
        ('"xyz-br", "abc-identity"', True),
        ("*", True),
        ('"abcd-br"', False),
        ('"xyz-br"', False),
    ],
)
def test_a_browser_that_names_the_page_in_any_encoding_has_it(asked, known) -> None:
    assert is_known('"abc-br"', asked) is known
