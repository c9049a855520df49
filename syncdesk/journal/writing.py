"""Storing what a run intends and did: its rows, the documents, the waiting list. Called by journal/store.py
within a transaction."""

from collections.abc import Sequence

from sqlalchemy import Connection

from syncdesk.journal.rows import (
    Row,
    change_row,
    document_row,
    figures_row,
    intention_row,
    key_text,
    parked_row,
    reason_text,
)
from syncdesk.journal.statements import (
    DELETE_DECISIONS,
    DELETE_FEEDS,
    DELETE_INTENTIONS,
    DELETE_PARKED,
    INSERT_CHANGE,
    INSERT_FEED,
    INSERT_INTENTION,
    UPSERT_DOCUMENT,
    UPSERT_PARKED,
    WITHIN,
    listed,
    put,
)
from syncdesk.model.changes import Change, Outcome
from syncdesk.model.records import StoredOutcome

_AGREES = (Outcome.UNCHANGED.value, Outcome.WRITTEN.value)
_STANDING = ("ignored", "decided_kept")
"""Reasons of outcomes that came about because a decision of a person still holds."""
_QUIET = (Outcome.SKIPPED, Outcome.UNMATCHED)
_KNOWN = (
    "SELECT source_id, outcome, reason, fingerprint, job_key, job_number, written_paid, written_date, "
    "written_credited, "
    f"written_outstanding FROM documents WHERE connection = ? AND source_id {WITHIN}"
)


def store_intentions(
    connection: Connection, run: tuple[int, int], at: str, intentions: Sequence[StoredOutcome]
) -> None:
    """Store intentions, each in place of an earlier one for the same document in this run."""
    ids = listed(stored.change.source_id for stored in intentions)
    connection.exec_driver_sql(DELETE_INTENTIONS, (run[0], ids))
    put(connection, INSERT_INTENTION, [intention_row(*run, at, stored) for stored in intentions])


def store_outcomes(
    connection: Connection, run: tuple[int, int], at: str, outcomes: Sequence[StoredOutcome]
) -> None:
    """Store outcomes in place of their intentions. What only repeats what is known costs no write."""
    number = run[1]
    remembered = [stored for stored in outcomes if stored.remember]
    known = {row[0]: row[1:] for row in connection.exec_driver_sql(_KNOWN, (number, _ids(remembered)))}
    changes: list[Row] = []
    documents: list[Row] = []
    for stored in outcomes:
        repeats = _repeats(stored, known.get(stored.change.source_id))
        if stored.remember and not repeats:
            documents.append(document_row(number, at, stored))
        if _is_told(stored.change, repeats):
            changes.append(change_row(*run, at, stored))
    put(connection, UPSERT_DOCUMENT, documents)
    _store_feeds(connection, number, [s for s in remembered if s.finding.feeds is not None])
    put(connection, INSERT_CHANGE, changes)
    connection.exec_driver_sql(DELETE_INTENTIONS, (run[0], _ids(outcomes)))
    answered = [stored for stored in remembered if not _stands(stored)]
    connection.exec_driver_sql(DELETE_DECISIONS, (number, _ids(answered)))
    released = [stored for stored in remembered if stored.parked is None]
    connection.exec_driver_sql(DELETE_PARKED, (number, _ids(released)))
    put(connection, UPSERT_PARKED, [parked_row(number, s.parked) for s in remembered if s.parked is not None])


def _stands(stored: StoredOutcome) -> bool:
    """True if the answer of a person on this document is still to be remembered."""
    return stored.change.reason.code in _STANDING or stored.change.outcome is Outcome.FAILED


def _store_feeds(connection: Connection, number: int, fed: Sequence[StoredOutcome]) -> None:
    if not fed:
        return
    connection.exec_driver_sql(DELETE_FEEDS, (number, _ids(fed)))
    rows: list[Row] = [
        (number, payment, s.change.source_id) for s in fed for payment in s.finding.feeds or ()
    ]
    put(connection, INSERT_FEED, rows)


def _is_told(change: Change, repeats: bool) -> bool:
    """Unchanged rows are only counted, but where somebody else had written them: that is part of the
    invoice's history."""
    if change.outcome is Outcome.UNCHANGED:
        return change.reason.code == "written_elsewhere"
    return not (repeats and change.outcome in _QUIET)


def _repeats(stored: StoredOutcome, known: Sequence[object] | None) -> bool:
    """True if the document's row already says all this. A write never repeats: it moves 'last synced'."""
    if known is None or stored.change.outcome is Outcome.WRITTEN:
        return False
    outcome, reason, *state = known
    if state != [
        stored.finding.fingerprint,
        key_text(stored.link),
        stored.link_number,
        *figures_row(stored.written),
    ]:
        return False
    if stored.change.outcome is Outcome.UNCHANGED:
        return outcome in _AGREES
    return outcome == stored.change.outcome.value and reason == reason_text(stored.change.reason)


def _ids(outcomes: Sequence[StoredOutcome]) -> str:
    return listed(stored.change.source_id for stored in outcomes)
