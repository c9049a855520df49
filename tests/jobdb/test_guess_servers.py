"""The guess on real servers: schemas, views, many tables, and what a driver delivers."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import sqlalchemy as sa

from syncdesk.jobdb.guess import guess_mapping
from syncdesk.jobdb.guess_columns import KnownInvoice
from syncdesk.jobdb.sample import sample_rows
from tests.servers import MAPPING, Jobs

INVOICES = """id INTEGER PRIMARY KEY, invoice_no VARCHAR(20), customer_name VARCHAR(60), total NUMERIC(12, 2),
    currency CHAR(3), paid_amount NUMERIC(12, 2), date_paid DATE"""


def test_an_unambiguous_table_is_taken_without_doubt(server_jobs: Jobs) -> None:
    server_jobs.invoices(
        (1, "A-1", "Elm & Oak Ltd", "120.00", "GBP", "120.00", "2026-01-31"),
        (2, "A-2", "Elm & Oak Ltd", "80.00", "GBP", None, None),
        columns=INVOICES,
    )
    server_jobs.sql("CREATE TABLE customers (id INTEGER PRIMARY KEY, name VARCHAR(60))")
    guess = guess_mapping(server_jobs.url, [KnownInvoice("INV-A-1"), KnownInvoice("INV-A-2")])
    assert guess.doubts == ()
    assert guess.tables == ("customers", "invoices")
    mapping = guess.mapping
    assert mapping is not None
    assert (mapping.table, mapping.key, mapping.number) == ("invoices", ("id",), "invoice_no")
    assert (mapping.paid_amount, mapping.date_paid, mapping.total) == ("paid_amount", "date_paid", "total")
    assert (mapping.currency, mapping.customer) == ("currency", "customer_name")
    assert (mapping.amount_format, mapping.date_format) == ("auto", "auto")
    assert mapping.numbers.prefix == "INV-"


def test_other_schemas_are_seen_and_the_systems_own_are_not(postgresql_jobs: Jobs) -> None:
    postgresql_jobs.sql("CREATE SCHEMA office")
    postgresql_jobs.sql(f"CREATE TABLE office.invoices ({INVOICES})")
    postgresql_jobs.sql("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT)")
    guess = guess_mapping(postgresql_jobs.url)
    assert guess.tables == ("customers", "office.invoices")
    assert guess.doubts == ()
    assert guess.mapping is not None
    assert (guess.mapping.table, guess.mapping.key) == ("office.invoices", ("id",))
    assert sample_rows(postgresql_jobs.url, guess.mapping).faults == ()


def test_one_name_in_two_schemas_is_a_doubt(postgresql_jobs: Jobs) -> None:
    postgresql_jobs.sql("CREATE SCHEMA office")
    for name in ("invoices", "office.invoices"):
        postgresql_jobs.sql(f"CREATE TABLE {name} ({INVOICES})")
    guess = guess_mapping(postgresql_jobs.url)
    assert any("'invoices' and 'office.invoices' both" in doubt for doubt in guess.doubts)
    asked_for = guess_mapping(postgresql_jobs.url, table="office.invoices")
    assert asked_for.doubts == ()
    assert asked_for.mapping is not None
    assert asked_for.table == asked_for.mapping.table == "office.invoices"


def test_thousands_of_tables_cost_a_handful_of_statements(postgresql_jobs: Jobs) -> None:
    """300 here, and by the count of statements as many as for 3,000: it does not depend on the tables."""
    _many(postgresql_jobs, 300)
    few = _statements(postgresql_jobs)
    _many(postgresql_jobs, 300, first=300)
    assert _statements(postgresql_jobs) == few < 40


@pytest.mark.soak
def test_three_thousand_tables(postgresql_jobs: Jobs) -> None:
    _many(postgresql_jobs, 3000)
    assert _statements(postgresql_jobs) < 40


def _many(jobs: Jobs, tables: int, first: int = 0) -> None:
    if not first:
        jobs.sql(f"CREATE TABLE invoices ({INVOICES})")
    jobs.sql(
        "DO $$ BEGIN FOR n IN "
        f"{first}..{first + tables - 1} LOOP EXECUTE 'CREATE TABLE t' || n || ' (id int, v text)'; "
        "END LOOP; END $$"
    )


def _statements(jobs: Jobs) -> int:
    """How many statements a guess sends."""
    sent: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        guess = guess_mapping(jobs.url)
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)
    assert guess.mapping is not None
    assert guess.mapping.table == "invoices"
    return len(sent)


def test_cents_are_told_by_the_books(server_jobs: Jobs) -> None:
    columns = (
        "id INTEGER PRIMARY KEY, invoice_no VARCHAR(9), total BIGINT, paid_amount BIGINT, date_paid DATE"
    )
    server_jobs.invoices((1, "7", 12000, 12000, "2026-01-31"), (2, "8", 8050, None, None), columns=columns)
    cents = [KnownInvoice("7", Decimal("120.00"), "GBP"), KnownInvoice("8", Decimal("80.50"), "GBP")]
    whole = [KnownInvoice("7", Decimal("12000.00"), "GBP")]
    for books, told in ((cents, "minor_units"), (whole, "decimal")):
        guess = guess_mapping(server_jobs.url, books)
        assert guess.doubts == ()
        assert guess.mapping is not None
        assert guess.mapping.amount_format == told
    (doubt,) = guess_mapping(server_jobs.url).doubts
    assert "12000" in doubt or "8050" in doubt


def test_a_key_of_several_columns_and_reserved_names(server_jobs: Jobs) -> None:
    q = server_jobs.server.quote
    server_jobs.sql(
        f"CREATE TABLE {q}Order Invoices{q} (company INTEGER NOT NULL, {q}key{q} INTEGER NOT NULL,"
        f" {q}Invoice No{q} VARCHAR(20), {q}Paid Amount{q} NUMERIC(12, 2), {q}Date Paid{q} DATE,"
        f" PRIMARY KEY (company, {q}key{q}))"
    )
    guess = guess_mapping(server_jobs.url)
    assert guess.doubts == ()
    assert guess.mapping is not None
    assert guess.mapping.key == ("company", "key")
    assert sample_rows(server_jobs.url, guess.mapping).rows == ()


def test_a_view_that_cannot_be_written_says_so(server_jobs: Jobs) -> None:
    server_jobs.invoices((1, "A-1", "Elm", "120.00", "GBP", None, None), columns=INVOICES)
    server_jobs.sql("CREATE VIEW all_of_it AS SELECT DISTINCT * FROM invoices")
    guess = guess_mapping(server_jobs.url, table="all_of_it")
    assert any("write_table" in doubt for doubt in guess.doubts)
    assert guess.mapping is not None
    sample = sample_rows(server_jobs.url, replace(guess.mapping, write_table="invoices", key=("id",)))
    assert [row.number for row in sample.rows] == ["A-1"]


def test_a_sample_marks_what_cannot_be_read_and_shows_what_is_stored(server_jobs: Jobs) -> None:
    columns = "id INTEGER PRIMARY KEY, invoice_no VARCHAR(9), paid_amount BIGINT, date_paid VARCHAR(20)"
    rows = [(n, str(n), n * 100, "05/02/2026" if n % 2 else "") for n in range(1, 30)]
    server_jobs.invoices(*rows, (30, "30", None, "soon"), columns=columns)
    mapping = replace(MAPPING, amount_format="minor_units", date_format="text:%d/%m/%Y")
    sample = sample_rows(server_jobs.url, mapping)
    assert len(sample.rows) == 10
    assert sample.rows[0].problems.keys() == {"date_paid"}
    assert sample.rows[0].stored["date_paid"] == "soon"
    assert (sample.rows[1].number, sample.rows[1].date_paid) == ("29", date(2026, 2, 5))
    assert sample.rows[1].stored == {"paid_amount": "2900", "date_paid": "05/02/2026"}
    assert sample.rows[1].paid_amount == Decimal("29.00")
    wrong = sample_rows(server_jobs.url, replace(mapping, paid_amount="nothing", where="id >"))
    assert {fault.field for fault in wrong.faults} & {"paid_amount", "where"}
    assert wrong.rows == ()
