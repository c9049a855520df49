"""Opens a job database from its address and runs short pieces of work in it, patient with locks. Called
by every file of this room."""

import os
import random
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import sqlalchemy as sa

from syncdesk.jobdb.dialects import Dialect, dialect_of
from syncdesk.jobdb.faults import Fault, fault_of, translated, unsure
from syncdesk.jobdb.servers import place_of, server_address, server_engine
from syncdesk.jobdb.sessions import WAIT, behave
from syncdesk.model.errors import RunCancelled, SetupError
from syncdesk.model.ports import Cancelled

Result = TypeVar("Result")

_PAUSE = 0.05  # seconds between attempts, more or less: two that block each other must not meet again
_WRITES = "syncdesk_writes"


def never() -> bool:
    """Nobody asked to stop."""
    return False


class Database:
    """An open job database. `place` names it for people, `path` is its file if it is one.

    Nothing is held between two pieces of work but, on servers, idle connections: no lock, and no file
    that was meanwhile replaced.
    """

    def __init__(
        self, engine: sa.Engine, place: str, path: Path | None = None, patience: float = 10.0
    ) -> None:
        self.engine = engine
        self.place = place
        self.path = path
        self.patience = patience
        self.dialect: Dialect = dialect_of(engine)
        self._any_bytes = False

    def read(self, work: Callable[[sa.Connection], Result], cancelled: Cancelled = never) -> Result:
        """The result of `work`, done in one read transaction that has ended when this returns.

        A locked database is tried again until patience ends, and a connection that broke off once more
        on a fresh one: `work` must be repeatable. Raises the translated error, or RunCancelled.
        """
        return self._patiently(lambda: self._once(work, writes=False), cancelled)

    def write(self, work: Callable[[sa.Connection], Result], cancelled: Cancelled = never) -> Result:
        """Like :meth:`read`, in one transaction that may write and is committed; nothing of it remains if
        this raises, with one exception.

        Raises RecordError when the database refuses at the very end what it accepted before. Where the
        connection broke off just then it is not known whether the work was done: RetryableError, whose title
        says so (D7).
        """
        return self._patiently(lambda: self._once(work, writes=True), cancelled)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    def _once(self, work: Callable[[sa.Connection], Result], *, writes: bool) -> Result:
        worked = False
        try:
            with self.engine.connect() as connection:
                connection.execution_options(**{_WRITES: writes})
                with connection.begin():
                    result = work(connection)
                    worked = True
        except sa.exc.DBAPIError as error:
            if worked and writes and fault_of(error) is Fault.AWAY:
                raise unsure(error, self.place) from error
            raise
        return result

    def _patiently(self, attempt: Callable[[], Result], cancelled: Cancelled) -> Result:
        deadline = time.monotonic() + self.patience
        was_away = False
        while True:
            if cancelled():
                raise RunCancelled
            try:
                return attempt()
            except sa.exc.DBAPIError as error:
                fault = fault_of(error)
                if fault is Fault.NOT_TEXT and not self._any_bytes:
                    self._any_bytes = True
                elif fault is Fault.AWAY and not was_away:
                    was_away = True  # nothing was done: a transaction without its end is taken back
                elif fault is not Fault.LOCKED or time.monotonic() >= deadline:
                    raise translated(error, self.place) from error
            time.sleep(_PAUSE * random.uniform(0.5, 1.5))

    def connect_file(self) -> sqlite3.Connection:
        """A fresh connection to the SQLite file, which is never created. For the engine's pool only."""
        assert self.path is not None
        require_file(self.path)
        connection = sqlite3.connect(
            f"file:{_uri_path(self.path)}?mode=rw",
            uri=True,
            timeout=WAIT,
            isolation_level=None,  # we begin and end transactions ourselves, see _begin
            check_same_thread=False,
        )
        if self._any_bytes:
            connection.text_factory = _text_or_bytes
        return connection


def open_database(url: str, password: str | None = None, patience: float = 10.0) -> Database:
    """Open the job database at an SQLAlchemy URL, or at a bare path to an SQLite file; nothing is asked of
    it yet.

    Raises SetupError for an address that cannot be one, a driver that is not installed, and for a file
    that is not there.
    """
    address = _address(url)
    if password is not None:
        address = address.set(password=password)
    if address.get_backend_name() == "sqlite":
        return _open_file(address, patience)
    address = server_address(address)
    place = place_of(address)
    try:
        engine = server_engine(address)
    except (ImportError, sa.exc.ArgumentError) as error:
        raise SetupError(
            f"This computer cannot talk to a database of the kind '{address.drivername}'.",
            "Install SyncDesk with the driver for it, or check the beginning of the address.",
            str(error),
            "job_db",
        ) from error
    behave(engine)
    return Database(engine, place, patience=patience)


def _address(url: str) -> sa.URL:
    text = url.strip()
    if "://" not in text:
        if not text:
            raise SetupError(
                "No job database was given.", "Choose its file, or give its address.", field="job_db"
            )
        return sa.URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        return sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise SetupError(
            "The address of the job database is not complete.",
            "It looks like sqlite:////folder/jobs.db or postgresql://user@server/database.",
            field="job_db",
        ) from error


def _open_file(address: sa.URL, patience: float) -> Database:
    name = address.database or ""
    if not name or name == ":memory:" or name.startswith("file:") or address.query:
        raise SetupError(
            "The address names no SQLite file.",
            "Give the path of the file alone: sqlite:////folder/jobs.db.",
            field="job_db",
        )
    path = Path(name).absolute()
    require_file(path)
    database: Database
    engine = sa.create_engine(
        "sqlite+pysqlite://",
        creator=lambda: database.connect_file(),
        poolclass=sa.NullPool,
        hide_parameters=True,
    )
    sa.event.listen(engine, "begin", _begin)
    database = Database(engine, f"'{path}'", path, patience)
    return database


def _begin(connection: sa.Connection) -> None:
    """A writing transaction takes its lock at once: it then cannot lose a race half-way."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def require_file(path: Path) -> None:
    """Raise SetupError unless an ordinary file is there. The file is never opened here: closing a second
    handle on an open SQLite file would drop this process's locks on it
    (https://www.sqlite.org/howtocorrupt.html, 2.2)."""
    try:
        if path.is_file():
            return
        if path.is_dir():
            title, remedy = (
                f"'{path}' is a folder, not a file.",
                "Choose the file of the job database inside it.",
            )
        elif path.exists():
            title, remedy = f"'{path}' is not an ordinary file.", "Choose the file of the job database."
        elif not path.parent.is_dir():
            title, remedy = (
                f"There is no folder '{path.parent}'.",
                "Check the path; a network drive may not be connected.",
            )
        else:
            title, remedy = (
                f"There is no file '{path}'.",
                "Check the path, or choose the file again. SyncDesk never makes a job database.",
            )
    except (OSError, ValueError) as error:
        raise SetupError(
            f"'{path}' cannot be looked at.",
            "Check the path and that this user may read the folder.",
            str(error),
            "job_db",
        ) from error
    raise SetupError(title, remedy, field="job_db")


def may(path: Path, mode: int) -> bool:
    """True if the user this program runs as may do `mode` (os.R_OK, os.W_OK) with the path."""
    return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)


def _uri_path(path: Path) -> str:
    text = path.as_posix()
    if text.startswith("//"):  # a Windows share: an empty authority keeps its two slashes part of the path
        text = f"//{text}"
    return quote(text if text.startswith("/") else f"/{text}", safe="/:")


def _text_or_bytes(stored: bytes) -> str | bytes:
    """Text, or the bytes as they are where they are no UTF-8: nothing is lost, and everything else can
    be stored again as it was."""
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return stored
