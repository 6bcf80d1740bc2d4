"""Names of uploaded files: shown and offered for download, never used as a path."""

import re
import unicodedata
from pathlib import PurePosixPath

MAX_LENGTH = 100
ENDINGS = {"jpeg": "jpg", "png": "png", "pdf": "pdf"}
_FORBIDDEN = re.compile(r'[\\/:*?"<>|]+')
_FALLBACK = "document"


def clean_name(name: str, kind: str) -> str:
    """Return the name in NFC without path, control and direction marks, with the ending of what the file really is."""
    text = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    text = "".join(char for char in text if unicodedata.category(char)[0] != "C")
    stem = " ".join(_FORBIDDEN.sub(" ", PurePosixPath(text).stem).split()).strip(". ")
    ending = ENDINGS[kind]
    return f"{stem[: MAX_LENGTH - len(ending) - 1].strip() or _FALLBACK}.{ending}"
