"""A view is read, a table is written: rows are paired by key, and the restriction holds for both."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from syncdesk.jobdb.store import SqlJobStore
from syncdesk.model.errors import SetupError
from syncdesk.model.job import WRITTEN, Figures
from tests.jobdb.conftest import write_one
from tests.servers import Jobs

PAID = Figures(Decimal("50.00"), date(2026, 4, 1))


@pytest.fixture
def viewed(server_jobs: Jobs) -> Jobs:
    """A view names the invoices in words of its own and shows an amount otherwise than it is stored."""
    server_jobs.sql("CREATE TABLE jobs (yr INTEGER, no INTEGER, kind VARCHAR(9), PRIMARY KEY (yr, no))")
    server_jobs.sql(
        "CREATE TABLE money (yr INTEGER, no INTEGER, paid NUMERIC(12, 2), paid_on DATE, kind VARCHAR(9),"
        " PRIMARY KEY (yr, no))"
    )
    server_jobs.fill("jobs", (26, 1, "invoice"), (26, 2, "invoice"), (26, 3, "quote"), (25, 1, "invoice"))
    server_jobs.fill(
        "money",
        (26, 1, None, None, "x"),
        (26, 2, 7, None, "x"),
        (26, 3, None, None, "x"),
        (26, 4, None, None, "x"),
    )
    server_jobs.sql(
        "CREATE VIEW listed AS SELECT j.yr, j.no, j.kind, j.yr * 1000 + j.no AS number,"
        " COALESCE(m.paid, 0) AS paid FROM jobs j LEFT JOIN money m ON m.yr = j.yr AND m.no = j.no"
    )
    return server_jobs


def store(jobs: Jobs, **changes: Any) -> SqlJobStore:
    """A store that reads the view and writes the table."""
    found = {"table": "listed", "write_table": "money", "key": ("yr", "no"), "number": "number"}
    return jobs.store(**{**found, "paid_amount": "paid", "date_paid": "paid_on", **changes})


def test_rows_are_those_that_view_and_table_both_have(viewed: Jobs) -> None:
    rows = {row.key: row for row in store(viewed).rows()}
    assert set(rows) == {(26, 1), (26, 2), (26, 3)}
    assert rows[26, 2].number == "26002"
    assert rows[26, 1].raw == (None, None), "what the table holds, not what the view makes of it"


def test_a_row_is_found_by_the_views_number_and_written_in_the_table(viewed: Jobs) -> None:
    jobs = store(viewed, where="kind = 'invoice'")
    (row,) = jobs.find({"26002"})
    assert write_one(jobs, row, PAID) is WRITTEN
    assert viewed.sql("SELECT paid, paid_on FROM money WHERE no = 2") in (
        [(50, "2026-04-01")],
        [(Decimal(50), date(2026, 4, 1))],
    )
    assert write_one(jobs, row, PAID).outcome == "changed"
    (again,) = jobs.get([(26, 2)])
    assert again.figures == PAID


def test_the_restriction_names_columns_of_the_view_and_holds_for_reading_and_writing(viewed: Jobs) -> None:
    """Both have a column `kind`; only the view's is meant."""
    jobs = store(viewed, where="kind = 'invoice'")
    assert jobs.count() == 2
    (row,) = jobs.get([(26, 1)])
    viewed.sql("UPDATE jobs SET kind = 'quote' WHERE no = 1")
    assert write_one(jobs, row, PAID).outcome == "gone"
    assert viewed.sql("SELECT paid FROM money WHERE no = 1") == [(None,)]


def test_the_check_reads_both_and_is_content(viewed: Jobs) -> None:
    assert [line for line in store(viewed).check() if not line.ok] == []


def test_a_view_without_the_key_of_the_table_is_refused(viewed: Jobs) -> None:
    viewed.sql("CREATE VIEW unkeyed AS SELECT yr, no AS job, yr AS number FROM jobs")
    with pytest.raises(SetupError, match="'unkeyed' has no column 'no', by which 'money' is written"):
        store(viewed, table="unkeyed").count()


def test_a_table_to_write_that_is_not_there_is_named(viewed: Jobs) -> None:
    with pytest.raises(SetupError, match="no table 'monye'") as missing:
        store(viewed, write_table="monye").count()
    assert missing.value.field == "write_table"
    assert "'money'" in missing.value.remedy
