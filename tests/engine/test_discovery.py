"""Which invoices a run looks at: D11 to D16, S50-04, S50-05, QML-02, CXQ-02, QML-09, F-17, F-18."""

from dataclasses import replace

import pytest

from syncdesk.engine.discover import SECOND_LOOK_SECONDS
from syncdesk.engine.findings import GONE
from syncdesk.engine.run import OVERLAP
from syncdesk.model.changes import Phase, RunResult
from syncdesk.model.errors import RetryableError
from syncdesk.model.ledger import Company, InvoiceStatus, MovementKind
from tests.engine.desk import Desk, at, only_change, results
from tests.model.invoices import day, invoice, move

PAID = move("100", 12)
UNPAID = invoice("100")


def synced(*more: str) -> Desk:
    """A desk where invoice id-1 was synced as paid, and further unpaid ones under the numbers given."""
    desk = Desk()
    desk.bill(invoice("100", PAID))
    for number in more:
        desk.bill(invoice("100", id_=number, number=number))
    desk.run()
    desk.hands.move(days=1)
    return desk


class TestBooksWithoutStamps:
    """D15: whole books, compared by fingerprint."""

    def test_the_first_run_looks_at_everything_whatever_the_start_and_says_so(self) -> None:
        desk = Desk()
        desk.bill(invoice("100", move("100", 12)))  # months before the start date
        summary = desk.run("2026-04-10")
        assert results(summary) == {"id-1": ("written", "first")}
        assert [note.code for note in summary.notes] == ["note_first_run", "note_no_stamps"]
        assert [note.code for note in desk.run("last").notes] == ["note_no_stamps"]

    def test_an_untouched_file_is_not_read_for_last(self) -> None:
        desk = synced()
        readings = desk.books.readings
        summary = desk.run("last")
        assert (summary.result, summary.counts.found) == (RunResult.SUCCESS, 0)
        assert desk.books.readings == readings
        assert summary.watermark == desk.hands.now - OVERLAP

    @pytest.mark.parametrize("since", ["week", "two-weeks", "month", "2026-04-01"])
    def test_every_other_choice_reads_an_untouched_file(self, since: str) -> None:
        desk = synced()
        summary = desk.run(since)
        assert desk.books.readings == 2
        assert results(summary) == {"id-1": ("unchanged", "same")}

    def test_an_untouched_file_still_has_its_waiting_rows_worked(self) -> None:
        desk = Desk()
        desk.books.put(invoice("100", PAID))
        assert results(desk.run()) == {"id-1": ("unmatched", "no_row")}
        desk.jobs.add(1, "1001")
        readings = desk.books.readings
        assert results(desk.run("last")) == {"id-1": ("written", "first")}, (
            "D12: paid Monday, row made Tuesday"
        )
        assert desk.books.readings == readings
        assert desk.run("last").counts.found == 0

    @pytest.mark.parametrize(
        "edit",
        [
            invoice("100", move("100", 13)),
            invoice("100", move("99", 12)),
            invoice("100", PAID, move("10", 1)),
            invoice("100", PAID, notes=("odd",)),
            invoice("100", move("100", 12, MovementKind.CREDIT)),
        ],
    )
    def test_qml09_any_edit_of_a_payment_counts_as_a_change(self, edit: object) -> None:
        desk = synced("1002")
        desk.books.put(edit)  # type: ignore[arg-type]
        assert list(results(desk.run("last"))) == ["id-1"]

    def test_cxq02_an_invoice_paid_weeks_after_it_was_first_seen_is_noticed(self) -> None:
        desk = synced("1002")
        desk.hands.move(days=40)
        desk.books.put(invoice("100", move("100", 45), id_="1002", number="1002"))
        assert results(desk.run("week")) == {"1002": ("written", "brought_up_to_date")}

    def test_s50_04_changed_since_means_first_seen_at_or_after(self) -> None:
        """Seen first on 10 April, changed on 20 April: dates inside the books never filter."""
        desk = synced("1002")
        desk.hands.move(days=9)
        desk.books.put(invoice("100", move("100", 3), id_="1002", number="1002"))
        desk.run("last")
        assert set(results(desk.run("2026-04-10"))) == {"id-1", "1002"}
        assert set(results(desk.run("2026-04-11"))) == {"1002"}
        assert set(results(desk.run("2026-04-20"))) == {"1002"}
        desk.hands.move(days=1)
        assert results(desk.run("2026-04-21")) == {}

    def test_s50_05_the_first_moment_of_the_start_day_is_included(self) -> None:
        desk = synced()
        for first_seen, found in [("2026-04-11 00:00:00", 1), ("2026-04-10 23:59:59", 0)]:
            desk.journal.known["id-1"].first_seen = at(first_seen)
            assert desk.run("2026-04-11").counts.found == found

    def test_a_figure_that_came_back_counts_from_its_return(self) -> None:
        desk = synced("1002")
        desk.hands.move(days=9)
        desk.books.put(invoice("100", move("100", 12), move("-1", 13)))
        desk.run("last")
        desk.books.put(invoice("100", PAID))
        desk.run("last")
        assert list(results(desk.run("2026-04-20"))) == ["id-1"]

    def test_a_repeated_record_is_one_invoice(self) -> None:
        desk = Desk()
        desk.bill(invoice("100", PAID))
        desk.books.repeated = True
        assert desk.run().counts.found == 1

    def test_new_settings_make_everything_news(self) -> None:
        """Another number rule, another job database: what was left alone before must be looked at."""
        desk = synced("1002")
        assert desk.run("last", settings="s2").counts.found == 2
        assert desk.run("last", settings="s2").counts.found == 0
        assert desk.run("2026-04-11", settings="s3").counts.found == 2

    def test_reading_reports_its_progress(self) -> None:
        desk = Desk()
        desk.books.put(*[replace(UNPAID, id=f"i{n}", number=f"n{n}") for n in range(1001)])
        desk.run()
        done = [p.done for p in desk.reports if p.phase is Phase.DISCOVER]
        assert done == [0, 500, 1000]
        assert {p.phase for p in desk.reports} == set(Phase)
        assert [p.done for p in desk.reports if p.phase is Phase.PLAN] == [0, 1000]


class TestBooksWithStamps:
    """D11: the source itself says what changed since."""

    def desk(self) -> Desk:
        desk = Desk()
        desk.books.has_change_stamps = True
        return desk

    def test_only_what_changed_since_is_asked_for(self) -> None:
        desk = self.desk()
        desk.bill(invoice("100", PAID, id_="old"))
        desk.hands.move(days=20)
        desk.bill(invoice("100", PAID, id_="new", number="1002"))
        summary = desk.run("week")
        assert list(results(summary)) == ["new"]
        assert summary.notes == ()
        assert set(results(desk.run("month"))) == {"old", "new"}

    def test_f15_the_overlap_reads_a_change_made_during_the_last_run_again(self) -> None:
        desk = self.desk()
        desk.bill(invoice("100", PAID))
        desk.run()
        assert results(desk.run("last")) == {"id-1": ("unchanged", "same")}
        desk.hands.move(minutes=30)
        desk.run("last")
        assert desk.run("last").counts.found == 0

    def test_a_window_that_reaches_back_asks_for_nothing_by_id(self) -> None:
        desk = self.desk()
        desk.books.put(invoice("100", PAID))
        desk.run()
        watermark = desk.journal.watermark()
        desk.run("last")
        asked = desk.books.questions[-1]
        assert (asked.since, asked.ids, asked.only) == (watermark, frozenset(), False)

    def test_d12_what_waits_is_read_anew_if_the_window_leaves_a_gap(self) -> None:
        """The facts that the journal kept are older than the window: they would be written as news."""
        desk = self.desk()
        desk.books.put(invoice("100", PAID))
        desk.run()
        desk.hands.move(days=10)
        desk.books.put(invoice("100"))
        desk.hands.move(days=10)
        desk.jobs.add(1, "1001")
        assert results(desk.run("week")) == {"id-1": ("unchanged", "same")}
        assert desk.books.questions[-1].ids == {"id-1"}

    def test_what_the_journal_remembers_is_at_hand(self) -> None:
        """F-12: a source can ask what a payment fed, what a document was, and which there are."""
        desk = self.desk()
        desk.bill(invoice("100", replace(PAID, payment_id="p1"), id_="a"))
        desk.bill(invoice("70", id_="b", number="1002"))
        desk.run()
        desk.run("last")
        remembered = desk.books.questions[-1].remembered
        assert remembered.ids() == {"a", "b"}
        assert remembered.fed_by([PAID.payment_id]) == ({"a"} if PAID.payment_id else set())
        assert remembered.invoices(["a", "none"]) == {
            "a": replace(desk.books.documents["a"], changed_at=None)
        }
        assert remembered.last_complete() == desk.journal.watermark()

    def test_d14_what_the_source_calls_deleted_waits_for_a_person(self) -> None:
        desk = self.desk()
        desk.bill(invoice("100", PAID))
        desk.run()
        desk.books.put(replace(invoice("100", PAID), status=InvoiceStatus.DELETED))
        assert results(desk.run("last")) == {"id-1": ("conflict", "deleted_at_source")}
        assert desk.books.questions[-1].remembered.ids() == {"id-1"}
        desk.hands.move(days=2)
        assert results(desk.run("last")) == {"id-1": ("conflict", "deleted_at_source")}
        assert desk.books.questions[-1].remembered.ids() == frozenset()

    def test_f20_a_document_that_cannot_be_read_fails_alone_and_waits(self) -> None:
        desk = self.desk()
        desk.bill(replace(invoice("100", PAID), problem="Its amount is 'abc'."))
        desk.bill(invoice("100", PAID, id_="b", number="2"))
        summary = desk.run()
        assert results(summary) == {"id-1": ("failed", "unreadable_invoice"), "b": ("written", "first")}
        assert "abc" in str(next(c for c in summary.changes if c.source_id == "id-1").reason)
        assert next(c for c in summary.changes if c.source_id == "id-1").new is None
        desk.hands.move(days=2)
        desk.run("last")
        desk.hands.move(days=2)
        desk.books.documents["id-1"] = replace(desk.books.documents["id-1"], problem="")  # no new stamp
        assert results(desk.run("last")) == {"id-1": ("written", "first")}

    def test_waiting_rows_are_taken_up_from_the_facts_the_journal_kept(self) -> None:
        desk = self.desk()
        desk.books.put(invoice("100", PAID))
        desk.run()
        desk.hands.move(days=3)
        desk.run("last")
        desk.jobs.add(1, "1001")
        assert results(desk.run("last")) == {"id-1": ("written", "first")}
        assert desk.run("last").counts.found == 0

    def test_absence_says_nothing(self) -> None:
        desk = self.desk()
        desk.bill(invoice("100", PAID))
        desk.run()
        desk.hands.move(days=1)
        desk.books.remove("id-1")
        summary = desk.run("last")
        assert (summary.counts.found, desk.pauses, summary.brake) == (0, [], None)

    def test_d14_the_deletion_feed_is_believed_and_a_person_decides(self) -> None:
        desk = self.desk()
        desk.bill(invoice("100", PAID))
        desk.run()
        desk.books.put(invoice("100", status=InvoiceStatus.DELETED))
        for _ in range(2):
            change = only_change(desk.run("last"))
            assert (change.outcome.value, change.reason.code) == ("conflict", "deleted_at_source")
        assert desk.shown(1) == ("100.00", day(12))

    def test_a_deleted_document_that_is_nobodys_here_is_no_question(self) -> None:
        desk = self.desk()
        desk.books.put(invoice("100", status=InvoiceStatus.DELETED))
        desk.jobs.add(1, "1001")
        assert results(desk.run()) == {"id-1": ("skipped", "gone")}
        assert desk.journal.parked() == {}

    def test_d14_a_deleted_document_whose_number_holds_figures_is_a_question(self) -> None:
        desk = self.desk()
        desk.books.put(invoice("100", status=InvoiceStatus.DELETED))
        desk.jobs.add(1, "1001", "100.00", "2026-01-12")
        assert results(desk.run()) == {"id-1": ("conflict", "deleted_at_source")}

    def test_a_deleted_document_makes_way_for_its_successor(self) -> None:
        desk = self.desk()
        desk.books.put(
            invoice("100", status=InvoiceStatus.DELETED), invoice("100", PAID, id_="new", number="1001")
        )
        desk.jobs.add(1, "1001")
        assert results(desk.run()) == {"id-1": ("skipped", "gone"), "new": ("written", "first")}


class TestVanished:
    """D14, D16, F-10: in a file read whole, absence in two copies is a deletion."""

    def test_a_deleted_invoice_keeps_its_figures_and_waits(self) -> None:
        desk = synced("1002")
        desk.books.remove("id-1")
        change = only_change(desk.run("last"))
        assert (change.outcome.value, change.reason.code) == ("conflict", "deleted_at_source")
        assert change.old is not None
        assert change.new is None
        assert desk.shown(1) == ("100.00", day(12))
        assert desk.pauses == [SECOND_LOOK_SECONDS]
        assert desk.books.readings == 3

    def test_it_waits_on_without_more_looks_until_a_person_decides(self) -> None:
        desk = synced("1002")
        desk.books.remove("id-1")
        desk.run("last")
        readings = desk.books.readings
        assert results(desk.run("last")) == {"id-1": ("conflict", "deleted_at_source")}
        assert desk.books.readings == readings, "the file is untouched"
        desk.books.put(invoice("100", PAID, id_="1002", number="1002"))
        found = results(desk.run("last"))
        assert found == {"id-1": ("conflict", "deleted_at_source"), "1002": ("written", "brought_up_to_date")}
        assert desk.pauses == [SECOND_LOOK_SECONDS], "it was looked for twice already"
        assert desk.shown(1) == ("100.00", day(12))

    def test_a_document_that_comes_back_is_no_longer_a_question(self) -> None:
        desk = synced("1002")
        desk.books.remove("id-1")
        desk.run("last")
        desk.books.put(invoice("100", PAID))
        assert results(desk.run("last")) == {"id-1": ("unchanged", "same")}
        assert desk.journal.parked() == {}

    def test_f10_a_document_seen_by_the_second_look_is_not_believed_gone(self) -> None:
        desk = synced("1002")
        gone = desk.books.documents["id-1"]
        desk.books.remove("id-1")
        desk.books.before_reading = [lambda: None, lambda: desk.books.put(gone)]
        summary = desk.run("last")
        assert results(summary) == {"id-1": ("skipped", "books_moving")}
        watermark = desk.journal.watermark()
        assert results(desk.run("last")) == {}, "it is there, and as it was"
        assert desk.journal.watermark() != watermark

    def test_books_that_move_hold_the_watermark(self) -> None:
        desk = synced("1002")
        watermark, gone = desk.journal.watermark(), desk.books.documents["id-1"]
        desk.books.remove("id-1")
        desk.books.before_reading = [lambda: None, lambda: desk.books.put(gone)]
        desk.run("last")
        assert desk.journal.watermark() == watermark

    def test_entered_anew_under_the_same_number_it_hands_its_row_over(self) -> None:
        desk = synced("1002")
        desk.books.remove("id-1")
        desk.books.put(invoice("100", PAID, move("5", 14), id_="again"))
        desk.jobs.set(1, "100.00", "2026-01-12")
        found = results(desk.run("last"))
        assert found == {"id-1": ("skipped", "replaced"), "again": ("written", "brought_up_to_date")}
        assert desk.shown(1) == ("105.00", day(12))
        known = desk.journal.known
        assert known["id-1"].document.job_key is None
        assert known["id-1"].document.fingerprint == GONE
        assert known["again"].document.job_key == (1,)
        assert desk.run("month").counts.found == 2, "the replaced one is not missed again"

    def test_a_replaced_document_is_nobodys_rival_later(self) -> None:
        desk = synced("1002")
        desk.books.remove("id-1")
        desk.books.put(invoice("100", PAID, id_="again"))
        desk.run("last")
        del desk.jobs.table[(1,)]
        desk.jobs.add(9, "1001")
        assert results(desk.run())["again"] == ("written", "first")

    @pytest.mark.parametrize("which", ["no row", "credit note", "not ours"])
    def test_a_vanished_document_without_a_row_is_let_go(self, which: str) -> None:
        desk = synced()
        stranger = invoice("100", PAID, id_="x", number="5000")
        if which == "credit note":
            stranger = invoice("-100", id_="x", number="5000")
        desk.books.put(stranger)
        desk.run("last")
        desk.books.remove("x")
        assert results(desk.run("last")) == {"x": ("skipped", "gone")}
        assert desk.journal.parked() == {}
        assert desk.run("last").counts.found == 0
        assert set(results(desk.run())) == {"id-1"}

    def test_a_deleted_invoice_whose_row_goes_too_is_settled(self) -> None:
        desk = synced("1002")
        desk.books.remove("id-1")
        desk.run("last")
        del desk.jobs.table[(1,)]
        assert results(desk.run("last")) == {"id-1": ("skipped", "gone")}
        assert desk.run("last").counts.found == 0

    def test_f3_a_deleted_invoice_does_not_speak_for_the_next_owner_of_its_key(self) -> None:
        desk = synced("1002")
        desk.jobs.table[(1,)] = replace(desk.jobs.table[(1,)], number="777")
        desk.books.remove("id-1")
        assert results(desk.run("last")) == {"id-1": ("skipped", "gone")}

    def test_a_restricted_run_sees_that_its_invoice_was_deleted(self) -> None:
        desk = synced("1002")
        desk.books.remove("id-1", "1002")
        desk.books.put(invoice("1", id_="z", number="z"))
        assert results(desk.run(only=("1001",))) == {"id-1": ("conflict", "deleted_at_source")}


class TestFalls:
    """D16: a figure that falls is looked at twice, and both looks must agree."""

    def fallen(self) -> Desk:
        desk = synced("1002")
        desk.books.put(invoice("100", PAID, move("-30", 20, MovementKind.REFUND)))
        return desk

    def test_two_looks_that_agree_are_believed(self) -> None:
        desk = self.fallen()
        assert results(desk.run("last")) == {"id-1": ("written", "reversed")}
        assert desk.pauses == [SECOND_LOOK_SECONDS]

    def test_two_looks_that_differ_are_not(self) -> None:
        desk = self.fallen()
        desk.books.before_reading = [lambda: None, lambda: desk.books.put(invoice("100", PAID))]
        assert results(desk.run("last")) == {"id-1": ("skipped", "books_moving")}
        assert desk.shown(1) == ("100.00", day(12))
        assert results(desk.run("last")) == {}

    def test_a_fall_that_is_gone_in_the_second_look_is_not_believed(self) -> None:
        desk = self.fallen()
        desk.books.before_reading = [lambda: None, lambda: desk.books.remove("id-1")]
        assert results(desk.run("last")) == {"id-1": ("skipped", "books_moving")}
        assert results(desk.run("last")) == {"id-1": ("conflict", "deleted_at_source")}

    def test_a_rise_needs_no_second_look(self) -> None:
        desk = synced("1002")
        desk.books.put(invoice("100", PAID, id_="1002", number="1002"))
        desk.run("last")
        assert desk.pauses == []

    def test_a_restricted_run_names_moving_books(self) -> None:
        desk = Desk()
        desk.books.put(invoice("100", PAID))
        desk.run()  # unmatched: known by its number alone
        desk.books.put(invoice("100", move("50", 12)))
        desk.books.before_reading = [lambda: None, lambda: desk.books.put(invoice("100", PAID))]
        assert results(desk.run(only=("1001",))) == {"id-1": ("skipped", "books_moving")}


class TestWholeRunWaits:
    """D10: other books, silent books, books from the past."""

    def test_other_books_are_not_read(self) -> None:
        desk = synced()
        desk.books.company = Company("book-2", "", "USD")
        desk.books.put(invoice("100"))
        summary = desk.run("last")
        assert summary.result is RunResult.NEEDS_DECISION
        assert str(summary.brake) == "These are other books than last time: 'book-2' instead of 'Sample Ltd'."
        assert summary.counts.found == 0
        assert desk.shown(1) == ("100.00", day(12))

    def test_other_books_are_noticed_after_a_run_that_did_not_finish(self) -> None:
        desk = Desk()
        desk.bill(invoice("100", PAID))
        desk.run(only=("1001",))
        desk.books.company = Company("book-2", "Others", "USD")
        assert desk.run().brake is not None

    def test_silent_books_wait(self) -> None:
        desk = synced("1002")
        desk.books.remove("id-1", "1002")
        summary = desk.run("last")
        assert summary.result is RunResult.NEEDS_DECISION
        assert str(summary.brake) == "The books show no invoices at all, where there were 2 last time."
        assert desk.shown(1) == ("100.00", day(12))

    def test_books_that_were_always_empty_are_a_success(self) -> None:
        desk = Desk()
        assert desk.run().result is RunResult.SUCCESS
        assert desk.run("last").result is RunResult.SUCCESS

    def test_a_restored_backup_waits(self) -> None:
        desk = synced()
        desk.books.put(invoice("100", PAID, move("5", 15)))
        desk.run("last")
        desk.books.documents["id-1"] = invoice("100", PAID)
        desk.books.version = 1
        summary = desk.run("last")
        assert summary.result is RunResult.NEEDS_DECISION
        assert str(summary.brake) == "The books went back in time: version 1 is older than version 3."
        assert desk.shown(1) == ("105.00", day(12))
        assert desk.pauses == [], "what waits as a whole needs no second look"

    def test_waiting_rows_of_a_run_that_waits_stay_on_the_list(self) -> None:
        desk = synced()
        desk.books.put(invoice("100", PAID, id_="x", number="5000"))
        desk.run("last")
        desk.books.version = 1
        desk.run("last")
        assert list(desk.journal.parked()) == ["x"]


class TestUnreadable:
    """F-18: success needs every page."""

    def test_books_that_break_off_leave_everything_as_it_was(self) -> None:
        desk = synced("1002")
        watermark, memory = desk.journal.watermark(), desk.journal.memory()
        desk.books.put(invoice("100", PAID, id_="1002", number="1002"))
        desk.books.fault = (1, RetryableError("The file is locked.", "Close the accounting program."))
        summary = desk.run("last")
        assert summary.result is RunResult.FAILED
        assert summary.message == "The file is locked. Close the accounting program."
        assert summary.counts.found == 0
        assert (desk.journal.watermark(), desk.journal.memory()) == (watermark, memory)
        desk.books.fault = None
        assert results(desk.run("last")) == {"1002": ("written", "brought_up_to_date")}


class TestWaitingList:
    """D12: every run takes up what waits, with what the books say now."""

    def test_what_waits_is_taken_as_the_books_have_it_now(self) -> None:
        desk = Desk()
        desk.books.put(invoice("100", PAID))
        desk.run()
        desk.books.put(invoice("100", move("40", 12)))
        desk.jobs.add(1, "1001")
        desk.run("last")
        assert desk.shown(1) == ("40.00", None)

    def test_attempts_are_counted_and_the_delay_grows(self) -> None:
        desk = Desk()
        desk.books.put(invoice("100", PAID))
        delays = []
        for since in ("month", *["last"] * 5):
            desk.run(since)
            waiting = desk.journal.parked()["id-1"]
            delays.append((waiting.attempts, (waiting.next_try - desk.hands.now).total_seconds() / 60))
        assert delays == [(1, 1), (2, 5), (3, 15), (4, 60), (5, 60), (6, 60)]

    def test_waiting_rows_do_not_hold_the_watermark_back(self) -> None:
        desk = Desk()
        desk.books.put(invoice("100", PAID))
        summary = desk.run()
        assert summary.result is RunResult.SUCCESS
        assert desk.journal.watermark() is not None

    def test_a_draft_that_waits_is_not_written_from_old_facts(self) -> None:
        desk = Desk()
        desk.books.put(invoice("100", status=InvoiceStatus.DRAFT))
        desk.run()
        desk.bill(invoice("100", PAID))
        assert results(desk.run("last")) == {"id-1": ("written", "first")}
