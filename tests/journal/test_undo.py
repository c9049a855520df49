"""What the journal keeps for taking a run back (F-35): the writes of rows in order, what was stored in them,
and what an undo leaves behind, a kill in the middle included."""

from dataclasses import replace
from datetime import timedelta

from syncdesk.journal.history import History
from syncdesk.journal.store import SqlJournal
from syncdesk.model.changes import Counts, Outcome, RunKind, RunResult
from syncdesk.model.reasons import reason
from syncdesk.model.records import IntentionOutcome, Parked, RunStart, StoredOutcome
from tests.journal.outcomes import EMPTY, NOW, end, figures, finding, outcome, start

RESTORED = reason("restored", when="2026-04-10 09:00")


def undo(run_id: str, of: str) -> RunStart:
    """An undo that begins."""
    return replace(start(run_id, RunKind.UNDO), since=of, started_at=NOW + timedelta(minutes=5))


def put_back(place: int, why: str = "restored") -> StoredOutcome:
    """What an undo stores of invoice number `place`."""
    stored, found = outcome(place, old=figures(finding(place))), finding(place)
    change = replace(stored.change, new=EMPTY, reason=replace(RESTORED, code=why))
    held = Parked(found.source_id, "skipped", reason("undone"), found.facts, found.fingerprint, 1, NOW)
    return replace(stored, change=change, written=EMPTY, parked=held)


def test_the_writes_of_a_run_and_all_later_ones_to_its_rows(journal: SqlJournal) -> None:
    for run_id, places in (("r0", (1, 2)), ("r1", (1, 2)), ("r2", (2, 3))):
        journal.begin_run(start(run_id))
        journal.store(run_id, [outcome(place) for place in places])
        journal.store(run_id, [outcome(9, Outcome.CONFLICT, reason("two_rows", count=2, number=9, keys=""))])
        journal.finish_run(end(run_id))
    journal.begin_run(undo("r3", "r2"))
    journal.store("r3", [put_back(2)])
    found = journal.row_writes("r1")
    assert [(w.run_id, w.change.job_key, w.takes_back) for w in found] == [
        ("r1", (1,), ""),
        ("r1", (2,), ""),
        ("r2", (2,), ""),
        ("r3", (2,), "r2"),
    ]
    assert found[0].raw_old == outcome(1).raw_old
    assert (found[0].started_at, found[3].started_at) == (NOW, NOW + timedelta(minutes=5))
    assert found[0].change == outcome(1).change


def test_runs_of_other_connections_are_others(journal: SqlJournal) -> None:
    other = SqlJournal(journal._file, "c2", lambda: NOW)
    for one, run_id in ((journal, "r1"), (other, "r2")):
        one.begin_run(start(run_id))
        one.store(run_id, [outcome(1)])
    assert [w.run_id for w in journal.row_writes("r1")] == ["r1"]
    assert [w.run_id for w in other.row_writes("r2")] == ["r2"]


def test_a_run_remembers_where_it_wrote_and_the_watermark_before_it(
    journal: SqlJournal, history: History
) -> None:
    for run_id in ("r1", "r2"):
        journal.begin_run(replace(start(run_id), target="somewhere"))
        journal.finish_run(end(run_id))
    runs = [history.run(run_id) for run_id in ("r1", "r2")]
    assert [run.watermark_before for run in runs if run] == [None, NOW]
    assert [run.target for run in runs if run] == ["somewhere"] * 2


def test_an_undo_sets_the_watermark_back_even_to_none_and_forgets_the_token(journal: SqlJournal) -> None:
    journal.begin_run(start("r1"))
    journal.finish_run(end("r1"))
    earlier = NOW - timedelta(days=3)
    for run_id, mark in (("r2", earlier), ("r3", None)):
        journal.begin_run(undo(run_id, "r1"))
        journal.finish_run(replace(end(run_id), watermark=mark, memory=None, rewinds=True))
        assert journal.watermark() == mark
    memory = journal.memory()
    assert (memory.token, memory.company_id, memory.documents) == ("", "company", 12)


def test_a_row_put_back_is_known_but_its_fingerprint_is_not(journal: SqlJournal, history: History) -> None:
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1)])
    synced = next(history.known_invoices("c1")).last_synced
    journal.begin_run(undo("r2", "r1"))
    journal.store("r2", [put_back(1)])
    document = journal.documents(["id1"])["id1"]
    assert (document.fingerprint, document.written, document.job_key) == ("", EMPTY, (1,))
    assert journal.parked()["id1"].reason.code == "undone"
    assert journal.parked()["id1"].fingerprint == finding(1).fingerprint
    assert journal.count_paid() == 0
    assert next(history.known_invoices("c1")).last_synced == synced


def test_an_undo_cut_off_is_completed_as_it_would_have_been(journal: SqlJournal, history: History) -> None:
    """D7: what was put back is held; what was not is as the run left it."""
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(place) for place in range(4)])
    journal.finish_run(end("r1"))
    journal.begin_run(undo("r2", "r1"))
    journal.intend("r2", [put_back(place) for place in range(4)])
    held = ("new", "old", "neither", "gone")
    open_ones = journal.open_intentions()
    journal.close_intentions([IntentionOutcome(i, h) for i, h in zip(open_ones, held, strict=True)])
    stored = {r.change.source_id: r.change for r in history.run_changes("r2")}
    assert {id_: (c.outcome.value, c.reason.code) for id_, c in stored.items()} == {
        "id0": ("written", "restored"),
        "id1": ("skipped", "undo_not_reached"),
        "id2": ("conflict", "undo_changed_meanwhile"),
        "id3": ("conflict", "undo_gone"),
    }
    assert {id_: waiting.reason.code for id_, waiting in journal.parked().items()} == {"id0": "undone"}
    assert journal.parked()["id0"].fingerprint == finding(0).fingerprint
    documents = journal.documents([f"id{place}" for place in range(4)])
    assert (documents["id0"].fingerprint, documents["id0"].written) == ("", EMPTY)
    assert documents["id1"].fingerprint == finding(1).fingerprint
    assert documents["id1"].written == figures(finding(1))
    run = history.run("r2")
    assert run is not None
    assert (run.result, run.counts) == (RunResult.FAILED, Counts(written=1, skipped=1, conflict=2))


def test_an_undone_undo_cut_off_waits_for_any_run(journal: SqlJournal) -> None:
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1)])
    journal.begin_run(undo("r2", "r1"))
    journal.intend("r2", [put_back(1, "brought_back")])
    journal.close_intentions([IntentionOutcome(i, "new") for i in journal.open_intentions()])
    assert journal.parked()["id1"].reason.code == "brought_back"
