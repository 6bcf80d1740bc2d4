"""Is the process alive, and may it be sent visitors? For load balancers and the people on call; says nothing secret."""

import os
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def live(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - a view
    """Answer as long as the process can answer at all; asks nothing of anything else."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - a view
    """Answer 200 when an application sent now would be stored, else 503 with the names of what is missing."""
    results = {name: check() for name, check in CHECKS.items()}
    good = all(results.values())
    report = {name: "ok" if result else "failed" for name, result in results.items()}
    return JsonResponse({"status": "ok" if good else "unavailable", "checks": report}, status=200 if good else 503)


def database_answers() -> bool:
    """Tell whether the database can be asked."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def migrations_applied() -> bool:
    """Tell whether the tables are those this code expects. A yes is remembered: code and tables do not part later."""
    if not _migrated:
        try:
            executor = MigrationExecutor(connection)
        except DatabaseError:
            return False
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _migrated.append(True)
    return True


def private_root_writable() -> bool:
    """Tell whether applicants' files can be stored; the folder is made when it is missing."""
    root = Path(settings.PRIVATE_ROOT)
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(root, os.W_OK | os.X_OK)


def keyring_present() -> bool:
    """Tell whether answers can be encrypted and found again."""
    return bool(settings.FIELD_KEYS) and bool(settings.INDEX_KEYS)


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "migrations": migrations_applied,
    "private_root": private_root_writable,
    "keyring": keyring_present,
}

_migrated: list[bool] = []
