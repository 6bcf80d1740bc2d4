"""The sample for nginx: a real nginx sends the kept pages by itself, with the headers that the site sends."""

import http.client
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from alhuda.page_cache import store
from alhuda.page_cache.address import Address
from alhuda.page_cache.entry import FACTS
from home import changes, epoch, made_from
from home.models import HomePage
from tests.alhuda.page_cache.visiting import Visitor
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
NGINX = shutil.which("nginx")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
pytestmark = [
    pytest.mark.integration,
    pytest.mark.django_db,
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed; `make browser` installs it"),
]
#: What each server says of itself and of the connection.
OF_THE_SERVER = {"server", "date", "connection", "etag", "last-modified", "content-length", "accept-ranges"}


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def behind() -> Iterator[int]:
    """Stand for the site: whatever comes through is answered with 418."""

    def application(_environ, start_response) -> list[bytes]:
        start_response("418 I'm a teapot", [("Content-Type", "text/plain")])
        return [b"asked the site"]

    port = free_port()
    with make_server("127.0.0.1", port, application, handler_class=_Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield port
        server.shutdown()
        thread.join()


def configuration(folder: Path, *, port: int, behind: int, pages: Path) -> str:
    """Return the sample with the test's own folders and ports; on plain HTTP, and without what needs a certificate."""
    sample = (ROOT / "deploy" / "nginx.conf.sample").read_text(encoding="utf-8")
    sample = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", sample, flags=re.DOTALL)
    sample = re.sub(r"    ssl_\w+ [^;]*;\n", "", sample)
    changes = {
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port};",
        "server 127.0.0.1:8000;": f"server 127.0.0.1:{behind};",
        "server_name alhuda.example;": "server_name testserver;",
        "/srv/alhuda/pages": str(pages),
        "/srv/alhuda/media/": f"{folder}/media/",
        "/var/log/nginx/alhuda.log": f"{folder}/access.log",
    }
    if not BROTLI.exists():
        changes["brotli_static on;"] = ""
    for old, new in changes.items():
        assert old in sample, old
        sample = sample.replace(old, new)
    module = f"load_module {BROTLI};\n" if BROTLI.exists() else ""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    head = f"{module}daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{ }}\n"
    return f"{head}http {{\n{places}{sample}\n}}\n"


@contextmanager
def nginx(folder: Path, pages: Path) -> Iterator[int]:
    """Run it in the foreground, in one process, until the end."""
    port = free_port()
    with behind() as site:
        file = folder / "nginx.conf"
        file.write_text(configuration(folder, port=port, behind=site, pages=pages), encoding="utf-8")
        process = subprocess.Popen([str(NGINX), "-p", str(folder), "-c", str(file), "-e", f"{folder}/error.log"])
        try:
            _wait(port, process)
            yield port
        finally:
            process.terminate()
            process.wait(timeout=10)


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(100):
        assert process.poll() is None, "nginx ended by itself"
        try:
            ask(port, "/healthz/live")
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx did not answer")


def ask(port: int, path: str, *, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers={"Host": "testserver", **named})
    answer = connection.getresponse()
    answer.body = answer.read()
    connection.close()
    return answer


@pytest.fixture
def served(tmp_path: Path, settings, visitor: Visitor) -> Iterator[int]:
    """Keep the home page, and let nginx send it."""
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    folder = tmp_path / "nginx"
    (folder / "media").mkdir(parents=True)
    with nginx(folder, Path(settings.PAGE_CACHE_ROOT)) as port:
        yield port


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_nginx_sends_a_kept_page_with_the_sites_own_headers_and_bytes(served, visitor, encoding, method) -> None:
    if encoding == "br" and not BROTLI.exists():
        pytest.skip("libnginx-mod-http-brotli-static is not installed; `make browser` installs it")
    ours = visitor.ask("/", method=method, HTTP_ACCEPT_ENCODING=encoding)
    theirs = ask(served, "/", method=method, Accept_Encoding=encoding)
    assert (theirs.status, theirs.body) == (ours.status, ours.body)
    ours_said = {name.lower(): value for name, value in ours.headers.items()}
    ours_said.pop("strict-transport-security", None)  # Django says it over TLS only, nginx in its TLS server
    theirs_said: dict[str, list[str]] = {}
    for name, value in theirs.getheaders():
        theirs_said.setdefault(name.lower(), []).append(value)
    hsts = theirs_said.pop("strict-transport-security")
    assert hsts == ["max-age=31536000; includeSubDomains; preload"]
    assert {name: ", ".join({*value}) for name, value in theirs_said.items() if name not in OF_THE_SERVER} == {
        name: value for name, value in ours_said.items() if name not in OF_THE_SERVER
    }


def test_a_browser_that_has_the_page_hears_so_from_nginx_too(served, visitor) -> None:
    visitor.ask("/")
    first = ask(served, "/")
    again = ask(served, "/", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("path", "how"),
    [
        ("/?need=water", {}),
        ("/", {"Cookie": "a=b; __Host-session=abc"}),
        ("/", {"method": "POST"}),
        ("/nowhere/", {}),
        ("/.page/page.html", {}),
        ("/.page/page.json", {}),
        ("/../names/", {}),
        ("/track/", {}),
        ("/staff/login/", {}),
    ],
)
def test_everything_else_goes_to_the_site(served, visitor, path, how) -> None:
    visitor.ask("/")
    assert ask(served, path, **how).status in {400, 418}


def test_what_a_change_empties_nginx_no_longer_sends(served, visitor) -> None:
    home = HomePage.objects.get(locale__language_code="ar")
    visitor.ask("/")
    assert ask(served, "/").status == 200
    changes.touched(made_from.a_page(home.translation_key))
    assert ask(served, "/").status == 418
    visitor.ask("/")
    assert ask(served, "/").status == 200
    changes.everything()
    assert ask(served, "/").status == 418


def test_what_is_over_nginx_no_longer_sends_once_the_worker_swept(served, visitor) -> None:
    visitor.ask("/")
    folder = epoch.folder(epoch.now().epoch)
    facts = folder / Address("/").place / FACTS
    facts.write_text(re.sub(r'"until": [^,]+', '"until": 1.0', facts.read_text()))
    for old in (folder / "until").iterdir():
        old.rename(old.with_name("1"))
    assert ask(served, "/").status == 200
    assert store.sweep() == 1
    assert ask(served, "/").status == 418
