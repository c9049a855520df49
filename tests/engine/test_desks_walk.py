"""A long walk of three desks over one job database: bookkeepers, a person who edits rows, and runs that meet
in every way. In the end every row says what the books say, and nobody is asked for nothing (D6, D9)."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from syncdesk.model.changes import Outcome, Phase, Progress, RunSummary
from syncdesk.model.connection import Policy
from syncdesk.model.job import Figures
from syncdesk.model.ledger import Invoice
from syncdesk.model.settlement import settle
from tests.engine.desk import CONNECTION, Desk
from tests.engine.test_walk import NO_BRAKES
from tests.model.invoices import day, invoice, move

DESKS = st.integers(0, 2)
IDS = st.integers(0, 3)
DAYS = st.integers(8, 14)
AMOUNTS = st.sampled_from(["100", "40", "60", "30"])
STARTS = st.sampled_from(["last", "month", "2026-01-01"])
EDIT = "77.77"


class Meanwhile(list[Progress]):
    """What others do when a run has read the books, and before it looks at the rows."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = [work]

    def append(self, progress: Progress) -> None:
        if progress.phase is Phase.MATCH and self._work:
            self._work.pop()()


class DesksWalk(RuleBasedStateMachine):
    """Three desks, four invoices and their rows."""

    stamps = False

    @initialize(policy=st.sampled_from(Policy))
    def open_the_desks(self, policy: Policy) -> None:
        first = Desk(replace(CONNECTION, policy=policy, brakes=NO_BRAKES))
        first.books.has_change_stamps = self.stamps
        self.policy, self.books = policy, first.books
        self.desks = [first, first.neighbour(), first.neighbour()]
        self.edited: set[int] = set()
        for number in range(4):
            first.bill(invoice("100", id_=f"i{number}", number=f"n{number}"), number)

    # What bookkeepers and a person at the job software do

    def book(self, number: int) -> Invoice:
        return self.books.documents[f"i{number}"]

    @rule(number=IDS, amount=AMOUNTS, on=DAYS)
    def pay(self, number: int, amount: str, on: int) -> None:
        paid = move(amount, on, id_=f"p{self.books.version}")
        self.books.put(replace(self.book(number), movements=(*self.book(number).movements, paid)))

    @rule(number=IDS, on=DAYS)
    def redate(self, number: int, on: int) -> None:
        moved = tuple(replace(m, date=day(on)) for m in self.book(number).movements)
        self.books.put(replace(self.book(number), movements=moved))

    @rule(number=IDS)
    def take_the_last_payment_back(self, number: int) -> None:
        self.books.put(replace(self.book(number), movements=self.book(number).movements[:-1]))

    @rule(number=IDS)
    def edit_by_hand(self, number: int) -> None:
        self.desks[0].jobs.set(number, EDIT, None)
        self.edited.add(number)

    # Runs alone and runs that meet

    @rule(desk=DESKS, since=STARTS)
    def run(self, desk: int, since: str) -> None:
        self.press(self.desks[desk], since)

    @rule(desk=DESKS, other=DESKS, since=STARTS, number=IDS, amount=AMOUNTS, on=DAYS)
    def another_runs_before_the_rows_are_looked_at(
        self, desk: int, other: int, since: str, number: int, amount: str, on: int
    ) -> None:
        if desk != other:
            self.desks[desk].reports = Meanwhile(lambda: self.work_and_run(other, number, amount, on))
            self.press(self.desks[desk], since)
            self.desks[desk].reports = []

    @rule(desk=DESKS, other=DESKS, since=STARTS, number=IDS, amount=AMOUNTS, on=DAYS)
    def another_runs_before_the_rows_are_written(
        self, desk: int, other: int, since: str, number: int, amount: str, on: int
    ) -> None:
        if desk != other:
            self.desks[0].jobs.before_write = [lambda: self.work_and_run(other, number, amount, on)]
            self.press(self.desks[desk], since)
            self.desks[0].jobs.before_write = []

    @rule(desk=DESKS, number=IDS, since=STARTS)
    def a_person_edits_before_the_rows_are_written(self, desk: int, number: int, since: str) -> None:
        self.desks[0].jobs.before_write = [lambda: self.edit_by_hand(number)]
        self.press(self.desks[desk], since)
        self.desks[0].jobs.before_write = []

    def work_and_run(self, desk: int, number: int, amount: str, on: int) -> None:
        if amount == "30":
            self.take_the_last_payment_back(number)
        elif amount != "40":
            self.pay(number, amount, on)
        self.press(self.desks[desk], "last")

    def press(self, desk: Desk, since: str) -> RunSummary:
        since = since if desk.journal.watermark() is not None else "2026-01-01"
        summary = desk.run(since)
        assert summary.error is None
        assert summary.counts.found == len(summary.changes)
        assert desk.journal.open_intentions() == []
        return summary

    # What must hold

    @invariant()
    def what_a_person_typed_stands(self) -> None:
        if hasattr(self, "policy") and self.policy is Policy.ASK:
            for number in self.edited:
                assert self.desks[0].shown(number) == (EDIT, None)

    def teardown(self) -> None:
        if not hasattr(self, "desks"):
            return
        for since in ("last", "2026-01-01"):
            for desk in self.desks:
                self.press(desk, since)
        kept = self.edited if self.policy is not Policy.SOURCE else set()
        for number in {0, 1, 2, 3} - kept:
            answer = settle(self.book(number))
            assert self.desks[0].jobs.figures(number) == Figures(answer.paid_amount, answer.date_paid)
        writes = self.desks[0].jobs.writes
        for desk in self.desks:
            for change in self.press(desk, "2026-01-01").changes:
                if int(change.source_id[1:]) not in self.edited:
                    assert change.outcome is Outcome.UNCHANGED, change
        assert self.desks[0].jobs.writes == writes


class DesksWalkWithStamps(DesksWalk):
    """The same over books that keep change stamps."""

    stamps = True


SETTINGS = settings(
    max_examples=40, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestDesksWalk = DesksWalk.TestCase
TestDesksWalk.settings = SETTINGS
TestDesksWalkWithStamps = DesksWalkWithStamps.TestCase
TestDesksWalkWithStamps.settings = SETTINGS


@pytest.mark.soak
@pytest.mark.parametrize("walk", [DesksWalk, DesksWalkWithStamps])
def test_a_long_walk_of_desks(walk: type[DesksWalk]) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(walk, settings=settings(SETTINGS, max_examples=3000, stateful_step_count=50))
