"""What a browser can read, and what it has already."""

from functools import lru_cache

#: The smallest first; the last one everybody reads.
ENCODINGS = ("br", "gzip", "identity")


@lru_cache(maxsize=256)
def encoding_for(accepted: str) -> str:
    """Return the best of ENCODINGS for an Accept-Encoding header: the liked one, the smallest among equals."""
    likings = dict(map(_liking, accepted.lower().split(","))) if accepted.strip() else {}
    others = likings.get("*", 0.0)
    plain = likings.get("identity", likings.get("*", 0.001) or 0.0)
    scores = {"br": likings.get("br", others), "gzip": likings.get("gzip", others), "identity": plain}
    best = max(scores.values())
    return next(name for name in ENCODINGS if scores[name] == best) if best > 0 else "identity"


def is_known(etag: str, asked: str) -> bool:
    """Return whether an If-None-Match header names the answer, in whatever encoding; proxies weaken the mark."""
    core = _core(etag)
    return asked.strip() == "*" or any(_core(part) == core for part in asked.split(","))


def _core(etag: str) -> str:
    return etag.strip().removeprefix("W/").strip('"').partition("-")[0]


def _liking(part: str) -> tuple[str, float]:
    name, _, parameter = part.partition(";")
    value = parameter.strip().removeprefix("q=")
    try:
        return name.strip(), float(value) if parameter.strip() else 1.0
    except ValueError:
        return name.strip(), 0.0
