"""Guesses a mapping from the real schema and some of its rows, with everything a person should look at.
Called by app."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from syncdesk.jobdb.database import Database, open_database
from syncdesk.jobdb.date_formats import date_pattern
from syncdesk.jobdb.mapping import prove
from syncdesk.jobdb.naming import WELL, fit_of_table, ranked
from syncdesk.jobdb.number_rule import count_found, guess_number_rule
from syncdesk.jobdb.rows import number_text
from syncdesk.jobdb.schema import ColumnShape, TableShape, describe, table_names
from syncdesk.model.job import JobMapping, RawValue

_NEEDED = {"number": "the invoice number", "paid_amount": "Paid Amount", "date_paid": "Date Paid"}
_EXTRA = ("total", "currency", "customer", "invoice_date")
_CLOSE_TABLES = 40  # points between two tables that make the choice a doubt
_CLOSE_COLUMNS = 10
_SAMPLE = 500
_NUMBERS = 50_000
_PATTERNS = (
    "%Y/%m/%d",
    "%Y%m%d",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d-%b-%Y",
    "%d %b %Y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%d.%m.%y",
    "%d-%b-%y",
)


@dataclass(frozen=True, slots=True)
class GuessedMapping:
    """A mapping with what a person should look at; no doubts = unambiguous. `mapping` is None where no
    table fits.

    `tables` are all tables, `columns` those of the guessed table.
    """

    mapping: JobMapping | None
    doubts: tuple[str, ...]
    tables: tuple[str, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A table that has all that is needed, and how much speaks for it."""

    name: str
    score: int


def guess_mapping(
    url: str, source_numbers: Sequence[str] = (), password: str | None = None
) -> GuessedMapping:
    """Guess table, columns, formats and number rule of the job database at `url`; nothing is written.

    `source_numbers` are examples of the books' invoice numbers. Raises what opening and reading a job
    database raises.
    """
    database = open_database(url, password)
    try:
        return database.read(lambda connection: _guess(connection, database, source_numbers))
    finally:
        database.close()


def _guess(connection: sa.Connection, database: Database, source_numbers: Sequence[str]) -> GuessedMapping:
    tables = table_names(connection)
    candidates = _candidates(connection, tables)
    if not candidates:
        return GuessedMapping(None, (_nothing_fits(connection, tables),), tables)
    best = candidates[0]
    shape = describe(sa.inspect(connection), best.name)
    doubts = [
        f"'{best.name}' and '{other.name}' both look like the table of invoices."
        for other in candidates[1:]
        if best.score - other.score <= _CLOSE_TABLES
    ]
    guess = _Guess(connection, database, shape, doubts)
    mapping = guess.mapping(source_numbers)
    return GuessedMapping(mapping, tuple(doubts), tables, shape.column_names)


def _candidates(connection: sa.Connection, tables: Sequence[str]) -> list[_Candidate]:
    inspector = sa.inspect(connection)
    views = set(inspector.get_view_names())
    found = []
    for name in tables:
        columns = [ColumnShape(c["name"], c["type"]) for c in inspector.get_columns(name)]
        scores = [next((score for score, _ in ranked(columns, part)), 0) for part in _NEEDED]
        if all(scores) and not (name in views and connection.dialect.name == "sqlite"):
            found.append(_Candidate(name, sum(scores) + fit_of_table(name) - 100 * (name in views)))
    return sorted(found, key=lambda candidate: -candidate.score)


def _nothing_fits(connection: sa.Connection, tables: Sequence[str]) -> str:
    if not tables:
        return "The job database has no tables."
    inspector = sa.inspect(connection)
    name = max(tables, key=fit_of_table)
    columns = [ColumnShape(c["name"], c["type"]) for c in inspector.get_columns(name)]
    missing = [words for part, words in _NEEDED.items() if not ranked(columns, part)]
    lacks = f"'{name}' lacks {', '.join(missing)}" if missing else f"'{name}' cannot be written"
    return f"No table has columns for number, Paid Amount and Date Paid; {lacks}."


class _Guess:
    """Chooses the columns of one table, and adds to `doubts` whatever is less than certain."""

    def __init__(
        self, connection: sa.Connection, database: Database, shape: TableShape, doubts: list[str]
    ) -> None:
        self._connection = connection
        self._database = database
        self._shape = shape
        self._doubts = doubts

    def mapping(self, source_numbers: Sequence[str]) -> JobMapping:
        """The whole guess for this table."""
        chosen = {part: self._needed(part, words) for part, words in _NEEDED.items()}
        extra: dict[str, str] = {}
        for part in _EXTRA:
            taken = {*chosen.values(), *extra.values()}
            extra[part] = next(
                (name for _, name in ranked(self._shape.columns, part) if name not in taken), ""
            )
        names: dict[str, Any] = {**chosen, **extra}
        mapping = JobMapping(table=self._shape.name, key=self._key(chosen["number"]), **names)
        mapping = replace(
            mapping,
            amount_format=self._amount_format(mapping),
            date_format=self._date_format(mapping),
        )
        mapping = self._proved(mapping)
        return self._with_rule(mapping, source_numbers)

    def _needed(self, part: str, words: str) -> str:
        (score, name), *others = ranked(self._shape.columns, part)
        rivals = [other for other_score, other in others if score - other_score <= _CLOSE_COLUMNS]
        if rivals:
            self._doubts.append(f"'{name}' and '{rivals[0]}' could both be {words}.")
        elif score < WELL:
            self._doubts.append(f"'{name}' may not be {words}.")
        return name

    def _key(self, number: str) -> tuple[str, ...]:
        if self._shape.primary_key:
            return self._shape.primary_key
        unique = sorted((sorted(columns) for columns in self._shape.unique), key=len)
        if unique:
            return tuple(unique[0])
        self._doubts.append(f"The table has no primary key; '{number}' is taken for it.")
        return (number,)

    def _amount_format(self, mapping: JobMapping) -> str:
        column = self._shape.find(mapping.paid_amount)
        assert column is not None
        if isinstance(column.type, sa.types.Integer):
            self._doubts.append(
                f"'{column.name}' holds whole numbers: cents (minor_units) or whole amounts (decimal)?"
            )
            return "minor_units"
        if isinstance(column.type, sa.types.NullType):
            as_text = any(isinstance(raw, str) for raw in self._values(column.name))
            self._doubts.append(f"'{column.name}' is declared with no type.")
            return "text" if as_text else "decimal"
        return "auto"

    def _date_format(self, mapping: JobMapping) -> str:
        texts = [
            raw.strip()
            for raw in self._values(mapping.date_paid)
            if isinstance(raw, str) and raw.strip(" 0-:/.")
        ]
        paid, made = self._shape.find(mapping.date_paid), self._shape.find(mapping.invoice_date)
        assert paid is not None
        if not texts and made is not None and type(made.type) is type(paid.type):
            texts = [raw.strip() for raw in self._values(made.name) if isinstance(raw, str) and raw.strip()]
        if not texts:
            if isinstance(paid.type, sa.types.String):
                self._doubts.append(f"'{paid.name}' is text, and no row shows how it holds dates.")
            return "auto"
        if all(_reads_as("%Y-%m-%d", text[:10]) and text[10:11] in ("", " ", "T") for text in texts):
            timed = isinstance(paid.type, sa.types.String) and all(len(text) > 10 for text in texts)
            return "datetime" if timed else "auto"
        return self._pattern(paid.name, texts)

    def _pattern(self, name: str, texts: list[str]) -> str:
        fitting = [pattern for pattern in _PATTERNS if all(_reads_as(pattern, text) for text in texts)]
        if not fitting:
            self._doubts.append(f"'{name}' holds '{texts[0]}': say in the date format how it is written.")
            return "auto"
        first, *others = fitting
        for other in others:
            if any(date_pattern(first).read(text) != date_pattern(other).read(text) for text in texts):
                self._doubts.append(f"Dates such as '{texts[0]}' can be read as {first} or as {other}.")
                break
        return f"text:{first}"

    def _proved(self, mapping: JobMapping) -> JobMapping:
        """The mapping without optional columns that do not serve; other faults become doubts."""
        faults = prove(self._connection, self._database.dialect, mapping).faults
        useless: dict[str, Any] = {fault.field: "" for fault in faults if fault.field in _EXTRA}
        self._doubts += [str(fault) for fault in faults if fault.field not in _EXTRA]
        if any(fault.field == "amount_format" for fault in faults) and mapping.total:
            useless["total"] = ""
        return replace(mapping, **useless)

    def _with_rule(self, mapping: JobMapping, source_numbers: Sequence[str]) -> JobMapping:
        column = self._shape.find(mapping.number)
        padding = " " if column is not None and isinstance(column.type, sa.CHAR) else ""
        stored = [number_text(raw).rstrip(padding) for raw in self._values(mapping.number, _NUMBERS)]
        numbers = {number for number in stored if number}
        if len(numbers) < sum(1 for number in stored if number):
            self._doubts.append(f"'{mapping.number}' has the same number in more than one row.")
        if not source_numbers or not numbers:
            return mapping
        rule = guess_number_rule(numbers, source_numbers)
        if not count_found(rule, numbers, source_numbers):
            self._doubts.append(
                f"No number of the books is found in '{mapping.number}': check column and number rule."
            )
        return replace(mapping, numbers=rule)

    def _values(self, name: str, limit: int = _SAMPLE) -> Sequence[RawValue]:
        """Stored values of a column, exactly as they are."""
        column: sa.ColumnClause[object] = sa.column(sa.quoted_name(name, True))
        table = sa.table(sa.quoted_name(self._shape.name, True), column)
        query = sa.select(table.c[name]).where(table.c[name].is_not(None)).limit(limit)
        return self._connection.execute(query).scalars().all()


def _reads_as(pattern: str, text: str) -> bool:
    try:
        return date_pattern(pattern).read(text) >= date(1970, 1, 1)
    except ValueError:
        return False
