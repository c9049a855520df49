"""Rows by number, by key, by resemblance and as a stream, from real SQLite files."""

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal

import pytest
import sqlalchemy as sa

from syncdesk.jobdb import store as store_module
from syncdesk.jobdb.store import fold
from syncdesk.model.job import Figures
from tests.jobdb.conftest import MAPPING, TABLE, JobFile, not_cancelled, write_one


def numbers(found: list[object]) -> list[str]:
    return sorted(row.number for row in found)  # type: ignore[attr-defined]


def test_a_row_is_read_with_everything_mapped(jobs: JobFile) -> None:
    jobs.sql("""CREATE TABLE "Job Invoices" (id INTEGER PRIMARY KEY, no TEXT, who TEXT,
        total NUMERIC(10, 2), cur CHAR(3),
        paid NUMERIC(10, 2), paid_on DATE, cr NUMERIC(10, 2), due NUMERIC(10, 2), made DATE)""")
    jobs.fill(
        '"Job Invoices"',
        (7, "A-1", " Miller & Co ", 120, "eur ", 20.1, "2026-02-03", None, 99.9, "2026-01-31"),
    )
    store = jobs.store(
        table="Job Invoices",
        number="no",
        paid_amount="paid",
        date_paid="paid_on",
        total="total",
        currency="cur",
        customer="who",
        invoice_date="made",
        credited="cr",
        outstanding="due",
    )
    (row,) = store.find({"A-1"})
    assert row.key == (7,)
    assert row.figures == Figures(Decimal("20.10"), date(2026, 2, 3), Decimal(0), Decimal("99.90"))
    assert row.raw == (20.1, "2026-02-03", None, 99.9)
    assert (row.currency, row.total, row.customer) == ("EUR", Decimal("120.00"), "Miller & Co")
    assert row.invoice_date == date(2026, 1, 31)
    assert row.problem == ""


def test_nothing_mapped_and_null_say_nothing(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    jobs.fill("invoices", (1, "A", None, None))
    (row,) = jobs.store().find({"A"})
    assert row.figures.says_nothing
    assert (row.total, row.customer, row.currency) == (None, "", "USD")


def test_find_compares_code_points(jobs: JobFile) -> None:
    """D13: other case, spaces, zeros or a look-alike letter is another number, even where the column
    ignores case."""
    jobs.sql(TABLE.replace("invoice_no TEXT", "invoice_no TEXT COLLATE NOCASE"))
    stored = [
        "A-1",
        "a-1",
        " A-1",
        "A-1 ",
        "A-01",
        "А-1",
        "Ä",
        "A\u0308",
        None,
    ]  # the sixth begins with a Cyrillic letter
    jobs.fill("invoices", *((n, number, None, None) for n, number in enumerate(stored)))
    store = jobs.store()
    assert numbers(store.find({"A-1"})) == ["A-1"]
    assert numbers(store.find({"Ä"})) == ["Ä"]
    assert store.find({"", "None", "null"}) == []
    assert store.find(set()) == []


def test_two_rows_with_one_number_are_both_found(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    jobs.fill("invoices", (1, "A", None, None), (2, "A", None, None))
    assert [row.key for row in jobs.store().find({"A"})] == [(1,), (2,)]


@pytest.mark.parametrize("declared", ["INTEGER", "NUMERIC", "REAL", "TEXT", "VARCHAR(20)", ""])
def test_whole_numbers_are_found_whatever_their_column_is(jobs: JobFile, declared: str) -> None:
    jobs.sql(TABLE.replace("invoice_no TEXT", f"invoice_no {declared}"))
    jobs.fill("invoices", (1, 1001, None, None), (2, 1002, None, None))
    store = jobs.store()
    assert numbers(store.find({"1001", "01002", " 1002", "x", "9" * 30})) == ["1001"]


def test_text_in_a_number_column_of_whole_numbers_is_found(jobs: JobFile) -> None:
    """SQLite lets text into an INTEGER column."""
    jobs.sql(TABLE.replace("invoice_no TEXT", "invoice_no INTEGER"))
    jobs.fill("invoices", (1, "A-17", None, None), (2, 17, None, None))
    assert numbers(jobs.store().find({"A-17", "17"})) == ["17", "A-17"]


def test_trailing_spaces_of_a_char_column_mean_nothing(jobs: JobFile) -> None:
    jobs.sql(TABLE.replace("invoice_no TEXT", "invoice_no CHAR(8)"))
    jobs.fill("invoices", (1, "A-1     ", None, None), (2, "A-2", None, None), (3, " A-3", None, None))
    assert numbers(jobs.store().find({"A-1", "A-2", "A-3"})) == ["A-1", "A-2"]


@pytest.mark.parametrize("index", ["", "CREATE INDEX by_number ON invoices (invoice_no)"])
@pytest.mark.parametrize("asked", [1, 449, 451, 2000, 6000])
def test_every_way_of_finding_finds_the_same(jobs: JobFile, index: str, asked: int) -> None:
    """By pages of numbers or by reading the whole table: the answer is one."""
    jobs.sql(TABLE)
    jobs.fill("invoices", *((n, f"N{n}", n, "2026-01-01") for n in range(3000)))
    if index:
        jobs.sql(index)
    wanted = {f"N{n}" for n in range(2900, 2900 + asked)}
    found = jobs.store().find(wanted)
    assert {row.number for row in found} == {f"N{n}" for n in range(2900, min(3000, 2900 + asked))}
    assert len(found) == min(100, asked)


def test_many_numbers_cost_one_pass_over_the_table(jobs: JobFile) -> None:
    """100,000 numbers in an unindexed column must not read the table again and again."""
    jobs.sql(TABLE)
    jobs.fill("invoices", *((n, f"N{n}", None, None) for n in range(20_000)))
    store = jobs.store()
    store.count()
    statements: list[str] = []
    sa.event.listen(
        store._database.engine,
        "before_cursor_execute",
        lambda _c, _k, statement, *_: statements.append(statement),
    )
    assert len(store.find({f"N{n}" for n in range(20_000)})) == 20_000
    assert sum("invoices" in statement for statement in statements) == 1


def test_get_by_key_leaves_missing_rows_out(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    jobs.fill("invoices", *((n, f"N{n}", None, None) for n in range(1000)))
    found = jobs.store().get([(5,), (999,), (1000,), (5,), ("x", "y")])
    assert [row.key for row in found] == [(5,), (999,)]


def test_a_key_with_other_capitals_is_another_key(jobs: JobFile) -> None:
    """Also where the database does not tell them apart: the caller asked for the other one."""
    jobs.sql(TABLE.replace("id INTEGER PRIMARY KEY", "id TEXT PRIMARY KEY COLLATE NOCASE"))
    jobs.fill("invoices", ("ABC", "A", None, None))
    store = jobs.store()
    assert store.get([("abc",)]) == []
    assert [row.key for row in store.get([("ABC",)])] == [("ABC",)]


def test_keys_of_several_columns_and_long_texts(jobs: JobFile) -> None:
    long = "K" * 300
    jobs.sql(
        """CREATE TABLE invoices (a INTEGER, b TEXT, invoice_no TEXT, paid_amount REAL, date_paid DATE,
        PRIMARY KEY (a, b))"""
    )
    jobs.fill("invoices", *((n, f"{long}{m}", f"{n}-{m}", None, None) for n in range(30) for m in range(10)))
    store = jobs.store(key=("a", "b"))
    wanted = [(n, f"{long}{n % 10}") for n in range(30)]
    found = store.get([*wanted, (1, long)])
    assert {row.key for row in found} == set(wanted)
    assert len(list(store.rows())) == 300
    assert write_one(store, found[0], Figures(Decimal(5), date(2026, 1, 2))).outcome == "written"
    assert jobs.sql("SELECT count(*) FROM invoices WHERE paid_amount = 5") == [(1,)]


def test_similar_numbers_are_offered_never_found(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    stored = ["inv-0012", "INV-12", "INV - 012", "Inv-00012", "17", "INV-120", None]
    jobs.fill("invoices", *((n, number, None, None) for n, number in enumerate(stored)))
    similar = jobs.store().similar({"INV-12", "017", "INV-999", ""})
    assert similar == {"INV-12": ("INV - 012", "Inv-00012", "inv-0012"), "017": ("17",)}


def test_zeros_inside_a_number_are_no_leading_zeros() -> None:
    assert fold("A-100") == "a-100"
    assert fold("A-0100 b007") == "a-100b7"
    assert fold("000") == "0"
    assert fold("1005") != fold("15")


def test_rows_come_in_the_order_of_the_key_page_by_page(
    jobs: JobFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_ROWS_AT_ONCE", 7)
    jobs.sql(
        """CREATE TABLE invoices (a TEXT, b INTEGER, invoice_no TEXT, paid_amount REAL, date_paid DATE,
        PRIMARY KEY (a, b))"""
    )
    keys = [(letter, n) for letter in "abc" for n in range(11)]
    jobs.fill("invoices", *((a, b, f"{a}{b}", None, None) for a, b in reversed(keys)))
    assert [row.key for row in jobs.store(key=("a", "b")).rows()] == keys


def test_nothing_is_locked_while_rows_are_worked_on(jobs: JobFile) -> None:
    """Another program writes while our reader is half-way."""
    jobs.sql(TABLE)
    jobs.fill("invoices", *((n, f"N{n}", None, None) for n in range(12_000)))
    store = jobs.store()
    stream = store.rows()
    next(stream)
    jobs.sql(
        "UPDATE invoices SET paid_amount = 1 WHERE id = 11000"
    )  # fails at once if a reader holds the file
    assert sum(row.figures.paid_amount == 1 for row in stream) == 1
    store.find({"N1"})
    jobs.sql("DROP TABLE invoices")


def test_only_rows_of_the_restriction_exist(jobs: JobFile) -> None:
    jobs.sql(TABLE.replace("date_paid DATE", "date_paid DATE, kind TEXT"))
    jobs.fill("invoices", (1, "A", None, None, "invoice"), (2, "B", None, None, "quote: %s :x ?"))
    store = jobs.store(where="kind <> 'quote: %s :x ?' -- a comment")
    assert store.count() == 1
    assert numbers(store.find({"A", "B"})) == ["A"]
    assert store.get([(1,), (2,)])[0].key == (1,)
    assert [row.key for row in store.rows()] == [(1,)]
    assert store.similar({"b", "a"}) == {"a": ("A",)}


def test_reserved_odd_and_hostile_names_are_only_names(jobs: JobFile) -> None:
    """A table called order, columns with spaces, quotes and SQL in them."""
    odd = ["select", 'No. "x"; DROP TABLE t', "Paid Amount", "date%paid:1"]
    quoted = ['"' + name.replace('"', '""') + '"' for name in odd]
    jobs.sql('CREATE TABLE "order" ({} INTEGER PRIMARY KEY, {} TEXT, {} NUMERIC, {} DATE)'.format(*quoted))
    jobs.fill('"order"', (1, '\'; DROP TABLE "order"; --', None, None))
    store = jobs.store(table="order", key=(odd[0],), number=odd[1], paid_amount=odd[2], date_paid=odd[3])
    (row,) = store.find({'\'; DROP TABLE "order"; --'})
    assert write_one(store, row, Figures(Decimal("1.50"), date(2026, 1, 2))).outcome == "written"
    assert jobs.sql('SELECT "Paid Amount" FROM "order"') == [(1.5,)]


def test_schema_and_table_and_other_capitals_are_found(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    jobs.fill("invoices", (1, "A", None, None))
    assert jobs.store(table="main.invoices").count() == 1
    assert jobs.store(table="INVOICES", paid_amount="Paid_Amount").find({"A"})[0].key == (1,)


def test_unreadable_values_are_named_and_never_crash(jobs: JobFile) -> None:
    """'NULL or text in an amount': the row says so, the others are read."""
    jobs.sql(TABLE.replace("date_paid DATE", "date_paid DATE, total NUMERIC"))
    jobs.fill(
        "invoices", (1, "A", "abc", "2026-01-01", 1), (2, "B", 5, "soon", "much"), (3, "C", b"\x00", None, 1)
    )
    rows = {row.number: row for row in jobs.store(total="total").rows()}
    assert rows["A"].problem == "paid_amount holds 'abc', which is not an amount."
    assert rows["A"].figures == Figures(Decimal(0), date(2026, 1, 1))
    assert (
        rows["B"].problem
        == "date_paid holds 'soon', which is not a date. total holds 'much', which is not an amount."
    )
    assert rows["B"].figures.paid_amount == 5
    assert "paid_amount" in rows["C"].problem


def test_text_that_is_no_utf8_does_not_stop_the_others(jobs: JobFile) -> None:
    jobs.sql(TABLE.replace("date_paid DATE", "date_paid DATE, customer TEXT"))
    jobs.fill("invoices", (1, "A", 1, "2026-01-01", "x"), (2, "B", None, None, "y"))
    jobs.sql(
        """UPDATE invoices SET customer = CAST(x'4dfc6c6c6572' AS TEXT), date_paid = CAST(x'ff' AS TEXT)
        WHERE id = 1"""
    )
    jobs.sql("UPDATE invoices SET invoice_no = CAST(x'42e9' AS TEXT) WHERE id = 2")
    store = jobs.store(customer="customer")
    rows = list(store.rows())
    assert rows[0].customer == "M\ufffdller"
    assert "date_paid" in rows[0].problem
    assert rows[1].number == "B\ufffd"
    assert write_one(store, rows[0], Figures(Decimal(2), date(2026, 1, 2))).outcome == "written"
    assert write_one(store, rows[0], Figures(Decimal(3), date(2026, 1, 3))).outcome == "changed"
    assert jobs.sql("SELECT paid_amount, date_paid FROM invoices WHERE id = 1") == [(2, "2026-01-02")]


def test_rows_without_a_key_are_left_out_and_told_of(jobs: JobFile) -> None:
    jobs.sql("CREATE TABLE invoices (id TEXT PRIMARY KEY, invoice_no TEXT, paid_amount REAL, date_paid DATE)")
    jobs.fill("invoices", (None, "A", None, None), ("k", "B", None, None))
    store = jobs.store()
    assert numbers(list(store.rows())) == ["B"]
    assert store.find({"A"}) == []
    assert any("no key" in check.title for check in store.check())


def test_a_replaced_file_is_the_one_that_is_read(jobs: JobFile) -> None:
    """A restored backup takes the old file's place: nothing may go to the old one."""
    jobs.sql(TABLE)
    jobs.fill("invoices", (1, "A", None, None))
    store = jobs.store()
    (row,) = store.find({"A"})
    restored = jobs.path.with_name("restored.db")
    with closing(sqlite3.connect(jobs.path)) as old, closing(sqlite3.connect(restored)) as new:
        old.backup(new)
    restored.replace(jobs.path)
    assert write_one(store, row, Figures(Decimal(9), date(2026, 1, 2))).outcome == "written"
    assert jobs.sql("SELECT paid_amount FROM invoices") == [(9,)]


def test_strict_and_rowid_free_tables_are_like_others(jobs: JobFile) -> None:
    jobs.sql("""CREATE TABLE invoices (id TEXT PRIMARY KEY, invoice_no TEXT, paid_amount REAL, date_paid TEXT)
        STRICT, WITHOUT ROWID""")
    jobs.fill("invoices", ("k", "A", None, None))
    store = jobs.store()
    (row,) = store.find({"A"})
    assert write_one(store, row, Figures(Decimal("12.50"), date(2026, 1, 2))).outcome == "written"
    assert jobs.sql("SELECT * FROM invoices") == [("k", "A", 12.5, "2026-01-02")]


def test_count_and_writes_of_nothing(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    store = jobs.store()
    assert store.count() == 0
    assert list(store.rows()) == []
    assert store.write([], not_cancelled) == []
    assert MAPPING.table == "invoices"
