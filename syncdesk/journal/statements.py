"""The SQL that fills and empties the journal's tables: always the same text, so that SQLite prepares each
statement once."""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from syncdesk.journal.rows import Row
from syncdesk.journal.schema import (
    CHANGE_COLUMNS,
    DECISION_COLUMNS,
    DOCUMENT_COLUMNS,
    FEED_COLUMNS,
    INTENTION_COLUMNS,
    PARKED_COLUMNS,
    RUN_COLUMNS,
)


def _insert(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def _upsert(table: str, columns: Sequence[str], kept: Sequence[str] = ()) -> str:
    """Insert, or replace the row of the same document; a column in `kept` keeps its old value where the new
    one is NULL."""
    updates = (
        f"{name} = coalesce(excluded.{name}, {table}.{name})" if name in kept else f"{name} = excluded.{name}"
        for name in columns
        if name not in ("connection", "source_id")
    )
    return f"{_insert(table, columns)} ON CONFLICT (connection, source_id) DO UPDATE SET {', '.join(updates)}"


INSERT_RUN = _insert("runs", RUN_COLUMNS)
INSERT_CHANGE = _insert("changes", CHANGE_COLUMNS)
INSERT_INTENTION = _insert("intentions", INTENTION_COLUMNS)
UPSERT_DOCUMENT = _upsert("documents", DOCUMENT_COLUMNS, kept=("last_synced",))
INSERT_FEED = _insert("feeds", FEED_COLUMNS)
UPSERT_DECISION = _upsert("decisions", DECISION_COLUMNS)
UPSERT_PARKED = _upsert("parked", PARKED_COLUMNS)

# A list of any length is one parameter, as JSON, so that the text of a statement does not depend on it.
WITHIN = "IN (SELECT value FROM json_each(?))"
DELETE_INTENTIONS = f"DELETE FROM intentions WHERE run = ? AND source_id {WITHIN}"
DELETE_FEEDS = f"DELETE FROM feeds WHERE connection = ? AND source_id {WITHIN}"
DELETE_DECISIONS = f"DELETE FROM decisions WHERE connection = ? AND source_id {WITHIN}"
DELETE_PARKED = f"DELETE FROM parked WHERE connection = ? AND source_id {WITHIN}"


def listed(values: Iterable[str]) -> str:
    """The one parameter of WITHIN."""
    return json.dumps(list(values))


def put(connection: Connection, statement: str, rows: Sequence[Row]) -> None:
    """Store many rows. A text that is no valid Unicode (half a surrogate pair in some name) is stored with
    that half spelt out as \\udXXX, which in JSON texts means the same: one odd row must not stop a run
    (F-20)."""
    if not rows:
        return
    try:
        connection.exec_driver_sql(statement, list(rows))
    except UnicodeEncodeError:
        connection.exec_driver_sql(statement, [tuple(_storable(cell) for cell in row) for row in rows])


def _storable(cell: str | int | None) -> str | int | None:
    return cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell
