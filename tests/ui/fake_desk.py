"""A desk with invented values for the window's tests and pictures: rich, quick, and able to be odd or in
trouble on demand.
"""

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from syncdesk.app.overview import Company, MoneyOverview, company, money_overview
from syncdesk.app.story_views import InvoiceStory, Suggestion
from syncdesk.app.views import (
    AutomaticEnd,
    AutomaticState,
    ConnectionDraft,
    ConnectionState,
    DecideRequest,
    Explanation,
    InvoiceRow,
    MappingGuess,
    MappingSample,
    StartOption,
    SyncRequest,
    WaitingRow,
)
from syncdesk.model.changes import (
    Change,
    Outcome,
    Phase,
    Plan,
    Progress,
    RunKind,
    RunResult,
    RunSummary,
    count,
)
from syncdesk.model.comparison import Comparison, Period
from syncdesk.model.connection import Connection
from syncdesk.model.errors import RunCancelled, SyncDeskError, UsageError
from syncdesk.model.job import Check, Figures, JobMapping, RowKey
from syncdesk.model.ledger import Movement, MovementKind
from syncdesk.model.ports import SourceKind
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.records import ChangeRecord, RunRecord
from syncdesk.model.settlement import PaymentState, Settlement
from syncdesk.model.start import StartChoice, start_day
from syncdesk.model.version import Versions
from tests.ui.compare_samples import sample_comparison
from tests.ui.story_samples import story_of
from tests.ui.waiting_samples import sample_waiting

KNOWN_VERSIONS = Versions("0.1.0", asks="releases.example")
TODAY = date(2026, 4, 10)
NOW = datetime(2026, 4, 10, 8, 30, tzinfo=UTC)
CUSTOMERS = (
    "Harbour View Dental Practice",
    "Whitcombe & Sons Ltd",
    "St Aldate's Primary School",
    "Kessler Property Management",
    "Mrs J. Okonkwo",
    "The Old Mill Bakery",
    "Fernley Veterinary Group",
    "Larkspur Housing Association",
)


def connection(name: str = "Northgate Heating") -> Connection:
    """A connection of this name."""
    return Connection(
        id=name.casefold(),
        name=name,
        source_kind="gnucash",
        source={"file": "/books/northgate.gnucash"},
        job_db="sqlite:////jobs/jobs.sqlite",
        mapping=JobMapping(
            table="invoices",
            key=("id",),
            number="invoice_no",
            paid_amount="paid_amount",
            date_paid="date_paid",
        ),
    )


def change(
    place: int,
    outcome: Outcome,
    why: Reason,
    old: tuple[str, date | None] | None = None,
    new: tuple[str, date | None] | None = None,
    currency: str = "GBP",
) -> Change:
    """One row of a run."""

    def figures(pair: tuple[str, date | None] | None) -> Figures | None:
        return None if pair is None else Figures(Decimal(pair[0]), pair[1])

    return Change(
        source_id=f"id-{place}",
        invoice_number=f"NG-{place:04}",
        customer=CUSTOMERS[place % len(CUSTOMERS)],
        currency=currency,
        outcome=outcome,
        reason=why,
        job_key=(place,),
        job_number=f"NG-{place:04}",
        old=figures(old),
        new=figures(new),
    )


def sample_changes() -> tuple[Change, ...]:
    """Rows of every kind."""
    rows = [
        change(
            1041,
            Outcome.FAILED,
            reason("refused", why="the column is too narrow for 12,480.00."),
            ("0", None),
            ("12480", date(2026, 4, 2)),
        ),
        change(
            1017,
            Outcome.CONFLICT,
            reason("changed_here", held="100.00, no date", books="250.00, paid on 2026-03-27"),
            ("100", None),
            ("250", date(2026, 3, 27)),
        ),
        change(
            1029,
            Outcome.CONFLICT,
            Reason("other_total", {"number": "NG-1029", "here": "480.00", "books": "840.00"}),
            ("0", None),
            ("840", date(2026, 4, 1)),
        ),
    ]
    for place in range(14):
        day = TODAY - timedelta(days=2 * place + 1)
        if place % 4 == 3:
            old, new, why = ("312.40", day), ("0", None), reason("reversed")
        elif place % 4 == 2:
            old, new, why = ("0", None), (f"{120 + 35 * place}.00", None), reason("brought_up_to_date")
        else:
            old, new, why = ("0", None), (f"{180 + 61 * place}.5", day), reason("brought_up_to_date")
        rows.append(change(1050 + place, Outcome.WRITTEN, why, old, new))
    rows += [
        change(990, Outcome.UNMATCHED, reason("no_row", number="NG-0990"), None, ("75", date(2026, 4, 3))),
        change(
            991,
            Outcome.UNMATCHED,
            reason("no_row_similar", number="NG-0991", similar="NG-991, ng-0991"),
            None,
            ("1180", None),
        ),
        change(980, Outcome.SKIPPED, reason("credit_note")),
    ]
    same = ("64.80", date(2026, 2, 14))
    rows += [change(700 + place, Outcome.UNCHANGED, reason("same"), same, same) for place in range(41)]
    return tuple(rows)


def summary(
    changes: tuple[Change, ...] | None = None,
    kind: RunKind = RunKind.SYNC,
    result: RunResult | None = None,
    **more: object,
) -> RunSummary:
    """A run's summary over these rows."""
    rows = sample_changes() if changes is None else changes
    counts = count(rows)
    ended = RunResult.PARTIAL if counts.failed or counts.conflict else RunResult.SUCCESS
    made = RunSummary(
        run_id="20260410-083000-a1b2c3",
        connection="Northgate Heating",
        kind=kind,
        since="month",
        started_at=NOW,
        finished_at=NOW + timedelta(seconds=4),
        result=result or ended,
        counts=counts,
        watermark=NOW - timedelta(minutes=10),
        changes=rows,
        plan=Plan((), NOW, since="month") if kind is RunKind.PREVIEW else None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def undo_changes(changes: tuple[Change, ...], stopped: bool = False) -> tuple[Change, ...]:
    """The rows of an undo: the first was changed since, the others go back."""
    written = [row for row in changes if row.outcome is Outcome.WRITTEN]
    back = [
        replace(
            row,
            old=row.new,
            new=row.old,
            reason=reason("undo_not_reached" if stopped else "restored", when="2026-04-10 08:30"),
            outcome=Outcome.SKIPPED if stopped else Outcome.WRITTEN,
        )
        for row in written
    ]
    why = reason("undo_changed", held="77.00 GBP, no Date Paid", wrote="312.50 GBP, paid on 2026-04-01")
    held = Figures(Decimal("77.00"), None)
    return (replace(back[0], outcome=Outcome.CONFLICT, reason=why, old=held), *back[1:]) if back else ()


@dataclass
class FakeDesk:
    """Answers at once from the values it holds. Set `trouble` to have every call raise it; `gate` holds a run
    until set.
    """

    names: tuple[str, ...] = ("Northgate Heating", "Sample company")
    has_applied_run: bool = True
    watermark: datetime | None = NOW - timedelta(days=2, hours=3)
    changes: tuple[Change, ...] = field(default_factory=sample_changes)
    run_result: RunResult | None = None
    brake: Reason | None = None
    notes: tuple[Reason, ...] = ()
    trouble: SyncDeskError | None = None
    sync_trouble: Exception | None = None
    gate: threading.Event | None = None
    steps: int = 20
    history: tuple[RunRecord, ...] | None = None
    rows: tuple[InvoiceRow, ...] | None = None
    requests: list[SyncRequest] = field(default_factory=list)
    undone: list[tuple[str, bool]] = field(default_factory=list)
    waits: tuple[WaitingRow, ...] = field(default_factory=sample_waiting)
    decided: list[DecideRequest] = field(default_factory=list)
    comparison: Comparison = field(default_factory=sample_comparison)
    compared: list[Period] = field(default_factory=list)
    retried: list[tuple[str, ...]] = field(default_factory=list)
    checks: tuple[Check, ...] = (Check("The books can be read.", True),)
    starts: bool = False
    known_versions: Versions = KNOWN_VERSIONS
    looked_for_version: list[bool] = field(default_factory=list)
    version_trouble: SyncDeskError | None = None
    replaced: bool = False
    crash: str = ""
    started_again: tuple[str, ...] | None = None
    waiting_count: int = 3
    due_names: list[str] = field(default_factory=list)
    ran_due: list[str] = field(default_factory=list)
    is_news: bool = False
    automatic: AutomaticState = field(default_factory=AutomaticState)
    threads: set[str] = field(default_factory=set)
    begun: threading.Event = field(default_factory=threading.Event)

    def _note(self) -> None:
        self.threads.add(threading.current_thread().name)
        assert threading.current_thread() is not threading.main_thread(), (
            "a use-case was called in the main thread"
        )
        if self.trouble is not None:
            raise self.trouble

    def states(self) -> tuple[ConnectionState, ...]:
        self._note()
        limits = (
            "A GnuCash book keeps no record of when a payment was entered or changed. A change therefore "
            "counts from the moment SyncDesk first saw it; the first run looks at every invoice."
        )
        return tuple(
            ConnectionState(
                connection(name),
                self.watermark,
                self.has_applied_run,
                self.waiting_count,
                "GnuCash: northgate.gnucash",
                limits,
                automatic=self.automatic,
            )
            for name in self.names
        )

    def connection(self, name: str) -> Connection:
        self._note()
        if name not in self.names:
            raise UsageError(f"There is no connection '{name}'.", "Choose one of those listed.")
        return connection(name)

    def kinds(self) -> tuple[SourceKind, ...]:
        self._note()
        return ()

    def start_options(self, connection_name: str) -> tuple[StartOption, ...]:
        self._note()
        why = "" if self.watermark is not None else "There is no earlier successful run yet."
        presets = (StartChoice.WEEK, StartChoice.TWO_WEEKS, StartChoice.MONTH)
        return (
            StartOption(StartChoice.LAST, None, self.watermark, "BST", why),
            *(StartOption(choice, start_day(choice, TODAY), None, "BST") for choice in presets),
            StartOption(StartChoice.CUSTOM, TODAY, None, "BST"),
        )

    def sync(
        self, request: SyncRequest, cancelled: Callable[[], bool], progress: Callable[[Progress], None]
    ) -> RunSummary:
        self._note()
        self.requests.append(request)
        for phase in Phase:
            progress(Progress(phase, 0, self.steps))
            for step in range(self.steps):
                if cancelled():
                    return self._stopped(request)
                progress(Progress(phase, step + 1, self.steps))
            if phase is Phase.DISCOVER and self.gate is not None:
                self.begun.set()
                while not self.gate.wait(0.002):
                    if cancelled():
                        return self._stopped(request)
        if self.sync_trouble is not None:
            raise self.sync_trouble
        kind = RunKind.PREVIEW if request.preview else RunKind.SYNC
        result = self.run_result
        if request.preview and not self.has_applied_run:
            result = RunResult.NEEDS_DECISION
        elif not request.preview:
            self.has_applied_run = True
        rows = tuple(
            replace(row, outcome=Outcome.SKIPPED, reason=reason("unticked"))
            if row.source_id in request.unticked
            else row
            for row in self.changes
        )
        if self.brake is not None and not request.preview:
            rows = tuple(
                replace(row, outcome=Outcome.SKIPPED, reason=reason("awaits_brake"))
                if row.outcome is Outcome.WRITTEN
                else row
                for row in rows
            )
            result = RunResult.NEEDS_DECISION
        made = summary(rows, kind, result, brake=self.brake, notes=self.notes)
        return replace(made, connection=request.connection)

    def standing(self) -> tuple[Company, ...]:
        runs = sample_runs() if self.history is None else self.history
        return tuple(company(state, runs if place == 0 else ()) for place, state in enumerate(self.states()))

    def money(self, connection_name: str) -> MoneyOverview:
        self._note()
        return money_overview(connection_name, self.invoices(connection_name), TODAY)

    def due(self) -> tuple[str, ...]:
        self._note()
        return tuple(self.due_names)

    def run_due(
        self, connection_name: str, cancelled: Callable[[], bool], progress: Callable[[Progress], None]
    ) -> AutomaticEnd | None:
        self._note()
        if connection_name not in self.due_names:
            return None
        self.due_names.remove(connection_name)
        self.ran_due.append(connection_name)
        if self.gate is not None:
            self.begun.set()
            while not self.gate.wait(0.002):
                if cancelled():
                    raise RunCancelled
        if isinstance(self.sync_trouble, SyncDeskError):
            return AutomaticEnd(connection_name, None, self.sync_trouble, True)
        made = replace(summary(self.changes, brake=self.brake), connection=connection_name)
        return AutomaticEnd(connection_name, made, None, self.is_news)

    def _stopped(self, request: SyncRequest) -> RunSummary:
        if request.preview:
            raise RunCancelled
        written = [row for row in self.changes if row.outcome is Outcome.WRITTEN][:3]
        rest = [
            replace(row, outcome=Outcome.SKIPPED, reason=reason("not_reached"))
            for row in self.changes
            if row not in written
        ]
        return summary((*written, *rest), RunKind.SYNC, RunResult.CANCELLED)

    def compare(
        self,
        connection_name: str,
        period: Period,
        cancelled: Callable[[], bool],
        progress: Callable[[Progress], None],
    ) -> Comparison:
        self._note()
        self.compared.append(period)
        progress(Progress(Phase.DISCOVER, 1, self.steps))
        if self.gate is not None:
            self.begun.set()
            while not self.gate.wait(0.002):
                if cancelled():
                    raise RunCancelled
        if self.sync_trouble is not None:
            raise self.sync_trouble
        return replace(self.comparison, connection=connection_name, period=period)

    def waiting(self, connection_name: str) -> tuple[WaitingRow, ...]:
        self._note()
        return self.waits

    def decide(
        self, request: DecideRequest, cancelled: Callable[[], bool], progress: Callable[[Progress], None]
    ) -> RunSummary:
        self._note()
        self.decided.append(request)
        if self.sync_trouble is not None:
            raise self.sync_trouble
        brake, self.brake = self.brake, None
        if request.run_id:
            assert brake is not None
            return summary(self.changes)
        ids = {seen.source_id for seen in request.seen}
        answered = [row for row in self.waits if row.source_id in ids]
        written = tuple(
            change(place, Outcome.WRITTEN, reason("accepted", held="180.00 GBP"))
            for place, _ in enumerate(answered)
        )
        self.waits = tuple(row for row in self.waits if row.source_id not in ids)
        return summary(written)

    def retry(
        self,
        connection_name: str,
        invoices: tuple[str, ...],
        cancelled: Callable[[], bool],
        progress: Callable[[Progress], None],
        source_ids: Collection[str] = (),
    ) -> RunSummary | None:
        self._note()
        self.retried.append(tuple(source_ids))
        return summary(()) if self.waits else None

    def undo(
        self,
        connection_name: str,
        run_id: str,
        cancelled: Callable[[], bool],
        progress: Callable[[Progress], None],
        *,
        preview: bool = False,
    ) -> RunSummary:
        self._note()
        self.undone.append((run_id, preview))
        progress(Progress(Phase.APPLY, 1, self.steps))
        if self.gate is not None and not preview:
            self.begun.set()
            while not self.gate.wait(0.002) and not cancelled():
                """Held until the test lets go or stops."""
        if self.sync_trouble is not None:
            raise self.sync_trouble
        rows = undo_changes(self.changes, stopped=cancelled())
        made = summary(rows, RunKind.UNDO, RunResult.CANCELLED if cancelled() else None)
        run = "" if preview else "undo-1"
        return replace(made, run_id=run, connection=connection_name, since=run_id, only_planned=preview)

    def runs(self, connection_name: str, limit: int = 200) -> tuple[RunRecord, ...]:
        self._note()
        return sample_runs() if self.history is None else self.history

    def run_changes(self, run_id: str) -> tuple[ChangeRecord, ...]:
        self._note()
        if run_id.startswith("preview"):
            return ()
        return tuple(
            ChangeRecord(run_id, NOW, row) for row in self.changes if row.outcome is not Outcome.UNCHANGED
        )

    def invoices(self, connection_name: str) -> tuple[InvoiceRow, ...]:
        self._note()
        return sample_invoices() if self.rows is None else self.rows

    def first_invoices(self, connection_name: str, count: int) -> tuple[InvoiceRow, ...]:
        self._note()
        return (sample_invoices() if self.rows is None else self.rows)[:count]

    def explain(self, connection_name: str, source_id: str) -> Explanation:
        self._note()
        paid = Movement(
            "m1", MovementKind.PAYMENT, Decimal("250.00"), date(2026, 3, 27), reference="BACS 8841"
        )
        settled = Settlement(
            PaymentState.PAID, Decimal("250.00"), Decimal("250.00"), Decimal(0), Decimal(0), date(2026, 3, 27)
        )
        return Explanation("NG-1017", CUSTOMERS[1], "GBP", date(2026, 3, 1), None, (paid,), (True,), settled)

    def invoice_history(self, connection_name: str, source_id: str) -> tuple[ChangeRecord, ...]:
        self._note()
        return tuple(ChangeRecord("run", NOW, row) for row in self.changes[:2])

    def story(self, connection_name: str, key: RowKey) -> InvoiceStory:
        self._note()
        row = next(row for row in self.invoices(connection_name) if row.key == key)
        explained = self.explain(connection_name, row.source_id) if row.source_id else None
        records = self.invoice_history(connection_name, row.source_id or "") if row.source_id else ()
        return story_of(row, explained, records)

    def switch_invoice(self, connection_name: str, key: RowKey, on: bool) -> None:
        self._note()

    def sync_invoice(
        self,
        connection_name: str,
        key: RowKey,
        cancelled: Callable[[], bool],
        progress: Callable[[Progress], None],
    ) -> RunSummary | None:
        self._note()
        return summary(self.changes[:1])

    def sync_requested(
        self, connection_name: str, cancelled: Callable[[], bool], progress: Callable[[Progress], None]
    ) -> tuple[RunResult, ...]:
        self._note()
        return ()

    def suggestions(self, connection_name: str, key: RowKey) -> tuple[Suggestion, ...]:
        self._note()
        return ()

    def link(self, connection_name: str, key: RowKey, source_id: str) -> None:
        self._note()

    def unlink(self, connection_name: str, key: RowKey) -> None:
        self._note()

    def guess_mapping(
        self, job_db: str, source_kind: str, source: dict[str, str], draft_id: str = "", table: str = ""
    ) -> MappingGuess:
        self._note()
        return MappingGuess(
            connection().mapping, (), ("invoices",), ("id", "invoice_no", "paid_amount", "date_paid")
        )

    def sample_mapping(self, job_db: str, mapping: JobMapping, draft_id: str = "") -> MappingSample:
        self._note()
        return MappingSample(())

    def test(self, draft: ConnectionDraft) -> tuple[Check, ...]:
        self._note()
        return (Check("The books can be read.", True),)

    def doctor(self, name: str | None = None) -> tuple[Check, ...]:
        self._note()
        return self.checks

    def starts_with_computer(self) -> bool:
        self._note()
        return self.starts

    def start_with_computer(self, on: bool) -> bool:
        self._note()
        if self.sync_trouble is not None:
            raise self.sync_trouble
        self.starts = on
        return on

    def support_text(self) -> str:
        self._note()
        return "SyncDesk, as it is\nLog\nall quiet\n"

    def versions(self) -> Versions:
        self._note()
        return self.known_versions

    def look_for_version(self, by_itself: bool, cancelled: Callable[[], bool]) -> Versions:
        self._note()
        self.looked_for_version.append(by_itself)
        if self.version_trouble is not None and not by_itself:
            raise self.version_trouble
        return self.known_versions

    def look_daily(self, on: bool) -> Versions:
        self._note()
        self.known_versions = replace(self.known_versions, daily=on)
        return self.known_versions

    def skip_version(self, version: str) -> Versions:
        self._note()
        self.known_versions = replace(self.known_versions, is_skipped=True)
        return self.known_versions

    def was_replaced(self) -> bool:
        self._note()
        return self.replaced

    def start_again(self, words: Sequence[str]) -> None:
        self.started_again = tuple(words)

    def crash_report(self) -> str:
        self._note()
        return self.crash

    def add(self, draft: ConnectionDraft) -> Connection:
        self._note()
        self.names = (*self.names, draft.name)
        return connection(draft.name)

    def remove(self, name: str) -> None:
        self._note()
        self.names = tuple(each for each in self.names if each != name)

    def update(self, name: str, draft: ConnectionDraft) -> Connection:
        self._note()
        return connection(draft.name)

    def prepare_demo(self) -> str:
        self._note()
        self.names = ("Sample company",)
        return "Sample company"


def sample_runs() -> tuple[RunRecord, ...]:
    """Runs that ended in every way."""
    ends = (
        (RunKind.SYNC, RunResult.PARTIAL, sample_changes(), ""),
        (RunKind.SYNC, RunResult.SUCCESS, sample_changes()[3:], ""),
        (RunKind.PREVIEW, RunResult.SUCCESS, sample_changes()[3:], ""),
        (RunKind.SYNC, RunResult.CANCELLED, sample_changes()[3:6], ""),
        (
            RunKind.SYNC,
            RunResult.FAILED,
            (),
            "The books are locked. Close GnuCash, or wait until it has saved.",
        ),
        (RunKind.SYNC, RunResult.NEEDS_DECISION, sample_changes()[3:], ""),
        (RunKind.SYNC, None, (), ""),
    )
    return tuple(
        RunRecord(
            run_id=f"{kind.value}-{place}",
            kind=kind,
            since=("last", "month", "2026-03-01")[place % 3],
            since_instant=NOW - timedelta(days=30),
            started_at=NOW - timedelta(days=place, minutes=7 * place),
            finished_at=None if result is None else NOW - timedelta(days=place, minutes=7 * place - 1),
            result=result,
            counts=count(rows),
            user="m.bright",
            computer="OFFICE-3",
            trigger="person",
            watermark=NOW,
            brake=reason("brake_silent", count=154) if result is RunResult.NEEDS_DECISION else None,
            notes=(),
            message=message,
        )
        for place, (kind, result, rows, message) in enumerate(ends)
    )


def sample_invoices(count_: int = 160) -> tuple[InvoiceRow, ...]:
    """Invoices of a job database in every state."""
    states = (*PaymentState, None)
    rows = []
    for place in range(count_):
        state = states[place % len(states)]
        total = Decimal(100 + 7 * place)
        paid = {
            PaymentState.PAID: total,
            PaymentState.PART_PAID: total / 2,
            PaymentState.OVERPAID: total + 5,
        }.get(state, Decimal(0))  # type: ignore[arg-type]
        rows.append(
            InvoiceRow(
                key=(place,),
                number=f"NG-{1000 + place}",
                customer=CUSTOMERS[place % len(CUSTOMERS)],
                currency="GBP",
                total=total,
                paid_amount=paid,
                date_paid=TODAY - timedelta(days=place) if state is PaymentState.PAID else None,
                credited=Decimal(0),
                outstanding=max(total - paid, Decimal(0)),
                state=state,
                last_synced=NOW if state is not None else None,
                source_id=f"id-{place}" if state is not None else None,
                outcome="unchanged" if state is not None else None,
                reason=reason("same") if state is not None else None,
                invoice_date=TODAY - timedelta(days=(37 * place) % 140) if place % 9 else None,
            )
        )
    return tuple(rows)
