"""The use-case 'run': resolves the start, takes the lease, hands the rooms to the engine. Called by Desk for
window and command line."""

import gc
import os
import platform
import time
import uuid
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from syncdesk.app.views import StartOption, SyncRequest
from syncdesk.app.wiring import Rooms, user
from syncdesk.engine.run import Run, RunRequest
from syncdesk.model.by_hand import Asked
from syncdesk.model.changes import Progress, RunKind, RunResult, RunSummary
from syncdesk.model.connection import Connection
from syncdesk.model.errors import RunCancelled, UsageError
from syncdesk.model.ports import Cancelled
from syncdesk.model.start import Start, StartChoice, resolve_start, start_day

NO_EARLIER_RUN = "There is no earlier successful run yet."
"""Why 'Last Successful Run' cannot be chosen."""
_PAUSE_STEP = 0.2  # seconds between looks at the stop button while waiting
# A run holds a hundred thousand values that all live to its end: looking for garbage among them over and over
# finds nothing and costs a fifth of its time.
_RARE_COLLECTIONS = (50_000, 20, 50)


def start_options(rooms: Rooms, connection: Connection) -> tuple[StartOption, ...]:
    """The five start dates as they resolve now, in the order of the window (UX-15)."""
    zone, now = connection.zone, rooms.clock()
    watermark = rooms.journal(connection).watermark()
    today = now.astimezone(zone).date()
    name = now.astimezone(zone).tzname() or ""
    last = StartOption(
        StartChoice.LAST,
        None,
        watermark,
        name,
        "" if watermark is not None else NO_EARLIER_RUN,
    )
    presets = (StartChoice.WEEK, StartChoice.TWO_WEEKS, StartChoice.MONTH)
    days = tuple(StartOption(choice, start_day(choice, today), None, name) for choice in presets)
    return (last, *days, StartOption(StartChoice.CUSTOM, today, None, name))


def sync(
    rooms: Rooms,
    request: SyncRequest,
    cancelled: Cancelled,
    progress: Callable[[Progress], None],
    before: Callable[[], None] = lambda: None,
) -> RunSummary:
    """Preview or run one connection. `before` happens while nobody else runs; what it raises ends the run
    before it began.

    Raises UsageError for a start date that cannot be used, BusyError if another run of this connection is
    under way, and what opening journal, books or job database raises; a fault during the run itself comes
    back in the summary."""
    connection = rooms.connection(request.connection)
    start = _start(request, connection, rooms.clock(), rooms.journal(connection).watermark())
    wanted = run_request(
        rooms,
        connection,
        start=start,
        kind=RunKind.PREVIEW if request.preview else RunKind.SYNC,
        only=request.invoices,
        accept_first=request.accept_first,
        unticked=request.unticked,
        plan=request.plan,
        occasion="schedule" if request.unattended else "person",
        unattended=request.unattended,
    )
    return carry_out(rooms, wanted, cancelled, progress, before)


def run_request(rooms: Rooms, connection: Connection, start: Start | None, **more: Any) -> RunRequest:
    """A run of this connection by this person, on this computer, now; `more` are further fields of
    :class:`RunRequest`."""
    return RunRequest(
        run_id=new_run_id(rooms.clock()),
        connection=connection,
        start=start,
        settings=settings_mark(connection),
        user=user(),
        computer=platform.node(),
        process=os.getpid(),
        **more,
    )


def carry_out(
    rooms: Rooms,
    request: RunRequest,
    cancelled: Cancelled,
    progress: Callable[[Progress], None],
    before: Callable[[], None] = lambda: None,
    requests: Collection[int] = (),
) -> RunSummary:
    """Take the lease, do what must happen `before` the run while nobody else runs, and run. An ordinary run
    takes up all wishes for single invoices that wait, a restricted one only those in `requests` (BBK-37).
    Raises what :func:`sync` raises."""
    connection = request.connection
    with rare_collections(), rooms.lease(connection) as lease:

        def stopped() -> bool:
            lease.check()
            return cancelled()

        before()
        with _wishes(rooms, request, requests) as wishes, rooms.jobs(connection, cancelled=stopped) as jobs:
            run = Run(
                wishes.request,
                rooms.source(connection),
                jobs,
                rooms.journal(connection),
                rooms.clock,
                pause_for(stopped),
                stopped,
                progress,
            )
            wishes.summary = run.execute()
            return wishes.summary


@dataclass(slots=True)
class _Wishes:
    """A run with the wishes for single invoices that it took up."""

    request: RunRequest
    taken: list[Asked]
    summary: RunSummary | None = None


@contextmanager
def _wishes(rooms: Rooms, request: RunRequest, only: Collection[int]) -> Iterator[_Wishes]:
    """Hand the wishes that wait to the run, and store what became of each when it ends, however it ends.
    Those that name no document of the books need a run of their own."""
    if request.kind is not RunKind.SYNC or (request.start is None and not only):
        yield _Wishes(request, [])
        return
    hand = rooms.by_hand(request.connection)
    taken = hand.take_up(request.run_id, only if request.start is None else None)
    if request.start is not None:
        request = replace(request, asked=frozenset(one.source_id for one in taken))
    wishes = _Wishes(request, taken)
    try:
        yield wishes
    finally:
        if taken:
            summary = wishes.summary
            changes = summary.changes if summary is not None else ()
            by_id = {change.source_id: change for change in changes}
            by_key = {change.job_key: change for change in changes}
            failed = request.start is None and summary is not None and summary.result is RunResult.FAILED
            hand.settle(taken, lambda one: by_id.get(one.source_id) or by_key.get(one.key), failed)


@contextmanager
def rare_collections() -> Iterator[None]:
    """Look for garbage seldom while the block runs."""
    thresholds = gc.get_threshold()
    gc.set_threshold(*_RARE_COLLECTIONS)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)


def new_run_id(now: datetime) -> str:
    """A run id that sorts by time and never repeats."""
    return f"{now.astimezone(UTC):%Y%m%d-%H%M%S}-{uuid.uuid4().hex[:6]}"


def settings_mark(connection: Connection) -> str:
    """A short text that changes whenever a setting changes that decides what a run finds or writes."""
    deciding = (
        connection.source_kind,
        sorted(connection.source.items()),
        connection.job_db,
        connection.mapping,
        connection.policy,
        connection.time_zone,
        connection.lock_date,
        connection.rules,
        connection.left_out,
    )
    return blake2b(repr(deciding).encode(), digest_size=8).hexdigest()


def _start(
    request: SyncRequest, connection: Connection, now: datetime, watermark: datetime | None
) -> Start | None:
    if request.invoices:
        if any(not number.strip() for number in request.invoices):
            raise UsageError(
                "An invoice number is empty.", "Give the number as it stands in the job database."
            )
        return None
    return resolve_start(request.choice, now, connection.zone, watermark, request.custom_day)


def pause_for(cancelled: Cancelled) -> Callable[[float], None]:
    """A way to wait that hears a wish to stop; it then raises RunCancelled."""

    def pause(seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if cancelled():
                raise RunCancelled
            time.sleep(min(_PAUSE_STEP, left))

    return pause
