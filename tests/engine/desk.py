"""One desk for tests of a run: books, job database and journal in memory, and a person at the button."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from syncdesk.engine.recover import recover
from syncdesk.engine.run import Run, RunRequest
from syncdesk.engine.undo import Undo, UndoRequest
from syncdesk.model.changes import Change, Plan, Progress, RunKind, RunSummary
from syncdesk.model.connection import Connection
from syncdesk.model.decisions import Decision, Verdict, can_answer
from syncdesk.model.job import JobMapping
from syncdesk.model.ledger import Invoice
from syncdesk.model.reasons import Reason
from syncdesk.model.start import Start, StartChoice, resolve_start
from tests.fakes import Hands, MemoryBooks, MemoryJobs
from tests.memory_journal import MemoryJournal

MAPPING = JobMapping(
    table="invoices",
    key=("id",),
    number="number",
    paid_amount="paid_amount",
    date_paid="date_paid",
    total="total",
    currency="currency",
    customer="customer",
)
WIDE = replace(MAPPING, credited="credited", outstanding="outstanding")
CONNECTION = Connection(
    id="c1", name="Sample", source_kind="memory", job_db="memory:", mapping=MAPPING, time_zone="UTC"
)


def never() -> bool:
    """Nobody presses Stop."""
    return False


@dataclass(slots=True)
class Desk:
    """Everything one run needs; `run` presses the button."""

    connection: Connection = CONNECTION
    hands: Hands = field(default_factory=Hands)
    books: MemoryBooks = field(init=False)
    jobs: MemoryJobs = field(init=False)
    journal: MemoryJournal = field(init=False)
    pauses: list[float] = field(default_factory=list)
    reports: list[Progress] = field(default_factory=list)
    number: int = 0

    def __post_init__(self) -> None:
        self.books = MemoryBooks(self.hands)
        self.jobs = MemoryJobs(self.connection.mapping)
        self.journal = MemoryJournal(self.hands)

    def neighbour(self) -> "Desk":
        """Another desk over the same books and job database, with a journal of its own (D9)."""
        other = Desk(self.connection, self.hands)
        other.books, other.jobs = self.books, self.jobs
        return other

    def bill(self, invoice: Invoice, key: int | None = None, **more: object) -> Invoice:
        """Put an invoice into the books and its empty row into the job database."""
        self.books.put(invoice)
        self.jobs.add(key if key is not None else len(self.jobs.table) + 1, invoice.number, **more)
        return invoice

    def start(self, since: str) -> Start:
        """The start date of this name or ISO day; Last Successful Run needs a watermark."""
        names = {choice.value for choice in StartChoice if choice is not StartChoice.CUSTOM}
        choice = StartChoice(since) if since in names else StartChoice.CUSTOM
        custom = date.fromisoformat(since) if choice is StartChoice.CUSTOM else None
        return resolve_start(choice, self.hands.now, UTC, self.journal.watermark(), custom)

    def run(
        self,
        since: str = "month",
        *,
        only: tuple[str, ...] = (),
        kind: RunKind = RunKind.SYNC,
        accept_first: bool = True,
        unticked: frozenset[str] = frozenset(),
        plan: Plan | None = None,
        cancelled: Callable[[], bool] = never,
        settings: str = "s1",
        ids: frozenset[str] = frozenset(),
        asked: frozenset[str] = frozenset(),
        accepted: Reason | None = None,
        unattended: bool = False,
    ) -> RunSummary:
        """One run. A minute passes before it, so that runs have different times."""
        self.number += 1
        self.hands.move(minutes=1)
        request = RunRequest(
            run_id=f"run-{self.number}",
            connection=self.connection,
            start=None if only or ids else self.start(since),
            settings=settings,
            kind=kind,
            only=only,
            ids=ids,
            asked=asked,
            accepted=accepted,
            occasion="decision" if ids or accepted else "person",
            unattended=unattended,
            accept_first=accept_first,
            unticked=unticked,
            plan=plan,
        )
        run = Run(
            request,
            self.books,
            self.jobs,
            self.journal,
            self.hands,
            self.pauses.append,
            cancelled,
            self.reports.append,
        )
        return run.execute()

    def undo(
        self, run_id: str, *, preview: bool = False, cancelled: Callable[[], bool] = never
    ) -> RunSummary:
        """Take a run back, interrupted writes looked at before."""
        self.number += 1
        self.hands.move(minutes=1)
        recover(self.jobs, self.journal)
        record = self.journal.record(run_id)
        request = UndoRequest(f"run-{self.number}", self.connection, record, preview, "ann")
        undo = Undo(request, self.jobs, self.journal, self.hands, cancelled, self.reports.append)
        return undo.execute()

    def answer(self, verdict: Verdict, summary: RunSummary, *ids: str) -> RunSummary:
        """A person answers what waits after a run (these documents, or all that can be answered so), and the
        rows concerned are run at once."""
        asked = [c for c in summary.changes if not ids or c.source_id in ids]
        asked = [c for c in asked if c.source_id in self.journal.waiting and can_answer(c.reason, verdict)]
        self.journal.decide([self._decision(verdict, change) for change in asked])
        return self.run(ids=frozenset(change.source_id for change in asked))

    def _decision(self, verdict: Verdict, change: Change) -> Decision:
        mark = self.journal.waiting[change.source_id].fingerprint
        asking = f"run-{self.number}"
        return Decision(
            change.source_id, verdict, mark, change.old, change.reason, asking, self.hands.now, "ann"
        )

    def preview(self, since: str = "month", **more: object) -> RunSummary:
        """Plan only."""
        return self.run(since, kind=RunKind.PREVIEW, **more)  # type: ignore[arg-type]

    def shown(self, key: int) -> tuple[str, date | None]:
        """Both figures of a job row."""
        figures = self.jobs.figures(key)
        return f"{figures.paid_amount:.2f}", figures.date_paid


def results(summary: RunSummary) -> dict[str, tuple[str, str]]:
    """Outcome and reason code of every row, by source id."""
    return {c.source_id: (c.outcome.value, c.reason.code) for c in summary.changes}


def only_change(summary: RunSummary) -> Change:
    """The one row of this run."""
    (change,) = summary.changes
    return change


def at(text: str) -> datetime:
    """An instant in UTC from '2026-04-10 09:00'."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
