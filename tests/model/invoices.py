"""Invoices for tests: short ways to write one down, and strategies that invent them."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from syncdesk.model.ledger import (
    NO_CLAIM,
    Customer,
    DocumentKind,
    Invoice,
    InvoiceStatus,
    Movement,
    MovementKind,
    SourceClaim,
)
from syncdesk.model.money import minor_digits
from syncdesk.model.settlement import PaidAmountCounts, SettlementRules

ISSUED_ON = date(2026, 1, 10)
CURRENCIES = ("USD", "JPY", "KWD")
"""One currency each with two, no and three minor digits."""


def day(number: int) -> date:
    """The day of January 2026, counted on into the next months."""
    return date(2026, 1, 1) + timedelta(days=number - 1)


def move(
    amount: str | Decimal,
    on: int | date,
    kind: MovementKind = MovementKind.PAYMENT,
    id_: str = "",
    settled: bool = True,
) -> Movement:
    """One movement, on a day of January 2026 or a date."""
    when = day(on) if isinstance(on, int) else on
    return Movement(id_ or f"{kind.value} {amount} {when}", kind, Decimal(amount), when, settled)


def invoice(
    total: str | Decimal,
    *movements: Movement,
    currency: str = "USD",
    status: InvoiceStatus = InvoiceStatus.ISSUED,
    on: date | None = ISSUED_ON,
    claim: SourceClaim = NO_CLAIM,
    id_: str = "id-1",
    number: str = "1001",
    customer: str = "Miller & Sons",
    kind: DocumentKind = DocumentKind.INVOICE,
    notes: tuple[str, ...] = (),
) -> Invoice:
    """One invoice of 10 January 2026 unless said otherwise."""
    return Invoice(
        id=id_,
        number=number,
        customer=Customer(f"c-{customer}", customer),
        currency=currency,
        total=Decimal(total),
        date=on,
        kind=kind,
        status=status,
        movements=movements,
        claim=claim,
        notes=notes,
    )


def amounts(currency: str, least: int = -30_000, most: int = 30_000) -> st.SearchStrategy[Decimal]:
    """Amounts of whole minor units."""
    return st.integers(least, most).map(lambda n: Decimal(n).scaleb(-minor_digits(currency)))


RULES = st.builds(SettlementRules, st.sampled_from(PaidAmountCounts), st.booleans())
MONEY_KINDS = [kind for kind in MovementKind if kind.is_money]


@st.composite
def movement_lists(draw: st.DrawFn, currency: str) -> tuple[Movement, ...]:
    """Up to eight movements on a few days around the invoice's own date, so that days are shared."""
    count = draw(st.integers(0, 8))
    return tuple(
        Movement(
            f"m{position}",
            draw(st.sampled_from(MovementKind)),
            draw(amounts(currency)),
            day(draw(st.integers(7, 15))),
            draw(st.integers(0, 9)) > 0,
        )
        for position in range(count)
    )


@st.composite
def invoices(draw: st.DrawFn) -> Invoice:
    """Issued invoices in three currencies; often one whose total the movements reach exactly."""
    currency = draw(st.sampled_from(CURRENCIES))
    movements = draw(movement_lists(currency))
    reached = sum((m.amount for m in movements if m.settled), Decimal(0))
    total = draw(amounts(currency, 0)) if draw(st.booleans()) or reached < 0 else reached
    on = draw(st.sampled_from([ISSUED_ON, ISSUED_ON, day(14), None]))
    return invoice(total, *movements, currency=currency, on=on)
