"""A page of writes in one statement: the same outcomes and the same table as row by row, on every make of
database; and it reads no row but its own (issue 4.3)."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from syncdesk.jobdb.store import SqlJobStore
from syncdesk.model.job import WRITTEN, Figures, JobWrite, RawValue
from tests.jobdb.conftest import not_cancelled
from tests.servers import MAPPING, Addresses, Jobs, Server, empty, run

PAID = Figures(Decimal("50.00"), date(2026, 4, 1))
ROWS = 6


@dataclass(frozen=True)
class Form:
    """One form of job table; `stored` are what its two target columns may hold."""

    columns: str
    keys: tuple[Any, ...]
    stored: tuple[tuple[RawValue, ...], tuple[RawValue, ...]]
    mapping: Any = MAPPING


DECIMALS = (None, Decimal("0.00"), Decimal("50.00"), Decimal("800.00"))
DAYS = (None, date(2026, 1, 31), date(2026, 4, 1))
FORMS = {
    "numbers": Form(
        "id INTEGER PRIMARY KEY, invoice_no VARCHAR(20), paid_amount NUMERIC(6, 2), date_paid DATE, "
        "CONSTRAINT small CHECK (paid_amount < 900)",
        tuple(range(ROWS)),
        (DECIMALS, DAYS),
    ),
    "texts": Form(
        "id VARCHAR(20) PRIMARY KEY, invoice_no VARCHAR(20), paid_amount VARCHAR(10), "
        "date_paid CHAR(12) NOT NULL",
        ("a", "Ä'; --", "%s", "c d", '"', "e\\"),
        ((None, "", "0", "50.00", "'50"), ("", "2026-04-01", "0000-00-00", "x%s")),
    ),
    "cents in two columns of key": Form(
        "region CHAR(2), id INTEGER, invoice_no VARCHAR(20), paid_amount BIGINT, date_paid TIMESTAMP NULL, "
        "PRIMARY KEY (region, id)",
        tuple((region, n) for region in ("EU", "US") for n in range(3)),
        ((None, 0, 5000), (None,)),
        replace(MAPPING, key=("region", "id"), amount_format="minor_units"),
    ),
    "doubles": Form(
        "id BIGINT PRIMARY KEY, invoice_no VARCHAR(20), paid_amount DOUBLE PRECISION, date_paid DATE",
        tuple(10**15 + n for n in range(ROWS)),
        ((None, 0.0, 50.0, 0.1 + 0.2), DAYS),
    ),
}  # fmt: skip


@dataclass
class Pair:
    """Two equal tables in two databases' worth of stores: one is written page by page, the other row by
    row."""

    form: Form
    jobs: Jobs
    by_page: SqlJobStore
    by_row: SqlJobStore

    def fill(self, rows: list[tuple[RawValue, RawValue]]) -> None:
        """Both tables hold these values, in the order of the keys."""
        with closing(self.jobs.server.connect()) as connection:
            for table in ("pages", "singles"):
                run(connection, self.jobs.make, f"DELETE FROM {table}")
        filled = [
            (*_parts(key), f"N{n}", *_plain(self.jobs.make, values))
            for n, (key, values) in enumerate(zip(self.form.keys, rows, strict=True))
        ]
        self.jobs.fill("pages", *filled)
        self.jobs.fill("singles", *filled)

    def contents(self, table: str) -> list[tuple[Any, ...]]:
        return self.jobs.sql(f"SELECT * FROM {table} ORDER BY invoice_no")


def _parts(key: Any) -> tuple[Any, ...]:
    return key if isinstance(key, tuple) else (key,)


def _plain(make: str, values: tuple[RawValue, ...]) -> list[object]:
    """SQLite's driver knows neither Decimal nor date."""
    if make != "sqlite":
        return list(values)
    return [
        float(v) if isinstance(v, Decimal) else v.isoformat() if isinstance(v, date) else v for v in values
    ]


@pytest.fixture(params=[(make, form) for make in ("sqlite", "postgresql", "mariadb") for form in FORMS])
def pair(request: pytest.FixtureRequest, server_addresses: Addresses, tmp_path: Any) -> Iterator[Pair]:
    make, form = request.param
    file = Server("sqlite", str(tmp_path / "jobs.db"))
    server = file if make == "sqlite" else server_addresses.server(make)
    empty(server)
    jobs = Jobs(server)
    for table in ("pages", "singles"):
        jobs.sql(f"CREATE TABLE {table} ({FORMS[form].columns})")
    stores = [jobs.store(FORMS[form].mapping, table=table) for table in ("pages", "singles")]
    yield Pair(FORMS[form], jobs, *stores)
    jobs.close()


places = st.integers(0, ROWS - 1)
amounts = st.sampled_from(
    [Decimal(text) for text in ("0.00", "50.00", "0.30", "800.00", "950.00", "99999.00")]
)
figures = st.builds(Figures, amounts, st.sampled_from([None, date(2026, 4, 1)]))
changes = st.lists(
    st.tuples(
        places,  # which row
        st.booleans(),  # with what it holds, or with what another row holds
        figures,
        st.booleans(),  # put back what another row holds, instead of figures
        places,
    ),
    min_size=2,
    max_size=8,
)


@given(data=st.data(), wanted=changes, gone=st.sets(places, max_size=1))
@settings(
    deadline=None,
    max_examples=6,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_page_does_what_its_rows_do_one_by_one(
    pair: Pair, data: st.DataObject, wanted: list[tuple[int, bool, Figures, bool, int]], gone: set[int]
) -> None:
    """Stale and missing rows, several writes on one row, values that are refused, values put back."""
    rows = st.tuples(*map(st.sampled_from, pair.form.stored))
    pair.fill([data.draw(rows) for _ in range(ROWS)])
    read = {row.number: row for row in pair.by_page.rows()}
    writes = []
    for place, fresh, figure, restores, other in wanted:
        row, donor = read[f"N{place}"], read[f"N{other}"]
        raw = row.raw if fresh else donor.raw
        writes.append(JobWrite(row.key, raw, figure, "USD", donor.raw if restores else None))
    for table in ("pages", "singles"):
        for place in gone:
            pair.jobs.sql(f"DELETE FROM {table} WHERE invoice_no = ?", f"N{place}")
    by_page = pair.by_page.write(writes, not_cancelled)
    by_row = [pair.by_row.write([write], not_cancelled)[0] for write in writes]
    assert [(r.outcome, r.why) for r in by_page] == [(r.outcome, r.why) for r in by_row]
    assert pair.contents("pages") == pair.contents("singles")


def calls(store: SqlJobStore) -> list[str]:
    """What is sent to the server from now on."""
    sent: list[str] = []

    @sa.event.listens_for(store._database.engine, "before_cursor_execute")
    def note(_k: object, _c: object, statement: str, _p: object, _x: object, many: bool) -> None:
        sent.append(f"{'many ' if many else ''}{statement.split()[0]}")

    return sent


@pytest.fixture(params=["postgresql", "mariadb"])
def thousand(request: pytest.FixtureRequest, server_addresses: Addresses) -> Iterator[Jobs]:
    """A thousand rows on each server."""
    server = server_addresses.server(request.param)
    empty(server)
    jobs = Jobs(server)
    jobs.invoices(*((n, f"N{n}", None, None) for n in range(1000)))
    jobs.sql("ANALYZE invoices" if jobs.make == "postgresql" else "ANALYZE TABLE invoices")
    yield jobs
    jobs.close()


def writes_on(store: SqlJobStore, numbers: set[str], paid: Figures = PAID) -> list[JobWrite]:
    return [JobWrite(row.key, row.raw, paid, "USD") for row in store.find(numbers)]


def test_a_page_is_one_update_and_one_look_whatever_its_size(thousand: Jobs) -> None:
    store = thousand.store()
    writes = writes_on(store, {f"N{n}" for n in range(400)})
    sent = calls(store)
    assert store.write(writes, not_cancelled) == [WRITTEN] * 400
    assert [word for word in sent if word in ("UPDATE", "many UPDATE", "SELECT")] == ["UPDATE", "SELECT"]


def test_what_others_changed_is_sifted_out_without_halving(thousand: Jobs) -> None:
    """Another desk was faster with every other row: that costs three more calls, not hundreds."""
    store = thousand.store()
    writes = writes_on(store, {f"N{n}" for n in range(200)})
    thousand.sql("UPDATE invoices SET paid_amount = 50 WHERE id % 2 = 0")
    sent = calls(store)
    outcomes = [result.outcome.value for result in store.write(writes, not_cancelled)]
    assert outcomes.count("changed") == outcomes.count("written") == 100
    assert [word for word in sent if word in ("UPDATE", "many UPDATE", "SELECT")] == [
        "UPDATE", "SELECT", "UPDATE", "SELECT",
    ]  # fmt: skip


def test_a_row_that_the_database_refuses_does_not_take_the_others_with_it(thousand: Jobs) -> None:
    thousand.sql("ALTER TABLE invoices ADD CHECK (id <> 17 OR paid_amount < 10)")
    store = thousand.store()
    writes = writes_on(store, {f"N{n}" for n in range(100)})
    results = store.write(writes, not_cancelled)
    refused = [write.key for write, result in zip(writes, results, strict=True) if result is not WRITTEN]
    assert refused == [(17,)]
    assert thousand.sql("SELECT count(*) FROM invoices WHERE paid_amount = 50") == [(99,)]


def test_keys_that_a_collation_takes_for_equal_are_different_rows(mariadb_jobs: Jobs) -> None:
    """Someone renamed a row's key; what has the old key for a collation is not the row that was read."""
    mariadb_jobs.invoices(
        ("a", "N1", None, None),
        ("b", "N2", None, None),
        columns="id VARCHAR(9) PRIMARY KEY, invoice_no VARCHAR(9), paid_amount NUMERIC(8, 2), date_paid DATE",
    )
    store = mariadb_jobs.store()
    writes = writes_on(store, {"N1", "N2"})
    mariadb_jobs.sql("UPDATE invoices SET id = 'A' WHERE id = 'a'")
    assert [result.outcome.value for result in store.write(writes, not_cancelled)] == ["gone", "written"]
    assert store.write(writes[:1], not_cancelled)[0].outcome == "gone"
    assert mariadb_jobs.sql("SELECT paid_amount FROM invoices WHERE id = 'A'") == [(None,)]


def test_text_in_another_character_set_than_ours_is_found_by_its_index(mariadb_jobs: Jobs) -> None:
    """A table of an old program: Latin letters, another collation than the connection's."""
    mariadb_jobs.sql(
        "CREATE TABLE invoices (id VARCHAR(9) PRIMARY KEY, invoice_no VARCHAR(9), paid_amount VARCHAR(12), "
        "date_paid VARCHAR(10)) CHARACTER SET latin1 COLLATE latin1_german1_ci"
    )
    mariadb_jobs.fill("invoices", *((f"é{n}", f"Nº {n}", "", "") for n in range(300)))
    store = mariadb_jobs.store()
    writes = writes_on(store, {f"Nº {n}" for n in range(20)})
    assert store.write(writes, not_cancelled) == [WRITTEN] * 20
