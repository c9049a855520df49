"""The story of one invoice as screens and commands show it. Made by app/story.py."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from syncdesk.app.views import Explanation, InvoiceRow, WaitingRow
from syncdesk.model.by_hand import HandAct
from syncdesk.model.job import Figures
from syncdesk.model.reasons import Reason
from syncdesk.model.sync_state import EventKind, SyncState


class Trigger(StrEnum):
    """What set an event off (BBK-38)."""

    PERSON = "person"
    INVOICE = "invoice"
    RETRY = "retry"
    DECISION = "decision"
    SCHEDULE = "schedule"
    UNDO = "undo"
    HAND = "hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncEvent:
    """One event, aware UTC. `old` and `new` are the figures of the row before and after (None = unknown, or
    nothing changed); `payments` counts the payments and credits that the books named (BBK-39). `raw` is the
    raw error for support, secrets removed, '' if there is none; `message` the run's own plain words where it
    failed as a whole."""

    kind: EventKind
    at: datetime
    trigger: Trigger
    user: str = ""
    computer: str = ""
    run_id: str = ""
    reason: Reason | None = None
    old: Figures | None = None
    new: Figures | None = None
    currency: str = ""
    payments: int = 0
    message: str = ""
    raw: str = ""
    act: HandAct | None = None


class Obstacle(StrEnum):
    """What keeps an invoice from syncing by itself (BBK-43)."""

    INVOICE_OFF = "invoice_off"
    CONNECTION_OFF = "connection_off"
    NOT_IN_BOOKS = "not_in_books"
    NO_RUN_YET = "no_run_yet"
    UNREADABLE = "unreadable"
    FAILED = "failed"
    TO_DECIDE = "to_decide"
    ANSWERED = "answered"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Blocker:
    """One obstacle by itself, with the reason a run gave for it where there is one, and when it is tried
    again by itself (aware UTC, None = not)."""

    obstacle: Obstacle
    reason: Reason | None = None
    next_try: datetime | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A document of the books without a row, offered for a link by hand. Never written on by itself (F-28).
    `same_total` and `same_customer` say what speaks for it."""

    source_id: str
    number: str
    customer: str
    currency: str
    total: Decimal
    same_number: bool
    same_total: bool
    same_customer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceStory:
    """Everything about one invoice: how it stands and since when, what keeps it, what can be done, what
    happened, newest first. `explanation` is None where no run has seen it in the books; `waiting` is its
    place on the waiting list, through which it is answered; `is_first` is True while it was never synced (the
    action is 'Sync', later 'Resync')."""

    row: InvoiceRow
    since: datetime | None
    source_label: str
    explanation: Explanation | None
    switch_on: bool
    is_linked: bool
    is_first: bool
    blockers: tuple[Blocker, ...]
    events: tuple[SyncEvent, ...]
    waiting: WaitingRow | None = None

    @property
    def state(self) -> SyncState:
        """How it stands."""
        return self.row.sync
