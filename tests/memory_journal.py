"""A journal in memory that keeps every promise of syncdesk/model/ports.py. Beside tests/fakes.py, for the
tests of the engine."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from syncdesk.model.changes import Change, Counts, Finding, Outcome, RunKind, RunResult, SourceMemory, count
from syncdesk.model.decisions import Decision
from syncdesk.model.errors import FatalError
from syncdesk.model.job import RowKey
from syncdesk.model.ledger import DocumentKind
from syncdesk.model.reasons import PUT_BACK, reason
from syncdesk.model.records import (
    Document,
    IntentionOutcome,
    OpenIntention,
    Parked,
    RecordedFigures,
    RowWrite,
    RunEnd,
    RunRecord,
    RunStart,
    Seen,
    StoredOutcome,
)
from tests.fakes import Fuse, Hands


@dataclass(slots=True)
class KnownDocument:
    """What the journal keeps of one document."""

    document: Document
    finding: Finding
    first_seen: datetime


@dataclass(slots=True)
class MemoryJournal:
    """The journal of one connection."""

    clock: Hands
    fuse: Fuse = field(default_factory=Fuse)
    mark: datetime | None = None
    remembered: SourceMemory = field(default_factory=SourceMemory)
    known: dict[str, KnownDocument] = field(default_factory=dict)
    links: dict[RowKey | None, str] = field(default_factory=dict)
    waiting: dict[str, Parked] = field(default_factory=dict)
    starts: dict[str, RunStart] = field(default_factory=dict)
    ends: dict[str, RunEnd] = field(default_factory=dict)
    intentions: dict[tuple[str, str], StoredOutcome] = field(default_factory=dict)
    outcomes: dict[tuple[str, str], StoredOutcome] = field(default_factory=dict)
    closed: list[IntentionOutcome] = field(default_factory=list)
    answers: dict[str, Decision] = field(default_factory=dict)
    off: set[RowKey] = field(default_factory=set)
    apart: set[tuple[str, RowKey]] = field(default_factory=set)
    full: bool = False  # the disk is full: nothing can be stored
    applied: bool = False
    marks_before: dict[str, datetime | None] = field(default_factory=dict)

    def watermark(self) -> datetime | None:
        return self.mark

    def memory(self) -> SourceMemory:
        return self.remembered

    def has_applied_run(self) -> bool:
        return self.applied

    def seen(self, source_ids: Collection[str] | None = None) -> dict[str, Seen]:
        return {
            id_: Seen(k.finding.fingerprint, k.first_seen, k.finding.settlement.paid_amount)
            for id_, k in self.known.items()
            if source_ids is None or id_ in source_ids
        }

    def documents(self, source_ids: Collection[str]) -> dict[str, Document]:
        return {id_: self.known[id_].document for id_ in source_ids if id_ in self.known}

    def owners(self, keys: Collection[RowKey]) -> dict[RowKey, str]:
        return {key: self.links[key] for key in keys if key in self.links}

    def fed_by(self, payment_ids: Collection[str]) -> frozenset[str]:
        wanted = set(payment_ids)
        return frozenset(id_ for id_, k in self.known.items() if wanted & set(k.finding.feeds or ()))

    def numbers(self, numbers: Collection[str]) -> dict[str, tuple[str, ...]]:
        wanted, found = set(numbers), dict[str, tuple[str, ...]]()
        for id_, known in self.known.items():
            if known.finding.number in wanted and known.finding.kind is DocumentKind.INVOICE:
                found[known.finding.number] = (*found.get(known.finding.number, ()), id_)
        return found

    def recorded(self, source_ids: Collection[str]) -> dict[str, tuple[RecordedFigures, ...]]:
        wanted, found = set(source_ids), dict[str, list[RecordedFigures]]()
        for (_, id_), stored in [*self.outcomes.items(), *self.intentions.items()]:
            if id_ in wanted and stored.change.outcome is Outcome.WRITTEN:
                for figures in (stored.change.old, stored.change.new):
                    assert figures is not None
                    found.setdefault(id_, []).append(RecordedFigures(figures.paid_amount, figures.date_paid))
        return {id_: tuple(pairs) for id_, pairs in found.items()}

    def row_writes(self, run_id: str) -> list[RowWrite]:
        made = [key for key, stored in self.outcomes.items() if stored.change.outcome is Outcome.WRITTEN]
        first = next((n for n, (run, _) in enumerate(made) if run == run_id), len(made))
        rows = {self.outcomes[key].change.job_key for key in made if key[0] == run_id}
        found = []
        for run, id_ in made[first:]:
            stored, start = self.outcomes[run, id_], self.starts[run]
            takes_back = start.since if start.kind is RunKind.UNDO else ""
            if stored.change.job_key in rows:
                found.append(RowWrite(run, start.started_at, takes_back, stored.change, stored.raw_old))
        return found

    def record(self, run_id: str) -> RunRecord:
        """A run as History shows it."""
        start, end = self.starts[run_id], self.ends.get(run_id)
        return RunRecord(
            run_id=run_id,
            kind=start.kind,
            since=start.since,
            since_instant=start.since_instant,
            started_at=start.started_at,
            finished_at=end.finished_at if end is not None else None,
            result=end.result if end is not None else None,
            counts=count(self.changes(run_id)),
            user=start.user,
            computer=start.computer,
            trigger=start.trigger,
            watermark=end.watermark if end is not None else None,
            brake=None,
            notes=(),
            message=end.message if end is not None else "",
            target=start.target,
            watermark_before=self.marks_before[run_id],
        )

    def parked(self) -> dict[str, Parked]:
        return dict(self.waiting)

    def switched_off(self) -> frozenset[RowKey]:
        return frozenset(self.off)

    def unlinked(self) -> frozenset[tuple[str, RowKey]]:
        return frozenset(self.apart)

    def decisions(self) -> dict[str, Decision]:
        return dict(self.answers)

    def decide(self, decisions: Sequence[Decision]) -> None:
        self._change("decide")
        self.answers.update({decision.source_id: decision for decision in decisions})

    def take_back(self, source_ids: Collection[str]) -> None:
        self._change("take_back")
        for source_id in source_ids:
            self.answers.pop(source_id, None)

    def forget_books(self) -> None:
        self._change("forget_books")
        self.known, self.waiting, self.answers, self.links, self.intentions = {}, {}, {}, {}, {}
        self.outcomes = {(run, f"former {id_}"): stored for (run, id_), stored in self.outcomes.items()}
        self.mark, self.remembered = None, SourceMemory()

    def count_paid(self) -> int:
        written = [k.document.written for k in self.known.values()]
        return sum(1 for figures in written if figures is not None and not figures.says_nothing)

    def open_intentions(self) -> list[OpenIntention]:
        return [_open(run_id, stored) for (run_id, _), stored in self.intentions.items()]

    def close_intentions(self, outcomes: Iterable[IntentionOutcome]) -> None:
        self._change("close_intentions")
        for found in outcomes:
            self.closed.append(found)
            key = (found.intention.run_id, found.intention.source_id)
            stored = self.intentions.pop(key)
            if stored.change.reason.code in PUT_BACK:
                if found.held == "new":
                    self.outcomes[key] = stored
                    self._remember(stored)
            elif found.held == "new":
                written = replace(stored, change=replace(stored.change, reason=reason("recovered")))
                self.outcomes[key] = written
                self._remember(written)
            elif stored.change.source_id not in self.waiting:
                self.waiting[stored.change.source_id] = _undone(stored, self.clock())
            self._end_left_open(key[0])
        self.fuse.step("journal.close_intentions ends")

    def begin_run(self, start: RunStart) -> None:
        self._change("begin_run")
        for run_id in list(self.starts):
            self._end_left_open(run_id)
        self.starts[start.run_id], self.marks_before[start.run_id] = start, self.mark

    def intend(self, run_id: str, intentions: Sequence[StoredOutcome]) -> None:
        self._change("intend")
        self.intentions.update({(run_id, stored.change.source_id): stored for stored in intentions})
        self.fuse.step("journal.intend ends")

    def store(self, run_id: str, outcomes: Sequence[StoredOutcome]) -> None:
        self._change("store")
        for stored in outcomes:
            key = (run_id, stored.change.source_id)
            self.intentions.pop(key, None)
            self.outcomes[key] = stored
            if stored.remember:
                self._remember(stored)
        self.fuse.step("journal.store ends")

    def finish_run(self, end: RunEnd) -> None:
        self._change("finish_run")
        self.ends[end.run_id] = end
        self.mark = end.watermark if end.rewinds else end.watermark or self.mark
        remembered = end.memory or self.remembered
        self.remembered = replace(remembered, token="") if end.rewinds else remembered
        done = end.result in (RunResult.SUCCESS, RunResult.PARTIAL)
        self.applied = self.applied or (done and self.starts[end.run_id].kind is RunKind.SYNC)
        self.fuse.step("journal.finish_run ends")

    def changes(self, run_id: str) -> list[Change]:
        """The stored rows of one run."""
        return [stored.change for (run, _), stored in self.outcomes.items() if run == run_id]

    def _remember(self, stored: StoredOutcome) -> None:
        change, finding = stored.change, stored.finding
        if change.reason.code in PUT_BACK:
            finding = replace(finding, fingerprint="")
        self.applied = True
        before = self.known.get(change.source_id)
        if before is not None and self.links.get(before.document.job_key) == change.source_id:
            del self.links[before.document.job_key]
        if stored.link is not None:
            self.links[stored.link] = change.source_id
        document = Document(
            change.source_id,
            stored.link,
            stored.written,
            finding.facts,
            finding.fingerprint,
            stored.link_number,
        )
        self.known[change.source_id] = KnownDocument(document, finding, stored.first_seen)
        self.waiting.pop(change.source_id, None)
        if change.reason.code not in ("ignored", "decided_kept") and change.outcome is not Outcome.FAILED:
            self.answers.pop(change.source_id, None)
        if stored.parked is not None:
            self.waiting[change.source_id] = stored.parked

    def _end_left_open(self, run_id: str) -> None:
        if run_id in self.ends:
            return
        counts = RunEnd(run_id, self.clock(), RunResult.FAILED, Counts(), message="The run was interrupted.")
        self.ends[run_id] = counts

    def _change(self, step: str) -> None:
        self.fuse.step(f"journal.{step} begins")
        if self.full:
            raise FatalError("The disk is full.", "Free some space.")


def _open(run_id: str, stored: StoredOutcome) -> OpenIntention:
    change = stored.change
    assert change.job_key is not None
    assert change.old is not None
    assert change.new is not None
    assert stored.raw_old is not None
    return OpenIntention(
        run_id, change.source_id, change.job_key, change.currency, stored.raw_old, change.old, change.new
    )


def _undone(stored: StoredOutcome, now: datetime) -> Parked:
    finding = stored.finding
    return Parked(
        finding.source_id, "skipped", reason("not_reached"), finding.facts, finding.fingerprint, 1, now
    )
