"""The book as a file: what kind it is by its first bytes, and its state at a glance. Plain file reads only,
which take no SQLite lock."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from syncdesk.model.errors import FatalError, SetupError

HEADER_BYTES = 100
_SQLITE = b"SQLite format 3\0"
_SAVE_AS = (
    "Open it in GnuCash, choose File > Save As, pick 'sqlite3' as the data format, and "
    "choose the new file here."
)
_CHOOSE = "Choose the file in which GnuCash keeps the book."


@dataclass(frozen=True, slots=True)
class BookState:
    """The state of the file: size, time of the last change in nanoseconds, and SQLite's own change
    counter."""

    size: int
    modified_ns: int
    counter: int

    def __str__(self) -> str:
        return f"{self.size}:{self.modified_ns}:{self.counter}"


def state_of_token(token: str) -> BookState | None:
    """The state that `str()` of one gave, None for any other text."""
    parts = token.split(":")
    return BookState(*map(int, parts)) if len(parts) == 3 and all(p.isdigit() for p in parts) else None


def chosen_path(text: str) -> Path:
    """The path a person chose; GnuCash's own way of writing it (sqlite3:///home/...) is understood too.

    Raises SetupError if nothing was chosen."""
    plain = text.strip().removeprefix("sqlite3://")
    if not plain:
        raise SetupError("No GnuCash book is chosen.", _CHOOSE, field="path")
    return Path(plain).expanduser()


def look(path: Path) -> BookState:
    """The present state of a SQLite book, from two plain reads.

    Raises SetupError for a missing, unreadable or empty file and for any other kind of file."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a folder must not even be opened
            raise SetupError(f"'{path}' is not a file.", _CHOOSE, field="path")
        with path.open("rb") as file:
            return state_of(file.fileno(), file.read(HEADER_BYTES), path)
    except OSError as error:
        raise trouble_with_file(path, error) from error


def state_of(descriptor: int, header: bytes, path: Path) -> BookState:
    """The state of an open book whose first bytes are given. Raises SetupError if it is no SQLite file."""
    refuse_other_kinds(header, path)
    found = os.fstat(descriptor)
    return BookState(found.st_size, found.st_mtime_ns, int.from_bytes(header[24:28], "big"))


def refuse_other_kinds(header: bytes, path: Path) -> None:
    """Raise SetupError, with the cure, for everything that is not a SQLite file."""
    if header.startswith(_SQLITE) and len(header) == HEADER_BYTES:
        return
    if not header:
        raise SetupError(f"'{path}' is empty.", _CHOOSE, field="path")
    if header.startswith(b"\x1f\x8b"):
        raise SetupError(f"'{path}' is a compressed XML file, not a SQLite book.", _SAVE_AS, field="path")
    if header.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        raise SetupError(f"'{path}' is an XML file, not a SQLite book.", _SAVE_AS, field="path")
    raise SetupError(f"'{path}' is not a GnuCash book.", _CHOOSE, repr(header[:16]), field="path")


def trouble_with_file(path: Path, error: OSError) -> SetupError | FatalError:
    """The fault of a file that cannot be read, in plain words."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        remedy = "Choose where it is now. If it lies on a network drive or a stick, connect that first."
        return SetupError(f"The book '{path}' is not there.", remedy, str(error), field="path")
    if isinstance(error, PermissionError):
        remedy = "Ask for the right to read this file, or choose another."
        return SetupError(f"The book '{path}' may not be read.", remedy, str(error), field="path")
    if isinstance(error, IsADirectoryError):
        return SetupError(f"'{path}' is not a file.", _CHOOSE, str(error), field="path")
    remedy = "Check the disk or the network drive that holds it, then try again."
    return FatalError(f"The book '{path}' cannot be read.", remedy, str(error))
