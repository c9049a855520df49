"""Invoices, explanations and a small desk for the tests of Invoice Search and Settings."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from syncdesk.app.story_views import InvoiceStory
from syncdesk.app.views import Explanation, InvoiceRow
from syncdesk.model.changes import Change, Outcome
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.job import Figures, JobMapping, RowKey
from syncdesk.model.ledger import Customer, Invoice, Movement, MovementKind
from syncdesk.model.ports import Opening, Source, SourceKind
from syncdesk.model.reasons import reason
from syncdesk.model.records import ChangeRecord
from syncdesk.model.settlement import PaidAmountCounts, PaymentState, SettlementRules, settle
from syncdesk.model.sync_state import sync_state
from tests.ui.story_samples import story_of

NOW = datetime(2026, 4, 10, 9, 30, tzinfo=UTC)
MAPPING = JobMapping(
    table="invoices", key=("id",), number="invoice_no", paid_amount="paid_amount", date_paid="date_paid"
)
CONNECTION = Connection(
    id="c1",
    name="Northgate Removals",
    source_kind="gnucash",
    source={"file": "/books/northgate.gnucash"},
    job_db="sqlite:////jobs/jobs.sqlite",
    mapping=MAPPING,
    time_zone="Europe/London",
)


def invoice_row(
    number: str = "1001", customer: str = "Miller & Sons", total: str = "100.00", **more: object
) -> InvoiceRow:
    """A row that waits for payment, unless told otherwise."""
    values: dict[str, object] = {
        "key": (number,),
        "number": number,
        "customer": customer,
        "currency": "GBP",
        "total": Decimal(total),
        "paid_amount": Decimal("0.00"),
        "date_paid": None,
        "credited": Decimal("0.00"),
        "outstanding": Decimal(total),
        "state": PaymentState.WAITING,
        "last_synced": NOW,
        "source_id": f"id-{number}",
        "outcome": "written",
    }
    made = InvoiceRow(**(values | more))  # type: ignore[arg-type]
    return replace(made, sync=sync_state(made.outcome, made.reason, made.state, problem=bool(made.problem)))


def paid_row(number: str, customer: str, total: str, day: date, **more: object) -> InvoiceRow:
    """A row that is paid in full."""
    values: dict[str, object] = {
        "paid_amount": Decimal(total),
        "date_paid": day,
        "outstanding": Decimal("0.00"),
        "state": PaymentState.PAID,
    }
    return invoice_row(number, customer, total, **(values | more))


def sample_rows() -> tuple[InvoiceRow, ...]:
    """One row of every kind that Invoice Search can show, and some more."""
    day = date(2026, 1, 31)
    kept = (
        paid_row("INV-0009", "Café Ærø", "120.00", day),
        invoice_row(
            "INV-0010",
            "Miller & Sons",
            "1200.00",
            paid_amount=Decimal("450.00"),
            outstanding=Decimal("700.00"),
            credited=Decimal("50.00"),
            state=PaymentState.PART_PAID,
        ),
        invoice_row("INV-0100", "O'Neill Storage", "99.50"),
        paid_row(
            "INV-0101",
            "Straße & Co",
            "80.00",
            date(2026, 3, 2),
            currency="EUR",
            paid_amount=Decimal("85.00"),
            state=PaymentState.OVERPAID,
        ),
        invoice_row("INV-0102", "Harbour Lights", "0.00", state=PaymentState.NOTHING_TO_PAY),
        invoice_row(
            "INV-0103", "Harbour Lights", "310.00", state=PaymentState.VOID, outstanding=Decimal("0.00")
        ),
        invoice_row(
            "INV-0104",
            "Kestrel Moves",
            "640.00",
            outcome="conflict",
            reason=reason("changed_here", held="600.00", books="640.00 on 2026-03-01"),
            paid_amount=Decimal("600.00"),
        ),
        invoice_row(
            "INV-0105", "Kestrel Moves", "77.00", outcome="", problem="'abc' in paid_amount is not an amount."
        ),
        invoice_row(
            "INV-0106",
            "New Customer",
            "55.00",
            state=None,
            last_synced=None,
            source_id=None,
            outcome=None,
            credited=None,
            outstanding=None,
        ),
    )
    names = (
        "Ashdown Estates",
        "Bell & Whistle",
        "Cooper Removals",
        "Dunmore Hotel",
        "Elm Court",
        "Fry Brothers",
    )
    more = tuple(
        paid_row(
            f"INV-{200 + place:04d}", names[place % 6], f"{95 + 37 * place}.40", day + timedelta(days=place)
        )
        if place % 3
        else invoice_row(f"INV-{200 + place:04d}", names[place % 6], f"{95 + 37 * place}.40")
        for place in range(40)
    )
    return kept + more


def sample_invoice(**changes: object) -> Invoice:
    """An invoice with every kind of movement."""
    made = Invoice(
        id="id-INV-0010",
        number="INV-0010",
        customer=Customer("c7", "Miller & Sons"),
        currency="GBP",
        total=Decimal("1200.00"),
        date=date(2026, 1, 10),
        due_date=date(2026, 2, 10),
        movements=(
            Movement("m1", MovementKind.PREPAYMENT, Decimal("100.00"), date(2026, 1, 5), reference="Deposit"),
            Movement("m2", MovementKind.PAYMENT, Decimal("400.00"), date(2026, 2, 1), reference="BACS 1187"),
            Movement("m3", MovementKind.REFUND, Decimal("-50.00"), date(2026, 2, 9), memo="Broken lamp"),
            Movement("m4", MovementKind.CREDIT, Decimal("50.00"), date(2026, 2, 9), reference="CN-4"),
            Movement("m5", MovementKind.PAYMENT, Decimal("20.00"), date(2026, 3, 1), settled=False),
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def explanation(invoice: Invoice, rules: SettlementRules | None = None) -> Explanation:
    """The explanation of an invoice, as the desk makes it."""
    used = rules or SettlementRules()
    everything = used.paid_amount_counts is PaidAmountCounts.EVERYTHING_THAT_SETTLES
    return Explanation(
        number=invoice.number,
        customer=invoice.customer.name,
        currency=invoice.currency,
        invoice_date=invoice.date,
        due_date=invoice.due_date,
        movements=invoice.movements,
        counts=tuple(m.settled and (everything or m.kind.is_money) for m in invoice.movements),
        settlement=settle(invoice, used, date(2026, 4, 10)),
        url=invoice.url,
    )


def change_records() -> tuple[ChangeRecord, ...]:
    """Two runs that wrote the sample invoice, newest first."""
    first = Figures(Decimal("0.00"), None)
    second = Figures(Decimal("400.00"), date(2026, 2, 1))
    third = Figures(Decimal("450.00"), None)
    common = ("id-INV-0010", "INV-0010", "Miller & Sons", "GBP", Outcome.WRITTEN)
    return (
        ChangeRecord("r2", NOW, Change(*common, reason("reversed"), (1,), "INV-0010", second, third)),
        ChangeRecord(
            "r1", NOW - timedelta(days=9), Change(*common, reason("first"), (1,), "INV-0010", first, second)
        ),
    )


def _never(opening: Opening) -> Source:
    raise NotImplementedError


class SampleDesk:
    """A desk of one connection whose answers a test can change."""

    def __init__(self, rows: tuple[InvoiceRow, ...] | None = None) -> None:
        self.rows = sample_rows() if rows is None else rows
        self.failure: SyncDeskError | None = None
        self.explained = explanation(sample_invoice())
        self.asked: list[str] = []
        self.told: dict[str, object] = {}  # what a test wants stories to say

    def connection(self, name: str) -> Connection:
        return replace(CONNECTION, name=name)

    def invoices(self, name: str) -> tuple[InvoiceRow, ...]:
        self.asked.append(name)
        if self.failure is not None:
            raise self.failure
        return self.rows

    def kinds(self) -> tuple[SourceKind, ...]:
        return (SourceKind("gnucash", "GnuCash", (), False, _never),)

    def explain(self, name: str, source_id: str) -> Explanation:
        return self.explained

    def story(self, name: str, key: RowKey) -> InvoiceStory:
        row = next(row for row in self.rows if row.key == key)
        if row.source_id is None:
            return story_of(row, None, (), **self.told)
        return story_of(row, self.explain(name, row.source_id), change_records(), **self.told)
