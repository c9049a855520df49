"""From the address of a database server, as people type it, to an engine: driver, options, TLS, patience.

Addresses begin with postgresql, mysql, mariadb or mssql (postgres and sqlserver do too). What stands after
the '?' goes to the driver, TLS included:

- PostgreSQL: libpq's own words, such as sslmode=verify-full and sslrootcert=FILE. Without any, TLS is used
  where the server offers it, unproven.
- MariaDB and MySQL: ssl_mode=REQUIRED | VERIFY_CA | VERIFY_IDENTITY | DISABLED, with ssl_ca, ssl_cert and
  ssl_key. A certificate that is named is also asked for: ssl_ca alone means VERIFY_CA. Without any, TLS is
  used where a server on another computer offers it, unproven.
- SQL Server: those of Microsoft's ODBC driver, such as Encrypt=yes and TrustServerCertificate=no. This driver
  could not be tried here; that the statements we send are SQL Server's is checked as compiled.

Called by jobdb/database.py.
"""

import ssl
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import sqlalchemy as sa

from syncdesk.model.errors import SetupError

_DRIVERS = {
    **dict.fromkeys(("postgresql", "postgres", "pgsql"), "postgresql+psycopg"),
    **dict.fromkeys(("mysql", "mariadb"), "mysql+pymysql"),
    **dict.fromkeys(("mssql", "sqlserver"), "mssql+pyodbc"),
}
_ODBC_DRIVER = "ODBC Driver 18 for SQL Server"
_SECONDS_TO_CONNECT = 10
# A network that goes silent without a word must not hold a run for ever. PostgreSQL's connection asks for
# signs of life while it waits, so a long query may take its time; PyMySQL can only limit how long an answer
# may take.
_LIBPQ_SILENCE = {
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # milliseconds
}
_PYMYSQL_SILENCE = {"read_timeout": 180, "write_timeout": 30}  # seconds
_AS_TEXT = 0  # how psycopg asks for values unless told otherwise
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_SSL_MODES = ("disabled", "required", "verify_ca", "verify_identity")
_LIBPQ_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
# What may follow the '?': everything else is a slip of the pen, and some of it would be executed or read.
_OPTIONS = {
    "postgresql+psycopg": (
        *("sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "sslnegotiation", "channel_binding"),
        *("gssencmode", "connect_timeout", "application_name", "options", "target_session_attrs"),
        *("keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout"),
        *("host", "port", "hostaddr", "service", "passfile", "require_auth", "krbsrvname"),
    ),
    "mysql+pymysql": (
        *("ssl_mode", "ssl_ca", "ssl_cert", "ssl_key", "ssl_verify_cert", "ssl_verify_identity"),
        *("ssl_disabled", "connect_timeout", "read_timeout", "write_timeout", "charset", "unix_socket"),
    ),
}


def server_address(address: sa.URL) -> sa.URL:
    """The address with our driver for its make of database. Raises SetupError naming what is missing in it
    or not understood."""
    driver = _DRIVERS.get(address.drivername.lower(), address.drivername)
    address = address.set(drivername=driver)
    if driver not in _DRIVERS.values() or "odbc_connect" in address.query:
        return address  # of makes we do not know we cannot say what is missing
    if not address.host and not {"host", "service", "unix_socket"} & set(address.query):
        raise _incomplete("names no server")
    if not address.database and "service" not in address.query:
        raise _incomplete("names no database on the server")
    known = _OPTIONS.get(driver)
    for name in address.query if known is not None else ():
        if name not in (known or ()):
            close = get_close_matches(name, known or (), n=1)
            raise SetupError(
                f"The address of the job database has an option '{name}' that is not known.",
                f"Did you mean '{close[0]}'?" if close else f"Known are {', '.join(known or ())}.",
                field="job_db",
            )
    if driver == "mssql+pyodbc" and "driver" not in address.query:
        address = address.update_query_dict({"driver": _ODBC_DRIVER})
    return address


def server_engine(address: sa.URL) -> sa.Engine:
    """An engine for an address of :func:`server_address`; nothing is asked of the server yet. Raises
    SetupError for TLS options that cannot be, ImportError without the driver."""
    arguments: dict[str, Any] = {}
    if address.drivername == "postgresql+psycopg":
        _require_libpq_tls(address.query)
        arguments = {"client_encoding": "utf8", "application_name": "SyncDesk"}
        arguments |= {"connect_timeout": _SECONDS_TO_CONNECT, **_LIBPQ_SILENCE}
    elif address.drivername == "mysql+pymysql":
        address, arguments = _pymysql(address)
    elif address.drivername == "mssql+pyodbc":
        arguments = {"timeout": _SECONDS_TO_CONNECT}
    arguments = {name: value for name, value in arguments.items() if name not in address.query}
    engine = sa.create_engine(address, hide_parameters=True, pool_pre_ping=True, connect_args=arguments)
    if address.drivername == "postgresql+psycopg":
        errors: type[Exception] = engine.dialect.loaded_dbapi.DataError
        sa.event.listen(engine, "connect", lambda session, _record: _read_all_there_is(session, errors))
    return engine


def place_of(address: sa.URL) -> str:
    """The database as messages name it: 'shop' on db.example:5432."""
    ports = {"postgresql": 5432, "mysql": 3306, "mariadb": 3306, "mssql": 1433}
    port = address.port or ports.get(address.get_backend_name())
    host = address.host or next(
        (_one(address.query[n]) for n in ("host", "service", "unix_socket") if n in address.query), ""
    )
    return f"'{address.database or ''}' on {host}{f':{port}' if port and host and '/' not in host else ''}"


def _incomplete(what: str) -> SetupError:
    return SetupError(
        f"The address of the job database {what}.",
        "It looks like postgresql://user@server/database, mysql://user@server/database or"
        " mssql://user@server/database.",
        field="job_db",
    )


def _require_libpq_tls(query: Mapping[str, str | tuple[str, ...]]) -> None:
    mode = _one(query.get("sslmode", "prefer"))
    if mode not in _LIBPQ_MODES:
        raise _no_mode("sslmode", mode, _LIBPQ_MODES)
    for name in ("sslrootcert", "sslcert", "sslkey", "sslcrl"):
        if name in query and not (name == "sslrootcert" and _one(query[name]) == "system"):
            _require_certificate(name, _one(query[name]))


def _pymysql(address: sa.URL) -> tuple[sa.URL, dict[str, Any]]:
    """The address without TLS options, and TLS as PyMySQL takes it. The driver's own options are not used:
    by them a certificate is never proved unless one says so twice."""
    query = {name: _one(value) for name, value in address.query.items()}
    ours = [name for name in query if name.startswith("ssl_")]
    rest = address.difference_update_query(ours)
    arguments: dict[str, Any] = {"connect_timeout": _SECONDS_TO_CONNECT, **_PYMYSQL_SILENCE}
    mode = query.get("ssl_mode", _mode_by_driver_options(query)).lower()
    if not mode and address.host in _LOOPBACK:
        mode = "disabled"  # nothing leaves this computer, and the driver would load every authority it knows
    if mode and mode not in _SSL_MODES:
        raise _no_mode("ssl_mode", query["ssl_mode"], tuple(name.upper() for name in _SSL_MODES))
    if mode == "disabled":
        arguments["ssl_disabled"] = True
    elif mode:
        arguments["ssl"] = _context(mode, query)
    return rest, arguments


def _mode_by_driver_options(query: Mapping[str, str]) -> str:
    """What the driver's own options ask for; '' = TLS where the server offers it, unproven."""
    if _yes(query.get("ssl_disabled", "")):
        return "disabled"
    if _yes(query.get("ssl_verify_identity", "")):
        return "verify_identity"
    if _yes(query.get("ssl_verify_cert", "")) or "ssl_ca" in query:
        return "verify_ca"
    return "required" if "ssl_cert" in query else ""


def _context(mode: str, query: Mapping[str, str]) -> ssl.SSLContext:
    for name in ("ssl_ca", "ssl_cert", "ssl_key"):
        if name in query:
            _require_certificate(name, query[name])
    try:
        context = ssl.create_default_context(cafile=query.get("ssl_ca"))
        context.check_hostname = mode == "verify_identity"
        context.verify_mode = ssl.CERT_NONE if mode == "required" else ssl.CERT_REQUIRED
        # Python 3.13 refuses certificates that lack an extension, as those MariaDB's manual tells to make.
        context.verify_flags &= ~getattr(ssl, "VERIFY_X509_STRICT", 0)
        if "ssl_cert" in query:
            context.load_cert_chain(query["ssl_cert"], query.get("ssl_key"))
    except (OSError, ValueError) as error:
        raise SetupError(
            "A certificate named in the address of the job database cannot be used.",
            "It must be a text file that begins with -----BEGIN CERTIFICATE-----.",
            str(error),
            "job_db",
        ) from error
    return context


def _require_certificate(option: str, name: str) -> None:
    try:
        Path(name).open("rb").close()
    except OSError as error:
        raise SetupError(
            f"The file '{name}' for {option} cannot be read.",
            "Check the path in the address of the job database.",
            str(error),
            "job_db",
        ) from error


def _no_mode(option: str, mode: str, known: tuple[str, ...]) -> SetupError:
    return SetupError(
        f"The address of the job database asks for {option}={mode}, which does not exist.",
        f"Use one of {', '.join(known)}.",
        field="job_db",
    )


def _one(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else value[-1]


def _yes(text: str) -> bool:
    return text.lower() in ("1", "true", "yes", "on")


def _read_all_there_is(connection: Any, errors: type[Exception]) -> None:
    """What PostgreSQL has and Python has not arrives as text, or as bytes where it is no text, by which its
    row is told apart; the driver would refuse all rows that are read with it, or shift them by a zone.

    That is days before the year 1 and 'infinity', moments in a zone that is a rule and no name, and text of a
    database without an encoding."""
    loose = ["date", "timestamp", "timestamptz"]
    if connection.info.parameter_status("server_encoding") == "SQL_ASCII":
        connection.execute("SET client_encoding TO 'SQL_ASCII'")
        connection.commit()
        loose += ["text", "varchar", "bpchar", "name", '"char"']
    plain = [] if _is_zone(connection.info.parameter_status("TimeZone")) else ["timestamptz"]
    adapters = connection.adapters
    text = adapters.get_loader(adapters.types["text"].oid, _AS_TEXT)
    for name in loose:
        oid = adapters.types[name].oid
        usual = text if name in plain else adapters.get_loader(oid, _AS_TEXT)
        adapters.register_loader(oid, _lenient(usual, errors))


def _is_zone(name: str | None) -> bool:
    try:
        ZoneInfo(name or "")
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return False
    return True


def _lenient(usual: Any, errors: type[Exception]) -> type[Any]:
    class Lenient:
        format = usual.format

        def __init__(self, oid: int, connection: Any = None) -> None:
            self._usual = usual(oid, connection)

        def load(self, data: Any) -> Any:
            try:
                found = self._usual.load(data)
            except (errors, ValueError):
                found = bytes(data)
            if type(found) is not bytes:
                return found
            try:
                return found.decode()
            except UnicodeDecodeError:
                return found

    return Lenient
