"""``make bench``: figures as ratios in one run, since machines differ. Prints; asserts nothing about time."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Set up a database of its own, measure, print."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        _set_up(Path(folder))
        from tests.bench import forms, pages  # noqa: PLC0415 - models need the settings first

        reports = {
            "pages": lambda: pages.report(Path(folder), calls=options.calls, times=options.times),
            "forms": lambda: forms.report(calls=options.calls, times=options.times),
        }
        for name in [options.only] if options.only else reports:
            for text in reports[name]():
                sys.stdout.write(text + "\n")
                sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=20, help="calls in a round")
    parser.add_argument("--times", type=int, default=7, help="rounds that count")
    parser.add_argument("--only", choices=["pages", "forms"], help="measure one of the two")
    return parser.parse_args()


def _set_up(folder: Path) -> None:
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    (folder / "private").mkdir()
    os.environ["BENCH_VAR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    import django  # noqa: PLC0415 - after the settings are named
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)


if __name__ == "__main__":
    main()
