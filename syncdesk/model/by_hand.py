"""What a person does to one invoice: its own switch, a link by hand, a sync of it alone (BBK-25, BBK-29,
SMQ-03). Values only; kept by the journal, shown as the invoice's story."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from syncdesk.model.job import RowKey
from syncdesk.model.reasons import Reason


class Act(StrEnum):
    """One thing done by hand."""

    SWITCHED_OFF = "switched_off"
    SWITCHED_ON = "switched_on"
    LINKED = "linked"
    UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True)
class HandAct:
    """An act on one job row, with who did it when (aware UTC). `source_id` is the document of the books that
    it concerned, '' if none; `detail` its number."""

    act: Act
    key: RowKey
    source_id: str
    at: datetime
    user: str
    computer: str
    detail: str = ""


class AskedState(StrEnum):
    """Where a request to sync one invoice stands. DONE and SUPERSEDED are final, and each request ends in
    exactly one of them."""

    PENDING = "pending"
    SYNCING = "syncing"
    DONE = "done"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to sync the invoice of one job row. `run_id` is the run that took it up, '' while none has;
    `outcome` and `reason` are what that run made of it, '' and None while unknown or where the run itself
    failed. Instants are aware UTC."""

    id: int
    key: RowKey
    source_id: str
    at: datetime
    user: str
    computer: str
    state: AskedState
    run_id: str = ""
    ended_at: datetime | None = None
    outcome: str = ""
    reason: Reason | None = None
