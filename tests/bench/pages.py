"""Public pages: from the page cache beside a constant body, and made anew beside Wagtail's empty start page."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from alhuda.page_cache.serve import PageCache
from home import changes, made_from
from tests.bench.asking import ask
from tests.bench.serving import ROOT, Load, load, server


class Measured(NamedTuple):
    """A page of the demo; the search is made anew for every question, and its empty page is kept."""

    name: str
    path: str
    query: str = ""


PAGES = (
    Measured("home", "/"),
    Measured("service", "/services/lost/"),
    Measured("policy", "/policies/data-privacy/"),
    Measured("search", "/search/", "q=%D9%83%D8%B1%D8%B3%D9%8A"),
)
WARM, COLD = "warm, CPU at the server", "cold, CPU"


def report(folder: Path, *, calls: int, times: int) -> list[str]:
    """Measure and return the lines of the report."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, mock.patch("alhuda.demo.applications.load"):
        call_command("demo", stdout=nowhere)  # its pages; no page shows an application
    return [*_cold(folder, calls=calls, times=times), *_warm(folder, calls=calls * 100, times=times)]


def _cold(folder: Path, *, calls: int, times: int) -> Iterator[str]:
    application = PageCache(get_wsgi_application())
    with _start_page(folder / "start") as theirs:
        found: dict[str, list[float]] = {page.name: [] for page in PAGES}
        peer: list[float] = []
        for number in range(times + 1):
            peer += [theirs(calls)] if number else [theirs(calls)][1:]
            for page in PAGES:
                taken = [_make_anew(application, page) for _ in range(calls)]
                found[page.name] += [statistics.fmean(taken)] if number else []
    least = statistics.median(peer)
    yield f"cold: the empty start page of wagtail start takes {least:.2f} ms of CPU"
    for page in PAGES:
        ours = statistics.median(found[page.name])
        yield (
            f"cold {page.name:<8} {ours:6.2f} ms ({min(found[page.name]):.2f}-{max(found[page.name]):.2f})"
            f"   ratio {ours / least:.2f}   budget 0.60   queries {_queries(application, page)} of 6"
        )


def _warm(folder: Path, *, calls: int, times: int) -> Iterator[str]:
    application = PageCache(get_wsgi_application())
    for page in PAGES:
        answer = ask(application, page.path)
        body = folder / f"{page.name}.body"
        body.write_bytes(answer.body)
        floor, ours = _side_by_side(page.path, body, calls=calls, times=times)
        yield (
            f"warm {page.name:<8} {ours.cpu:6.1f} µs, {ours.rate:5.0f}/s"
            f"   floor {floor.cpu:6.1f} µs, {floor.rate:5.0f}/s   ratio {ours.cpu / floor.cpu:.2f}   budget 1.30"
            f"   {len(answer.body)} bytes (brotli)   queries 0"
        )


def _side_by_side(path: str, body: Path, *, calls: int, times: int) -> tuple[Load, Load]:
    rounds: list[tuple[Load, Load]] = []
    constant = server("tests.bench.floor:application", {"BENCH_BODY": str(body)})
    with constant as floor, server("tests.bench.served:application", {}) as ours:
        for running in (floor, ours):
            load(running, path, calls=calls // 4)
        rounds = [(load(floor, path, calls=calls), load(ours, path, calls=calls)) for _ in range(times)]
    return _median([pair[0] for pair in rounds]), _median([pair[1] for pair in rounds])


def _median(loads: list[Load]) -> Load:
    return Load(statistics.median(one.cpu for one in loads), statistics.median(one.rate for one in loads))


def _make_anew(application: PageCache, page: Measured) -> float:
    """Return the CPU milliseconds of the first request after a change of this very page, its storing included."""
    _change(page)
    began = time.process_time()
    ask(application, page.path, query=page.query)
    return (time.process_time() - began) * 1000


def _queries(application: PageCache, page: Measured) -> int:
    _change(page)
    with CaptureQueriesContext(connection) as seen:
        ask(application, page.path, query=page.query)
    return len(seen)


def _change(page: Measured) -> None:
    slug = page.path.strip("/").rpartition("/")[2] or "home"
    key = Page.objects.filter(slug=slug).values_list("translation_key", flat=True).first()
    changes.touched(made_from.a_page(key) if key else "search")
    connection.ensure_connection()


@contextmanager
def _start_page(folder: Path) -> Iterator["Asker"]:
    script = Path(__file__).with_name("start_page.py")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, str(script), str(folder)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Asker(process)
    finally:
        process.stdin.close()
        process.wait(timeout=20)


class Asker:
    """Lets the other process measure."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Remember it."""
        self.process = process

    def __call__(self, calls: int) -> float:
        """Return its CPU milliseconds for one call."""
        self.process.stdin.write(f"{calls}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())
