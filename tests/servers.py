"""Real job databases for tests: on every server reached, a database that belongs to this process alone.

A server is used where one listens on its standard loopback port. Elsewhere tests/own_servers.py starts one
from installed programs; where there are none, the tests are skipped with the reason.

- `server` runs a test on SQLite, PostgreSQL and MariaDB; `postgresql` and `mariadb` on that one alone.
- `restricted` makes a user there who has nothing but the rights you name.
- `server_jobs` (`postgresql_jobs`, `mariadb_jobs`) is a job database there, emptied anew for each test:

      def test_it(server_jobs: Jobs) -> None:
          server_jobs.invoices((1, "A-1", None, None))
          store = server_jobs.store()
"""

import os
import secrets
import socket
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import psycopg
import pymysql
import pytest
import sqlalchemy as sa

from syncdesk.jobdb.store import SqlJobStore, open_job_store
from syncdesk.model.job import JobMapping
from tests.own_servers import OwnServers, Unavailable

MAPPING = JobMapping(
    table="invoices",
    key=("id",),
    number="invoice_no",
    paid_amount="paid_amount",
    date_paid="date_paid",
    currency_default="USD",
)
COLUMNS = "id INTEGER PRIMARY KEY, invoice_no VARCHAR(60), paid_amount NUMERIC(12, 2), date_paid DATE"
MAKES = ("sqlite", "postgresql", "mariadb")
PORTS = {"postgresql": 5432, "mariadb": 3306}
_USERS = {"postgresql": "postgres", "mariadb": "root"}
_DRIVERS = {"postgresql": "postgresql+psycopg", "mariadb": "mysql+pymysql"}


@dataclass(frozen=True, slots=True)
class Server:
    """One server; `database` is the one that this process may use as it likes, for SQLite a file."""

    name: str
    database: str
    host: str = "127.0.0.1"
    port: int = 0

    @property
    def quote(self) -> str:
        """What stands around a name."""
        return "`" if self.name == "mariadb" else '"'

    def url(self, database: str | None = None, user: str | None = None, password: str | None = None) -> str:
        """The address of a database there, as a person could give it to SyncDesk."""
        name = self.database if database is None else database
        if self.name == "sqlite":
            return f"sqlite:///{name}"
        address = sa.URL.create(
            _DRIVERS[self.name], user or _USERS[self.name], password, self.host, self.port, name
        )
        return address.render_as_string(hide_password=False)

    def connect(self, database: str | None = None) -> Any:
        """A connection of the plain driver, as another program has it; each statement is committed."""
        name = self.database if database is None else database
        if self.name == "sqlite":
            return sqlite3.connect(name, isolation_level=None, timeout=20)
        user = _USERS[self.name]
        if self.name == "postgresql":
            return psycopg.connect(host=self.host, port=self.port, user=user, dbname=name, autocommit=True)
        return pymysql.connect(
            host=self.host, port=self.port, user=user, database=name, autocommit=True, ssl_disabled=True
        )

    def sql(self, statement: str, *values: object, database: str | None = None) -> list[tuple[Any, ...]]:
        """Execute one statement as another program would, by its own connection; values stand for '?'."""
        with closing(self.connect(database)) as connection:
            return run(connection, self.name, statement, values)


@dataclass(slots=True)
class Jobs:
    """An empty job database on a server, and the stores over it."""

    server: Server
    stores: list[SqlJobStore] = field(default_factory=list)

    @property
    def make(self) -> str:
        """sqlite, postgresql or mariadb."""
        return self.server.name

    @property
    def url(self) -> str:
        """The address of this database for SyncDesk."""
        return self.server.url()

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Execute one statement as another program would and commit; values stand for '?'."""
        return self.server.sql(statement, *values)

    def fill(self, table: str, *rows: Sequence[object]) -> None:
        """Insert rows, each with a value for every column."""
        marks = ", ".join("?" for _ in rows[0])
        statement = _marked(self.make, f"INSERT INTO {table} VALUES ({marks})", rows[0])
        with closing(self.server.connect()) as connection, closing(connection.cursor()) as cursor:
            if self.make == "sqlite":
                cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("BEGIN")
            cursor.executemany(statement, rows)
            cursor.execute("COMMIT")

    def invoices(self, *rows: Sequence[object], columns: str = COLUMNS) -> None:
        """Make the table `invoices` that MAPPING maps (number, paid amount, date paid by id) and fill it."""
        self.sql(f"CREATE TABLE invoices ({columns})")
        if rows:
            self.fill("invoices", *rows)

    def store(
        self, mapping: JobMapping = MAPPING, *, url: str = "", patience: float = 10.0, **changes: Any
    ) -> SqlJobStore:
        """A store over this database, by `mapping` with changes; `url` where it is reached in another way."""
        store = open_job_store(url or self.url, replace(mapping, **changes), patience=patience)
        self.stores.append(store)
        return store

    def close(self) -> None:
        """Close every store."""
        for store in self.stores:
            store.close()


def run(connection: Any, make: str, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """Execute one statement on a connection of the plain driver; its rows, if it has any."""
    with closing(connection.cursor()) as cursor:
        cursor.execute(_marked(make, statement, values), values or None if make != "sqlite" else values)
        return list(cursor.fetchall()) if cursor.description else []


def _marked(make: str, statement: str, values: Sequence[object]) -> str:
    """The statement with the driver's own marks for values."""
    return statement if make == "sqlite" or not values else statement.replace("%", "%%").replace("?", "%s")


@pytest.fixture(scope="session")
def server_addresses() -> Iterator["Addresses"]:
    """Where the servers of this test session are."""
    addresses = Addresses()
    yield addresses
    addresses.drop_databases()


class Addresses:
    """Finds each server once, and drops the databases that were made on it."""

    def __init__(self) -> None:
        self._servers: dict[str, Server] = {}
        self._missing: dict[str, str] = {}

    def server(self, make: str) -> Server:
        """The server of this make with a fresh database. Skips the test, saying why, where there is none."""
        if make not in self._servers and make not in self._missing:
            try:
                self._servers[make] = self._with_database(make)
            except Unavailable as missing:
                self._missing[make] = str(missing)
        if make in self._missing:
            pytest.skip(f"{make}: {self._missing[make]}")
        return self._servers[make]

    def drop_databases(self) -> None:
        """Leave nothing behind on servers that others use too."""
        for server in self._servers.values():
            force = " WITH (FORCE)" if server.name == "postgresql" else ""
            server.sql(f"DROP DATABASE IF EXISTS {server.database}{force}", database=_first(server.name))
            _drop_others(server)

    @staticmethod
    def _with_database(make: str) -> Server:
        port = PORTS[make] if _listens(PORTS[make]) else OwnServers.shared().port(make)
        server = Server(make, f"syncdesk_test_{os.getpid()}_{secrets.token_hex(4)}", port=port)
        try:
            server.sql(f"CREATE DATABASE {server.database}", database=_first(make))
        except (psycopg.Error, pymysql.Error) as error:
            raise Unavailable(
                f"the server on port {port} lets nobody in without a password: {error}"
            ) from error
        return server


@pytest.fixture(params=MAKES)
def server(request: pytest.FixtureRequest, tmp_path: Path, server_addresses: Addresses) -> Server:
    """Each make of database in turn."""
    if request.param == "sqlite":
        return Server("sqlite", str(tmp_path / "jobs.db"))
    return server_addresses.server(request.param)


@pytest.fixture
def postgresql(server_addresses: Addresses) -> Server:
    """A PostgreSQL server with a database of this process."""
    return server_addresses.server("postgresql")


@pytest.fixture
def mariadb(server_addresses: Addresses) -> Server:
    """A MariaDB server with a database of this process."""
    return server_addresses.server("mariadb")


@pytest.fixture
def server_jobs(server: Server) -> Iterator[Jobs]:
    """An empty job database on each make in turn."""
    yield from _empty_jobs(server)


@pytest.fixture
def postgresql_jobs(postgresql: Server) -> Iterator[Jobs]:
    """An empty job database on PostgreSQL."""
    yield from _empty_jobs(postgresql)


@pytest.fixture
def mariadb_jobs(mariadb: Server) -> Iterator[Jobs]:
    """An empty job database on MariaDB."""
    yield from _empty_jobs(mariadb)


def _empty_jobs(server: Server) -> Iterator[Jobs]:
    empty(server)
    jobs = Jobs(server)
    yield jobs
    jobs.close()


def empty(server: Server) -> None:
    """Empty the database of this process: everything in it is dropped."""
    if server.name == "sqlite":
        Path(server.database).unlink(missing_ok=True)
        Path(server.database).touch()
    elif server.name == "postgresql":
        own = "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
        with closing(server.connect()) as connection:
            for (schema,) in run(connection, server.name, own):
                name = '"' + schema.replace('"', '""') + '"'
                run(connection, server.name, f"DROP SCHEMA {name} CASCADE")
            run(connection, server.name, "CREATE SCHEMA public")
            run(connection, server.name, "GRANT USAGE ON SCHEMA public TO PUBLIC")
    else:
        with closing(server.connect(_first(server.name))) as connection:
            run(connection, server.name, f"DROP DATABASE IF EXISTS {server.database}")
            run(connection, server.name, f"CREATE DATABASE {server.database}")
        _drop_others(server)


def _drop_others(server: Server) -> None:
    """Drop the further databases that a test made on MariaDB, where a schema is one: those that are named
    like this one, with an underscore and more."""
    if server.name == "mariadb":
        with closing(server.connect(_first(server.name))) as connection:
            beginning = server.database.replace("_", "\\_")
            for (name,) in run(connection, server.name, f"SHOW DATABASES LIKE '{beginning}\\_%'"):
                run(connection, server.name, f"DROP DATABASE `{name}`")


@contextmanager
def restricted(jobs: Jobs, *grants: str) -> Iterator[str]:
    """The address of a job database for a user who has nothing but these rights, each such as
    'SELECT (id) ON invoices'. Tables must be there by then."""
    name, server = f"syncdesk_{os.getpid()}_{secrets.token_hex(4)}", jobs.server
    if server.name == "postgresql":
        jobs.sql(f"CREATE ROLE {name} LOGIN PASSWORD 'secret' NOSUPERUSER NOCREATEDB NOCREATEROLE")
        user, nothing = name, f"REVOKE TEMPORARY, CREATE ON DATABASE {server.database} FROM PUBLIC"
        jobs.sql(nothing)
    else:
        user = f"{name}@'%'"
        jobs.sql(f"CREATE USER {user} IDENTIFIED BY 'secret'")
    try:
        for grant in grants:
            jobs.sql(f"GRANT {grant} TO {user}")
        yield server.url(user=name, password="secret")
    finally:
        jobs.close()
        if server.name == "postgresql":
            jobs.sql(f"DROP OWNED BY {name}")
            jobs.sql(f"DROP ROLE {name}")
        else:
            jobs.sql(f"DROP USER {user}")


def _first(make: str) -> str:
    """A database that is always there."""
    return "postgres" if make == "postgresql" else "mysql"


def _listens(port: int) -> bool:
    with closing(socket.socket()) as caller:
        caller.settimeout(1)
        return caller.connect_ex(("127.0.0.1", port)) == 0
