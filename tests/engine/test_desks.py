"""Several desks over one job database, each with a journal of its own (D6, D9): the rule of
syncdesk/engine/desks.py."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from syncdesk.engine.desks import passed_through
from syncdesk.model.changes import Phase, Progress, RunResult
from syncdesk.model.codec import encode_invoice
from syncdesk.model.connection import Policy
from syncdesk.model.errors import RetryableError
from syncdesk.model.ledger import InvoiceStatus
from syncdesk.model.records import RecordedFigures
from syncdesk.model.settlement import DEFAULT_RULES
from tests.engine.desk import CONNECTION, Desk, results
from tests.model.invoices import day, invoice, move


class Meanwhile(list[Progress]):
    """What others do once a run has read the books and before it looks at the rows."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work: list[Callable[[], object]] = [work]

    def append(self, progress: Progress) -> None:
        if progress.phase is Phase.MATCH and self._work:
            self._work.pop()()
        super().append(progress)


def two_desks(policy: Policy = Policy.ASK, *, stamps: bool = False) -> tuple[Desk, Desk]:
    """Two desks that have both seen one invoice with a payment of 40."""
    mine = Desk(replace(CONNECTION, policy=policy))
    mine.books.has_change_stamps = stamps
    other = mine.neighbour()
    mine.bill(invoice("100", move("40", 12)))
    mine.run()
    other.run()
    return mine, other


EVERY_POLICY = pytest.mark.parametrize("policy", Policy)
BOTH_KINDS = pytest.mark.parametrize("stamps", [False, True])


class TestOlder:
    """Rule 1: what another desk wrote between two of our looks is older, not changed here."""

    def test_a_second_payment_on_the_same_day(self) -> None:
        mine, other = two_desks()
        mine.books.put(invoice("100", move("40", 12), move("20", 12)))
        other.run("last")
        mine.books.put(invoice("100", move("40", 12), move("20", 12), move("40", 12)))
        assert results(mine.run("last")) == {"id-1": ("written", "brought_up_to_date")}
        assert mine.shown(1) == ("100.00", day(12))

    def test_a_corrected_and_a_late_entered_payment(self) -> None:
        mine, other = two_desks()
        mine.books.put(invoice("100", move("45", 12)))
        other.run("last")
        mine.books.put(invoice("100", move("45", 12), move("55", 5)))
        assert results(mine.run("last")) == {"id-1": ("written", "brought_up_to_date")}
        assert mine.shown(1) == ("100.00", day(12))

    def test_a_figure_the_books_never_passed_through_was_changed_here(self) -> None:
        mine, _ = two_desks()
        mine.jobs.set(1, "41.00", None)
        mine.books.put(invoice("100", move("40", 12), move("20", 12), move("40", 12)))
        assert results(mine.run("last")) == {"id-1": ("conflict", "changed_here")}
        assert mine.shown(1) == ("41.00", None)

    def test_every_state_on_the_way_is_passed_through(self) -> None:
        before = invoice("100", move("40", 12))
        now = invoice("100", move("60", 12), move("40", 20))
        found = passed_through(encode_invoice(before), encode_invoice(now), DEFAULT_RULES)
        paid = {("40", None), ("60", None), ("100", 20), ("80", None), ("0", None), ("140", 12)}
        paid |= {("100", 12)}  # the correction entered before the mistake was taken out
        assert found == {RecordedFigures(Decimal(amount), on and day(on)) for amount, on in paid}

    def test_a_cancelled_invoice_was_worth_something_before(self) -> None:
        before, now = invoice("100", move("40", 12)), invoice("100", status=InvoiceStatus.VOID)
        found = passed_through(encode_invoice(before), encode_invoice(now), DEFAULT_RULES)
        assert found == {RecordedFigures(Decimal(40), None), RecordedFigures(Decimal(0), None)}

    def test_after_too_many_changes_nothing_is_claimed(self) -> None:
        now = invoice("100", *(move("1", n) for n in range(1, 10)))
        assert not passed_through(encode_invoice(invoice("100")), encode_invoice(now), DEFAULT_RULES)


class TestNewer:
    """Rules 2 and 3: what may rest on newer books than ours is never written back."""

    @EVERY_POLICY
    @BOTH_KINDS
    def test_written_between_our_reading_of_the_books_and_of_the_row(
        self, policy: Policy, stamps: bool
    ) -> None:
        mine, other = two_desks(policy, stamps=stamps)
        mine.books.put(invoice("100", move("40", 12), move("60", 20)))

        def the_second_payment_is_taken_back_and_synced() -> None:
            mine.books.put(invoice("100", move("30", 12)))
            other.run("last")

        mine.reports = Meanwhile(the_second_payment_is_taken_back_and_synced)
        summary = mine.run("last")
        assert results(summary) == {"id-1": ("skipped", "books_moved_on")}
        assert mine.shown(1) == ("30.00", None)
        watermark = mine.journal.watermark()
        assert results(mine.run("last")) == {"id-1": ("unchanged", "written_elsewhere")}
        assert mine.journal.watermark() != watermark

    @EVERY_POLICY
    @BOTH_KINDS
    def test_written_between_our_reading_of_the_row_and_our_write(self, policy: Policy, stamps: bool) -> None:
        """40 is what our movements gave at an earlier day-end, and what we recorded ourselves: and yet it is
        newer."""
        mine, other = two_desks(policy, stamps=stamps)
        mine.books.put(invoice("100", move("40", 12), move("30", 20)))
        other.run("last")
        mine.books.put(invoice("100", move("40", 12), move("30", 20), move("30", 25)))

        def back_to_the_first_payment() -> None:
            mine.books.put(invoice("100", move("40", 12)))
            other.run("last")

        mine.jobs.before_write = [back_to_the_first_payment]
        assert results(mine.run("last")) == {"id-1": ("skipped", "books_moved_on")}
        assert mine.shown(1) == ("40.00", None)
        assert mine.journal.open_intentions() == []
        mine.run("last")
        assert mine.shown(1) == ("40.00", None)

    @BOTH_KINDS
    def test_the_same_books_written_by_a_slower_desk_are_brought_up_to_date(self, stamps: bool) -> None:
        """The other desk had read the books before us, and wrote while we worked."""
        mine, other = two_desks(stamps=stamps)
        mine.books.put(invoice("100", move("40", 12), move("30", 20)))
        plan = other.preview("last").plan
        mine.books.put(invoice("100", move("40", 12), move("30", 20), move("30", 25)))
        mine.jobs.before_write = [lambda: other.run("last", plan=plan)]
        assert results(mine.run("last")) == {"id-1": ("written", "brought_up_to_date")}
        assert mine.shown(1) == ("100.00", day(25))

    def test_both_desks_at_once_agree_and_tell_each_other(self) -> None:
        mine, other = two_desks()
        mine.books.put(invoice("100", move("40", 12), move("60", 20)))
        mine.jobs.before_write = [lambda: other.run("last")]
        summary = mine.run("last")
        assert results(summary) == {"id-1": ("unchanged", "written_elsewhere")}
        told = [note.values for note in summary.notes if note.code == "note_elsewhere"]
        assert told == [{"count": "1"}]
        assert summary.result is RunResult.SUCCESS

    def test_untouched_books_are_not_read_twice(self) -> None:
        mine, other = two_desks()
        mine.books.put(invoice("100", move("40", 12), move("20", 20)))
        other.run("last")
        mine.books.put(invoice("100", move("40", 12), move("20", 20), move("40", 25)))
        readings = mine.books.readings
        assert results(mine.run("last")) == {"id-1": ("written", "brought_up_to_date")}
        assert mine.books.readings == readings + 1

    def test_books_on_the_web_are_asked_only_for_rows_in_doubt(self) -> None:
        mine, other = two_desks(stamps=True)
        mine.bill(invoice("100", move("100", 12), id_="b", number="1002"))
        mine.books.put(invoice("100", move("40", 12), move("20", 20)))
        other.run("last")
        mine.books.put(invoice("100", move("40", 12), move("20", 20), move("40", 25)))
        mine.run("last")
        question = mine.books.questions[-1]
        assert (question.only, question.ids) == (True, {"id-1"})

    def test_a_conflict_that_waits_is_not_asked_about_by_every_run(self) -> None:
        mine, _ = two_desks(stamps=True)
        mine.jobs.set(1, "77.00", None)
        mine.books.put(invoice("100", move("40", 12), move("60", 25)))
        assert results(mine.run("last")) == {"id-1": ("conflict", "changed_here")}
        readings = mine.books.readings
        assert results(mine.run("last")) == {"id-1": ("conflict", "changed_here")}
        assert mine.books.readings == readings + 1

    def test_books_that_cannot_be_asked_again_leave_the_row_for_the_next_run(self) -> None:
        mine, _ = two_desks(stamps=True)
        mine.books.put(invoice("100", move("40", 12), move("60", 20)))

        def away() -> None:
            mine.jobs.set(1, "77.00", None)
            mine.books.fault = (0, RetryableError("The books are away.", "Try again."))

        mine.jobs.before_write = [away]
        summary = mine.run("last")
        assert (summary.result, summary.message) == (RunResult.FAILED, "The books are away. Try again.")
        assert results(summary) == {"id-1": ("conflict", "changed_during_run")}
        assert mine.shown(1) == ("77.00", None)

    def test_stop_pressed_at_the_second_look_leaves_the_row_due(self) -> None:
        mine, _ = two_desks(stamps=True)
        mine.books.put(invoice("100", move("40", 12), move("60", 20)))
        pressed: list[bool] = []

        def write_and_press_stop() -> None:
            mine.jobs.set(1, "77.00", None)
            mine.books.before_reading = [lambda: pressed.append(True)]

        mine.jobs.before_write = [write_and_press_stop]
        summary = mine.run("last", cancelled=lambda: bool(pressed))
        assert results(summary) == {"id-1": ("skipped", "not_reached")}
        assert mine.journal.open_intentions() == []


def test_a_first_run_over_rows_that_are_right_tells_of_nobody_else() -> None:
    desk = Desk()
    desk.books.put(invoice("100", move("100", 12)))
    desk.jobs.add(1, "1001", "100.00", "2026-01-12")
    summary = desk.run()
    assert results(summary) == {"id-1": ("unchanged", "same")}
    assert "note_elsewhere" not in [note.code for note in summary.notes]
