"""From a finding and its row to the change: D3, D4, D9, D10's lock date, M-7, M-2."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from syncdesk.engine.plan import Planner, figures_text, in_order
from syncdesk.model.changes import Change, Outcome
from syncdesk.model.connection import Policy
from syncdesk.model.job import Figures
from syncdesk.model.ledger import InvoiceStatus, MovementKind, SourceClaim
from syncdesk.model.reasons import reason
from syncdesk.model.settlement import PaidAmountCounts
from tests.engine.desk import CONNECTION, WIDE, Desk, only_change, results
from tests.model.invoices import day, invoice, move

PAID = move("100", 12)
REFUND = MovementKind.REFUND


def desk_with(policy: Policy = Policy.ASK, lock_date: date | None = None, wide: bool = False) -> Desk:
    connection = replace(CONNECTION, policy=policy, lock_date=lock_date)
    return Desk(replace(connection, mapping=WIDE) if wide else connection)


class TestNothing:
    """D4: NULL, '', 0 and no date all say 0.00 and no date."""

    @pytest.mark.parametrize("paid", [None, "", "0", "0.00", "-0.0"])
    @pytest.mark.parametrize("day_paid", [None, ""])
    def test_an_unpaid_invoice_leaves_an_empty_row_alone(self, paid: object, day_paid: object) -> None:
        desk = desk_with()
        desk.books.put(invoice("100"))
        desk.jobs.add(1, "1001", paid, day_paid)
        change = only_change(desk.run())
        assert (change.outcome.value, change.reason.code) == ("unchanged", "same")
        assert change.old_is_empty == (paid in (None, ""))
        assert desk.jobs.transactions == 0
        assert desk.jobs.table[(1,)].raw == (paid, day_paid)

    def test_other_spellings_of_the_same_amount_are_the_same(self) -> None:
        desk = desk_with()
        desk.books.put(invoice("100", PAID))
        desk.jobs.add(1, "1001", "100", "2026-01-12")
        assert only_change(desk.run()).reason.code == "same"

    def test_null_in_further_columns_counts_as_zero(self) -> None:
        desk = desk_with(wide=True)
        desk.bill(invoice("0"))
        assert only_change(desk.run()).reason.code == "same"
        assert desk.jobs.transactions == 0

    def test_further_columns_are_written_with_the_figures(self) -> None:
        desk = desk_with(wide=True)
        desk.bill(invoice("100", move("60", 12), move("30", 13, MovementKind.CREDIT)))
        desk.bill(invoice("50", id_="unpaid", number="1002"))
        assert results(desk.run()) == {"id-1": ("written", "first"), "unpaid": ("written", "first")}
        assert desk.jobs.table[(1,)].raw == ("60.00", None, "30.00", "10.00")
        assert desk.jobs.table[(2,)].raw == ("0.00", None, "0.00", "50.00")
        again = desk.run()
        assert {c.reason.code for c in again.changes} == {"same"}

    def test_a_further_column_changed_by_hand_is_set_right(self) -> None:
        desk = desk_with(wide=True)
        desk.bill(invoice("100", move("60", 12)))
        desk.run()
        desk.jobs.table[(1,)].raw = ("60.00", None, None, "1.00")
        assert results(desk.run()) == {"id-1": ("written", "brought_up_to_date")}
        assert list(desk.jobs.table[(1,)].raw) == ["60.00", None, "0.00", "40.00"]

    @pytest.mark.parametrize("status", [InvoiceStatus.VOID, InvoiceStatus.DRAFT])
    def test_void_and_draft_leave_an_empty_row_alone(self, status: InvoiceStatus) -> None:
        desk = desk_with()
        desk.bill(invoice("100", status=status))
        assert only_change(desk.run()).reason.code == "same"


class TestChangedHere:
    """D9: whose figure is it?"""

    def synced(self, policy: Policy = Policy.ASK) -> Desk:
        desk = desk_with(policy)
        desk.bill(invoice("100", PAID))
        desk.run()
        return desk

    def test_ask_is_a_conflict_until_decided(self) -> None:
        desk = self.synced()
        desk.jobs.set(1, "77.00", "2026-01-12")
        change = only_change(desk.run())
        assert (change.outcome.value, change.reason.code) == ("conflict", "changed_here")
        assert "holds 77.00 USD, paid on 2026-01-12; the books say 100.00 USD" in str(change.reason)
        assert results(desk.run("last")) == {"id-1": ("conflict", "changed_here")}
        assert desk.shown(1) == ("77.00", day(12))

    def test_ask_stays_a_conflict_when_the_books_move_on(self) -> None:
        desk = self.synced()
        desk.jobs.set(1, "77.00", "2026-01-12")
        desk.run()
        desk.books.put(invoice("100", PAID, move("-30", 20, REFUND)))
        assert results(desk.run("last")) == {"id-1": ("conflict", "changed_here")}

    def test_a_conflict_that_was_set_right_by_hand_is_taken_off_the_list(self) -> None:
        desk = self.synced()
        desk.jobs.set(1, "77.00", "2026-01-12")
        desk.run()
        desk.jobs.set(1, "100.00", "2026-01-12")
        assert results(desk.run("last")) == {"id-1": ("unchanged", "same")}
        assert desk.journal.parked() == {}
        assert desk.run("last").counts.found == 0

    def test_source_lets_the_books_win(self) -> None:
        desk = self.synced(Policy.SOURCE)
        desk.jobs.set(1, "77.00", "2026-01-12")
        change = only_change(desk.run())
        assert (change.outcome.value, change.reason.code) == ("written", "books_win")
        assert desk.shown(1) == ("100.00", day(12))

    def test_keep_keeps_until_the_books_change_and_then_asks_until_decided(self) -> None:
        desk = self.synced(Policy.KEEP)
        desk.jobs.set(1, "77.00", "2026-01-12")
        for since in ("month", "last", "last"):
            assert results(desk.run(since)) == {"id-1": ("skipped", "kept")}
        desk.books.put(invoice("100", PAID, move("-30", 20, REFUND)))
        for _ in range(3):
            change = only_change(desk.run("last"))
            assert (change.outcome.value, change.reason.code) == ("conflict", "changed_both")
        assert "77.00 USD" in str(change.reason)
        assert "70.00 USD" in str(change.reason)
        assert desk.shown(1) == ("77.00", day(12))

    def test_keep_chosen_later_settles_what_was_asked_before(self) -> None:
        desk = self.synced()
        desk.jobs.set(1, "77.00", "2026-01-12")
        desk.run()
        desk.connection = replace(desk.connection, policy=Policy.KEEP)
        assert results(desk.run("last", settings="s2")) == {"id-1": ("skipped", "kept")}

    def test_a_kept_row_is_written_once_the_policy_says_so(self) -> None:
        desk = self.synced(Policy.KEEP)
        desk.jobs.set(1, "77.00", "2026-01-12")
        desk.run()
        desk.connection = replace(desk.connection, policy=Policy.SOURCE)
        assert results(desk.run("last")) == {"id-1": ("written", "books_win")}

    def test_an_older_figure_of_ours_is_brought_up_to_date(self) -> None:
        """A restored job database, or a person who put an older value back."""
        desk = desk_with()
        desk.bill(invoice("100", move("50", 12)))
        desk.run()
        desk.books.put(invoice("100", move("100", 20)))  # re-entered: no day-end of these says 50.00
        desk.run("last")
        desk.jobs.set(1, "50.00", None)
        assert results(desk.run()) == {"id-1": ("written", "brought_up_to_date")}
        assert desk.shown(1) == ("100.00", day(20))

    def test_a_row_restored_to_empty_is_brought_up_to_date(self) -> None:
        desk = self.synced()
        desk.jobs.set(1, None, None)
        assert results(desk.run()) == {"id-1": ("written", "brought_up_to_date")}
        assert desk.shown(1) == ("100.00", day(12))

    def test_an_emptied_date_is_changed_here(self) -> None:
        desk = self.synced()
        desk.jobs.set(1, "100.00", None)
        assert results(desk.run()) == {"id-1": ("conflict", "changed_here")}

    def test_a_figure_found_on_first_contact_is_asked_about(self) -> None:
        desk = desk_with()
        desk.books.put(invoice("100", PAID))
        desk.jobs.add(1, "1001", "77.00", None)
        assert results(desk.run()) == {"id-1": ("conflict", "changed_here")}
        assert desk.journal.known["id-1"].document.job_key is None

    def test_an_earlier_day_end_found_on_first_contact_is_merely_older(self) -> None:
        desk = desk_with()
        desk.books.put(invoice("100", move("40", 12), move("60", 20)))
        desk.jobs.add(1, "1001", "40.00", None)
        assert results(desk.run()) == {"id-1": ("written", "brought_up_to_date")}

    @pytest.mark.parametrize(("paid", "when"), [("100", None), (None, "2026-01-12"), ("0.00", "2026-01-12")])
    def test_a_half_filled_row_that_agrees_is_completed(self, paid: object, when: object) -> None:
        desk = desk_with()
        desk.books.put(invoice("100", PAID))
        desk.jobs.add(1, "1001", paid, when)
        assert results(desk.run()) == {"id-1": ("written", "brought_up_to_date")}
        assert desk.shown(1) == ("100.00", day(12))

    def test_a_half_filled_row_with_another_date_is_not(self) -> None:
        desk = desk_with()
        desk.books.put(invoice("100", PAID))
        desk.jobs.add(1, "1001", "100", "2026-01-13")
        assert results(desk.run()) == {"id-1": ("conflict", "changed_here")}

    def test_two_desks_with_journals_of_their_own_live_together(self) -> None:
        mine = desk_with()
        other = mine.neighbour()
        mine.bill(invoice("100", move("40", 12)))
        mine.run()
        mine.books.put(invoice("100", move("40", 12), move("30", 15)))
        assert results(other.run()) == {"id-1": ("written", "brought_up_to_date")}
        mine.books.put(invoice("100", move("40", 12), move("30", 15), move("30", 20)))
        assert results(mine.run("last")) == {"id-1": ("written", "brought_up_to_date")}
        assert results(other.run("last")) == {"id-1": ("unchanged", "written_elsewhere")}
        assert results(other.run()) == {"id-1": ("unchanged", "same")}, "told once"
        assert mine.shown(1) == ("100.00", day(20))

    def test_amounts_in_books_with_other_digits_are_the_same_figures(self) -> None:
        """Decimal('40') and Decimal('40.00') are one amount, in the journal as in the row."""
        desk = desk_with()
        desk.bill(invoice("100", move("40", 12)))
        desk.run()
        desk.jobs.set(1, "40.0", None)
        desk.books.put(invoice("100", move("40.000", 12), move("60", 20)))
        assert results(desk.run("last")) == {"id-1": ("written", "brought_up_to_date")}


class TestReversals:
    """M-2, D2: what was written as paid goes back."""

    @pytest.mark.parametrize("status", [InvoiceStatus.VOID, InvoiceStatus.DRAFT])
    @pytest.mark.parametrize("paid", ["100", "40"])
    def test_a_cancelled_or_unposted_invoice_goes_back_to_nothing(
        self, status: InvoiceStatus, paid: str
    ) -> None:
        desk = desk_with()
        desk.bill(invoice("100", move(paid, 12)))
        desk.run()
        desk.books.put(invoice("100", move(paid, 12), status=status))
        assert results(desk.run("last")) == {"id-1": ("written", "reversed")}
        assert desk.shown(1) == ("0.00", None)
        desk.books.put(invoice("100", move(paid, 12)))
        assert results(desk.run("last")) == {"id-1": ("written", "brought_up_to_date")}

    def test_a_refund_empties_the_date(self) -> None:
        desk = desk_with()
        desk.bill(invoice("100", PAID))
        desk.run()
        desk.books.put(invoice("100", PAID, move("-30", 20, REFUND)))
        assert results(desk.run("last")) == {"id-1": ("written", "reversed")}
        assert desk.shown(1) == ("70.00", None)

    def test_f12_a_payment_moved_to_the_right_invoice_corrects_both(self) -> None:
        desk = desk_with()
        desk.bill(invoice("100", PAID))
        desk.bill(invoice("100", id_="b", number="1002"))
        desk.run()
        desk.books.put(invoice("100"), invoice("100", PAID, id_="b", number="1002"))
        assert results(desk.run("last")) == {
            "id-1": ("written", "reversed"),
            "b": ("written", "brought_up_to_date"),
        }
        assert (desk.shown(1), desk.shown(2)) == (("0.00", None), ("100.00", day(12)))


class TestContradictions:
    """D3: a conflict a person sees, not a number silently written."""

    def test_books_that_contradict_themselves_write_nothing(self) -> None:
        desk = desk_with()
        desk.bill(invoice("100", PAID, claim=SourceClaim(balance=Decimal(5))))
        change = only_change(desk.run())
        assert (change.outcome.value, change.reason.code) == ("conflict", "books_contradict")
        assert str(change.reason) == (
            "The books contradict themselves: "
            "they state a balance of 5.00 USD, but their payments leave 0.00 USD."
        )
        desk.books.put(invoice("100", PAID, claim=SourceClaim(balance=Decimal(0))))
        assert results(desk.run("last")) == {"id-1": ("written", "first")}

    def test_m7_nothing_to_pay_is_no_error(self) -> None:
        desk = desk_with()
        desk.bill(invoice("0", claim=SourceClaim(balance=Decimal(0), paid=False)))
        assert results(desk.run()) == {"id-1": ("unchanged", "same")}

    def test_text_in_an_amount_is_named_and_left_alone(self) -> None:
        desk = desk_with()
        desk.books.put(invoice("100", PAID))
        desk.jobs.add(1, "1001", "see notes", None)
        change = only_change(desk.run())
        assert (change.outcome.value, change.reason.code) == ("conflict", "unreadable")
        assert "see notes" in str(change.reason)
        assert desk.jobs.table[(1,)].raw == ("see notes", None)


class TestLockDate:
    """D10, F-34: old or new Date Paid on or before the lock date waits."""

    @pytest.mark.parametrize(("locked", "expected"), [(11, "written"), (12, "conflict"), (13, "conflict")])
    def test_a_new_date_in_a_closed_month_waits(self, locked: int, expected: str) -> None:
        desk = desk_with(lock_date=day(locked))
        desk.bill(invoice("100", PAID))
        change = only_change(desk.run())
        assert change.outcome.value == expected
        if expected == "conflict":
            assert change.reason.code == "lock_date"
            assert list(desk.journal.parked()) == ["id-1"]

    def test_an_old_date_in_a_closed_month_waits(self) -> None:
        desk = desk_with()
        desk.bill(invoice("100", PAID))
        desk.run()
        desk.connection = replace(desk.connection, lock_date=day(12))
        desk.books.put(invoice("100", PAID, move("-30", 20, REFUND)))
        assert results(desk.run("last")) == {"id-1": ("conflict", "lock_date")}
        assert desk.shown(1) == ("100.00", day(12))
        desk.connection = replace(desk.connection, lock_date=None)
        assert results(desk.run("last")) == {"id-1": ("written", "reversed")}

    def test_what_already_agrees_is_not_locked(self) -> None:
        desk = desk_with(lock_date=day(31))
        desk.books.put(invoice("100", PAID))
        desk.jobs.add(1, "1001", "100.00", "2026-01-12")
        assert results(desk.run()) == {"id-1": ("unchanged", "same")}

    def test_a_part_payment_without_dates_is_not_locked(self) -> None:
        desk = desk_with(lock_date=day(31))
        desk.bill(invoice("100", move("40", 12)))
        assert results(desk.run()) == {"id-1": ("written", "first")}

    def test_the_source_policy_does_not_lift_the_lock(self) -> None:
        desk = desk_with(Policy.SOURCE, lock_date=day(31))
        desk.books.put(invoice("100", PAID))
        desk.jobs.add(1, "1001", "77.00", None)
        assert results(desk.run()) == {"id-1": ("conflict", "lock_date")}


def test_d1_the_settings_of_the_connection_decide_what_is_written() -> None:
    desk = desk_with()
    desk.bill(invoice("100", move("70", 12), move("30", 14, MovementKind.CREDIT)))
    desk.run()
    assert desk.shown(1) == ("70.00", day(14))
    desk.connection = replace(desk.connection, paid_amount_counts=PaidAmountCounts.EVERYTHING_THAT_SETTLES)
    assert results(desk.run("last", settings="s2")) == {"id-1": ("written", "brought_up_to_date")}
    assert desk.shown(1) == ("100.00", day(14))


def test_a_plan_needs_no_journal() -> None:
    """The planner is a pure function of its values."""
    planner = Planner(CONNECTION.mapping, Policy.ASK, None)
    assert planner.seen == {}
    assert planner.unticked == frozenset()


def test_failed_and_undecided_rows_come_first() -> None:
    def row(outcome: Outcome, number: str) -> Change:
        return Change(number, number, "", "USD", outcome, reason("same"))

    rows = [row(outcome, str(n)) for n, outcome in enumerate([*Outcome, *Outcome])]
    order = [(c.outcome.value, c.invoice_number) for c in in_order(reversed(rows))]
    assert [outcome for outcome, _ in order[::2]] == [
        "failed",
        "conflict",
        "unmatched",
        "written",
        "skipped",
        "unchanged",
    ]
    assert order[0] < order[1]


def test_figures_in_words() -> None:
    assert figures_text(Figures(Decimal(5), day(3)), "USD") == "5.00 USD, paid on 2026-01-03"
    assert figures_text(Figures(Decimal(5)), "JPY") == "5 JPY, no Date Paid"


class TestStatuses:
    """CXQ-03: which statuses of the books are looked at; none chosen = all."""

    @staticmethod
    def desk(*left_out: InvoiceStatus) -> Desk:
        return Desk(replace(CONNECTION, left_out=left_out))

    @pytest.mark.parametrize("status", [InvoiceStatus.DRAFT, InvoiceStatus.VOID])
    def test_cxq03_all_are_looked_at_unless_one_is_left_out(self, status: InvoiceStatus) -> None:
        everything, fewer = self.desk(), self.desk(status)
        for desk in (everything, fewer):
            desk.bill(invoice("100", status=status))
            desk.bill(invoice("50", move("50", 12), id_="other", number="1002"))
        assert results(everything.run())["id-1"] == ("unchanged", "same")
        assert results(fewer.run()) == {
            "id-1": ("skipped", f"{status.value}_left_out"),
            "other": ("written", "first"),
        }

    def test_d2_what_was_written_is_taken_back_although_cancelled_ones_are_left_out(self) -> None:
        desk = self.desk(InvoiceStatus.VOID)
        desk.bill(invoice("100", PAID))
        assert results(desk.run()) == {"id-1": ("written", "first")}
        desk.books.put(invoice("100", PAID, status=InvoiceStatus.VOID))
        assert results(desk.run()) == {"id-1": ("written", "reversed")}
        assert desk.jobs.table[(1,)].raw[0] == "0.00"

    def test_a_draft_that_is_issued_is_looked_at(self) -> None:
        desk = self.desk(InvoiceStatus.DRAFT)
        desk.bill(invoice("100", status=InvoiceStatus.DRAFT))
        desk.run()
        desk.books.put(invoice("100", PAID))
        assert results(desk.run()) == {"id-1": ("written", "first")}
