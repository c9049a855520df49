"""A long walk of bookkeepers, job software, faults and power cuts with runs between; then all must be right.

Every linked row equals the settlement of the books or is reported as waiting, a row nobody else touched never
waits, a second run writes nothing, the counts close, and the watermark is never ahead of the work (S50-13, D6
to D9, D11, D12)."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from syncdesk.model.changes import Outcome, RunResult, RunSummary
from syncdesk.model.connection import BrakeLimits, Policy
from syncdesk.model.decisions import Verdict, can_answer
from syncdesk.model.job import Figures
from syncdesk.model.ledger import Invoice, InvoiceStatus, MovementKind
from syncdesk.model.settlement import settle
from tests.engine.desk import CONNECTION, Desk
from tests.fakes import LOCKED, Fuse, PowerCutError
from tests.model.invoices import day, invoice, move

NO_BRAKES = BrakeLimits(falls=10**6, changes=10**6)
IDS = st.integers(0, 7)
DAYS = st.integers(8, 20)
STARTS = ["last", "week", "month", "2026-04-10", "2026-01-01"]


class Walk(RuleBasedStateMachine):
    """One desk, eight invoices and their rows."""

    stamps = False

    @initialize(policy=st.sampled_from(Policy))
    def open_the_desk(self, policy: Policy) -> None:
        self.desk = Desk(replace(CONNECTION, policy=policy, brakes=NO_BRAKES))
        self.desk.books.has_change_stamps = self.stamps
        self.edited: set[int] = set()  # rows changed or deleted by someone else
        self.odd: set[int] = set()  # numbers and rows about which a person may have to be asked
        for number in range(8):
            self.desk.bill(self.fresh(number), number)
        self.desk.bill(self.fresh(8), 8)  # stays untouched: books without invoices would wait as silent

    def fresh(self, number: int) -> Invoice:
        return invoice("100", id_=f"i{number}", number=f"n{number}")

    def book(self, number: int) -> Invoice | None:
        return self.desk.books.documents.get(f"i{number}")

    def rebook(self, which: int, **change: object) -> None:
        books = self.book(which) or self.fresh(which)
        self.desk.books.put(replace(books, **change))  # type: ignore[arg-type]

    # What bookkeepers do

    @rule(number=IDS, amount=st.sampled_from(["100", "40", "60", "30"]), on=DAYS)
    def pay(self, number: int, amount: str, on: int) -> None:
        books = self.book(number) or self.fresh(number)
        paid = move(amount, on, id_=f"p{len(books.movements)}-{self.desk.books.version}")
        self.rebook(number, movements=(*books.movements, paid))

    @rule(number=IDS, on=DAYS)
    def refund(self, number: int, on: int) -> None:
        books = self.book(number) or self.fresh(number)
        back = move("-40", on, MovementKind.REFUND, id_=f"r{self.desk.books.version}")
        self.rebook(number, movements=(*books.movements, back))

    @rule(number=IDS, on=DAYS)
    def redate(self, number: int, on: int) -> None:
        books = self.book(number) or self.fresh(number)
        self.rebook(number, movements=tuple(replace(m, date=day(on)) for m in books.movements))

    @rule(number=IDS)
    def take_the_last_payment_back(self, number: int) -> None:
        books = self.book(number) or self.fresh(number)
        self.rebook(number, movements=books.movements[:-1])

    @rule(number=IDS, status=st.sampled_from([InvoiceStatus.VOID, InvoiceStatus.DRAFT, InvoiceStatus.ISSUED]))
    def set_status(self, number: int, status: InvoiceStatus) -> None:
        self.rebook(number, status=status)

    @rule(number=IDS)
    def delete(self, number: int) -> None:
        self.odd.add(number)
        if self.stamps:
            self.rebook(number, status=InvoiceStatus.DELETED)
        elif self.book(number) is not None:
            self.desk.books.remove(f"i{number}")

    @rule(number=IDS, other=IDS)
    def renumber(self, number: int, other: int) -> None:
        self.odd |= {number, other}
        self.rebook(number, number=f"n{other}")

    # What happens to the rows

    @rule(number=IDS, value=st.sampled_from([("77.00", None), (None, None), ("100.00", "2026-01-12")]))
    def edit_by_hand(self, number: int, value: tuple[str | None, str | None]) -> None:
        if (number,) in self.desk.jobs.table:
            self.desk.jobs.set(number, *value)
            self.edited.add(number)
            self.odd.add(number)

    @rule(number=IDS)
    def delete_the_row(self, number: int) -> None:
        self.odd.add(number)
        self.edited.add(number)
        self.desk.jobs.table.pop((number,), None)

    @rule(number=IDS)
    def create_the_row_again(self, number: int) -> None:
        if (number,) not in self.desk.jobs.table:
            self.desk.jobs.add(number, f"n{number}")

    @rule(number=IDS)
    def a_column_is_too_narrow(self, number: int) -> None:
        self.odd.add(number)
        self.desk.jobs.refuses ^= {(number,)}

    @rule(hours=st.integers(1, 200))
    def time_passes(self, hours: int) -> None:
        self.desk.hands.move(hours=hours)

    # Runs of all kinds

    @rule(since=st.sampled_from(STARTS))
    def run(self, since: str) -> None:
        self.press(since)

    @rule(since=st.sampled_from(STARTS))
    def preview_and_apply(self, since: str) -> None:
        since = self.possible(since)
        plan = self.desk.preview(since).plan
        self.check(self.desk.run(since, plan=plan, unticked=frozenset({"i3"})))

    @rule(since=st.sampled_from(STARTS), look=st.integers(1, 6))
    def run_and_stop(self, since: str, look: int) -> None:
        looks = iter(range(1, 10**6))
        self.press(since, cancelled=lambda: next(looks) >= look)

    @rule(since=st.sampled_from(STARTS))
    def run_into_a_locked_database(self, since: str) -> None:
        self.desk.jobs.fault = LOCKED
        self.press(since)
        self.desk.jobs.fault = None

    @rule(since=st.sampled_from(STARTS), at_work=IDS)
    def run_beside_someone_at_work(self, since: str, at_work: int) -> None:
        self.desk.jobs.before_write = [lambda: self.edit_by_hand(at_work, ("55.00", None))]
        self.press(since)
        self.desk.jobs.before_write = []

    @rule(since=st.sampled_from(STARTS), step=st.integers(1, 10))
    def run_until_the_power_fails(self, since: str, step: int) -> None:
        since = self.possible(since)
        fuse = Fuse(burns_at=step)
        self.desk.jobs.fuse = self.desk.journal.fuse = fuse
        try:
            self.desk.run(since)
        except PowerCutError:
            pass
        finally:
            self.desk.jobs.fuse = self.desk.journal.fuse = Fuse()

    @rule(number=IDS)
    @precondition(lambda self: self.book(0) is not None)
    def run_a_single_invoice(self, number: int) -> None:
        self.desk.run(only=(f"n{number}",))

    @rule(since=st.sampled_from(STARTS), verdict=st.sampled_from(Verdict), number=IDS)
    def answer_one_that_waits(self, since: str, verdict: Verdict, number: int) -> None:
        """A person decides; whatever she says, both figures stay a pair that one of the sides has stated."""
        summary = self.desk.run(self.possible(since))
        self.check(summary)
        waits = {c.source_id for c in summary.changes if can_answer(c.reason, verdict)}
        if f"i{number}" in waits & self.desk.journal.waiting.keys():
            self.odd.add(number)
            self.check(self.desk.answer(verdict, summary, f"i{number}"))

    @rule(number=IDS)
    def take_an_answer_back(self, number: int) -> None:
        self.desk.journal.take_back([f"i{number}"])

    # What must hold

    def possible(self, since: str) -> str:
        """The start as chosen, but for a first run, which begins with everything."""
        return since if self.desk.journal.watermark() is not None else "2026-01-01"

    def press(self, since: str, **more: object) -> None:
        self.check(self.desk.run(self.possible(since), **more))  # type: ignore[arg-type]

    def check(self, summary: RunSummary) -> None:
        """D8, and D11 in so far as one run shows it."""
        assert summary.counts.found == len(summary.changes)
        assert len({c.source_id for c in summary.changes}) == len(summary.changes)
        if summary.result in (RunResult.CANCELLED, RunResult.FAILED):
            assert self.desk.journal.ends[f"run-{self.desk.number}"].watermark is None
        else:
            assert self.desk.journal.open_intentions() == []

    @invariant()
    def no_row_is_half_written(self) -> None:
        for key, row in self.desk.jobs.table.items():
            paid, date_paid = self.desk.shown(key[0])  # type: ignore[arg-type]
            assert paid != "0.00" or date_paid is None, (key, row.raw)

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        desk = self.desk
        desk.jobs.refuses.clear()
        watermark = desk.journal.watermark()
        self.press("last")
        assert desk.journal.watermark() != watermark, "D11: nothing was left undone"
        assert set(desk.books.documents) <= set(desk.journal.known), "D11: never ahead of the work"
        self.everything_unwaiting_is_right(but=self.edited)
        full = desk.run("2026-01-01")
        self.check(full)
        assert full.result in (RunResult.SUCCESS, RunResult.PARTIAL), full.message
        self.everything_unwaiting_is_right(but=set())
        self.nobody_waits_in_vain(full)
        writes, transactions = desk.jobs.writes, desk.jobs.transactions
        for since in ("last", "2026-01-01"):
            self.check(desk.run(since))
        assert (desk.jobs.writes, desk.jobs.transactions) == (writes, transactions), "S50-13"

    def everything_unwaiting_is_right(self, but: set[int]) -> None:
        """Every linked row says what the books say, or its document waits. Rows edited by hand are only
        noticed by a run that looks at them: before the full run they are passed over."""
        desk = self.desk
        waiting = desk.journal.parked()
        for source_id, known in desk.journal.known.items():
            key, books = known.document.job_key, desk.books.documents.get(source_id)
            if key is None or source_id in waiting or key not in desk.jobs.table or key[0] in but:
                continue
            assert books is not None, f"{source_id} vanished and nobody waits for it"
            answer = settle(books)
            assert desk.jobs.figures(key[0]) == Figures(answer.paid_amount, answer.date_paid), source_id

    def nobody_waits_in_vain(self, full: RunSummary) -> None:
        """What only bookkeepers, stops, faults and power cuts have touched is right by itself; and what is
        said of the rest is true."""
        books, table = self.desk.books.documents, self.desk.jobs.table
        numbers = Counter(b.number for b in books.values() if b.status is InvoiceStatus.ISSUED)
        rows = {row.number for row in table.values()}
        for change in full.changes:
            code, number = change.reason.code, change.invoice_number
            if int(change.source_id[1:]) not in self.odd:
                assert change.outcome in (Outcome.WRITTEN, Outcome.UNCHANGED), change
            assert code != "no_row" or number not in rows, change
            assert code != "number_elsewhere" or numbers[number] >= 1, change
            is_issued = change.source_id in books and books[change.source_id].status is InvoiceStatus.ISSUED
            assert code != "two_invoices" or not is_issued or numbers[number] > 1, change


class WalkWithStamps(Walk):
    """The same over books that keep change stamps."""

    stamps = True


SETTINGS = settings(
    max_examples=120,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestWalk = Walk.TestCase
TestWalk.settings = SETTINGS
TestWalkWithStamps = WalkWithStamps.TestCase
TestWalkWithStamps.settings = SETTINGS


@pytest.mark.soak
@pytest.mark.parametrize("walk", [Walk, WalkWithStamps])
def test_a_long_walk(walk: type[Walk]) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(walk, settings=settings(SETTINGS, max_examples=3000, stateful_step_count=60))


def test_the_walk_would_notice() -> None:
    """The final look fails when a row is wrong: it is able to fail."""
    walk = Walk()
    walk.open_the_desk(Policy.ASK)
    walk.pay(0, "100", 12)
    walk.press("month")
    walk.desk.jobs.set(0, "1.00", str(date(2026, 1, 12)))
    with pytest.raises(AssertionError):
        walk.everything_unwaiting_is_right(but=set())
