"""Trouble in the job database in the middle of a run, on real servers: nothing is lost, nothing is half
written, the message is plain, and the next run ends with what the rule gives (D7, D8)."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from syncdesk.jobdb.store import SqlJobStore
from syncdesk.model.changes import RunResult, RunSummary
from syncdesk.model.errors import SetupError
from tests.engine.desk import CONNECTION, Desk, results
from tests.model.invoices import invoice, move
from tests.servers import COLUMNS, MAPPING, Addresses, Jobs, empty, restricted

MANY = 450  # more than one batch
OWN_SESSION = {"postgresql": "SELECT pg_backend_pid()", "mariadb": "SELECT connection_id()"}
END_SESSION = {"postgresql": "SELECT pg_terminate_backend({})", "mariadb": "KILL {}"}
PAID = date(2026, 1, 20)


@pytest.fixture(params=["postgresql", "mariadb"])
def jobs(request: pytest.FixtureRequest, server_addresses: Addresses) -> Iterator[Jobs]:
    """An empty job database on each server."""
    server = server_addresses.server(request.param)
    empty(server)
    made = Jobs(server)
    yield made
    made.close()


def desk_over(jobs: Jobs, count: int, store: SqlJobStore | None = None, columns: str = COLUMNS) -> Desk:
    """Books with paid invoices, and a job database that knows nothing of it yet."""
    jobs.invoices(*((n, f"N{n}", None, None) for n in range(count)), columns=columns)
    desk = Desk(replace(CONNECTION, mapping=MAPPING))
    desk.jobs = store if store is not None else jobs.store()  # type: ignore[assignment]
    desk.books.put(*(invoice("100", move("100", PAID), id_=f"i{n}", number=f"N{n}") for n in range(count)))
    return desk


def at_update(
    desk: Desk, act: Callable[[sa.Connection], None], nth: int = 1, *, when: str = "before"
) -> None:
    """Have `act` done once, before or after the store's nth UPDATE, or at the commit that ends it."""
    store: Any = desk.jobs
    seen = [0]

    @sa.event.listens_for(store._database.engine, f"{when.replace('commit', 'before')}_cursor_execute")
    def happens(connection: sa.Connection, *rest: Any) -> None:
        if str(rest[1]).startswith("UPDATE"):
            seen[0] += 1
            if seen[0] == nth and when != "commit":
                act(connection)

    @sa.event.listens_for(store._database.engine, "commit")
    def commits(connection: sa.Connection) -> None:
        if when == "commit" and seen[0] == nth:
            seen[0] += 1
            act(connection)


def ended(jobs: Jobs, *first: str) -> Callable[[sa.Connection], None]:
    """An administrator ends our session; what is `first` is still carried out in it."""

    def end(connection: sa.Connection) -> None:
        with closing(connection.connection.cursor()) as cursor:
            cursor.execute(OWN_SESSION[jobs.make])
            (session,) = cursor.fetchone()
            for statement in first:
                cursor.execute(statement)
        jobs.sql(END_SESSION[jobs.make].format(session))

    return end


def paid(jobs: Jobs) -> int:
    """How many rows hold both figures; none may hold one of them."""
    ((both, half),) = jobs.sql(
        "SELECT sum(CASE WHEN paid_amount = 100 AND date_paid = '2026-01-20' THEN 1 ELSE 0 END), "
        "sum(CASE WHEN (paid_amount IS NULL) <> (date_paid IS NULL) THEN 1 ELSE 0 END) FROM invoices"
    )
    assert not half
    return int(both)


def closes(summary: RunSummary, found: int) -> None:
    """D8."""
    assert summary.counts.found == len(summary.changes) == found


def test_an_answer_lost_at_the_moment_of_writing_is_found_out_by_the_next_run(jobs: Jobs) -> None:
    desk = desk_over(jobs, MANY)
    at_update(desk, ended(jobs, "COMMIT", "BEGIN"), when="commit")
    summary = desk.run()
    closes(summary, MANY)
    assert summary.result is RunResult.FAILED
    assert summary.error is not None
    assert "at the moment of writing" in summary.error.title
    assert paid(jobs) == 400
    again = desk.run()
    closes(again, MANY)
    assert again.result is RunResult.SUCCESS
    assert paid(jobs) == MANY
    assert desk.journal.open_intentions() == []


def test_a_connection_that_breaks_off_in_the_middle_of_a_batch_is_made_anew(jobs: Jobs) -> None:
    desk = desk_over(jobs, MANY)
    at_update(desk, ended(jobs), nth=2, when="after")
    summary = desk.run()
    closes(summary, MANY)
    assert summary.result is RunResult.SUCCESS
    assert paid(jobs) == MANY


def test_a_right_lost_during_the_run_ends_it_and_the_rest_stays_due(jobs: Jobs) -> None:
    desk = desk_over(jobs, MANY)
    rights = "SELECT ON invoices", "UPDATE ON invoices"
    with restricted(jobs, *rights) as url:
        user = str(sa.make_url(url).username)
        desk.jobs = jobs.store(url=url)  # type: ignore[assignment]
        at_update(desk, lambda _: jobs.sql(f"REVOKE UPDATE ON invoices FROM {user}") and None, nth=2)
        summary = desk.run()
    closes(summary, MANY)
    assert summary.result is RunResult.FAILED
    assert isinstance(summary.error, SetupError)
    assert "does not allow this user" in summary.error.title
    assert paid(jobs) == 400
    desk.jobs = jobs.store()  # type: ignore[assignment]
    assert desk.run().result is RunResult.SUCCESS
    assert paid(jobs) == MANY


@pytest.mark.parametrize(
    "change", ["RENAME COLUMN date_paid TO paid_on", "DROP COLUMN paid_amount", "RENAME TO other"]
)
def test_a_table_altered_between_plan_and_write_ends_the_run_in_plain_words(jobs: Jobs, change: str) -> None:
    desk = desk_over(jobs, 3)
    store: Any = desk.jobs
    write = store.write

    def altered(*arguments: Any) -> Any:
        jobs.sql(f"ALTER TABLE invoices {change}")
        store.write = write
        return write(*arguments)

    store.write = altered
    summary = desk.run()
    closes(summary, 3)
    assert summary.result is RunResult.FAILED
    assert isinstance(summary.error, SetupError)
    assert "is not what it was" in summary.error.title
    back = {
        "RENAME COLUMN date_paid TO paid_on": "invoices RENAME COLUMN paid_on TO date_paid",
        "DROP COLUMN paid_amount": "invoices ADD COLUMN paid_amount NUMERIC(12, 2)",
        "RENAME TO other": "other RENAME TO invoices",
    }
    jobs.sql(f"ALTER TABLE {back[change]}")
    desk.jobs = jobs.store()  # type: ignore[assignment]
    assert desk.run().result is RunResult.SUCCESS
    assert paid(jobs) == 3


def test_a_row_deleted_and_a_value_too_large_do_not_hold_up_the_others(jobs: Jobs) -> None:
    desk = desk_over(jobs, 50, columns=COLUMNS.replace("NUMERIC(12, 2)", "NUMERIC(6, 2)"))
    jobs.sql("ALTER TABLE invoices ADD CHECK (id <> 7 OR paid_amount < 10)")
    desk.books.put(invoice("20000", move("20000", PAID), id_="i9", number="N9"))
    store: Any = desk.jobs
    write = store.write

    def meanwhile(*arguments: Any) -> Any:
        jobs.sql("DELETE FROM invoices WHERE id = 5")
        store.write = write
        return write(*arguments)

    store.write = meanwhile
    summary = desk.run()
    closes(summary, 50)
    assert summary.result is RunResult.PARTIAL
    found = results(summary)
    assert found["i5"] == ("failed", "row_gone")
    assert found["i7"] == found["i9"] == ("failed", "refused")
    assert summary.counts.written == 47
    assert paid(jobs) == 47
    assert jobs.sql("SELECT paid_amount FROM invoices WHERE id = 9") == [(None,)]


def test_long_keys_and_sql_in_names_and_values_are_only_text(jobs: Jobs) -> None:
    name = 'in"voices; `DROP` %s'
    odd = "Robert'); DROP TABLE invoices; -- %s %(x)s \\ é"
    quoted = jobs.server.quote
    table = quoted + name.replace(quoted, quoted * 2) + quoted
    jobs.sql(
        f"CREATE TABLE {table} (id VARCHAR(300) PRIMARY KEY, {quoted}num ber{quoted} VARCHAR(100), "
        "paid_amount NUMERIC(8, 2), date_paid DATE)"
    )
    keys = ["k" * 299 + "1", "k" * 299 + "2", odd]
    numbers = [odd, "N2", "N'3"]
    marks = f"INSERT INTO {table} VALUES (?, ?, NULL, NULL)"
    for key, number in zip(keys, numbers, strict=True):
        jobs.sql(marks, key, number)
    desk = Desk(replace(CONNECTION, mapping=replace(MAPPING, table=name, number="num ber")))
    desk.jobs = jobs.store(desk.connection.mapping)  # type: ignore[assignment]
    desk.books.put(
        *(invoice("100", move("100", PAID), id_=f"i{n}", number=text) for n, text in enumerate(numbers))
    )
    summary = desk.run()
    closes(summary, 3)
    assert summary.result is RunResult.SUCCESS
    assert {row.figures.paid_amount for row in jobs.store(desk.connection.mapping).rows()} == {Decimal(100)}
