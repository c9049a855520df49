"""A job database file that a test fills with its own SQL, and the store over it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from syncdesk.jobdb.store import SqlJobStore, open_job_store
from syncdesk.model.job import Figures, JobMapping, JobRow, JobWrite, WriteResult

MAPPING = JobMapping(
    table="invoices",
    key=("id",),
    number="invoice_no",
    paid_amount="paid_amount",
    date_paid="date_paid",
    currency_default="USD",
)
TABLE = """
    CREATE TABLE invoices (
        id INTEGER PRIMARY KEY,
        invoice_no TEXT,
        paid_amount NUMERIC(10, 2),
        date_paid DATE
    )
"""


def not_cancelled() -> bool:
    return False


@dataclass
class JobFile:
    """One job database file. `sql` works on it as another program would, each time with a connection of
    its own."""

    path: Path
    stores: list[SqlJobStore]

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Execute one statement and commit."""
        with closing(sqlite3.connect(self.path)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.text_factory = lambda stored: stored.decode("utf-8", "surrogateescape")
            rows = connection.execute(statement, values).fetchall()
            connection.commit()
            return rows

    def fill(self, table: str, *rows: tuple[object, ...]) -> None:
        """Insert rows."""
        marks = ", ".join("?" for _ in rows[0])
        with closing(sqlite3.connect(self.path)) as connection:
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
            connection.commit()

    def store(self, mapping: JobMapping = MAPPING, patience: float = 10.0, **changes: Any) -> SqlJobStore:
        """A store over this file, by MAPPING with changes."""
        store = open_job_store(str(self.path), replace(mapping, **changes), patience=patience)
        self.stores.append(store)
        return store


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[JobFile]:
    """An empty job database file."""
    path = tmp_path / "jobs.db"
    path.touch()
    file = JobFile(path, [])
    yield file
    for store in file.stores:
        store.close()


def write_one(store: SqlJobStore, row: JobRow, figures: Figures) -> WriteResult:
    """Write figures on the row as it was read."""
    (result,) = store.write([JobWrite(row.key, row.raw, figures, row.currency)], not_cancelled)
    return result
