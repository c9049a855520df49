"""What a database driver's exception means, in ONE table for every make of database. Called by
jobdb/database.py and jobdb/writing.py."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from syncdesk.model.errors import FatalError, RecordError, RetryableError, SetupError, SyncDeskError


class Fault(StrEnum):
    """What is wrong, whatever the driver calls it."""

    LOCKED = "locked"
    AWAY = "away"
    READ_ONLY = "read_only"
    FULL = "full"
    DAMAGED = "damaged"
    DISK = "disk"
    NOT_A_DATABASE = "not_a_database"
    CANNOT_OPEN = "cannot_open"
    RIGHTS = "rights"
    SIGN_IN = "sign_in"
    NO_DATABASE = "no_database"
    SCHEMA = "schema"
    REFUSED = "refused"
    NOT_TEXT = "not_text"
    UNKNOWN = "unknown"


# SQLite's primary result codes, https://www.sqlite.org/rescode.html
_SQLITE = {
    3: Fault.RIGHTS,
    4: Fault.REFUSED,
    5: Fault.LOCKED,
    6: Fault.LOCKED,
    8: Fault.READ_ONLY,
    10: Fault.DISK,
    11: Fault.DAMAGED,
    13: Fault.FULL,
    14: Fault.CANNOT_OPEN,
    15: Fault.LOCKED,
    18: Fault.REFUSED,
    19: Fault.REFUSED,
    20: Fault.REFUSED,
    23: Fault.RIGHTS,
    26: Fault.NOT_A_DATABASE,
}
# SQLSTATE: the longest beginning that is listed counts (PostgreSQL, appendix A; ODBC has the same standard).
_SQLSTATE = {
    "08": Fault.AWAY,
    "57P": Fault.AWAY,
    "53300": Fault.AWAY,
    "HYT": Fault.AWAY,
    "28": Fault.SIGN_IN,
    "3D": Fault.NO_DATABASE,
    "40": Fault.LOCKED,
    "55P03": Fault.LOCKED,
    "57014": Fault.LOCKED,
    "25006": Fault.READ_ONLY,
    "42501": Fault.RIGHTS,
    "42": Fault.SCHEMA,
    "53100": Fault.FULL,
    "XX001": Fault.DAMAGED,
    "XX002": Fault.DAMAGED,
    "58": Fault.DISK,
    "22": Fault.REFUSED,
    "23": Fault.REFUSED,
    "44": Fault.REFUSED,
    "P0": Fault.REFUSED,
}
# MariaDB and MySQL server and client error numbers.
_MYSQL = {
    **dict.fromkeys((1205, 1213, 3572), Fault.LOCKED),
    **dict.fromkeys((1040, 1053, 1927, 2002, 2003, 2005, 2006, 2013), Fault.AWAY),
    **dict.fromkeys((1045, 1698), Fault.SIGN_IN),
    **dict.fromkeys((1044, 1142, 1143, 1227), Fault.RIGHTS),
    1049: Fault.NO_DATABASE,
    **dict.fromkeys((1054, 1146), Fault.SCHEMA),
    **dict.fromkeys((1021, 1041, 1114), Fault.FULL),
    **dict.fromkeys((1036, 1290, 1792), Fault.READ_ONLY),
    **dict.fromkeys((126, 127, 144, 145, 1194, 1195), Fault.DAMAGED),
    **dict.fromkeys(
        (1048, 1062, 1264, 1265, 1292, 1364, 1366, 1406, 1451, 1452, 1644, 3819, 4025), Fault.REFUSED
    ),
}


@dataclass(frozen=True, slots=True)
class _Words:
    family: Callable[[str, str, str], SyncDeskError]
    title: str
    remedy: str


def _setup(field: str) -> Callable[[str, str, str], SyncDeskError]:
    return lambda title, remedy, detail: SetupError(title, remedy, detail, field)


_WORDS = {
    Fault.LOCKED: _Words(
        RetryableError,
        "Another program is using the job database {place} and does not let go.",
        "Close the program that keeps it busy, or try again in a few minutes.",
    ),
    Fault.AWAY: _Words(
        RetryableError,
        "The job database {place} cannot be reached.",
        "Check the network and that the database server is running, then try again.",
    ),
    Fault.READ_ONLY: _Words(
        _setup("job_db"),
        "The job database {place} is read-only.",
        "Ask for the right to change the file and its folder, or choose a copy that may be changed.",
    ),
    Fault.FULL: _Words(
        FatalError,
        "The disk that holds the job database {place} is full.",
        "Make room on it and run again. No row is half written.",
    ),
    Fault.DAMAGED: _Words(
        FatalError,
        "The job database {place} is damaged.",
        "Close every program that uses it and restore it from a backup.",
    ),
    Fault.DISK: _Words(
        FatalError,
        "The job database {place} could not be read or written to the end: the disk or network drive failed.",
        "Check the drive and the connection to it, then run again.",
    ),
    Fault.NOT_A_DATABASE: _Words(
        _setup("job_db"),
        "{place} is not an SQLite database.",
        "Choose the file in which the job program keeps its invoices.",
    ),
    Fault.CANNOT_OPEN: _Words(
        _setup("job_db"),
        "The job database {place} cannot be opened.",
        "Check that this user may read the file and may change its folder.",
    ),
    Fault.RIGHTS: _Words(
        _setup("job_db"),
        "The job database {place} does not allow this user to do that.",
        "Ask for the right to read and change the invoice table.",
    ),
    Fault.SIGN_IN: _Words(
        _setup("job_db"),
        "The job database {place} refused the user name or password.",
        "Check both and try again.",
    ),
    Fault.NO_DATABASE: _Words(
        _setup("job_db"),
        "There is no database {place} on the server.",
        "Check the name of the database in the address.",
    ),
    Fault.SCHEMA: _Words(
        _setup("table"),
        "The table of the job database {place} is not what it was: a table or column is missing.",
        "Check the table and columns in the settings of this connection.",
    ),
    Fault.REFUSED: _Words(RecordError, "The job database {place} refused a value.", "See the details."),
    Fault.NOT_TEXT: _Words(
        FatalError,
        "The job database {place} holds text that cannot be read.",
        "Please report this with the details.",
    ),
    Fault.UNKNOWN: _Words(
        FatalError,
        "The job database {place} could not do what was asked.",
        "Please report this with the details.",
    ),
}


def fault_of(error: sa.exc.DBAPIError) -> Fault:
    """What this driver exception means; UNKNOWN where the table has no entry."""
    original = error.orig
    code = getattr(original, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _sqlite_fault(code, str(original))
    state = getattr(original, "sqlstate", None)
    first = original.args[0] if original is not None and original.args else None
    if isinstance(first, int):
        return _MYSQL.get(first, Fault.UNKNOWN)
    state = state or (first if isinstance(first, str) and re.fullmatch(r"[0-9A-Z]{5}", first) else None)
    if isinstance(state, str):
        return next((_SQLSTATE[state[:n]] for n in (5, 3, 2) if state[:n] in _SQLSTATE), Fault.UNKNOWN)
    return _fault_without_code(error)


def _sqlite_fault(code: int, message: str) -> Fault:
    if code & 0xFF == 1 and re.match(r"no such (table|column)", message):
        return Fault.SCHEMA
    return _SQLITE.get(code & 0xFF, Fault.UNKNOWN)


def _fault_without_code(error: sa.exc.DBAPIError) -> Fault:
    """Drivers' own complaints, made before the database was asked."""
    if "decode to UTF-8" in str(error.orig):
        return Fault.NOT_TEXT
    if error.connection_invalidated:
        return Fault.AWAY
    if isinstance(error, sa.exc.IntegrityError | sa.exc.DataError):
        return Fault.REFUSED
    if isinstance(error, sa.exc.OperationalError) and "connect" in str(error.orig):
        return Fault.AWAY
    return Fault.UNKNOWN


def translated(error: sa.exc.DBAPIError, place: str) -> SyncDeskError:
    """The error to raise instead, naming `place`; its detail is the driver's own text without the values
    that were sent."""
    words = _WORDS[fault_of(error)]
    return words.family(words.title.format(place=place), words.remedy, detail_of(error))


def detail_of(error: sa.exc.DBAPIError) -> str:
    """The driver's own text, for support."""
    return f"{type(error.orig).__name__}: {error.orig}"


_REFUSALS = (
    (r"NOT NULL constraint failed: (?:.*\.)?(?P<name>[^.]+)", "'{name}' must not be empty."),
    (r"CHECK constraint failed: (?P<name>.+)", "a rule of its table forbids it ({name})."),
    (r"UNIQUE constraint failed: (?P<name>.+)", "another row already has this value ({name})."),
    (r"FOREIGN KEY constraint failed(?P<name>)", "another table forbids it."),
    (r"cannot store (?P<name>\w+ value in \w+ column .+)", "the column is of another type ({name})."),
)


def refusal_text(error: sa.exc.DBAPIError) -> str:
    """Why the database refused a value, in plain words; a trigger's own words are quoted."""
    message = str(error.orig)
    for pattern, words in _REFUSALS:
        found = re.fullmatch(pattern, message)
        if found:
            return words.format(name=found["name"])
    first_line = message.strip().partition("\n")[0]
    return f"it says: {first_line}"
