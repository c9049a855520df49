"""What a run finds, plans and did: findings, changes, the plan, counts and the summary. Values only; every
screen reads these."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from syncdesk.model.errors import SyncDeskError
from syncdesk.model.job import Figures, JobRow, RowKey
from syncdesk.model.ledger import DocumentKind, InvoiceStatus
from syncdesk.model.reasons import Reason
from syncdesk.model.settlement import Settlement


class Outcome(StrEnum):
    """The one result group each found invoice ends up in (S50-18, D8). In a plan WRITTEN means 'to be
    written'."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    UNMATCHED = "unmatched"
    CONFLICT = "conflict"
    FAILED = "failed"


class RunResult(StrEnum):
    """How a run ended."""

    SUCCESS = "success"
    PARTIAL = "partial"
    FAILED = "failed"
    CANCELLED = "cancelled"
    NEEDS_DECISION = "needs_decision"


class Phase(StrEnum):
    """The phases of a run, in order."""

    DISCOVER = "discover"
    MATCH = "match"
    PLAN = "plan"
    APPLY = "apply"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `done` of `total` in this phase, total None while it is unknown.

    While the books ask to wait, `waits_until` is the instant at which it goes on (aware UTC) and `why` says
    so in plain words (F-30)."""

    phase: Phase
    done: int = 0
    total: int | None = None
    waits_until: datetime | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One invoice found by a run, settled, without its movements: those are in `facts` (see model/codec.py),
    which also is what the journal keeps. `fingerprint` identifies facts and rules together (D15).

    `feeds` names the payments and credits behind it, where the source tells of their changes one by one, so
    that an invoice is found again when one of them changes; None = leave what is remembered of them.
    `problem` says why the books' document cannot be read, '' if it can."""

    source_id: str
    number: str
    customer: str
    currency: str
    total: Decimal
    kind: DocumentKind
    status: InvoiceStatus
    invoice_date: date | None
    settlement: Settlement
    facts: str
    fingerprint: str
    url: str = ""
    feeds: tuple[str, ...] | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One row of a plan or a run: what was found, which job row it concerns, the figures before and after,
    and why.

    `old` and `new` are None where there is no row, nothing to say, or a stored value that cannot be read.
    `old_is_empty` tells a Paid Amount that is stored as nothing at all (NULL or '') from a stored zero."""

    source_id: str
    invoice_number: str
    customer: str
    currency: str
    outcome: Outcome
    reason: Reason
    job_key: RowKey | None = None
    job_number: str = ""
    old: Figures | None = None
    new: Figures | None = None
    notes: tuple[Reason, ...] = ()
    detail: str = ""
    old_is_empty: bool = False

    @property
    def new_is_empty(self) -> bool:
        """True where an undo stores Paid Amount as nothing at all (NULL or '') again."""
        return any(note.code == "note_empty_again" for note in self.notes)


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """A change with what applying and recording it needs."""

    change: Change
    finding: Finding
    row: JobRow | None = None

    @property
    def writes(self) -> bool:
        """True when applying it means a write in the job database."""
        return self.change.outcome is Outcome.WRITTEN


@dataclass(frozen=True, slots=True)
class SourceMemory:
    """The books as the last complete run saw them: company fingerprint and name, home currency, state token,
    the settings it ran with, and how many documents there were."""

    company_id: str = ""
    company_name: str = ""
    home_currency: str = ""
    token: str = ""
    settings: str = ""
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The difference a run would make. `brake` says why the whole run waits, None if it does not (D10).

    `started_at` is the source's clock when discovery began and `since` the start date it was made for.
    `memory` is what to remember of the books once everything in the plan has an outcome (None: nothing new
    was learnt). A plan is applied only while it is young (D5) and `settings` are those it was made with."""

    changes: tuple[PlannedChange, ...]
    started_at: datetime
    brake: Reason | None = None
    since: str = ""
    memory: SourceMemory | None = None
    notes: tuple[Reason, ...] = ()
    settings: str = ""

    @property
    def counts(self) -> "Counts":
        """The six counters as the plan stands."""
        return count(planned.change for planned in self.changes)


@dataclass(frozen=True, slots=True)
class Counts:
    """The counters of D8; `found` is always their sum."""

    written: int = 0
    unchanged: int = 0
    skipped: int = 0
    unmatched: int = 0
    conflict: int = 0
    failed: int = 0

    @property
    def found(self) -> int:
        """Every invoice the run looked at."""
        return self.written + self.unchanged + self.skipped + self.unmatched + self.conflict + self.failed

    def of(self, outcome: Outcome) -> int:
        """The counter of one outcome."""
        value: int = getattr(self, outcome.value)
        return value

    def as_dict(self) -> dict[str, int]:
        """The counters by name, `found` first, as JSON carries them."""
        return {"found": self.found, **{outcome.value: self.of(outcome) for outcome in Outcome}}


def count(changes: Iterable[Change]) -> Counts:
    """Count changes by outcome."""
    tally: Mapping[Outcome, int] = Counter(change.outcome for change in changes)
    return Counts(**{outcome.value: tally.get(outcome, 0) for outcome in Outcome})


class RunKind(StrEnum):
    """A preview reads and plans only; an undo takes back what an earlier run wrote (its `since` is that
    run's id)."""

    SYNC = "sync"
    PREVIEW = "preview"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did. `since` is the choice or day as given, `watermark` the one in force after it (aware
    UTC, None if there is none).

    `changes` holds every row, failed and conflicting first. `error` is set when the run failed, `message`
    says so in one sentence. `plan` is what a preview offers to apply. `only_planned` marks the preview of an
    undo, which no journal keeps: its `run_id` is empty."""

    run_id: str
    connection: str
    kind: RunKind
    since: str
    started_at: datetime
    finished_at: datetime
    result: RunResult
    counts: Counts
    watermark: datetime | None
    changes: tuple[Change, ...] = ()
    brake: Reason | None = None
    notes: tuple[Reason, ...] = ()
    message: str = ""
    error: SyncDeskError | None = field(default=None, compare=False)
    plan: Plan | None = field(default=None, compare=False, repr=False)
    only_planned: bool = False

    @property
    def is_preview(self) -> bool:
        """True if nothing was to be written."""
        return self.only_planned or self.kind is RunKind.PREVIEW
