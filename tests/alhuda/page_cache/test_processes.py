"""Several processes and threads over one folder; a crash while writing; several hosts over one cache."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.cache import caches

from alhuda.page_cache import hosts, store
from alhuda.page_cache.address import Address
from alhuda.page_cache.entry import Entry
from home import changes, epoch, made_from, ticks

pytestmark = [pytest.mark.integration]
ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = {
    **os.environ,
    "DJANGO_SETTINGS_MODULE": "alhuda.settings.test",
    "PYTHONPATH": f"{ROOT}:{ROOT}/site",
}
HTML = [("Content-Type", "text/html; charset=utf-8")]
HERE = Address("/here/")

# Another process of the site: keeps, finds and changes what it is told to on its input.
OTHER = """
import sys
from pathlib import Path
import django
django.setup()
from django.conf import settings
settings.PAGE_CACHE_ROOT = Path(sys.argv[1])
from alhuda.page_cache import store
from alhuda.page_cache.address import Address
from alhuda.page_cache.entry import Entry
from home import changes, epoch
epoch.release = lambda: sys.argv[2]  # the database of a test run has another name, which would make it another site
for line in sys.stdin:
    word, _, rest = line.strip().partition(" ")
    if word == "find":
        found = store.find(Address(rest))
        said = found.bodies["identity"].decode() if found else "nothing"
    elif word == "keep":
        path, body, name = rest.split()
        entry = Entry.build([("Content-Type", "text/html")], body.encode(), names=[name], until=None)
        said = str(store.put(Address(path), entry, begun=epoch.now()))
    elif word == "touch":
        said = str(epoch.count_change())
        store.drop({rest})
    elif word == "begin":
        said = epoch.renew()
    print(said, flush=True)
"""


class Process:
    """The other process."""

    def __init__(self, folder: Path) -> None:
        """Start it over the same folder."""
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "alhuda.settings.test",
            "PYTHONPATH": f"{ROOT}:{ROOT}/site",
        }
        command = [sys.executable, "-c", OTHER, str(folder), epoch.release()]
        self.process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )

    def __call__(self, order: str) -> str:
        """Give it an order and return what it says."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{order}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


@contextmanager
def other(folder: Path) -> Iterator[Process]:
    """Run another process for a while."""
    found = Process(folder)
    try:
        yield found
    finally:
        found.process.stdin.close()
        found.process.stdout.close()
        found.process.wait(timeout=20)


def an_entry(body: str = "here", *, names: tuple[str, ...] = ("a",), until: float | None = None) -> Entry:
    return Entry.build(HTML, body.encode(), names=names, until=until)


def body_of(address: Address) -> str | None:
    found = store.find(address)
    return found.bodies["identity"].decode() if found else None


def test_two_processes_see_what_the_other_keeps_and_empties_at_once(settings) -> None:
    with other(settings.PAGE_CACHE_ROOT) as process:
        assert process("keep /there/ hello b") == "True"
        assert store.put(HERE, an_entry(), begun=epoch.now())
        assert [body_of(Address("/there/")), process("find /here/")] == ["hello", "here"]
        for _ in range(2):
            assert body_of(HERE) == "here"  # in memory by now
        process("touch a")
        assert [body_of(HERE), body_of(Address("/there/"))] == [None, "hello"]
        epoch.count_change()
        store.drop({"b"})
        assert process("find /there/") == "nothing"
        assert process("keep /there/ hello b") == "True"
        assert body_of(Address("/there/")) == "hello"
        begun = epoch.now()
        name = process("begin")
        assert (epoch.now().epoch, body_of(Address("/there/"))) == (name, None)
        assert not store.put(HERE, an_entry(), begun=begun)


def test_a_process_killed_while_it_writes_leaves_nothing_that_anybody_sends(settings) -> None:
    epoch.now()
    program = OTHER.split("for line", maxsplit=1)[0] + (
        "import os, signal\n"
        "write = Path.write_bytes\n"
        "def die(path, content):\n"
        "    write(path, content[: len(content) // 2])\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "Path.write_bytes = die\n"
        "store.put(Address('/here/'), Entry.build([], b'half', names=['a'], until=None), begun=epoch.now())\n"
    )
    command = [sys.executable, "-c", program, str(settings.PAGE_CACHE_ROOT), epoch.release()]
    assert subprocess.run(command, env=ENVIRONMENT, check=False, cwd=ROOT).returncode == -signal.SIGKILL
    assert body_of(HERE) is None
    assert not (epoch.folder(epoch.now().epoch) / HERE.place).exists()
    assert store.put(HERE, an_entry(), begun=epoch.now())  # and no lock is left
    assert body_of(HERE) == "here"


def test_a_torn_file_is_not_sent(settings) -> None:
    store.put(HERE, an_entry(), begun=epoch.now())
    (epoch.folder(epoch.now().epoch) / HERE.place / "page.html").write_bytes(b"he")
    assert body_of(HERE) is None


def test_threads_that_keep_and_empty_at_once_never_bring_back_what_is_old(settings) -> None:
    """Each thread renders what holds now, and keeps it unless something changed meanwhile."""
    truth, faults, stop = ["0"], [], threading.Event()

    def render() -> None:
        while not stop.is_set():
            begun = epoch.now()
            body = truth[0]
            store.put(HERE, an_entry(body), begun=begun)

    threads = [threading.Thread(target=render) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(60):
        truth[0] = str(number)
        epoch.count_change()
        store.drop({"a"})
        found = body_of(HERE)
        if found not in {None, str(number)}:
            faults.append((found, number))
    stop.set()
    for thread in threads:
        thread.join()
    assert faults == []


def test_a_folder_emptied_by_hand_is_believed_within_a_second(settings, monkeypatch) -> None:
    store.put(HERE, an_entry(), begun=epoch.now())
    assert body_of(HERE) == "here"
    for path in sorted(Path(settings.PAGE_CACHE_ROOT).rglob("*"), reverse=True):
        path.unlink() if path.is_symlink() or path.is_file() else path.rmdir()
    monkeypatch.setattr(ticks, "BELIEVE_SECONDS", 0)
    assert body_of(HERE) is None
    assert store.put(HERE, an_entry("new"), begun=epoch.now())
    assert body_of(HERE) == "new"


def test_another_release_of_the_site_begins_an_epoch_and_reads_nothing_of_the_one_before(monkeypatch) -> None:
    store.put(HERE, an_entry(), begun=epoch.now())
    before = epoch.now()
    monkeypatch.setattr(epoch, "release", lambda: "another")
    monkeypatch.setattr(epoch, "_entered", set())
    assert epoch.now().epoch != before.epoch
    assert body_of(HERE) is None


def test_what_is_over_is_not_found_and_swept(settings) -> None:
    store.put(HERE, an_entry(until=time.time() - 1), begun=epoch.now())
    store.put(Address("/later/"), an_entry("later", until=time.time() + 60), begun=epoch.now())
    assert [body_of(HERE), body_of(Address("/later/"))] == [None, "later"]
    assert [store.sweep(), store.sweep()] == [1, 0]
    assert body_of(Address("/later/")) == "later"


# Several hosts: each with a folder of its own, and one cache between them.


@pytest.fixture
def two_hosts(settings: LazySettings, tmp_path: Path, monkeypatch) -> tuple[Path, Path]:
    """Give two folders, a cache that both share, and let nobody wait for the second to pass."""
    monkeypatch.setattr(hosts, "are_several", lambda: True)
    monkeypatch.setattr(hosts, "LOOK_SECONDS", 0)
    caches["default"].clear()
    return tmp_path / "one", tmp_path / "two"


def at(settings: LazySettings, folder: Path) -> None:
    settings.PAGE_CACHE_ROOT = folder
    hosts.catch_up()


def test_a_change_on_one_host_empties_the_same_pages_on_the_other(settings, two_hosts) -> None:
    one, two = two_hosts
    for folder in (one, two):
        at(settings, folder)
        store.put(HERE, an_entry(), begun=epoch.now())
        store.put(Address("/other/"), an_entry("other", names=("b",)), begun=epoch.now())
    at(settings, one)
    changes.touched("a")
    assert [body_of(HERE), body_of(Address("/other/"))] == [None, "other"]
    at(settings, two)
    assert [body_of(HERE), body_of(Address("/other/"))] == [None, "other"]


def test_an_epoch_that_begins_on_one_host_begins_on_the_other(settings, two_hosts) -> None:
    one, two = two_hosts
    at(settings, two)
    store.put(HERE, an_entry(), begun=epoch.now())
    at(settings, one)
    changes.everything()
    at(settings, two)
    assert body_of(HERE) is None


def test_a_host_that_missed_a_message_or_has_no_cache_begins_anew(settings, two_hosts, monkeypatch) -> None:
    one, two = two_hosts
    at(settings, two)
    store.put(HERE, an_entry(), begun=epoch.now())
    at(settings, one)
    changes.touched("b")
    caches["default"].delete("page_cache.change.1")
    at(settings, two)
    assert body_of(HERE) is None
    store.put(HERE, an_entry(), begun=epoch.now())
    monkeypatch.setattr(hosts.cache, "get", lambda *_: 1 / 0)
    at(settings, two)
    assert body_of(HERE) is None


def test_nothing_is_told_where_the_cache_is_the_processes_own(settings) -> None:
    assert not hosts.are_several()
    changes.touched(made_from.OPENINGS)
    assert caches["default"].get("page_cache.count") is None
