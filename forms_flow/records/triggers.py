"""Triggers that make the history append-only, whoever holds the database connection.

They are installed after every migrate: SQLite drops a table's triggers when a migration remakes it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from forms_flow.records.history import Event, SealedHead

TABLES = (Event._meta.db_table, SealedHead._meta.db_table)  # noqa: SLF001 - Django's documented API
MESSAGE = "the history is append-only"


def install() -> None:
    """Put the triggers in place; those already there are left."""
    with connection.cursor() as cursor:
        for statement in _statements():
            cursor.execute(statement)


def remove() -> None:
    """Take the triggers away: for tests that empty their tables, and for nothing else."""
    with connection.cursor() as cursor:
        for table in TABLES:
            for name in _names(table):
                on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def missing() -> list[str]:
    """Return the names of triggers that should be there and are not."""
    source = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(source)
        present = {row[0] for row in cursor.fetchall()}
    return [name for table in TABLES for name in _names(table) if name not in present]


@contextmanager
def lifted() -> Iterator[None]:
    """Run the block without the triggers, for test databases that are flushed."""
    remove()
    try:
        yield
    finally:
        install()


def _names(table: str) -> list[str]:
    names = [f"{table}_no_update", f"{table}_no_delete"]
    return [*names, f"{table}_no_truncate"] if connection.vendor == "postgresql" else names


def _statements() -> Iterator[str]:
    if connection.vendor == "postgresql":
        yield (
            "CREATE OR REPLACE FUNCTION forms_flow_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$"
        )
    for table in TABLES:
        for name in _names(table):
            yield _statement(table, name, name.rsplit("_", 1)[1].upper())


def _statement(table: str, name: str, verb: str) -> str:
    if connection.vendor == "sqlite":
        return (
            f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        )
    level = "STATEMENT" if verb == "TRUNCATE" else "ROW"
    return (
        f"CREATE OR REPLACE TRIGGER {name} BEFORE {verb} ON {table} "
        f"FOR EACH {level} EXECUTE FUNCTION forms_flow_append_only()"
    )
