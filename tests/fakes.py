"""Working rooms in memory: books and a job database that keep every promise of syncdesk/model/ports.py.

The journal is in tests/memory_journal.py. The tests of the engine run on them. `Fuse` lets a test kill a run
at any step, as a power cut would.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from syncdesk.model.errors import RetryableError, RunCancelled, SyncDeskError
from syncdesk.model.job import (
    WRITTEN,
    Check,
    Figures,
    JobMapping,
    JobRow,
    JobWrite,
    RawValue,
    RowKey,
    WriteOutcome,
    WriteResult,
)
from syncdesk.model.ledger import Company, Invoice
from syncdesk.model.money import ZERO, money_text
from syncdesk.model.ports import Cancelled, Question, Watch


class PowerCutError(BaseException):
    """The process ends here: nothing of ours may catch it."""


@dataclass(slots=True)
class Fuse:
    """Counts steps; at step `burns_at` it raises PowerCutError, or `fault` if one is given."""

    burns_at: int | None = None
    fault: SyncDeskError | None = None
    steps: list[str] = field(default_factory=list)

    def step(self, name: str) -> None:
        """Called by every fake before and after each thing it does."""
        self.steps.append(name)
        if self.burns_at is not None and len(self.steps) == self.burns_at:
            raise self.fault if self.fault is not None else PowerCutError(name)


@dataclass(slots=True)
class Hands:
    """A clock that only a test moves."""

    now: datetime = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Let time pass."""
        self.now += timedelta(**by)


@dataclass(slots=True)
class MemoryReading:
    """One look at the books, taken when the reading began."""

    company: Company
    started_at: datetime
    token: str
    _documents: list[Invoice]
    _cancelled: Cancelled
    _fault: tuple[int, SyncDeskError] | None

    def invoices(self) -> Iterator[Invoice]:
        for position, invoice in enumerate(self._documents):
            if self._cancelled():
                raise RunCancelled
            if self._fault is not None and self._fault[0] == position:
                raise self._fault[1]
            yield invoice


SAMPLE = Company("book-1", "Sample Ltd", "USD")


@dataclass(slots=True)
class MemoryBooks:
    """The books. `put` and `remove` are what a bookkeeper does; each changes the token.

    `before_reading` are called one by one as readings begin: books that change while they are looked at.
    `fault` (position, error) breaks a reading. With `has_change_stamps`, a reading gives what was put at or
    after its start. `repeated` gives every document twice, as shifting pages do."""

    clock: Hands
    company: Company = SAMPLE
    has_change_stamps: bool = False
    documents: dict[str, Invoice] = field(default_factory=dict)
    version: int = 1
    before_reading: list[Callable[[], None]] = field(default_factory=list)
    fault: tuple[int, SyncDeskError] | None = None
    readings: int = 0
    repeated: bool = False
    questions: list[Question] = field(default_factory=list)

    def put(self, *invoices: Invoice) -> None:
        """Enter or change documents."""
        for invoice in invoices:
            self.documents[invoice.id] = replace(invoice, changed_at=self.clock())
        self.version += 1

    def remove(self, *ids: str) -> None:
        """Delete documents without a trace."""
        for id_ in ids:
            del self.documents[id_]
        self.version += 1

    def token(self) -> str:
        return "" if self.has_change_stamps else str(self.version)

    def went_back(self, before: str, now: str) -> str:
        if self.has_change_stamps or int(now) >= int(before):
            return ""
        return f"version {now} is older than version {before}."

    @contextmanager
    def read(self, question: Question, watch: Watch) -> Iterator[MemoryReading]:
        if self.before_reading:
            self.before_reading.pop(0)()
        self.readings += 1
        self.questions.append(question)
        documents = [d for d in self.documents.values() if self._is_asked_for(d, question)]
        if self.repeated:
            documents += documents
        yield MemoryReading(self.company, self.clock(), self.token(), documents, watch.cancelled, self.fault)

    def _is_asked_for(self, document: Invoice, question: Question) -> bool:
        if document.id in question.ids or document.number in question.numbers:
            return True
        return not question.only and (question.since is None or _stamp(document) >= question.since)

    def check(self) -> tuple[Check, ...]:
        return (Check("The books can be read.", True),)


def _stamp(invoice: Invoice) -> datetime:
    assert invoice.changed_at is not None
    return invoice.changed_at


@dataclass(slots=True)
class StoredRow:
    """A job row as the database holds it; `raw` are the target columns, text or NULL."""

    number: str
    raw: tuple[RawValue, ...]
    currency: str = "USD"
    total: Decimal | None = None
    customer: str = ""
    invoice_date: date | None = None


@dataclass(slots=True)
class MemoryJobs:
    """The job database. Each of `before_write` is called once before a write, as someone else at work;
    `refuses` and `does_not_keep` hold keys that fail; `fault` is raised by the next write with nothing done.
    """

    mapping: JobMapping
    fuse: Fuse = field(default_factory=Fuse)
    table: dict[RowKey, StoredRow] = field(default_factory=dict)
    before_write: list[Callable[[], None]] = field(default_factory=list)
    refuses: set[RowKey] = field(default_factory=set)
    does_not_keep: set[RowKey] = field(default_factory=set)
    fault: SyncDeskError | None = None
    transactions: int = 0
    writes: int = 0

    def add(
        self, key: int | str, number: str, paid: RawValue = None, day: RawValue = None, **more: object
    ) -> RowKey:
        """Create a row, as the job software does."""
        empty = (None,) * (bool(self.mapping.credited) + bool(self.mapping.outstanding))
        self.table[(key,)] = StoredRow(number, (paid, day, *empty), **more)  # type: ignore[arg-type]
        return (key,)

    def set(self, key: int | str, paid: RawValue = None, day: RawValue = None) -> None:
        """Change both figures by hand."""
        row = self.table[(key,)]
        row.raw = (paid, day, *row.raw[2:])

    def figures(self, key: int | str) -> Figures:
        """What the row says now."""
        return self._row((key,), self.table[(key,)]).figures

    def check(self) -> tuple[Check, ...]:
        return (Check("The table is there.", True),)

    def count(self) -> int:
        return len(self.table)

    def find(self, numbers: Collection[str]) -> list[JobRow]:
        wanted = set(numbers)
        return [self._row(key, row) for key, row in self.table.items() if row.number in wanted]

    def get(self, keys: Collection[RowKey]) -> list[JobRow]:
        self.fuse.step("jobs.get")
        return [self._row(key, self.table[key]) for key in keys if key in self.table]

    def similar(self, numbers: Collection[str]) -> dict[str, tuple[str, ...]]:
        like: dict[str, list[str]] = {}
        for row in self.table.values():
            like.setdefault(_plain(row.number), []).append(row.number)
        found = {n: tuple(x for x in like.get(_plain(n), ()) if x != n)[:3] for n in numbers}
        return {number: alike for number, alike in found.items() if alike}

    def rows(self) -> Iterator[JobRow]:
        for key in sorted(self.table):
            yield self._row(key, self.table[key])

    def write(self, writes: Sequence[JobWrite], cancelled: Cancelled) -> list[WriteResult]:
        if self.before_write:
            self.before_write.pop(0)()
        if self.fault is not None:
            fault, self.fault = self.fault, None
            raise fault
        if cancelled():
            raise RunCancelled
        self.fuse.step("jobs.write begins")
        self.transactions += 1
        results = [self._write(write) for write in writes]
        self.fuse.step("jobs.write ends")
        return results

    def close(self) -> None:
        """Nothing to let go of."""

    def _write(self, write: JobWrite) -> WriteResult:
        row = self.table.get(write.key)
        if row is None:
            return WriteResult(WriteOutcome.GONE)
        restored = write.raw if write.restore is None else write.restore
        if row.raw != write.raw or len(restored) != len(row.raw):
            return WriteResult(WriteOutcome.CHANGED)
        if write.key in self.refuses:
            return WriteResult(WriteOutcome.REFUSED, "the column is too narrow.", "raw text")
        if write.key in self.does_not_keep:
            return WriteResult(WriteOutcome.NOT_KEPT, "it reads back as something else.")
        self.writes += 1
        row.raw = _stored(write)
        return WRITTEN

    def _row(self, key: RowKey, row: StoredRow) -> JobRow:
        try:
            amounts = [Decimal(str(v)) if v not in (None, "") else ZERO for v in (row.raw[0], *row.raw[2:])]
            day = date.fromisoformat(str(row.raw[1])) if row.raw[1] not in (None, "") else None
        except (InvalidOperation, ValueError):
            return JobRow(
                key,
                row.number,
                Figures(),
                row.raw,
                row.currency,
                row.total,
                row.customer,
                row.invoice_date,
                problem=f"{row.raw!r} cannot be read.",
            )
        rest = iter(amounts[1:])
        credited = next(rest) if self.mapping.credited else None
        outstanding = next(rest) if self.mapping.outstanding else None
        figures = Figures(amounts[0], day, credited, outstanding)
        return JobRow(
            key,
            row.number,
            figures,
            row.raw,
            row.currency or self.mapping.currency_default,
            row.total,
            row.customer,
            row.invoice_date,
        )


def _plain(number: str) -> str:
    return "".join(number.casefold().split()).lstrip("0")


def _stored(write: JobWrite) -> tuple[RawValue, ...]:
    if write.restore is not None:
        return write.restore
    new = write.figures
    further = [money_text(v, write.currency) for v in (new.credited, new.outstanding) if v is not None]
    return (
        money_text(new.paid_amount, write.currency),
        new.date_paid.isoformat() if new.date_paid else None,
        *further,
    )


LOCKED = RetryableError("The job database is locked.", "Close the other program.")
