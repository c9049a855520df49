"""Which writes of job rows the journal knows of, run by run: what an undo goes by. Called by journal/store.py
within a transaction."""

from typing import Any

from sqlalchemy import Connection

from syncdesk.journal.rows import to_change_record, to_instant
from syncdesk.journal.schema import CHANGE_COLUMNS
from syncdesk.model.codec import decode_raw
from syncdesk.model.records import RowWrite

_RAW_OLD = 3 + CHANGE_COLUMNS.index("raw_old")
_WRITTEN = "FROM changes WHERE run = ? AND outcome = 'written' AND job_key IS NOT NULL"
# NOT INDEXED: the rows from the run's first one on lie together in the table; no index is as short a way.
_WRITES = (
    "SELECT runs.run_id, runs.started_at, CASE runs.kind WHEN 'undo' THEN runs.since ELSE '' END, "
    f"{', '.join(f'changes.{name}' for name in CHANGE_COLUMNS)} "
    "FROM changes NOT INDEXED JOIN runs ON runs.id = changes.run "
    f"WHERE changes.id >= (SELECT min(id) {_WRITTEN}) AND changes.connection = ? "
    f"AND outcome = 'written' AND job_key IN (SELECT job_key {_WRITTEN}) ORDER BY changes.id"
)


def row_writes(connection: Connection, run: int, number: int) -> list[RowWrite]:
    """What a run wrote, and every later write to the same rows, in the order they were made."""
    rows = connection.exec_driver_sql(_WRITES, (run, number, run))
    return [_row_write(row) for row in rows]


def _row_write(row: Any) -> RowWrite:
    run_id, started, takes_back, *cells = row
    started_at, raw = to_instant(started), row[_RAW_OLD]
    assert started_at is not None
    change = to_change_record(run_id, cells).change
    return RowWrite(run_id, started_at, takes_back, change, None if raw is None else decode_raw(raw))
