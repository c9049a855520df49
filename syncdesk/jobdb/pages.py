"""A page of values as one table in a statement, in the way that each make of database does best. Called by
jobdb/updates.py.

PostgreSQL takes one array a column: the text of the statement is the same for every page, and so is its plan.
(A temporary table filled by COPY took three times as long for pages of a few hundred, and needs a right that
a restricted user lacks.) MariaDB and MySQL take the rows as literals, after an empty selection from the table
itself that lends them its types and collations. SQLite, in our own process, is as fast row by row.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from syncdesk.jobdb.orders import Kind
from syncdesk.jobdb.rows import MappedTable
from syncdesk.model.job import RawValue

_NAME = "syncdesk_page"
Bound = Mapping[str, RawValue]
Build = Callable[[Kind, Callable[[str], sa.ColumnElement[object]]], sa.Update]
Type = sa.types.TypeEngine[Any]


class Page(Protocol):
    """One way of updating by a page of values."""

    def executed(
        self, connection: sa.Connection, kind: Kind, bound: Sequence[Bound], build: Build
    ) -> int | None:
        """Update by all these values at once; the number of rows met, None where they must go one by one."""


def page_of(mapped: MappedTable) -> Page | None:
    """The way of this table's database, None for row by row."""
    make = mapped.dialect.name
    if make == "postgresql":
        return _PostgresArrays(mapped)
    if make in ("mysql", "mariadb"):
        return _MysqlRows(mapped)
    return None


def _declared(mapped: MappedTable) -> dict[str, Type]:
    """The declared type of the column behind each value's name."""
    types = {f"syncdesk_key_{n}": name for n, name in enumerate(mapped.key)}
    for n, column in enumerate(mapped.targets):
        types[f"syncdesk_old_{n}"] = types[f"syncdesk_new_{n}"] = column.name
    return {name: mapped.written.column(column, "").type for name, column in types.items()}


class _PostgresArrays:
    """UPDATE … FROM unnest(…): each column of the page is one array."""

    def __init__(self, mapped: MappedTable) -> None:
        self._declared = _declared(mapped)
        self._statements: dict[tuple[Kind, tuple[str, ...]], sa.Update] = {}

    def executed(
        self, connection: sa.Connection, kind: Kind, bound: Sequence[Bound], build: Build
    ) -> int | None:
        columns = {name: [one[name] for one in bound] for name in bound[0]}
        types: dict[str, Type] = {}
        for name, values in columns.items():
            type_ = _array_of(values, self._declared[name])
            if type_ is None:
                return None
            types[name] = type_
        shape = (kind, tuple(str(type_) for type_ in types.values()))
        if shape not in self._statements:
            self._statements[shape] = self._statement(kind, types, build)
        return connection.execute(self._statements[shape], columns).rowcount

    @staticmethod
    def _statement(kind: Kind, types: Mapping[str, Type], build: Build) -> sa.Update:
        arrays = [
            sa.cast(sa.bindparam(name, type_=sa.types.NullType()), postgresql.ARRAY(type_))
            for name, type_ in types.items()
        ]
        page = sa.func.unnest(*arrays).table_valued(*types, name=_NAME).render_derived()
        return build(kind, lambda name: page.c[name])


class _Bpchar(sa.types.UserDefinedType[str]):
    """CHAR of any length; plain CHAR would be one character."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        return "bpchar"


def _array_of(values: Sequence[RawValue], declared: Type) -> Type | None:
    """The element type for an array of these values of a column, as the driver would send them one by one;
    None if they have no such type in common."""
    kinds = {type(value) for value in values if value is not None}
    if len(kinds) > 1:
        return None
    kind = next(iter(kinds), None)
    if isinstance(declared, sa.types.String):
        if kind not in (str, None) or isinstance(declared, sa.types.Enum):
            return None
        if isinstance(declared, sa.CHAR):
            return _Bpchar()
        return declared if isinstance(declared, postgresql.CITEXT) else sa.types.Text()
    if isinstance(declared, sa.types.Uuid):
        return declared if kind is str else None
    if kind is int or (kind is None and isinstance(declared, sa.types.Integer)):
        return sa.types.BigInteger() if all(v is None or _is_64_bit(v) for v in values) else None
    if kind is float or (kind is None and isinstance(declared, sa.types.Float)):
        return sa.types.Double()
    if kind is Decimal or (kind is None and isinstance(declared, sa.types.Numeric | postgresql.MONEY)):
        return sa.types.Numeric()
    if kind is datetime or (kind is None and isinstance(declared, sa.types.DateTime)):
        zoned = {value.tzinfo is not None for value in values if isinstance(value, datetime)}
        own = {bool(getattr(declared, "timezone", False))}
        return sa.types.DateTime(timezone=(zoned or own).pop()) if len(zoned) < 2 else None
    if kind is date or (kind is None and isinstance(declared, sa.types.Date)):
        return sa.types.Date()
    return None


def _is_64_bit(value: RawValue) -> bool:
    return isinstance(value, int) and value.bit_length() < 64


class _MysqlRows:
    """UPDATE (rows) STRAIGHT_JOIN table: the rows are walked and each is looked up by key."""

    def __init__(self, mapped: MappedTable) -> None:
        self._table = mapped.clause
        self._columns: dict[str, sa.ColumnElement[Any]] = {
            f"syncdesk_key_{n}": self._table.c[name] for n, name in enumerate(mapped.key)
        }
        for n, column in enumerate(mapped.targets):
            reads = mapped.storage(column.name).read(self._table.c[column.name])
            self._columns[f"syncdesk_old_{n}"] = reads
            self._columns[f"syncdesk_new_{n}"] = self._table.c[column.name]
        # Without this a table that looks tiny is walked, and rows are locked that are none of ours.
        by_primary = set(mapped.key) == set(mapped.written.primary_key) and bool(mapped.key)
        self._hint = " FORCE INDEX FOR JOIN (PRIMARY)" if by_primary else ""
        self._texts: dict[Kind, tuple[str, str]] = {}

    def executed(
        self, connection: sa.Connection, kind: Kind, bound: Sequence[Bound], build: Build
    ) -> int | None:
        names = tuple(bound[0])
        if kind not in self._texts:
            self._texts[kind] = self._text(connection.dialect, kind, names, build)
        before, after = self._texts[kind]
        row = f" UNION ALL SELECT {', '.join(['%s'] * len(names))}"
        values = tuple(one[name] for one in bound for name in names)
        return connection.exec_driver_sql(before + row * len(bound) + after, values).rowcount

    def _text(self, dialect: sa.Dialect, kind: Kind, names: Sequence[str], build: Build) -> tuple[str, str]:
        """The statement before and after the rows. SQLAlchemy has no words for it, only for its parts."""
        page = sa.table(_NAME, *(sa.column(name) for name in names))
        update = str(build(kind, lambda name: page.c[name]).compile(dialect=dialect))
        empty = sa.select(*(self._columns[name].label(name) for name in names)).where(sa.text("1 = 0"))
        quoted = dialect.identifier_preparer.format_table(self._table)
        begins = f"UPDATE {quoted}, {_NAME} SET "
        assert update.startswith(begins), update
        head = f"UPDATE ({empty.compile(dialect=dialect)}"
        return head, f") AS {_NAME} STRAIGHT_JOIN {quoted}{self._hint} SET {update.removeprefix(begins)}"
