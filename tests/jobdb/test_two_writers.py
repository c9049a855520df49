"""Two desks that write the same rows at the same time: no deadlock is left standing, no row is lost, and what
others changed costs one look (D6, D7)."""

import threading
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
import sqlalchemy as sa

from syncdesk.jobdb.store import SqlJobStore
from syncdesk.model.job import Figures, JobWrite, WriteOutcome
from tests.servers import Jobs

PAID = date(2026, 1, 12)


def never() -> bool:
    """Nobody presses Stop."""
    return False


def write_of(store: SqlJobStore, number: str, paid: str, day: date | None) -> JobWrite:
    """These figures for the row of this number, as it is read now."""
    (row,) = store.find([number])
    return JobWrite(row.key, row.raw, Figures(Decimal(paid), day), "USD")


class Writer(threading.Thread):
    """One desk. After its first update it waits until the other has done its own, so that each holds what the
    other wants."""

    def __init__(self, store: SqlJobStore, writes: Sequence[JobWrite], both: threading.Barrier) -> None:
        super().__init__()
        self._store, self._writes, self._both = store, writes, both
        self.attempts = 0
        self.outcomes: list[WriteOutcome] = []
        sa.event.listen(store._database.engine, "after_cursor_execute", self._executed)

    def run(self) -> None:
        self.outcomes = [result.outcome for result in self._store.write(self._writes, never)]

    def _executed(self, *told: object) -> None:
        statement = str(told[2])
        if statement.startswith("UPDATE"):
            self.attempts += 1
            if self.attempts == 1:
                self._both.wait(30)


@pytest.mark.parametrize("server", ["postgresql", "mariadb"], indirect=True)
def test_writers_that_block_each_other_both_end_and_every_row_is_right(server_jobs: Jobs) -> None:
    """Rows are written in the order of their keys, but a change of both figures and one of the amount alone
    are two statements: one desk holds A and C and wants B, the other holds B and wants C."""
    server_jobs.invoices((1, "A", None, None), (2, "B", None, None), (3, "C", None, None))
    one, other = server_jobs.store(), server_jobs.store()
    both = threading.Barrier(2)
    paid_both = [
        write_of(one, "A", "100", PAID),
        write_of(one, "B", "40", None),
        write_of(one, "C", "100", PAID),
    ]
    first = Writer(one, paid_both, both)
    second = Writer(other, [write_of(other, "C", "30", None), write_of(other, "B", "60", PAID)], both)
    for writer in (first, second):
        writer.start()
    for writer in (first, second):
        writer.join(60)
        assert not writer.is_alive(), "a deadlock is left standing"
    assert first.attempts + second.attempts > 4, "they never met"
    written, changed = WriteOutcome.WRITTEN, WriteOutcome.CHANGED
    rows = server_jobs.sql("SELECT paid_amount, date_paid FROM invoices ORDER BY id")
    if first.outcomes == [written] * 3:
        assert second.outcomes == [changed] * 2
        assert rows == [(Decimal(100), PAID), (Decimal(40), None), (Decimal(100), PAID)]
    else:
        assert first.outcomes == [written, changed, changed]
        assert second.outcomes == [written] * 2
        assert rows == [(Decimal(100), PAID), (Decimal(60), PAID), (Decimal(30), None)]


def test_rows_that_another_desk_wrote_first_cost_one_look(server_jobs: Jobs) -> None:
    """Not an update for each over and over: on a slow network that took minutes, with every row locked."""
    count, left = 64, 5
    server_jobs.invoices(*((n, f"N{n}", None, None) for n in range(count)))
    store = server_jobs.store()
    writes = [write_of(store, f"N{n}", "10", PAID) for n in range(count)]
    server_jobs.sql("UPDATE invoices SET paid_amount = 10 WHERE id >= ? AND id < ?", left, count - 1)
    server_jobs.sql("DELETE FROM invoices WHERE id = ?", count - 1)
    statements: list[object] = []
    sa.event.listen(
        store._database.engine, "after_cursor_execute", lambda *told: statements.append((told[2], told[3]))
    )
    outcomes = [result.outcome for result in store.write(writes, never)]
    assert outcomes == (
        [WriteOutcome.WRITTEN] * left + [WriteOutcome.CHANGED] * (count - left - 1) + [WriteOutcome.GONE]
    )
    updates = [values for statement, values in statements if str(statement).startswith("UPDATE")]
    assert sum(len(values) if isinstance(values, list) else 1 for values in updates) <= count + left
