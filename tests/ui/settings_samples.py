"""A small desk for the tests of Settings: connections that can be added, changed, tested and removed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from syncdesk.app.views import ConnectionDraft, ConnectionState, MappingGuess, MappingSample
from syncdesk.model.connection import Connection, Policy
from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.job import Check, JobMapping, NumberRule, SampleRow
from syncdesk.model.ports import Field, FieldKind, Opening, Source, SourceKind
from syncdesk.model.settlement import PaidAmountCounts
from tests.ui.search_samples import CONNECTION, MAPPING

COLUMNS = ("id", "invoice_no", "customer_name", "amount", "paid_amount", "date_paid", "currency")
GUESS = MappingGuess(
    mapping=replace(
        MAPPING,
        total="amount",
        customer="customer_name",
        currency="currency",
        numbers=NumberRule("INV-", pad=4),
    ),
    doubts=("Two columns could hold the total: amount and paid_amount. 'amount' was taken.",),
    tables=("customers", "invoices", "jobs"),
    columns=COLUMNS,
    table="invoices",
)
SAMPLE = MappingSample(
    (
        SampleRow(
            "1041",
            "INV-1041",
            "Whitcombe & Sons Ltd",
            "GBP",
            Decimal("480.00"),
            None,
            None,
            {"date_paid": "soon"},
            {"date_paid": "date_paid holds 'soon', which is not a date."},
        ),
        *(
            SampleRow(
                f"{number}",
                f"INV-{number}",
                customer,
                "GBP",
                Decimal(total),
                Decimal(total),
                day,
                {"paid_amount": total.replace(".", ""), "date_paid": f"{day:%d/%m/%Y}"},
            )
            for number, customer, total, day in (
                (1040, "Harbour View Dental Practice", "1284.00", date(2026, 2, 5)),
                (1039, "St Aldate's Primary School", "96.00", date(2026, 1, 31)),
                (1036, "Kessler Property Management", "2310.50", date(2026, 1, 12)),
                (1035, "Mrs J. Okonkwo", "64.80", date(2026, 1, 9)),
                (1033, "The Old Mill Bakery", "720.00", date(2026, 1, 8)),
                (1030, "Fernley Veterinary Group", "155.10", date(2025, 12, 22)),
            )
        ),
        SampleRow("1042", "INV-1042", "Larkspur Housing Association", "GBP", Decimal("390.00")),
        SampleRow("1043", "INV-1043", "The Old Mill Bakery", "GBP", Decimal("48.00")),
    )
)


def _never(opening: Opening) -> Source:
    raise NotImplementedError


GNUCASH = SourceKind(
    kind="gnucash",
    label="GnuCash",
    fields=(
        Field(
            "path",
            "GnuCash book",
            FieldKind.FILE,
            help="The file in which GnuCash keeps the book, saved in the sqlite3 format (File > Save As).",
            file_filter="GnuCash books (*.gnucash *.sqlite);;All files (*)",
        ),
    ),
    has_change_stamps=False,
    open=_never,
    limits="GnuCash keeps no record of when a payment changed. It counts from the run that first sees it.",
)
CLOUD = SourceKind(
    kind="cloud",
    label="Cloud Books",
    fields=(
        Field("tenant_id", "Company id"),
        Field("client_secret", "Secret", FieldKind.SECRET),
        Field("api_base", "Address", required=False, default="https://api.example"),
    ),
    has_change_stamps=True,
    open=_never,
)


class SettingsDesk:
    """Keeps connections in a list; every call a test is interested in is written down."""

    def __init__(self, *names: str) -> None:
        self.connections = [
            replace(CONNECTION, id=name, name=name, source={"path": "/books/northgate.gnucash"})
            for name in names
        ]
        self.all_kinds: tuple[SourceKind, ...] = (GNUCASH, CLOUD)
        self.guess: MappingGuess | SyncDeskError = GUESS
        self.checks: tuple[Check, ...] = (
            Check("The book of Northgate Removals can be read: 152 invoices.", True),
            Check("The column 'paid_amount' is too narrow.", False, "Make it NUMERIC(12, 2).", "paid_amount"),
        )
        self.failure: SyncDeskError | None = None
        self.sample: MappingSample | SyncDeskError = SAMPLE
        self.guessed: list[str] = []
        self.sampled: list[JobMapping] = []
        self.drafts: list[ConnectionDraft] = []
        self.tested: list[ConnectionDraft] = []
        self.removed: list[str] = []

    def states(self) -> tuple[ConnectionState, ...]:
        return tuple(ConnectionState(c, None, False, 0, "GnuCash", "") for c in self.connections)

    def kinds(self) -> tuple[SourceKind, ...]:
        return self.all_kinds

    def guess_mapping(
        self, job_db: str, source_kind: str, source: dict[str, str], draft_id: str = "", table: str = ""
    ) -> MappingGuess:
        self.guessed.append(job_db)
        if isinstance(self.guess, SyncDeskError):
            raise self.guess
        if table and table != self.guess.table:
            return replace(OTHER_GUESS, tables=self.guess.tables, table=table)
        return self.guess

    def sample_mapping(self, job_db: str, mapping: JobMapping, draft_id: str = "") -> MappingSample:
        self.sampled.append(mapping)
        if isinstance(self.sample, SyncDeskError):
            raise self.sample
        return self.sample

    def test(self, draft: ConnectionDraft) -> tuple[Check, ...]:
        self.tested.append(draft)
        return self.checks

    def add(self, draft: ConnectionDraft) -> Connection:
        return self._store(draft, draft.name)

    def update(self, name: str, draft: ConnectionDraft) -> Connection:
        stored = self._store(draft, next(c.id for c in self.connections if c.name == name))
        self.connections = [c for c in self.connections if c.name != name or c is stored]
        return stored

    def remove(self, name: str) -> None:
        self.removed.append(name)
        self.connections = [c for c in self.connections if c.name != name]

    def prepare_demo(self) -> str:
        self.connections.append(replace(CONNECTION, id="demo", name="Sample company"))
        return "Sample company"

    def _store(self, draft: ConnectionDraft, id_: str) -> Connection:
        if self.failure is not None:
            raise self.failure
        if draft.mapping is None:
            raise SetupError("The mapping is missing.", field="mapping")
        self.drafts.append(draft)
        settings = draft.settings or {}
        stored = Connection(
            id=id_,
            name=draft.name,
            source_kind=draft.source_kind,
            source=draft.source,
            job_db=draft.job_db,
            mapping=draft.mapping,
            policy=Policy(draft.policy),
            time_zone=draft.time_zone,
            paid_amount_counts=PaidAmountCounts(settings["paid_amount_counts"]),
            credits_close=settings["credits_close"] == "yes",
        )
        self.connections.append(stored)
        return stored


OTHER_GUESS = MappingGuess(
    None, ("'jobs' lacks Date Paid.",), (), ("code", "job_no", "received", "received_on")
)
EMPTY_GUESS = MappingGuess(None, ("No table looks like a list of invoices.",), ("customers",))
OTHER_MAPPING = JobMapping(table="old", key=("a", "b"), number="n", paid_amount="p", date_paid="d")
