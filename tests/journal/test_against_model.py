"""Any order of outcomes, intentions and kills: the file remembers exactly what a journal in memory does."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from syncdesk.journal.file import JournalFile
from syncdesk.journal.store import SqlJournal
from syncdesk.model.changes import Outcome
from syncdesk.model.decisions import Decision, Verdict
from syncdesk.model.reasons import reason
from syncdesk.model.records import IntentionOutcome, StoredOutcome
from tests.fakes import Hands
from tests.journal.outcomes import NOW, figures, finding, outcome, start
from tests.memory_journal import MemoryJournal

IDS = [f"id{place}" for place in range(4)]
KEYS = [(place,) for place in range(4)]
WAITING = (Outcome.UNMATCHED, Outcome.CONFLICT, Outcome.FAILED)
CODES = dict.fromkeys(WAITING, "row_gone")
LEFT_ALONE = ("kept", "ignored", "decided_kept")


@st.composite
def outcomes(draw: st.DrawFn) -> StoredOutcome:
    """Any outcome of one of four invoices in one of three states of payment."""
    result = draw(st.sampled_from(list(Outcome)))
    place, paid = draw(st.integers(0, 3)), draw(st.sampled_from(["0", "40.00", "100.00"]))
    old = figures(finding(place, draw(st.sampled_from(["0", "40.00"]))))
    remember = draw(st.booleans()) or result is not Outcome.SKIPPED
    code = draw(st.sampled_from(LEFT_ALONE)) if result is Outcome.SKIPPED else CODES.get(result, "")
    why = reason(code if remember else "not_reached") if code else None
    stored = outcome(place, result, why, paid, old, waits=result in WAITING, remember=remember)
    return replace(stored, raw_old=(old.paid_amount, None))


batches = st.lists(outcomes(), min_size=1, max_size=4, unique_by=lambda stored: stored.change.source_id)
kinds = st.sampled_from(["store", "kill", "run", "decide", "take_back", "forget"])
steps = st.lists(st.tuples(kinds, batches), max_size=8)


def decision(stored: StoredOutcome) -> Decision:
    """A person's answer about a document."""
    change = stored.change
    verdict = Verdict.KEEP if change.outcome is Outcome.CONFLICT else Verdict.IGNORE
    mark, held = stored.finding.fingerprint, change.old
    return Decision(change.source_id, verdict, mark, held, change.reason, "r0", NOW, "ann", "desk-1")


def remembered(journal: SqlJournal | MemoryJournal) -> list[object]:
    """Everything the engine can ask for, in an order of its own."""
    recorded = journal.recorded(IDS)
    return [
        journal.seen(),
        journal.documents(IDS),
        journal.owners(KEYS),
        journal.numbers([f"INV{place:04}" for place in range(4)]),
        {id_: set(pairs) for id_, pairs in recorded.items()},
        journal.parked(),
        journal.decisions(),
        journal.watermark(),
        journal.memory(),
        journal.count_paid(),
        sorted(journal.open_intentions(), key=lambda intention: intention.source_id),
    ]


def carry_out(
    journal: SqlJournal | MemoryJournal, run_id: str, kind: str, batch: list[StoredOutcome]
) -> None:
    """One step: a batch that goes well, or one whose process dies between write and outcome, or a new run; or
    a person who answers for the documents of a batch, takes that back, or takes on other books."""
    if kind == "decide":
        journal.decide([decision(stored) for stored in batch])
        return
    if kind == "take_back":
        journal.take_back([stored.change.source_id for stored in batch])
        return
    if kind == "forget":
        journal.forget_books()
        return
    writing = [stored for stored in batch if stored.change.outcome is Outcome.WRITTEN]
    journal.intend(run_id, writing)
    if kind == "store":
        journal.store(run_id, batch)
    elif kind == "run":
        found = [
            IntentionOutcome(intention, "new" if intention.new.paid_amount else "old")
            for intention in journal.open_intentions()
        ]
        journal.close_intentions(found)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_the_file_remembers_what_a_journal_in_memory_does(
    taken: list[tuple[str, list[StoredOutcome]]],
) -> None:
    """D7, D8, D9, D12, D13, D15 in every order."""
    with TemporaryDirectory() as folder:
        file = JournalFile(Path(folder) / "journal.sqlite")
        real, model = SqlJournal(file, "c1", lambda: NOW), MemoryJournal(Hands(NOW))
        for place, (kind, batch) in enumerate(taken):
            for journal in (real, model):
                journal.begin_run(start(f"r{place}"))
                carry_out(journal, f"r{place}", kind, batch)
            assert remembered(real) == remembered(model)
        file.close()
