"""Files that cannot serve: each gets a plain message naming the file and the remedy, and nothing is made
or changed."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from syncdesk.jobdb.database import open_database
from syncdesk.jobdb.faults import Fault, fault_of
from syncdesk.jobdb.store import open_job_store
from syncdesk.model.errors import FatalError, RetryableError, RunCancelled, SetupError, SyncDeskError
from syncdesk.model.job import Figures
from tests.jobdb.conftest import MAPPING, TABLE, JobFile, write_one

NOBODY = 65534


def refused(address: str) -> SyncDeskError:
    """The error of opening and counting."""
    with pytest.raises(SyncDeskError) as fault:
        open_job_store(address, MAPPING, patience=0.2).count()
    return fault.value


def test_a_missing_file_is_named_and_never_made(tmp_path: Path) -> None:
    error = refused(str(tmp_path / "jobs.db"))
    assert isinstance(error, SetupError)
    assert error.title == f"There is no file '{tmp_path / 'jobs.db'}'."
    assert error.field == "job_db"
    assert error.remedy
    assert not (tmp_path / "jobs.db").exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert refused(f"sqlite:///{tmp_path}/away/jobs.db").title == f"There is no folder '{tmp_path / 'away'}'."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "is a folder" in refused(str(tmp_path)).title


def test_a_file_that_vanishes_later_is_named(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    store = jobs.store()
    store.count()
    jobs.path.unlink()
    with pytest.raises(SetupError, match="There is no file"):
        store.count()
    assert not jobs.path.exists()


def test_a_file_of_another_kind_is_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "jobs.xlsx"
    file.write_bytes(b"PK\x03\x04" + bytes(5000))
    error = refused(str(file))
    assert isinstance(error, SetupError)
    assert error.title == f"'{file}' is not an SQLite database."


def test_an_empty_file_has_no_tables(tmp_path: Path) -> None:
    file = tmp_path / "jobs.db"
    file.touch()
    assert "no tables at all" in refused(str(file)).title
    assert file.stat().st_size == 0


def test_a_damaged_file_is_fatal_and_sent_to_the_backup(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    jobs.fill("invoices", *((n, f"N{n}" * 50, None, None) for n in range(2000)))
    content = bytearray(jobs.path.read_bytes())
    content[4096 : len(content) // 2] = b"\x5a" * (len(content) // 2 - 4096)
    jobs.path.write_bytes(content)
    with pytest.raises(FatalError) as damaged:
        list(jobs.store().rows())
    assert "is damaged" in damaged.value.title
    assert "backup" in damaged.value.remedy


STRANGE = ["", "sqlite://", "sqlite:///:memory:", "sqlite:///file:x?mode=ro&uri=true", "nonsense://x/y"]
STRANGE += ["://", "postgresql+nodriver://x/y"]


@pytest.mark.parametrize("address", STRANGE)
def test_addresses_that_cannot_be_one_are_refused(address: str) -> None:
    error = refused(address)
    assert isinstance(error, SetupError)
    assert error.field == "job_db"


def test_a_password_is_never_shown() -> None:
    database = open_database("postgresql+psycopg://bob@127.0.0.1:1/jobs", "s3cret", patience=0)
    with pytest.raises(RetryableError) as away:
        database.read(lambda connection: connection.execute(sa.text("SELECT 1")))
    assert away.value.title.startswith("Nothing answers where the job database 'jobs' on 127.0.0.1:1")
    assert "s3cret" not in f"{away.value} {away.value.detail} {database.place} {database.engine.url}"


@pytest.mark.parametrize("name", ["a b%20c?d#e.db", "Größe & Co.db", "file:x.db"])
def test_any_file_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    if sys.platform == "win32":
        name = name.replace("?", "").replace(":", "")
    file = JobFile(tmp_path / name, [])
    file.sql(TABLE)
    assert file.store().count() == 0


def test_the_home_sign_is_understood(jobs: JobFile, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs.sql(TABLE)
    monkeypatch.setenv("HOME", str(jobs.path.parent))
    monkeypatch.setenv("USERPROFILE", str(jobs.path.parent))
    store = open_job_store(str(Path("~") / jobs.path.name), MAPPING)
    assert store.count() == 0


@contextmanager
def without_rights() -> Iterator[None]:
    """As an ordinary user: for root, rights of files mean nothing."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def closed(jobs: JobFile) -> Iterator[JobFile]:
    """A job database whose file and folder may be read by everybody and changed by nobody."""
    jobs.sql(TABLE)
    jobs.fill("invoices", (1, "A", None, None))
    folders = [folder for folder in jobs.path.parents if len(folder.parts) > 2]
    before = {folder: folder.stat().st_mode for folder in folders}
    for folder in folders:
        folder.chmod(stat.S_IMODE(before[folder]) | 0o555)
    jobs.path.parent.chmod(0o555)
    jobs.path.chmod(0o444)
    yield jobs
    for folder, mode in before.items():
        folder.chmod(stat.S_IMODE(mode))
    jobs.path.chmod(0o644)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files work differently on Windows")
def test_a_read_only_file_can_be_read_and_says_so_when_written(closed: JobFile) -> None:
    with without_rights():
        store = closed.store(patience=0.2)
        (row,) = store.find({"A"})
        with pytest.raises(SetupError) as fault:
            write_one(store, row, Figures(row.figures.paid_amount + 1))
        checks = store.check()
    assert "is read-only" in fault.value.title
    assert fault.value.remedy
    assert [check.title for check in checks if not check.ok] == [f"'{closed.path}' is read-only."]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files work differently on Windows")
def test_a_folder_that_may_not_be_changed_is_named(closed: JobFile) -> None:
    """SQLite keeps a small file beside the database while it writes."""
    closed.path.chmod(0o666)
    with without_rights():
        store = closed.store(patience=0.2)
        (row,) = store.find({"A"})
        with pytest.raises(SetupError) as fault:
            write_one(store, row, Figures(row.figures.paid_amount + 1))
        checks = store.check()
    assert "folder" in fault.value.remedy
    assert any("The folder" in check.title for check in checks if not check.ok)
    assert closed.sql("SELECT paid_amount FROM invoices") == [(None,)]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files work differently on Windows")
def test_a_file_that_may_not_be_read_is_named(closed: JobFile) -> None:
    closed.path.chmod(0o000)
    with without_rights():
        (check,) = closed.store(patience=0.2).check()
    assert not check.ok
    assert "may not read" in check.title


def test_a_lock_of_another_process_is_a_lock(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    script = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN EXCLUSIVE');"
        "print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(jobs.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(RetryableError, match="Another program is using"):
            jobs.store(patience=0.2).count()
        assert not all(check.ok for check in jobs.store(patience=0.2).check())
        other.communicate("")
    assert jobs.store().count() == 0


def test_cancelling_is_heard_while_a_read_waits(jobs: JobFile) -> None:
    """F-37."""
    jobs.sql(TABLE)
    other = sqlite3.connect(jobs.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    answers = iter([False, False, True])
    store = open_job_store(str(jobs.path), MAPPING, cancelled=lambda: next(answers), patience=60)
    with pytest.raises(RunCancelled):
        store.count()
    other.close()


def test_a_column_that_disappears_is_a_set_up_error(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    jobs.fill("invoices", (1, "A", None, None))
    store = jobs.store()
    (row,) = store.find({"A"})
    jobs.sql("ALTER TABLE invoices RENAME COLUMN paid_amount TO paid")
    with pytest.raises(SetupError, match="a table or column is missing"):
        store.find({"A"})
    with pytest.raises(SetupError, match="a table or column is missing"):
        write_one(store, row, Figures(row.figures.paid_amount + 1))


class DriverError(Exception):
    """A driver's exception with the code that a server sends."""

    sqlstate: str | None = None


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("40P01", Fault.LOCKED),
        ("55P03", Fault.LOCKED),
        ("08006", Fault.AWAY),
        ("57P01", Fault.AWAY),
        ("28P01", Fault.SIGN_IN),
        ("42501", Fault.RIGHTS),
        ("42P01", Fault.SCHEMA),
        ("53100", Fault.FULL),
        ("25006", Fault.READ_ONLY),
        ("22003", Fault.REFUSED),
        ("23514", Fault.REFUSED),
        ("P0001", Fault.REFUSED),
        ("99999", Fault.UNKNOWN),
        (1205, Fault.LOCKED),
        (2006, Fault.AWAY),
        (1045, Fault.SIGN_IN),
        (1142, Fault.RIGHTS),
        (1054, Fault.SCHEMA),
        (1114, Fault.FULL),
        (1290, Fault.READ_ONLY),
        (1406, Fault.REFUSED),
        (1644, Fault.REFUSED),
    ],
)
def test_servers_codes_have_their_family(code: str | int, fault: Fault) -> None:
    """Once as a driver's SQLSTATE or number in the arguments, once as an attribute."""
    plain = DriverError(code, "text")
    assert fault_of(sa.exc.OperationalError("x", None, plain)) is fault
    if isinstance(code, str):
        stated = DriverError("text")
        stated.sqlstate = code
        assert fault_of(sa.exc.OperationalError("x", None, stated)) is fault
