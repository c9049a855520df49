"""What 50 changes cost in job databases of different sizes: rows read and written, statements, time.

    .venv/bin/python -m tests.bench.cost [ROWS ...]        default: 1000 100000 1000000

The store finds 50 invoices by number, writes them and finds them again, as a run does. Rows are counted by
the database itself: PostgreSQL's statistics of the table, MariaDB's Handler counters; SQLite has no such
counters, so its figure is what the store fetched. Databases are made for this and dropped afterwards; a
server that is not there is skipped aloud.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa

from syncdesk.jobdb.store import SqlJobStore
from syncdesk.model.job import WRITTEN, Figures, JobWrite
from tests.servers import MAKES, Addresses, Jobs, Server, empty

SIZES = (1_000, 100_000, 1_000_000)
CHANGES = 50
ROUNDS = 5
_COLUMNS = (
    "id INTEGER PRIMARY KEY, invoice_no VARCHAR(20), customer VARCHAR(80), paid_amount NUMERIC(12, 2), "
)
_FILL = {
    "sqlite": "WITH RECURSIVE n(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM n WHERE g < {0}) "
    "INSERT INTO invoices SELECT g, 'INV-' || g, 'Customer ' || (g % 997), NULL, NULL FROM n",
    "postgresql": "INSERT INTO invoices SELECT g, 'INV-' || g, 'Customer ' || (g % 997), NULL, NULL "
    "FROM generate_series(1, {0}) g",
    "mariadb": "INSERT INTO invoices SELECT seq, concat('INV-', seq), concat('Customer ', seq % 997), "
    "NULL, NULL FROM seq_1_to_{0}",
}
_ANALYZE = {"sqlite": "ANALYZE", "postgresql": "VACUUM ANALYZE invoices", "mariadb": "ANALYZE TABLE invoices"}


def main(sizes: list[int]) -> int:
    """Measure and print the table."""
    print("| Database | Rows | Rows read | Rows written | Statements | Find, write, find again |")
    print("|---|---:|---:|---:|---:|---:|")
    addresses = Addresses()
    try:
        with tempfile.TemporaryDirectory(prefix="syncdesk-cost-") as folder:
            for make in MAKES:
                try:
                    file = Server("sqlite", str(Path(folder) / "jobs.db"))
                    server = file if make == "sqlite" else addresses.server(make)
                except pytest.skip.Exception as missing:
                    print(f"skipped: {missing}", file=sys.stderr)
                    continue
                for size in sizes:
                    print(measured(server, size), flush=True)
    finally:
        addresses.drop_databases()
    return 0


def measured(server: Server, size: int) -> str:
    """One line of the table."""
    empty(server)
    jobs = Jobs(server)
    jobs.sql(f"CREATE TABLE invoices ({_COLUMNS}date_paid DATE)")
    jobs.sql(_FILL[server.name].format(size))
    jobs.sql("CREATE UNIQUE INDEX by_number ON invoices (invoice_no)")
    jobs.sql(_ANALYZE[server.name])
    store = jobs.store()
    store.find({"INV-1"})  # the schema is looked at once
    statements, fetched, seconds = [0], [0], []
    read = written = 0
    for round_ in range(ROUNDS):
        with counted(store, statements, fetched), server_rows(store) as rows:
            began = time.perf_counter()
            change(store, size, round_)
            seconds.append(time.perf_counter() - began)
        read, written = (fetched[0], CHANGES) if server.name == "sqlite" else (rows[0], rows[1])
    jobs.close()
    check(jobs, size)
    return (
        f"| {server.name} | {size:,} | {read:,} | {written:,} | {statements[0]} "
        f"| {1000 * statistics.median(seconds):.1f} ms |"
    )


def change(store: SqlJobStore, size: int, round_: int) -> None:
    """What a run that changed 50 invoices does to the job database."""
    numbers = numbers_of(size, round_)
    new = Figures(Decimal(round_ + 1), date(2026, 4, 1))
    writes = [JobWrite(row.key, row.raw, new, "USD") for row in store.find(numbers)]
    assert store.write(writes, lambda: False) == [WRITTEN] * CHANGES
    assert {row.figures for row in store.find(numbers)} == {new}


def numbers_of(size: int, round_: int) -> set[str]:
    """Fifty numbers, spread over the table."""
    return {f"INV-{1 + (n * (size // CHANGES) + round_ * 7) % size}" for n in range(CHANGES)}


def check(jobs: Jobs, size: int) -> None:
    """Every row holds what was written there last, and all others nothing."""
    wanted: dict[str, int] = {}
    for round_ in range(ROUNDS):
        wanted |= dict.fromkeys(numbers_of(size, round_), round_ + 1)
    held = jobs.sql("SELECT invoice_no, paid_amount FROM invoices WHERE paid_amount IS NOT NULL")
    assert {number: int(paid) for number, paid in held} == wanted


@contextmanager
def counted(store: SqlJobStore, statements: list[int], fetched: list[int]) -> Iterator[None]:
    """Count the statements sent and, where the driver tells, the rows that came back."""
    statements[0] = fetched[0] = 0
    engine = store._database.engine

    def sent(*_: object) -> None:
        statements[0] += 1

    sa.event.listen(engine, "after_cursor_execute", sent)
    rows = store.find

    def find(numbers: set[str]) -> list[object]:
        found = rows(numbers)
        fetched[0] += len(found)
        return found  # type: ignore[return-value]

    store.find = find  # type: ignore[method-assign]
    yield
    store.find = rows  # type: ignore[method-assign]
    fetched[0] += CHANGES  # the look at what was written
    sa.event.remove(engine, "after_cursor_execute", sent)


@contextmanager
def server_rows(store: SqlJobStore) -> Iterator[list[int]]:
    """Rows of the table that the server read and wrote, by its own counters."""
    rows = [0, 0]
    before = _counters(store)
    yield rows
    after = _counters(store)
    rows[:] = [after[n] - before[n] for n in (0, 1)]


def _counters(store: SqlJobStore) -> tuple[int, int]:
    database = store._database
    if database.dialect.name == "sqlite":
        return (0, 0)
    with database.engine.connect() as connection:
        if database.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_stat_force_next_flush()")
            connection.commit()
            read, written = connection.exec_driver_sql(
                "SELECT seq_tup_read + coalesce(idx_tup_fetch, 0), n_tup_upd FROM pg_stat_user_tables "
                "WHERE relname = 'invoices'"
            ).one()
            return (int(read), int(written))
        found = dict(connection.exec_driver_sql("SHOW SESSION STATUS LIKE 'Handler%%'").all())
    reads = ("Handler_read_key", "Handler_read_next", "Handler_read_first", "Handler_read_rnd_next")
    return (sum(int(found[name]) for name in reads), int(found["Handler_update"]))


if __name__ == "__main__":
    sys.exit(main([int(word) for word in sys.argv[1:]] or list(SIZES)))
