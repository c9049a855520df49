"""After a kill: which writes were intended without an outcome, what became of them, and the runs that were
cut off (D7)."""

from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import Connection

from syncdesk.journal.rows import Row, reason_text, to_figures
from syncdesk.journal.schema import (
    CHANGE_COLUMNS,
    DOCUMENT_COLUMNS,
    FIGURES,
    INTENDED_COLUMNS,
    PARKED_COLUMNS,
)
from syncdesk.journal.statements import INSERT_CHANGE, UPSERT_DOCUMENT, UPSERT_PARKED, put
from syncdesk.model.changes import Outcome
from syncdesk.model.codec import decode_key, decode_raw
from syncdesk.model.reasons import reason
from syncdesk.model.records import IntentionOutcome, OpenIntention

INTERRUPTED = "Interrupted"

_HELD = {
    "new": (Outcome.WRITTEN, reason("recovered")),
    "old": (Outcome.SKIPPED, reason("not_reached")),
    "neither": (Outcome.CONFLICT, reason("changed_during_run")),
    "gone": (Outcome.FAILED, reason("row_gone")),
}
_OPEN = (
    "SELECT runs.run_id, source_id, job_key, currency, raw_old, old_paid, old_date, old_credited, "
    "old_outstanding, "
    "new_paid, new_date, new_credited, new_outstanding FROM intentions JOIN runs ON runs.id = intentions.run "
    "WHERE intentions.connection = ? AND job_key IS NOT NULL ORDER BY intentions.rowid"
)
_END = (
    "UPDATE runs SET result = 'failed', message = ?, "
    "finished_at = coalesce(finished_at, (SELECT max(at) FROM changes WHERE run = runs.id), started_at), "
    + ", ".join(
        f"{outcome.value} = (SELECT count(*) FROM changes WHERE run = runs.id AND outcome = "
        f"'{outcome.value}')"
        for outcome in Outcome
    )
    + " WHERE connection = ? AND (result IS NULL OR message = ?)"
)


def open_intentions(connection: Connection, number: int) -> list[OpenIntention]:
    """The open intentions of the connection with this number, oldest first."""
    found = []
    for run_id, source_id, key, currency, raw, *figures in connection.exec_driver_sql(_OPEN, (number,)):
        old, new = to_figures(figures[:4]), to_figures(figures[4:])
        assert old is not None
        assert new is not None
        raw_old = () if raw is None else decode_raw(raw)
        found.append(OpenIntention(run_id, source_id, decode_key(key), currency, raw_old, old, new))
    return found


def close(connection: Connection, number: int, now: str, outcomes: Sequence[IntentionOutcome]) -> None:
    """Turn intentions into rows of their run. One that was written completes its document from the facts it
    carries; for the others the document stays as it was and is put on the waiting list, due at once, so that
    any run plans it afresh."""
    query = (
        "SELECT intentions.* FROM intentions JOIN runs ON runs.id = intentions.run "
        "WHERE intentions.connection = ? AND runs.run_id = ? AND source_id = ?"
    )
    for found in outcomes:
        intention = found.intention
        row = (
            connection.exec_driver_sql(query, (number, intention.run_id, intention.source_id))
            .mappings()
            .first()
        )
        if row is not None:
            _close_one(connection, dict(row), found.held, now)
    end_left_open(connection, number)


def end_left_open(connection: Connection, number: int) -> None:
    """End runs that a kill left open as failed, with the counts of the rows they stored; their end is their
    last row's time."""
    connection.exec_driver_sql(_END, (INTERRUPTED, number, INTERRUPTED))


def _close_one(connection: Connection, row: dict[str, object], held: str, now: str) -> None:
    outcome, why = _HELD[held]
    row.update(at=now, outcome=outcome.value, reason=reason_text(why))
    put(connection, INSERT_CHANGE, [_cells(row, CHANGE_COLUMNS)])
    document = _document(row, now)
    of_document = (row["connection"], row["source_id"])
    if held == "new":
        put(connection, UPSERT_DOCUMENT, [_cells(document, DOCUMENT_COLUMNS)])
        connection.exec_driver_sql("DELETE FROM parked WHERE connection = ? AND source_id = ?", of_document)
    elif not connection.exec_driver_sql(
        "UPDATE parked SET next_try = ? WHERE connection = ? AND source_id = ?", (now, *of_document)
    ).rowcount:
        waiting = {**dict.fromkeys(PARKED_COLUMNS), **document, "attempts": 1, "next_try": now}
        put(connection, UPSERT_PARKED, [_cells(waiting, PARKED_COLUMNS)])
    connection.exec_driver_sql(
        "DELETE FROM intentions WHERE run = ? AND source_id = ?", (row["run"], row["source_id"])
    )


def _document(row: Mapping[str, object], now: str) -> dict[str, object]:
    """The document as it is once the intended write was found done."""
    new = {name: row[f"new_{name}"] for name in FIGURES}
    figures = to_figures(tuple(new.values()))
    return {
        **{name: row[name] for name in DOCUMENT_COLUMNS if name in row},
        **{name: row[f"document_{name}"] for name in INTENDED_COLUMNS},
        **{f"written_{name}": value for name, value in new.items()},
        "paid_here": int(figures is not None and not figures.says_nothing),
        "last_synced": now,
    }


def _cells(values: Mapping[str, object], columns: Sequence[str]) -> Row:
    return tuple(cast("str | int | None", values[name]) for name in columns)
