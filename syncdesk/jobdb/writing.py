"""Conditional writes: a batch in one transaction, halved where it fails until the rows at fault are
found. Called by jobdb/store.py."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

import sqlalchemy as sa

from syncdesk.jobdb.amount_formats import AmountColumn, TooNarrowError, shown
from syncdesk.jobdb.database import Database, never
from syncdesk.jobdb.date_formats import DateColumn
from syncdesk.jobdb.faults import Fault, detail_of, fault_of, refusal_text
from syncdesk.jobdb.rows import MappedTable, RowReader, having_keys
from syncdesk.model.errors import RecordError, RetryableError
from syncdesk.model.job import WRITTEN, Figures, JobWrite, RawValue, RowKey, WriteOutcome, WriteResult
from syncdesk.model.money import money_text
from syncdesk.model.ports import Cancelled

Value = Decimal | date | None

KEYS_AT_ONCE = 400
_ROW_FAULTS = (Fault.REFUSED, Fault.UNKNOWN)
_SILENTLY_KEPT = WriteResult(
    WriteOutcome.NOT_KEPT, "it kept the old value without a word; a trigger of the database may be at work."
)
_SHARED_KEY = WriteResult(
    WriteOutcome.REFUSED, "several rows have the same key, so none of them was changed."
)


@dataclass(frozen=True, slots=True)
class _Order:
    """One write made ready: which target columns change, and what is bound for it."""

    write: JobWrite
    changed: tuple[int, ...]
    bound: dict[str, RawValue]

    @property
    def has_bytes(self) -> bool:
        """True where an old value arrived as bytes: it may be text that is no UTF-8."""
        return any(isinstance(raw, bytes) for raw in self.write.raw)


class _TransactionLostError(Exception):
    """The database ended the whole transaction because of one row (SQLite's RAISE(ROLLBACK))."""

    def __init__(self, result: WriteResult) -> None:
        super().__init__(result.why)
        self.result = result


class Writer:
    """Carries out conditional writes on one mapped table (D6, D7)."""

    def __init__(self, database: Database, mapped: MappedTable) -> None:
        self._database = database
        self._mapped = mapped
        self._targets = mapped.targets
        self._table = mapped.clause
        self._key = [self._table.c[name] for name in mapped.key]
        self._columns = [self._table.c[column.name] for column in self._targets]
        self._reader = RowReader(mapped)
        self._updates: dict[tuple[tuple[int, ...], bool], sa.Update] = {}

    def write(self, writes: Sequence[JobWrite], cancelled: Cancelled) -> list[WriteResult]:
        """Results in the order of `writes`, as the JobStore port promises."""
        prepared = [self._prepared(write) for write in writes]
        orders = [order for order in prepared if isinstance(order, _Order)]
        done = iter(self._carried_out(orders, cancelled)) if orders else iter(())
        return [next(done) if isinstance(order, _Order) else order for order in prepared]

    def _prepared(self, write: JobWrite) -> _Order | WriteResult:
        if len(write.raw) != len(self._targets) or len(write.key) != len(self._key):
            return WriteResult(WriteOutcome.CHANGED)  # the mapping is not the one the row was read with
        bound: dict[str, RawValue] = {f"syncdesk_key_{n}": part for n, part in enumerate(write.key)}
        changed = []
        try:
            for n, value in enumerate(self._values(write.figures)):
                column, old = self._targets[n], write.raw[n]
                bound[f"syncdesk_old_{n}"] = old
                if not _left_alone(column, value) and not _keeps(column, old, value, write.currency):
                    bound[f"syncdesk_new_{n}"] = _bound(column, value, write.currency)
                    changed.append(n)
        except TooNarrowError as error:
            return WriteResult(WriteOutcome.REFUSED, str(error))
        return _Order(write, tuple(changed), bound)

    def _carried_out(self, orders: list[_Order], cancelled: Cancelled) -> list[WriteResult]:
        try:
            return self._database.write(partial(self._halving, orders=orders), cancelled)
        except (_TransactionLostError, RecordError):
            return list(self._one_by_one(orders, cancelled))

    def _one_by_one(self, orders: list[_Order], cancelled: Cancelled) -> Iterator[WriteResult]:
        """Each row in a transaction of its own: the database ends whole transactions because of single
        rows."""
        written = False
        for order in orders:
            try:
                result = self._database.write(
                    partial(self._single, order=order), never if written else cancelled
                )
            except _TransactionLostError as lost:
                result = lost.result
            except RecordError as refused:
                result = WriteResult(
                    WriteOutcome.REFUSED, "the row breaks a rule of the database.", refused.detail
                )
            except RetryableError as busy:
                if not written:
                    raise
                result = WriteResult(WriteOutcome.REFUSED, busy.title, busy.detail)
            written = written or result is WRITTEN
            yield result

    def _halving(self, connection: sa.Connection, orders: list[_Order]) -> list[WriteResult]:
        """Try all at once; where that fails, each half by itself, so that only the rows at fault are
        left out."""
        if len(orders) == 1:
            return [self._single(connection, orders[0])]
        if self._all_at_once(connection, orders):
            return [WRITTEN] * len(orders)
        middle = len(orders) // 2
        return self._halving(connection, orders[:middle]) + self._halving(connection, orders[middle:])

    def _all_at_once(self, connection: sa.Connection, orders: list[_Order]) -> bool:
        """True if every row was written and reads back as written; else nothing of it remains."""
        part = connection.begin_nested()
        try:
            touched = self._update(connection, orders)
            good = touched == len(orders) and self._read_back(connection, orders)
        except sa.exc.DBAPIError as error:
            _undo(part, error)
            return False
        if good:
            part.commit()
        else:
            part.rollback()
        return good

    def _single(self, connection: sa.Connection, order: _Order) -> WriteResult:
        part = connection.begin_nested()
        try:
            touched = self._update(connection, [order])
            stored = self._stored(connection, [order.write.key]) if touched == 1 else []
        except sa.exc.DBAPIError as error:
            _undo(part, error)
            return _refused(error)
        trouble = self._difference(order, stored[0][1]) if len(stored) == 1 else ""
        if touched == 1 and len(stored) == 1 and not trouble:
            part.commit()
            return WRITTEN
        part.rollback()
        if touched > 1:
            return _SHARED_KEY
        if touched == 1:
            return WriteResult(WriteOutcome.NOT_KEPT, trouble or "the row was gone right after.")
        return self._not_touched(connection, order)

    def _not_touched(self, connection: sa.Connection, order: _Order) -> WriteResult:
        """Why a conditional update met no row."""
        found = self._stored(connection, [order.write.key], restricted=True)
        if not found:
            return WriteResult(WriteOutcome.GONE)
        if any(raw == order.write.raw for _, raw in found):
            return _SILENTLY_KEPT
        return WriteResult(WriteOutcome.CHANGED)

    def _update(self, connection: sa.Connection, orders: list[_Order]) -> int:
        """Execute the updates, those that change the same columns together, and count the rows they
        touched."""
        groups: dict[tuple[tuple[int, ...], bool], list[dict[str, RawValue]]] = {}
        for order in orders:
            groups.setdefault((order.changed, order.has_bytes), []).append(order.bound)
        touched = 0
        for kind, bound in groups.items():
            statement = self._statement(*kind)
            if self._database.dialect.counts_batches:
                touched += connection.execute(statement, bound).rowcount
            else:
                touched += sum(connection.execute(statement, one).rowcount for one in bound)
        return touched

    def _statement(self, changed: tuple[int, ...], has_bytes: bool) -> sa.Update:
        if (changed, has_bytes) not in self._updates:
            conditions = [column == _parameter(f"key_{n}") for n, column in enumerate(self._key)]
            for n, column in enumerate(self._columns):
                old = _parameter(f"old_{n}")
                same = (
                    self._database.dialect.same_text(column, old)
                    if has_bytes
                    else column.is_not_distinct_from(old)
                )
                conditions.append(same)
            update = sa.update(self._table).where(*conditions, *self._mapped.restriction())
            # With nothing to change the update only proves that the row is still as it was.
            values = {self._columns[n]: self._assigned(n) for n in changed} or {
                self._columns[0]: self._columns[0]
            }
            self._updates[changed, has_bytes] = update.values(values)
        return self._updates[changed, has_bytes]

    def _assigned(self, n: int) -> sa.ColumnElement[object]:
        column, parameter = self._targets[n], _parameter(f"new_{n}")
        if isinstance(column, AmountColumn) and not column.as_text:
            return self._database.dialect.assigned_number(parameter)
        return parameter

    def _stored(
        self, connection: sa.Connection, keys: Sequence[RowKey], *, restricted: bool = False
    ) -> list[tuple[RowKey, tuple[RawValue, ...]]]:
        """Key and raw target values of the rows with these keys."""
        found = []
        for start in range(0, len(keys), KEYS_AT_ONCE):
            query = sa.select(*self._key, *self._columns).where(
                having_keys(self._key, keys[start : start + KEYS_AT_ONCE]),
                *(self._mapped.restriction() if restricted else ()),
            )
            for row in connection.execute(query):
                found.append((self._reader.key(row), tuple(row[len(self._key) :])))
        return found

    def _read_back(self, connection: sa.Connection, orders: list[_Order]) -> bool:
        stored = self._stored(connection, [order.write.key for order in orders])
        values = dict(stored)
        if len(stored) != len(orders) or len(values) != len(orders):
            return False
        return all(
            order.write.key in values and not self._difference(order, values[order.write.key])
            for order in orders
        )

    def _values(self, figures: Figures) -> tuple[Value, ...]:
        """The figures in the order of the target columns."""
        extra = ((self._mapped.credited, figures.credited), (self._mapped.outstanding, figures.outstanding))
        return (
            figures.paid_amount,
            figures.date_paid,
            *(value for column, value in extra if column is not None),
        )

    def _difference(self, order: _Order, stored: tuple[RawValue, ...]) -> str:
        """How the stored values differ from what was to be written, '' if they do not."""
        write = order.write
        for n, value in enumerate(self._values(write.figures)):
            column = self._targets[n]
            if _left_alone(column, value):
                if stored[n] != write.raw[n]:
                    return f"'{column.name}' changed with it; a trigger of the database may be at work."
            elif not _says(column, stored[n], value, write.currency):
                wanted = _plain(value, write.currency)
                return f"'{column.name}' was written as {wanted} but then read {_read(stored[n])}."
        return ""


def _left_alone(column: AmountColumn | DateColumn, value: Value) -> bool:
    """Figures may say nothing of an amount; then its column stays as it is."""
    return value is None and isinstance(column, AmountColumn)


def _says(column: AmountColumn | DateColumn, raw: RawValue, value: Value, currency: str) -> bool:
    if isinstance(column, AmountColumn):
        return isinstance(value, Decimal) and column.same(raw, value, currency)
    return not isinstance(value, Decimal) and column.same(raw, value)


def _keeps(column: AmountColumn | DateColumn, raw: RawValue, value: Value, currency: str) -> bool:
    """The stored value already says this and stays as it is. Where a row is written, an empty amount
    becomes a plain zero."""
    says = _says(column, raw, value, currency)
    return says and not (isinstance(column, AmountColumn) and column.read(raw, currency) is None)


def _bound(column: AmountColumn | DateColumn, value: Value, currency: str) -> RawValue:
    if isinstance(column, AmountColumn):
        assert isinstance(value, Decimal)
        return column.write(value, currency)
    assert not isinstance(value, Decimal)
    return column.write(value)


def _plain(value: Value, currency: str) -> str:
    if isinstance(value, Decimal):
        return money_text(value, currency)
    return "empty" if value is None else value.isoformat()


def _read(raw: RawValue) -> str:
    return "empty" if raw is None else shown(raw)


def _parameter(name: str) -> sa.BindParameter[object]:
    return sa.bindparam(f"syncdesk_{name}", type_=sa.types.NullType())


def _undo(part: sa.NestedTransaction, error: sa.exc.DBAPIError) -> None:
    """Take a failed part back. Raises the error if it concerns more than single rows, and
    _TransactionLostError if the database ended the whole transaction."""
    if fault_of(error) not in _ROW_FAULTS:
        raise error
    try:
        part.rollback()
    except sa.exc.DBAPIError as lost:
        raise _TransactionLostError(_refused(error)) from lost


def _refused(error: sa.exc.DBAPIError) -> WriteResult:
    return WriteResult(WriteOutcome.REFUSED, refusal_text(error), detail_of(error))
