"""The reading side: what History and Invoice Search show."""

import threading
from dataclasses import replace

from syncdesk.journal.file import JournalFile
from syncdesk.journal.history import History
from syncdesk.journal.rows import KNOWN_COLUMNS
from syncdesk.journal.store import SqlJournal
from syncdesk.model.changes import Outcome
from syncdesk.model.reasons import reason
from syncdesk.model.records import IntentionOutcome, KnownInvoice
from tests.journal.outcomes import NOW, end, finding, outcome, start


def test_a_runs_rows_begin_with_what_needs_a_person(journal: SqlJournal, history: History) -> None:
    """BBK-41, F-40: errors first, then by number."""
    journal.begin_run(start("r1"))
    rows = [outcome(3), outcome(1), outcome(2, Outcome.SKIPPED, reason("unticked"))]
    rows += [outcome(9, Outcome.CONFLICT, reason("row_gone")), outcome(8, Outcome.FAILED, reason("row_gone"))]
    journal.store("r1", rows)
    numbers = [record.change.invoice_number for record in history.run_changes("r1")]
    assert numbers == ["INV0008", "INV0009", "INV0001", "INV0002", "INV0003"]


def test_runs_are_listed_newest_first_and_limited(journal: SqlJournal, history: History) -> None:
    for run_id in ("r1", "r2", "r3"):
        journal.begin_run(start(run_id))
        journal.finish_run(end(run_id))
    assert [record.run_id for record in history.runs("c1", 2)] == ["r3", "r2"]
    assert [record.run_id for record in history.runs(None, 9)] == ["r3", "r2", "r1"]
    assert history.run("none") is None


def test_an_invoice_has_its_history_by_id_and_by_either_number(journal: SqlJournal, history: History) -> None:
    """BBK-40: old and new of every change, newest first."""
    for run_id, paid in (("r1", "50.00"), ("r2", "100.00")):
        journal.begin_run(start(run_id))
        journal.store(run_id, [outcome(1, paid=paid), outcome(2)])
    by_id = history.invoice_changes("c1", "id1")
    assert [record.run_id for record in by_id] == ["r2", "r1"]
    assert history.number_changes("c1", "1") == by_id
    assert history.number_changes("c1", "INV0001") == by_id
    assert history.number_changes("c1", "7") == []
    assert history.number_changes("c2", "1") == []


def test_known_invoices_hold_what_lists_show(journal: SqlJournal, history: History) -> None:
    journal.begin_run(start("r1"))
    journal.store(
        "r1", [replace(outcome(1), link=("a", 1)), outcome(2, Outcome.UNMATCHED, reason("no_number"))]
    )
    settled = finding(1).settlement
    first, second = history.known_invoices("c1")
    assert first == KnownInvoice(
        source_id="id1",
        job_key=("a", 1),
        number="INV0001",
        customer="Ünal & Søn",
        currency="USD",
        total=settled.total,
        paid_amount=settled.paid_amount,
        credited=settled.credited,
        outstanding=settled.outstanding,
        date_paid=settled.date_paid,
        state="paid",
        last_synced=NOW,
        outcome="written",
        reason=reason("first"),
    )
    assert (second.job_key, second.last_synced, second.outcome) == (None, None, "unmatched")


def test_a_whole_company_is_read_in_the_order_of_the_table(file: JournalFile) -> None:
    """A sort, or a walk in the order of another index, would read 100,000 rows all over the file."""
    query = f"SELECT {', '.join(KNOWN_COLUMNS)} FROM documents WHERE connection = 1 ORDER BY id"
    with file.reading() as connection:
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}")]
    assert steps == ["SEARCH documents USING INDEX documents_by_connection (connection=?)"]


def test_facts_of_a_waiting_invoice_are_known(
    file: JournalFile, journal: SqlJournal, history: History
) -> None:
    journal.begin_run(start("r1"))
    journal.intend("r1", [outcome(1)])
    (intention,) = journal.open_intentions()
    journal.close_intentions([IntentionOutcome(intention, "old")])
    assert history.document_facts("c1", "id1") == finding(1).facts
    assert history.document_facts("c1", "id2") is None


def test_the_window_reads_while_a_run_writes(
    file: JournalFile, journal: SqlJournal, history: History
) -> None:
    """Readers see the state before the open transaction, at once and from their own thread (D18)."""
    journal.begin_run(start("r1"))
    seen: list[int] = []
    with file.writing() as connection:
        connection.exec_driver_sql("DELETE FROM runs")
        reader = threading.Thread(target=lambda: seen.append(len(history.runs("c1", 9))))
        reader.start()
        reader.join(10)
        assert seen == [1]
    assert history.runs("c1", 9) == []
