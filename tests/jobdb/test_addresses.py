"""Addresses of servers as people type them, what stands after the '?', and trouble at the door told apart."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from syncdesk.jobdb.database import open_database
from syncdesk.model.errors import RetryableError, SetupError, SyncDeskError
from tests.servers import Server


def refused(url: str, password: str | None = None) -> SyncDeskError:
    """What is said when this database is asked for something."""
    database = open_database(url, password, patience=0)
    try:
        with pytest.raises(SyncDeskError) as error:
            database.read(lambda connection: connection.execute(sa.text("SELECT 1")))
    finally:
        database.close()
    assert error.value.detail
    return error.value


def not_opened(url: str) -> SetupError:
    """What is said of this address before anything is asked of the server."""
    with pytest.raises(SetupError) as error:
        open_database(url)
    assert error.value.field == "job_db"
    return error.value


@pytest.mark.parametrize("typed", ["postgres", "postgresql", "POSTGRESQL", "pgsql", "postgresql+psycopg"])
def test_postgresql_is_reached_by_every_name_people_give_it(typed: str, postgresql: Server) -> None:
    typed = postgresql.url().replace("postgresql+psycopg", typed)
    database = open_database(typed)
    assert database.read(lambda connection: connection.scalar(sa.text("SHOW client_encoding"))) == "UTF8"
    assert database.place == f"'{postgresql.database}' on 127.0.0.1:{postgresql.port}"
    database.close()


@pytest.mark.parametrize("typed", ["mysql", "mariadb", "mysql+pymysql"])
def test_mariadb_is_reached_by_every_name_people_give_it(typed: str, mariadb: Server) -> None:
    database = open_database(mariadb.url().replace("mysql+pymysql", typed))
    assert database.read(lambda connection: connection.scalar(sa.text("SELECT 1"))) == 1
    database.close()


def test_an_address_must_name_server_and_database() -> None:
    assert "names no database" in not_opened("postgresql://bob@db.example").title
    assert "names no server" in not_opened("mysql:///jobs").title


@pytest.mark.parametrize(
    ("url", "title", "remedy"),
    [
        ("postgres://h/d?sslmod=require", "an option 'sslmod'", "Did you mean 'sslmode'?"),
        ("mysql://h/d?sslmode=require", "an option 'sslmode'", "Did you mean 'ssl_mode'?"),
        ("mysql://h/d?init_command=DROP", "an option 'init_command'", "Known are ssl_mode"),
        ("postgres://h/d?sslmode=verify_full", "sslmode=verify_full, which does not exist", "verify-full"),
        ("mysql://h/d?ssl_mode=verify-ca", "ssl_mode=verify-ca, which does not exist", "VERIFY_CA"),
    ],
)
def test_a_slip_of_the_pen_after_the_question_mark_is_named(url: str, title: str, remedy: str) -> None:
    error = not_opened(url)
    assert title in error.title
    assert remedy in error.remedy


@pytest.mark.parametrize("option", ["postgres://h/d?sslmode=verify-full&sslrootcert", "mysql://h/d?ssl_ca"])
def test_a_certificate_that_is_not_there_is_named(option: str, tmp_path: Path) -> None:
    assert f"'{tmp_path}/ca.pem'" in not_opened(f"{option}={tmp_path}/ca.pem").title


def test_a_file_that_is_no_certificate_is_told(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("hello", encoding="ascii")
    assert "cannot be used" in not_opened(f"mysql://h/d?ssl_ca={tmp_path}/ca.pem").title


@pytest.mark.parametrize("make", ["postgresql", "mysql"])
def test_a_server_that_is_not_there_is_named_with_its_port(make: str) -> None:
    error = refused(f"{make}://bob@127.0.0.1:1/jobs")
    assert isinstance(error, RetryableError)
    assert error.title == "Nothing answers where the job database 'jobs' on 127.0.0.1:1 should be."


@pytest.mark.parametrize("make", ["postgresql", "mysql"])
def test_a_server_whose_name_nobody_knows(make: str) -> None:
    error = refused(f"{make}://bob@db.invalid/jobs")
    assert isinstance(error, RetryableError)
    assert "on db.invalid:" in error.title
    assert "not known in this network" in error.title


def test_a_database_that_is_not_there(postgresql: Server, mariadb: Server) -> None:
    for server in (postgresql, mariadb):
        error = refused(server.url("no_such"))
        assert isinstance(error, SetupError)
        assert error.title == f"There is no database 'no_such' on 127.0.0.1:{server.port}."


def test_a_login_that_is_refused(postgresql: Server, mariadb: Server) -> None:
    for server in (postgresql, mariadb):
        error = refused(server.url(user="nobody_here"), "wrong")
        assert isinstance(error, SetupError)
        assert "refused the user name or password" in error.title
        assert "wrong" not in f"{error} {error.detail}"


def test_tls_that_is_demanded_and_not_offered(postgresql: Server, mariadb: Server) -> None:
    if postgresql.sql("SHOW ssl") == [("off",)]:
        error = refused(postgresql.url() + "?sslmode=require")
        assert isinstance(error, SetupError)
        assert "offers no TLS, which the address demands" in error.title
    if mariadb.sql("SELECT @@have_ssl") == [("DISABLED",)]:
        error = refused(mariadb.url() + "?ssl_mode=REQUIRED")
        assert "offers no TLS, which the address demands" in error.title
        assert "ssl_mode" in error.remedy


def test_sql_server_gets_its_driver() -> None:
    from syncdesk.jobdb.servers import place_of, server_address

    address = server_address(sa.make_url("mssql://bob@db.example/jobs?Encrypt=yes"))
    assert address.drivername == "mssql+pyodbc"
    assert address.query == {"Encrypt": "yes", "driver": "ODBC Driver 18 for SQL Server"}
    assert place_of(address) == "'jobs' on db.example:1433"
    own = server_address(sa.make_url("sqlserver://bob@db.example/jobs?driver=FreeTDS"))
    assert own.query["driver"] == "FreeTDS"
