"""The journal's file: opened, brought up to date, and lent out for reading or writing. Shared by all
connections' journals."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError

from sqlalchemy import URL, Connection, create_engine, event

from syncdesk.journal.schema import APPLICATION_ID, STEPS, Step, upgrade, version_of
from syncdesk.journal.trouble import translated
from syncdesk.model.errors import SetupError

WAIT_SECONDS = 15

# Why WAL with synchronous=FULL: an intention must be on the disk before its write is sent to the job database
# (D7), and FULL makes every commit wait for that, so that neither SIGKILL nor a power cut loses a committed
# row. WAL needs one flush for that where the rollback journal needs three, and the window keeps reading while
# a run writes. The price: the file has two companions (-wal, -shm) that belong to it, and it must lie on a
# disk of this computer, because WAL shares memory between processes; a state folder on a network drive is not
# supported.
_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS: a flush that really reaches the disk; elsewhere without effect
    "PRAGMA cache_size = -64000",  # KiB: the indexes of 100,000 invoices fit, no page is read twice
    "PRAGMA wal_autocheckpoint = 4000",  # pages: random index pages are written back once for several batches
)


class JournalFile:
    """The open journal file. Safe to use from several threads and processes at once; one writer at a time,
    readers never wait.

    Opening creates the file (readable for this user only) or upgrades it, after a copy named
    '<file>.version-<n>' was taken. Raises SetupError for a file of a newer SyncDesk or one that is no
    journal, and SetupError, RetryableError or FatalError when the file cannot be used.
    """

    def __init__(self, path: Path, steps: tuple[Step, ...] = STEPS, wait_seconds: int = WAIT_SECONDS) -> None:
        self.path = path
        self._steps = steps
        self._engine = create_engine(
            URL.create("sqlite", database=str(path)),
            connect_args={"timeout": wait_seconds, "isolation_level": None},
            hide_parameters=True,
        )
        event.listen(self._engine, "connect", partial(_prepare, wait_seconds))
        event.listen(self._engine, "begin", _begin)
        try:
            with translated(path):
                self._create()
                self._upgrade()
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view for reading; a run that writes meanwhile is neither seen nor disturbed."""
        with translated(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: durable when the block ends, undone when it raises."""
        with translated(self.path), self._engine.connect() as bare:
            connection = bare.execution_options(writes=True)
            with connection.begin():
                self._refuse_newer(version_of(connection))
                yield connection

    @property
    def _version(self) -> int:
        return self._steps[-1].to

    def _create(self) -> None:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))

    def _upgrade(self) -> None:
        with self._engine.connect() as connection:
            have = version_of(connection)
            self._refuse_foreign(connection, have)
        self._refuse_newer(have)
        if have == self._version:
            return
        if have:
            self._copy(have)
        with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            self._refuse_newer(version_of(connection))
            upgrade(connection, self._steps)

    def _refuse_newer(self, have: int) -> None:
        """Also asked before each write: a program left open must not write into a file that a newer one has
        upgraded meanwhile."""
        if have > self._version:
            raise SetupError(
                f"The journal {self.path} belongs to a newer SyncDesk.",
                "Close SyncDesk and start the newest version installed on this computer.",
                f"file version {have}, known up to {self._version}",
            )

    def _refuse_foreign(self, connection: Connection, have: int) -> None:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        if mark != APPLICATION_ID and (have or tables):
            raise SetupError(
                f"The file {self.path} is not a SyncDesk journal.",
                "Move it elsewhere, or choose another folder with SYNCDESK_HOME.",
            )

    def _copy(self, have: int) -> None:
        """A whole copy beside the file, what still lies in -wal included; it appears under its name only when
        it is complete."""
        copy = self.path.with_name(f"{self.path.name}.version-{have}")
        unfinished = copy.with_name(copy.name + ".partial")
        unfinished.unlink(missing_ok=True)
        connection = self._engine.raw_connection()
        try:
            connection.cursor().execute("VACUUM INTO ?", (str(unfinished),))
        finally:
            connection.close()
        unfinished.chmod(0o600)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(copy)


def _prepare(wait_seconds: int, dbapi_connection: object, _record: object) -> None:
    cursor = dbapi_connection.cursor()  # type: ignore[attr-defined]
    until = time.monotonic() + wait_seconds
    while cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except OperationalError as error:
            # SQLite waits for nobody here: two programs that make the file at once would wait for each other.
            if error.sqlite_errorcode & 0xFF != SQLITE_BUSY or time.monotonic() >= until:
                raise
            time.sleep(0.01)
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    # Writers queue at the start: a transaction that reads first and writes later could fail half-way with
    # 'locked'.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
