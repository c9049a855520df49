"""What the journal keeps and hands back, as values: documents, intentions, the waiting list, runs. Shared by
engine and journal."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from syncdesk.model.changes import Change, Counts, Finding, RunKind, RunResult, SourceMemory
from syncdesk.model.job import Figures, RawValue, RowKey
from syncdesk.model.reasons import Reason


@dataclass(frozen=True, slots=True)
class Seen:
    """The present fingerprint of a document, when it was first seen (aware UTC), and the Paid Amount it
    settled to."""

    fingerprint: str
    first_seen: datetime
    paid_amount: Decimal


@dataclass(frozen=True, slots=True)
class Document:
    """What is remembered of one document: its link, what we last wrote there (None = never wrote nor
    confirmed), and its last facts.

    `job_number` is the number that the linked row had when it was last seen ('' = unknown): a key that a
    database hands out again for another job is noticed by it (F-3)."""

    source_id: str
    job_key: RowKey | None
    written: Figures | None
    facts: str
    fingerprint: str
    job_number: str = ""


@dataclass(frozen=True, slots=True)
class RecordedFigures:
    """One pair of figures a row is known to have held."""

    paid_amount: Decimal
    date_paid: date | None


@dataclass(frozen=True, slots=True)
class Parked:
    """One waiting document: the outcome and reason it waits for, its facts as last seen, how often it was
    tried and when next."""

    source_id: str
    outcome: str
    reason: Reason
    facts: str
    fingerprint: str
    attempts: int
    next_try: datetime
    refused: Figures | None = (
        None  # figures the database did not keep; not written again while they stay the same (D6)
    )


@dataclass(frozen=True, slots=True)
class OpenIntention:
    """A write that was intended and has no outcome. `raw_old` are the stored values before it."""

    run_id: str
    source_id: str
    job_key: RowKey
    currency: str
    raw_old: tuple[RawValue, ...]
    old: Figures
    new: Figures


@dataclass(frozen=True, slots=True)
class IntentionOutcome:
    """What became of an open intention: `held` says which figures the row was found with ('new', 'old',
    'neither', 'gone')."""

    intention: OpenIntention
    held: str


@dataclass(frozen=True, slots=True)
class StoredOutcome:
    """One row of a run as the journal keeps it.

    `remember` False stores the row of the run only: document, fingerprint and waiting list stay as they are,
    so that it stays due (not reached). `first_seen` is when the present fingerprint was first seen. `parked`
    puts it on the waiting list, None takes it off. `link`, `link_number` (see Document.job_number) and
    `written` are what the document has from now on."""

    change: Change
    finding: Finding
    raw_old: tuple[RawValue, ...] | None
    remember: bool
    first_seen: datetime
    link: RowKey | None
    written: Figures | None
    parked: Parked | None = None
    link_number: str = ""


@dataclass(frozen=True, slots=True)
class RunStart:
    """A run as it begins. `since` is the choice or day, `since_instant` what it resolved to (None with single
    invoices)."""

    run_id: str
    kind: RunKind
    since: str
    since_instant: datetime | None
    started_at: datetime
    user: str
    computer: str
    process: int
    trigger: str = "person"
    target: str = (
        ""  # which table and columns of which job database it writes to, so that undo finds them again
    )


@dataclass(frozen=True, slots=True)
class RunEnd:
    """A run as it ends. `watermark` and `memory` None leave the stored ones alone.

    `rewinds`: an undo; `watermark` becomes the stored one even where it is None, and the state token of the
    books is forgotten, so that an untouched file is read again."""

    run_id: str
    finished_at: datetime
    result: RunResult
    counts: Counts
    watermark: datetime | None = None
    memory: SourceMemory | None = None
    brake: Reason | None = None
    notes: tuple[Reason, ...] = ()
    message: str = ""
    detail: str = ""
    rewinds: bool = False


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A finished, failed or running run as History shows it (UX-22). `watermark_before` was the stored one
    when it began; `target` says where it wrote."""

    run_id: str
    kind: RunKind
    since: str
    since_instant: datetime | None
    started_at: datetime
    finished_at: datetime | None
    result: RunResult | None
    counts: Counts
    user: str
    computer: str
    trigger: str
    watermark: datetime | None
    brake: Reason | None
    notes: tuple[Reason, ...]
    message: str
    detail: str = ""
    target: str = ""
    watermark_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class RowWrite:
    """One write of a job row that the journal knows of, with the stored values before it (None = they were
    not recorded). `started_at` is when its run began; `takes_back` names the run that it undid, '' for any
    other write."""

    run_id: str
    started_at: datetime
    takes_back: str
    change: Change
    raw_old: tuple[RawValue, ...] | None


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """One stored row of a run with its time; the change as it was recorded (F-47)."""

    run_id: str
    at: datetime
    change: Change
    payment_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownInvoice:
    """What the journal knows of an invoice, as Invoice Search joins it to the job rows by key."""

    source_id: str
    job_key: RowKey | None
    number: str
    customer: str
    currency: str
    total: Decimal
    paid_amount: Decimal
    credited: Decimal
    outstanding: Decimal
    date_paid: date | None
    state: str
    last_synced: datetime | None
    outcome: str
    reason: Reason | None
