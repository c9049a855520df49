"""A connection: one company's books paired with one job database, with everything a person has set for it."""

from dataclasses import dataclass, field
from datetime import date, tzinfo
from enum import StrEnum

from syncdesk.model.job import JobMapping
from syncdesk.model.ledger import InvoiceStatus
from syncdesk.model.schedule import Schedule
from syncdesk.model.settlement import PaidAmountCounts, SettlementRules
from syncdesk.model.zones import company_zone


class Policy(StrEnum):
    """What happens to a row that was changed here (D9)."""

    ASK = "ask"
    SOURCE = "source"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class BrakeLimits:
    """When a whole run waits (D10): more than max(`falls`, `falls_percent` of the paid rows) would fall or
    empty, or more than max(`changes`, `changes_percent`) of the paid rows would change after the first
    run."""

    falls: int = 5
    falls_percent: int = 2
    changes: int = 50
    changes_percent: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """Settings of one connection. `id` never changes, `name` is the person's. `source` holds the fields the
    connector asked for.

    `job_db` is an SQLAlchemy URL without a password. `time_zone` is an IANA name, '' = this computer's zone.
    Rows whose old or new Date Paid lies on or before `lock_date` wait (F-34). `automatic` is the master
    switch: while it is off nothing runs by itself, whatever `schedule` says (None = only a person starts
    runs). Documents in a status that is `left_out` are not looked for here (CXQ-03); what was written for one
    before is taken back all the same. `while_closed`: the system's own scheduler starts runs too when
    SyncDesk is closed."""

    id: str
    name: str
    source_kind: str
    source: dict[str, str] = field(default_factory=dict)
    job_db: str
    mapping: JobMapping
    policy: Policy = Policy.ASK
    time_zone: str = ""
    lock_date: date | None = None
    paid_amount_counts: PaidAmountCounts = PaidAmountCounts.PAYMENTS
    credits_close: bool = True
    brakes: BrakeLimits = BrakeLimits()
    left_out: tuple[InvoiceStatus, ...] = ()
    automatic: bool = True
    schedule: Schedule | None = None
    while_closed: bool = False

    @property
    def rules(self) -> SettlementRules:
        """The settlement rules of this connection."""
        return SettlementRules(self.paid_amount_counts, self.credits_close)

    @property
    def runs_by_itself(self) -> Schedule | None:
        """The schedule that is in force, None if nothing runs by itself."""
        return self.schedule if self.automatic else None

    @property
    def target(self) -> str:
        """Where a run of this connection writes, in words that are the same only for the same place: job
        database, table, key and columns. Who signs in there, and how, is no part of it."""
        m = self.mapping
        columns = [name for name in (m.paid_amount, m.date_paid, m.credited, m.outstanding) if name]
        written, keys = ", ".join(f"'{c}'" for c in columns), ", ".join(f"'{k}'" for k in m.key)
        return f"{_place(self.job_db)}, table '{m.write_table or m.table}' (key {keys}), columns {written}"

    @property
    def zone(self) -> tzinfo:
        """The company's time zone. Raises SetupError for a name that does not exist."""
        return company_zone(self.time_zone)


def _place(address: str) -> str:
    """The database an address leads to, without driver, login and options."""
    head, mark, rest = address.partition("://")
    if head.startswith("sqlite"):
        return rest.removeprefix("/")
    return f"{head.partition('+')[0]}{mark}{rest.partition('?')[0].rpartition('@')[2]}"
