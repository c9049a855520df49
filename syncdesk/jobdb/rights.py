"""Looks whether this user may read the mapped columns and change the target columns, and tries neither.
Called by jobdb/checks.py.

The database is asked to explain the statements: it looks at the rights as it would to carry them out, fires
no trigger and touches no row.
"""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from syncdesk.jobdb.faults import Fault, detail_of, fault_of
from syncdesk.jobdb.rows import MappedTable
from syncdesk.jobdb.schema import TableShape
from syncdesk.model.job import Check

_EXPLAINS = ("sqlite", "postgresql", "mysql", "mariadb")
# True where this login could write nothing at all, whatever its rights.
_ONLY_READS = {
    "postgresql": "SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'",
    "mssql": "SELECT 1 WHERE DATABASEPROPERTYEX(DB_NAME(), 'Updateability') = 'READ_ONLY'",
}


def rights_lines(connection: sa.Connection, mapped: MappedTable, place: str) -> list[Check]:
    """One line where all rights are there, else one for each table that lacks some."""
    return list(_lacking(connection, mapped, place)) or [
        Check(f"This user may read the mapped columns and change {_listed(_targets(mapped))}.", True)
    ]


def _targets(mapped: MappedTable) -> list[str]:
    return [column.name for column in mapped.targets]


def _lacking(connection: sa.Connection, mapped: MappedTable, place: str) -> Iterator[Check]:
    make = connection.dialect.name
    if make in _ONLY_READS and connection.scalar(sa.text(_ONLY_READS[make])):
        yield Check(
            f"The job database {place} only reads: it is a copy, or this user is held to reading.",
            False,
            "Give the address of the database that is written to, and a user who may change it.",
            "job_db",
        )
    for shape, names in _read_from(mapped):
        wanted = [name for name in names if not _may_read(connection, shape, [name])]
        if wanted and not _may_read(connection, shape, names):
            yield _line(connection, "read", "SELECT", shape, wanted)
    refused: dict[str, sa.exc.DBAPIError] = {}
    for name in _targets(mapped):
        error = _refusal_to_change(connection, mapped.written, name)
        if error is not None:
            refused[name] = error
    others = [error for error in refused.values() if fault_of(error) is not Fault.RIGHTS]
    if others:
        yield _cannot_be_changed(mapped.written, others[0])
    elif refused:
        yield _line(connection, "change", "UPDATE", mapped.written, list(refused))


def _read_from(mapped: MappedTable) -> Iterator[tuple[TableShape, list[str]]]:
    """What is read of each table."""
    optional = [column.name for column in (mapped.total, mapped.invoice_date) if column is not None]
    listed = [*mapped.key, mapped.number, mapped.currency, mapped.customer, *optional]
    if mapped.reads_a_view:
        yield mapped.shape, _once(listed)
        yield mapped.written, _once([*mapped.key, *_targets(mapped)])
    else:
        yield mapped.shape, _once([*listed, *_targets(mapped)])


def _once(names: Sequence[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name]


def _may_read(connection: sa.Connection, shape: TableShape, names: Sequence[str]) -> bool:
    table = shape.clause
    query = sa.select(*(table.c[name] for name in names)).limit(0)
    error = _error_of(connection, query, explain=False)
    if error is not None and fault_of(error) is not Fault.RIGHTS:
        raise error
    return error is None


def _refusal_to_change(connection: sa.Connection, shape: TableShape, name: str) -> sa.exc.DBAPIError | None:
    """What the database says against changing this column, None if nothing."""
    table = shape.clause
    if connection.dialect.name in _EXPLAINS:
        change = sa.update(table).values({table.c[name]: table.c[name]}).where(sa.false())
        return _error_of(connection, change, explain=True)
    return None  # SQL Server shows no plan without a right of its own; the first write will tell


def _error_of(
    connection: sa.Connection, statement: sa.Executable, *, explain: bool
) -> sa.exc.DBAPIError | None:
    part = connection.begin_nested()
    try:
        if explain:
            assert isinstance(statement, sa.ClauseElement)
            connection.exec_driver_sql(f"EXPLAIN {statement.compile(dialect=connection.dialect)}").close()
        else:
            connection.execute(statement).close()
    except sa.exc.DBAPIError as error:
        return error
    finally:
        part.rollback()
    return None


def _line(connection: sa.Connection, what: str, right: str, shape: TableShape, names: list[str]) -> Check:
    quote = connection.dialect.identifier_preparer.quote
    table = quote(shape.name) if shape.schema is None else f"{quote(shape.schema)}.{quote(shape.name)}"
    columns = ", ".join(quote(name) for name in names)
    return Check(
        f"This user may not {what} {_listed(names)} of '{shape.full_name}'.",
        False,
        f"Ask who looks after the job database for the right: GRANT {right} ({columns}) ON {table} TO …",
        "job_db",
    )


def _cannot_be_changed(shape: TableShape, error: sa.exc.DBAPIError) -> Check:
    view = " is a view that cannot be written" if shape.is_view else " cannot be written"
    return Check(
        f"'{shape.full_name}'{view}.",
        False,
        "Name the table behind it as write_table in the mapping."
        if shape.is_view
        else "The details say why in the database's own words.",
        "table",
        detail_of(error),
    )


def _listed(names: Sequence[str]) -> str:
    shown = [f"'{name}'" for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
