"""`company add` without a mapping on real servers: a clear schema is taken with --yes, a doubt never is."""

from pathlib import Path

from syncdesk.app.resources import resource
from tests.end_to_end.program import Answer, Program
from tests.servers import Jobs

COLUMNS = """id INTEGER PRIMARY KEY, invoice_no VARCHAR(20), total NUMERIC(12, 2), currency CHAR(3),
    paid_amount NUMERIC(12, 2), date_paid {day}"""


def add(home: Path, jobs: Jobs) -> Answer:
    book = resource("demo/northgate.gnucash")
    arguments = ("company", "add", "Office", "--source", "gnucash", "--set", f"path={book}")
    return Program(home)(*arguments, "--job-db", jobs.url, "--yes")


def fill(jobs: Jobs, day: str, paid: str | None) -> None:
    rows = [(n, f"INV-{n}", None, "GBP", None, paid) for n in range(1001, 1200)]
    jobs.invoices(*rows, columns=COLUMNS.format(day=day))


def test_an_unambiguous_schema_is_taken(server_jobs: Jobs, tmp_path: Path) -> None:
    fill(server_jobs, "DATE", None)
    answer = add(tmp_path, server_jobs)
    assert answer.code == 0, answer.out
    assert answer.json["mapping"]["table"] == "invoices"
    assert answer.json["mapping"]["key"] == ["id"]
    assert answer.json["mapping"]["numbers"] == {"prefix": "", "job_prefix": "", "pad": 0}


def test_a_doubt_is_told_and_nothing_stored(postgresql_jobs: Jobs, tmp_path: Path) -> None:
    fill(postgresql_jobs, "VARCHAR(20)", "05/02/2026")
    answer = add(tmp_path, postgresql_jobs)
    assert answer.code == 2
    assert "05/02/2026" in answer.json["error"]["title"]
    assert Program(tmp_path)("company", "list").json == []
