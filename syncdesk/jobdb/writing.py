"""Conditional writes: a batch in one transaction, halved where it fails until the rows at fault are
found. Called by jobdb/store.py."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import partial

import sqlalchemy as sa

from syncdesk.jobdb.database import Database, never
from syncdesk.jobdb.faults import Fault, detail_of, fault_of, refusal_text
from syncdesk.jobdb.orders import Clerk, Order
from syncdesk.jobdb.rows import MappedTable, RowReader, having_keys
from syncdesk.jobdb.updates import Updates
from syncdesk.model.errors import RecordError, RetryableError
from syncdesk.model.job import WRITTEN, JobWrite, RawValue, RowKey, WriteOutcome, WriteResult
from syncdesk.model.ports import Cancelled

KEYS_AT_ONCE = 400
_ROW_FAULTS = (Fault.REFUSED, Fault.UNKNOWN)
_SILENTLY_KEPT = WriteResult(
    WriteOutcome.NOT_KEPT, "it kept the old value without a word; a trigger of the database may be at work."
)
_SHARED_KEY = WriteResult(
    WriteOutcome.REFUSED, "several rows have the same key, so none of them was changed."
)


class _Attempt(Enum):
    """How a whole batch fared: done, refused by the database, or without meeting all of its rows."""

    DONE = auto()
    REFUSED = auto()
    SHORT = auto()


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
        self._clerk = Clerk(mapped)
        self._updates = Updates(database.dialect, mapped)
        self._key = [mapped.clause.c[name] for name in mapped.key]
        self._read = [mapped.column(column.name) for column in mapped.targets]
        self._reader = RowReader(mapped)

    def write(self, writes: Sequence[JobWrite], cancelled: Cancelled) -> list[WriteResult]:
        """Results in the order of `writes`, as the JobStore port promises."""
        results: list[WriteResult | None] = []
        orders: list[tuple[int, Order]] = []
        for place, write in enumerate(writes):
            order = self._clerk.ready(write)
            results.append(None if isinstance(order, Order) else order)
            if isinstance(order, Order):
                orders.append((place, order))
        orders.sort(key=lambda placed: placed[1].place)
        if orders:
            done = self._carried_out([order for _, order in orders], cancelled)
            for (place, _), result in zip(orders, done, strict=True):
                results[place] = result
        return [result for result in results if result is not None]

    def _carried_out(self, orders: list[Order], cancelled: Cancelled) -> list[WriteResult]:
        try:
            return self._database.write(partial(self._halving, orders=orders), cancelled)
        except (_TransactionLostError, RecordError):
            return list(self._one_by_one(orders, cancelled))

    def _one_by_one(self, orders: list[Order], cancelled: Cancelled) -> Iterator[WriteResult]:
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
                if not written or not _is_locked(busy):  # what became of a lost connection is seen next time
                    raise
                result = WriteResult(WriteOutcome.REFUSED, busy.title, busy.detail)
            written = written or result is WRITTEN
            yield result

    def _halving(self, connection: sa.Connection, orders: list[Order]) -> list[WriteResult]:
        """Try all at once; where that fails, leave out what somebody else has changed or deleted, else try
        each half by itself, so that only the rows at fault are left out."""
        if len(orders) == 1:
            return [self._single(connection, orders[0])]
        if len({order.write.key for order in orders}) < len(orders):  # one may expect what another writes
            return [self._single(connection, order) for order in orders]
        attempt = self._all_at_once(connection, orders)
        if attempt is _Attempt.DONE:
            return [WRITTEN] * len(orders)
        moved = self._moved_on(connection, orders) if attempt is _Attempt.SHORT else {}
        if moved:
            still = [order for place, order in enumerate(orders) if place not in moved]
            done = iter(self._halving(connection, still) if still else ())
            return [moved[place] if place in moved else next(done) for place in range(len(orders))]
        middle = len(orders) // 2
        return self._halving(connection, orders[:middle]) + self._halving(connection, orders[middle:])

    def _all_at_once(self, connection: sa.Connection, orders: list[Order]) -> _Attempt:
        """DONE if every row was written and reads back as written; else nothing of it remains."""
        part = connection.begin_nested()
        try:
            touched = self._updates.touched(connection, orders)
            good = touched == len(orders) and self._read_back(connection, orders)
        except sa.exc.DBAPIError as error:
            _undo(part, error)
            return _Attempt.REFUSED
        if good:
            part.commit()
            return _Attempt.DONE
        part.rollback()
        return _Attempt.SHORT

    def _moved_on(self, connection: sa.Connection, orders: list[Order]) -> dict[int, WriteResult]:
        """Those of the orders, by place, whose row no longer is what they expect."""
        stored: dict[RowKey, list[tuple[RawValue, ...]]] = {}
        for key, raw in self._stored(connection, [order.write.key for order in orders], restricted=True):
            stored.setdefault(key, []).append(raw)
        moved = {}
        for place, order in enumerate(orders):
            found = stored.get(order.write.key)
            if found is None:
                moved[place] = WriteResult(WriteOutcome.GONE)
            elif not any(map(order.holds, found)):
                moved[place] = WriteResult(WriteOutcome.CHANGED)
        return moved

    def _single(self, connection: sa.Connection, order: Order) -> WriteResult:
        part = connection.begin_nested()
        try:
            touched = self._updates.touched(connection, [order])
            stored = self._stored(connection, [order.write.key]) if touched == 1 else []
        except sa.exc.DBAPIError as error:
            _undo(part, error)
            return _refused(error)
        trouble = self._clerk.difference(order, stored[0][1]) if len(stored) == 1 else ""
        if touched == 1 and len(stored) == 1 and not trouble:
            part.commit()
            return WRITTEN
        part.rollback()
        if touched > 1:
            return _SHARED_KEY
        if touched == 1:
            return WriteResult(WriteOutcome.NOT_KEPT, trouble or "the row was gone right after.")
        return self._not_touched(connection, order)

    def _not_touched(self, connection: sa.Connection, order: Order) -> WriteResult:
        """Why a conditional update met no row."""
        moved = self._moved_on(connection, [order])
        return moved.get(0, _SILENTLY_KEPT)

    def _stored(
        self, connection: sa.Connection, keys: Sequence[RowKey], *, restricted: bool = False
    ) -> list[tuple[RowKey, tuple[RawValue, ...]]]:
        """Key and raw target values of the rows with these keys, to the letter."""
        wanted = dict.fromkeys(keys)
        distinct = list(wanted)
        found = []
        columns = (*self._key, *self._read)
        query = self._mapped.select(*columns) if restricted else sa.select(*columns)
        for start in range(0, len(distinct), KEYS_AT_ONCE):
            page = query.where(having_keys(self._key, distinct[start : start + KEYS_AT_ONCE]))
            for row in connection.execute(page):
                key = self._reader.key(row)
                if key in wanted:
                    found.append((key, tuple(row[len(self._key) :])))
        return found

    def _read_back(self, connection: sa.Connection, orders: list[Order]) -> bool:
        stored = self._stored(connection, [order.write.key for order in orders])
        values = dict(stored)
        if len(stored) != len(orders) or len(values) != len(orders):
            return False
        return all(
            order.write.key in values and not self._clerk.difference(order, values[order.write.key])
            for order in orders
        )


def _is_locked(error: RetryableError) -> bool:
    """Somebody else holds the row: it is known not to be written."""
    return isinstance(error.__cause__, sa.exc.DBAPIError) and fault_of(error.__cause__) is Fault.LOCKED


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
