"""A real server, and what a request costs it."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
START_SECONDS = 60


class Server(NamedTuple):
    """A server that runs, and the processes it consists of."""

    process: "subprocess.Popen[bytes]"
    port: int

    def cpu(self) -> float:
        """Return the CPU seconds of the server and its workers so far."""
        return sum(_cpu(pid) for pid in (self.process.pid, *_children(self.process.pid)))


class Load(NamedTuple):
    """What one request cost: microseconds of CPU at the server, and how many there were in a second."""

    cpu: float
    rate: float


@contextmanager
def server(application: str, environment: Mapping[str, str]) -> Iterator[Server]:
    """Run granian as in production, with one worker, for a while."""
    port = free_port()
    granian = str(Path(sys.executable).with_name("granian"))
    command = [granian, "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
    command += ["--blocking-threads", "1", "--no-ws", "--log-level", "warning", application]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT}/site", **environment}
    )
    try:
        _wait(port)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(timeout=20)


def load(running: Server, path: str, *, calls: int) -> Load:
    """Ask for a page again and again over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", running.port)
    before, began = running.cpu(), time.perf_counter()
    for _ in range(calls):
        connection.request("GET", path, headers={"Host": "testserver", "Accept-Encoding": "gzip, deflate, br"})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == http.HTTPStatus.OK, answer.status
    seconds, cpu = time.perf_counter() - began, running.cpu() - before
    connection.close()
    return Load(cpu / calls * 1_000_000, calls / seconds)


def _wait(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/healthz/live", headers={"Host": "testserver"})
            connection.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    message = "The server did not start."
    raise TimeoutError(message)


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [int(child) for child in found]


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
