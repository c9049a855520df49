"""The values that screens and commands show: start options, invoice rows, explanations, requests. Made by
app/desk.py."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from syncdesk.model.changes import Plan
from syncdesk.model.connection import Connection
from syncdesk.model.job import JobMapping, RowKey
from syncdesk.model.ledger import Movement
from syncdesk.model.reasons import Reason
from syncdesk.model.settlement import PaymentState, Settlement
from syncdesk.model.sign_in import SignedIn
from syncdesk.model.start import StartChoice


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
    it is still young (D5)."""

    connection: str
    choice: StartChoice = StartChoice.LAST
    custom_day: date | None = None
    preview: bool = False
    invoices: tuple[str, ...] = ()
    accept_first: bool = False
    unticked: frozenset[str] = frozenset()
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """One invoice of the job database, joined with what the journal knows of it (None = it knows nothing).

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

    `tables` and `columns` (of the guessed table) are what a form offers for correction.
    """

    mapping: JobMapping | None
    doubts: tuple[str, ...]
    tables: tuple[str, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionDraft:
    """A connection as a person fills it in, before it is proved.

    `id` is the id that the connection is to have, '' = a new one; whoever signs in before the connection is
    stored needs one (see :func:`syncdesk.app.connecting.new_id`). Secret fields may stand in `source`: they
    go to the password store and nowhere else."""

    id: str = ""
    name: str
    source_kind: str
    source: dict[str, str] = field(repr=False)
    job_db: str
    mapping: JobMapping | None = None
    time_zone: str = ""
    policy: str = "ask"
    settings: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """A connection with what the first screen says of it: last success, whether it ever ran, what its books
    cannot tell. Where its books want somebody to sign in (`signs_in`), `signed_in` is the permission as it
    stands, None if there is none."""

    connection: Connection
    last_success: datetime | None
    has_applied_run: bool
    waiting: int
    source_label: str
    limits: str
    signs_in: bool = False
    signed_in: SignedIn | None = None
