"""A free port on loopback, for servers that a test starts."""

import socket


def free_port() -> int:
    """Return a port that nobody listened to a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
