"""D7: a kill at any instant leaves the journal whole, and what was under way is known afterwards."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from syncdesk.journal.file import JournalFile
from syncdesk.journal.history import History
from syncdesk.journal.store import SqlJournal
from syncdesk.model.changes import Counts, Outcome, RunResult
from syncdesk.model.reasons import reason
from syncdesk.model.records import IntentionOutcome
from tests.journal.outcomes import EMPTY, NOW, end, figures, finding, outcome, start

# The victim dies of its own SIGKILL at the statement that begins with its second argument, or just before the
# commit.
VICTIM = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from syncdesk.journal.file import JournalFile
from syncdesk.journal.store import SqlJournal
from syncdesk.model.changes import Outcome
from syncdesk.model.reasons import reason
from tests.journal.outcomes import NOW, outcome, start

def die(*_):
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

def watch(connection, cursor, statement, *_):
    if statement.startswith(sys.argv[2]):
        die()

file = JournalFile(Path(sys.argv[1]))
journal = SqlJournal(file, "c1", lambda: NOW)
journal.begin_run(start("r1"))
journal.store("r1", [outcome(9, Outcome.CONFLICT, reason("row_gone"), waits=True)])
batch = [outcome(place) for place in range(3)]
journal.intend("r1", batch)
print("intended", flush=True)
if sys.argv[2] == "commit":
    event.listen(file._engine, "commit", die)
else:
    event.listen(file._engine, "before_cursor_execute", watch)
journal.store("r1", [*batch, outcome(9, Outcome.SKIPPED, reason("kept"))])
print("survived", flush=True)
"""
MOMENTS = ("INSERT INTO documents", "INSERT INTO changes", "DELETE FROM intentions", "DELETE FROM parked")


@pytest.mark.parametrize("moment", [*MOMENTS, "commit"])
def test_a_kill_in_the_middle_of_store_leaves_intentions_and_old_documents(path: Path, moment: str) -> None:
    """Neither half a batch nor a lost intention; the next look completes documents with their
    fingerprints."""
    command = [sys.executable, "-c", VICTIM, str(path), moment]
    here = Path(__file__).parents[2]
    died = subprocess.run(command, capture_output=True, text=True, cwd=here, timeout=60)
    assert died.stdout.split() == ["intended"], died.stderr
    assert died.returncode in (-signal.SIGKILL if os.name == "posix" else 0, signal.SIGTERM)
    file = JournalFile(path)
    journal, history = SqlJournal(file, "c1", lambda: NOW), History(file)
    assert set(journal.seen()) == {"id9"}
    assert set(journal.parked()) == {"id9"}
    intentions = journal.open_intentions()
    assert [intention.source_id for intention in intentions] == ["id0", "id1", "id2"]
    journal.close_intentions([IntentionOutcome(intention, "new") for intention in intentions])
    assert journal.seen()["id2"].fingerprint == finding(2).fingerprint
    record = history.run("r1")
    assert record is not None
    assert (record.result, record.message) == (RunResult.FAILED, "Interrupted")
    assert record.counts == Counts(written=3, conflict=1)
    file.close()


def test_an_intention_comes_back_with_its_raw_values(journal: SqlJournal) -> None:
    journal.begin_run(start("r1"))
    journal.intend("r1", [outcome(1)])
    (intention,) = journal.open_intentions()
    assert (intention.run_id, intention.source_id, intention.job_key) == ("r1", "id1", (1,))
    assert (intention.old, intention.new) == (EMPTY, figures(finding(1)))
    assert [(type(raw), raw) for raw in intention.raw_old] == [
        (type(raw), raw) for raw in outcome(1).raw_old or ()
    ]


def test_a_second_intention_replaces_the_first(journal: SqlJournal) -> None:
    """D6: a row that changed under our hands is planned again, once."""
    journal.begin_run(start("r1"))
    journal.intend("r1", [outcome(1), outcome(2)])
    journal.intend("r1", [outcome(1, paid="40.00")])
    figures_now = {intention.source_id: intention.new for intention in journal.open_intentions()}
    assert figures_now == {"id1": figures(finding(1, "40.00")), "id2": figures(finding(2))}


def test_a_write_found_done_completes_the_document(journal: SqlJournal, history: History) -> None:
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1, Outcome.FAILED, reason("row_gone"), paid="50.00", waits=True)])
    stored = outcome(1)
    journal.intend("r1", [stored])
    journal.close_intentions([IntentionOutcome(i, "new") for i in journal.open_intentions()])
    direct = SqlJournal(history._file, "c2", lambda: NOW)
    direct.begin_run(start("r2"))
    direct.store("r2", [outcome(1, why=reason("recovered"))])
    assert journal.documents(["id1"]) == direct.documents(["id1"])
    assert list(history.known_invoices("c1")) == list(history.known_invoices("c2"))
    assert (journal.parked(), journal.open_intentions(), journal.count_paid()) == ({}, [], 1)
    assert history.invoice_changes("c1", "id1")[0].change == outcome(1, why=reason("recovered")).change


@pytest.mark.parametrize(
    ("held", "result", "code"),
    [
        ("old", Outcome.SKIPPED, "not_reached"),
        ("neither", Outcome.CONFLICT, "changed_during_run"),
        ("gone", Outcome.FAILED, "row_gone"),
    ],
)
def test_a_write_not_done_waits_and_leaves_the_document(
    journal: SqlJournal, history: History, held: str, result: Outcome, code: str
) -> None:
    """It is planned afresh whatever the start date of the next run (D7, D12)."""
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1, paid="50.00")])
    before = journal.documents(["id1"])
    journal.intend("r1", [outcome(1)])
    journal.close_intentions([IntentionOutcome(i, held) for i in journal.open_intentions()])
    assert journal.documents(["id1"]) == before
    waiting = journal.parked()["id1"]
    assert (waiting.outcome, waiting.reason.code, waiting.next_try) == (result.value, code, NOW)
    assert (waiting.facts, waiting.fingerprint) == (finding(1).facts, finding(1).fingerprint)
    newest = history.invoice_changes("c1", "id1")[0].change
    assert (newest.outcome, newest.reason.code) == (result, code)
    assert str(newest.reason)


def test_a_document_that_waits_already_keeps_its_place(journal: SqlJournal) -> None:
    journal.begin_run(start("r1"))
    failed = outcome(1, Outcome.FAILED, reason("row_gone"), waits=True)
    journal.store("r1", [failed])
    journal.intend("r1", [outcome(1)])
    journal.close_intentions([IntentionOutcome(i, "old") for i in journal.open_intentions()])
    assert journal.parked() == {"id1": failed.parked}


def test_the_next_run_ends_one_that_was_left_open(journal: SqlJournal, history: History) -> None:
    """History never shows a dead run as running."""
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1), outcome(2), outcome(3, Outcome.SKIPPED, reason("kept"))])
    journal.begin_run(start("r2"))
    second, first = history.runs("c1", 9)
    assert (first.result, first.message, first.finished_at) == (RunResult.FAILED, "Interrupted", NOW)
    assert first.counts == Counts(written=2, skipped=1)
    assert (second.run_id, second.result) == ("r2", None)


def test_a_run_that_did_not_learn_what_became_of_its_writes_is_counted_anew(
    journal: SqlJournal, history: History
) -> None:
    """D8: the connection was cut at the commit, the run ended by itself; each number opens its rows."""
    journal.begin_run(start("r1"))
    journal.intend("r1", [outcome(1), outcome(2), outcome(3)])
    journal.store("r1", [outcome(4), outcome(5, Outcome.SKIPPED, reason("kept"))])
    journal.finish_run(end("r1", Counts(written=1, skipped=4, unchanged=7), RunResult.FAILED))
    found = ["new", "old", "gone"]
    journal.close_intentions(
        [IntentionOutcome(i, held) for i, held in zip(journal.open_intentions(), found, strict=True)]
    )
    (run,) = history.runs("c1", 9)
    assert (run.result, run.counts) == (RunResult.FAILED, Counts(2, 7, 2, 0, 0, 1))
