"""The guess of a mapping over real schemas with many tables; a doubt for everything less than certain."""

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.jobdb.date_formats import date_pattern
from syncdesk.jobdb.evidence import PATTERNS
from syncdesk.jobdb.guess import GuessedMapping, guess_mapping
from syncdesk.jobdb.guess_columns import KnownInvoice
from syncdesk.jobdb.guess_formats import date_format
from syncdesk.jobdb.number_rule import guess_number_rule
from syncdesk.jobdb.schema import ColumnShape
from syncdesk.model.job import NumberRule
from tests.jobdb.conftest import JobFile

SERVICE_COMPANY = """
    CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, email TEXT, currency TEXT);
    CREATE TABLE jobs (id INTEGER PRIMARY KEY, job_no TEXT, customer_id INTEGER, status TEXT,
        total NUMERIC(10, 2));
    CREATE TABLE invoices (id INTEGER PRIMARY KEY, job_id INTEGER, invoice_no VARCHAR(20),
        customer_name TEXT,
        invoice_date DATE, due_date DATE, subtotal NUMERIC(10, 2), tax NUMERIC(10, 2), total NUMERIC(10, 2),
        currency CHAR(3), paid_amount NUMERIC(10, 2), date_paid DATE, notes TEXT);
    CREATE TABLE invoice_lines (id INTEGER PRIMARY KEY, invoice_id INTEGER, description TEXT,
        amount NUMERIC);
    CREATE TABLE invoices_archive (id INTEGER PRIMARY KEY, invoice_no TEXT, paid_amount NUMERIC,
        date_paid DATE);
    CREATE TABLE supplier_invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, paid_amount NUMERIC,
        date_paid DATE);
    CREATE TABLE payments (id INTEGER PRIMARY KEY, invoice_id INTEGER, amount NUMERIC, payment_date DATE);
    CREATE VIEW unpaid AS SELECT * FROM invoices WHERE date_paid IS NULL;
"""


def made(jobs: JobFile, script: str, *source_numbers: str) -> GuessedMapping:
    """The guess over the database that this script makes."""
    with closing(sqlite3.connect(jobs.path)) as connection:
        connection.executescript(script)
    return guess_mapping(str(jobs.path), [KnownInvoice(n) for n in source_numbers])


def test_the_invoices_of_a_service_company_are_found_without_doubt(jobs: JobFile) -> None:
    guess = made(jobs, SERVICE_COMPANY)
    assert guess.doubts == ()
    assert guess.mapping is not None
    mapping = guess.mapping
    assert (mapping.table, mapping.key, mapping.number) == ("invoices", ("id",), "invoice_no")
    assert (mapping.paid_amount, mapping.date_paid, mapping.total) == ("paid_amount", "date_paid", "total")
    assert (mapping.currency, mapping.customer, mapping.invoice_date) == (
        "currency",
        "customer_name",
        "invoice_date",
    )
    assert (mapping.credited, mapping.outstanding, mapping.where) == ("", "", "")
    assert "customers" in guess.tables
    assert "notes" in guess.columns
    assert all(check.ok for check in jobs.store(mapping).check())


@pytest.mark.parametrize(
    ("number", "paid", "day"),
    [
        ("InvoiceNumber", "AmountPaid", "PaidDate"),
        ("InvNo", "PaidAmt", "DatePaid"),
        ("invoice number", "Paid Amount", "Date Paid"),
        ("INV_NUM", "TOTAL_PAID", "PAID_ON"),
        ("invoiceno", "paidamt", "datepaid"),
        ("number", "paid", "payment_date"),
    ],
)
def test_styles_of_names_do_not_matter(jobs: JobFile, number: str, paid: str, day: str) -> None:
    guess = made(
        jobs,
        f"""CREATE TABLE "Invoices" ("ID" INTEGER PRIMARY KEY, "{number}" TEXT, "{paid}" DECIMAL(12, 2),
        "{day}" DATE)""",
    )
    assert guess.doubts == ()
    assert guess.mapping is not None
    assert (guess.mapping.number, guess.mapping.paid_amount, guess.mapping.date_paid) == (number, paid, day)


def test_two_tables_that_fit_alike_are_a_doubt(jobs: JobFile) -> None:
    guess = made(
        jobs,
        """CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, paid_amount NUMERIC,
            date_paid DATE);
        CREATE TABLE job_invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, paid_amount NUMERIC,
            date_paid DATE);""",
    )
    assert any("'invoices' and 'job_invoices' both" in doubt for doubt in guess.doubts)


def test_two_columns_that_fit_alike_are_a_doubt(jobs: JobFile) -> None:
    guess = made(
        jobs,
        """CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, paid_amount NUMERIC,
            amount_paid NUMERIC,
        date_paid DATE)""",
    )
    assert guess.doubts == ("'paid_amount' and 'amount_paid' could both be Paid Amount.",)


def test_whole_numbers_are_a_doubt(jobs: JobFile) -> None:
    guess = made(
        jobs,
        """CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, total INTEGER,
            paid_amount INTEGER,
        date_paid DATE)""",
    )
    assert guess.mapping is not None
    assert guess.mapping.amount_format == "minor_units"
    assert len(guess.doubts) == 1
    assert "minor_units" in guess.doubts[0]


@pytest.mark.parametrize(
    ("days", "date_format", "doubts"),
    [
        (["2026-01-31", "2026-02-01"], "auto", 0),
        (["2026-01-31 00:00:00"], "datetime", 0),
        (["31/01/2026", "", "00/00/0000"], "text:%d/%m/%Y", 0),
        (["01/31/2026"], "text:%m/%d/%Y", 0),
        (["01/02/2026"], "text:%d/%m/%Y", 1),
        (["05/05/2026"], "text:%d/%m/%Y", 0),
        (["31.01.2026"], "text:%d.%m.%Y", 0),
        (["20260131"], "text:%Y%m%d", 0),
        (["31-Jan-2026"], "text:%d-%b-%Y", 0),
        (["next week"], "auto", 1),
        ([], "auto", 1),
    ],
)
def test_dates_in_text_are_told_by_the_rows(
    jobs: JobFile, days: list[str], date_format: str, doubts: int
) -> None:
    """F-14: where day and month could be swapped, a person decides."""
    rows = "".join(f"INSERT INTO invoices VALUES ({n}, 'N{n}', 1, '{day}');" for n, day in enumerate(days))
    guess = made(
        jobs,
        f"""CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, paid_amount NUMERIC,
        date_paid TEXT); {rows}""",
    )
    assert guess.mapping is not None
    assert guess.mapping.date_format == date_format
    assert len(guess.doubts) == doubts


def test_without_a_table_that_fits_it_says_what_is_missing(jobs: JobFile) -> None:
    guess = made(jobs, "CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, paid_amount NUMERIC)")
    assert guess.mapping is None
    (doubt,) = guess.doubts
    assert doubt.startswith("No table has columns for number, Paid Amount and Date Paid")
    assert doubt.endswith("'invoices' lacks Date Paid.")
    assert guess.tables == ("invoices",)


def test_an_empty_database_is_told(jobs: JobFile) -> None:
    guess = made(jobs, "")
    assert guess.mapping is None
    assert guess.doubts == ("The job database has no tables.",)


def test_no_key_and_repeated_numbers_are_doubts(jobs: JobFile) -> None:
    guess = made(
        jobs,
        """CREATE TABLE invoices (invoice_no TEXT, paid_amount NUMERIC, date_paid DATE);
        INSERT INTO invoices VALUES ('A', 1, NULL), ('A', 2, NULL);""",
    )
    assert guess.mapping is not None
    assert guess.mapping.key == ("invoice_no",)
    assert any("no primary key" in doubt for doubt in guess.doubts)
    assert any("more than one row" in doubt for doubt in guess.doubts)


def test_padding_of_a_char_column_is_no_part_of_the_number(jobs: JobFile) -> None:
    guess = made(
        jobs,
        """CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no CHAR(8), paid_amount NUMERIC,
        date_paid DATE);
        INSERT INTO invoices VALUES (1, 'A-1     ', 1, NULL);""",
        "A-1",
    )
    assert guess.doubts == ()


def test_the_number_rule_is_guessed_from_both_sides(jobs: JobFile) -> None:
    guess = made(
        jobs,
        """CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no INTEGER, paid_amount NUMERIC,
            date_paid DATE);
        INSERT INTO invoices VALUES (1, 1001, 1, NULL), (2, 1002, 2, NULL);""",
        "INV-1001",
        "INV-1002",
        "CN-7",
    )
    assert guess.mapping is not None
    assert guess.mapping.numbers == NumberRule("INV-")
    assert guess.doubts == ()


def test_numbers_that_never_meet_are_a_doubt(jobs: JobFile) -> None:
    guess = made(
        jobs,
        """CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, paid_amount NUMERIC,
            date_paid DATE);
        INSERT INTO invoices VALUES (1, 'X-1', 1, NULL);""",
        "2026/17",
    )
    assert len(guess.doubts) == 1
    assert "No number of the books" in guess.doubts[0]


@pytest.mark.parametrize(
    ("jobs", "books", "rule"),
    [
        (["1001", "1002"], ["1001", "1002"], NumberRule()),
        (["INV1", "INV2"], ["INV1", "INV2"], NumberRule()),
        (["1", "2", "3"], ["INV1", "INV2", "CN3"], NumberRule("INV")),
        (["7", "8", "12"], ["000007", "000008", "000012"], NumberRule(pad=6)),
        (["7", "8"], ["INV-0007", "INV-0008"], NumberRule("INV-", pad=4)),
        (["J-7", "J-8"], ["INV-0007", "INV-0008"], NumberRule("INV-", "J-", 4)),
        (["J7", "J8"], ["7", "8"], NumberRule(job_prefix="J")),
        (["A"], ["B"], NumberRule()),
        ([], ["INV1"], NumberRule()),
        (["1"], [], NumberRule()),
    ],
)
def test_number_rules(jobs: list[str], books: list[str], rule: NumberRule) -> None:
    """QML-05, design section 6."""
    assert guess_number_rule(jobs, books) == rule


def test_values_overrule_names(jobs: JobFile) -> None:
    """A column called date_paid that holds amounts is no date; a flag is no amount; a customer's number is no
    name; what is no currency code is left out. All is told."""
    guess = made(
        jobs,
        """CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, paid INTEGER,
            amount_received NUMERIC,
            date_paid TEXT, payment_date TEXT, customer TEXT, currency TEXT);
        INSERT INTO invoices VALUES (1, 'A', 1, 120.5, '120.50', '2026-01-31', '417', '€'),
            (2, 'B', 0, NULL, NULL, NULL, '418', '€');""",
    )
    mapping = guess.mapping
    assert mapping is not None
    assert (mapping.date_paid, mapping.paid_amount) == ("payment_date", "amount_received")
    assert (mapping.customer, mapping.currency) == ("", "")
    told = " ".join(guess.doubts)
    assert "'date_paid' holds '120.50', which is no date" in told
    assert "'currency' holds '€', which is no currency code" in told


def test_the_books_tell_the_number_and_the_total(jobs: JobFile) -> None:
    with closing(sqlite3.connect(jobs.path)) as connection:
        connection.executescript(
            """CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, document_no TEXT,
                total NUMERIC(12, 2), grand_total NUMERIC(12, 2), paid_amount NUMERIC(12, 2), date_paid DATE);
            INSERT INTO invoices VALUES (1, 'x', 'INV-1', 100, 120, NULL, NULL),
                (2, 'y', 'INV-2', 200, 240, NULL, NULL);"""
        )
    books = [KnownInvoice("INV-1", Decimal(120), "GBP"), KnownInvoice("INV-2", Decimal(240), "GBP")]
    guess = guess_mapping(str(jobs.path), books)
    assert guess.mapping is not None
    assert (guess.mapping.number, guess.mapping.total) == ("document_no", "grand_total")
    assert guess.doubts == ("The numbers of the books are found in 'document_no', not in 'invoice_no'.",)


@given(
    st.lists(st.dates(date(1990, 1, 1), date(2060, 12, 31)), min_size=1, max_size=6),
    st.sampled_from(PATTERNS),
)
def test_a_pattern_guessed_reads_every_date_it_was_guessed_from(days: list[date], written: str) -> None:
    """Either the guess reads each day as it was meant, or a doubt says that it might not."""
    pattern = date_pattern(written)
    texts = [pattern.write(day) for day in days]
    guess = date_format(ColumnShape("date_paid", sa.Text()), texts, ())
    read = date_pattern(guess.name.removeprefix("text:"))
    assert guess.doubt or [read.read(text) for text in texts] == days
