"""Takes a byte copy of a book that may be in use, and hands it out only when it is proven whole (D16).

A SQLite reader on the original, even a read-only one, makes an open GnuCash lose payments: its commit fails
and is never repeated. Reading plain bytes takes no lock. The copy is private and always removed."""

import errno
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from syncdesk.model.errors import FatalError, RetryableError, RunCancelled, SyncDeskError
from syncdesk.model.ports import Cancelled
from syncdesk.sources.gnucash.book_file import HEADER_BYTES, BookState, look, state_of, trouble_with_file
from syncdesk.sources.gnucash.proof import NotWhole, prove

_PIECE = 4 * 1024 * 1024
_CANCEL_STEPS = 200_000  # SQLite's own small steps between two looks at `cancelled`: hundredths of a second


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try.

    A file changed less than `quiet_seconds` ago is left to settle first: one payment is stored in several
    commits. After `settle_seconds` of unrest a proven copy is taken all the same. The same fault in the same
    state for `firm_seconds` is believed. After `patience_seconds` it is given up."""

    patience_seconds: float = 20.0
    settle_seconds: float = 3.0
    firm_seconds: float = 2.0
    quiet_seconds: float = 0.3
    pause: Callable[[float], None] = time.sleep


@contextmanager
def proven_copy(
    path: Path, cancelled: Cancelled, patience: Patience
) -> Iterator[tuple[sqlite3.Connection, BookState]]:
    """A connection to a private copy that is proven whole, with the state of the book it was taken from.

    Raises SetupError if this is no book we can read, RetryableError if it never held still, FatalError if it
    is damaged or the disk is full, RunCancelled when asked to stop."""
    with tempfile.TemporaryDirectory(prefix="syncdesk-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy.sqlite"
        database, state = _Attempts(path, copy, cancelled, patience).succeed()
        try:
            yield database, state
        except sqlite3.OperationalError as error:
            if cancelled():
                raise RunCancelled from error
            raise
        finally:
            database.close()


class _Attempts:
    """Repeated attempts at one copy, until one is proven whole or the last trouble is told."""

    def __init__(self, path: Path, copy: Path, cancelled: Cancelled, patience: Patience) -> None:
        self._path, self._copy, self._cancelled, self._patience = path, copy, cancelled, patience
        self._began = time.monotonic()
        self._same: tuple[str, BookState | None] = ("", None)
        self._same_since = self._began

    def succeed(self) -> tuple[sqlite3.Connection, BookState]:
        """The first proven copy."""
        while True:
            self._stop_if_cancelled()
            state: BookState | None = None
            try:
                state = self._settled()
                self._take(state)
                return self._opened(), state
            except NotWhole as trouble:
                self._copy.unlink(missing_ok=True)
                self._give_up_if_hopeless(trouble, state)
            self._patience.pause(0.1)

    def _settled(self) -> BookState:
        """The state of the book once nobody writes to it."""
        self._refuse_unfinished_save()
        state = look(self._path)
        age = (time.time_ns() - state.modified_ns) / 1_000_000_000
        restless = time.monotonic() - self._began < self._patience.settle_seconds
        if restless and 0 <= age < self._patience.quiet_seconds:
            self._patience.pause(self._patience.quiet_seconds)
            self._refuse_unfinished_save()
            if look(self._path) != state:
                raise NotWhole("changing")
        return state

    def _refuse_unfinished_save(self) -> None:
        if Path(f"{self._path}-journal").exists():
            raise NotWhole("saving")
        if Path(f"{self._path}-wal").exists():
            raise NotWhole("saving")

    def _take(self, before: BookState) -> None:
        """Copy the bytes, and refuse the copy if anything moved meanwhile."""
        try:
            with self._path.open("rb", buffering=0) as source:  # a buffer would answer the second look
                header = source.read(HEADER_BYTES)
                if state_of(source.fileno(), header, self._path) != before:
                    raise NotWhole("changing")
                self._write(header, source.read)
                source.seek(0)
                after = state_of(source.fileno(), source.read(HEADER_BYTES), self._path)
        except OSError as error:
            raise trouble_with_file(self._path, error) from error
        self._refuse_unfinished_save()
        if after != before or look(self._path) != before:  # the second look: the file may have been replaced
            raise NotWhole("changing")

    def _write(self, header: bytes, read: Callable[[int], bytes]) -> None:
        try:
            self._copy.touch(mode=0o600, exist_ok=False)
            with self._copy.open("wb") as target:
                target.write(header[:18] + b"\x01\x01" + header[20:])  # never expect a log beside the copy
                while piece := read(_PIECE):
                    self._stop_if_cancelled()
                    target.write(piece)
        except OSError as error:
            raise _trouble_with_copy(self._copy, error) from error

    def _opened(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._copy, isolation_level=None, check_same_thread=False)
        try:
            for pragma in ("journal_mode=OFF", "synchronous=OFF", "temp_store=MEMORY", "cache_size=-16384"):
                database.execute(f"PRAGMA {pragma}")
            database.set_progress_handler(self._cancelled, _CANCEL_STEPS)
            prove(database, self._path)
            if os.name == "posix":
                self._copy.unlink()  # gone even if this program is killed
        except BaseException as error:
            database.close()
            if isinstance(error, sqlite3.Error):
                self._stop_if_cancelled()
                raise NotWhole("damaged", str(error)) from error
            raise
        return database

    def _give_up_if_hopeless(self, trouble: NotWhole, state: BookState | None) -> None:
        now = time.monotonic()
        if self._same != (trouble.kind, state):
            self._same, self._same_since = (trouble.kind, state), now
        firm = state is not None and trouble.kind != "changing"
        if firm and now - self._same_since >= self._patience.firm_seconds:
            raise _told(trouble, self._path)
        if now - self._began >= self._patience.patience_seconds:
            raise _told(trouble, self._path)

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise RunCancelled


def _told(trouble: NotWhole, path: Path) -> SyncDeskError:
    """A trouble that did not pass, in plain words."""
    if trouble.kind == "saving":
        return RetryableError(
            f"GnuCash is in the middle of saving '{path.name}'.",
            "Try again in a minute. If GnuCash is not running, it stopped during a save: open the book "
            "there once "
            "and close it again.",
            trouble.detail,
        )
    if trouble.kind == "changing":
        return RetryableError(
            f"'{path.name}' kept changing while it was read.",
            "Try again when less is being entered.",
            trouble.detail,
        )
    if trouble.kind == "rewriting":
        return RetryableError(
            f"GnuCash is rewriting '{path.name}' at this moment (Save As or a new version).",
            "Try again when it has finished. If GnuCash is not running, it stopped half-way: open the book "
            "there.",
            trouble.detail,
        )
    if trouble.kind == "unbalanced":
        return RetryableError(
            f"'{path.name}' holds a transaction that does not balance, so a payment may be stored by half "
            f"only.",
            "Try again in a minute. If it stays so, open the book in GnuCash and choose Actions > Check & "
            "Repair > "
            "Check & Repair All.",
            trouble.detail,
        )
    return FatalError(
        f"The book '{path}' is damaged.",
        "Open it in GnuCash. If it does not open there either, go back to the last good copy of the file.",
        trouble.detail,
    )


def _trouble_with_copy(copy: Path, error: OSError) -> FatalError:
    room = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return FatalError(
        f"The book cannot be copied to '{copy.parent.parent}'" + (": the disk is full." if room else "."),
        "Free some space there: as much as the book is large."
        if room
        else "Check that this folder can be written.",
        str(error),
    )
