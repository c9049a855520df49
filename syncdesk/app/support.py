"""The use-case 'support file': what helps whoever helps, as plain text that a person reads before it is saved
(UX-26). Secrets are removed last, so that nothing can slip past (F-44)."""

import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from syncdesk import __version__
from syncdesk.app import checks, reading
from syncdesk.app.drafts import settings_of
from syncdesk.app.logs import EARLIER_CRASH
from syncdesk.app.wiring import Rooms
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.job import Check
from syncdesk.model.ports import FieldKind
from syncdesk.model.records import RunRecord
from syncdesk.model.redaction import redacted

_RUNS = 20
_LOG_LINES = 300
_MOST_CHARACTERS = 400_000


def support_text(rooms: Rooms) -> str:
    """Versions, settings, checks, the latest runs and the end of the log. It names companies, files and
    servers, and what errors and log say may name an invoice; it lists neither customers nor figures, and has
    no secret. What cannot be read is said in its place."""
    parts = [*_program(rooms), *_checks(rooms)]
    for connection in _connections(rooms):
        parts += _connection(rooms, connection)
    crash = rooms.folders.logs / EARLIER_CRASH
    if crash.exists():
        parts += ["", "## Where SyncDesk was when it was last brought down", *_log(crash)]
    parts += ["", "## Log", *_log(rooms.folders.logs / "syncdesk.log")]
    return redacted("\n".join(parts))[:_MOST_CHARACTERS] + "\n"


def _program(rooms: Rooms) -> Iterator[str]:
    yield f"SyncDesk {__version__}, {rooms.clock():%Y-%m-%d %H:%M} UTC"
    yield f"Python {platform.python_version()} on {platform.platform()}"
    yield f"Started as {Path(sys.executable).name}; state in {rooms.folders.data}"


def _checks(rooms: Rooms) -> Iterator[str]:
    yield ""
    yield "## Set-up"
    for check in _told(lambda: checks.doctor(rooms, None)):
        yield f"{'ok  ' if check.ok else 'FAIL'} {check.title}"
        if not check.ok:
            yield from (f"     {line}" for line in (check.remedy, *check.detail.splitlines()) if line)


def _told(look: Callable[[], Iterable[Check]]) -> Iterable[Check]:
    try:
        return look()
    except SyncDeskError as error:
        return (Check.failed(error),)


def _connections(rooms: Rooms) -> tuple[Connection, ...]:
    try:
        return rooms.connections()
    except SyncDeskError:
        return ()  # the checks say why


def _connection(rooms: Rooms, connection: Connection) -> Iterator[str]:
    yield ""
    yield f"## {connection.name} ({connection.source_kind}, {connection.id})"
    yield f"job database: {connection.job_db}"
    secret = {f.key for f in rooms.kind(connection).fields if f.kind is FieldKind.SECRET}
    for key, value in connection.source.items():
        if key not in secret:
            yield f"{key}: {value}"
    for key, value in settings_of(connection).items():
        yield f"{key}: {value}"
    yield f"mapping: {connection.mapping}"
    try:
        state = reading.state(rooms, connection)
        runs = rooms.history.runs(connection.id, _RUNS)
    except SyncDeskError as error:
        yield f"{error.title} {error.detail}"
        return
    yield f"last success: {_moment(state.last_success)}; waiting: {state.waiting}"
    for run in runs:
        yield from _run(run)


def _run(run: RunRecord) -> Iterator[str]:
    counts = run.counts
    yield (
        f"{_moment(run.started_at)} {run.run_id} {run.kind.value} by {run.trigger} since {run.since}: "
        f"{run.result.value if run.result is not None else 'not finished'}; "
        f"written {counts.written}, unchanged {counts.unchanged}, skipped {counts.skipped}, "
        f"unmatched {counts.unmatched}, conflict {counts.conflict}, failed {counts.failed}"
    )
    if run.brake is not None:
        yield f"     waits: {run.brake.code}"
    for text in (run.message, *run.detail.splitlines()):
        if text:
            yield f"     {text}"


def _moment(instant: datetime | None) -> str:
    return "never" if instant is None else f"{instant:%Y-%m-%d %H:%M:%S} UTC"


def _log(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8", errors="replace").splitlines()[-_LOG_LINES:] or ["(empty)"]
    except FileNotFoundError:
        return ["(there is none yet)"]
    except OSError as error:
        return [f"(cannot be read: {error})"]
