"""Fills books with years of ordinary business: 100,000 invoices and about as many payments in seconds."""

from __future__ import annotations

import datetime
import random
from decimal import Decimal

from tests.standins.xero.books import Books
from tests.standins.xero.documents import new_id
from tests.standins.xero.records import ZERO, Contact, Invoice, Payment, Record
from tests.standins.xero.truth import Entry, Facts
from tests.standins.xero.wire import encoded

CENT = Decimal("0.01")
EPOCH = datetime.date(1970, 1, 1)
DAY, NOON = 86_400_000, 43_200_000


def seed(
    books: Books,
    invoices: int,
    *,
    years: int = 10,
    contacts: int = 500,
    prefix: str = "INV-",
    first_number: int = 1,
    randomness: int = 1,
) -> list[str]:
    """Add sales invoices of the last years, the same for the same `randomness`; returns their ids, oldest
    first.

    Of ten, seven are paid at once, one in two parts, one in part, and one not at all; everything was entered
    at noon UTC of its own date, so stamps spread over the years. Numbers count up behind `prefix`.
    """
    with books.lock:
        dice = random.Random(randomness)
        buyers = [Contact(id=new_id(dice), name=f"Customer {randomness}/{n}") for n in range(contacts)]
        books.contacts.update((buyer.id, buyer) for buyer in buyers)
        now, today = books.now(), books.today()
        start = today - datetime.timedelta(days=365 * years)
        days = (today - start).days
        bills: list[Record] = []
        receipts: list[Record] = []
        for index in range(invoices):
            date = start + datetime.timedelta(days=index * days // invoices)
            number = f"{prefix}{first_number + index}"
            invoice = _invoice(books, buyers[dice.randrange(contacts)], dice, date, number, now)
            bills.append(invoice)
            half = (invoice.total / 2).quantize(CENT)
            for part in _parts(dice.random(), invoice.total, half):
                day = min(today, date + datetime.timedelta(days=dice.randrange(1, 40)))
                receipts.append(_receipt(books, invoice, part, dice, day, now))
        books.tables["Invoices"].add(bills)
        books.tables["Payments"].add(receipts)
        return [invoice.id for invoice in bills]


def warm(books: Books) -> None:
    """Encode every row now, so that a measurement of a reader does not measure the stand-in."""
    with books.lock:
        style = books.quirks.style
        for table in books.tables.values():
            for record in table.by_time():
                encoded(record, books.quirks, style)


def _parts(chance: float, total: Decimal, half: Decimal) -> tuple[Decimal, ...]:
    if chance < 0.7:
        return (total,)
    if chance < 0.8:
        return (half, total - half)
    return (half,) if chance < 0.9 else ()


def _invoice(
    books: Books, buyer: Contact, dice: random.Random, date: datetime.date, number: str, now: int
) -> Invoice:
    total = Decimal(dice.randrange(50_00, 5_000_00)) * CENT
    entered = min(now, (date - EPOCH).days * DAY + NOON)
    invoice = Invoice(
        id=new_id(dice),
        created=entered,
        updated=entered,
        date=date,
        due=date + datetime.timedelta(days=30),
        type="ACCREC",
        contact=buyer,
        number=number,
        currency=books.organisation.currency,
        total=total,
        status="AUTHORISED",
    )
    books.numbers.add(number)
    books.truth.invoices[invoice.id] = Facts(date, total)
    return invoice


def _receipt(
    books: Books, invoice: Invoice, part: Decimal, dice: random.Random, day: datetime.date, now: int
) -> Payment:
    """A payment of one invoice, known to the truth too, stamped on its own day together with the invoice."""
    entered = min(now, (day - EPOCH).days * DAY + NOON)
    payment = Payment(
        id=new_id(dice),
        created=entered,
        updated=entered,
        date=day,
        type="ACCRECPAYMENT",
        target=invoice,
        amount=part,
        bank_amount=part,
    )
    invoice.payments.append(payment)
    if books.quirks.payments_touch_invoice:
        invoice.updated = max(invoice.updated, entered)
    if invoice.open == ZERO:
        invoice.status = "PAID"
    books.truth.settle(payment.id, Entry(invoice.id, part, day, True))
    return payment
