"""The sole right to something among all programs of this person: a lock of the operating system, and a file
kept alive by a heartbeat where the folder's file system has none. Called by settings/lease.py and
settings/vault.py."""

import errno
import os
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from syncdesk.model.errors import SetupError
from syncdesk.settings.heartbeat import BEAT_SECONDS, heartbeat

SILENT_SECONDS = 120.0
"""After so long without a sign of life a right held by heartbeat is free for others (F-36)."""
_SURELY_OURS = 3 * BEAT_SECONDS
"""Nobody takes over so soon after a beat, so the file need not be looked at."""
_NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP}
_NO_LOCKS_ON_WINDOWS = (1, 50)  # ERROR_INVALID_FUNCTION, ERROR_NOT_SUPPORTED


class Holding(Protocol):
    """A right that is held."""

    @property
    def frees_itself(self) -> bool:
        """True where a holder that fell silent loses its right; a lock of the system is never lost, but ends
        with its process."""

    def is_lost(self) -> bool:
        """True once somebody else may have taken the right over: the holder must not act on it any more."""


@contextmanager
def held(path: Path) -> Iterator[Holding | None]:
    """Hold the right that `path` stands for while the block runs; None if another program or thread has it.

    Raises SetupError if the folder cannot be used."""
    # No fallback of filelock's own: its file would outlive a holder killed on another computer for ever.
    lock = FileLock(path, timeout=0, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        yield None
        return
    except (OSError, NotImplementedError) as error:
        if not _has_no_locks(error):
            raise unusable(path.parent, error) from error
        with _held_by_heartbeat(path.with_suffix(".alive")) as holding:
            yield holding
        return
    try:
        yield _Locked()
    finally:
        lock.release()


class _Locked:
    """The system keeps the lock until it is released or the process ends, in whatever way."""

    frees_itself = False

    def is_lost(self) -> bool:
        return False


class BeatingFile:
    """A right held by a file that names its holder and is rewritten as long as the holder lives.

    How long ago the last beat was is told by the clock of the file's own file system, for both sides: the
    clocks of two computers may differ by more than the silence that is allowed."""

    frees_itself = True

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mark = uuid.uuid4().hex
        self._last_beat = _clocks()

    def take(self) -> bool:
        """Take the right if it is free, or its holder has been silent for too long."""
        return self._create() or (self._put_aside_if_silent() and self._create())

    def beat(self) -> None:
        """Say that the holder lives. Raises OSError."""
        now = _clocks()
        with self._path.open("r+b") as file:  # never shortened: whoever reads meanwhile finds the whole mark
            if file.read() != self._mark.encode():
                return
            file.seek(0)
            file.write(self._mark.encode())
        self._last_beat = now

    def is_lost(self) -> bool:
        """True once the file names somebody else, or nobody; and where it cannot be read, once the last beat
        is so long ago that somebody else may have taken over. Cheap enough to be asked for every row."""
        silent = max(now - then for now, then in zip(_clocks(), self._last_beat, strict=True))
        if silent < _SURELY_OURS:
            return False
        try:
            return not self._is_ours()
        except OSError:
            return silent >= SILENT_SECONDS

    def give_back(self) -> None:
        """Let go, unless it was lost."""
        with suppress(OSError):
            if self._is_ours():
                self._path.unlink()

    def _is_ours(self) -> bool:
        return _read(self._path) == self._mark

    def _create(self) -> bool:
        try:
            with os.fdopen(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(self._mark)
        except FileExistsError:
            return False
        self._last_beat = _clocks()
        return True

    def _put_aside_if_silent(self) -> bool:
        """Move the file of a holder without a sign of life out of the way; True if nothing is in the way now.

        Renaming succeeds for one of several who try. The file may no longer be the one that was looked at, so
        it is looked at again: a living one is put back."""
        holder = _read(self._path)
        if holder is None:
            return True
        if self._seconds_since_beat() < SILENT_SECONDS:
            return False
        aside = self._path.with_name(f"{self._path.name}.{self._mark}")
        try:
            self._path.rename(aside)
        except OSError:  # somebody else was faster, or is writing it right now
            return False
        if _read(aside) != holder:
            with suppress(OSError):
                aside.rename(self._path)
            return False
        aside.unlink(missing_ok=True)
        return True

    def _seconds_since_beat(self) -> float:
        now = self._path.with_name(f"{self._path.name}.{self._mark}.now")
        try:
            now.write_bytes(b"")
            return now.stat().st_mtime - self._path.stat().st_mtime
        except FileNotFoundError:  # given back just now
            return 0.0
        finally:
            now.unlink(missing_ok=True)


@contextmanager
def _held_by_heartbeat(path: Path) -> Iterator[Holding | None]:
    file = BeatingFile(path)
    try:
        taken = file.take()
    except OSError as error:
        raise unusable(path.parent, error) from error
    if not taken:
        yield None
        return
    try:
        with heartbeat(file.beat):
            yield file
    finally:
        file.give_back()


def _clocks() -> tuple[float, float]:
    """Two clocks: one is not set back by hand, the other goes on while the computer sleeps."""
    return time.monotonic(), time.time()


def _read(path: Path) -> str | None:
    """The mark in a file, '' while it is being written, None if there is no file."""
    try:
        return path.read_text("ascii", "replace")
    except FileNotFoundError:
        return None


def _has_no_locks(error: OSError | NotImplementedError) -> bool:
    if isinstance(error, NotImplementedError):
        return True
    return error.errno in _NO_LOCKS or getattr(error, "winerror", None) in _NO_LOCKS_ON_WINDOWS


def unusable(folder: Path, error: Exception) -> SetupError:
    """The fault of a folder in which nothing can be held."""
    return SetupError(
        f"The folder {folder} cannot be used.",
        "Choose a folder on a disk of this computer with SYNCDESK_HOME.",
        str(error),
    )
