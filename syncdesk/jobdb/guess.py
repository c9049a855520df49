"""Guesses a mapping from the real schema and some of its rows, with everything a person should look at.
Called by app."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from syncdesk.jobdb.catalogue import TableName, can_be_written, columns_of, list_tables
from syncdesk.jobdb.database import Database, open_database
from syncdesk.jobdb.evidence import Evidence, says_nothing
from syncdesk.jobdb.guess_columns import (
    EXTRA,
    NEEDED,
    Chosen,
    ColumnChooser,
    KnownInvoice,
    worth_looking_at,
)
from syncdesk.jobdb.guess_formats import (
    amount_format,
    cents_or_whole,
    date_format,
    holds_whole_numbers,
    number_of,
)
from syncdesk.jobdb.mapping import prove
from syncdesk.jobdb.naming import fit_of_table, ranked
from syncdesk.jobdb.rows import number_text
from syncdesk.jobdb.schema import ColumnShape, TableShape, describe, find_table
from syncdesk.model.job import JobMapping, RawValue

_CLOSE = 40  # points between two tables that make the choice a doubt
_OWN_SCHEMA = 15  # points for a table in the schema that the login works in
_VIEW = -100
_AT_ONCE = 40  # tables whose columns are looked at together, those with the best names first
_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class GuessedMapping:
    """A mapping with what a person should look at; no doubts = unambiguous. `mapping` is None where no
    table fits.

    `tables` are all tables and views; `columns` those of `table`, the one guessed or asked for.
    """

    mapping: JobMapping | None
    doubts: tuple[str, ...]
    tables: tuple[str, ...]
    columns: tuple[str, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A table that has all that is needed, and how much speaks for it."""

    table: TableName
    score: int


def guess_mapping(
    url: str, books: Sequence[KnownInvoice] = (), password: str | None = None, table: str = ""
) -> GuessedMapping:
    """Guess table, columns, formats and number rule of the job database at `url`; nothing is written.

    `books` are examples of the books' invoices. With `table` only the columns of that table are guessed.
    Raises what opening and reading a job database raises, SetupError too for a `table` that is not there.
    """
    database = open_database(url, password)
    try:
        return database.read(lambda connection: _guess(connection, database, books, table))
    finally:
        database.close()


def _guess(
    connection: sa.Connection, database: Database, books: Sequence[KnownInvoice], wanted: str
) -> GuessedMapping:
    tables = list_tables(connection)
    names = tuple(table.full_name for table in tables)
    if wanted:
        shape = find_table(connection, wanted)
        missing = _missing(shape.columns)
        if missing:
            return GuessedMapping(
                None, (_lacks(wanted, missing),), names, shape.column_names, shape.full_name
            )
        return _of_table(connection, database, shape, books, names, [])
    candidates = _candidates(connection, tables)
    if not candidates:
        return GuessedMapping(None, (_nothing_fits(connection, tables),), names)
    best = candidates[0]
    doubts = [
        f"'{best.table.full_name}' and '{other.table.full_name}' both look like the table of invoices."
        for other in candidates[1:]
        if best.score - other.score <= _CLOSE
    ]
    shape = describe(connection, best.table.name, best.table.schema)
    return _of_table(connection, database, shape, books, names, doubts)


def _candidates(connection: sa.Connection, tables: Sequence[TableName]) -> list[_Candidate]:
    """The tables that fit, best first. Columns are looked at a few tables at a time, best names first, until
    some fit: a database may have thousands."""
    usable = [t for t in tables if not (t.is_view and connection.dialect.name == "sqlite")]
    by_name = sorted(usable, key=lambda table: -_fit(table))[:_AT_MOST]
    for part in _parts(by_name):
        found = []
        for table, columns in columns_of(connection, part).items():
            scores = [next((score for score, _ in ranked(columns, role)), 0) for role in NEEDED]
            if all(scores):
                found.append(_Candidate(table, sum(scores) + _fit(table)))
        if found:
            return sorted(found, key=lambda candidate: -candidate.score)
    return []


def _parts(tables: Sequence[TableName]) -> Iterator[Sequence[TableName]]:
    return (tables[start : start + _AT_ONCE] for start in range(0, len(tables), _AT_ONCE))


def _fit(table: TableName) -> int:
    own = _OWN_SCHEMA if table.schema is None else 0
    return fit_of_table(table.name, table.schema or "") + own + _VIEW * table.is_view


def _nothing_fits(connection: sa.Connection, tables: Sequence[TableName]) -> str:
    if not tables:
        return "The job database has no tables."
    best = max(tables, key=_fit)
    columns = columns_of(connection, [best]).get(best, ())
    missing = _missing(columns)
    why = _lacks(best.full_name, missing) if missing else f"'{best.full_name}' cannot be written."
    many = f" Of {len(tables)} tables the {_AT_MOST} with the likeliest names were looked at."
    return f"No table has columns for number, Paid Amount and Date Paid; {why}" + (
        many if len(tables) > _AT_MOST else ""
    )


def _missing(columns: Sequence[ColumnShape]) -> list[str]:
    return [words for part, words in NEEDED.items() if not ranked(columns, part)]


def _lacks(table: str, missing: Sequence[str]) -> str:
    return f"'{table}' lacks {', '.join(missing)}."


def _of_table(
    connection: sa.Connection,
    database: Database,
    shape: TableShape,
    books: Sequence[KnownInvoice],
    names: tuple[str, ...],
    doubts: list[str],
) -> GuessedMapping:
    """The guess for one table that has all that is needed."""
    paid = [name for _, name in ranked(shape.columns, "date_paid")[:1]]
    evidence = Evidence(connection, shape, worth_looking_at(shape.columns), paid)
    if not evidence.readable:
        doubts.append(f"This login may not read the rows of '{shape.full_name}': names alone were looked at.")
    if not can_be_written(connection, TableName(shape.name, shape.schema, shape.is_view)):
        doubts.append(
            f"'{shape.full_name}' is a view that cannot be written: name the table behind it as the one that"
            " is written (write_table)."
        )
    chooser = ColumnChooser(shape, evidence, books, doubts)
    chosen = chooser.choose()
    columns: dict[str, Any] = dict(chosen.names)
    mapping = JobMapping(
        table=shape.full_name,
        key=chooser.key(chosen.names["number"]),
        numbers=chosen.rule,
        **columns,
    )
    mapping = _with_formats(mapping, shape, evidence, chosen, doubts)
    mapping = _proved(connection, database, mapping, doubts)
    return GuessedMapping(mapping, tuple(doubts), names, shape.column_names, shape.full_name)


def _with_formats(
    mapping: JobMapping, shape: TableShape, evidence: Evidence, chosen: Chosen, doubts: list[str]
) -> JobMapping:
    paid_amount, date_paid = shape.find(mapping.paid_amount), shape.find(mapping.date_paid)
    assert paid_amount is not None
    assert date_paid is not None
    made = shape.find(mapping.invoice_date)
    alike = made is not None and type(made.type) is type(date_paid.type)
    others = evidence.values(mapping.invoice_date) if alike else []
    amount = amount_format(
        paid_amount, evidence.values(paid_amount.name), _told(mapping, shape, evidence, chosen)
    )
    day = date_format(date_paid, evidence.values(date_paid.name), others)
    doubts += [doubt for doubt in (amount.doubt, day.doubt) if doubt]
    return replace(mapping, amount_format=amount.name, date_format=day.name)


def _told(mapping: JobMapping, shape: TableShape, evidence: Evidence, chosen: Chosen) -> str:
    """Whether whole numbers are cents: by the books where the total is a whole number too, else by the
    total beside what is paid."""
    total = shape.find(mapping.total) if mapping.total else None
    if total is None:
        return ""
    if holds_whole_numbers(total) or isinstance(total.type, sa.types.NullType):
        return cents_or_whole(chosen.matched)
    columns = [mapping.paid_amount, total.name, *([mapping.currency] if mapping.currency else [])]
    return cents_or_whole(
        (paid, known, _currency(rest))
        for paid, raw, *rest in evidence.beside(*columns)
        if (known := _amount(raw)) is not None
    )


def _amount(raw: RawValue) -> Decimal | None:
    text = isinstance(raw, str) and raw.strip().replace(".", "", 1).isdigit()
    return Decimal(str(raw).strip()) if text else number_of(raw)


def _currency(rest: Sequence[RawValue]) -> str:
    return "" if not rest or says_nothing(rest[0]) else number_text(rest[0]).strip().upper()


def _proved(
    connection: sa.Connection, database: Database, mapping: JobMapping, doubts: list[str]
) -> JobMapping:
    """The mapping without optional columns that do not serve; other faults become doubts."""
    faults = prove(connection, database.dialect, mapping).faults
    useless: dict[str, Any] = {fault.field: "" for fault in faults if fault.field in EXTRA}
    doubts += [str(fault) for fault in faults if fault.field not in EXTRA]
    if any(fault.field == "amount_format" for fault in faults) and mapping.total:
        useless["total"] = ""
    return replace(mapping, **useless)
