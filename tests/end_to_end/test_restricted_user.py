"""The whole program as a user of the job database who may read the mapped columns and change two of them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.end_to_end.program import Program
from tests.generated_books import MAPPING, invoices, write_book, write_job_database
from tests.servers import Jobs, restricted

COUNT = 60
COLUMNS = (
    "id INTEGER PRIMARY KEY, invoice_no VARCHAR(20) NOT NULL UNIQUE, customer_name VARCHAR(80),"
    " total NUMERIC(12, 2), invoice_date DATE, paid_amount NUMERIC(12, 2), date_paid DATE, salary INTEGER"
)
READ = "SELECT (id, invoice_no, customer_name, total, invoice_date, paid_amount, date_paid) ON invoices"


@pytest.fixture(params=["postgresql", "mariadb"])
def jobs(request: pytest.FixtureRequest, tmp_path: Path) -> Jobs:
    """The jobs of an office, and its books in `tmp_path`."""
    found: Jobs = request.getfixturevalue(f"{request.param}_jobs")
    write_book(tmp_path / "books.gnucash", COUNT)
    write_job_database(tmp_path / "jobs.sqlite", COUNT)
    with closing(sqlite3.connect(tmp_path / "jobs.sqlite")) as db:
        rows = [(*row, 1) for row in db.execute("SELECT * FROM invoices")]
    found.invoices(*rows, columns=COLUMNS)
    return found


def connect(program: Program, folder: Path, url: str) -> list[dict[str, object]]:
    """Add the connection, test it, and say what the test finds wrong."""
    mapping = folder / "mapping.toml"
    mapping.write_text(MAPPING, encoding="utf-8")
    source = ("--source", "gnucash", "--set", f"path={folder / 'books.gnucash'}")
    added = program("company", "add", "Acme", *source, "--job-db", url, "--mapping", str(mapping))
    if added.code:
        return [added.json["error"]]
    tested = program("company", "test", "Acme")
    assert tested.code == 0, tested.out
    return []


def test_the_whole_way_needs_no_more(jobs: Jobs, tmp_path: Path) -> None:
    """BBK-14: nothing but the two payment fields is touched, for nothing else may be."""
    program = Program(tmp_path / "home", passphrase="a passphrase")
    with restricted(jobs, READ, "UPDATE (paid_amount, date_paid) ON invoices") as url:
        assert connect(program, tmp_path, url) == []
        first = program("sync", "Acme", "--since", "month", "--yes")
        assert first.code == 0, first.out
        paid = {invoice.number for invoice in invoices(COUNT) if invoice.paid}
        assert first.json["counts"]["written"] == len(paid) > 10
        again = program("sync", "Acme", "--since", "month", "--yes")
        assert (again.code, again.json["counts"]["written"]) == (0, 0)
        undone = program("undo", "Acme", "--run", str(first.json["run_id"]))
        assert undone.code == 0, undone.out
    assert jobs.sql("SELECT count(*) FROM invoices WHERE paid_amount IS NOT NULL") == [(0,)]


def test_what_is_missing_is_named_before_anything_is_written(jobs: Jobs, tmp_path: Path) -> None:
    program = Program(tmp_path / "home", passphrase="a passphrase")
    with restricted(jobs, READ, "UPDATE (paid_amount) ON invoices") as url:
        (fault,) = connect(program, tmp_path, url)
    assert fault["title"] == "This user may not change 'date_paid' of 'invoices'."
    assert "GRANT UPDATE (date_paid) ON invoices" in str(fault["remedy"])
    assert jobs.sql("SELECT count(*) FROM invoices WHERE paid_amount IS NOT NULL") == [(0,)]
