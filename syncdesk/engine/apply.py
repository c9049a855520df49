"""Apply: the only part of a run that acts. Intention journalled, conditional write, outcome journalled, batch
by batch (D6, D7)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from syncdesk.engine.desks import BooksNow
from syncdesk.engine.findings import GONE
from syncdesk.engine.match import Match
from syncdesk.engine.plan import Planner
from syncdesk.engine.second_try import SecondTry
from syncdesk.model.changes import Change, Outcome, Phase, PlannedChange, Progress
from syncdesk.model.errors import RunCancelled, SyncDeskError
from syncdesk.model.job import Figures, JobWrite, RowKey, WriteOutcome, WriteResult
from syncdesk.model.ledger import InvoiceStatus
from syncdesk.model.ports import Cancelled, JobStore, Journal, ReportProgress
from syncdesk.model.reasons import reason
from syncdesk.model.records import Document, Parked, StoredOutcome

BATCH = 400
_STORED_AT_ONCE = 5000
_DELAYS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
_PARKED = frozenset({Outcome.UNMATCHED, Outcome.CONFLICT, Outcome.FAILED})
_HELD_BACK = frozenset({"unticked", "switched_off", "kept", "decided_kept", "ignored", "undone"})
"""Reasons of skipped rows that every run looks at again: their row may change without the books changing."""
_GONE = frozenset({"replaced", "gone"})
_LEFT = frozenset({"not_reached", "books_moving", "books_moved_on", "awaits_brake", "awaits_first_preview"})


@dataclass(slots=True)
class Applier:
    """Applies one plan. `matches` give the remembered documents; `planner` plans a row again that someone
    else changed meanwhile, once it is clear from `books` that they did not move on."""

    run_id: str
    jobs: JobStore
    journal: Journal
    planner: Planner
    matches: dict[str, Match]
    books: BooksNow
    now: datetime
    cancelled: Cancelled
    progress: ReportProgress
    error: SyncDeskError | None = field(default=None, init=False)
    was_cancelled: bool = field(default=False, init=False)
    _intended: set[str] = field(default_factory=set, init=False)
    _unknown: set[str] = field(default_factory=set, init=False)

    def apply(self, changes: Sequence[PlannedChange]) -> list[Change]:
        """Carry the changes out in order; what is not reached comes back as skipped. `error` and
        `was_cancelled` tell why it stopped."""
        done: list[Change] = []
        for start in range(0, len(changes), BATCH):
            self.progress(Progress(Phase.APPLY, len(done), len(changes)))
            try:
                if self.cancelled():
                    raise RunCancelled
                batch = self._carried_out(changes[start : start + BATCH])
            except RunCancelled:
                self.was_cancelled = True
                self._intended.clear()  # cancelling is only heeded before a batch is written
                break
            except SyncDeskError as error:
                self.error = error
                break
            done += [planned.change for planned in batch]  # true from here on, stored or not
            self._store([p for p in batch if p.change.source_id not in self._unknown])
            if self.error is not None:
                break
        rest = [left_alone(planned, "not_reached") for planned in changes[len(done) :]]
        self._store_rest(rest)
        return done + [planned.change for planned in rest]

    def _store_rest(self, rest: Sequence[PlannedChange]) -> None:
        """Record what was not reached. Intentions of a batch that failed stay open: the next run looks at
        their rows first (D7)."""
        known = [planned for planned in rest if planned.change.source_id not in self._intended]
        for start in range(0, len(known), _STORED_AT_ONCE):
            if not self._store(known[start : start + _STORED_AT_ONCE]):
                return

    def _store(self, batch: Sequence[PlannedChange]) -> bool:
        """Store outcomes. If that fails their intentions stay open, so that the next run finds what was
        written."""
        try:
            self.journal.store(self.run_id, [self._outcome(planned) for planned in batch])
        except SyncDeskError as error:
            self.error = self.error or error
            return False
        self._intended.difference_update(planned.change.source_id for planned in batch)
        return True

    def _carried_out(self, batch: Sequence[PlannedChange]) -> list[PlannedChange]:
        writing = [planned for planned in batch if planned.writes]
        results = self._write(writing) if writing else {}
        return [results.get(planned.change.source_id, planned) for planned in batch]

    def _write(self, writing: Sequence[PlannedChange]) -> dict[str, PlannedChange]:
        self._intended = {planned.change.source_id for planned in writing}
        self.journal.intend(self.run_id, [self._outcome(planned) for planned in writing])
        results = self.jobs.write([_write_of(planned) for planned in writing], self.cancelled)
        done = {
            p.change.source_id: _with_result(p, result) for p, result in zip(writing, results, strict=True)
        }
        missed = [p for p, result in zip(writing, results, strict=True) if _was_changed(result)]
        return done | self._second_try(missed) if missed else done

    def _second_try(self, missed: Sequence[PlannedChange]) -> dict[str, PlannedChange]:
        """Rows that somebody else wrote to meanwhile, planned and written once more (D6). Whatever goes wrong
        with it, the other rows of the batch are written and keep their outcomes."""
        gone = WriteResult(WriteOutcome.GONE)
        try:
            again = SecondTry(self.jobs, self.journal, self.planner, self.matches, self.books).plan(missed)
            if self.cancelled():
                raise RunCancelled
        except RunCancelled:
            return {p.change.source_id: left_alone(p, "not_reached") for p in missed}
        except SyncDeskError as error:
            self.error = self.error or error
            return {}
        for planned in missed:
            again.setdefault(planned.change.source_id, _with_result(planned, gone))
        writing = [planned for planned in again.values() if planned.writes]
        return again | self._written_again(writing) if writing else again

    def _written_again(self, writing: Sequence[PlannedChange]) -> dict[str, PlannedChange]:
        try:
            self.journal.intend(self.run_id, [self._outcome(planned) for planned in writing])
            results = self.jobs.write([_write_of(planned) for planned in writing], _too_late_to_stop)
        except SyncDeskError as error:
            self.error = self.error or error
            # Whether they were written is not known: their intentions stay open for the next run.
            self._unknown.update(planned.change.source_id for planned in writing)
            return {planned.change.source_id: left_alone(planned, "not_reached") for planned in writing}
        return {
            p.change.source_id: _with_result(p, result) for p, result in zip(writing, results, strict=True)
        }

    def _outcome(self, planned: PlannedChange) -> StoredOutcome:
        change = planned.change
        document = self.matches[change.source_id].document if change.source_id in self.matches else None
        remember = change.reason.code not in _LEFT
        finding = planned.finding
        if _is_gone(planned):
            finding = replace(finding, fingerprint=GONE)
        link = _link(planned, document)
        seen = self.planner.seen.get(change.source_id)
        known = seen is not None and seen.fingerprint == finding.fingerprint
        return StoredOutcome(
            change=change,
            finding=finding,
            raw_old=planned.row.raw if planned.row is not None else None,
            remember=remember,
            first_seen=seen.first_seen if seen is not None and known else self.now,
            link=link,
            written=_held_after(change, link, document),
            parked=self._parking(planned) if remember else None,
            link_number=_link_number(planned, link, document),
        )

    def _parking(self, planned: PlannedChange) -> Parked | None:
        change = planned.change
        if change.outcome not in _PARKED and change.reason.code not in _HELD_BACK:
            return None
        before = self.planner.parked.get(change.source_id)
        attempts = before.attempts + 1 if before is not None else 1
        return Parked(
            source_id=change.source_id,
            outcome=change.outcome.value,
            reason=change.reason,
            facts=planned.finding.facts,
            fingerprint=planned.finding.fingerprint,
            attempts=attempts,
            next_try=self.now + _DELAYS[min(attempts, len(_DELAYS)) - 1],
            refused=change.new if change.reason.code == "not_kept" else None,
        )


def left_alone(planned: PlannedChange, code: str) -> PlannedChange:
    """The change as skipped for a reason that leaves it due."""
    change = replace(planned.change, outcome=Outcome.SKIPPED, reason=reason(code))
    return replace(planned, change=change)


def leaves_work(changes: Sequence[Change]) -> bool:
    """True if something that was found stays due, so that the watermark must wait (D11)."""
    return any(change.reason.code in _LEFT for change in changes)


def _write_of(planned: PlannedChange) -> JobWrite:
    row, new = planned.row, planned.change.new
    assert row is not None
    assert new is not None
    return JobWrite(row.key, row.raw, new, planned.finding.currency)


def _was_changed(result: WriteResult) -> bool:
    return result.outcome is WriteOutcome.CHANGED


def _with_result(planned: PlannedChange, result: WriteResult) -> PlannedChange:
    if result.outcome is WriteOutcome.WRITTEN:
        return planned
    outcome, why = {
        WriteOutcome.CHANGED: (Outcome.CONFLICT, reason("changed_during_run")),
        WriteOutcome.GONE: (Outcome.FAILED, reason("row_gone")),
        WriteOutcome.REFUSED: (Outcome.FAILED, reason("refused", why=result.why)),
        WriteOutcome.NOT_KEPT: (Outcome.FAILED, reason("not_kept", why=result.why)),
    }[result.outcome]
    return replace(planned, change=replace(planned.change, outcome=outcome, reason=why, detail=result.detail))


def _link(planned: PlannedChange, document: Document | None) -> RowKey | None:
    """The link to remember: only what was matched without doubt, and drafts not before they are issued."""
    if _is_gone(planned):
        return None
    remembered = document.job_key if document is not None else None
    leaves_open = planned.change.outcome is Outcome.CONFLICT or planned.change.reason.code in (
        "ignored",
        "switched_off",
    )
    if planned.row is None or leaves_open:
        return remembered
    is_draft = planned.finding.settlement.state.value == "draft"
    return remembered if is_draft else planned.row.key


def _is_gone(planned: PlannedChange) -> bool:
    """True once nothing here belongs to a document that the books deleted: it is not missed again."""
    taken_back = planned.writes and planned.finding.status is InvoiceStatus.DELETED
    return taken_back or planned.change.reason.code in _GONE


def _link_number(planned: PlannedChange, link: RowKey | None, document: Document | None) -> str:
    if link is None:
        return ""
    if planned.row is not None and planned.row.key == link:
        return planned.row.number
    return document.job_number if document is not None else ""


def _held_after(change: Change, link: RowKey | None, document: Document | None) -> Figures | None:
    """What the row is known to hold on our word: what was written, or found to agree."""
    if change.outcome in (Outcome.WRITTEN, Outcome.UNCHANGED):
        return change.new
    return document.written if document is not None and document.job_key == link else None


def _too_late_to_stop() -> bool:
    """Stopping is heeded between batches; one row of a batch already written is finished."""
    return False
