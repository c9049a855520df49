"""The use-cases around one invoice: its story, its own switch, syncing it alone, links by hand (BBK-25 to
BBK-51, SMQ-01, SMQ-03). Called by Desk for window and command line."""

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from syncdesk.app import reading, runs
from syncdesk.app.story_views import Blocker, InvoiceStory, Obstacle, Suggestion, SyncEvent, Trigger
from syncdesk.app.views import InvoiceRow, WaitingRow
from syncdesk.app.waiting import STANDING, waiting
from syncdesk.app.wiring import Rooms
from syncdesk.model.by_hand import Asked, AskedState, HandAct
from syncdesk.model.changes import Outcome, Progress, RunKind, RunResult, RunSummary
from syncdesk.model.connection import Connection
from syncdesk.model.errors import BusyError, UsageError
from syncdesk.model.job import RowKey
from syncdesk.model.ports import Cancelled
from syncdesk.model.records import ChangeRecord, RunRecord
from syncdesk.model.redaction import redacted
from syncdesk.model.sync_state import EventKind, event_kind

MOST_SUGGESTIONS = 50
_TRIGGERS = frozenset(trigger.value for trigger in Trigger)


def story(rooms: Rooms, connection: Connection, key: RowKey) -> InvoiceStory:
    """Everything about the invoice of one job row, from job database and journal; the books are not asked.
    Raises UsageError if the row is gone."""
    row = reading.invoice(rooms, connection, key)
    off = key in rooms.by_hand(connection).switched_off()
    waits = _waiting(rooms, connection, row)
    return InvoiceStory(
        row=row,
        since=waits.since if waits is not None else row.last_synced,
        source_label=rooms.kind(connection).label,
        explanation=reading.explain(rooms, connection, row.source_id) if row.source_id else None,
        switch_on=not off,
        is_linked=bool(row.source_id) and bool(rooms.journal(connection).owners([key])),
        is_first=row.last_synced is None,
        blockers=tuple(_blockers(rooms, connection, row, waits, off)),
        events=tuple(_events(rooms, connection, row)),
        waiting=waits,
    )


def switch(rooms: Rooms, connection: Connection, key: RowKey, on: bool) -> None:
    """Turn the invoice's own switch on or off (BBK-25). Switched on again, it is due. Raises UsageError if
    the row is gone."""
    reading.job_row(rooms, connection, key)
    rooms.by_hand(connection).switch(key, on)


def sync_invoice(
    rooms: Rooms,
    connection: Connection,
    key: RowKey,
    cancelled: Cancelled,
    progress: Callable[[Progress], None],
) -> RunSummary | None:
    """Sync the invoice of one job row now, whatever its switch says (BBK-28, BBK-29). None while another run
    is under way: the wish is recorded, superseding an earlier one (BBK-37), and carried out by the next run.

    Raises UsageError if the row is gone, and what :func:`syncdesk.app.runs.sync` raises."""
    row = reading.invoice(rooms, connection, key)
    asked = rooms.by_hand(connection).ask(key, row.source_id or "")
    return _carry_out(rooms, connection, row, asked, cancelled, progress)


def _carry_out(
    rooms: Rooms,
    connection: Connection,
    row: InvoiceRow,
    asked: int,
    cancelled: Cancelled,
    progress: Callable[[Progress], None],
) -> RunSummary | None:
    """A run for one recorded wish; None while another run is under way."""
    only = () if row.source_id else (row.number,)
    wanted = runs.run_request(
        rooms,
        connection,
        start=None,
        ids=frozenset({row.source_id} if row.source_id else ()),
        only=only,
        occasion="invoice",
        accept_first=True,
    )
    try:
        return runs.carry_out(rooms, wanted, cancelled, progress, requests=(asked,))
    except BusyError:
        return None


def sync_requested(
    rooms: Rooms, connection: Connection, cancelled: Cancelled, progress: Callable[[Progress], None]
) -> tuple[RunResult, ...]:
    """Carry out the wishes that were recorded while another run was under way, one by one; return how each
    ended. None is carried out while a run is under way still: that one, or the next, takes them up."""
    ends: list[RunResult] = []
    for asked in rooms.by_hand(connection).open_requests():
        if cancelled():
            break
        try:
            row = reading.invoice(rooms, connection, asked.key)
            summary = _carry_out(rooms, connection, row, asked.id, cancelled, progress)
            if summary is None:
                break
            ends.append(summary.result)
        except UsageError:  # the row is gone
            rooms.by_hand(connection).settle([asked], lambda _: None, failed=True)
            ends.append(RunResult.FAILED)
    return tuple(ends)


def link(rooms: Rooms, connection: Connection, key: RowKey, source_id: str) -> None:
    """Tie a document of the books to a job row by hand, by exact ids (SMQ-03, D13). The next action brings it
    up to date. Raises UsageError if either is gone or belongs to another already."""
    row = reading.job_row(rooms, connection, key)
    journal = rooms.journal(connection)
    document = journal.documents([source_id]).get(source_id)
    if document is None:
        raise UsageError("This invoice of the books is not known yet.", "Run a sync first.")
    if document.job_key is not None and document.job_key != key:
        raise UsageError(
            f"This invoice of the books belongs to the row '{document.job_number}' already.",
            "Unlink it there first.",
        )
    if journal.owners([key]).get(key, source_id) != source_id:
        raise UsageError(
            f"The row '{row.number}' is linked to another invoice of the books already.", "Unlink it first."
        )
    explained = reading.explain(rooms, connection, source_id)
    _while_nobody_runs(
        rooms,
        connection,
        lambda: rooms.by_hand(connection).link(key, row.number, source_id, explained.number),
    )


def unlink(rooms: Rooms, connection: Connection, key: RowKey) -> None:
    """Take a job row and its document apart. The row keeps its figures, and their number does not bring them
    together again. Raises UsageError if the row has no link."""
    source_id = rooms.journal(connection).owners([key]).get(key)
    if source_id is None:
        raise UsageError("This invoice is linked to nothing in the books.", "There is nothing to unlink.")
    explained = reading.explain(rooms, connection, source_id)
    _while_nobody_runs(
        rooms, connection, lambda: rooms.by_hand(connection).unlink(key, source_id, explained.number)
    )


def suggestions(rooms: Rooms, connection: Connection, key: RowKey) -> tuple[Suggestion, ...]:
    """Documents of the books without a row that may belong to this one, the likeliest first. Only shown
    (F-28)."""
    row = reading.job_row(rooms, connection, key)
    rule = connection.mapping.numbers
    wanted = rule.source_number(row.number)
    found = []
    for one in rooms.history.loose_documents(connection.id):
        if row.currency and one.currency != row.currency:
            continue
        likeness = SequenceMatcher(None, _plain(wanted), _plain(one.number)).ratio()
        suggestion = Suggestion(
            one.source_id,
            one.number,
            one.customer,
            one.currency,
            one.total,
            same_number=_plain(one.number) == _plain(wanted),
            same_total=row.total is not None and row.total == one.total,
            same_customer=bool(row.customer) and _plain(row.customer) == _plain(one.customer),
        )
        found.append((_weight(suggestion) + likeness, suggestion))
    found.sort(key=lambda pair: (-pair[0], pair[1].number, pair[1].source_id))
    return tuple(suggestion for _, suggestion in found[:MOST_SUGGESTIONS])


def key_of(rooms: Rooms, connection: Connection, number: str) -> RowKey:
    """The key of the one job row with this number. Raises UsageError if there is none, or more than one."""
    with rooms.jobs(connection) as jobs:
        rows = jobs.find([number])
    if len(rows) != 1:
        title = (
            f"The job database has {len(rows)} rows with the number '{number}'."
            if rows
            else f"There is no invoice '{number}'."
        )
        raise UsageError(title, "Give the number as it stands in the job database.")
    return rows[0].key


def _while_nobody_runs(rooms: Rooms, connection: Connection, act: Callable[[], None]) -> None:
    """A run under way holds links in its plan; they must not change beneath it. Raises BusyError."""
    with rooms.lease(connection):
        act()


def _plain(text: str) -> str:
    return "".join(text.casefold().split()).lstrip("0")


def _weight(one: Suggestion) -> int:
    return 4 * one.same_number + 2 * one.same_total + one.same_customer


def _waiting(rooms: Rooms, connection: Connection, row: InvoiceRow) -> WaitingRow | None:
    if row.source_id is None:
        return None
    return next(iter(waiting(rooms, connection, (row.source_id,))), None)


def _blockers(
    rooms: Rooms, connection: Connection, row: InvoiceRow, waits: WaitingRow | None, off: bool
) -> Iterable[Blocker]:
    if not connection.automatic:
        yield Blocker(Obstacle.CONNECTION_OFF)
    if off:
        yield Blocker(Obstacle.INVOICE_OFF)
    if row.problem:
        yield Blocker(Obstacle.UNREADABLE)
    if row.source_id is None:
        ran = rooms.journal(connection).has_applied_run()
        yield Blocker(Obstacle.NOT_IN_BOOKS if ran else Obstacle.NO_RUN_YET)
        return
    if waits is None or waits.reason.code in ("switched_off", "linked_by_hand"):
        return
    if waits.reason.code in STANDING | {"kept"}:
        yield Blocker(Obstacle.ANSWERED, waits.asked)
    elif waits.reason.code == "undone":
        yield Blocker(Obstacle.UNDONE, waits.reason)
    elif waits.answers and waits.outcome is Outcome.CONFLICT:
        yield Blocker(Obstacle.TO_DECIDE, waits.reason)
    else:
        yield Blocker(Obstacle.FAILED, waits.reason, waits.next_try)


def _events(rooms: Rooms, connection: Connection, row: InvoiceRow) -> list[SyncEvent]:
    """The story, newest first: what runs stored of the invoice, what was asked for it alone, what was done by
    hand."""
    hand = rooms.by_hand(connection)
    asked, acts = hand.requests(row.key), hand.acts(row.key)
    # What was linked here once belongs to the story too, as far as it concerned this row.
    documents = {act.source_id for act in acts} | {one.source_id for one in asked} | {row.source_id or ""}
    records = [
        record
        for source_id in documents - {""}
        for record in rooms.history.invoice_changes(connection.id, source_id)
        if source_id == row.source_id or record.change.job_key == row.key
    ]
    of_runs = rooms.history.runs_of({r.run_id for r in records} | {one.run_id for one in asked if one.run_id})
    told = {record.run_id for record in records}
    alive = any(one.state is AskedState.SYNCING for one in asked) and rooms.is_running(connection)
    events = [_of_record(record, of_runs.get(record.run_id)) for record in records]
    events += [
        _of_asked(one, of_runs.get(one.run_id), alive)
        for one in asked
        if not (one.state is AskedState.DONE and one.run_id in told)
    ]
    events += [_of_act(act) for act in acts]
    return sorted(events, key=lambda event: event.at, reverse=True)


def _trigger(run: RunRecord | None) -> Trigger:
    if run is None:
        return Trigger.PERSON
    if run.kind is RunKind.UNDO:
        return Trigger.UNDO
    return Trigger(run.trigger) if run.trigger in _TRIGGERS else Trigger.PERSON


def _of_record(record: ChangeRecord, run: RunRecord | None) -> SyncEvent:
    change = record.change
    return SyncEvent(
        kind=event_kind(change.outcome, change.reason),
        at=record.at,
        trigger=_trigger(run),
        user=run.user if run is not None else "",
        computer=run.computer if run is not None else "",
        run_id=record.run_id,
        reason=change.reason,
        old=change.old,
        new=change.new,
        currency=change.currency,
        payments=len(record.payment_ids),
        raw=redacted(change.detail),
    )


def _of_asked(one: Asked, run: RunRecord | None, alive: bool) -> SyncEvent:
    kinds = {
        AskedState.PENDING: EventKind.PENDING,
        AskedState.SUPERSEDED: EventKind.SUPERSEDED,
        AskedState.SYNCING: EventKind.SYNCING if alive else EventKind.PENDING,
    }
    kind = kinds.get(one.state)
    if kind is None:
        kind = event_kind(Outcome(one.outcome), one.reason) if one.outcome else EventKind.FAILED
    failed = one.state is AskedState.DONE and not one.outcome
    return SyncEvent(
        kind=kind,
        at=one.ended_at or one.at,
        trigger=Trigger.INVOICE,
        user=one.user,
        computer=one.computer,
        run_id=one.run_id,
        reason=one.reason,
        message=run.message if run is not None and failed else "",
        raw=redacted(run.detail) if run is not None and failed else "",
    )


def _of_act(act: HandAct) -> SyncEvent:
    return SyncEvent(
        kind=EventKind.BY_HAND,
        at=act.at,
        trigger=Trigger.HAND,
        user=act.user,
        computer=act.computer,
        act=act,
    )
