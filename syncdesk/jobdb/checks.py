"""Looks at a job database step by step for 'Test' and for the settings form, and writes nothing. Called
by jobdb/store.py and app."""

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from syncdesk.jobdb.amount_formats import AmountColumn
from syncdesk.jobdb.database import Database, may, open_database
from syncdesk.jobdb.date_formats import DateColumn
from syncdesk.jobdb.mapping import prove
from syncdesk.jobdb.rights import rights_lines
from syncdesk.jobdb.rows import MappedTable, RowReader, number_text
from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.job import Check, JobMapping
from syncdesk.model.money import minor_digits

_SAMPLE = 2000
_SHOWN = 3


def check_mapping(url: str, mapping: JobMapping, password: str | None = None) -> tuple[Check, ...]:
    """Check a mapping against the job database at `url`; every fault is one line that is not ok. Raises
    nothing."""
    try:
        database = open_database(url, password, patience=2.0)
    except SyncDeskError as error:
        return (_line(error),)
    try:
        return check_store(database, mapping)
    finally:
        database.close()


def check_store(database: Database, mapping: JobMapping) -> tuple[Check, ...]:
    """Check file, rights, table, columns and rows. Raises nothing: trouble on the way is a line of its
    own."""
    lines = list(_file_lines(database))
    if not all(line.ok for line in lines[:1]):
        return tuple(lines)
    try:
        return (*lines, *database.read(lambda connection: _table_lines(connection, database, mapping)))
    except SyncDeskError as error:
        return (*lines, _line(error))


def _file_lines(database: Database) -> Iterator[Check]:
    path = database.path
    if path is None:
        yield _reached(database)
        return
    if not may(path, os.R_OK):
        yield Check(
            f"This user may not read '{path}'.",
            False,
            "Ask for the right to read and change the file.",
            "job_db",
        )
        return
    yield Check(f"The file '{path}' is there.", True)
    if not may(path, os.W_OK):
        yield Check(f"'{path}' is read-only.", False, "Ask for the right to change the file.", "job_db")
    elif not may(path.parent, os.W_OK):
        title = f"The folder '{path.parent}' is read-only, and the database needs to keep a small file in it."
        yield Check(title, False, "Ask for the right to change the folder.", "job_db")
    else:
        yield Check("The file and its folder may be changed.", True)


def _reached(database: Database) -> Check:
    try:
        database.read(lambda connection: connection.execute(sa.select(sa.literal(1))).all())
    except SyncDeskError as error:
        return _line(error)
    return Check(f"The database {database.place} answers.", True)


def _table_lines(connection: sa.Connection, database: Database, mapping: JobMapping) -> list[Check]:
    proof = prove(connection, database.dialect, mapping)
    if proof.mapped is None:
        return [_line(fault) for fault in proof.faults]
    mapped = proof.mapped
    there = Check(f"The table '{mapped.shape.full_name}' has the columns of the mapping.", True)
    rights = rights_lines(connection, mapped, database.place)
    if not all(line.ok for line in rights):
        return [there, *rights]
    look = _Look(connection, mapped)
    return [
        there,
        *rights,
        look.key(),
        *look.formats(),
        *look.widths(),
        look.count(),
        *look.index(),
        *look.repeated_numbers(),
    ]


class _Look:
    """Looks at the rows of a mapped table."""

    def __init__(self, connection: sa.Connection, mapped: MappedTable) -> None:
        self._connection = connection
        self._mapped = mapped
        self._reader = RowReader(mapped)
        query = self._select(*self._reader.columns).limit(_SAMPLE)
        self._sample = connection.execute(query).all()

    def key(self) -> Check:
        """Does every row have a key, and one of its own?"""
        columns = [self._mapped.clause.c[name] for name in self._mapped.key]
        listed = ", ".join(self._mapped.key)
        missing = self._number(self._select(sa.func.count()).where(sa.or_(*(c.is_(None) for c in columns))))
        if missing:
            return Check(
                f"{missing} rows have no key ({listed}) and are left out.",
                True,
                "Give each row a key in the job database if it is to be updated.",
                "key",
            )
        if not self._mapped.shape.keeps_unique(self._mapped.key):
            query = sa.select(*columns, sa.func.count()).select_from(self._mapped.clause).group_by(*columns)
            twice = self._connection.execute(query.having(sa.func.count() > 1).limit(1)).first()
            if twice is not None:
                shown = ", ".join(number_text(part) for part in twice[:-1])
                title = f"The key ({listed}) is not unique: {twice[-1]} rows have {shown}."
                return Check(title, False, "Choose the column, or columns, that tell every row apart.", "key")
        return Check(f"Every row has a key of its own ({listed}).", True)

    def _formatted(self) -> Iterator[tuple[int, AmountColumn | DateColumn, str]]:
        """The columns of amounts and dates whose values decide something: where each stands in a row, and the
        setting that maps it."""
        names = ("paid_amount", "date_paid", *("amount_format",) * 2)
        for position, column in enumerate(self._mapped.targets, self._reader.number_at + 1):
            yield position, column, names[position - self._reader.number_at - 1]
        if self._mapped.total is not None and self._reader.total_at is not None:
            yield self._reader.total_at, self._mapped.total, "total"

    def formats(self) -> Iterator[Check]:
        """Can the amounts and dates that are there be read?"""
        for position, column, field in self._formatted():
            filled = [values for values in self._sample if not _is_empty(values[position])]
            unreadable = [
                row.problem for row in map(self._reader.row, filled) if f"{column.name} holds" in row.problem
            ]
            kind = "amount" if isinstance(column, AmountColumn) else "date"
            if not unreadable:
                yield Check(f"What '{column.name}' holds can be read ({len(filled)} rows looked at).", True)
            elif 2 * len(unreadable) >= len(filled):
                yield Check(
                    f"What '{column.name}' holds cannot be read as {kind}s: {unreadable[0]}",
                    False,
                    f"Choose another column, or say in the {kind} format how it is written.",
                    field,
                )
            else:
                title = f"{len(unreadable)} of {len(filled)} rows cannot be read: {unreadable[0]}"
                yield Check(
                    title, True, "Such rows wait until they are corrected in the job database.", field
                )

    def widths(self) -> Iterator[Check]:
        """Do number columns keep the digits that the currencies of the rows have? A fault if most rows need
        more; a few rows of another currency must not bar all others."""
        found = Counter(self._reader.row(values).currency for values in self._sample)
        currencies = found or Counter((self._mapped.currency_default,))
        usual = max(sorted(currencies), key=currencies.__getitem__)
        widest = max(sorted(currencies), key=minor_digits)
        for column in self._mapped.targets:
            if not isinstance(column, AmountColumn) or column.minor_units or column.scale is None:
                continue
            if column.scale < minor_digits(widest):
                yield self._short(column, widest, bars=column.scale < minor_digits(usual))

    def _short(self, column: AmountColumn, currency: str, bars: bool) -> Check:
        title = f"'{column.name}' ({column.type_text}) keeps {column.scale} digits after the point"
        title += f"; {currency or 'most currencies'} need {minor_digits(currency)}."
        if not bars or column.precision is None:  # an integer column, knowingly called decimal by a person
            return Check(title, True, "Amounts that do not fit are refused.", "paid_amount")
        remedy = "Have the column widened in the job database, or choose another."
        return Check(title, False, remedy, "paid_amount")

    def count(self) -> Check:
        """How many rows are there?"""
        rows = self._number(self._select(sa.func.count()))
        if not rows:
            return Check("The table has no rows yet.", True, "Nothing can be updated until it has.", "table")
        return Check(f"The table has {rows} rows.", True)

    def index(self) -> Iterator[Check]:
        """Is there an index to find a number by? Without one each run reads the whole table."""
        shape, number = self._mapped.shape, self._mapped.number
        if not shape.is_view and number not in shape.indexed:
            yield Check(
                f"'{number}' has no index: to find one invoice the database reads the whole table.",
                True,
                f"Have an index on '{number}' made in the job database if runs are slow.",
                "number",
            )

    def repeated_numbers(self) -> Iterator[Check]:
        """Which numbers occur more than once? Nothing can be written for those (D13)."""
        number = self._mapped.column(self._mapped.number)
        query = self._select(number, sa.func.count()).where(number.is_not(None)).group_by(number)
        repeated = self._connection.execute(query.having(sa.func.count() > 1).limit(_SHOWN + 1)).all()
        if repeated:
            listed = ", ".join(f"'{number_text(raw)}'" for raw, _ in repeated[:_SHOWN])
            more = " and more" if len(repeated) > _SHOWN else ""
            title = f"Some numbers occur more than once: {listed}{more}."
            yield Check(
                title, True, "Nothing is written for such a number until only one row has it.", "number"
            )

    def _select(self, *columns: Any) -> sa.Select[Any]:
        return self._mapped.select(*columns)

    def _number(self, query: sa.Select[Any]) -> int:
        return int(self._connection.execute(query).scalar_one())


def _is_empty(raw: object) -> bool:
    return raw is None or (isinstance(raw, str) and not raw.strip())


def _line(error: SyncDeskError) -> Check:
    return Check(
        error.title, False, error.remedy, error.field if isinstance(error, SetupError) else "", error.detail
    )
