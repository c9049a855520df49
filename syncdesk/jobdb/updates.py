"""The conditional UPDATE of one mapped table, for one row or for a whole page of rows in one statement.

A page is joined to the table by key. It costs one call whatever its size, and reads no row but its own.
Called by jobdb/writing.py."""

from collections.abc import Callable, Mapping, Sequence

import sqlalchemy as sa

from syncdesk.jobdb.amount_formats import AmountColumn
from syncdesk.jobdb.dialects import Dialect
from syncdesk.jobdb.orders import Kind, Order
from syncdesk.jobdb.pages import Page, page_of
from syncdesk.jobdb.rows import MappedTable
from syncdesk.jobdb.storage import storage_of
from syncdesk.model.job import RawValue

_ValueOf = Callable[[str], sa.ColumnElement[object]]
Bound = Mapping[str, RawValue]


class Updates:
    """Carries out orders on one mapped table, and counts the rows they met."""

    def __init__(self, dialect: Dialect, mapped: MappedTable) -> None:
        self._dialect = dialect
        self._mapped = mapped
        self._targets = mapped.targets
        self._table = mapped.clause
        self._key = [self._table.c[name] for name in mapped.key]
        self._columns = [self._table.c[column.name] for column in self._targets]
        self._storages = [mapped.storage(column.name) for column in self._targets]
        self._key_types = [mapped.written.column(name, "key").type for name in mapped.key]
        self._statements: dict[Kind, sa.Update] = {}
        self._page: Page | None = page_of(mapped)

    def touched(self, connection: sa.Connection, orders: Sequence[Order]) -> int:
        """Execute the orders, those that change the same columns together; the number of rows they met."""
        groups: dict[Kind, list[Bound]] = {}
        for order in orders:
            groups.setdefault(order.kind, []).append(order.bound)
        return sum(self._executed(connection, kind, bound) for kind, bound in groups.items())

    def _executed(self, connection: sa.Connection, kind: Kind, bound: list[Bound]) -> int:
        if len(bound) > 1 and self._page is not None:
            touched = self._page.executed(connection, kind, bound, self._update)
            if touched is not None:
                return touched
        if kind not in self._statements:
            self._statements[kind] = self._update(kind, _parameter)
        statement = self._statements[kind]
        if self._dialect.counts_batches:
            return connection.execute(statement, bound).rowcount
        return sum(connection.execute(statement, one).rowcount for one in bound)

    def _update(self, kind: Kind, value: _ValueOf) -> sa.Update:
        """The statement, with `value` giving what stands for each value by its name."""
        conditions = [column == value(f"syncdesk_key_{n}") for n, column in enumerate(self._key)]
        for n, (column, type_) in enumerate(zip(self._key, self._key_types, strict=True)):
            if isinstance(type_, sa.types.String):  # a collation may take another row's key for equal
                conditions.append(
                    storage_of(self._dialect.name, type_).same(column, value(f"syncdesk_key_{n}"))
                )
        for n, column in enumerate(self._columns):
            old = value(f"syncdesk_old_{n}")
            same = self._dialect.same_text if kind.old_bytes else self._storages[n].same
            conditions.append(same(column, old))
        update = sa.update(self._table).where(*conditions, *self._mapped.restriction())
        # With nothing to change the update only proves that the row is still as it was.
        values = {self._columns[n]: self._assigned(n, kind, value) for n in kind.changed} or {
            self._columns[0]: self._columns[0]
        }
        return update.values(values)

    def _assigned(self, n: int, kind: Kind, value: _ValueOf) -> sa.ColumnElement[object]:
        column, new = self._targets[n], value(f"syncdesk_new_{n}")
        if kind.restores:
            odd = n in kind.odd_text
            return sa.cast(new, sa.Text()) if odd else self._storages[n].assigned(new)
        if isinstance(column, AmountColumn) and not column.as_text:
            return self._storages[n].assigned(self._dialect.assigned_number(new))
        return self._storages[n].assigned(new)


def _parameter(name: str) -> sa.BindParameter[object]:
    return sa.bindparam(name, type_=sa.types.NullType())
