"""Undo: what a run wrote is put back row by row, where nothing has changed since (F-35). The counterpart of
engine/run.py; called by the application. It needs journal and job database only, never the books.

As with every write: raw values are put back conditionally, the intention is journalled before and the outcome
after (D6, D7). What was put back is our own word from then on, so that it is not 'changed here' (D9); it
waits, and only a run that a person starts writes it again: a schedule must not repeat the mistake.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from syncdesk.engine.plan import in_order
from syncdesk.engine.undo_plan import UndoPlanner, UndoStep, refuse, stories
from syncdesk.model.changes import (
    Change,
    Counts,
    Outcome,
    Phase,
    PlannedChange,
    Progress,
    RunKind,
    RunResult,
    RunSummary,
    count,
)
from syncdesk.model.connection import Connection
from syncdesk.model.errors import RunCancelled, SyncDeskError
from syncdesk.model.job import JobWrite, WriteOutcome, WriteResult
from syncdesk.model.ports import Cancelled, Clock, JobStore, Journal, ReportProgress
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.records import Parked, RunEnd, RunRecord, RunStart, StoredOutcome

BATCH = 400


@dataclass(frozen=True, slots=True)
class UndoRequest:
    """Which run is to be taken back, and by whom. `preview` only says what would be done."""

    run_id: str
    connection: Connection
    record: RunRecord
    preview: bool = False
    user: str = ""
    computer: str = ""
    process: int = 0


@dataclass(slots=True)
class Undo:
    """One undo with its rooms. Writes of interrupted runs must have been recovered before (see
    engine/recover.py)."""

    request: UndoRequest
    jobs: JobStore
    journal: Journal
    clock: Clock
    cancelled: Cancelled
    progress: ReportProgress
    _started: datetime = field(init=False)
    _watermark: datetime | None = field(default=None, init=False)
    _begun: bool = field(default=False, init=False)
    _error: SyncDeskError | None = field(default=None, init=False)
    _was_cancelled: bool = field(default=False, init=False)
    _unknown: frozenset[str] = field(default=frozenset(), init=False)

    def execute(self) -> RunSummary:
        """Do it, or say what would be done. A fault of the world ends it as failed and comes back in the
        summary; what was put back stays so, and is counted.

        Raises UsageError for a run that cannot be undone, and what reading rows and journal raises; nothing
        is done or recorded then."""
        self._started, self._watermark = self.clock(), self.journal.watermark()
        refuse(self.request.record, self.request.connection)
        try:
            steps = self._plan()
        except RunCancelled:
            self._was_cancelled = True
            return self._summary(())
        if self.request.preview:
            return self._summary([step.planned.change for step in steps])
        self._begin()
        changes = self._apply(steps)
        self.progress(Progress(Phase.RECORD))
        self._finish(count(changes))
        return self._summary(changes)

    def _plan(self) -> list[UndoStep]:
        record = self.request.record
        writes = self.journal.row_writes(record.run_id)
        own, told = [write for write in writes if write.run_id == record.run_id], stories(writes)
        planner = UndoPlanner(record, self.request.connection, self.jobs, self.journal, self._started)
        steps: list[UndoStep] = []
        for start in range(0, len(own), BATCH):
            if self.cancelled():
                raise RunCancelled
            self.progress(Progress(Phase.PLAN, start, len(own)))
            steps += planner.plan(own[start : start + BATCH], told)
        return steps

    def _begin(self) -> None:
        request = self.request
        self.journal.begin_run(
            RunStart(
                run_id=request.run_id,
                kind=RunKind.UNDO,
                since=request.record.run_id,
                since_instant=None,
                started_at=self._started,
                user=request.user,
                computer=request.computer,
                process=request.process,
                target=request.connection.target,
            )
        )
        self._begun = True

    def _apply(self, steps: Sequence[UndoStep]) -> list[Change]:
        """Carry the steps out in order; what is not reached comes back as skipped."""
        done: list[Change] = []
        for start in range(0, len(steps), BATCH):
            self.progress(Progress(Phase.APPLY, len(done), len(steps)))
            try:
                if self.cancelled():
                    raise RunCancelled
                batch = self._carried_out(steps[start : start + BATCH])
                done += [step.planned.change for step in batch]  # true from here on, stored or not
                self._store(batch)
            except RunCancelled:
                self._was_cancelled = True
                self._unknown = frozenset()  # cancelling is only heeded before a batch is written
                break
            except SyncDeskError as error:
                self._error = error
                break
            self._unknown = frozenset()
        rest = [_not_reached(step) for step in steps[len(done) :]]
        self._store_rest([step for step in rest if step.source_id not in self._unknown])
        return done + [step.planned.change for step in rest]

    def _carried_out(self, batch: Sequence[UndoStep]) -> list[UndoStep]:
        writing = [step for step in batch if step.planned.writes]
        if not writing:
            return list(batch)
        self._unknown = frozenset(step.source_id for step in writing)
        self.journal.intend(self.request.run_id, [self._outcome(step) for step in writing])
        results = iter(self.jobs.write([_write_of(step) for step in writing], self.cancelled))
        return [_with_result(step, next(results)) if step.planned.writes else step for step in batch]

    def _store(self, steps: Sequence[UndoStep]) -> None:
        self.journal.store(self.request.run_id, [self._outcome(step) for step in steps])

    def _store_rest(self, rest: Sequence[UndoStep]) -> None:
        """Record what was not reached. Intentions of a batch that failed stay open: the next run or undo
        looks at their rows first (D7)."""
        try:
            for start in range(0, len(rest), BATCH):
                self._store(rest[start : start + BATCH])
        except SyncDeskError as error:
            self._error = self._error or error

    def _outcome(self, step: UndoStep) -> StoredOutcome:
        change, row = step.planned.change, step.planned.row
        return StoredOutcome(
            change=change,
            finding=step.planned.finding,
            raw_old=row.raw if row is not None else None,
            remember=step.planned.writes,
            first_seen=self._started,
            link=step.link,
            written=change.new,
            parked=self._parked(step.planned),
            link_number=change.job_number if step.link is not None else "",
        )

    def _parked(self, planned: PlannedChange) -> Parked:
        """What was put back waits for a run that a person starts; what an undo had put back and now is as it
        was, for any run to look at it."""
        finding, why = planned.finding, planned.change.reason
        return Parked(
            source_id=finding.source_id,
            outcome=Outcome.SKIPPED.value,
            reason=why if why.code == "brought_back" else reason("undone"),
            facts=finding.facts,
            fingerprint=finding.fingerprint,
            attempts=1,
            next_try=self._started,
        )

    def _finish(self, counts: Counts) -> None:
        """Record the end; if anything was put back, with Last Successful Run as it was before the undone
        run, but never later than it is now."""
        before, now = self.request.record.watermark_before, self._watermark
        rewinds = counts.written > 0 or bool(self._unknown)
        watermark = min(before, now) if rewinds and before is not None and now is not None else None
        end = RunEnd(
            run_id=self.request.run_id,
            finished_at=self.clock(),
            result=self._result(counts),
            counts=counts,
            watermark=watermark,
            message=str(self._error) if self._error is not None else "",
            detail=self._error.detail if self._error is not None else "",
            rewinds=rewinds,
        )
        try:
            self.journal.finish_run(end)
        except SyncDeskError as fault:
            self._error = self._error or fault
        else:
            self._watermark = watermark if rewinds else now

    def _result(self, counts: Counts) -> RunResult:
        if self._error is not None:
            return RunResult.FAILED
        if self._was_cancelled:
            return RunResult.CANCELLED
        return RunResult.PARTIAL if counts.conflict or counts.failed else RunResult.SUCCESS

    def _summary(self, changes: Sequence[Change]) -> RunSummary:
        request, counts = self.request, count(changes)
        return RunSummary(
            run_id=request.run_id if self._begun else "",
            connection=request.connection.name,
            kind=RunKind.UNDO,
            since=request.record.run_id,
            started_at=self._started,
            finished_at=self.clock(),
            result=self._result(counts),
            counts=counts,
            watermark=self._watermark,
            changes=in_order(changes),
            message=str(self._error) if self._error is not None else "",
            error=self._error,
            only_planned=request.preview,
        )


def _write_of(step: UndoStep) -> JobWrite:
    change, row = step.planned.change, step.planned.row
    assert row is not None
    assert change.new is not None
    return JobWrite(row.key, row.raw, change.new, change.currency, step.restore)


def _with_result(step: UndoStep, result: WriteResult) -> UndoStep:
    if result.outcome is WriteOutcome.WRITTEN:
        return step
    outcome, why = {
        WriteOutcome.CHANGED: (Outcome.CONFLICT, reason("undo_changed_meanwhile")),
        WriteOutcome.GONE: (Outcome.CONFLICT, reason("undo_gone")),
        WriteOutcome.REFUSED: (Outcome.FAILED, reason("refused", why=result.why)),
        WriteOutcome.NOT_KEPT: (Outcome.FAILED, reason("not_kept", why=result.why)),
    }[result.outcome]
    return _came_out(step, outcome, why, result.detail)


def _not_reached(step: UndoStep) -> UndoStep:
    """A step that was not carried out; what was refused is refused all the same."""
    if not step.planned.writes:
        return step
    return _came_out(step, Outcome.SKIPPED, reason("undo_not_reached"))


def _came_out(step: UndoStep, outcome: Outcome, why: Reason, detail: str = "") -> UndoStep:
    change = replace(step.planned.change, outcome=outcome, reason=why, detail=detail)
    return replace(step, planned=replace(step.planned, change=change))
