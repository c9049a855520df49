"""Putting stored values back exactly as they were, whatever they mean (F-35, D4)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syncdesk.jobdb.store import SqlJobStore
from syncdesk.model.job import WRITTEN, Figures, JobRow, JobWrite, RawValue, WriteResult
from tests.jobdb.conftest import TABLE, JobFile, not_cancelled, write_one

PAID = Figures(Decimal("50.00"), date(2026, 4, 1))
STORED = "SELECT paid_amount, typeof(paid_amount), date_paid, typeof(date_paid) FROM invoices ORDER BY id"


def put_back(store: SqlJobStore, row: JobRow, raw: tuple[RawValue, ...]) -> WriteResult:
    """Restore the raw values on the row as it was read."""
    (result,) = store.write([JobWrite(row.key, row.raw, Figures(), row.currency, raw)], not_cancelled)
    return result


@pytest.mark.parametrize("declared", ["NUMERIC(10, 2)", "REAL", "TEXT", ""])
@pytest.mark.parametrize("day", ["NULL", "''", "'0000-00-00'", "0", "'2026-01-31 10:30:00'"])
@pytest.mark.parametrize("paid", ["NULL", "''", "0", "0.0", "'0.00'", "0.1 + 0.2", "'12,5'"])
def test_whatever_was_stored_comes_back(jobs: JobFile, declared: str, paid: str, day: str) -> None:
    """To the last bit and type, where our own rule would have written something else."""
    jobs.sql(TABLE.replace("NUMERIC(10, 2)", declared))
    jobs.sql(f"INSERT INTO invoices VALUES (1, 'A', {paid}, {day}), (2, 'B', 7, '2026-01-01')")
    store = jobs.store(amount_format="auto" if declared else "decimal")
    before = jobs.sql(STORED)
    (old,) = store.find({"A"})
    assert write_one(store, old, PAID) is WRITTEN
    (now,) = store.find({"A"})
    assert put_back(store, now, old.raw) is WRITTEN
    assert jobs.sql(STORED) == before


def test_text_that_is_no_utf_8_comes_back(jobs: JobFile) -> None:
    """It reads as bytes, and must not become a blob."""
    jobs.sql(TABLE.replace("NUMERIC(10, 2)", "TEXT"))
    jobs.sql("INSERT INTO invoices VALUES (1, 'A', CAST(x'e92e' AS TEXT), NULL)")
    store = jobs.store()
    before = jobs.sql(STORED)
    (old,) = store.find({"A"})
    assert write_one(store, old, PAID) is WRITTEN
    (now,) = store.find({"A"})
    assert put_back(store, now, old.raw) is WRITTEN
    assert jobs.sql(STORED) == before


def test_many_rows_with_different_values_come_back_in_one_batch(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    jobs.fill(
        "invoices", (1, "A", None, None), (2, "B", 0, ""), (3, "C", "", "0000-00-00"), (4, "D", 9, None)
    )
    store = jobs.store()
    before = jobs.sql(STORED)
    old = list(store.rows())
    assert [write_one(store, row, PAID) for row in old] == [WRITTEN] * 4
    writes = [
        JobWrite(now.key, now.raw, was.figures, now.currency, was.raw)
        for now, was in zip(store.rows(), old, strict=True)
    ]
    assert store.write(writes, not_cancelled) == [WRITTEN] * 4
    assert jobs.sql(STORED) == before


def test_restoring_is_conditional(jobs: JobFile) -> None:
    """D6: what somebody changed since is left alone, and what is gone is said to be gone."""
    jobs.sql(TABLE)
    jobs.fill("invoices", (1, "A", 50, "2026-04-01"), (2, "B", 50, "2026-04-01"))
    store = jobs.store()
    first, second = store.rows()
    jobs.sql("UPDATE invoices SET date_paid = '2026-04-02' WHERE id = 1")
    jobs.sql("DELETE FROM invoices WHERE id = 2")
    assert put_back(store, first, (None, None)).outcome == "changed"
    assert put_back(store, second, (None, None)).outcome == "gone"
    assert jobs.sql("SELECT paid_amount, date_paid FROM invoices") == [(50, "2026-04-02")]


def test_values_of_another_mapping_are_never_put_back(jobs: JobFile) -> None:
    jobs.sql(TABLE)
    jobs.fill("invoices", (1, "A", 50, "2026-04-01"))
    store = jobs.store()
    (row,) = store.rows()
    assert put_back(store, row, (None, None, None)).outcome == "changed"
    assert jobs.sql("SELECT paid_amount FROM invoices") == [(50,)]


def test_what_a_trigger_makes_of_it_is_taken_back(jobs: JobFile) -> None:
    """The comparison is with the stored value, not with its meaning: '' is not NULL."""
    jobs.sql(TABLE)
    jobs.fill("invoices", (1, "A", 50, "2026-04-01"))
    jobs.sql("""CREATE TRIGGER tidies AFTER UPDATE ON invoices WHEN new.date_paid = ''
        BEGIN UPDATE invoices SET date_paid = NULL WHERE id = new.id; END""")
    store = jobs.store()
    (row,) = store.rows()
    result = put_back(store, row, (50, ""))
    assert result.outcome == "not_kept"
    assert result.why == "'date_paid' was put back as '' but then read empty."
    assert jobs.sql("SELECT paid_amount, date_paid FROM invoices") == [(50, "2026-04-01")]


stored_amounts = st.one_of(
    st.none(),
    st.just(""),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8),
    st.text(st.characters(codec="utf-8"), max_size=6).map(str.encode),
)


@settings(deadline=None, max_examples=60)
@given(paid=stored_amounts, day=stored_amounts)
def test_any_value_of_a_column_without_a_type_comes_back(
    tmp_path_factory: pytest.TempPathFactory, paid: RawValue, day: RawValue
) -> None:
    """SQLite lets a column hold anything. (Bytes that are no UTF-8 count as text: they read the same.)"""
    path = tmp_path_factory.mktemp("any") / "jobs.db"
    path.touch()
    jobs = JobFile(path, [])
    jobs.sql("CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, paid_amount, date_paid)")
    jobs.fill("invoices", (1, "A", paid, day))
    store = jobs.store(amount_format="decimal")
    before = jobs.sql(STORED)
    (row,) = store.rows()
    cleared = replace(PAID, date_paid=None)
    if write_one(store, row, cleared) is WRITTEN:
        (now,) = store.rows()
        assert put_back(store, now, row.raw) is WRITTEN
        assert jobs.sql(STORED) == before
    store.close()
