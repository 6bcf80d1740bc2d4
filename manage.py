#!/usr/bin/env python
"""Django's command line for the site."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Run a management command with the development settings unless others are named."""
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alhuda.settings.dev")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - the path is set first

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
