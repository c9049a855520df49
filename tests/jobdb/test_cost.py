"""Reading costs what is asked for, not what exists (issue 4.3)."""

import pytest
import sqlalchemy as sa

from syncdesk.jobdb import store as store_module
from syncdesk.jobdb.store import SqlJobStore, spellings
from tests.servers import Jobs

INDEXED = "id INTEGER PRIMARY KEY, invoice_no VARCHAR(60) UNIQUE, paid_amount NUMERIC(12, 2), date_paid DATE"


def whole_reads(store: SqlJobStore) -> list[str]:
    """Selections from the table, from now on, that name no number and no limit."""
    seen: list[str] = []

    @sa.event.listens_for(store._database.engine, "before_cursor_execute")
    def note(_k: object, _c: object, statement: str, *_: object) -> None:
        if "invoices" in statement and " IN (" not in statement and "LIMIT" not in statement:
            seen.append(statement)

    return seen


@pytest.fixture
def large(server_jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> Jobs:
    """A table that counts as large."""
    monkeypatch.setattr(store_module, "_SEARCHED_WHOLE", 100)
    monkeypatch.setattr(store_module, "_FORMS", 1)
    server_jobs.invoices(*((n, f"INV-{n:05}", None, None) for n in range(300)), columns=INDEXED)
    return server_jobs


def test_a_number_that_resembles_another_is_found_without_reading_a_large_table(large: Jobs) -> None:
    store = large.store()
    store.find({"INV-00001"})
    seen = whole_reads(store)
    assert store.similar({"inv-17", "INV - 00018", "INV-19", "other"}) == {
        "inv-17": ("INV-00017",),
        "INV - 00018": ("INV-00018",),
        "INV-19": ("INV-00019",),
    }
    assert seen == []


def test_many_numbers_are_looked_up_without_counting_a_large_table(
    large: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_NUMBERS_AT_ONCE", 10)
    store = large.store()
    store.find({"INV-00001"})
    seen = whole_reads(store)
    assert len(store.find({f"INV-{n:05}" for n in range(50)})) == 50
    assert seen == []
    assert len(store.find({f"INV-{n:05}" for n in range(200)})) == 200
    assert len(seen) == 1  # most of the table is asked for: it is read through once


def test_the_usual_forms_of_a_number_are_few() -> None:
    assert {"inv-17", "INV-17", "INV-0017"} <= spellings("inv-017")
    assert len(spellings("inv-017")) <= 60


def test_a_number_without_an_index_is_told_with_its_remedy(server_jobs: Jobs) -> None:
    server_jobs.invoices((1, "A", None, None))
    (line,) = [line for line in server_jobs.store().check() if "no index" in line.title]
    assert line.ok
    assert "Have an index on 'invoice_no' made" in line.remedy
    server_jobs.sql("CREATE INDEX by_number ON invoices (invoice_no)")
    assert not any("no index" in line.title for line in server_jobs.store().check())
