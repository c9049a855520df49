"""A mapping against the real schema: what is wrong is named with what would be right, and 'Test' writes
nothing."""

from typing import Any

import pytest

from syncdesk.jobdb.checks import check_mapping
from syncdesk.model.errors import SetupError
from syncdesk.model.job import Check
from tests.jobdb.conftest import MAPPING, TABLE, JobFile


def fault(jobs: JobFile, **changes: Any) -> SetupError:
    """Why a store with these changes of the mapping does not open."""
    with pytest.raises(SetupError) as found:
        jobs.store(**changes).count()
    return found.value


def failing(jobs: JobFile, **changes: Any) -> list[Check]:
    return [check for check in jobs.store(**changes).check() if not check.ok]


@pytest.fixture
def table(jobs: JobFile) -> JobFile:
    jobs.sql(TABLE)
    jobs.sql("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT)")
    jobs.fill("invoices", (1, "A", 5, "2026-01-01"), (2, "B", None, None))
    return jobs


def test_a_wrong_table_is_named_with_the_closest(table: JobFile) -> None:
    error = fault(table, table="invoice")
    assert error.title == "The job database has no table 'invoice'."
    assert error.remedy == "Did you mean 'invoices'?"
    assert error.field == "table"
    assert "'customers', 'invoices'" in fault(table, table="zzz").remedy


@pytest.mark.parametrize(
    "role", ["number", "paid_amount", "date_paid", "total", "currency", "customer", "credited"]
)
def test_a_wrong_column_is_named_with_the_closest(table: JobFile, role: str) -> None:
    error = fault(table, **{role: "paid_amt"})
    assert error.title == "The table 'invoices' has no column 'paid_amt'."
    assert "'paid_amount'" in error.remedy
    assert error.field == role


def test_a_wrong_key_is_named(table: JobFile) -> None:
    assert fault(table, key=("idd",)).field == "key"
    assert fault(table, key=()).field == "key"


def test_every_fault_is_told_at_once(table: JobFile) -> None:
    """The form shows all of them beside their fields."""
    checks = failing(table, number="nummer", date_paid="paid", customer="who")
    assert [check.field for check in checks] == ["number", "date_paid", "customer"]


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        ("INTEGER", "cents or whole amounts"),
        ("NUMERIC(4, 2)", "too narrow"),
        ("VARCHAR(4)", "too narrow"),
        ("BLOB", "not for amounts"),
    ],
)
def test_an_amount_column_of_the_wrong_kind_is_refused(jobs: JobFile, declared: str, title: str) -> None:
    jobs.sql(TABLE.replace("NUMERIC(10, 2)", declared))
    assert title in fault(jobs).title


@pytest.mark.parametrize(("declared", "title"), [("INTEGER", "not for dates"), ("VARCHAR(6)", "too narrow")])
def test_a_date_column_of_the_wrong_kind_is_refused(jobs: JobFile, declared: str, title: str) -> None:
    jobs.sql(TABLE.replace("date_paid DATE", f"date_paid {declared}"))
    assert title in fault(jobs).title


@pytest.mark.parametrize(
    ("declared", "currency", "fits"),
    [
        ("NUMERIC(10, 0)", "USD", False),
        ("NUMERIC(10, 0)", "JPY", True),
        ("NUMERIC(10, 2)", "KWD", False),
        ("NUMERIC(10, 1)", "", False),
        ("NUMERIC", "USD", True),
    ],
)
def test_a_scale_below_the_minor_unit_is_refused(
    jobs: JobFile, declared: str, currency: str, fits: bool
) -> None:
    jobs.sql(TABLE.replace("NUMERIC(10, 2)", declared))
    checks = failing(jobs, currency_default=currency)
    assert [check.field for check in checks] == ([] if fits else ["paid_amount"])


def test_the_currencies_of_the_rows_decide_about_the_scale(jobs: JobFile) -> None:
    jobs.sql(TABLE.replace("NUMERIC(10, 2)", "NUMERIC(10, 2), cur TEXT"))
    jobs.sql("INSERT INTO invoices (id, cur) VALUES (1, 'usd')")
    assert failing(jobs, currency="cur") == []
    jobs.sql("INSERT INTO invoices (id, cur) VALUES (2, 'usd'), (3, 'bhd')")
    assert failing(jobs, currency="cur") == []  # one row in dinars does not bar the others
    jobs.sql("INSERT INTO invoices (id, cur) VALUES (4, 'bhd'), (5, 'bhd')")
    (check,) = failing(jobs, currency="cur")
    assert "BHD need 3" in check.title


def test_a_key_that_is_not_unique_is_found_by_looking(table: JobFile) -> None:
    """No primary key, no unique index: the rows decide."""
    table.sql("CREATE TABLE loose (id INTEGER, invoice_no TEXT, paid_amount NUMERIC, date_paid DATE)")
    table.fill("loose", (1, "A", None, None), (2, "B", None, None))
    assert failing(table, table="loose") == []
    table.fill("loose", (2, "C", None, None))
    (check,) = failing(table, table="loose")
    assert check.title == "The key (id) is not unique: 2 rows have 2."
    assert check.field == "key"


def test_a_partial_unique_index_does_not_make_a_key(table: JobFile) -> None:
    table.sql("CREATE TABLE loose (id INTEGER, invoice_no TEXT, paid_amount NUMERIC, date_paid DATE)")
    table.sql("CREATE UNIQUE INDEX some ON loose (id) WHERE paid_amount IS NOT NULL")
    table.fill("loose", (1, "A", None, None), (1, "B", None, None))
    assert [check.field for check in failing(table, table="loose")] == ["key"]


@pytest.mark.parametrize(
    "where", ["nonsense(", "no_such = 1", "1; DROP TABLE invoices", "(1", "1) OR (1", "?"]
)
def test_a_restriction_that_does_not_run_is_told(table: JobFile, where: str) -> None:
    if where == "1) OR (1":  # two halves of two brackets: runs, and is no harm
        assert table.store(where=where).count() == 2
        return
    error = fault(table, where=where)
    assert "The restriction 'where' does not run" in error.title
    assert error.field == "where"
    assert table.sql("SELECT count(*) FROM invoices") == [(2,)]


def test_a_view_cannot_be_written(table: JobFile) -> None:
    table.sql("CREATE VIEW open_invoices AS SELECT * FROM invoices")
    assert "is a view" in fault(table, table="open_invoices").title


def test_a_generated_column_cannot_be_written(table: JobFile) -> None:
    table.sql("ALTER TABLE invoices ADD COLUMN double NUMERIC GENERATED ALWAYS AS (paid_amount * 2) VIRTUAL")
    error = fault(table, paid_amount="double")
    assert "worked out by the database itself" in error.title


@pytest.mark.parametrize(
    "changes",
    [{"total": "paid_amount"}, {"credited": "paid_amount"}, {"paid_amount": "id"}, {"customer": "date_paid"}],
)
def test_one_column_cannot_play_two_parts(table: JobFile, changes: dict[str, str]) -> None:
    assert "is chosen twice" in fault(table, **changes).title


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"amount_format": "euros"}, "amount_format"),
        ({"date_format": "iso"}, "date_format"),
        ({"date_format": "text:%d.%m"}, "date_format"),
        ({"number": ""}, "number"),
    ],
)
def test_formats_that_do_not_exist_are_named(table: JobFile, changes: dict[str, str], field: str) -> None:
    assert fault(table, **changes).field == field


def test_a_good_mapping_passes_and_nothing_is_written(table: JobFile) -> None:
    before, modified = table.path.read_bytes(), table.path.stat().st_mtime_ns
    checks = check_mapping(str(table.path), MAPPING)
    assert all(check.ok for check in checks)
    assert any(check.title == "The table has 2 rows." for check in checks)
    assert (table.path.read_bytes(), table.path.stat().st_mtime_ns) == (before, modified)
    assert sorted(file.name for file in table.path.parent.glob("jobs.db*")) == ["jobs.db"]


def test_unreadable_rows_are_told_and_a_wrong_format_is_a_fault(jobs: JobFile) -> None:
    jobs.sql(TABLE.replace("date_paid DATE", "date_paid TEXT"))
    jobs.fill("invoices", *((n, f"N{n}", 1, "31/01/2026") for n in range(9)), (9, "N9", "abc", None))
    (check,) = failing(jobs)
    assert check.field == "date_paid"
    assert "'31/01/2026'" in check.title
    checks = jobs.store(date_format="text:%d/%m/%Y").check()
    assert all(check.ok for check in checks)
    assert any(
        check.title.startswith("1 of 10 rows cannot be read: paid_amount holds 'abc'") for check in checks
    )


def test_repeated_numbers_are_a_hint(table: JobFile) -> None:
    table.fill("invoices", (3, "B", None, None))
    (hint,) = [check for check in table.store().check() if "more than once" in check.title]
    assert hint.ok
    assert "'B'" in hint.title


def test_a_database_that_is_not_there_is_one_line() -> None:
    (check,) = check_mapping("/no/such/folder/jobs.db", MAPPING)
    assert not check.ok
    assert check.field == "job_db"


def test_a_total_is_read_by_its_own_type_where_the_declared_format_does_not_fit(jobs: JobFile) -> None:
    """Cents in Paid Amount, a decimal number in the total."""
    jobs.sql(TABLE.replace("NUMERIC(10, 2)", "INTEGER, total NUMERIC(10, 2)"))
    jobs.sql("INSERT INTO invoices (id, invoice_no, paid_amount, total) VALUES (1, 'A', 1250, 12.5)")
    (row,) = jobs.store(amount_format="minor_units", total="total").find({"A"})
    assert row.total == row.figures.paid_amount
