"""Taking a run back (F-35): exactly what was there before, where nothing has changed since; the rest listed;
held until a person starts a run; recorded, and can itself be taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syncdesk.engine.undo import BATCH
from syncdesk.model.changes import Outcome, RunKind, RunResult, RunSummary
from syncdesk.model.connection import Policy
from syncdesk.model.decisions import Verdict
from syncdesk.model.errors import FatalError, UsageError
from syncdesk.model.job import RawValue, RowKey
from syncdesk.model.ledger import InvoiceStatus
from tests.engine.desk import CONNECTION, WIDE, Desk, only_change, results
from tests.fakes import LOCKED, Fuse, PowerCutError
from tests.model.invoices import day, invoice, move

PAID = move("100", 12)
PART = move("40", 10)


def one(**settings: object) -> Desk:
    """A desk with one paid invoice, written by run-1 into a row that held nothing."""
    desk = Desk(replace(CONNECTION, **settings))  # type: ignore[arg-type]
    desk.bill(invoice("100", PAID))
    desk.run()
    return desk


def many(count: int) -> Desk:
    """A desk with that many paid invoices, written by run-1."""
    desk = Desk()
    for number in range(count):
        desk.books.documents[f"i{number}"] = invoice("100", PAID, id_=f"i{number}", number=f"n{number:06}")
        desk.jobs.add(number, f"n{number:06}")
    assert desk.run().counts.written == count
    return desk


def stored(desk: Desk) -> dict[RowKey, tuple[RawValue, ...]]:
    """The raw values of every row."""
    return {key: row.raw for key, row in desk.jobs.table.items()}


def code(summary: RunSummary) -> tuple[str, str]:
    """Outcome and reason of the one row."""
    change = only_change(summary)
    return change.outcome.value, change.reason.code


class TestPuttingBack:
    @pytest.mark.parametrize("before", [(None, None), ("", ""), ("0.00", None), ("40.00", None)])
    def test_the_stored_values_come_back_exactly(self, before: tuple[RawValue, ...]) -> None:
        """D4: NULL, '' and zero say the same, and yet each comes back as it was."""
        desk = Desk()
        desk.bill(invoice("100", PART, replace(PAID, amount=PAID.amount - PART.amount)))
        desk.jobs.set(1, *before)
        desk.run()
        assert desk.shown(1) == ("100.00", day(12))
        undone = desk.undo("run-1")
        assert code(undone) == ("written", "restored")
        assert stored(desk)[(1,)] == before
        assert (undone.result, undone.kind, undone.since) == (RunResult.SUCCESS, RunKind.UNDO, "run-1")

    def test_it_tells_both_sides_and_where_nothing_is_stored_again(self) -> None:
        desk = one()
        change = only_change(desk.undo("run-1"))
        assert change.old is not None
        assert change.new is not None
        assert (change.old.date_paid, change.new.says_nothing) == (day(12), True)
        assert change.new_is_empty
        assert not change.old_is_empty
        assert str(change.reason) == "Put back as it was before the run of 2026-04-10 09:01."

    def test_further_columns_come_back_too(self) -> None:
        desk = Desk(replace(CONNECTION, mapping=WIDE))
        desk.bill(invoice("100", PART))
        before = stored(desk)
        desk.run()
        assert desk.jobs.table[(1,)].raw == ("40.00", None, "0.00", "60.00")
        desk.undo("run-1")
        assert stored(desk) == before

    def test_a_preview_says_the_same_and_touches_nothing(self) -> None:
        desk = one()
        before, runs = stored(desk), dict(desk.journal.starts)
        planned = desk.undo("run-1", preview=True)
        assert code(planned) == ("written", "restored")
        assert planned.is_preview
        assert (stored(desk), desk.journal.starts) == (before, runs)
        assert not desk.journal.waiting
        assert results(desk.undo("run-1")) == results(planned)

    def test_more_rows_than_one_transaction_holds(self) -> None:
        desk = many(BATCH + 3)
        desk.jobs.transactions = 0
        assert desk.undo("run-1").counts.written == BATCH + 3
        assert desk.jobs.transactions == 2
        assert set(stored(desk).values()) == {(None, None)}

    def test_rows_that_were_not_written_are_none_of_its_business(self) -> None:
        desk = one()
        desk.bill(invoice("100", PAID, id_="other", number="n2"))
        desk.jobs.table[(2,)].raw = ("7.00", None)
        assert desk.run("last").counts.conflict == 1
        assert [c.source_id for c in desk.undo("run-1").changes] == ["id-1"]


class TestRefusing:
    """Each refused row says why, with both values; nothing is written to it."""

    def refused(self, desk: Desk, run_id: str = "run-1") -> RunSummary:
        before = stored(desk)
        undone = desk.undo(run_id)
        assert stored(desk) == before
        assert undone.result is RunResult.PARTIAL
        assert only_change(undone).outcome is Outcome.CONFLICT
        assert not desk.journal.waiting
        return undone

    def test_changed_here_since(self) -> None:
        desk = one()
        desk.jobs.set(1, "90.00", "2026-01-12")
        change = only_change(self.refused(desk))
        assert str(change.reason) == (
            "Changed here since: the job database holds 90.00 USD, paid on 2026-01-12; "
            "the run wrote 100.00 USD, paid on 2026-01-12."
        )

    def test_what_cannot_be_read_any_more(self) -> None:
        desk = one()
        desk.jobs.set(1, "ninety", None)
        change = only_change(self.refused(desk))
        assert change.reason.code == "undo_unreadable"
        assert "ninety" in str(change.reason)
        assert change.old is None

    def test_a_row_that_is_gone(self) -> None:
        desk = one()
        del desk.jobs.table[(1,)]
        assert code(self.refused(desk)) == ("conflict", "undo_gone")

    def test_a_key_that_was_handed_out_again(self) -> None:
        desk = one()
        desk.jobs.table[(1,)].number = "another"
        assert code(self.refused(desk)) == ("conflict", "undo_other_job")

    def test_a_row_that_belongs_to_another_invoice_by_now(self) -> None:
        desk = one()
        desk.journal.links[(1,)] = "somebody-else"
        assert code(self.refused(desk)) == ("conflict", "row_taken")

    def test_an_invoice_that_belongs_to_another_row_by_now(self) -> None:
        desk = one()
        del desk.journal.links[(1,)]
        known = desk.journal.known["id-1"]
        known.document = replace(known.document, job_key=(7,))
        assert code(self.refused(desk)) == ("conflict", "undo_elsewhere")

    def test_written_again_by_a_later_run(self) -> None:
        desk = one()
        desk.books.put(invoice("100", PART))
        desk.run("last")
        change = only_change(self.refused(desk))
        assert str(change.reason) == "Written again by the run of 2026-04-10 09:02. Undo that run first."

    @pytest.mark.parametrize("lock", [day(12), day(31)])
    def test_a_date_paid_on_or_before_the_lock_date(self, lock: date) -> None:
        desk = one()
        desk.connection = replace(desk.connection, lock_date=lock)
        assert code(self.refused(desk)) == ("conflict", "undo_locked")

    def test_a_date_after_the_lock_date_is_free(self) -> None:
        desk = one()
        desk.connection = replace(desk.connection, lock_date=day(11))
        assert code(desk.undo("run-1")) == ("written", "restored")

    def test_changed_while_the_undo_is_at_work(self) -> None:
        desk = one()
        desk.jobs.before_write = [lambda: desk.jobs.set(1, "90.00", None)]
        assert code(desk.undo("run-1")) == ("conflict", "undo_changed_meanwhile")
        assert desk.jobs.table[(1,)].raw == ("90.00", None)
        assert not desk.journal.waiting

    def test_deleted_while_the_undo_is_at_work(self) -> None:
        desk = one()
        desk.jobs.before_write = [desk.jobs.table.clear]
        assert code(desk.undo("run-1")) == ("conflict", "undo_gone")

    def test_what_the_database_refuses_is_failed_with_its_reason(self) -> None:
        desk = one()
        desk.jobs.refuses.add((1,))
        assert code(desk.undo("run-1")) == ("failed", "refused")
        desk.jobs.refuses.clear()
        desk.jobs.does_not_keep.add((1,))
        assert code(desk.undo("run-1")) == ("failed", "not_kept")

    def test_one_refused_row_does_not_hold_up_the_others(self) -> None:
        desk = many(3)
        desk.jobs.set(1, "1.00", None)
        undone = desk.undo("run-1")
        assert (undone.counts.written, undone.counts.conflict, undone.counts.found) == (2, 1, 3)
        assert stored(desk) == {(0,): (None, None), (1,): ("1.00", None), (2,): (None, None)}


class TestRunsThatCannotBeUndone:
    @pytest.mark.parametrize(
        ("make", "title"),
        [
            (lambda desk: desk.preview(), "A preview writes nothing"),
            (lambda desk: desk.run("last"), "This run wrote nothing"),
        ],
    )
    def test_each_says_why(self, make: Callable[[Desk], RunSummary], title: str) -> None:
        desk = one()
        runs = len(desk.journal.starts)
        with pytest.raises(UsageError, match=title) as refused:
            desk.undo(make(desk).run_id)
        assert refused.value.remedy
        assert len(desk.journal.starts) == runs + 1  # the undo itself is not recorded

    def test_a_run_that_wrote_elsewhere(self) -> None:
        desk = one()
        desk.connection = replace(desk.connection, mapping=replace(desk.connection.mapping, paid_amount="p"))
        with pytest.raises(UsageError, match="another place") as refused:
            desk.undo("run-1")
        assert "'paid_amount', 'date_paid'" in refused.value.remedy
        desk.connection = CONNECTION
        assert desk.undo("run-1").counts.written == 1

    def test_a_run_of_which_it_was_not_recorded_where_it_wrote(self) -> None:
        desk = one()
        desk.journal.starts["run-1"] = replace(desk.journal.starts["run-1"], target="")
        with pytest.raises(UsageError, match="earlier SyncDesk"):
            desk.undo("run-1")

    def test_a_run_that_has_not_ended(self) -> None:
        desk = one()
        del desk.journal.ends["run-1"]
        with pytest.raises(UsageError, match="not ended"):
            desk.undo("run-1")

    def test_a_run_over_books_that_are_read_no_more(self) -> None:
        desk = one()
        desk.journal.forget_books()
        with pytest.raises(UsageError, match="no longer reads"):
            desk.undo("run-1")


class TestAfterwards:
    """Our own write (D9), held until a person starts a run."""

    def test_a_run_that_nobody_started_leaves_the_row_alone_again_and_again(self) -> None:
        desk = one()
        desk.undo("run-1")
        for since in ("month", "week", "2026-01-01"):
            desk.hands.move(hours=2)
            assert results(desk.run(since, unattended=True)) == {"id-1": ("skipped", "undone")}
        desk.books.put(invoice("100", PART))  # not even for news of the books
        desk.hands.move(hours=2)
        assert results(desk.run("week", unattended=True)) == {"id-1": ("skipped", "undone")}
        assert stored(desk) == {(1,): (None, None)}

    @pytest.mark.parametrize("stamps", [False, True])
    def test_the_run_of_a_person_finds_the_row_whatever_its_start_date(self, stamps: bool) -> None:
        desk = Desk()
        desk.books.has_change_stamps = stamps
        desk.bill(invoice("100", PAID))
        desk.run()
        desk.hands.move(days=40)
        desk.run("week")  # moves on: nothing is due by its date
        desk.undo("run-1")
        assert results(desk.run("week")) == {"id-1": ("written", "brought_up_to_date")}
        assert desk.shown(1) == ("100.00", day(12))
        assert not desk.journal.waiting

    def test_last_successful_run_and_the_untouched_file_are_forgotten(self) -> None:
        desk = one()
        first = desk.journal.watermark()
        assert first is not None
        desk.books.put(invoice("100", PART))
        desk.run("last")
        assert desk.journal.watermark() != first
        assert desk.undo("run-2").watermark == first
        assert desk.journal.watermark() == first
        assert desk.journal.memory().token == ""
        assert desk.undo("run-1").watermark is None
        assert desk.journal.watermark() is None

    def test_undoing_an_old_run_never_moves_last_successful_run_on(self) -> None:
        desk = one()
        desk.bill(invoice("100", PAID, id_="two", number="n2"))
        desk.run("last")
        desk.undo("run-1")
        assert desk.undo("run-2").watermark is None

    def test_nor_does_undoing_a_newer_run_after_an_older_one(self) -> None:
        desk = one()
        first = desk.journal.watermark()
        for number in (2, 3):
            desk.bill(invoice("100", PAID, id_=f"i{number}", number=f"n{number}"))
            desk.run("last")
        assert desk.undo("run-2").watermark == first
        assert desk.undo("run-3").watermark == first

    def test_an_undo_that_put_nothing_back_leaves_everything_as_it_is(self) -> None:
        desk = one()
        mark, memory = desk.journal.watermark(), desk.journal.memory()
        desk.jobs.set(1, "90.00", None)
        desk.undo("run-1")
        assert (desk.journal.watermark(), desk.journal.memory()) == (mark, memory)

    def test_what_a_person_changes_afterwards_is_changed_here(self) -> None:
        desk = one()
        desk.undo("run-1")
        desk.jobs.set(1, "90.00", None)
        assert results(desk.run()) == {"id-1": ("conflict", "changed_here")}

    @pytest.mark.parametrize("policy", list(Policy))
    def test_an_overwritten_figure_of_a_person_comes_back_and_is_no_conflict(self, policy: Policy) -> None:
        desk = Desk(replace(CONNECTION, policy=policy))
        desk.bill(invoice("100", PAID))
        desk.jobs.set(1, "90", "2026-01-09")
        desk.answer(Verdict.ACCEPT, desk.run())
        wrote = next(id_ for id_ in desk.journal.starts if desk.journal.record(id_).counts.written)
        desk.undo(wrote)
        assert stored(desk) == {(1,): ("90", "2026-01-09")}
        assert results(desk.run(unattended=True)) == {"id-1": ("skipped", "undone")}
        assert results(desk.run()) == {"id-1": ("written", "brought_up_to_date")}

    def test_a_figure_taken_back_as_deleted_is_asked_about_once_more(self) -> None:
        desk = one()
        desk.books.remove("id-1")
        desk.bill(invoice("100", id_="two", number="n2"))
        desk.answer(Verdict.ACCEPT, desk.run("last"), "id-1")
        assert desk.shown(1) == ("0.00", None)
        desk.undo(f"run-{desk.number}")
        assert desk.shown(1) == ("100.00", day(12))
        assert results(desk.run("last"))["id-1"] == ("conflict", "deleted_at_source")

    def test_a_cancelled_invoice_is_reversed_again_by_a_person_only(self) -> None:
        desk = one()
        desk.books.put(replace(invoice("100", PAID), status=InvoiceStatus.VOID))
        desk.run("last")
        desk.undo("run-2")
        assert desk.shown(1) == ("100.00", day(12))
        assert results(desk.run("month", unattended=True)) == {"id-1": ("skipped", "undone")}
        assert results(desk.run("last")) == {"id-1": ("written", "reversed")}


class TestUndoingAnUndo:
    def test_it_leads_back_to_what_the_run_wrote(self) -> None:
        desk = one()
        after = stored(desk)
        desk.undo("run-1")
        undone = desk.undo("run-2")
        assert code(undone) == ("written", "brought_back")
        assert stored(desk) == after
        assert results(desk.run("week", unattended=True)) == {"id-1": ("unchanged", "same")}
        assert not desk.journal.waiting

    def test_the_row_is_held_no_longer(self) -> None:
        desk = one()
        desk.undo("run-1")
        desk.undo("run-2")
        desk.books.put(invoice("100", PART))
        desk.hands.move(hours=2)
        assert results(desk.run("week", unattended=True)) == {"id-1": ("written", "reversed")}

    def test_a_run_is_taken_back_once(self) -> None:
        desk = one()
        desk.undo("run-1")
        assert code(desk.undo("run-1")) == ("conflict", "undo_taken_back")

    def test_newer_runs_first_and_then_older_ones(self) -> None:
        desk = Desk()
        desk.bill(invoice("100"))
        start = stored(desk)
        states = [start]
        for amount in ("10", "40", "100"):
            desk.books.put(invoice("100", move(amount, 12)))
            desk.run()
            states.append(stored(desk))
        for number in (3, 2, 1):
            assert desk.undo(f"run-{number}").counts.written == 1
            assert stored(desk) == states[number - 1]
        # run-4 took run-3 back; run-5 and run-6 stand in its way
        assert code(desk.undo("run-3")) == ("conflict", "undo_taken_back")
        assert code(desk.undo("run-4")) == ("conflict", "undo_written_again")
        assert desk.undo("run-6").counts.written == 1
        assert stored(desk) == states[1]

    def test_a_run_after_the_undo_stands_in_the_way(self) -> None:
        desk = one()
        desk.undo("run-1")
        desk.run()
        assert code(desk.undo("run-1")) == ("conflict", "undo_written_again")
        desk.undo("run-3")
        assert code(desk.undo("run-1")) == ("conflict", "undo_taken_back")
        assert code(desk.undo("run-5")) == ("written", "brought_back")


class TestStoppingAndFaults:
    def test_stopping_leaves_the_rest_as_the_run_left_it(self) -> None:
        desk = many(2 * BATCH)
        pressed = [False]
        desk.jobs.before_write = [lambda: None, lambda: pressed.__setitem__(0, True)]
        undone = desk.undo("run-1", cancelled=lambda: pressed[0])
        assert (undone.result, undone.counts.written, undone.counts.skipped) == (
            RunResult.CANCELLED,
            BATCH,
            BATCH,
        )
        assert {c.reason.code for c in undone.changes} == {"restored", "undo_not_reached"}
        assert not desk.journal.intentions
        again = desk.undo("run-1")
        assert (again.counts.written, again.counts.conflict) == (BATCH, BATCH)
        assert set(stored(desk).values()) == {(None, None)}

    def test_stopping_between_batches_leaves_refused_rows_refused(self) -> None:
        desk = many(BATCH + 2)
        desk.jobs.set(BATCH + 1, "1.00", None)
        undone = desk.undo("run-1", cancelled=lambda: desk.jobs.writes >= 2 * BATCH)
        assert undone.result is RunResult.CANCELLED
        last = {c.job_key: c.reason.code for c in undone.changes if c.reason.code != "restored"}
        assert last == {(BATCH,): "undo_not_reached", (BATCH + 1,): "undo_changed"}
        assert desk.jobs.table[(BATCH + 1,)].raw == ("1.00", None)

    def test_a_full_disk_when_the_rest_is_recorded_fails_and_keeps_what_is_done(self) -> None:
        desk = many(BATCH + 2)
        pressed = [False]

        def press() -> bool:
            if desk.jobs.writes >= 2 * BATCH:
                pressed[0] = desk.journal.full = True
            return pressed[0]

        undone = desk.undo("run-1", cancelled=press)
        assert (undone.result, undone.counts.written) == (RunResult.FAILED, BATCH)
        desk.journal.full = False
        assert desk.undo("run-1").counts.written == 2

    def test_stopping_before_anything_is_written_records_nothing(self) -> None:
        desk = one()
        undone = desk.undo("run-1", cancelled=lambda: True)
        assert (undone.result, undone.run_id, undone.changes) == (RunResult.CANCELLED, "", ())
        assert set(desk.journal.starts) == {"run-1"}

    def test_a_fault_in_the_middle_keeps_what_is_done(self) -> None:
        desk = many(BATCH + 5)
        before = iter([None, LOCKED])

        def break_second() -> None:
            desk.jobs.fault = next(before)

        desk.jobs.before_write = [break_second, break_second]
        undone = desk.undo("run-1")
        assert (undone.result, undone.error) == (RunResult.FAILED, LOCKED)
        assert (undone.counts.written, undone.counts.skipped) == (BATCH, 5)
        assert desk.undo("run-1").counts.written == 5  # its open intentions are looked at first

    def test_a_write_of_which_the_answer_was_lost_is_found_out_by_the_next(self) -> None:
        """D7: nobody knows yet whether it was done, so that it is not counted as not reached for good."""
        desk = one()
        desk.jobs.fuse = Fuse(3, LOCKED)  # read, write begins, write ends
        undone = desk.undo("run-1")
        assert (undone.result, desk.jobs.fuse.steps[-1]) == (RunResult.FAILED, "jobs.write ends")
        assert stored(desk) == {(1,): (None, None)}
        assert desk.journal.mark is None
        assert results(desk.run(unattended=True)) == {"id-1": ("skipped", "undone")}

    def test_a_full_disk_after_the_write_is_found_out_by_the_next(self) -> None:
        desk = one()
        desk.jobs.before_write = [lambda: setattr(desk.journal, "full", True)]
        undone = desk.undo("run-1")
        assert undone.result is RunResult.FAILED
        assert isinstance(undone.error, FatalError)
        desk.journal.full = False
        assert results(desk.run(unattended=True)) == {"id-1": ("skipped", "undone")}
        assert stored(desk) == {(1,): (None, None)}

    def test_a_power_cut_at_any_step_leaves_rows_old_or_new_and_held(self) -> None:
        """D7: whatever was put back is held, whatever was not is as the run left it; a second undo finishes
        the work."""
        steps = 0
        for cut in range(1, 40):
            desk = many(3)
            fuse = Fuse(cut)
            desk.jobs.fuse = desk.journal.fuse = fuse
            try:
                desk.undo("run-1")
            except PowerCutError:
                steps += 1
            else:
                break
            fuse.burns_at = None
            assert set(stored(desk).values()) <= {(None, None), ("100.00", "2026-01-12")}
            held = {key for key, raw in stored(desk).items() if raw == (None, None)}
            after = results(desk.run("month", unattended=True))
            assert {id_ for id_, (_, why) in after.items() if why == "undone"} == {f"i{k}" for (k,) in held}
            desk.undo("run-1")
            assert set(stored(desk).values()) == {(None, None)}
        assert steps > 5


class TestAnyBusiness:
    """What a run did and what undo leaves, for any rows, figures and edits."""

    ROWS = st.lists(
        st.tuples(
            st.sampled_from([(None, None), ("", ""), ("0", None), ("0.00", ""), ("40", None)]),
            st.sampled_from(["0", "40", "100", "130"]),
            st.sampled_from(["left", "edited", "deleted"]),
        ),
        min_size=1,
        max_size=6,
    )

    @given(rows=ROWS, unattended=st.booleans())
    @settings(max_examples=60, deadline=None)
    def test_run_undo_run(self, rows: list[tuple[tuple[RawValue, ...], str, str]], unattended: bool) -> None:
        desk = Desk()
        for number, (raw, paid, _) in enumerate(rows):
            movements = (move(paid, 12),) if paid != "0" else ()
            desk.bill(invoice("100", *movements, id_=f"i{number}", number=f"n{number}"), number)
            desk.jobs.table[(number,)].raw = raw
        before = stored(desk)
        ran = desk.run()
        wrote = {c.job_key for c in ran.changes if c.outcome is Outcome.WRITTEN}
        for number, (_, _, fate) in enumerate(rows):
            if fate == "edited":
                desk.jobs.set(number, "77.00", "2026-02-02")
            elif fate == "deleted":
                del desk.jobs.table[(number,)]
        edited = stored(desk)
        if not wrote:
            return
        undone = desk.undo(ran.run_id)
        assert {c.job_key for c in undone.changes} == wrote
        for number, (_, _, fate) in enumerate(rows):
            if fate == "left":
                assert stored(desk)[(number,)] == before[(number,)]
            else:
                assert stored(desk).get((number,)) == edited.get((number,))
        left = stored(desk)
        scheduled = desk.run(unattended=True)
        assert not scheduled.counts.written
        assert stored(desk) == left
        by_hand = desk.run("last" if desk.journal.watermark() else "month", unattended=unattended)
        assert bool(by_hand.counts.written) == (
            not unattended and any(c.outcome is Outcome.WRITTEN for c in undone.changes)
        )
        for change in undone.changes:
            if change.outcome is Outcome.WRITTEN and not unattended:
                assert change.job_key is not None
                assert change.old == desk.jobs.figures(change.job_key[0])
