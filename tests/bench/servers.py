"""Finding and writing many changes on PostgreSQL and MariaDB against a floor, in turns.

    .venv/bin/python -m tests.bench.servers        a part of `python3 dev.py bench`

The floor is the fastest plain program for each server: it reads the rows it wants, and writes all of them in
one transaction (PostgreSQL: COPY into a temporary table and one UPDATE … FROM; MariaDB: UPDATE … JOIN rows,
1000 a statement). It compares the old values too, but reads nothing back, forgives nothing and holds every
lock to the end. SyncDesk writes 400 a transaction and looks at each row again. Every row is checked after
every round.
"""

import statistics
import sys
import time
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from syncdesk.model.job import WRITTEN, Figures, JobWrite
from tests.servers import Addresses, Jobs, empty, run

ROWS, CHANGES, ROUNDS, BATCH = 100_000, 20_000, 3, 400
DAY = date(2026, 4, 1)
_TABLE = "CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no VARCHAR(20), paid_amount NUMERIC(12, 2), "
_FILL = {
    "postgresql": "INSERT INTO invoices SELECT g, 'INV-' || g, NULL, NULL FROM generate_series(1, {0}) g",
    "mariadb": "INSERT INTO invoices SELECT seq, concat('INV-', seq), NULL, NULL FROM seq_1_to_{0}",
}


def table() -> list[str]:
    """The lines of the table, one a server; a server that is not there is skipped aloud."""
    lines = [
        f"| Server | {CHANGES:,} changes in {ROWS:,} rows | Floor | Ratio | Ratios of the rounds |",
        "|---|---:|---:|---:|---|",
    ]
    addresses = Addresses()
    try:
        for make in ("postgresql", "mariadb"):
            try:
                lines.append(measured(Jobs(addresses.server(make))))
            except pytest.skip.Exception as missing:
                print(f"skipped: {missing}", file=sys.stderr)
    finally:
        addresses.drop_databases()
    return lines


def measured(jobs: Jobs) -> str:
    """The rounds of one server."""
    numbers = [f"INV-{n * (ROWS // CHANGES) + 1}" for n in range(CHANGES)]
    pairs = []
    for round_ in range(ROUNDS):
        took = {}
        for way in (ours, floor) if round_ % 2 else (floor, ours):
            empty(jobs.server)
            jobs.sql(f"{_TABLE}date_paid DATE)")
            jobs.sql(_FILL[jobs.make].format(ROWS))
            jobs.sql("CREATE UNIQUE INDEX by_number ON invoices (invoice_no)")
            jobs.sql("VACUUM ANALYZE invoices" if jobs.make == "postgresql" else "ANALYZE TABLE invoices")
            took[way] = way(jobs, numbers)
            held = jobs.sql(
                "SELECT invoice_no FROM invoices WHERE paid_amount = 50 AND date_paid = '2026-04-01'"
            )
            assert sorted(number for (number,) in held) == sorted(numbers)
        pairs.append((took[ours], took[floor]))
    jobs.close()
    ratios = sorted(one / other for one, other in pairs)
    seconds = [statistics.median(pair[side] for pair in pairs) for side in (0, 1)]
    return (
        f"| {jobs.make} | {seconds[0]:.2f} s | {seconds[1]:.2f} s | **{statistics.median(ratios):.2f}** "
        f"| {ratios[0]:.2f} to {ratios[-1]:.2f} |"
    )


def ours(jobs: Jobs, numbers: list[str]) -> float:
    """SyncDesk's store."""
    store = jobs.store()
    began = time.perf_counter()
    figures = Figures(Decimal("50.00"), DAY)
    writes = [JobWrite(row.key, row.raw, figures, "USD") for row in store.find(numbers)]
    for start in range(0, len(writes), BATCH):
        batch = writes[start : start + BATCH]
        assert store.write(batch, lambda: False) == [WRITTEN] * len(batch)
    took = time.perf_counter() - began
    store.close()
    return took


def floor(jobs: Jobs, numbers: list[str]) -> float:
    """The plain program."""
    with closing(jobs.server.connect()) as connection, closing(connection.cursor()) as cursor:
        began = time.perf_counter()
        cursor.execute("SELECT id, invoice_no, paid_amount, date_paid FROM invoices")
        wanted = set(numbers)
        rows = [(id_, paid, day) for id_, number, paid, day in cursor.fetchall() if number in wanted]
        run(connection, jobs.make, "BEGIN")
        touched = (_postgresql if jobs.make == "postgresql" else _mariadb)(cursor, rows)
        run(connection, jobs.make, "COMMIT")
        assert touched == len(numbers)
        return time.perf_counter() - began


def _postgresql(cursor: Any, rows: list[tuple[Any, ...]]) -> int:
    cursor.execute("CREATE TEMP TABLE wanted (id INTEGER, old_paid NUMERIC, old_day DATE) ON COMMIT DROP")
    with cursor.copy("COPY wanted FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    cursor.execute(
        f"UPDATE invoices i SET paid_amount = 50, date_paid = '{DAY}' FROM wanted w WHERE w.id = i.id "
        "AND i.paid_amount IS NOT DISTINCT FROM w.old_paid AND i.date_paid IS NOT DISTINCT FROM w.old_day"
    )
    return int(cursor.rowcount)


def _mariadb(cursor: Any, rows: list[tuple[Any, ...]]) -> int:
    touched = 0
    for start in range(0, len(rows), 1000):
        page = rows[start : start + 1000]
        values = ", ".join(["(%s, %s, %s)"] * len(page))
        touched += cursor.execute(
            f"UPDATE (WITH w (id, old_paid, old_day) AS (VALUES {values}) SELECT * FROM w) w "
            f"STRAIGHT_JOIN invoices i ON i.id = w.id SET i.paid_amount = 50, i.date_paid = '{DAY}' "
            "WHERE i.paid_amount <=> w.old_paid AND i.date_paid <=> w.old_day",
            [value for row in page for value in row],
        )
    return touched


if __name__ == "__main__":
    print("\n".join(table()))
