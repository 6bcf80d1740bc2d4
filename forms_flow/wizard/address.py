"""Where a request comes from, as far as it can be known."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address of the visitor's network.

    Each of our own proxies appends whom it spoke to, so the visitor is as many entries from the end as we have
    proxies; what stands before that anybody can write. One household or phone holds a whole IPv6 /64, so that counts
    as one address.
    """
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
    trusted = settings.TRUSTED_PROXIES
    named = hops[-trusted] if 0 < trusted <= len(hops) else ""
    return _network(named) or _network(request.META.get("REMOTE_ADDR", "")) or "unknown"


def _network(text: str) -> str:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.IPv6Network((address, 64), strict=False))
