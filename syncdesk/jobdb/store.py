"""The job database behind the JobStore port: rows by number or key, streams, conditional writes. Opened
by app."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

import sqlalchemy as sa

from syncdesk.jobdb.checks import check_store
from syncdesk.jobdb.database import Database, never, open_database
from syncdesk.jobdb.faults import Fault, fault_of
from syncdesk.jobdb.mapping import prove
from syncdesk.jobdb.rows import MappedTable, RowReader, after_key, having_keys, one_of
from syncdesk.jobdb.writing import KEYS_AT_ONCE, Writer
from syncdesk.model.errors import RecordError
from syncdesk.model.job import Check, JobMapping, JobRow, JobWrite, RowKey, WriteResult
from syncdesk.model.ports import Cancelled

_NUMBERS_AT_ONCE = 450  # half of what the oldest SQLite takes: a number may be asked for in two forms
_ROWS_AT_ONCE = 5000
_SCANS = 8  # so many searches without an index cost about as much as reading every row once
_SIMILAR = 3
_SEARCHED_WHOLE = 20_000  # rows that are simply read through for numbers that resemble one another
_FORMS = 60  # of one number, about: as many as it is looked for in a table too large for that
_WIDEST = 10  # digits up to which zeros are put before a number that is looked for
_LEADING_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")


class SqlJobStore:
    """One mapped table of one job database. The schema is looked at on first use, and nothing is held
    between two calls.

    Raises what the JobStore port says; RunCancelled too where a read waits for a lock and `cancelled`
    says yes.
    """

    def __init__(self, database: Database, mapping: JobMapping, cancelled: Cancelled = never) -> None:
        self._database = database
        self._mapping = mapping
        self._cancelled = cancelled
        self._table: _Table | None = None

    def check(self) -> tuple[Check, ...]:
        """Look at file, rights, table, columns, formats and rows without writing anything."""
        return check_store(self._database, self._mapping)

    def count(self) -> int:
        """How many rows the mapping covers."""
        return self._database.read(self._count, self._cancelled)

    def find(self, numbers: Collection[str]) -> list[JobRow]:
        """Rows whose number is, code point by code point, one of `numbers`; in the order of the table's
        key or number."""
        wanted = {number for number in numbers if number and _is_text(number)}
        if not wanted:
            return []
        try:
            stored = self._database.read(partial(self._find, wanted=wanted), self._cancelled)
        except RecordError:  # the books know a number that this database cannot even be asked for
            stored = self._database.read(partial(self._find, wanted=wanted, careful=True), self._cancelled)
        return [*map(self._open().reader.row, stored)]

    def get(self, keys: Collection[RowKey]) -> list[JobRow]:
        """Rows by key; missing ones are left out."""
        table = self._open()
        wanted = [key for key in dict.fromkeys(keys) if len(key) == len(table.key)]
        if not wanted:
            return []
        stored = self._database.read(partial(self._get, wanted=wanted), self._cancelled)
        keys = set(wanted)
        return [row for row in map(table.reader.row, stored) if row.key in keys]

    def similar(self, numbers: Collection[str]) -> dict[str, tuple[str, ...]]:
        """For each number that has any: up to three stored ones that differ only in case, spaces or
        leading zeros."""
        wanted = {folded for number in numbers if (folded := fold(number))}
        if not wanted:
            return {}
        alike = self._database.read(partial(self._alike, numbers=numbers, wanted=wanted), self._cancelled)
        found = {n: tuple(sorted(alike.get(fold(n), set()) - {n})[:_SIMILAR]) for n in numbers}
        return {number: stored for number, stored in found.items() if stored}

    def rows(self) -> Iterator[JobRow]:
        """All rows in the order of the key. Read in pages, so that nothing is locked while the caller
        works on one."""
        table = self._open()
        last: RowKey | None = None
        while True:
            page = self._database.read(partial(self._page, after=last), self._cancelled)
            yield from (table.reader.row(values) for values in page)
            if len(page) < _ROWS_AT_ONCE:
                return
            last = tuple(page[-1][: len(table.key)])

    def write(self, writes: Sequence[JobWrite], cancelled: Cancelled) -> list[WriteResult]:
        """Carry out the writes as the port promises (D6, D7)."""
        return self._open().writer.write(writes, cancelled) if writes else []

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def _open(self) -> "_Table":
        if self._table is None:
            self._database.read(self._open_in, self._cancelled)
        assert self._table is not None
        return self._table

    def _open_in(self, connection: sa.Connection) -> "_Table":
        if self._table is None:
            proof = prove(connection, self._database.dialect, self._mapping)
            if proof.mapped is None:
                raise proof.faults[0]
            self._table = _Table(self._database, proof.mapped)
        return self._table

    def _count(self, connection: sa.Connection) -> int:
        table = self._open_in(connection)
        rows: int = connection.execute(table.select(sa.func.count())).scalar_one()
        return rows

    def _find(
        self, connection: sa.Connection, wanted: set[str], *, careful: bool = False
    ) -> list[sa.Row[Any]]:
        table = self._open_in(connection)
        matching = self._matching_of_those_known if careful else self._matching
        if self._reading_all_is_cheaper(connection, table, len(wanted)):
            return table.numbered(connection, table.all_rows, wanted)
        found = []
        for page in _pages(sorted(wanted), _NUMBERS_AT_ONCE):
            found += matching(connection, page)
        return found

    def _matching(self, connection: sa.Connection, numbers: list[str]) -> list[sa.Row[Any]]:
        table = self._open_in(connection)
        candidates = self._database.dialect.number_candidates(numbers, table.number_type)
        if not candidates:
            return []
        return table.numbered(
            connection, table.all_rows.where(one_of(table.number, candidates)), set(numbers)
        )

    def _matching_of_those_known(self, connection: sa.Connection, numbers: list[str]) -> list[sa.Row[Any]]:
        """Leaves out numbers that the character set of the database does not have: no row can hold them."""
        part = connection.begin_nested()
        try:
            found = self._matching(connection, numbers)
        except sa.exc.DBAPIError as error:
            if fault_of(error) is not Fault.REFUSED:
                raise
            part.rollback()
            if len(numbers) == 1:
                return []
            middle = len(numbers) // 2
            halves = numbers[:middle], numbers[middle:]
            return [row for half in halves for row in self._matching_of_those_known(connection, half)]
        part.commit()
        return found

    def _reading_all_is_cheaper(self, connection: sa.Connection, table: "_Table", numbers: int) -> bool:
        if numbers <= _NUMBERS_AT_ONCE:
            return False
        if not table.number_is_indexed:
            return numbers > _SCANS * _NUMBERS_AT_ONCE
        return not self._has_more_rows(connection, table, 4 * numbers)

    @staticmethod
    def _has_more_rows(connection: sa.Connection, table: "_Table", limit: int) -> bool:
        """True if the table has more rows than that; so many are counted, and no more."""
        some = table.select(sa.literal_column("1").label("row")).limit(limit + 1).subquery()
        counted: int = connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one()
        return counted > limit

    def _get(self, connection: sa.Connection, wanted: list[RowKey]) -> list[sa.Row[Any]]:
        table = self._open_in(connection)
        found: list[sa.Row[Any]] = []
        for page in _pages(wanted, KEYS_AT_ONCE):
            found += connection.execute(table.all_rows.where(having_keys(table.key, page))).all()
        return found

    def _alike(
        self, connection: sa.Connection, numbers: Collection[str], wanted: set[str]
    ) -> dict[str, set[str]]:
        """Stored numbers by what is left of them without what people overlook. A large table is not read
        through for suggestions: there the usual forms of each number are looked up by the index."""
        table = self._open_in(connection)
        limit = max(_SEARCHED_WHOLE, 4 * _FORMS * len(wanted))
        if table.number_is_indexed and self._has_more_rows(connection, table, limit):
            forms = {form for number in numbers if _is_text(number) for form in spellings(number)}
            rows = self._find(connection, forms, careful=True)
            stored: Iterator[str] = (table.reader.number(row[table.reader.number_at]) for row in rows)
        else:
            stored = table.numbers(connection)
        alike: dict[str, set[str]] = {}
        for number in stored:
            if (folded := fold(number)) in wanted:
                alike.setdefault(folded, set()).add(number)
        return alike

    def _page(self, connection: sa.Connection, after: RowKey | None) -> Sequence[sa.Row[Any]]:
        table = self._open_in(connection)
        query = table.all_rows.order_by(*table.key).limit(_ROWS_AT_ONCE)
        if after is not None:
            query = query.where(after_key(table.key, after))
        return connection.execute(query).all()


class _Table:
    """The mapped table with the statements of this store."""

    def __init__(self, database: Database, mapped: MappedTable) -> None:
        self.reader = RowReader(mapped)
        self.writer = Writer(database, mapped)
        self.select = mapped.select
        self.key = [mapped.clause.c[name] for name in mapped.key]
        self.number = mapped.column(mapped.number)
        number = mapped.shape.find(mapped.number)
        assert number is not None
        self.number_type = number.type
        self.number_is_indexed = number.name in mapped.shape.indexed
        present = [column.is_not(None) for column in self.key]  # a row without a key cannot be addressed
        self.all_rows = self.select(*self.reader.columns).where(*present)

    def numbers(self, connection: sa.Connection) -> Iterator[str]:
        """Every stored number."""
        query = self.select(self.number).where(self.number.is_not(None))
        for part in connection.execute(query.execution_options(yield_per=_ROWS_AT_ONCE)).partitions():
            for (raw,) in part:
                yield self.reader.number(raw)

    def numbered(
        self, connection: sa.Connection, query: sa.Select[Any], wanted: set[str]
    ) -> list[sa.Row[Any]]:
        """The stored rows of the query whose number is exactly one of those wanted."""
        number, at = self.reader.number, self.reader.number_at
        found: list[sa.Row[Any]] = []
        for part in connection.execute(query.execution_options(yield_per=_ROWS_AT_ONCE)).partitions():
            found += [values for values in part if number(values[at]) in wanted]
        return found


def open_job_store(
    url: str,
    mapping: JobMapping,
    password: str | None = None,
    cancelled: Cancelled = never,
    patience: float = 10.0,
) -> SqlJobStore:
    """The store of a job database at an SQLAlchemy URL or a bare path to an SQLite file, which is never
    created.

    `cancelled` is asked while a read waits for a lock, `patience` is how many seconds a lock is waited
    for. Raises SetupError for an address that leads nowhere; table and columns are looked at on first
    use.
    """
    return SqlJobStore(open_database(url, password, patience), mapping, cancelled)


def fold(number: str) -> str:
    """The number without what people overlook: capitals, spaces, zeros before its digits."""
    return _LEADING_ZEROS.sub("", "".join(number.split()).casefold())


def spellings(number: str) -> set[str]:
    """The usual forms in which people write one number: capitals, spaces, zeros before its last digits."""
    plain = "".join(number.split())
    bare = _LEADING_ZEROS.sub("", plain)
    forms = {number, plain, bare}
    for last in list(re.finditer("[0-9]+", bare))[-1:]:
        for width in range(len(last[0]) + 1, _WIDEST + 1):
            forms.add(bare[: last.start()] + last[0].zfill(width) + bare[last.end() :])
    return {cased for form in forms for cased in (form, form.upper(), form.lower(), form.title())}


def _is_text(number: str) -> bool:
    """False for half of a surrogate pair, which no driver takes."""
    try:
        number.encode()
    except UnicodeEncodeError:
        return False
    return True


def _pages(items: Sequence[Any], size: int) -> Iterator[list[Any]]:
    rest = iter(items)
    while page := list(islice(rest, size)):
        yield page
