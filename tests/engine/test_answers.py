"""What a person answers about rows that wait (D9, D10, D14, F-24, F-34, F-50), and what comes of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from syncdesk.model.changes import Outcome, RunResult, RunSummary
from syncdesk.model.connection import BrakeLimits, Policy
from syncdesk.model.decisions import Decision, Verdict, can_answer
from syncdesk.model.ledger import Company, InvoiceStatus
from syncdesk.model.reasons import TEXTS, Reason, reason
from tests.engine.desk import CONNECTION, Desk, only_change, results
from tests.model.invoices import day, invoice, move

PAID = move("100", 12, id_="p1")


def changed_here() -> tuple[Desk, RunSummary]:
    """A row that somebody changed by hand after it was written, and a run that met it."""
    desk = synced()
    desk.jobs.set(1, "77.00", None)
    return desk, desk.run("2026-01-01", only=("1001",))


def synced() -> Desk:
    """One invoice, paid and written; and another one, so that the books never fall silent."""
    desk = Desk()
    desk.bill(invoice("100", PAID))
    desk.bill(invoice("50", id_="other", number="1002"))
    desk.run()
    return desk


def locked() -> tuple[Desk, RunSummary]:
    """A payment before the lock date was taken back in the books."""
    desk = synced()
    desk.connection = replace(desk.connection, lock_date=date(2026, 1, 31))
    desk.books.put(invoice("100"))
    return desk, desk.run("last")


def deleted() -> tuple[Desk, RunSummary]:
    """An invoice that was written and then deleted in the books."""
    desk = synced()
    desk.books.remove("id-1")
    return desk, desk.run("last")


def other_total() -> tuple[Desk, RunSummary]:
    """A row with the right number and another total."""
    desk = Desk()
    desk.books.put(invoice("100", PAID))
    desk.jobs.add(1, "1001", total=invoice("90").total)
    return desk, desk.run()


class TestAccept:
    """The books are right: what they say is written, at once and once."""

    def test_d9_what_was_changed_here_gives_way(self) -> None:
        desk, asked = changed_here()
        assert results(asked) == {"id-1": ("conflict", "changed_here")}
        done = desk.answer(Verdict.ACCEPT, asked)
        assert results(done) == {"id-1": ("written", "accepted")}
        assert "77.00" in str(only_change(done).reason)
        assert desk.shown(1) == ("100.00", day(12))
        assert (desk.journal.parked(), desk.journal.decisions()) == ({}, {})
        assert desk.run("last").counts.found == 0

    def test_f34_the_lock_date_is_passed(self) -> None:
        desk = synced()
        desk.connection = replace(desk.connection, lock_date=date(2026, 1, 31))
        desk.books.put(invoice("100"))
        asked = desk.run("last")
        assert results(asked) == {"id-1": ("conflict", "lock_date")}
        assert results(desk.answer(Verdict.ACCEPT, asked)) == {"id-1": ("written", "accepted")}
        assert desk.shown(1) == ("0.00", None)

    def test_what_was_changed_here_and_is_locked_is_asked_about_one_by_one(self) -> None:
        desk = synced()
        desk.connection = replace(desk.connection, lock_date=date(2026, 1, 31))
        desk.jobs.set(1, "77.00", "2026-01-20")
        asked = desk.run("2026-01-01", only=("1001",))
        assert results(asked) == {"id-1": ("conflict", "changed_here")}
        again = desk.answer(Verdict.ACCEPT, asked)
        assert results(again) == {"id-1": ("conflict", "lock_date")}
        assert desk.shown(1) == ("77.00", day(20)), "one answer does not stand for two"
        assert results(desk.answer(Verdict.ACCEPT, again)) == {"id-1": ("written", "accepted")}
        assert desk.shown(1) == ("100.00", day(12))

    def test_f24_another_total_is_linked_by_a_person_and_never_asked_about_again(self) -> None:
        desk, asked = other_total()
        assert results(asked) == {"id-1": ("conflict", "other_total")}
        assert results(desk.answer(Verdict.ACCEPT, asked)) == {"id-1": ("written", "first")}
        desk.books.put(invoice("100"))
        assert results(desk.run("last")) == {"id-1": ("written", "reversed")}

    def test_another_total_and_figures_of_its_own_are_asked_about_one_by_one(self) -> None:
        desk, asked = other_total()
        desk.jobs.set(1, "5.00")
        asked = desk.run("2026-01-01")
        again = desk.answer(Verdict.ACCEPT, asked)
        assert results(again) == {"id-1": ("conflict", "changed_here")}
        assert results(desk.answer(Verdict.ACCEPT, again)) == {"id-1": ("written", "accepted")}
        assert desk.shown(1) == ("100.00", day(12))

    @pytest.mark.parametrize("stamps", [False, True])
    def test_d14_a_deleted_invoice_is_taken_back_and_not_missed_again(self, stamps: bool) -> None:
        desk = synced()
        desk.books.has_change_stamps = stamps
        if stamps:
            desk.books.put(invoice("100", PAID, status=InvoiceStatus.DELETED))
        else:
            desk.books.remove("id-1")
        asked = desk.run("last")
        assert results(asked)["id-1"] == ("conflict", "deleted_at_source")
        done = desk.answer(Verdict.ACCEPT, asked)
        assert results(done) == {"id-1": ("written", "accepted")}
        assert desk.shown(1) == ("0.00", None)
        desk.pauses.clear()
        assert results(desk.run("2026-01-01")).get("id-1") in (None, ("skipped", "gone"))
        assert desk.pauses == [], "nobody looks twice for it"

    def test_a_deleted_invoice_whose_row_says_nothing_is_let_go(self) -> None:
        desk = synced()
        desk.books.remove("other")
        asked = desk.run("last")
        assert results(asked) == {"other": ("conflict", "deleted_at_source")}
        transactions = desk.jobs.transactions
        assert results(desk.answer(Verdict.ACCEPT, asked)) == {"other": ("skipped", "gone")}
        assert (desk.journal.parked(), desk.jobs.transactions) == ({}, transactions)

    def test_a_deleted_invoice_before_the_lock_date_says_both(self) -> None:
        desk = synced()
        desk.connection = replace(desk.connection, lock_date=date(2026, 1, 31))
        desk.books.remove("id-1")
        asked = desk.run("last")
        assert results(asked) == {"id-1": ("conflict", "deleted_locked")}
        assert results(desk.answer(Verdict.ACCEPT, asked)) == {"id-1": ("written", "accepted")}

    def test_an_answer_about_what_has_changed_since_is_none(self) -> None:
        """Neither of the sides may have moved between the question and the answer."""
        for happens in (
            lambda desk: desk.jobs.set(1, "78.00", None),
            lambda desk: desk.books.put(invoice("100", PAID, move("-30", 14, id_="p2"))),
        ):
            desk, asked = changed_here()
            happens(desk)
            assert results(desk.answer(Verdict.ACCEPT, asked)) == {"id-1": ("conflict", "changed_here")}
            assert desk.journal.decisions() == {}, "it is asked about anew"

    def test_an_answer_outlives_a_write_that_failed(self) -> None:
        desk, asked = changed_here()
        desk.jobs.refuses.add((1,))
        assert results(desk.answer(Verdict.ACCEPT, asked)) == {"id-1": ("failed", "refused")}
        desk.jobs.refuses.clear()
        assert results(desk.run("last")) == {"id-1": ("written", "accepted")}

    def test_rows_decided_upon_one_by_one_are_no_brake(self) -> None:
        desk = Desk(replace(CONNECTION, brakes=BrakeLimits(falls=0, falls_percent=0)))
        desk.bill(invoice("100", PAID))
        desk.run()
        desk.jobs.set(1, "300.00", "2026-01-12")
        asked = desk.run("2026-01-01", only=("1001",))
        assert results(desk.answer(Verdict.ACCEPT, asked)) == {"id-1": ("written", "accepted")}


class TestKeepAndIgnore:
    """The row stays as it is, and nobody is asked, until either side changes."""

    @pytest.mark.parametrize("make", [changed_here, locked, deleted])
    @pytest.mark.parametrize(
        ("verdict", "code"), [(Verdict.KEEP, "decided_kept"), (Verdict.IGNORE, "ignored")]
    )
    def test_it_stays_through_run_after_run(
        self, make: Callable[[], tuple[Desk, RunSummary]], verdict: Verdict, code: str
    ) -> None:
        desk, asked = make()
        before = desk.shown(1)
        assert results(desk.answer(verdict, asked))["id-1"] == ("skipped", code)
        for since in ("last", "2026-01-01"):
            summary = desk.run(since)
            assert results(summary)["id-1"] == ("skipped", code)
            assert summary.result is RunResult.SUCCESS
        assert desk.shown(1) == before
        assert desk.journal.decisions()["id-1"].verdict is verdict
        assert desk.journal.decisions()["id-1"].reason == only_change(asked).reason

    @pytest.mark.parametrize("verdict", [Verdict.KEEP, Verdict.IGNORE])
    @pytest.mark.parametrize("side", ["books", "row"])
    def test_it_is_asked_about_again_once_a_side_changes(self, verdict: Verdict, side: str) -> None:
        desk, asked = changed_here()
        desk.answer(verdict, asked)
        if side == "books":
            desk.books.put(invoice("100", move("60", 12), move("40", 14)))
        else:
            desk.jobs.set(1, "79.00", None)
        assert results(desk.run("last")) == {"id-1": ("conflict", "changed_here")}
        assert desk.journal.decisions() == {}

    def test_f50_an_answer_can_be_taken_back(self) -> None:
        desk, asked = changed_here()
        desk.answer(Verdict.IGNORE, asked)
        desk.journal.take_back(["id-1"])
        assert results(desk.run("last")) == {"id-1": ("conflict", "changed_here")}

    def test_f50_what_has_no_row_can_be_ignored_until_it_has_one(self) -> None:
        desk = Desk()
        desk.books.put(invoice("100", PAID))
        asked = desk.run()
        assert results(asked) == {"id-1": ("unmatched", "no_row")}
        assert results(desk.answer(Verdict.IGNORE, asked)) == {"id-1": ("skipped", "ignored")}
        assert results(desk.run("last")) == {"id-1": ("skipped", "ignored")}
        desk.jobs.add(1, "1001")
        assert results(desk.run("last")) == {"id-1": ("written", "first")}

    def test_f50_what_the_database_refuses_can_be_ignored(self) -> None:
        desk = Desk()
        desk.bill(invoice("100", PAID))
        desk.jobs.refuses.add((1,))
        asked = desk.run()
        assert results(desk.answer(Verdict.IGNORE, asked)) == {"id-1": ("skipped", "ignored")}
        writes = desk.jobs.transactions
        desk.run("last")
        assert desk.jobs.transactions == writes, "it is not even tried"

    def test_a_person_may_change_her_mind(self) -> None:
        desk, asked = changed_here()
        kept = desk.answer(Verdict.KEEP, asked)
        decision = desk.journal.decisions()["id-1"]
        desk.journal.decide([replace(decision, verdict=Verdict.ACCEPT)])
        assert results(desk.run("last")) == {"id-1": ("written", "accepted")}
        assert results(kept) == {"id-1": ("skipped", "decided_kept")}

    def test_what_another_policy_would_write_is_kept_all_the_same(self) -> None:
        desk, asked = changed_here()
        desk.answer(Verdict.KEEP, asked)
        desk.connection = replace(desk.connection, policy=Policy.SOURCE)
        assert results(desk.run("last", settings="s2"))["id-1"] == ("skipped", "decided_kept")

    def test_a_preview_made_before_the_answer_heeds_it(self) -> None:
        desk = synced()
        desk.books.put(invoice("100", PAID, move("-30", 14, id_="p2")))
        preview = desk.preview("last")
        assert preview.plan is not None
        (planned,) = (p for p in preview.plan.changes if p.writes)
        why, mark, held = planned.change.reason, planned.finding.fingerprint, planned.change.old
        desk.journal.decide([Decision("id-1", Verdict.IGNORE, mark, held, why, "run", desk.hands.now)])
        assert results(desk.run("last", plan=preview.plan)) == {"id-1": ("skipped", "ignored")}


class TestBrakes:
    """D10: a whole run waits; a person lets go of just what she was told."""

    def braked(self, count: int = 8) -> tuple[Desk, RunSummary]:
        desk = Desk()
        for n in range(count):
            desk.bill(invoice("100", PAID, id_=f"i{n}", number=f"n{n}"))
        desk.run()
        desk.books.put(*(invoice("100", id_=f"i{n}", number=f"n{n}") for n in range(6)))
        return desk, desk.run("last")

    def test_a_brake_is_let_go(self) -> None:
        desk, asked = self.braked()
        assert (asked.result, asked.brake and asked.brake.code) == (RunResult.NEEDS_DECISION, "brake_falls")
        done = desk.run("last", accepted=asked.brake)
        assert (done.result, done.counts.written) == (RunResult.SUCCESS, 6)
        assert "note_accepted_brake" in {note.code for note in done.notes}
        assert done.watermark != asked.watermark

    def test_it_holds_if_more_is_at_stake_than_was_said(self) -> None:
        desk, asked = self.braked()
        desk.books.put(invoice("100", id_="i6", number="n6"))
        again = desk.run("last", accepted=asked.brake)
        assert again.brake == reason("brake_falls", count=7, paid=8, limit=5)
        assert desk.shown(1) == ("100.00", day(12))

    def test_books_that_fell_silent_become_questions_row_by_row(self) -> None:
        desk = synced()
        desk.books.remove("id-1", "other")
        asked = desk.run("last")
        done = desk.run("last", accepted=asked.brake)
        assert results(done)["id-1"] == ("conflict", "deleted_at_source")
        assert desk.shown(1) == ("100.00", day(12))

    def test_other_books_are_taken_on_and_the_old_ones_forgotten(self) -> None:
        desk = synced()
        desk.books.company = Company("book-2", "Successor Ltd", "USD")
        desk.books.remove("other")
        desk.books.put(invoice("100", move("30", 14), id_="id-1", number="1002"))  # an id that is used twice
        asked = desk.run("last")
        assert asked.brake is not None
        assert asked.brake.code == "brake_other_company"
        done = desk.run("2026-01-01", accepted=asked.brake)
        assert results(done) == {"id-1": ("written", "first")}
        assert desk.shown(2) == ("30.00", None)
        assert desk.journal.memory().company_id == "book-2"
        assert desk.run("last").brake is None

    def test_still_other_books_are_not_meant(self) -> None:
        desk = synced()
        desk.books.company = Company("book-2", "Successor Ltd", "USD")
        desk.books.put()
        asked = desk.run("last")
        desk.books.company = Company("book-3", "Stranger Ltd", "USD")
        assert desk.run("last", accepted=asked.brake).result is RunResult.NEEDS_DECISION
        assert "id-1" in desk.journal.known


class TestUnattended:
    """D12, F-35, F-38: a run that nobody started."""

    def test_it_takes_up_only_what_is_due(self) -> None:
        desk = Desk()
        desk.books.put(invoice("100", PAID))
        for _ in range(5):
            desk.run("2026-01-01")
        desk.jobs.add(1, "1001")
        assert desk.run("last", unattended=True).counts.found == 0
        desk.hands.move(hours=2)
        assert results(desk.run("last", unattended=True)) == {"id-1": ("written", "first")}

    def test_a_person_takes_up_all(self) -> None:
        desk = Desk()
        desk.books.put(invoice("100", PAID))
        for _ in range(5):
            desk.run("2026-01-01")
        desk.jobs.add(1, "1001")
        assert results(desk.run("last")) == {"id-1": ("written", "first")}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_what_can_be_answered(code: str) -> None:
    """Whatever can be kept can be accepted; all that waits can be ignored."""
    why = Reason(code)
    assert can_answer(why, Verdict.IGNORE)
    assert can_answer(why, Verdict.ACCEPT) or not can_answer(why, Verdict.KEEP)
    if code in ("two_rows", "two_invoices", "row_taken", "unreadable", "refused", "no_row", "other_currency"):
        assert not can_answer(why, Verdict.ACCEPT)


def test_an_ignored_row_counts_as_skipped() -> None:
    desk, asked = changed_here()
    done = desk.answer(Verdict.IGNORE, asked)
    assert only_change(done).outcome is Outcome.SKIPPED
    assert done.counts.found == 1
