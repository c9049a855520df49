"""Reads a few rows as a mapping understands them, those that say most first, so that a person sees what a
mapping means before it is stored. Called by app."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from syncdesk.jobdb.amount_formats import AmountColumn, UnreadableError, shown
from syncdesk.jobdb.database import Database, open_database
from syncdesk.jobdb.date_formats import DateColumn
from syncdesk.jobdb.evidence import says_nothing
from syncdesk.jobdb.mapping import prove
from syncdesk.jobdb.rows import MappedTable, RowReader
from syncdesk.model.errors import SetupError
from syncdesk.model.job import JobMapping, NumberRule, RawValue, SampleRow

_LOOKED_AT = 200
_SHOWN = 10
_UNREADABLE = 4  # rows that cannot be read among those shown: enough to see why, the others tell more
_EMPTY = 2  # rows in which nothing is paid, to see that they are understood as such


@dataclass(frozen=True, slots=True)
class Sample:
    """Rows as a mapping understands them; or, where the mapping does not fit the schema, no row and why."""

    rows: tuple[SampleRow, ...]
    faults: tuple[SetupError, ...] = ()


def sample_rows(url: str, mapping: JobMapping, password: str | None = None) -> Sample:
    """Up to ten rows of the job database at `url`; nothing is written. Raises what opening and reading a job
    database raises; faults of the mapping are told in the answer."""
    database = open_database(url, password)
    try:
        return database.read(lambda connection: _sample(connection, database, mapping))
    finally:
        database.close()


def _sample(connection: sa.Connection, database: Database, mapping: JobMapping) -> Sample:
    proof = prove(connection, database.dialect, mapping)
    if proof.mapped is None:
        return Sample((), tuple(proof.faults))
    mapped = proof.mapped
    reader = _Reader(mapped, mapping.numbers)
    stored = dict.fromkeys(tuple(row) for row in _newest(connection, mapped, reader.reader))
    rows = [reader.row(values) for values in stored]
    return Sample(tuple(_telling(rows)))


def _telling(rows: Sequence[SampleRow]) -> list[SampleRow]:
    """Some that cannot be read, those with a day, those with an amount; and a few that are empty."""
    unreadable = [row for row in rows if row.problems][:_UNREADABLE]
    readable = [row for row in rows if not row.problems]
    paid = sorted((r for r in readable if _says_something(r)), key=lambda row: row.date_paid is None)
    empty = [row for row in readable if not _says_something(row)]
    filled = [*unreadable, *paid][: _SHOWN - min(_EMPTY, len(empty))]
    return [*filled, *empty][:_SHOWN]


def _newest(connection: sa.Connection, mapped: MappedTable, reader: RowReader) -> list[sa.Row[Any]]:
    """The newest rows that are paid, and the newest of all. A view would have to be sorted whole."""
    query = mapped.select(*reader.columns).limit(_LOOKED_AT)
    if not mapped.shape.is_view:
        query = query.order_by(*(mapped.column(name).desc() for name in mapped.key))
    newest = list(connection.execute(query))
    if len(newest) < _LOOKED_AT:
        return newest
    paid = query.where(mapped.clause.c[mapped.date_paid.name].is_not(None))
    return [*connection.execute(paid), *newest]


def _says_something(row: SampleRow) -> bool:
    return row.date_paid is not None or bool(row.paid_amount)


class _Reader:
    """Turns stored rows into SampleRows, value by value."""

    def __init__(self, mapped: MappedTable, rule: NumberRule) -> None:
        self.reader = RowReader(mapped)
        self.names = self.reader.names
        self._rule = rule
        self._amounts = {"total": mapped.total, "paid_amount": mapped.paid_amount}
        self._day: DateColumn = mapped.date_paid

    def row(self, values: Sequence[Any]) -> SampleRow:
        """One stored row."""
        job = self.reader.row(values)
        stored: dict[str, str] = {}
        problems: dict[str, str] = {}
        amounts: dict[str, Decimal | None] = {}
        for part, column in self._amounts.items():
            raw = None if column is None else values[self.names.index(column.name)]
            amounts[part] = _amount(part, column, raw, job.currency, stored, problems)
        raw = values[self.names.index(self._day.name)]
        return SampleRow(
            job.number,
            self._rule.source_number(job.number) if job.number else "",
            job.customer,
            job.currency,
            amounts["total"],
            amounts["paid_amount"],
            _date(self._day, raw, stored, problems),
            stored,
            problems,
        )


def _amount(
    part: str,
    column: AmountColumn | None,
    raw: RawValue,
    currency: str,
    stored: dict[str, str],
    problems: dict[str, str],
) -> Decimal | None:
    if column is None or says_nothing(raw):
        return None
    try:
        amount = column.read(raw, currency)
    except UnreadableError as error:
        stored[part], problems[part] = _text(raw), str(error)
        return None
    if column.minor_units or (isinstance(raw, str) and raw != str(amount)):
        stored[part] = _text(raw)
    return amount


def _date(column: DateColumn, raw: RawValue, stored: dict[str, str], problems: dict[str, str]) -> date | None:
    if says_nothing(raw):
        return None
    try:
        day = column.read(raw)
    except UnreadableError as error:
        stored["date_paid"], problems["date_paid"] = _text(raw), str(error)
        return None
    if not isinstance(raw, date) and (day is None or _text(raw) != day.isoformat()):
        stored["date_paid"] = _text(raw)
    return day


def _text(raw: RawValue) -> str:
    """A stored value as it is, and not longer than a cell bears."""
    text = shown(raw)
    return text[1:-1] if isinstance(raw, str) else text
