"""Conditional writes: whole or not at all, each with its reason, against real locks, triggers and
constraints (D4, D6, D7)."""

import sqlite3
import threading
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import sqlalchemy as sa

from syncdesk.jobdb.store import SqlJobStore
from syncdesk.model.errors import FatalError, RetryableError, RunCancelled
from syncdesk.model.job import WRITTEN, Figures, JobWrite, WriteOutcome
from tests.jobdb.conftest import TABLE, JobFile, not_cancelled, write_one

PAID = Figures(Decimal("50.00"), date(2026, 4, 1))


@pytest.fixture
def ten(jobs: JobFile) -> JobFile:
    """Ten rows that say nothing yet."""
    jobs.sql(TABLE)
    jobs.fill("invoices", *((n, f"N{n}", None, None) for n in range(10)))
    return jobs


def pay_all(store: SqlJobStore, figures: Figures = PAID) -> list[WriteOutcome]:
    """Write the figures on every row in one batch."""
    writes = [JobWrite(row.key, row.raw, figures, row.currency) for row in store.rows()]
    return [result.outcome for result in store.write(writes, not_cancelled)]


def statements(store: SqlJobStore) -> list[str]:
    """Every statement that the store sends from now on."""
    sent: list[str] = []
    sa.event.listen(
        store._database.engine, "before_cursor_execute", lambda _c, _k, statement, *_: sent.append(statement)
    )
    return sent


def test_a_batch_is_written_in_one_transaction(ten: JobFile) -> None:
    store = ten.store()
    list(store.rows())
    sent = statements(store)
    assert pay_all(store) == ["written"] * 10
    assert ten.sql("SELECT DISTINCT paid_amount, date_paid, count(*) FROM invoices") == [
        (50, "2026-04-01", 10)
    ]
    assert sum(s.startswith("BEGIN IMMEDIATE") for s in sent) == 1
    assert sum(s.startswith("UPDATE") for s in sent) == 1


def test_nothing_to_write_opens_no_transaction(ten: JobFile) -> None:
    """S50-13."""
    store = ten.store()
    sent = statements(store)
    assert store.write([], not_cancelled) == []
    assert sent == []


def test_a_row_that_no_longer_holds_the_old_values_is_changed(ten: JobFile) -> None:
    """D6: the other nine are written all the same."""
    store = ten.store()
    rows = list(store.rows())
    ten.sql("UPDATE invoices SET paid_amount = 7 WHERE id = 4")
    results = store.write([JobWrite(r.key, r.raw, PAID, "USD") for r in rows], not_cancelled)
    assert [r.outcome for r in results] == ["written"] * 4 + ["changed"] + ["written"] * 5
    assert ten.sql("SELECT paid_amount, date_paid FROM invoices WHERE id = 4") == [(7, None)]


@pytest.mark.parametrize("held", ["''", "0", "'0000-00-00'", "'2026-04-01 10:00:00'"])
def test_the_condition_compares_what_is_stored_not_what_it_means(ten: JobFile, held: str) -> None:
    """D4: NULL, '', 0 and zero dates mean the same, but the row was touched by somebody."""
    store = ten.store()
    (row,) = store.get([(3,)])
    ten.sql(f"UPDATE invoices SET date_paid = {held} WHERE id = 3")
    assert write_one(store, row, PAID).outcome == "changed"
    (row,) = store.get([(3,)])
    assert write_one(store, row, PAID) is WRITTEN


def test_a_row_that_was_deleted_is_gone(ten: JobFile) -> None:
    store = ten.store()
    rows = list(store.rows())
    ten.sql("DELETE FROM invoices WHERE id IN (0, 9)")
    results = store.write([JobWrite(r.key, r.raw, PAID, "USD") for r in rows], not_cancelled)
    assert [r.outcome for r in results] == ["gone"] + ["written"] * 8 + ["gone"]


def test_a_row_that_left_the_restriction_is_gone(ten: JobFile) -> None:
    ten.sql("ALTER TABLE invoices ADD COLUMN kind TEXT DEFAULT 'invoice'")
    store = ten.store(where="kind = 'invoice'")
    (row,) = store.get([(1,)])
    ten.sql("UPDATE invoices SET kind = 'quote' WHERE id = 1")
    assert write_one(store, row, PAID).outcome == "gone"
    assert ten.sql("SELECT paid_amount FROM invoices WHERE id = 1") == [(None,)]


def test_a_restriction_on_what_is_written_does_not_hide_the_row_afterwards(ten: JobFile) -> None:
    store = ten.store(where="paid_amount IS NULL")
    assert pay_all(store) == ["written"] * 10
    assert store.count() == 0


def test_a_check_constraint_refuses_its_row_alone(jobs: JobFile) -> None:
    jobs.sql(TABLE.replace("NUMERIC(10, 2)", "NUMERIC(10, 2) CHECK (paid_amount < 100 OR id <> 5)"))
    jobs.fill("invoices", *((n, f"N{n}", None, None) for n in range(10)))
    store = jobs.store()
    writes = [JobWrite(r.key, r.raw, replace(PAID, paid_amount=Decimal(500)), "USD") for r in store.rows()]
    results = store.write(writes, not_cancelled)
    assert [r.outcome for r in results].count(WriteOutcome.WRITTEN) == 9
    assert results[5].outcome == "refused"
    assert "rule of its table" in results[5].why
    assert "CHECK constraint" in results[5].detail
    assert jobs.sql("SELECT paid_amount FROM invoices WHERE id = 5") == [(None,)]


def test_not_null_is_told_in_plain_words(jobs: JobFile) -> None:
    jobs.sql(TABLE.replace("date_paid DATE", "date_paid DATE NOT NULL"))
    jobs.fill("invoices", (1, "A", 5, "2026-01-01"))
    store = jobs.store()
    (row,) = store.find({"A"})
    result = write_one(store, row, Figures())
    assert (result.outcome, result.why) == ("refused", "'date_paid' must not be empty.")
    assert jobs.sql("SELECT paid_amount, date_paid FROM invoices") == [(5, "2026-01-01")]


@pytest.mark.parametrize("way", ["ABORT", "FAIL", "ROLLBACK"])
def test_a_trigger_that_forbids_one_row_is_quoted(ten: JobFile, way: str) -> None:
    """RAISE(ROLLBACK) ends the whole transaction: the other rows are then written one by one."""
    ten.sql(f"""CREATE TRIGGER closed BEFORE UPDATE ON invoices WHEN old.id = 6
        BEGIN SELECT RAISE({way}, 'March is closed'); END""")
    store = ten.store()
    results = store.write([JobWrite(r.key, r.raw, PAID, "USD") for r in store.rows()], not_cancelled)
    assert [r.outcome for r in results].count(WriteOutcome.WRITTEN) == 9
    assert (results[6].outcome, results[6].why) == ("refused", "it says: March is closed")
    assert ten.sql("SELECT id FROM invoices WHERE paid_amount IS NULL") == [(6,)]


def test_a_trigger_that_silently_keeps_the_old_value_is_noticed(ten: JobFile) -> None:
    ten.sql("CREATE TRIGGER deaf BEFORE UPDATE ON invoices WHEN old.id = 6 BEGIN SELECT RAISE(IGNORE); END")
    store = ten.store()
    assert pay_all(store) == ["written"] * 6 + ["not_kept"] + ["written"] * 3


def test_what_a_trigger_changes_is_taken_back(ten: JobFile) -> None:
    """D6: a value that does not read back as written is failed, the old value stays."""
    ten.sql("UPDATE invoices SET paid_amount = 1 WHERE id = 2")
    ten.sql("""CREATE TRIGGER rounds AFTER UPDATE ON invoices WHEN new.id = 2 AND new.paid_amount = 50
        BEGIN UPDATE invoices SET paid_amount = 49 WHERE id = new.id; END""")
    store = ten.store()
    results = store.write([JobWrite(r.key, r.raw, PAID, "USD") for r in store.rows()], not_cancelled)
    assert results[2].outcome == "not_kept"
    assert results[2].why == "'paid_amount' was written as 50.00 but then read 49."
    assert [r.outcome for r in results].count(WriteOutcome.WRITTEN) == 9
    assert ten.sql("SELECT paid_amount, date_paid FROM invoices WHERE id = 2") == [(1, None)]


def test_a_trigger_that_deletes_the_row_is_taken_back(ten: JobFile) -> None:
    ten.sql(
        """CREATE TRIGGER eats AFTER UPDATE ON invoices WHEN new.id = 2
        BEGIN DELETE FROM invoices WHERE id = 2; END"""
    )
    assert pay_all(ten.store())[2] == "not_kept"
    assert ten.sql("SELECT paid_amount FROM invoices WHERE id = 2") == [(None,)]


def test_a_constraint_that_speaks_only_at_the_end_refuses_its_row_alone(ten: JobFile) -> None:
    """A deferred foreign key is looked at when the transaction ends."""
    ten.sql("CREATE TABLE amounts (value NUMERIC PRIMARY KEY)")
    ten.sql("DROP TABLE invoices")
    ten.sql("""CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, date_paid DATE,
        paid_amount NUMERIC REFERENCES amounts DEFERRABLE INITIALLY DEFERRED)""")
    ten.fill("invoices", (1, "A", None, None), (2, "B", None, None))
    ten.sql("INSERT INTO amounts VALUES (50)")
    store = ten.store()
    sa.event.listen(
        store._database.engine,
        "connect",
        lambda connection, _: connection.execute("PRAGMA foreign_keys = ON"),
    )
    writes = [
        JobWrite(r.key, r.raw, PAID if r.number == "A" else replace(PAID, paid_amount=Decimal(1)), "USD")
        for r in store.rows()
    ]
    results = store.write(writes, not_cancelled)
    assert [r.outcome for r in results] == ["written", "refused"]
    assert ten.sql("SELECT paid_amount FROM invoices ORDER BY id") == [(50,), (None,)]


def test_declared_widths_refuse_what_sqlite_would_take(jobs: JobFile) -> None:
    jobs.sql(TABLE.replace("NUMERIC(10, 2)", "NUMERIC(6, 2)"))
    jobs.fill("invoices", (1, "A", None, None), (2, "B", None, None))
    store = jobs.store()
    writes = [
        JobWrite(r.key, r.raw, Figures(Decimal(amount)), "USD")
        for r, amount in zip(store.rows(), ("99999.00", "9999.99"), strict=True)
    ]
    results = store.write(writes, not_cancelled)
    assert [r.outcome for r in results] == ["refused", "written"]
    assert "too large for 'paid_amount' (NUMERIC(6, 2))" in results[0].why
    assert jobs.sql("SELECT paid_amount FROM invoices ORDER BY id") == [(None,), (9999.99,)]


def test_a_key_that_is_not_unique_is_never_written(jobs: JobFile) -> None:
    """Even where one key meets two rows and another none, so that the count of rows comes out right."""
    jobs.sql("CREATE TABLE invoices (id INTEGER, invoice_no TEXT, paid_amount NUMERIC, date_paid DATE)")
    jobs.fill("invoices", (1, "A", None, None), (1, "B", None, None), (2, "C", None, None))
    store = jobs.store()
    writes = [JobWrite((1,), (None, None), PAID, "USD"), JobWrite((3,), (None, None), PAID, "USD")]
    results = store.write(writes, not_cancelled)
    assert [r.outcome for r in results] == ["refused", "gone"]
    assert "same key" in results[0].why
    assert jobs.sql("SELECT count(*) FROM invoices WHERE paid_amount IS NOT NULL") == [(0,)]


def test_a_shared_key_is_noticed_even_where_another_row_makes_up_the_count(jobs: JobFile) -> None:
    """One write meets two rows, the other none; but somebody else has just put the same figures there."""
    jobs.sql("CREATE TABLE invoices (id INTEGER, invoice_no TEXT, paid_amount NUMERIC, date_paid DATE)")
    jobs.fill("invoices", (1, "A", None, None), (1, "B", None, None), (2, "C", 50, "2026-04-01"))
    writes = [JobWrite((1,), (None, None), PAID, "USD"), JobWrite((2,), (None, None), PAID, "USD")]
    results = jobs.store().write(writes, not_cancelled)
    assert [r.outcome for r in results] == ["refused", "changed"]
    assert jobs.sql("SELECT count(*) FROM invoices WHERE paid_amount IS NOT NULL") == [(1,)]


def test_only_what_differs_is_set(jobs: JobFile) -> None:
    """A stored value that already says so keeps its form: a time of day, the noise of a float."""
    jobs.sql(TABLE.replace("NUMERIC(10, 2)", "REAL").replace("date_paid DATE", "date_paid DATETIME"))
    jobs.fill("invoices", (1, "A", 0.1 + 0.2, None), (2, "B", 1, "2026-04-01 10:30:00"))
    store = jobs.store()
    first, second = store.rows()
    assert write_one(store, first, Figures(Decimal("0.30"), date(2026, 4, 1))) is WRITTEN
    assert write_one(store, second, PAID) is WRITTEN
    assert jobs.sql("SELECT paid_amount, date_paid FROM invoices") == [
        (0.1 + 0.2, "2026-04-01 00:00:00"),
        (50, "2026-04-01 10:30:00"),
    ]


def test_an_empty_amount_becomes_a_plain_zero_when_its_row_is_written(ten: JobFile) -> None:
    """An invoice that a credit note closed: Date Paid without money."""
    store = ten.store()
    (row,) = store.get([(1,)])
    assert write_one(store, row, Figures(Decimal("0.00"), date(2026, 4, 1))) is WRITTEN
    assert ten.sql("SELECT paid_amount, typeof(paid_amount) FROM invoices WHERE id = 1") == [(0, "integer")]


def test_a_reversal_empties_the_date(jobs: JobFile) -> None:
    """M-2."""
    jobs.sql(TABLE)
    jobs.fill("invoices", (1, "A", 50, "2026-04-01"))
    store = jobs.store()
    assert pay_all(store, Figures(Decimal("0.00"), None)) == ["written"]
    assert jobs.sql("SELECT paid_amount, date_paid FROM invoices") == [(0, None)]


def test_credited_and_outstanding_are_written_where_mapped(ten: JobFile) -> None:
    ten.sql("ALTER TABLE invoices ADD COLUMN credit NUMERIC(10, 2)")
    ten.sql("ALTER TABLE invoices ADD COLUMN due NUMERIC(10, 2)")
    store = ten.store(credited="credit", outstanding="due")
    figures = Figures(Decimal("50.00"), None, Decimal("5.00"), Decimal("45.00"))
    assert pay_all(store, figures) == ["written"] * 10
    assert {row.figures for row in store.rows()} == {figures}
    only_due = ten.store(outstanding="due")
    assert {row.raw for row in only_due.rows()} == {(50, None, 45)}
    assert pay_all(only_due, replace(figures, credited=None)) == ["written"] * 10
    assert (
        pay_all(store, replace(figures, credited=None)) == ["written"] * 10
    )  # says nothing of credits: they stay
    assert ten.sql("SELECT DISTINCT credit FROM invoices") == [(5,)]


@pytest.mark.parametrize(
    ("currency", "amount", "stored"), [("JPY", "1500", 1500), ("KWD", "1.234", 1234), ("USD", "1.23", 123)]
)
def test_minor_units_follow_the_currency(jobs: JobFile, currency: str, amount: str, stored: int) -> None:
    jobs.sql(TABLE.replace("NUMERIC(10, 2)", "INTEGER"))
    jobs.fill("invoices", (1, "A", None, None))
    store = jobs.store(amount_format="minor_units", currency_default=currency)
    (row,) = store.find({"A"})
    assert write_one(store, row, Figures(Decimal(amount))) is WRITTEN
    assert jobs.sql("SELECT paid_amount, typeof(paid_amount) FROM invoices") == [(stored, "integer")]
    assert store.find({"A"})[0].figures.paid_amount == Decimal(amount)


def test_raw_values_of_another_mapping_are_changed_never_written(ten: JobFile) -> None:
    result = ten.store().write([JobWrite((1,), (None, None, None), PAID, "USD")], not_cancelled)
    assert result[0].outcome == "changed"


def test_two_writes_on_one_row_do_not_both_win(ten: JobFile) -> None:
    writes = [JobWrite((1,), (None, None), PAID, "USD")] * 2
    assert [r.outcome for r in ten.store().write(writes, not_cancelled)] == ["written", "changed"]


def test_a_locked_database_is_waited_for(ten: JobFile) -> None:
    """Another program holds the file while we begin, and lets go."""
    store = ten.store()
    rows = list(store.rows())
    holding, release = threading.Event(), threading.Event()

    def other_program() -> None:
        connection = sqlite3.connect(ten.path, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
        holding.set()
        release.wait(20)
        connection.execute("ROLLBACK")
        connection.close()

    thread = threading.Thread(target=other_program)
    thread.start()
    holding.wait(20)
    asked = 0

    def ask() -> bool:
        nonlocal asked
        asked += 1
        if asked == 2:  # we were refused once; now the other lets go
            release.set()
        return False

    results = store.write([JobWrite(r.key, r.raw, PAID, "USD") for r in rows], ask)
    thread.join()
    assert asked >= 2
    assert results == [WRITTEN] * 10


@pytest.mark.parametrize("how", ["BEGIN EXCLUSIVE", "BEGIN IMMEDIATE", "a reader"])
def test_a_lock_that_stays_ends_in_a_retryable_error_with_nothing_done(ten: JobFile, how: str) -> None:
    """Also where a reader only lets us in and not out: the commit cannot be done."""
    store = ten.store(patience=0.3)
    writes = [JobWrite(r.key, r.raw, PAID, "USD") for r in store.rows()]
    other = sqlite3.connect(ten.path, isolation_level=None)
    other.execute("BEGIN" if how == "a reader" else how)
    reader = other.execute("SELECT * FROM invoices") if how == "a reader" else None
    if reader is not None:
        reader.fetchone()
    with pytest.raises(RetryableError) as busy:
        store.write(writes, not_cancelled)
    if reader is not None:
        reader.close()
    other.close()
    assert "Another program is using" in busy.value.title
    assert str(ten.path) in busy.value.title
    assert ten.sql("SELECT count(*) FROM invoices WHERE paid_amount IS NOT NULL") == [(0,)]
    assert store.write(writes, not_cancelled) == [WRITTEN] * 10


def test_cancelling_is_heard_while_a_lock_is_waited_for(ten: JobFile) -> None:
    """F-37."""
    store = ten.store(patience=60)
    writes = [JobWrite(r.key, r.raw, PAID, "USD") for r in store.rows()]
    other = sqlite3.connect(ten.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    answers = iter([False, False, True])
    with pytest.raises(RunCancelled):
        store.write(writes, lambda: next(answers))
    other.close()
    assert ten.sql("SELECT count(*) FROM invoices WHERE paid_amount IS NOT NULL") == [(0,)]


def test_a_full_disk_leaves_nothing_half_done(ten: JobFile) -> None:
    ten.sql("CREATE TABLE log (x BLOB)")
    ten.sql(
        "CREATE TRIGGER logs AFTER UPDATE ON invoices BEGIN INSERT INTO log VALUES (zeroblob(100000)); END"
    )
    store = ten.store()
    writes = [JobWrite(r.key, r.raw, PAID, "USD") for r in store.rows()]
    sa.event.listen(
        store._database.engine,
        "connect",
        lambda connection, _: connection.execute("PRAGMA max_page_count = 40"),
    )
    with pytest.raises(FatalError) as full:
        store.write(writes, not_cancelled)
    assert "is full" in full.value.title
    assert "Make room" in full.value.remedy
    assert ten.sql("SELECT count(*) FROM invoices WHERE paid_amount IS NOT NULL") == [(0,)]
    assert ten.sql("SELECT count(*) FROM log") == [(0,)]


def test_other_columns_and_rows_are_never_touched(ten: JobFile) -> None:
    before = ten.sql("SELECT * FROM invoices WHERE id <> 3")
    schema = ten.sql("SELECT sql FROM sqlite_master")
    store = ten.store()
    (row,) = store.get([(3,)])
    write_one(store, row, PAID)
    assert ten.sql("SELECT * FROM invoices WHERE id <> 3") == before
    assert ten.sql("SELECT id, invoice_no FROM invoices WHERE id = 3") == [(3, "N3")]
    assert ten.sql("SELECT sql FROM sqlite_master") == schema
