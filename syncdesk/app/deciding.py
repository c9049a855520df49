"""The use-cases 'decide' and 'retry': a person answers what waits, and the rows concerned are run at once
(D9, D10, D12, F-34, F-50). Called by Desk for window and command line."""

import platform
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime

from syncdesk.app.runs import carry_out, run_request
from syncdesk.app.views import DecideRequest, WaitingRow
from syncdesk.app.waiting import waiting
from syncdesk.app.wiring import Rooms, user
from syncdesk.model.changes import Change, Progress, RunResult, RunSummary
from syncdesk.model.connection import Connection
from syncdesk.model.decisions import Decision, Verdict, can_answer
from syncdesk.model.errors import UsageError
from syncdesk.model.ports import Cancelled
from syncdesk.model.records import RunRecord
from syncdesk.model.start import Start, StartChoice
from syncdesk.model.sync_state import LEFT_ALONE

_PUT_RIGHT = "Put it right in the books or in the job database and retry, or ignore the row."


def decide(
    rooms: Rooms, request: DecideRequest, cancelled: Cancelled, progress: Callable[[Progress], None]
) -> RunSummary:
    """Remember the answer, and run what it concerns at once.

    Raises UsageError for a run or invoice that does not wait, or cannot be answered so, and what
    :func:`syncdesk.app.runs.sync` raises; nothing is remembered then."""
    connection = rooms.connection(request.connection)
    if request.run_id and not request.invoices and not request.seen:
        record = _run(rooms, connection, request.run_id)
        if record.result is RunResult.NEEDS_DECISION:
            return _let_go(rooms, connection, record, request.verdict, cancelled, progress)
    rows = waiting(rooms, connection)
    if request.seen:
        chosen = _as_seen(rows, request)
    else:
        chosen = _chosen(rooms, connection, rows, request)
    verdict = request.verdict
    if verdict is None:
        chosen = _answered(chosen, explicit=bool(request.invoices or request.seen))
    else:
        chosen = _answerable(chosen, verdict, explicit=bool(request.invoices or request.seen))
    ids = frozenset(seen.source_id for seen in chosen)
    journal = rooms.journal(connection)

    def remember() -> None:
        if verdict is None:
            journal.take_back(ids)
        else:
            now, asking = rooms.clock(), request.run_id
            journal.decide([_decision(seen, verdict, now, asking) for seen in chosen])

    return _run_these(rooms, connection, ids, "decision", cancelled, progress, remember)


def retry(
    rooms: Rooms,
    connection: Connection,
    invoices: tuple[str, ...],
    cancelled: Cancelled,
    progress: Callable[[Progress], None],
    source_ids: Collection[str] = (),
) -> RunSummary | None:
    """Try what waits again now, whether it is due or not: these invoices (by job number, or by source id as
    far as they still wait), or all. None if nothing waits.

    What a person answered, and what an undo took back, is left alone unless it is named. Raises UsageError
    for an invoice that does not wait, and what :func:`syncdesk.app.runs.sync` raises."""
    rows = waiting(rooms, connection)
    if source_ids:
        chosen = [row for row in rows if row.source_id in source_ids]
    elif invoices:
        chosen = _named(rows, invoices)
    else:
        chosen = [row for row in rows if row.reason.code not in LEFT_ALONE]
    if not chosen:
        return None
    ids = frozenset(row.source_id for row in chosen)
    return _run_these(rooms, connection, ids, "retry", cancelled, progress)


def _let_go(
    rooms: Rooms,
    connection: Connection,
    record: RunRecord,
    verdict: Verdict | None,
    cancelled: Cancelled,
    progress: Callable[[Progress], None],
) -> RunSummary:
    """Run again what waited as a whole, without the brake that it met."""
    if verdict is not Verdict.ACCEPT:
        raise UsageError(
            f"The run '{record.run_id}' waits as a whole; nothing of it was written.",
            "Accept it with --accept. To leave everything as it is, nothing needs to be said.",
        )
    start, ids = None, frozenset[str]()
    if record.since_instant is not None:
        start = _same_start(record.since, record.since_instant, connection)
    else:
        ids = frozenset(r.change.source_id for r in rooms.history.run_changes(record.run_id))
    wanted = run_request(
        rooms, connection, start=start, ids=ids, accepted=record.brake, accept_first=True, occasion="decision"
    )
    return carry_out(rooms, wanted, cancelled, progress)


def _same_start(since: str, instant: datetime, connection: Connection) -> Start:
    """The start of an earlier run, at the same moment: 'Past Week' said last week still means that week."""
    presets = {choice.value: choice for choice in StartChoice if choice is not StartChoice.CUSTOM}
    choice = presets.get(since, StartChoice.CUSTOM)
    day = None if choice is StartChoice.LAST else instant.astimezone(connection.zone).date()
    return Start(choice, instant, day)


def _run_these(
    rooms: Rooms,
    connection: Connection,
    ids: frozenset[str],
    occasion: str,
    cancelled: Cancelled,
    progress: Callable[[Progress], None],
    before: Callable[[], None] = lambda: None,
) -> RunSummary:
    wanted = run_request(rooms, connection, start=None, ids=ids, occasion=occasion, accept_first=True)
    return carry_out(rooms, wanted, cancelled, progress, before)


def _run(rooms: Rooms, connection: Connection, run_id: str) -> RunRecord:
    record = rooms.history.run(run_id, connection.id)
    if record is None:
        raise UsageError(
            f"'{connection.name}' has no run '{run_id}'.",
            "The history lists the runs with their ids: syncdesk history NAME.",
        )
    return record


def _chosen(
    rooms: Rooms, connection: Connection, rows: tuple[WaitingRow, ...], request: DecideRequest
) -> list[WaitingRow]:
    """The waiting rows that are meant: of a run, of some numbers, or both."""
    if not request.run_id:
        return _named(rows, request.invoices)
    _run(rooms, connection, request.run_id)
    asked = {r.change.source_id: r.change for r in rooms.history.run_changes(request.run_id)}
    of_run = [row for row in rows if row.source_id in asked]
    if request.invoices:
        of_run = _named(tuple(of_run), request.invoices)
    fresh = [_as_asked(row, asked[row.source_id]) for row in of_run if _still_asks(row, asked[row.source_id])]
    if of_run and not fresh:
        raise UsageError(
            f"What the run '{request.run_id}' asked about has changed since.",
            "Look at the newest run, or at the waiting list: syncdesk waiting NAME.",
        )
    return fresh


def _as_asked(row: WaitingRow, change: Change) -> WaitingRow:
    return replace(row, held=change.old)


def _still_asks(row: WaitingRow, change: Change) -> bool:
    """True if the row waits for the very reason that the run gave, or has just been answered."""
    return change.reason in (row.reason, row.asked)


def _named(rows: tuple[WaitingRow, ...], numbers: tuple[str, ...]) -> list[WaitingRow]:
    """The waiting rows of these job numbers, or of these numbers of the books."""
    found: list[WaitingRow] = []
    for number in dict.fromkeys(numbers):
        of_number = [row for row in rows if row.job_number == number]
        of_number = of_number or [row for row in rows if row.invoice_number == number]
        if not of_number:
            raise UsageError(
                f"The invoice '{number}' does not wait for anything.",
                "See what waits: syncdesk waiting NAME.",
            )
        found += of_number
    return found


def _as_seen(rows: tuple[WaitingRow, ...], request: DecideRequest) -> list[WaitingRow]:
    """The waiting rows as the person saw them; where she takes an answer back, as they are."""
    waits = {row.source_id: row for row in rows}
    seen = [one for one in request.seen if one.source_id in waits]
    if not seen:
        raise UsageError(
            "None of these invoices waits for an answer any more.", "Look at the newest run once more."
        )
    if request.verdict is None:
        return [waits[one.source_id] for one in seen]
    return [
        replace(
            waits[one.source_id], fingerprint=one.fingerprint, held=one.held, reason=one.reason, decision=None
        )
        for one in seen
    ]


def _answerable(rows: Iterable[WaitingRow], verdict: Verdict, explicit: bool) -> list[WaitingRow]:
    """The rows that can be answered so. Raises UsageError if a row that was named cannot, or none can."""
    rows = list(rows)
    can = [row for row in rows if can_answer(row.asked, verdict)]
    if not rows:
        raise UsageError("Nothing waits there for an answer.", "See what waits: syncdesk waiting NAME.")
    cannot = [row for row in rows if not can_answer(row.asked, verdict)]
    if cannot and (explicit or not can):
        named = "; ".join(f"{row.invoice_number or row.source_id}: {row.asked}" for row in cannot[:5])
        raise UsageError(f"This cannot be answered with --{verdict.value}. {named}", _PUT_RIGHT)
    return can


def _answered(rows: Iterable[WaitingRow], explicit: bool) -> list[WaitingRow]:
    """The rows with an answer to take back. Raises UsageError if one that was named has none, or none has."""
    rows = list(rows)
    answered = [row for row in rows if row.decision is not None]
    if not answered or (explicit and len(answered) < len(rows)):
        raise UsageError(
            "There is no answer to take back.", "See what was kept or ignored: syncdesk waiting NAME."
        )
    return answered


def _decision(row: WaitingRow, verdict: Verdict, now: datetime, run_id: str) -> Decision:
    return Decision(
        row.source_id,
        verdict,
        row.fingerprint,
        row.held,
        row.asked,
        run_id,
        now,
        user(),
        platform.node(),
    )
