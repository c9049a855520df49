"""The values that screens and commands show: start options, invoice rows, explanations, requests. Made by
app/desk.py."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from syncdesk.model.changes import Outcome, Plan, RunSummary
from syncdesk.model.connection import Connection
from syncdesk.model.decisions import Decision, Verdict
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.job import Check, Figures, JobMapping, RowKey, SampleRow
from syncdesk.model.ledger import Movement
from syncdesk.model.reasons import Reason
from syncdesk.model.schedule import Schedule
from syncdesk.model.settlement import PaymentState, Settlement
from syncdesk.model.sign_in import SignedIn
from syncdesk.model.start import StartChoice
from syncdesk.model.sync_state import SyncState


@dataclass(frozen=True, slots=True)
class StartOption:
    """One start date as the window offers it (UX-15): the day it resolves to in company time, or the instant
    of the last run.

    `why_not` says why it cannot be chosen, '' if it can. `zone` is the company zone's short name.
    """

    choice: StartChoice
    day: date | None
    instant: datetime | None
    zone: str
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncRequest:
    """What a person or a script asks a run to do.

    `invoices` restricts the run to these job numbers and ignores the start date. `accept_first` writes
    although it is the first run. `unticked` are source ids left out by hand. `plan` is a preview to apply if
    it is still young (D5). `unattended`: no person started it, so it takes up of what waits only what is due
    and leaves alone what an undo took back (F-35, F-38)."""

    connection: str
    choice: StartChoice = StartChoice.LAST
    custom_day: date | None = None
    preview: bool = False
    invoices: tuple[str, ...] = ()
    accept_first: bool = False
    unticked: frozenset[str] = frozenset()
    plan: Plan | None = None
    unattended: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as the person saw it who answers about it: the books' document as it was, what the row held (None
    = there was none, or it could not be read), and what was asked."""

    source_id: str
    fingerprint: str
    held: Figures | None
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideRequest:
    """A person's answer to what waits. `verdict` None takes earlier answers back.

    It answers for the rows of the run `run_id`, or for the run as a whole if that waits; for `invoices`, job
    numbers or numbers of the books; for the rows in `seen`. With neither it answers nothing."""

    connection: str
    verdict: Verdict | None
    run_id: str = ""
    invoices: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One document on the waiting list (D12): why it waits and since when, what the row holds and what the
    books say (None = unknown), and how it can be answered.

    `decision` is an answer that still stands: kept or ignored. `since`, `last_try` and `next_try` are aware
    UTC, None where the journal does not know."""

    source_id: str
    invoice_number: str
    customer: str
    currency: str
    outcome: Outcome
    reason: Reason
    fingerprint: str
    held: Figures | None
    books: Figures | None
    since: datetime | None
    last_try: datetime | None
    next_try: datetime
    attempts: int
    answers: tuple[Verdict, ...]
    decision: Decision | None = None
    job_number: str = ""

    @property
    def asked(self) -> Reason:
        """What the person is, or was, asked about."""
        return self.decision.reason if self.decision is not None else self.reason

    @property
    def seen(self) -> Seen:
        """The row as it is shown, for an answer."""
        return Seen(self.source_id, self.fingerprint, self.held, self.asked)


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """One invoice of the job database, joined with what the journal knows of it (None = it knows nothing).
    `invoice_date` is the job database's own, None where it is not mapped or empty.

    `paid_amount` and `date_paid` are what the job database holds; `problem` says what in that row cannot be
    read, and then both are None: a figure that is not there must not be shown."""

    key: RowKey
    number: str
    customer: str
    currency: str
    total: Decimal | None
    paid_amount: Decimal | None
    date_paid: date | None
    credited: Decimal | None = None
    outstanding: Decimal | None = None
    state: PaymentState | None = None
    last_synced: datetime | None = None
    source_id: str | None = None
    outcome: str | None = None
    reason: Reason | None = None
    problem: str = ""
    sync: SyncState = SyncState.NOT_YET_SENT
    invoice_date: date | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """'Explain this number' (UX-23): the movements in order of days, and what the rule makes of them. Works
    without the books.

    `counts` says for each movement whether it counts towards Paid Amount.
    """

    number: str
    customer: str
    currency: str
    invoice_date: date | None
    due_date: date | None
    movements: tuple[Movement, ...]
    counts: tuple[bool, ...]
    settlement: Settlement
    url: str = ""


@dataclass(frozen=True, slots=True)
class MappingGuess:
    """A mapping guessed from the real schema. `doubts` lists what a person should look at; empty =
    unambiguous.

    `tables` and `columns` are what a form offers for correction; the columns are those of `table`, the one
    guessed or asked for.
    """

    mapping: JobMapping | None
    doubts: tuple[str, ...]
    tables: tuple[str, ...]
    columns: tuple[str, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True)
class MappingSample:
    """Some rows of the job database as a mapping understands them. `faults` are what keeps the mapping from
    being used, each naming its field; there are no rows then."""

    rows: tuple[SampleRow, ...]
    faults: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionDraft:
    """A connection as a person fills it in, before it is proved.

    `id` is the id that the connection is to have, '' = a new one; whoever signs in before the connection is
    stored needs one (see :func:`syncdesk.app.drafts.new_id`). Secret fields may stand in `source`, and a
    password in `job_db`: they go to the password store and nowhere else."""

    id: str = ""
    name: str
    source_kind: str
    source: dict[str, str] = field(repr=False)
    job_db: str = field(repr=False)
    mapping: JobMapping | None = None
    time_zone: str = ""
    policy: str = "ask"
    settings: dict[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AutomaticState:
    """How automatic runs of a connection stand.

    `on` is the master switch; `next_run` is aware UTC, None where nothing runs by itself; while it
    `awaits_first_run` a person has to start that one. `failures` counts the automatic runs in a row that did
    not succeed, and `trouble` says why the last did not. `days_without_success` is 0 unless it is worth a
    banner (F-41)."""

    on: bool = True
    schedule: Schedule | None = None
    while_closed: bool = False
    next_run: datetime | None = None
    awaits_first_run: bool = False
    failures: int = 0
    trouble: str = ""
    days_without_success: int = 0


@dataclass(frozen=True, slots=True)
class AutomaticEnd:
    """How an automatic run ended: its summary, None where it failed before it began; its error, None where it
    did not fail. `is_news`: it needs a person, who was not told the same within a day."""

    connection: str
    summary: RunSummary | None
    error: SyncDeskError | None
    is_news: bool


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """A connection with what the first screen says of it: when its latest good run began (aware UTC; not the
    watermark, which the start dates show), whether it ever ran, what its books cannot tell, how its automatic
    runs stand. Where its books want somebody to sign in (`signs_in`), `signed_in` is the permission as it
    stands, None if there is none."""

    connection: Connection
    last_success: datetime | None
    has_applied_run: bool
    waiting: int
    source_label: str
    limits: str
    signs_in: bool = False
    signed_in: SignedIn | None = None
    automatic: AutomaticState = AutomaticState()
