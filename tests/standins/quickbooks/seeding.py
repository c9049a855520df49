"""Fills books with years of ordinary business: 100,000 invoices and about as many payments in seconds."""

from __future__ import annotations

import datetime
import random
from decimal import Decimal

from tests.standins.quickbooks.books import Books
from tests.standins.quickbooks.records import Customer, Invoice, Line, Payment, Record
from tests.standins.quickbooks.truth import ZERO, InvoiceFacts
from tests.standins.quickbooks.wire import encoded

CENT = Decimal("0.01")
EPOCH = datetime.date(1970, 1, 1)
EVENING = 20 * 3600  # entered at 20:00 UTC, which is the same day everywhere in America


def seed(
    books: Books,
    invoices: int,
    *,
    years: int = 10,
    customers: int = 500,
    prefix: str = "",
    first_number: int = 1,
    randomness: int = 1,
) -> list[str]:
    """Add invoices over the last years, the same for the same `randomness`; returns their ids, oldest first.

    Of ten, seven are paid at once, one in two parts, one in part, and one not at all; everything was entered
    on its own date, so stamps spread over the years. Numbers count up from `first_number` behind `prefix`.
    """
    with books.lock:
        dice = random.Random(randomness)
        buyers = [
            books.tables["Customer"].rows[int(books.add_customer(f"Customer {n}"))] for n in range(customers)
        ]
        now, today = books.now(), books.clock.now().date()
        start = today - datetime.timedelta(days=365 * years)
        days = (today - start).days
        bills: list[Record] = []
        receipts: list[Record] = []
        for index in range(invoices):
            invoice = _invoice(books, buyers[dice.randrange(customers)], dice)
            invoice.number = f"{prefix}{first_number + index}"
            invoice.date = start + datetime.timedelta(days=index * days // invoices)
            invoice.due = invoice.date + datetime.timedelta(days=30)
            invoice.created = invoice.updated = min(now, (invoice.date - EPOCH).days * 86400 + EVENING)
            books.truth.invoices[invoice.id] = InvoiceFacts(invoice.date, invoice.total)
            bills.append(invoice)
            half = (invoice.total / 2).quantize(CENT)
            for part in _parts(dice.random(), invoice.total, half):
                day = min(today, invoice.date + datetime.timedelta(days=dice.randrange(1, 40)))
                receipts.append(_receipt(books, invoice, part, day, now))
        books.tables["Invoice"].add_many(bills)
        books.tables["Payment"].add_many(receipts)
        return [str(invoice.id) for invoice in bills]


def warm(books: Books) -> None:
    """Encode every row now, so that a measurement of a reader does not measure the stand-in."""
    with books.lock:
        style = books.style
        for table in books.tables.values():
            for record in table.rows.values():
                encoded(record, style)


def _parts(chance: float, total: Decimal, half: Decimal) -> tuple[Decimal, ...]:
    if chance < 0.7:
        return (total,)
    if chance < 0.8:
        return (half, total - half)
    return (half,) if chance < 0.9 else ()


def _invoice(books: Books, buyer: Record, dice: random.Random) -> Invoice:
    assert isinstance(buyer, Customer)
    total = Decimal(dice.randrange(50_00, 5_000_00)) * CENT
    return Invoice(
        id=books.next_id(), date=EPOCH, due=EPOCH, customer=buyer, total=total, balance=total, deposit=ZERO
    )


def _receipt(books: Books, invoice: Invoice, part: Decimal, day: datetime.date, now: int) -> Payment:
    """A payment of one invoice, known to the truth too, stamped on its own day together with the invoice."""
    entered = min(now, (day - EPOCH).days * 86400 + EVENING)
    payment = Payment(
        id=books.next_id(),
        created=entered,
        updated=entered,
        date=day,
        customer=invoice.customer,
        total=part,
        lines=[Line(part, "Invoice", invoice.id)],
    )
    invoice.balance -= part
    invoice.updated, invoice.token = max(invoice.updated, entered), invoice.token + 1
    invoice.links.insert(0, ("Payment", payment.id))
    books.truth.receive(payment.id, day, [(invoice.id, part)], ZERO, CENT)
    return payment
