"""After a kill: which writes were intended without an outcome, what became of them, and the runs that were
cut off (D7)."""

from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import Connection

from syncdesk.journal.rows import Row, reason_text, to_figures, to_reason
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
from syncdesk.model.reasons import PUT_BACK, Reason, reason
from syncdesk.model.records import IntentionOutcome, OpenIntention

INTERRUPTED = "Interrupted"

_HELD = {
    "new": (Outcome.WRITTEN, reason("recovered")),
    "old": (Outcome.SKIPPED, reason("not_reached")),
    "neither": (Outcome.CONFLICT, reason("changed_during_run")),
    "gone": (Outcome.FAILED, reason("row_gone")),
}
_HELD_BY_UNDO = {
    "old": (Outcome.SKIPPED, reason("undo_not_reached")),
    "neither": (Outcome.CONFLICT, reason("undo_changed_meanwhile")),
    "gone": (Outcome.CONFLICT, reason("undo_gone")),
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

_ALWAYS_STORED = ("written", "conflict", "failed")
_RECOUNT = (
    f"UPDATE runs SET skipped = {' + '.join(_ALWAYS_STORED)} + skipped"
    + "".join(
        f" - (SELECT count(*) FROM changes WHERE run = runs.id AND outcome = '{n}')" for n in _ALWAYS_STORED
    )
    + "".join(
        f", {n} = (SELECT count(*) FROM changes WHERE run = runs.id AND outcome = '{n}')"
        for n in _ALWAYS_STORED
    )
    + " WHERE id = ? AND result IS NOT NULL AND message <> ?"
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
    runs = set()
    for found in outcomes:
        intention = found.intention
        row = (
            connection.exec_driver_sql(query, (number, intention.run_id, intention.source_id))
            .mappings()
            .first()
        )
        if row is not None:
            _close_one(connection, dict(row), found.held, now)
            runs.add(row["run"])
    end_left_open(connection, number)
    for run in runs:
        _recount(connection, run)


def end_left_open(connection: Connection, number: int) -> None:
    """End runs that a kill left open as failed, with the counts of the rows they stored; their end is their
    last row's time."""
    connection.exec_driver_sql(_END, (INTERRUPTED, number, INTERRUPTED))


def _recount(connection: Connection, run: int) -> None:
    """A run that ended by itself although it did not learn what became of some writes counted them as it
    knew; now it is known. As many as it found, it found."""
    connection.exec_driver_sql(_RECOUNT, (run, INTERRUPTED))


def _close_one(connection: Connection, row: dict[str, object], held: str, now: str) -> None:
    intended = to_reason(str(row["reason"]))
    if intended.code in PUT_BACK:
        _close_undo(connection, row, intended, held, now)
    else:
        _close_sync(connection, row, held, now)
    connection.exec_driver_sql(
        "DELETE FROM intentions WHERE run = ? AND source_id = ?", (row["run"], row["source_id"])
    )


def _close_undo(
    connection: Connection, row: dict[str, object], intended: Reason, held: str, now: str
) -> None:
    """What an undo put back is held as it would have held it; what it did not reach is as it was."""
    outcome, why = (Outcome.WRITTEN, intended) if held == "new" else _HELD_BY_UNDO[held]
    row.update(at=now, outcome=outcome.value, reason=reason_text(why))
    put(connection, INSERT_CHANGE, [_cells(row, CHANGE_COLUMNS)])
    if held != "new":
        return
    document = {**_document(row, now), "last_synced": None}
    put(connection, UPSERT_DOCUMENT, [_cells({**document, "fingerprint": ""}, DOCUMENT_COLUMNS)])
    waits = intended if intended.code == "brought_back" else reason("undone")
    document.update(outcome=Outcome.SKIPPED.value, reason=reason_text(waits))
    _park(connection, document, now)


def _close_sync(connection: Connection, row: dict[str, object], held: str, now: str) -> None:
    outcome, why = _HELD[held]
    row.update(at=now, outcome=outcome.value, reason=reason_text(why))
    put(connection, INSERT_CHANGE, [_cells(row, CHANGE_COLUMNS)])
    document = _document(row, now)
    of_document = (row["connection"], row["source_id"])
    if held == "new":
        put(connection, UPSERT_DOCUMENT, [_cells(document, DOCUMENT_COLUMNS)])
        for table in ("parked", "decisions"):
            connection.exec_driver_sql(
                f"DELETE FROM {table} WHERE connection = ? AND source_id = ?", of_document
            )
    elif not connection.exec_driver_sql(
        "UPDATE parked SET next_try = ? WHERE connection = ? AND source_id = ?", (now, *of_document)
    ).rowcount:
        _park(connection, document, now)


def _park(connection: Connection, document: dict[str, object], now: str) -> None:
    waiting = {**dict.fromkeys(PARKED_COLUMNS), **document, "attempts": 1, "next_try": now}
    put(connection, UPSERT_PARKED, [_cells(waiting, PARKED_COLUMNS)])


def _document(row: Mapping[str, object], now: str) -> dict[str, object]:
    """The document as it is once the intended write was found done."""
    new = {name: row[f"new_{name}"] for name in FIGURES}
    figures = to_figures(tuple(new.values()))
    return {
        **{name: row[name] for name in DOCUMENT_COLUMNS if name in row},
        **{name: row[f"document_{name}"] for name in INTENDED_COLUMNS},
        **{f"written_{name}": value for name, value in new.items()},
        # Written without a link: what the books deleted, taken back, and drafts.
        "job_key": row["job_key"] if row["document_job_number"] else None,
        "paid_here": int(figures is not None and not figures.says_nothing),
        "last_synced": now,
    }


def _cells(values: Mapping[str, object], columns: Sequence[str]) -> Row:
    return tuple(cast("str | int | None", values[name]) for name in columns)
