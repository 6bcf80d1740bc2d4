"""One kept answer: its headers, and its body in every encoding."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import brotli

from alhuda.page_cache.negotiate import ENCODINGS

#: The middle of the road: most of what the highest grades save, at a fiftieth of their time.
BROTLI_GRADE, GZIP_GRADE = 5, 6
FILES = {"br": "page.html.br", "gzip": "page.html.gz", "identity": "page.html"}
FACTS = "page.json"
#: Kept by browsers and shared caches, but asked about each time: what was published shows with the next look.
CACHE_CONTROL = "public, max-age=0, must-revalidate"
#: Said anew for each encoding.
_OURS = {"content-length", "content-encoding", "etag", "vary", "cache-control", "date"}

Headers = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An answer as it goes out."""

    digest: str
    until: float | None
    names: frozenset[str]
    headers: Mapping[str, Headers]
    bodies: Mapping[str, bytes]

    @classmethod
    def build(
        cls, headers: Iterable[tuple[str, str]], body: bytes, *, names: Iterable[str], until: float | None
    ) -> "Entry":
        """Compress an answer."""
        bodies = {
            "br": brotli.compress(body, quality=BROTLI_GRADE, mode=brotli.MODE_TEXT),
            "gzip": gzip.compress(body, GZIP_GRADE, mtime=0),
            "identity": body,
        }
        common = [(name, value) for name, value in headers if name.lower() not in _OURS]
        digest = hashlib.sha256(body).hexdigest()[:20]
        return cls(
            digest=digest, until=until, names=frozenset(names), headers=_all(common, digest, bodies), bodies=bodies
        )

    def etag(self, encoding: str) -> str:
        """Return the mark of the answer in an encoding."""
        return _etag(self.digest, encoding)

    def write(self, folder: Path, *, release: str) -> None:
        """Write everything into an empty folder."""
        for encoding, name in FILES.items():
            (folder / name).write_bytes(self.bodies[encoding])
        facts = {
            "release": release,
            "digest": self.digest,
            "until": self.until,
            "names": sorted(self.names),
            "headers": [pair for pair in self.headers["identity"] if pair[0].lower() not in _OURS],
        }
        (folder / FACTS).write_text(json.dumps(facts), encoding="utf-8")

    @classmethod
    def read(cls, folder: str, *, release: str) -> "Entry | None":
        """Read an answer back; None when it is not whole, or of another release of the site."""
        try:
            facts = json.loads(Path(folder, FACTS).read_text(encoding="utf-8"))
            bodies = {encoding: Path(folder, name).read_bytes() for encoding, name in FILES.items()}
        except (OSError, ValueError):
            return None
        whole = hashlib.sha256(bodies["identity"]).hexdigest()[:20] == facts["digest"]
        if not whole or facts["release"] != release:
            return None
        common = [(name, value) for name, value in facts["headers"]]
        return cls(
            digest=facts["digest"],
            until=facts["until"],
            names=frozenset(facts["names"]),
            headers=_all(common, facts["digest"], bodies),
            bodies=bodies,
        )


def _etag(digest: str, encoding: str) -> str:
    return f'"{digest}-{encoding}"'


def _all(common: Headers, digest: str, bodies: Mapping[str, bytes]) -> dict[str, Headers]:
    return {encoding: _headers(common, digest, encoding, bodies[encoding]) for encoding in ENCODINGS}


def _headers(common: Headers, digest: str, encoding: str, body: bytes) -> Headers:
    found = [*common, ("Cache-Control", CACHE_CONTROL), ("Vary", "Accept-Encoding")]
    found += [("ETag", _etag(digest, encoding)), ("Content-Length", str(len(body)))]
    return found if encoding == "identity" else [*found, ("Content-Encoding", encoding)]
