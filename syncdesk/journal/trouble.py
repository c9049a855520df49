"""SQLite's troubles with the journal, translated once into our families with a remedy. Used by
journal/file.py."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from syncdesk.model.errors import FatalError, RetryableError, SetupError, SyncDeskError

_ASIDE = (
    "Move this file aside (do not delete it), together with any file of the same name ending in -wal, and "
    "start again. "
    "Nothing is lost in the job database; only the history starts anew."
)
_RIGHTS = (
    "Give yourself the right to write this file and its folder, or choose another folder with SYNCDESK_HOME."
)

# primary result code -> family, what happened, what to do; {path} is the file
_TABLE: dict[int, tuple[type[SyncDeskError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        RetryableError,
        "The journal {path} is in use by another program.",
        "Wait a moment and try again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        RetryableError,
        "The journal {path} is in use by another program.",
        "Wait a moment and try again.",
    ),
    sqlite3.SQLITE_FULL: (
        FatalError,
        "The disk that holds the journal {path} is full.",
        "Free some space on it and run again. What was written so far is kept.",
    ),
    sqlite3.SQLITE_READONLY: (SetupError, "The journal {path} cannot be written.", _RIGHTS),
    sqlite3.SQLITE_CANTOPEN: (SetupError, "The journal {path} cannot be opened.", _RIGHTS),
    sqlite3.SQLITE_PERM: (SetupError, "The journal {path} cannot be opened.", _RIGHTS),
    sqlite3.SQLITE_CORRUPT: (FatalError, "The journal {path} is damaged.", _ASIDE),
    sqlite3.SQLITE_NOTADB: (FatalError, "The file {path} is damaged or no journal at all.", _ASIDE),
    sqlite3.SQLITE_IOERR: (
        FatalError,
        "The journal {path} cannot be read or written.",
        "Check the disk. The journal must lie on a disk of this computer: a network folder is not supported.",
    ),
}
_UNKNOWN = (
    FatalError,
    "The journal {path} could not be used.",
    "This is a fault of SyncDesk. Please report it with the details.",
)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite or the file system raises inside into SetupError, RetryableError or FatalError that
    name the file."""
    try:
        yield
    except DBAPIError as error:
        raise _translate(path, error.orig if error.orig is not None else error) from error
    except sqlite3.Error as error:
        raise _translate(path, error) from error
    except OSError as error:
        raise SetupError(f"The journal {path} cannot be opened.", _RIGHTS, str(error)) from error


def _translate(path: Path, error: BaseException) -> SyncDeskError:
    code = getattr(error, "sqlite_errorcode", None)
    family, title, remedy = _TABLE.get(code & 0xFF, _UNKNOWN) if isinstance(code, int) else _UNKNOWN
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return family(title.format(path=path), remedy, f"{name}: {error}")
