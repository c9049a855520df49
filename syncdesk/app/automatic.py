"""The use-cases of automatic runs: which are due, running one, and the entry of the system's scheduler
(BBK-04, BBK-23, F-38, F-41). Called by Desk for window, command line and system alike."""

from collections.abc import Callable
from datetime import datetime
from hashlib import blake2b

from syncdesk.app import runs
from syncdesk.app.views import AutomaticEnd, AutomaticState, SyncRequest
from syncdesk.app.wiring import Rooms
from syncdesk.model.changes import Outcome, Progress, RunResult, RunSummary
from syncdesk.model.connection import Connection
from syncdesk.model.errors import BusyError, RunCancelled, SyncDeskError
from syncdesk.model.ports import Cancelled
from syncdesk.model.schedule import Schedule, coming, days_without_success, due_since
from syncdesk.model.start import StartChoice
from syncdesk.settings.system_scheduler import entry_of


class _NotDueError(Exception):
    """Another process ran it meanwhile."""


def state(rooms: Rooms, connection: Connection, last_success: datetime | None) -> AutomaticState:
    """How automatic runs of a connection stand, whose latest good run began at `last_success`."""
    journal, schedule, now = rooms.journal(connection), connection.runs_by_itself, rooms.clock()
    ready = journal.has_applied_run()
    next_run, failures, trouble = None, 0, ""
    if schedule is not None:
        tries = rooms.automatic(connection).tries(str(schedule))
        failures, trouble = tries.failures, tries.message
        if ready:
            next_run = coming(schedule, connection.zone, now, tries)
    return AutomaticState(
        on=connection.automatic,
        schedule=connection.schedule,
        while_closed=connection.while_closed,
        next_run=next_run,
        awaits_first_run=schedule is not None and not ready,
        failures=failures,
        trouble=trouble,
        days_without_success=days_without_success(schedule, last_success, now),
    )


def due(rooms: Rooms) -> tuple[str, ...]:
    """The names of the connections whose automatic run is due, longest overdue first."""
    found = []
    for connection in rooms.connections():
        since = _due_since(rooms, connection)
        if since is not None:
            found.append((since, connection.name))
    return tuple(name for _, name in sorted(found))


def run_due(
    rooms: Rooms, connection: Connection, cancelled: Cancelled, progress: Callable[[Progress], None]
) -> AutomaticEnd | None:
    """The automatic run of a connection from its last success on; None if none is due, or another run is
    under way. It never asks: what needs a person waits (F-38). A fault is no exception but its end, and is
    tried again after a while."""
    if _due_since(rooms, connection) is None:
        return None
    journal = rooms.automatic(connection)

    def begin() -> None:
        if _due_since(rooms, connection) is None:
            raise _NotDueError
        journal.begin()

    last = rooms.journal(connection).watermark()
    choice = StartChoice.LAST if last is not None else StartChoice.MONTH
    request = SyncRequest(connection=connection.name, choice=choice, unattended=True)
    try:
        summary = runs.sync(rooms, request, cancelled, progress, begin)
    except (_NotDueError, BusyError):
        return None
    except RunCancelled:
        journal.ended_well()
        raise
    except SyncDeskError as error:
        if _was_not_noted(rooms, connection):  # it failed before it began
            journal.begin()
        journal.failed(f"{error.title} {error.remedy}".strip())
        return AutomaticEnd(connection.name, None, error, journal.is_news(_mark(error.title)))
    if summary.result is not RunResult.FAILED:
        journal.ended_well()
    elif summary.error is not None:
        journal.failed(f"{summary.error.title} {summary.error.remedy}".strip())
    need = _need(summary)
    return AutomaticEnd(connection.name, summary, summary.error, bool(need) and journal.is_news(need))


def _was_not_noted(rooms: Rooms, connection: Connection) -> bool:
    """True if the run is still due, so that nobody has noted the try yet."""
    return _due_since(rooms, connection) is not None


def take_effect(rooms: Rooms, before: Connection | None, now: Connection | None) -> None:
    """What other settings mean beyond themselves (None = there is no such connection): a schedule begins, and
    the entry of the system's scheduler is put in place or taken away. Raises SetupError where this system
    cannot; then the settings must stay as they were."""
    wanted, had = _wanted(now), _wanted(before)
    if wanted is not None and now is not None:
        if wanted != had or not rooms.system_scheduler.is_installed(now.id):
            rooms.system_scheduler.install(entry_of(now.id, now.name, *wanted[1:]))
    elif had is not None and before is not None:
        rooms.system_scheduler.remove(before.id)
    if now is not None and now.runs_by_itself is not None:
        rooms.automatic(now).tries(str(now.runs_by_itself))


def _wanted(connection: Connection | None) -> tuple[str, Schedule, str] | None:
    if connection is None or not connection.while_closed or connection.runs_by_itself is None:
        return None
    return connection.name, connection.runs_by_itself, connection.time_zone


def _due_since(rooms: Rooms, connection: Connection) -> object:
    schedule = connection.runs_by_itself
    if schedule is None:
        return None
    tries = rooms.automatic(connection).tries(str(schedule))
    since = due_since(schedule, connection.zone, rooms.clock(), tries)
    # The first run previews and waits for a person (UX-4), so it is never an automatic one.
    return since if since is not None and rooms.journal(connection).has_applied_run() else None


def _need(summary: RunSummary) -> str:
    """What of this run needs a person, as a mark that is the same while nothing changes; '' if nothing
    does."""
    if summary.result is RunResult.FAILED:
        return _mark(summary.error.title if summary.error is not None else "failed")
    if summary.result is RunResult.NEEDS_DECISION:
        return _mark(f"waits {summary.brake.code if summary.brake is not None else ''}")
    asking = sorted(
        f"{change.source_id} {change.reason.code}"
        for change in summary.changes
        if change.outcome in (Outcome.CONFLICT, Outcome.FAILED)
    )
    return _mark("\n".join(asking)) if asking else ""


def _mark(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
