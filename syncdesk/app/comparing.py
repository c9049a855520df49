"""The use-case 'compare with the books' (UX-24). Called by Desk.

It takes no lease and records nothing, so that it never holds a run up. A run that writes meanwhile is told of
in the result."""

from collections.abc import Callable
from dataclasses import replace

from syncdesk.app.runs import pause_for, rare_collections, run_request
from syncdesk.app.wiring import Rooms
from syncdesk.engine.compare import Comparer
from syncdesk.model.changes import Progress, RunKind, RunResult
from syncdesk.model.comparison import Comparison, Period
from syncdesk.model.connection import Connection
from syncdesk.model.ports import Cancelled
from syncdesk.model.start import BEGINNING

_LATEST_RUNS = (
    20  # previews write nothing; among so many runs there is one that does, or there was none lately
)


def compare(
    rooms: Rooms,
    connection: Connection,
    period: Period,
    cancelled: Cancelled,
    progress: Callable[[Progress], None],
) -> Comparison:
    """Both sides of the invoices of a period. Raises RunCancelled, and what opening or reading journal, books
    or job database raises."""
    before = _latest_writing_run(rooms, connection)
    request = run_request(rooms, connection, BEGINNING, kind=RunKind.PREVIEW)
    with rare_collections(), rooms.jobs(connection, cancelled=cancelled) as jobs:
        comparer = Comparer(
            request,
            rooms.source(connection),
            jobs,
            rooms.journal(connection),
            rooms.clock,
            pause_for(cancelled),
            cancelled,
            progress,
        )
        comparison = comparer.compare(period)
        after = _latest_writing_run(rooms, connection)
    under_way = before != after or (after is not None and after[1] is None)
    return replace(comparison, run_under_way=under_way)


def _latest_writing_run(rooms: Rooms, connection: Connection) -> tuple[str, RunResult | None] | None:
    """The newest run that may write, with its result; None = it is under way, or broke off."""
    runs = rooms.history.runs(connection.id, _LATEST_RUNS)
    return next(((run.run_id, run.result) for run in runs if run.kind is not RunKind.PREVIEW), None)
