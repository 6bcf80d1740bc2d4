"""Counting our own queries: what the admin's shell asks by itself is Wagtail's affair and differs by version."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

#: Our tables, the titles of the services guide, and the roles read from the groups.
_OURS = re.compile(r'"forms_flow_|"services_servicepage"\."key"|"auth_group"\."name"')


@contextmanager
def own_queries() -> Iterator[list[str]]:
    """Give a list that holds our own queries when the block has ended."""
    found: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield found
    found += [query["sql"] for query in captured if _OURS.search(query["sql"])]
