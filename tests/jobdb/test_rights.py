"""A user who may read the mapped columns and change two of them is enough; what is missing is named before
anything is written. No statement of ours may need more, temporary tables included."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import pytest

from syncdesk.jobdb.store import SqlJobStore
from syncdesk.model.errors import SetupError
from syncdesk.model.job import WRITTEN, Check, Figures, JobWrite, WriteOutcome
from tests.jobdb.conftest import not_cancelled
from tests.servers import Jobs, restricted

PAID = Figures(Decimal("50.00"), date(2026, 4, 1))
COLUMNS = (
    "id INTEGER PRIMARY KEY, invoice_no VARCHAR(60), paid_amount NUMERIC(12, 2), date_paid DATE, secret TEXT"
)
READ = "SELECT (id, invoice_no, paid_amount, date_paid) ON invoices"
CHANGE = "UPDATE (paid_amount, date_paid) ON invoices"


@pytest.fixture(params=["postgresql", "mariadb"])
def office(request: pytest.FixtureRequest) -> Jobs:
    """Twenty invoices on each server."""
    jobs: Jobs = request.getfixturevalue(f"{request.param}_jobs")
    jobs.invoices(*((n, f"N{n}", None, None, "hidden") for n in range(20)), columns=COLUMNS)
    return jobs


@contextmanager
def clerk(jobs: Jobs, *grants: str, **changes: str) -> Iterator[SqlJobStore]:
    """A store for a user with these rights alone."""
    with restricted(jobs, *grants) as url:
        yield jobs.store(url=url, **changes)


def faults(store: SqlJobStore) -> list[Check]:
    return [line for line in store.check() if not line.ok]


def test_reading_the_mapped_columns_and_changing_two_is_enough(office: Jobs) -> None:
    with clerk(office, READ, CHANGE) as store:
        assert faults(store) == []
        rows = list(store.rows())
        assert len(rows) == store.count() == 20
        assert [row.number for row in store.find({"N7"})] == ["N7"]
        assert store.similar({"n7"}) == {"n7": ("N7",)}
        writes = [JobWrite(row.key, row.raw, PAID, "USD") for row in rows]
        office.sql("UPDATE invoices SET paid_amount = 1 WHERE id = 3")
        office.sql("DELETE FROM invoices WHERE id = 4")
        outcomes = [result.outcome for result in store.write(writes, not_cancelled)]
        assert outcomes[3:5] == [WriteOutcome.CHANGED, WriteOutcome.GONE]
        assert outcomes.count(WriteOutcome.WRITTEN) == 18
        assert store.write([JobWrite((3,), (Decimal(1), None), PAID, "USD")], not_cancelled) == [WRITTEN]
    assert office.sql("SELECT count(*) FROM invoices WHERE paid_amount = 50") == [(19,)]


def test_a_restriction_of_rows_needs_its_columns_read(office: Jobs) -> None:
    with clerk(office, READ, CHANGE, where="id < 5") as store:
        assert faults(store) == []
        assert store.count() == 5


@pytest.mark.parametrize(
    ("grants", "named"),
    [
        ((READ, "UPDATE (paid_amount) ON invoices"), "This user may not change 'date_paid' of 'invoices'."),
        ((READ,), "This user may not change 'paid_amount' and 'date_paid' of 'invoices'."),
        (
            ("SELECT (id, paid_amount, date_paid) ON invoices", CHANGE),
            "This user may not read 'invoice_no' of 'invoices'.",
        ),
    ],
)
def test_a_right_that_is_missing_is_named_before_anything_is_written(
    office: Jobs, grants: tuple[str, ...], named: str
) -> None:
    with clerk(office, *grants) as store:
        found = faults(store)
        if office.make == "mariadb" and "read" in named:  # a column that may not be read is not even shown
            assert [line.title for line in found] == ["The table 'invoices' has no column 'invoice_no'."]
            assert "this user may not see it" in found[0].remedy
        else:
            assert [line.title for line in found] == [named]
            right = "SELECT" if "read" in named else "UPDATE"
            assert f"GRANT {right} (" in found[0].remedy
            assert "ON invoices TO" in found[0].remedy
        assert found[0].field in ("job_db", "number")
    assert office.sql("SELECT count(*) FROM invoices WHERE paid_amount IS NOT NULL") == [(0,)]


def test_a_write_without_the_right_writes_nothing_and_says_so(office: Jobs) -> None:
    with clerk(office, READ, "UPDATE (paid_amount) ON invoices") as store:
        writes = [JobWrite(row.key, row.raw, PAID, "USD") for row in store.rows()]
        with pytest.raises(SetupError, match="does not allow this user"):
            store.write(writes, not_cancelled)
    assert office.sql("SELECT count(*) FROM invoices WHERE paid_amount IS NOT NULL") == [(0,)]


def test_a_table_that_may_not_be_seen_at_all(office: Jobs) -> None:
    with clerk(office) as store:
        fault = faults(store)[0]
        if office.make == "mariadb":  # a login without any right is not even let into the database
            assert "does not allow this user" in fault.title
        else:
            assert fault.title.startswith("This user may not read 'id', 'invoice_no', 'paid_amount'")


def test_view_and_table_need_their_own_rights(office: Jobs) -> None:
    office.sql("CREATE VIEW listed AS SELECT id, invoice_no FROM invoices WHERE id < 10")
    own = "SELECT (id, paid_amount, date_paid) ON invoices"
    with clerk(office, own, CHANGE, "SELECT ON listed", table="listed", write_table="invoices") as store:
        assert faults(store) == []
        writes = [JobWrite(row.key, row.raw, PAID, "USD") for row in store.rows()]
        assert store.write(writes, not_cancelled) == [WRITTEN] * 10


def test_the_check_fires_no_trigger(postgresql_jobs: Jobs) -> None:
    """A statement trigger would fire even for an update that meets no row."""
    postgresql_jobs.invoices((1, "N1", None, None))
    postgresql_jobs.sql("CREATE TABLE noted (at TIMESTAMP)")
    postgresql_jobs.sql(
        "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''touched''; END'"
    )
    postgresql_jobs.sql(
        "CREATE TRIGGER watch BEFORE UPDATE ON invoices FOR EACH STATEMENT EXECUTE FUNCTION note()"
    )
    assert faults(postgresql_jobs.store()) == []


def test_a_view_that_cannot_be_written_is_named_with_the_way_out(server_jobs: Jobs) -> None:
    server_jobs.invoices((1, "N1", None, None))
    server_jobs.sql(
        "CREATE VIEW grouped AS SELECT id, invoice_no, max(paid_amount) AS paid_amount,"
        " max(date_paid) AS date_paid FROM invoices GROUP BY id, invoice_no"
    )
    found = faults(server_jobs.store(table="grouped"))
    assert ["view" in line.title and "write_table" in line.remedy for line in found].count(True) == 1


def test_a_login_that_is_held_to_reading_is_told(postgresql_jobs: Jobs) -> None:
    postgresql_jobs.invoices((1, "N1", None, None))
    with clerk(postgresql_jobs, "SELECT ON invoices", "UPDATE ON invoices") as store:
        user = store._database.engine.url.username
        postgresql_jobs.sql(f"ALTER ROLE {user} SET default_transaction_read_only = on")
        (fault,) = faults(store)
        assert fault.title.startswith(f"The job database {store._database.place} only reads")
