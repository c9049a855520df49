"""The servers that tests use: a database for each process, and what was started is stopped."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pymysql
import pytest

from tests.own_servers import OwnServers, Unavailable
from tests.servers import Jobs, Server

ROOT = Path(__file__).parents[1]


def test_a_job_database_is_empty_and_can_be_filled(server_jobs: Jobs) -> None:
    server_jobs.invoices((1, "A-1", None, None), (2, "50%?", 5, "2026-04-01"))
    assert server_jobs.sql("SELECT id FROM invoices WHERE invoice_no = ?", "50%?") == [(2,)]
    assert [row.number for row in server_jobs.store().rows()] == ["A-1", "50%?"]


def test_what_one_test_leaves_the_next_does_not_see(server_jobs: Jobs) -> None:
    server_jobs.invoices()
    assert server_jobs.store().count() == 0


def test_the_address_leads_to_the_database(server: Server) -> None:
    assert server.database in server.url()


def hello(make: str, port: int) -> None:
    """Sign in to a server and leave again."""
    if make == "postgresql":
        psycopg.connect(host="127.0.0.1", port=port, user="postgres", dbname="postgres").close()
    else:
        pymysql.connect(host="127.0.0.1", port=port, user="root", ssl_disabled=True).close()


@pytest.mark.parametrize("make", ["postgresql", "mariadb"])
def test_a_server_is_started_once_for_all_and_stopped_at_the_end(
    make: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SYNCDESK_TEST_SERVERS")
    OwnServers.begin()
    folder = Path(os.environ["SYNCDESK_TEST_SERVERS"])
    try:
        port = OwnServers.shared().port(make)
        hello(make, port)
        ask = f"from tests.own_servers import OwnServers; print(OwnServers.shared().port({make!r}))"
        other = subprocess.run([sys.executable, "-c", ask], capture_output=True, cwd=ROOT, check=True)
        assert int(other.stdout) == port
    except Unavailable as missing:
        pytest.skip(str(missing))
    finally:
        OwnServers.end()
    assert not folder.exists()
    with pytest.raises((psycopg.OperationalError, pymysql.OperationalError)):
        hello(make, port)


def test_a_server_that_cannot_be_had_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("tests.own_servers._ELSEWHERE", ())
    with pytest.raises(Unavailable) as missing:
        OwnServers(tmp_path).port("postgresql")
    assert str(missing.value) == "nothing listens on 127.0.0.1:5432, and initdb and postgres is not installed"
