"""What a database driver's exception means, in ONE table for every make of database. Called by
jobdb/database.py and jobdb/writing.py."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa

from syncdesk.jobdb.connection_faults import entry_fault
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
    NOT_LISTENING = "not_listening"
    UNKNOWN_HOST = "unknown_host"
    NO_TLS = "no_tls"
    TLS_UNPROVEN = "tls_unproven"
    TLS_DEMANDED = "tls_demanded"
    NOT_ADMITTED = "not_admitted"
    NO_DRIVER = "no_driver"
    TURNED_AWAY = "turned_away"
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
    "0A000": Fault.SCHEMA,
    "40": Fault.LOCKED,
    "40002": Fault.REFUSED,
    "40003": Fault.AWAY,
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
    **dict.fromkeys((1020, 1205, 1213, 1412, 1317, 1969, 3024, 3572), Fault.LOCKED),
    **dict.fromkeys((0, 1040, 1053, 1077, 1079, 1080, 1203, 1226, 1927), Fault.AWAY),
    **dict.fromkeys((*range(1158, 1162), 2002, 2003, 2005, 2006, 2013, 4031), Fault.AWAY),
    **dict.fromkeys((1045, 1698), Fault.SIGN_IN),
    **dict.fromkeys((1044, 1142, 1143, 1227, 1345, 1370), Fault.RIGHTS),
    1049: Fault.NO_DATABASE,
    **dict.fromkeys((1054, 1146, 1356), Fault.SCHEMA),
    **dict.fromkeys((1021, 1041, 1114), Fault.FULL),
    **dict.fromkeys((1036, 1290, 1792), Fault.READ_ONLY),
    **dict.fromkeys((126, 127, 144, 145, 1194, 1195), Fault.DAMAGED),
    **dict.fromkeys(
        (1048, 1062, 1267, 1270, 1271, 1264, 1265, 1292, 1364, 1366, 1406, 1451, 1452, 1644, 3819, 4025),
        Fault.REFUSED,
    ),
}
_MYSQL_ENTRY = (1044, 1129, 1130, 1227, 2002, 2003, 2026, 3159)
# SQL Server's own numbers, where its SQLSTATE 42000 lumps together what is far apart.
_SQLSERVER = {
    **dict.fromkeys((1205, 1222, 3960), Fault.LOCKED),
    **dict.fromkeys((229, 230, 262, 297), Fault.RIGHTS),
    **dict.fromkeys((3609, 50000), Fault.REFUSED),
    **dict.fromkeys((1105, 9002), Fault.FULL),
    3906: Fault.READ_ONLY,
    4060: Fault.NO_DATABASE,
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
        "There is no database {place}.",
        "Check the name of the database in the address.",
    ),
    Fault.SCHEMA: _Words(
        _setup("table"),
        "The table of the job database {place} is not what it was: a table or column is missing or altered.",
        "Check the table and columns in the settings of this connection.",
    ),
    Fault.REFUSED: _Words(RecordError, "The job database {place} refused a value.", "See the details."),
    Fault.NOT_TEXT: _Words(
        FatalError,
        "The job database {place} holds text that cannot be read.",
        "Please report this with the details.",
    ),
    Fault.NOT_LISTENING: _Words(
        RetryableError,
        "Nothing answers where the job database {place} should be.",
        "Check that the database server is running, that the address and port are right, and that no firewall"
        " stands between.",
    ),
    Fault.UNKNOWN_HOST: _Words(
        RetryableError,
        "The server of the job database {place} is not known in this network.",
        "Check how its name is spelt, and that this computer is connected to the office's network.",
    ),
    Fault.NO_TLS: _Words(
        _setup("job_db"),
        "The server of the job database {place} offers no TLS, which the address demands.",
        "Have TLS switched on at the server, or leave sslmode or ssl_mode out of the address if the network"
        " is safe without.",
    ),
    Fault.TLS_UNPROVEN: _Words(
        _setup("job_db"),
        "The server of the job database {place} did not prove by its certificate that it is the right one.",
        "Name the file of the authority that signed it (sslrootcert for PostgreSQL, ssl_ca for MariaDB and"
        " MySQL), and use the host name for which it was made.",
    ),
    Fault.TLS_DEMANDED: _Words(
        _setup("job_db"),
        "The server of the job database {place} lets nobody in without TLS.",
        "Add ?sslmode=require (PostgreSQL) or ?ssl_mode=REQUIRED (MariaDB and MySQL) to the address.",
    ),
    Fault.NOT_ADMITTED: _Words(
        _setup("job_db"),
        "The server of the job database {place} does not admit this computer, or not this user from here.",
        "Ask who looks after the server to admit it.",
    ),
    Fault.NO_DRIVER: _Words(
        _setup("job_db"),
        "The driver for the job database {place} is not installed on this computer.",
        "Install Microsoft's ODBC driver for SQL Server, or name one that is there in the address: driver=…",
    ),
    Fault.TURNED_AWAY: _Words(
        _setup("job_db"),
        "The server of the job database {place} turned this computer away.",
        "The details say why in the server's own words.",
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
        return _mysql_fault(first, str(original))
    state = state or (first if isinstance(first, str) and re.fullmatch(r"[0-9A-Z]{5}", first) else None)
    if isinstance(state, str):
        own = re.search(r"\(([0-9]+)\) \(SQL", str(original))
        if own is not None and int(own[1]) in _SQLSERVER:
            return _SQLSERVER[int(own[1])]
        return next((_SQLSTATE[state[:n]] for n in (5, 3, 2) if state[:n] in _SQLSTATE), Fault.UNKNOWN)
    return _fault_without_code(error)


def _mysql_fault(code: int, message: str) -> Fault:
    """One number stands for every way in which a connection can fail; its words tell them apart."""
    entry = entry_fault(message) if code in _MYSQL_ENTRY else None
    return Fault(entry) if entry is not None else _MYSQL.get(code, Fault.UNKNOWN)


def _sqlite_fault(code: int, message: str) -> Fault:
    if code & 0xFF == 1 and re.match(r"no such (table|column)", message):
        return Fault.SCHEMA
    return _SQLITE.get(code & 0xFF, Fault.UNKNOWN)


def _fault_without_code(error: sa.exc.DBAPIError) -> Fault:
    """Drivers' own complaints, made before the database was asked."""
    if "decode to UTF-8" in str(error.orig):
        return Fault.NOT_TEXT
    if error.connection_invalidated or "Packet sequence number wrong" in str(error.orig):
        return Fault.AWAY
    if isinstance(error, sa.exc.IntegrityError | sa.exc.DataError):
        return Fault.REFUSED
    entry = entry_fault(str(error.orig)) if isinstance(error, sa.exc.OperationalError) else None
    if entry is not None:
        return Fault(entry)
    return Fault.UNKNOWN


def translated(error: sa.exc.DBAPIError, place: str) -> SyncDeskError:
    """The error to raise instead, naming `place`; its detail is the driver's own text without the values
    that were sent."""
    words = _WORDS[fault_of(error)]
    return words.family(words.title.format(place=place), words.remedy, detail_of(error))


def unsure(error: sa.exc.DBAPIError, place: str) -> SyncDeskError:
    """The error to raise where the connection broke off while a transaction was being committed."""
    return RetryableError(
        f"The connection to the job database {place} broke off at the moment of writing.",
        "Check the network, then run again: the next run first looks at every row concerned.",
        detail_of(error),
    )


def detail_of(error: sa.exc.DBAPIError) -> str:
    """The driver's own text, for support."""
    return f"{type(error.orig).__name__}: {error.orig}"


_REFUSALS = (
    # SQLite
    (r"NOT NULL constraint failed: (?:.*\.)?(?P<name>[^.]+)", "'{name}' must not be empty."),
    (r"CHECK constraint failed: (?P<name>.+)", "a rule of its table forbids it ({name})."),
    (r"UNIQUE constraint failed: (?P<name>.+)", "another row already has this value ({name})."),
    (r"FOREIGN KEY constraint failed(?P<name>)", "another table forbids it."),
    (r"cannot store (?P<name>\w+ value in \w+ column .+)", "the column is of another type ({name})."),
    # PostgreSQL
    (r'null value in column "(?P<name>.+?)"(?: of relation .*)? violates.*', "'{name}' must not be empty."),
    (r'new row .* violates check constraint "(?P<name>.+)"', "a rule of its table forbids it ({name})."),
    (r'.* violates unique constraint "(?P<name>.+)"', "another row already has this value ({name})."),
    (r'.* violates foreign key constraint "(?P<name>.+)".*', "another table forbids it ({name})."),
    (r"numeric field overflow(?P<name>)", "the amount is too large for its column."),
    (r".*\bout of range(?P<name>)", "the amount is too large for its column."),
    (r"value too long for type (?P<name>.+)", "the value is too long for its column ({name})."),
    # MariaDB and MySQL
    (r"Column '(?P<name>.+)' cannot be null", "'{name}' must not be empty."),
    (r"CONSTRAINT `(?P<name>.+?)` failed for .*", "a rule of its table forbids it ({name})."),
    (r"Duplicate entry .* for key '(?P<name>.+)'", "another row already has this value ({name})."),
    (r"Cannot add or update a child row.*(?P<name>)", "another table forbids it."),
    (r"Out of range value for column '(?P<name>.+)' at row .*", "the value is too large for '{name}'."),
    (r"Data too long for column '(?P<name>.+)' at row .*", "the value is too long for '{name}'."),
)


def refusal_text(error: sa.exc.DBAPIError) -> str:
    """Why the database refused a value, in plain words; a trigger's own words are quoted."""
    message = str(error.orig)
    arguments = error.orig.args if error.orig is not None else ()
    if len(arguments) > 1 and isinstance(arguments[0], int):  # a driver that tells number and text apart
        message = str(arguments[1])
    first_line = message.strip().partition("\n")[0]
    for pattern, words in _REFUSALS:
        found = re.fullmatch(pattern, first_line)
        if found:
            return words.format(name=found["name"])
    return f"it says: {first_line}"
