"""A run as a whole: previews, the first run, restricted runs, brakes at their limits, the watermark.

D5, D8, D10 to D12, S50-06, S50-07, S50-14, P-1."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from syncdesk.engine.brakes import share_brake
from syncdesk.engine.run import OVERLAP
from syncdesk.model.changes import Plan, RunKind, RunResult
from syncdesk.model.connection import BrakeLimits
from syncdesk.model.errors import FatalError, UsageError
from syncdesk.model.ledger import Invoice, InvoiceStatus, Movement, MovementKind
from syncdesk.model.settlement import PaidAmountCounts
from tests.engine.desk import CONNECTION, Desk, at, only_change, results
from tests.fakes import LOCKED, Fuse
from tests.model.invoices import day, invoice, move

PAID = move("100", 12)


def paid(number: int, *more: Movement) -> Invoice:
    return invoice("100", PAID, *more, id_=f"i{number}", number=f"n{number:05}")


def desk_of(count: int, run: bool = True) -> Desk:
    """That many paid invoices, synced unless said otherwise."""
    desk = Desk()
    for number in range(count):
        desk.bill(paid(number), number)
    if run:
        desk.run()
    return desk


def refund(desk: Desk, count: int) -> None:
    """Refund a part of the first `count` invoices."""
    back = move("-30", 20, MovementKind.REFUND)
    desk.books.put(*[paid(number, back) for number in range(count)])


def redate(desk: Desk, count: int) -> None:
    """Move the payment of the first `count` invoices to another day."""
    moved = [replace(paid(n), movements=(move("100", 15),)) for n in range(count)]
    desk.books.put(*moved)


class TestBrakes:
    """D10: share, with the numbers at their limits."""

    @pytest.mark.parametrize(
        ("held", "falling", "waits"),
        [(10, 5, False), (10, 6, True), (299, 5, False), (299, 6, True), (300, 6, False), (300, 7, True)],
    )
    def test_more_than_five_or_two_percent_falling_waits(self, held: int, falling: int, waits: bool) -> None:
        desk = desk_of(held)
        refund(desk, falling)
        summary = desk.run("last")
        assert (summary.result is RunResult.NEEDS_DECISION) == waits
        assert summary.counts.written == (0 if waits else falling)
        if waits:
            limit = max(5, held * 2 // 100)
            assert str(summary.brake) == (
                f"{falling} of {held} paid invoices would lose money or their Date Paid; "
                f"more than {limit} needs a person's word."
            )

    @pytest.mark.parametrize(
        ("held", "changing", "waits"), [(60, 50, False), (60, 51, True), (300, 60, False), (300, 61, True)]
    )
    def test_more_than_fifty_or_twenty_percent_changing_waits(
        self, held: int, changing: int, waits: bool
    ) -> None:
        desk = desk_of(held)
        redate(desk, changing)
        summary = desk.run("last")
        assert (summary.result is RunResult.NEEDS_DECISION) == waits
        assert (summary.brake is not None and summary.brake.code == "brake_share") == waits

    def test_the_share_of_changes_is_free_on_the_first_run(self) -> None:
        desk = desk_of(60, run=False)
        for number in range(60):
            desk.jobs.set(number, "40.00", None)
        part = [replace(paid(n), movements=(move("40", 11), move("60", 12))) for n in range(60)]
        desk.books.put(*part)
        assert desk.run().counts.written == 60

    def test_falls_wait_on_the_first_run_too(self) -> None:
        desk = desk_of(6, run=False)
        for number in range(6):
            desk.jobs.set(number, "100.00", "2026-01-12")
        refund(desk, 6)
        assert desk.run().result is RunResult.NEEDS_DECISION

    def test_first_figures_are_no_change_of_a_paid_row(self) -> None:
        desk = desk_of(5)
        for number in range(100, 400):
            desk.bill(paid(number), number)
        assert desk.run("last").counts.written == 300

    def test_what_waits_is_kept_for_history_and_stays_due(self) -> None:
        desk = desk_of(6)
        watermark = desk.journal.watermark()
        refund(desk, 6)
        desk.bill(invoice("10", id_="new", number="new"))
        summary = desk.run("last")
        assert {code for _, code in results(summary).values()} == {"awaits_brake", "same"}
        assert len(desk.journal.changes("run-2")) == 7
        assert (desk.jobs.writes, desk.journal.watermark()) == (6, watermark)
        desk.connection = replace(desk.connection, brakes=BrakeLimits(falls=6))
        assert desk.run("last").counts.as_dict()["written"] == 6

    def test_a_rise_is_no_fall(self) -> None:
        desk = desk_of(0)
        for number in range(10):
            desk.bill(replace(paid(number), movements=(move("40", 12),)), number)
        desk.run()
        desk.books.put(*[paid(n) for n in range(10)])
        assert desk.run("last").counts.written == 10

    def test_no_rows_no_brake(self) -> None:
        assert share_brake([], 0, False, BrakeLimits()) is None


class TestFirstRun:
    """UX-4: the first run always previews."""

    def test_it_writes_nothing_until_its_preview_is_accepted(self) -> None:
        desk = desk_of(2, run=False)
        summary = desk.run(accept_first=False)
        assert summary.result is RunResult.NEEDS_DECISION
        assert results(summary) == {f"i{n}": ("skipped", "awaits_first_preview") for n in (0, 1)}
        assert summary.plan is not None
        assert (desk.jobs.writes, desk.journal.known, desk.journal.watermark()) == (0, {}, None)
        assert desk.run(accept_first=False).result is RunResult.NEEDS_DECISION, "still the first"
        assert desk.run().counts.written == 2
        desk.books.put(invoice("100", id_="i0", number="n00000"))
        assert desk.run("last", accept_first=False).result is RunResult.SUCCESS

    def test_accepting_lifts_no_brake(self) -> None:
        desk = desk_of(6, run=False)
        for number in range(6):
            desk.jobs.set(number, "100.00", "2026-01-12")
        refund(desk, 6)
        assert desk.run(accept_first=True).brake is not None

    def test_a_preview_of_the_first_run_says_that_it_would_wait(self) -> None:
        desk = desk_of(1, run=False)
        assert desk.preview(accept_first=False).result is RunResult.NEEDS_DECISION
        assert desk.preview().result is RunResult.SUCCESS


class TestPreviews:
    """D5: a preview plans only; a young one is what gets applied."""

    def previewed(self) -> tuple[Desk, Plan]:
        desk = desk_of(3, run=False)
        plan = desk.preview().plan
        assert plan is not None
        return desk, plan

    def test_a_preview_leaves_no_trace_but_its_run(self) -> None:
        desk, plan = self.previewed()
        assert plan.counts.written == 3
        assert desk.jobs.transactions == 0
        assert (desk.journal.known, desk.journal.watermark(), desk.journal.has_applied_run()) == (
            {},
            None,
            False,
        )
        assert desk.journal.ends["run-1"].counts.written == 3

    def test_a_young_preview_is_applied_without_reading_again(self) -> None:
        desk, plan = self.previewed()
        summary = desk.run(plan=plan)
        assert (summary.counts.written, desk.books.readings) == (3, 1)
        assert summary.watermark == plan.started_at - OVERLAP, "the watermark is that of its discovery"
        assert desk.run("last").counts.found == 0

    def test_a_change_after_the_preview_is_found_by_the_next_run(self) -> None:
        desk, plan = self.previewed()
        desk.books.put(invoice("100", move("50", 12), id_="i0", number="n00000"))
        desk.run(plan=plan)
        assert desk.shown(0) == ("100.00", day(12))
        desk.run("last")
        assert desk.shown(0) == ("50.00", None)

    def old(self, desk: Desk, plan: Plan) -> Plan:
        desk.hands.move(minutes=9)
        return plan

    def other_start(self, desk: Desk, plan: Plan) -> Plan:
        return replace(plan, since="week")

    def clock_set_back(self, desk: Desk, plan: Plan) -> Plan:
        desk.hands.move(minutes=-2)
        return plan

    def other_settings(self, desk: Desk, plan: Plan) -> Plan:
        return replace(plan, settings="s0")

    def another_run_since(self, desk: Desk, plan: Plan) -> Plan:
        desk.run()
        return plan

    @pytest.mark.parametrize("spoil", [old, other_start, clock_set_back, other_settings, another_run_since])
    def test_any_other_preview_is_planned_again(self, spoil: Callable[[object, Desk, Plan], Plan]) -> None:
        desk, plan = self.previewed()
        spoilt = spoil(self, desk, plan)
        readings = desk.books.readings
        assert desk.run(plan=spoilt).counts.found == 3
        assert desk.books.readings == readings + 1

    def test_a_preview_just_under_ten_minutes_old_is_applied(self) -> None:
        desk, plan = self.previewed()
        desk.hands.move(minutes=8, seconds=59)
        desk.run(plan=plan)
        assert desk.books.readings == 1

    def test_a_row_changed_since_the_preview_is_planned_again(self) -> None:
        desk, plan = self.previewed()
        desk.jobs.set(0, "77.00", None)
        desk.jobs.set(1, "100.00", "2026-01-12")
        found = results(desk.run(plan=plan))
        assert found == {
            "i0": ("conflict", "changed_here"),
            "i1": ("unchanged", "written_elsewhere"),
            "i2": ("written", "first"),
        }

    def test_a_synced_row_put_back_since_the_preview_is_ours(self) -> None:
        desk = desk_of(2)
        redate(desk, 2)
        plan = desk.preview("last").plan
        desk.jobs.set(0, None, None)
        assert results(desk.run("last", plan=plan))["i0"] == ("written", "brought_up_to_date")

    def test_unticked_rows_are_left_out_and_come_back(self) -> None:
        desk, plan = self.previewed()
        summary = desk.run(plan=plan, unticked=frozenset({"i1"}))
        assert results(summary)["i1"] == ("skipped", "unticked")
        assert summary.result is RunResult.SUCCESS
        assert desk.journal.watermark() is not None, "D12: it is parked and does not hold the watermark back"
        assert results(desk.run("last")) == {"i1": ("written", "first")}
        assert desk.run("last").counts.found == 0

    def test_unticked_rows_are_left_out_without_a_plan_too(self) -> None:
        desk = desk_of(2, run=False)
        summary = desk.run(unticked=frozenset({"i1"}))
        assert results(summary) == {"i0": ("written", "first"), "i1": ("skipped", "unticked")}

    def test_unticking_enough_rows_lets_go_of_the_brake(self) -> None:
        desk = desk_of(6)
        refund(desk, 6)
        plan = desk.preview("last").plan
        assert plan is not None
        assert plan.brake is not None
        assert desk.run("last", plan=plan).result is RunResult.NEEDS_DECISION
        summary = desk.run("last", plan=plan, unticked=frozenset({"i1"}))
        assert (summary.result, summary.counts.written) == (RunResult.SUCCESS, 5)

    def test_a_preview_of_other_books_still_waits(self) -> None:
        desk = desk_of(1)
        desk.books.company = replace(desk.books.company, id="book-2")
        desk.books.version += 1
        plan = desk.preview("last").plan
        assert desk.run("last", plan=plan).brake is not None

    def test_a_link_to_another_row_does_not_count_for_the_previews_row(self) -> None:
        desk = desk_of(1)
        row = desk.jobs.table.pop((0,))
        desk.jobs.table[(8,)] = replace(row, raw=(None, None))
        plan = desk.preview("month").plan
        desk.jobs.set(8, "0", None)
        assert results(desk.run("month", plan=plan)) == {"i0": ("written", "first")}


class TestRestricted:
    """Single invoices: `--invoice` takes job numbers and ignores the start."""

    def test_only_what_was_asked_for(self) -> None:
        desk = desk_of(3, run=False)
        summary = desk.run(only=("n00001",))
        assert results(summary) == {"i1": ("written", "first")}
        assert summary.since == "n00001"
        assert (desk.journal.watermark(), desk.journal.memory().token) == (None, "")

    def test_it_moves_no_watermark_later_either(self) -> None:
        desk = desk_of(2)
        watermark = desk.journal.watermark()
        desk.hands.move(days=1)
        assert desk.run(only=("n00001", "n00000")).watermark == watermark
        assert desk.journal.watermark() == watermark

    def test_books_with_stamps_are_asked_for_these_alone(self) -> None:
        desk = desk_of(3)
        desk.books.has_change_stamps = True
        desk.run(only=("n00001", "new"))
        asked = desk.books.questions[-1]
        assert (asked.only, asked.ids, asked.numbers) == (True, {"i1"}, {"n00001", "new"})

    def test_a_link_is_found_under_the_job_number(self) -> None:
        desk = desk_of(2)
        desk.books.put(invoice("100", PAID, move("5", 20), id_="i1", number="renamed"))
        assert list(results(desk.run(only=("n00001",)))) == ["i1"]

    def test_an_unknown_number_is_named(self) -> None:
        desk = desk_of(1)
        summary = desk.run(only=("n00000", "nope"))
        assert summary.result is RunResult.FAILED
        assert isinstance(summary.error, UsageError)
        assert "'nope'" in summary.message
        assert "'n00000'" not in summary.message

    def test_a_single_invoice_that_is_unmatched_waits(self) -> None:
        desk = Desk()
        desk.books.put(invoice("100", PAID))
        assert results(desk.run(only=("1001",))) == {"id-1": ("unmatched", "no_row")}


class TestWatermark:
    """D11: never ahead of the work, no gap."""

    def test_it_is_the_sources_clock_less_the_overlap(self) -> None:
        desk = desk_of(1, run=False)
        summary = desk.run()
        assert summary.watermark == desk.journal.watermark() == at("2026-04-10 09:01") - timedelta(minutes=10)

    def test_last_moves_it_on(self) -> None:
        desk = desk_of(1)
        desk.hands.move(days=3)
        desk.run("last")
        assert desk.journal.watermark() == desk.hands.now - OVERLAP

    def test_a_later_start_leaves_a_gap_and_does_not_jump_it(self) -> None:
        desk = desk_of(1)
        desk.books.has_change_stamps = True
        watermark = desk.journal.watermark()
        desk.hands.move(days=10)
        assert desk.run("week").watermark == watermark
        assert desk.run("2026-04-11").watermark == watermark
        assert desk.run("2026-04-10").watermark == desk.hands.now - OVERLAP

    def test_a_start_exactly_at_the_watermark_leaves_no_gap(self) -> None:
        desk = desk_of(1)
        desk.journal.mark = at("2026-04-10 00:00")
        assert desk.run("2026-04-10").watermark == desk.hands.now - OVERLAP

    def test_with_no_watermark_any_full_run_sets_it(self) -> None:
        desk = desk_of(1, run=False)
        assert desk.run("2026-04-10").watermark is not None

    def test_a_preview_does_not_move_it(self) -> None:
        desk = desk_of(1)
        watermark = desk.journal.watermark()
        desk.hands.move(days=1)
        assert desk.preview("last").watermark == watermark
        assert desk.journal.watermark() == watermark

    def test_conflicts_and_failures_do_not_hold_it_back(self) -> None:
        desk = desk_of(2, run=False)
        desk.jobs.set(0, "77.00", None)
        desk.jobs.refuses.add((1,))
        summary = desk.run()
        assert (summary.result, summary.counts.conflict, summary.counts.failed) == (RunResult.PARTIAL, 1, 1)
        assert summary.watermark == desk.hands.now - OVERLAP
        assert desk.run("last").counts.found == 2, "what waits is taken up again"

    def test_a_clock_set_back_is_told(self) -> None:
        desk = desk_of(1)
        desk.hands.move(days=-2)
        summary = desk.run("last")
        assert str(summary.notes[0]) == (
            "This computer's clock is behind the last run (2026-04-10 08:51 UTC). Check the date and time."
        )

    def test_p1_last_needs_an_earlier_run(self) -> None:
        with pytest.raises(UsageError):
            desk_of(1, run=False).run("last")


class TestEnds:
    """How a run ends, and that it always does."""

    def test_s50_14_a_later_payment_updates_a_synced_invoice(self) -> None:
        desk = Desk()
        desk.bill(invoice("100", move("50", 12)))
        desk.run()
        desk.books.put(invoice("100", move("50", 12), move("50", 20)))
        change = only_change(desk.run("last"))
        assert change.old is not None
        assert change.new is not None
        assert (change.old.paid_amount, change.new.paid_amount) == (Decimal(50), Decimal(100))

    @pytest.mark.parametrize("look", [1, 2, 3])
    def test_stop_before_anything_was_written(self, look: int) -> None:
        desk = desk_of(1, run=False)
        looks = iter(range(1, 100))
        summary = desk.run(cancelled=lambda: next(looks) >= look)
        assert (summary.result, summary.counts.found) == (RunResult.CANCELLED, 0)
        assert (desk.jobs.transactions, desk.journal.known) == (0, {})

    def test_a_job_database_that_is_away_during_matching_leaves_nothing_half(self) -> None:
        desk = desk_of(1)
        redate(desk, 1)
        desk.jobs.fuse = Fuse(burns_at=1, fault=LOCKED)
        known, waiting = dict(desk.journal.known), desk.journal.parked()
        summary = desk.run("last")
        assert (summary.result, summary.counts.found) == (RunResult.FAILED, 0)
        assert (desk.journal.known, desk.journal.parked()) == (known, waiting)
        assert desk.run("last").counts.written == 1

    def test_a_journal_that_fails_at_the_end_of_a_failed_run_keeps_the_first_error(self) -> None:
        desk = desk_of(1)
        redate(desk, 1)
        desk.jobs.fuse = Fuse(burns_at=1, fault=LOCKED)
        desk.journal.fuse = Fuse(burns_at=2, fault=FatalError("The disk is full."))
        summary = desk.run("last")
        assert desk.journal.fuse.steps[-1] == "journal.finish_run begins"
        assert summary.error is LOCKED

    def test_a_run_record_keeps_what_was_asked(self) -> None:
        desk = desk_of(1)
        start = desk.journal.starts["run-1"]
        assert (start.since, start.kind, start.trigger) == ("month", RunKind.SYNC, "person")
        assert start.since_instant == at("2026-03-10 00:00")


def test_void_before_it_was_ever_synced_is_nothing() -> None:
    desk = Desk()
    desk.bill(invoice("100", PAID, status=InvoiceStatus.VOID))
    assert results(desk.run()) == {"id-1": ("unchanged", "same")}


def test_rules_that_change_are_a_new_look_at_every_invoice() -> None:
    desk = Desk(replace(CONNECTION, paid_amount_counts=PaidAmountCounts.PAYMENTS))
    desk.bill(invoice("100", PAID))
    desk.run()
    desk.connection = replace(CONNECTION, paid_amount_counts=PaidAmountCounts.EVERYTHING_THAT_SETTLES)
    assert desk.run("last", settings="s2").counts.found == 1
