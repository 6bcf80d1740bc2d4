"""Whose request it is."""

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from home.visitors import client_address

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("proxies", "forwarded", "peer", "expected"),
    [
        (0, "203.0.113.9", "198.51.100.1", "198.51.100.1"),
        (1, "203.0.113.9", "10.0.0.1", "203.0.113.9"),
        (1, "1.2.3.4, 203.0.113.9", "10.0.0.1", "203.0.113.9"),
        (2, "1.2.3.4, 203.0.113.9, 10.0.0.2", "10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "10.0.0.1", "10.0.0.1"),
        (1, "nonsense", "10.0.0.1", "10.0.0.1"),
        (1, "", "10.0.0.1", "10.0.0.1"),
        (1, "::ffff:203.0.113.9", "10.0.0.1", "203.0.113.9"),
        (1, "2001:db8:1:2:3:4:5:6", "10.0.0.1", "2001:db8:1:2::/64"),
        (0, "", "", "unknown"),
    ],
)
def test_the_visitor_stands_as_many_entries_from_the_end_as_we_have_proxies(
    settings: LazySettings, proxies: int, forwarded: str, peer: str, expected: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR=peer)
    assert client_address(request) == expected
