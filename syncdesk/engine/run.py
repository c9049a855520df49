"""A run from top to bottom: discover, match, plan, apply, record. Called by the application with everything
it needs handed in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from syncdesk.engine.apply import Applier, leaves_work, left_alone
from syncdesk.engine.desks import BooksNow
from syncdesk.engine.plan import in_order
from syncdesk.engine.prepare import Preparation, Preparer, take_up
from syncdesk.engine.recover import recover
from syncdesk.model.changes import (
    Change,
    Phase,
    Plan,
    PlannedChange,
    Progress,
    RunKind,
    RunResult,
    RunSummary,
    SourceMemory,
    count,
)
from syncdesk.model.connection import Connection
from syncdesk.model.errors import RunCancelled, SyncDeskError
from syncdesk.model.ports import Cancelled, Clock, JobStore, Journal, ReportProgress, Source, Watch
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.records import RunEnd, RunStart, StoredOutcome
from syncdesk.model.start import Start

OVERLAP = timedelta(minutes=10)
PLAN_LIFETIME = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What one run shall do.

    `start` None means single invoices: `only` (job numbers) or `ids` (source ids). `settings` is a text that
    changes whenever a setting changes that decides what a run finds. `accept_first` lets the first run write.
    `unticked` are source ids left out by hand. `plan` is a preview to apply if it was made for the same start
    and is under ten minutes old (D5). `asked` are source ids that a person asked for one by one: they are due
    whatever the start. `accepted` is the brake of an earlier run that a person has let go of.

    `occasion` says what started it ('person', 'decision', 'retry', 'schedule'), `unattended` that nobody was
    there: such a run takes up of what waits only what is due, and leaves alone what an undo took back."""

    run_id: str
    connection: Connection
    start: Start | None
    settings: str
    kind: RunKind = RunKind.SYNC
    only: tuple[str, ...] = ()
    ids: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    accepted: Reason | None = None
    occasion: str = "person"
    unattended: bool = False
    accept_first: bool = False
    unticked: frozenset[str] = frozenset()
    plan: Plan | None = None
    user: str = ""
    computer: str = ""
    process: int = 0

    @property
    def since(self) -> str:
        """The start date as given, or what a restricted run is restricted to."""
        return str(self.start) if self.start is not None else ", ".join(self.only) or self.occasion


@dataclass(slots=True)
class Run:
    """One run with its rooms. Time, waiting, cancelling and progress come in from outside."""

    request: RunRequest
    source: Source
    jobs: JobStore
    journal: Journal
    clock: Clock
    pause: Callable[[float], None]
    cancelled: Cancelled
    progress: ReportProgress
    _started: datetime = field(init=False)
    _watermark: datetime | None = field(default=None, init=False)
    _company: str = field(default="", init=False)
    _notes: tuple[Reason, ...] = field(default=(), init=False)

    def execute(self) -> RunSummary:
        """Do it. A fault of the world ends the run as failed and comes back in the summary; what was written
        stays, and is counted."""
        request = self.request
        self._started = self.clock()
        self.journal.begin_run(
            RunStart(
                run_id=request.run_id,
                kind=request.kind,
                since=request.since,
                since_instant=request.start.instant if request.start is not None else None,
                started_at=self._started,
                user=request.user,
                computer=request.computer,
                process=request.process,
                trigger=request.occasion,
                target=request.connection.target,
            )
        )
        try:
            self._watermark, self._company = self.journal.watermark(), self.journal.memory().company_id
            if request.kind is RunKind.SYNC:
                recover(self.jobs, self.journal)
            prepared = self._prepare()
            self._notes = self._clock_note() + prepared.plan.notes
            if request.kind is RunKind.PREVIEW:
                return self._preview(prepared.plan)
            return self._carry_out(prepared)
        except RunCancelled:
            return self._end(RunResult.CANCELLED, ())
        except SyncDeskError as error:
            return self._end(RunResult.FAILED, (), error=error)

    def _prepare(self) -> Preparation:
        plan = self.request.plan
        if plan is not None and self._still_stands(plan):
            return take_up(plan, self.request.connection, self.journal, self.request.unticked)
        preparer = Preparer(
            self.request,
            self.source,
            self.jobs,
            self.journal,
            self.clock,
            self.pause,
            self.cancelled,
            self.progress,
        )
        return preparer.prepare()

    def _still_stands(self, plan: Plan) -> bool:
        """A preview is applied if it was made for the same start and settings, is young (D5), and no run has
        been completed on a later look at the books."""
        request, seen_until = self.request, plan.started_at - OVERLAP
        return (
            (plan.since, plan.settings) == (request.since, request.settings)
            and timedelta(0) <= self._started - plan.started_at < PLAN_LIFETIME
            and (self._watermark is None or self._watermark < seen_until)
        )

    def _preview(self, plan: Plan) -> RunSummary:
        waits = plan.brake is not None or self._is_unaccepted_first_run()
        changes = [planned.change for planned in plan.changes]
        return self._end(RunResult.NEEDS_DECISION if waits else _result_of(changes), changes, plan=plan)

    def _carry_out(self, prepared: Preparation) -> RunSummary:
        plan = prepared.plan
        if plan.brake is not None:
            held = [left_alone(p, "awaits_brake") if p.writes else p for p in plan.changes]
            self.journal.store(self.request.run_id, [_row_only(p, self._started) for p in held])
            return self._end(RunResult.NEEDS_DECISION, [p.change for p in held], plan=plan)
        if self._is_unaccepted_first_run():
            held = [left_alone(p, "awaits_first_preview") if p.writes else p for p in plan.changes]
            return self._end(RunResult.NEEDS_DECISION, [p.change for p in held], plan=plan)
        return self._apply(prepared)

    def _apply(self, prepared: Preparation) -> RunSummary:
        plan, rules = prepared.plan, self.request.connection.rules
        books = BooksNow(self.source, self.journal, rules, prepared.token, Watch(self.cancelled))
        applier = Applier(
            self.request.run_id,
            self.jobs,
            self.journal,
            prepared.planner,
            prepared.matches,
            books,
            self._started,
            self.cancelled,
            self.progress,
        )
        changes = applier.apply(plan.changes)
        self.progress(Progress(Phase.RECORD))
        if applier.error is not None:
            return self._end(RunResult.FAILED, changes, error=applier.error)
        result = RunResult.CANCELLED if applier.was_cancelled else _result_of(changes)
        complete = not (applier.was_cancelled or leaves_work(changes)) and self.request.start is not None
        return self._end(
            result,
            changes,
            plan=plan,
            watermark=plan.started_at - OVERLAP if complete and self._leaves_no_gap() else None,
            memory=plan.memory if complete else self._company_only(plan),
        )

    def _is_unaccepted_first_run(self) -> bool:
        return not self.request.accept_first and not self.journal.has_applied_run()

    def _clock_note(self) -> tuple[Reason, ...]:
        if self._watermark is None or self._watermark <= self._started:
            return ()
        return (reason("note_clock", before=f"{self._watermark:%Y-%m-%d %H:%M} UTC"),)

    def _end(
        self,
        result: RunResult,
        changes: Sequence[Change],
        plan: Plan | None = None,
        watermark: datetime | None = None,
        memory: SourceMemory | None = None,
        error: SyncDeskError | None = None,
    ) -> RunSummary:
        """Record the end; `watermark` and `memory` None leave the stored ones alone."""
        brake = plan.brake if plan is not None else None
        finished, counts = self.clock(), count(changes)
        notes = self._notes + _elsewhere(changes)
        end = RunEnd(
            run_id=self.request.run_id,
            finished_at=finished,
            result=result,
            counts=counts,
            watermark=watermark,
            memory=memory,
            brake=brake,
            notes=notes,
            message=str(error) if error is not None else "",
            detail=error.detail if error is not None else "",
        )
        try:
            self.journal.finish_run(end)
        except SyncDeskError as fault:
            result, error, watermark = RunResult.FAILED, error or fault, None
        return RunSummary(
            run_id=self.request.run_id,
            connection=self.request.connection.name,
            kind=self.request.kind,
            since=self.request.since,
            started_at=self._started,
            finished_at=finished,
            result=result,
            counts=counts,
            watermark=watermark or self._watermark,
            changes=in_order(changes),
            brake=brake,
            notes=notes,
            message=str(error) if error is not None else "",
            error=error,
            plan=plan,
        )

    def _leaves_no_gap(self) -> bool:
        """Only a run that began at or before the stored watermark may move it (D11)."""
        start = self.request.start
        return start is not None and (self._watermark is None or start.instant <= self._watermark)

    def _company_only(self, plan: Plan) -> SourceMemory | None:
        """After a run that left something undone: whose books they are, if nothing is remembered yet, so that
        other books are noticed all the same (D10)."""
        if plan.memory is None or self._company:
            return None
        return replace(plan.memory, token="", settings="", documents=0)


def _result_of(changes: Sequence[Change]) -> RunResult:
    counts = count(changes)
    return RunResult.PARTIAL if counts.failed or counts.conflict else RunResult.SUCCESS


def _elsewhere(changes: Sequence[Change]) -> tuple[Reason, ...]:
    """How many rows somebody else had written already, so that desks see each other."""
    others = sum(change.reason.code == "written_elsewhere" for change in changes)
    return (reason("note_elsewhere", count=others),) if others else ()


def _row_only(planned: PlannedChange, now: datetime) -> StoredOutcome:
    """The row of a run that waits as a whole: kept for History, forgotten by everything else."""
    raw = planned.row.raw if planned.row is not None else None
    return StoredOutcome(
        planned.change, planned.finding, raw, remember=False, first_seen=now, link=None, written=None
    )
