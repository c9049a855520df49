"""What a run stores is what the next run and the history read back, exactly."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from syncdesk.journal.file import JournalFile
from syncdesk.journal.history import History
from syncdesk.journal.store import SqlJournal
from syncdesk.model.changes import Counts, Outcome, RunKind, RunResult, SourceMemory
from syncdesk.model.errors import FatalError
from syncdesk.model.job import Figures
from syncdesk.model.ledger import DocumentKind
from syncdesk.model.reasons import reason
from syncdesk.model.records import Document, RecordedFigures, Seen, StoredOutcome
from tests.journal.outcomes import EMPTY, NOW, again, end, figures, finding, outcome, start


def test_an_empty_journal_knows_nothing(journal: SqlJournal, history: History) -> None:
    assert journal.watermark() is None
    assert journal.memory() == SourceMemory()
    assert not journal.has_applied_run()
    assert journal.seen() == {}
    assert journal.parked() == {}
    assert journal.open_intentions() == []
    assert history.runs(None, 10) == []


def test_a_written_row_comes_back_whole(journal: SqlJournal, history: History) -> None:
    """F-47: time, run, old and new figures, reason and payment ids; D15: the fingerprint with the outcome."""
    written = outcome(1)
    journal.begin_run(start("r1"))
    journal.intend("r1", [written])
    journal.store("r1", [written])
    found = written.finding
    assert journal.seen() == {"id1": Seen(found.fingerprint, NOW, Decimal("100.00"))}
    assert journal.documents(["id1", "other"]) == {
        "id1": Document("id1", (1,), figures(found), found.facts, found.fingerprint, "1")
    }
    assert journal.owners([(1,), (2,)]) == {(1,): "id1"}
    assert journal.open_intentions() == []
    (record,) = history.run_changes("r1")
    assert record.change == written.change
    assert (record.run_id, record.at, record.payment_ids) == ("r1", NOW, ("pay1",))
    assert history.document_facts("c1", "id1") == found.facts


def test_figures_keep_every_digit(journal: SqlJournal, history: History) -> None:
    exact = Figures(Decimal("0.1000"), None, Decimal("12345678901234.0001"), Decimal("0"))
    written = outcome(1)
    written = replace(written, change=replace(written.change, old=exact, job_key=("a", 7)), written=exact)
    journal.begin_run(start("r1"))
    journal.store("r1", [written])
    (record,) = history.run_changes("r1")
    assert str(record.change.old) == str(exact)
    assert record.change.job_key == ("a", 7)
    assert str(journal.documents(["id1"])["id1"].written) == str(exact)


def test_the_end_of_a_run_is_stored_with_watermark_and_memory(journal: SqlJournal, history: History) -> None:
    """D11, UX-22."""
    journal.begin_run(start("r1"))
    (running,) = history.runs("c1", 5)
    assert (running.result, running.finished_at) == (None, None)
    counts = Counts(1, 2, 3, 4, 5, 6)
    journal.finish_run(replace(end("r1", counts), brake=reason("brake_silent", count=3), detail="raw"))
    assert journal.watermark() == NOW
    assert journal.memory() == SourceMemory("company", "Demo Ltd", "USD", "token", "settings", 12)
    record = history.run("r1")
    assert record is not None
    assert (record.counts, record.result, record.kind) == (counts, RunResult.SUCCESS, RunKind.SYNC)
    assert (record.user, record.computer, record.since, record.since_instant) == (
        "ann",
        "desk-1",
        "week",
        NOW,
    )
    assert (record.brake, record.detail) == (reason("brake_silent", count=3), "raw")
    assert record.notes == (reason("note_no_stamps"),)
    journal.begin_run(start("r2"))
    journal.finish_run(replace(end("r2", result=RunResult.FAILED), watermark=None, memory=None))
    assert (journal.watermark(), journal.memory().documents) == (NOW, 12)


@pytest.mark.parametrize(
    ("kind", "result", "applied"),
    [
        (RunKind.SYNC, RunResult.SUCCESS, True),
        (RunKind.SYNC, RunResult.PARTIAL, True),
        (RunKind.SYNC, RunResult.NEEDS_DECISION, False),
        (RunKind.SYNC, RunResult.FAILED, False),
        (RunKind.PREVIEW, RunResult.SUCCESS, False),
    ],
)
def test_only_an_applied_run_ends_the_first_run(
    journal: SqlJournal, kind: RunKind, result: RunResult, applied: bool
) -> None:
    journal.begin_run(start("r1", kind))
    journal.finish_run(end("r1", result=result))
    assert journal.has_applied_run() is applied


@pytest.mark.parametrize("result", [None, *RunResult])
@pytest.mark.parametrize("kind", RunKind)
def test_f41_the_last_success_is_the_latest_run_that_looked_and_ended_well(
    journal: SqlJournal, history: History, kind: RunKind, result: RunResult | None
) -> None:
    assert history.last_success("c1") is None
    journal.begin_run(start("r1"))
    journal.finish_run(end("r1"))
    later = NOW + timedelta(days=1)
    journal.begin_run(replace(start("r2", kind), started_at=later))
    if result is not None:
        journal.finish_run(end("r2", result=result))
    counts = kind is RunKind.SYNC and result in (RunResult.SUCCESS, RunResult.PARTIAL)
    assert history.last_success("c1") == (later if counts else NOW)
    assert history.last_success("c2") is None


def test_f41_a_run_of_single_invoices_is_none(journal: SqlJournal, history: History) -> None:
    journal.begin_run(replace(start("r1"), since="INV0001", since_instant=None))
    journal.finish_run(end("r1"))
    assert history.last_success("c1") is None


@pytest.mark.parametrize("result", [None, *RunResult])
def test_f41_a_run_that_was_taken_back_is_none(
    journal: SqlJournal, history: History, result: RunResult | None
) -> None:
    for name, days in (("r1", 0), ("r2", 1)):
        journal.begin_run(replace(start(name), started_at=NOW + timedelta(days=days)))
        journal.finish_run(end(name))
    undo = replace(start("u1", RunKind.UNDO), since="r2", since_instant=None)
    journal.begin_run(replace(undo, started_at=NOW + timedelta(days=2)))
    if result is not None:
        journal.finish_run(end("u1", result=result))
    taken_back = result in (RunResult.SUCCESS, RunResult.PARTIAL)
    assert history.last_success("c1") == NOW + timedelta(days=0 if taken_back else 1)


def test_a_single_written_row_makes_a_run_applied(journal: SqlJournal) -> None:
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1)])
    journal.finish_run(end("r1", result=RunResult.CANCELLED))
    assert journal.has_applied_run()


def test_unchanged_rows_are_counted_but_never_stored(
    file: JournalFile, journal: SqlJournal, history: History
) -> None:
    """The file must not grow with every run over unchanged books."""
    same = outcome(1, Outcome.UNCHANGED)
    journal.begin_run(start("r1"))
    journal.store("r1", [same])
    assert history.run_changes("r1") == []
    assert journal.documents(["id1"])["id1"].written == same.change.new
    with file.reading() as watching:
        version = "PRAGMA data_version"
        before = watching.exec_driver_sql(version).scalar()
        journal.store("r1", [same])
        assert watching.exec_driver_sql(version).scalar() == before  # not one page was written


def test_what_another_desk_wrote_is_part_of_the_history(journal: SqlJournal, history: History) -> None:
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1, Outcome.UNCHANGED, reason("written_elsewhere"))])
    (row,) = history.run_changes("r1")
    assert (row.change.outcome, row.change.reason.code) == (Outcome.UNCHANGED, "written_elsewhere")


def test_a_written_invoice_that_stays_so_costs_no_write(file: JournalFile, journal: SqlJournal) -> None:
    written = outcome(1)
    journal.begin_run(start("r1"))
    journal.store("r1", [written])
    with file.reading() as watching:
        before = watching.exec_driver_sql("PRAGMA data_version").scalar()
        journal.store("r1", [again(written, Outcome.UNCHANGED, "same")])
        assert watching.exec_driver_sql("PRAGMA data_version").scalar() == before


@pytest.mark.parametrize(
    ("result", "why", "times"),
    [
        (Outcome.SKIPPED, "credit_note", 1),
        (Outcome.UNMATCHED, "no_number", 1),
        (Outcome.CONFLICT, "row_gone", 2),
    ],
)
def test_quiet_rows_are_stored_once_and_conflicts_each_time(
    journal: SqlJournal, history: History, result: Outcome, why: str, times: int
) -> None:
    for run_id in ("r1", "r2"):
        journal.begin_run(start(run_id))
        journal.store(run_id, [outcome(1, result, reason(why))])
    assert len(history.invoice_changes("c1", "id1")) == times
    journal.store("r2", [outcome(1, result, reason(why), paid="50.00")])
    assert len(history.invoice_changes("c1", "id1")) == times + 1


def test_a_failure_that_heals_leaves_the_waiting_list(journal: SqlJournal, history: History) -> None:
    """D12: what waits keeps its facts, attempts and next try until it is done."""
    failed = outcome(1, Outcome.FAILED, reason("refused", why="no"), waits=True)
    assert failed.parked is not None
    waiting = replace(failed.parked, refused=Figures(Decimal("1.20")), next_try=NOW + timedelta(minutes=5))
    journal.begin_run(start("r1"))
    journal.store("r1", [replace(failed, parked=waiting)])
    assert journal.parked() == {"id1": waiting}
    assert next(iter(history.known_invoices("c1"))).last_synced is None
    journal.store("r1", [outcome(1, Outcome.UNCHANGED)])
    assert journal.parked() == {}
    (known,) = history.known_invoices("c1")
    assert (known.outcome, known.last_synced) == ("unchanged", NOW)
    journal.store("r1", [failed])
    (known,) = history.known_invoices("c1")
    assert (known.outcome, known.reason, known.last_synced) == ("failed", reason("refused", why="no"), NOW)


def test_a_row_not_reached_stays_due(journal: SqlJournal, history: History) -> None:
    """D8: the row is in the run, document and waiting list are as they were."""
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1, Outcome.CONFLICT, reason("row_gone"), paid="50.00", waits=True)])
    before = (journal.seen(), journal.parked(), journal.documents(["id1"]))
    journal.store("r1", [outcome(1, Outcome.SKIPPED, reason("not_reached"), remember=False)])
    journal.store("r1", [outcome(2, Outcome.SKIPPED, reason("not_reached"), remember=False)])
    assert (journal.seen(), journal.parked(), journal.documents(["id1"])) == before
    assert [r.change.reason.code for r in history.run_changes("r1")] == [
        "row_gone",
        "not_reached",
        "not_reached",
    ]


def test_recorded_figures_are_those_of_writes_only(journal: SqlJournal) -> None:
    """D9: older means written or replaced by this journal, or intended; never what a conflict found there."""
    half = outcome(1, paid="50.00")
    full = outcome(1, old=half.change.new)
    conflict = outcome(1, Outcome.CONFLICT, reason("row_gone"), old=Figures(Decimal("77.00")))
    journal.begin_run(start("r1"))
    journal.store("r1", [half])
    journal.store("r1", [conflict])
    journal.intend("r1", [full, outcome(2)])
    recorded = journal.recorded(["id1"])
    assert set(recorded) == {"id1"}
    expected = [EMPTY, figures(finding(1, "50.00")), figures(finding(1))]
    assert sorted(recorded["id1"], key=lambda pair: pair.paid_amount) == [
        RecordedFigures(f.paid_amount, f.date_paid) for f in expected
    ]


def test_numbers_find_invoices_but_no_credit_notes(journal: SqlJournal) -> None:
    credit = outcome(1, Outcome.SKIPPED, reason("credit_note"), kind=DocumentKind.CREDIT_NOTE)
    twin = replace(outcome(1), change=replace(outcome(1).change, source_id="twin"), link=(9,))
    journal.begin_run(start("r1"))
    journal.store("r1", [credit, twin, outcome(2)])
    assert journal.numbers(["INV0001", "INV0002", "none"]) == {"INV0001": ("twin",), "INV0002": ("id2",)}


def fed(place: int, *payments: str) -> StoredOutcome:
    """An outcome whose document these payments stand behind."""
    plain = outcome(place)
    return replace(plain, finding=replace(plain.finding, feeds=payments))


def test_documents_are_found_by_the_payments_behind_them(journal: SqlJournal) -> None:
    """F-12: as last recorded, so that both sides of a moved payment are found; other connections' are not."""
    journal.begin_run(start("r1"))
    journal.store("r1", [fed(1, "p1", "p2"), fed(2, "p2"), outcome(3)])
    assert journal.fed_by(["p2", "none"]) == {"id1", "id2"}
    journal.store("r1", [fed(1, "p3"), replace(outcome(2), remember=False)])
    assert journal.fed_by(["p2"]) == {"id2"}
    assert journal.fed_by(["p1"]) == frozenset()
    assert journal.fed_by(["p3"]) == {"id1"}


def test_a_document_stored_from_the_waiting_list_keeps_its_payments(journal: SqlJournal) -> None:
    """Its finding does not say (feeds None): what is remembered stays."""
    journal.begin_run(start("r1"))
    journal.store("r1", [fed(1, "p1")])
    journal.store("r1", [outcome(1, Outcome.FAILED, reason("row_gone"))])
    assert journal.fed_by(["p1"]) == {"id1"}


def test_only_what_is_asked_for_is_looked_up(journal: SqlJournal) -> None:
    """A run over books that name what changed must not cost what there is."""
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1), outcome(2)])
    assert set(journal.seen(["id2", "none"])) == {"id2"}
    assert journal.seen([]) == {}
    assert set(journal.seen()) == {"id1", "id2"}


def test_paid_invoices_are_counted(journal: SqlJournal) -> None:
    """D10: the brakes need the number of rows that say something was paid."""
    journal.begin_run(start("r1"))
    journal.store(
        "r1", [outcome(1), outcome(2, paid="0"), outcome(3, Outcome.UNMATCHED, reason("no_number"))]
    )
    assert journal.count_paid() == 1
    journal.store("r1", [outcome(1, paid="0")])
    assert journal.count_paid() == 0


def test_connections_do_not_see_each_other(file: JournalFile, journal: SqlJournal, history: History) -> None:
    other = SqlJournal(file, "c2", lambda: NOW)
    for each, run_id in ((journal, "r1"), (other, "r2")):
        each.begin_run(start(run_id))
        each.store(run_id, [outcome(1), outcome(2, Outcome.FAILED, reason("row_gone"), waits=True)])
        each.finish_run(end(run_id))
    history.forget_connection("c1")
    assert journal.watermark() is None
    assert (journal.seen(), journal.parked(), history.runs("c1", 9)) == ({}, {}, [])
    assert set(other.seen()) == {"id1", "id2"}
    assert [record.run_id for record in history.runs(None, 9)] == ["r2"]
    with pytest.raises(FatalError, match="no longer in the journal"):
        journal.store("r1", [outcome(1)])


def test_half_a_surrogate_pair_in_a_name_stops_nothing(journal: SqlJournal, history: History) -> None:
    """F-20: one odd row must not end a run."""
    odd = outcome(1)
    change = replace(odd.change, customer="Sm\ud83dith")
    odd = replace(odd, change=change, finding=replace(odd.finding, customer="Sm\ud83dith"))
    journal.begin_run(start("r1"))
    journal.intend("r1", [odd, outcome(2)])
    journal.store("r1", [odd, outcome(2)])
    assert [r.change.customer for r in history.run_changes("r1")] == ["Sm\\ud83dith", "Ünal & Søn"]


def test_thousands_of_ids_are_asked_for_at_once(journal: SqlJournal) -> None:
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(place) for place in range(3)])
    assert set(journal.documents([f"id{place}" for place in range(50_000)])) == {"id0", "id1", "id2"}
    assert len(journal.owners([(place,) for place in range(50_000)])) == 3
