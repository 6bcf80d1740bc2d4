"""Queries whose SQL is written once: Django writes it anew each time, which takes several times as long as running it.

For the few that every uncached page asks. The rows and objects are those that the queryset would give.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import connections, models
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=models.Model)
#: Objects that one query shares; a longer list begins anew.
MOST_KNOWN = 2000
#: Stand for the parameters while the SQL is written; nothing in a table is called like this.
_NUMBER, _TEXT = -2_100_000_000, "\ue000prepared\ue000"


class _Written(NamedTuple):
    sql: str
    parameters: tuple[Any, ...]
    places: tuple[int, ...]
    compiler: SQLCompiler
    converters: Any


class Prepared(Generic[M]):
    """A query of numbers and plain words: `build` makes the queryset from stand-ins, once for each count of them."""

    def __init__(self, build: Callable[..., "models.QuerySet[M, Any]"]) -> None:
        """Remember how the queryset is made; it may be made only when the apps are ready."""
        self.build = build
        self.written: dict[Any, _Written] = {}
        self.known: dict[Any, M] = {}

    def rows(self, *parameters: int | str) -> list[tuple[Any, ...]]:
        """Return what the queryset's `values_list` would."""
        return [tuple(row) for row in self._converted(*self._run(parameters))]

    def objects(self, *parameters: int | str) -> list[M]:
        """Return what the queryset would; without related objects."""
        written, rows = self._run(parameters)
        return self._made(written, self._converted(written, rows))

    def _made(self, written: _Written, rows: Sequence[Any]) -> list[M]:
        info = written.compiler.klass_info
        selected = [written.compiler.select[place][0].target.attname for place in info["select_fields"]]
        model, alias = info["model"], written.compiler.using
        return [model.from_db(alias, selected, list(row)) for row in rows]

    def shared(self, *parameters: int | str) -> list[M]:
        """Return the same as `objects`, but the very object of last time for each row that says the same.

        Never change one.
        """
        written, rows = self._run(parameters)
        fresh = [row for row in rows if row not in self.known]
        if len(self.known) + len(fresh) > MOST_KNOWN:
            self.known, fresh = {}, rows
        self.known |= zip(fresh, self._made(written, self._converted(written, fresh)), strict=True)
        return [self.known[row] for row in rows]

    def _run(self, parameters: Sequence[int | str]) -> tuple[_Written, list[Any]]:
        written = self._written(parameters)
        given = list(written.parameters)
        for place in written.places:
            stand_in = given[place]
            own = parameters[_index(stand_in)]
            given[place] = f"{own}%" if str(stand_in).endswith("%") else own
        with connections[written.compiler.using].cursor() as cursor:
            cursor.execute(written.sql, given)
            return written, [*cursor.fetchall()]

    @staticmethod
    def _converted(written: _Written, rows: Sequence[Any]) -> Sequence[Any]:
        if written.converters:
            return list(written.compiler.apply_converters(rows, written.converters))
        return rows

    def _written(self, parameters: Sequence[int | str]) -> _Written:
        shape = tuple(type(parameter) for parameter in parameters)
        if shape not in self.written:
            self.written[shape] = _write(self.build(*(_stand_in(place, of) for place, of in enumerate(shape))))
        return self.written[shape]


def _write(queryset: "models.QuerySet[Any, Any]") -> _Written:
    compiler = queryset.query.get_compiler(queryset.db)
    sql, parameters = compiler.as_sql()
    places = tuple(place for place, value in enumerate(parameters) if _index(value) >= 0)
    width = [column for column, _sql, _alias in compiler.select]
    return _Written(sql, tuple(parameters), places, compiler, compiler.get_converters(width))


def _stand_in(place: int, of: type) -> int | str:
    return _NUMBER - place if of is int else f"{_TEXT}{place}"


def _index(value: Any) -> int:
    """Return which parameter a value stands for; -1 for a value of the query itself."""
    if isinstance(value, int) and not isinstance(value, bool) and value <= _NUMBER:
        return _NUMBER - value
    if isinstance(value, str) and value.startswith(_TEXT):
        return int(value.removeprefix(_TEXT).removesuffix("%"))  # the sign is that of "begins with"
    return -1
