"""Our sessions among others on real servers: locks, deadlocks, broken connections (D6, D7, F-37)."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa

from syncdesk.jobdb.database import Database
from syncdesk.jobdb.faults import Fault, fault_of
from syncdesk.jobdb.store import SqlJobStore
from syncdesk.model.errors import RetryableError, RunCancelled
from syncdesk.model.job import WRITTEN, Figures, JobWrite
from tests.jobdb.conftest import not_cancelled
from tests.servers import Addresses, Jobs, empty, run

PAID = Figures(Decimal("50.00"), date(2026, 4, 1))
UNPAID = "SELECT count(*) FROM invoices WHERE paid_amount IS NULL"
WAITING = {
    "postgresql": "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND wait_event_type = 'Lock'",
    "mariadb": "SELECT count(*) FROM information_schema.innodb_trx t JOIN information_schema.processlist p "
    "ON p.id = t.trx_mysql_thread_id WHERE p.db = database() AND t.trx_state = 'LOCK WAIT'",
}
OWN_SESSION = {"postgresql": "SELECT pg_backend_pid()", "mariadb": "SELECT connection_id()"}
END_SESSION = {"postgresql": "SELECT pg_terminate_backend({})", "mariadb": "KILL {}"}


@pytest.fixture(params=["postgresql", "mariadb"])
def ten(request: pytest.FixtureRequest, server_addresses: Addresses) -> Iterator[Jobs]:
    """Ten rows that say nothing yet, on each server."""
    server = server_addresses.server(request.param)
    empty(server)
    jobs = Jobs(server)
    jobs.invoices(*((n, f"N{n}", None, None) for n in range(10)))
    yield jobs
    jobs.close()


def writes_of(store: SqlJobStore) -> list[JobWrite]:
    return [JobWrite(row.key, row.raw, PAID, row.currency) for row in store.rows()]


def faults(database: Database) -> list[Fault]:
    """What goes wrong in the database from now on."""
    seen: list[Fault] = []

    @sa.event.listens_for(database.engine, "handle_error")
    def note(context: sa.engine.ExceptionContext) -> None:
        if isinstance(context.sqlalchemy_exception, sa.exc.DBAPIError):
            seen.append(fault_of(context.sqlalchemy_exception))

    return seen


def sessions_end(store: SqlJobStore, jobs: Jobs, event: str, when: Callable[..., bool], times: int) -> None:
    """Have our own session ended by an administrator at this event, so many times."""
    left = [times]

    @sa.event.listens_for(store._database.engine, event)
    def end(connection: sa.Connection, *rest: Any) -> None:
        if left[0] and when(*rest):
            left[0] -= 1
            with closing(connection.connection.cursor()) as cursor:
                cursor.execute(OWN_SESSION[jobs.make])
                (session,) = cursor.fetchone()
            jobs.sql(END_SESSION[jobs.make].format(session))


def test_a_row_that_another_session_holds_is_waited_for_with_patience(ten: Jobs) -> None:
    store = ten.store(patience=0.1)
    writes = writes_of(store)
    with closing(ten.server.connect()) as other:
        run(other, ten.make, "BEGIN")
        run(other, ten.make, "UPDATE invoices SET invoice_no = 'mine' WHERE id = 7")
        with pytest.raises(RetryableError) as busy:
            store.write(writes, not_cancelled)
    assert "Another program is using the job database" in busy.value.title
    assert ten.sql(UNPAID) == [(10,)]
    assert store.write(writes, not_cancelled) == [WRITTEN] * 10


def test_a_table_that_is_being_altered_is_waited_for_too(ten: Jobs) -> None:
    """MariaDB waits a day for that by default, PostgreSQL for ever."""
    store = ten.store(patience=0.1)
    writes = writes_of(store)
    lock = {
        "postgresql": "LOCK TABLE invoices IN ACCESS EXCLUSIVE MODE",
        "mariadb": "LOCK TABLES invoices WRITE",
    }
    with closing(ten.server.connect()) as other:
        run(other, ten.make, "BEGIN")
        run(other, ten.make, lock[ten.make])
        with pytest.raises(RetryableError):
            store.write(writes, not_cancelled)
        with pytest.raises(RetryableError):
            store.count()
    assert store.count() == 10


def test_stop_is_heard_while_a_lock_is_waited_for(ten: Jobs) -> None:
    """F-37: an attempt waits a second at most, then we are asked."""
    store = ten.store(patience=600)
    writes = writes_of(store)
    answers = iter([False, False, True])
    with closing(ten.server.connect()) as other:
        run(other, ten.make, "BEGIN")
        run(other, ten.make, "UPDATE invoices SET invoice_no = 'mine' WHERE id = 7")
        with pytest.raises(RunCancelled):
            store.write(writes, lambda: next(answers))
    assert ten.sql(UNPAID) == [(10,)]


def test_patience_is_a_setting_of_our_own_sessions_only(ten: Jobs) -> None:
    settings = {
        "postgresql": "SELECT current_setting('lock_timeout')",
        "mariadb": "SELECT @@innodb_lock_wait_timeout, @@lock_wait_timeout",
    }
    before = ten.sql(settings[ten.make])
    store = ten.store()
    store.count()
    ours = store._database.read(lambda c: tuple(c.exec_driver_sql(settings[ten.make]).one()))
    assert ours == (("400ms",) if ten.make == "postgresql" else (1, 1))
    assert ten.sql(settings[ten.make]) == before


def test_one_of_two_that_block_each_other_begins_anew(ten: Jobs) -> None:
    """A deadlock is no error of the row: it is tried again, and both end well."""
    if ten.make == "postgresql":
        ten.sql(f"ALTER DATABASE {ten.server.database} SET deadlock_timeout = '150ms'")
    ten.sql("CREATE TABLE ballast (id INTEGER)")
    store = ten.store(patience=60)
    writes = writes_of(store)
    seen = faults(store._database)
    other = ten.server.connect()
    run(other, ten.make, "BEGIN")
    if ten.make == "postgresql":
        run(other, ten.make, "SET LOCAL deadlock_timeout = '60s'")
    run(
        other, ten.make, f"INSERT INTO ballast VALUES {', '.join('(1)' for _ in range(200))}"
    )  # it weighs more
    run(other, ten.make, "UPDATE invoices SET invoice_no = 'last' WHERE id = 9")

    def block() -> None:
        with closing(ten.server.connect()) as look:
            while not run(look, ten.make, WAITING[ten.make])[0][0]:
                time.sleep(0.15)  # MariaDB looks anew only after a tenth of a second without a question
        run(other, ten.make, "UPDATE invoices SET invoice_no = 'first' WHERE id = 0")
        run(other, ten.make, "COMMIT")
        other.close()

    thread = threading.Thread(target=block)
    thread.start()
    results = store.write(writes, not_cancelled)
    thread.join()
    assert results == [WRITTEN] * 10
    assert seen
    assert set(seen) == {Fault.LOCKED}
    changed = ten.sql("SELECT invoice_no FROM invoices WHERE id IN (0, 9) ORDER BY id")
    assert changed == [("first",), ("last",)]


def test_work_is_done_once_more_where_the_connection_broke_off_before_its_end(ten: Jobs) -> None:
    """D7: nothing of it was done, so it may be done again."""
    store = ten.store()
    writes = writes_of(store)
    seen = faults(store._database)
    sessions_end(
        store, ten, "after_cursor_execute", lambda _c, statement, *_: statement.startswith("UPDATE"), times=1
    )
    assert store.write(writes, not_cancelled) == [WRITTEN] * 10
    assert seen[0] is Fault.AWAY
    assert ten.sql(UNPAID) == [(0,)]


def test_a_server_that_breaks_off_again_and_again_is_away(ten: Jobs) -> None:
    store = ten.store()
    writes = writes_of(store)
    sessions_end(
        store, ten, "after_cursor_execute", lambda _c, statement, *_: statement.startswith("UPDATE"), times=9
    )
    with pytest.raises(RetryableError) as away:
        store.write(writes, not_cancelled)
    assert "cannot be reached" in away.value.title
    assert ten.sql(UNPAID) == [(10,)]


def test_nothing_is_done_twice_where_the_connection_broke_off_at_the_end(ten: Jobs) -> None:
    """Nobody knows whether a commit got through: it is said, and the rows are looked at by the next run."""
    store = ten.store()
    writes = writes_of(store)
    sessions_end(store, ten, "commit", lambda: True, times=1)
    with pytest.raises(RetryableError) as unsure:
        store.write(writes, not_cancelled)
    assert "at the moment of writing" in unsure.value.title
    assert "looks at every row" in unsure.value.remedy


def test_what_others_committed_meanwhile_is_seen(ten: Jobs) -> None:
    """A row that another program changes while our batch is already at work is CHANGED, not deaf."""
    store = ten.store()
    writes = writes_of(store)
    ten.sql("UPDATE invoices SET paid_amount = 1 WHERE id = 3")
    reads = [0]

    @sa.event.listens_for(store._database.engine, "after_cursor_execute")
    def meanwhile(_k: object, _c: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT") and "invoices" in statement and not reads[0]:
            reads[0] += 1
            ten.sql("UPDATE invoices SET paid_amount = 2 WHERE id = 8")

    outcomes = [result.outcome.value for result in store.write(writes, not_cancelled)]
    assert reads == [1]
    assert outcomes[3] == outcomes[8] == "changed"
    assert outcomes.count("written") == 8
