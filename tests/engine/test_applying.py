"""Carrying a plan out: D6, D7, D8, F-33, F-36, F-37, and what an interrupted run leaves."""

from collections.abc import Collection
from datetime import timedelta
from decimal import Decimal

import pytest

from syncdesk.engine.apply import BATCH
from syncdesk.model.changes import Outcome, RunResult, RunSummary
from syncdesk.model.errors import FatalError
from syncdesk.model.job import Figures, JobRow, JobWrite, RowKey
from tests.engine.desk import Desk, only_change, results
from tests.fakes import LOCKED, Fuse, MemoryJobs, PowerCutError
from tests.model.invoices import day, invoice, move

PAID = move("100", 12)


def one() -> Desk:
    """A desk with one paid invoice that was not synced yet."""
    desk = Desk()
    desk.bill(invoice("100", PAID))
    return desk


def many(count: int) -> Desk:
    """A desk with that many paid invoices."""
    desk = Desk()
    for number in range(count):
        desk.books.documents[f"i{number}"] = invoice("100", PAID, id_=f"i{number}", number=f"n{number:06}")
        desk.jobs.add(number, f"n{number:06}")
    return desk


def assert_closed(summary: RunSummary) -> None:
    assert summary.counts.found == len(summary.changes) == sum(summary.counts.as_dict().values()) / 2


class VanishingRows(MemoryJobs):
    """A job database whose rows are deleted just before they are read by key."""

    def get(self, keys: Collection[RowKey]) -> list[JobRow]:
        self.table.clear()
        return []


class TestChangedDuringTheRun:
    """D6: planned again once, then a conflict."""

    def test_a_harmless_change_is_planned_again_and_written(self) -> None:
        desk = one()
        desk.jobs.before_write = [lambda: desk.jobs.set(1, "0.00", None)]
        assert results(desk.run()) == {"id-1": ("written", "first")}
        assert desk.shown(1) == ("100.00", day(12))

    def test_a_row_that_says_so_already_is_unchanged(self) -> None:
        desk = one()
        desk.jobs.before_write = [lambda: desk.jobs.set(1, "100.00", "2026-01-12")]
        assert results(desk.run()) == {"id-1": ("unchanged", "written_elsewhere")}
        assert desk.jobs.writes == 0
        assert desk.journal.known["id-1"].document.written == Figures(Decimal(100), day(12))

    def test_a_figure_of_someone_else_is_asked_about(self) -> None:
        desk = one()
        desk.jobs.before_write = [lambda: desk.jobs.set(1, "77.00", None)]
        assert results(desk.run()) == {"id-1": ("conflict", "changed_here")}
        assert desk.shown(1) == ("77.00", None)

    def test_an_older_figure_of_ours_put_back_during_the_run_is_written_over(self) -> None:
        desk = Desk()
        desk.bill(invoice("100", move("50", 12)))
        desk.run()
        desk.books.put(invoice("100", move("60", 20)))
        desk.run("last")
        desk.books.put(invoice("100", move("100", 25)))
        desk.jobs.before_write = [lambda: desk.jobs.set(1, "50.00", None)]
        assert results(desk.run("last")) == {"id-1": ("written", "brought_up_to_date")}

    def test_changed_twice_is_a_conflict_and_looked_at_again(self) -> None:
        desk = one()
        desk.jobs.before_write = [
            lambda: desk.jobs.set(1, "0.00", None),
            lambda: desk.jobs.set(1, "0.0", None),
        ]
        assert results(desk.run()) == {"id-1": ("conflict", "changed_during_run")}
        assert desk.journal.intentions == {}
        assert results(desk.run("last")) == {"id-1": ("written", "first")}

    def test_a_row_that_disappears_is_failed(self) -> None:
        desk = one()
        desk.jobs.before_write = [desk.jobs.table.clear]
        assert results(desk.run()) == {"id-1": ("failed", "row_gone")}
        assert results(desk.run("last")) == {"id-1": ("unmatched", "no_row")}

    def test_a_row_that_disappears_between_both_looks_is_failed(self) -> None:
        desk = one()
        desk.jobs = VanishingRows(desk.connection.mapping, table=desk.jobs.table)
        desk.jobs.before_write = [lambda: desk.jobs.set(1, "0.00", None)]
        assert results(desk.run()) == {"id-1": ("failed", "row_gone")}

    def test_stop_pressed_meanwhile_does_not_undo_what_was_written(self) -> None:
        """The second look at a changed row comes after its batch was written: too late to stop."""
        desk = many(2)
        pressed: list[bool] = []
        desk.jobs.before_write = [
            lambda: desk.jobs.set(1, "0.00", None),
            lambda: pressed.append(True),
        ]
        summary = desk.run(cancelled=lambda: bool(pressed))
        assert results(summary) == {"i0": ("written", "first"), "i1": ("written", "first")}
        assert desk.journal.known["i0"].document.written is not None

    def test_a_fault_at_the_second_look_leaves_the_other_rows_written_and_counted(self) -> None:
        desk = many(3)

        def locked_after_this() -> None:
            desk.jobs.set(1, "0.00", None)
            desk.jobs.before_write = [lambda: setattr(desk.jobs, "fault", LOCKED)]

        desk.jobs.before_write = [locked_after_this]
        summary = desk.run()
        assert summary.result is RunResult.FAILED
        assert results(summary) == {
            "i0": ("written", "first"),
            "i1": ("skipped", "not_reached"),
            "i2": ("written", "first"),
        }
        assert [intention.source_id for intention in desk.journal.open_intentions()] == ["i1"]
        desk.jobs.before_write = []
        assert results(desk.run("last" if desk.journal.watermark() else "month"))["i1"] == (
            "written",
            "first",
        )


class TestRefused:
    """D6: what the database does not take is failed, named, and waits."""

    def test_a_refused_value_is_named_and_tried_again(self) -> None:
        desk = one()
        desk.jobs.refuses.add((1,))
        summary = desk.run()
        change = only_change(summary)
        assert summary.result is RunResult.PARTIAL
        assert str(change.reason) == "The job database refused the new value: the column is too narrow."
        assert change.detail == "raw text"
        desk.jobs.refuses.clear()
        assert results(desk.run("last")) == {"id-1": ("written", "first")}
        assert desk.journal.parked() == {}

    def test_f20_one_bad_row_does_not_stop_the_others(self) -> None:
        desk = many(3)
        desk.jobs.refuses.add((1,))
        assert desk.run().counts.as_dict() == {
            "found": 3,
            "written": 2,
            "unchanged": 0,
            "skipped": 0,
            "unmatched": 0,
            "conflict": 0,
            "failed": 1,
        }

    def test_what_is_not_kept_is_not_written_again_each_run(self) -> None:
        desk = one()
        desk.jobs.does_not_keep.add((1,))
        assert results(desk.run()) == {"id-1": ("failed", "not_kept")}
        transactions = desk.jobs.transactions
        for _ in range(3):
            assert results(desk.run("last")) == {"id-1": ("failed", "not_kept")}
        assert desk.jobs.transactions == transactions
        desk.jobs.does_not_keep.clear()
        desk.books.put(invoice("100", PAID, move("1", 13)))
        assert results(desk.run("last")) == {"id-1": ("written", "first")}

    def test_what_was_not_kept_is_tried_again_for_a_person_who_asks_for_it(self) -> None:
        desk = one()
        desk.jobs.does_not_keep.add((1,))
        desk.run()
        desk.jobs.does_not_keep.clear()
        (number,) = [row.number for row in desk.jobs.rows()]
        assert results(desk.run(only=(number,))) == {"id-1": ("written", "first")}


class TestIdempotence:
    """S50-13, D6: a second run over unchanged data opens no write transaction."""

    @pytest.mark.parametrize("since", ["last", "week", "month"])
    def test_a_second_run_writes_nothing(self, since: str) -> None:
        desk = many(BATCH + 1)
        assert desk.run().counts.written == BATCH + 1
        transactions = desk.jobs.transactions
        assert desk.run(since).counts.written == 0
        assert desk.jobs.transactions == transactions == 2


class TestStopping:
    """F-37: stops at a batch boundary; written rows stay whole and are counted."""

    def stopped_after_first_batch(self) -> tuple[Desk, RunSummary]:
        desk = many(2 * BATCH + 7)
        summary = desk.run(cancelled=lambda: desk.jobs.transactions >= 1)
        return desk, summary

    def test_what_was_written_is_counted_and_the_rest_stays_due(self) -> None:
        desk, summary = self.stopped_after_first_batch()
        assert summary.result is RunResult.CANCELLED
        assert (summary.counts.written, summary.counts.skipped) == (BATCH, BATCH + 7)
        assert {c.reason.code for c in summary.changes} == {"first", "not_reached"}
        assert_closed(summary)
        assert desk.jobs.writes == BATCH
        assert (desk.journal.watermark(), desk.journal.memory().token) == (None, "")
        assert desk.journal.intentions == {}

    def test_the_next_run_does_the_rest(self) -> None:
        desk, _ = self.stopped_after_first_batch()
        summary = desk.run("2026-04-10")
        assert (summary.counts.written, summary.counts.unchanged) == (BATCH + 7, BATCH)
        assert summary.result is RunResult.SUCCESS
        assert desk.journal.watermark() is not None

    def test_stop_between_intention_and_write_writes_nothing(self) -> None:
        desk = one()
        summary = desk.run(cancelled=lambda: bool(desk.journal.intentions))
        assert results(summary) == {"id-1": ("skipped", "not_reached")}
        assert desk.journal.intentions == {}
        assert desk.shown(1) == ("0.00", None)

    @pytest.mark.parametrize("look", range(1, 6))
    def test_stop_at_any_look_keeps_the_books_balanced(self, look: int) -> None:
        desk = many(BATCH + 1)
        looks = iter(range(1, 10_000))
        summary = desk.run(cancelled=lambda: next(looks) >= look)
        assert summary.result is RunResult.CANCELLED
        assert_closed(summary)
        assert summary.counts.written == desk.jobs.writes
        desk.run()
        assert desk.jobs.writes == BATCH + 1


class TestFaults:
    """D7: what an error or a power cut leaves behind is sorted out by the next run."""

    def test_a_locked_database_fails_the_run_and_the_next_one_recovers(self) -> None:
        desk = one()
        desk.jobs.fault = LOCKED
        summary = desk.run()
        assert summary.result is RunResult.FAILED
        assert summary.error is LOCKED
        assert results(summary) == {"id-1": ("skipped", "not_reached")}
        assert len(desk.journal.open_intentions()) == 1
        assert desk.journal.watermark() is None
        assert results(desk.run()) == {"id-1": ("written", "first")}
        assert desk.journal.open_intentions() == []

    def test_batches_before_the_fault_stay_written(self) -> None:
        desk = many(BATCH + 3)
        desk.jobs.before_write = [lambda: None, lambda: setattr(desk.jobs, "fault", LOCKED)]
        summary = desk.run()
        assert (summary.result, summary.counts.written, summary.counts.skipped) == (
            RunResult.FAILED,
            BATCH,
            3,
        )
        assert_closed(summary)
        assert desk.run().counts.written == 3

    def test_a_full_disk_after_the_write_still_counts_what_was_written(self) -> None:
        desk = one()
        write = desk.jobs.before_write
        write.append(lambda: setattr(desk.journal, "full", True))
        summary = desk.run()
        assert summary.result is RunResult.FAILED
        assert isinstance(summary.error, FatalError)
        assert results(summary) == {"id-1": ("written", "first")}
        assert desk.shown(1) == ("100.00", day(12))
        desk.journal.full = False
        assert results(desk.run()) == {"id-1": ("unchanged", "same")}
        assert [c.reason.code for c in desk.journal.changes("run-1")] == ["recovered"]
        assert desk.journal.known["id-1"].document.job_key == (1,)

    def test_a_full_disk_while_many_rows_are_left_gives_up_at_once(self) -> None:
        desk = many(BATCH + 1)
        desk.journal.fuse = Fuse()
        desk.jobs.before_write = [lambda: setattr(desk.journal, "full", True)]
        summary = desk.run()
        assert (summary.counts.written, summary.counts.skipped) == (BATCH, 1)
        assert desk.journal.fuse.steps.count("journal.store begins") == 2
        desk.journal.full = False
        assert desk.run().counts.as_dict()["written"] == 1

    def test_a_full_disk_before_the_write_writes_nothing(self) -> None:
        desk = one()
        desk.journal.fuse = Fuse(burns_at=2, fault=FatalError("The disk is full."))
        summary = desk.run()
        assert desk.journal.fuse.steps[1] == "journal.intend begins"
        assert summary.result is RunResult.FAILED
        assert desk.jobs.writes == 0

    def test_an_end_that_cannot_be_stored_is_a_failed_run(self) -> None:
        desk = one()
        desk.journal.fuse = Fuse(burns_at=6, fault=FatalError("The disk is full."))
        summary = desk.run()
        assert desk.journal.fuse.steps[-1] == "journal.finish_run begins"
        assert (summary.result, summary.watermark) == (RunResult.FAILED, None)
        assert summary.counts.written == 1


def power_cut() -> None:
    raise PowerCutError


def intention_left(desk: Desk) -> None:
    """Run until the power goes off between intention and write."""
    desk.jobs.before_write = [power_cut]
    with pytest.raises(PowerCutError):
        desk.run()
    assert len(desk.journal.open_intentions()) == 1


class TestRecovery:
    """D7: an open intention is resolved before any planning."""

    def apply_by_hand(self, desk: Desk) -> None:
        (intention,) = desk.journal.open_intentions()
        row = desk.jobs.get([(1,)])[0]
        desk.jobs.write([JobWrite((1,), row.raw, intention.new, "USD")], lambda: False)

    def test_a_row_that_holds_the_new_value_was_written(self) -> None:
        desk = one()
        intention_left(desk)
        self.apply_by_hand(desk)
        assert results(desk.run()) == {"id-1": ("unchanged", "same")}
        (stored,) = desk.journal.changes("run-1")
        assert (stored.outcome, stored.reason.code) == (Outcome.WRITTEN, "recovered")
        assert desk.journal.ends["run-1"].result is RunResult.FAILED

    def test_a_row_that_holds_the_old_value_is_planned_afresh(self) -> None:
        desk = one()
        intention_left(desk)
        assert results(desk.run()) == {"id-1": ("written", "first")}

    @pytest.mark.parametrize("stamps", [False, True])
    def test_it_is_planned_afresh_whatever_the_start(self, stamps: bool) -> None:
        """A document taken up by a run with an early start must not slip out of sight of later ones."""
        desk = Desk()
        desk.books.has_change_stamps = stamps
        desk.bill(invoice("100", PAID))
        desk.run()
        desk.hands.move(days=20)
        desk.run("last")
        desk.jobs.set(1, None, None)  # the job database was restored from a backup
        intention_left(desk)
        assert results(desk.run("last")) == {"id-1": ("written", "brought_up_to_date")}

    def test_what_is_planned_afresh_is_what_the_books_say_now(self) -> None:
        desk = one()
        desk.run()
        desk.books.put(invoice("100", PAID, move("20", 13)))
        intention_left(desk)
        desk.books.put(invoice("100", PAID))
        assert results(desk.run("last")) == {"id-1": ("unchanged", "same")}
        assert desk.shown(1) == ("100.00", day(12))

    @pytest.mark.parametrize(
        ("holds", "found"),
        [
            (("100.00", "2026-01-12"), "new"),
            (("100", "2026-01-12"), "new"),
            ((None, None), "old"),
            (("0.00", ""), "old"),
            (("100.00", None), "neither"),
            (("see notes", None), "neither"),
            (None, "gone"),
        ],
    )
    def test_how_the_row_was_found_is_what_the_journal_is_told(
        self, holds: tuple[str | None, str | None] | None, found: str
    ) -> None:
        desk = one()
        intention_left(desk)
        desk.jobs.table.clear() if holds is None else desk.jobs.set(1, *holds)
        desk.run()
        assert [closed.held for closed in desk.journal.closed] == [found]

    def test_a_row_that_holds_neither_is_changed_here(self) -> None:
        desk = one()
        intention_left(desk)
        desk.jobs.set(1, "33.00", None)
        assert results(desk.run()) == {"id-1": ("conflict", "changed_here")}
        assert desk.journal.open_intentions() == []

    def test_a_row_that_is_gone_is_unmatched(self) -> None:
        desk = one()
        intention_left(desk)
        desk.jobs.table.clear()
        assert results(desk.run()) == {"id-1": ("unmatched", "no_row")}

    def test_an_intention_whose_document_vanished_is_not_carried_out(self) -> None:
        desk = Desk()
        desk.bill(invoice("100", id_="other", number="1002"))
        desk.bill(invoice("100", PAID))
        desk.run(only=("1002",))
        intention_left(desk)
        desk.books.remove("id-1")
        assert results(desk.run())["id-1"] == ("skipped", "gone")
        assert desk.shown(2) == ("0.00", None)
        assert desk.journal.parked() == {}

    def test_a_row_with_unreadable_text_is_neither(self) -> None:
        desk = one()
        intention_left(desk)
        desk.jobs.set(1, "see notes", None)
        assert results(desk.run()) == {"id-1": ("conflict", "unreadable")}

    def test_an_empty_value_spelt_otherwise_is_the_old_one(self) -> None:
        desk = one()
        intention_left(desk)
        desk.jobs.set(1, "0", "")
        assert results(desk.run()) == {"id-1": ("written", "first")}

    def test_a_preview_resolves_nothing(self) -> None:
        desk = one()
        intention_left(desk)
        assert results(desk.preview()) == {"id-1": ("written", "first")}
        assert len(desk.journal.open_intentions()) == 1

    def test_the_interrupted_runs_end_is_stored(self) -> None:
        desk = one()
        intention_left(desk)
        assert "run-1" not in desk.journal.ends
        desk.run()
        assert desk.journal.ends["run-1"].result is RunResult.FAILED


def test_a_first_seen_instant_is_kept_while_the_fingerprint_stays() -> None:
    desk = one()
    desk.run()
    first = desk.journal.known["id-1"].first_seen
    desk.run()
    assert desk.journal.known["id-1"].first_seen == first
    desk.books.put(invoice("100", move("50", 12)))
    desk.run("last")
    assert desk.journal.known["id-1"].first_seen == first + timedelta(minutes=2)
