"""What the tests of papers share."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from home.shell import Shell


@pytest.fixture
def shell() -> Shell:
    """Return the frame of a made-up association."""
    return Shell(language="ar", brand="جمعية الهدى", registration="مسجلة برقم 1682", telephone="+966120000000")


@pytest.fixture(autouse=True)
def _own_media(settings: LazySettings, tmp_path: Path) -> None:
    """Keep papers apart from those of other tests."""
    settings.MEDIA_ROOT = tmp_path / "media"
