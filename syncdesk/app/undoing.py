"""The use-case 'undo': take back what a run wrote (F-35). Called by Desk for window and command line."""

import os
import platform
from collections.abc import Callable

from syncdesk.app.runs import new_run_id
from syncdesk.app.wiring import Rooms, user
from syncdesk.engine.recover import recover
from syncdesk.engine.undo import Undo, UndoRequest
from syncdesk.model.changes import Progress, RunSummary
from syncdesk.model.errors import UsageError
from syncdesk.model.ports import Cancelled


def undo(
    rooms: Rooms,
    connection_name: str,
    run_id: str,
    cancelled: Cancelled,
    progress: Callable[[Progress], None],
    *,
    preview: bool = False,
) -> RunSummary:
    """Take a run back, or say what that would do. The books are not needed.

    Raises UsageError for a run that is not known or cannot be undone, BusyError if a run of this connection
    is under way, and what opening journal or job database raises; a fault while rows are put back comes back
    in the summary."""
    connection = rooms.connection(connection_name)
    with rooms.lease(connection) as lease:

        def stopped() -> bool:
            lease.check()
            return cancelled()

        with rooms.jobs(connection, cancelled=stopped) as jobs:
            journal = rooms.journal(connection)
            recover(jobs, journal)  # only then it is known what an interrupted run wrote
            record = rooms.history.run(run_id, connection.id)
            if record is None:
                raise UsageError(
                    f"'{connection.name}' has no run '{run_id}'.",
                    "The history lists the runs with their ids: syncdesk history NAME.",
                )
            request = UndoRequest(
                run_id=new_run_id(rooms.clock()),
                connection=connection,
                record=record,
                preview=preview,
                user=user(),
                computer=platform.node(),
                process=os.getpid(),
            )
            return Undo(request, jobs, journal, rooms.clock, stopped, progress).execute()
