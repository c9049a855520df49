"""GnuCash stays open and enters payments while SyncDesk reads over and over: nothing is lost on either side
(D16, F-52)."""

import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from syncdesk.model.ports import EVERYTHING, Watch
from syncdesk.sources.gnucash.private_copy import Patience
from tests.gnucash_books import BookSession, Step
from tests.sources.books import agree, book_source

pytestmark = [pytest.mark.gnucash, pytest.mark.timeout(110)]
PAYMENTS = 100
WAVE = 20
"""Payments handed to the engine at a time. All at once, a quick engine is done before the first reading is
proven, and then no reading falls among the payments."""


def test_a_hundred_payments_while_we_read(book_folder: Path) -> None:
    """All 100 reach the file, the engine never complains, and no reading shows half a payment."""
    book = book_folder / "book.gnucash"
    steps: list[Step] = [{"do": "customer", "id": "C-1", "name": "Acme"}]
    steps += [
        {"do": "invoice", "id": f"I-{n}", "customer": "C-1", "amount": "50.25", "date": "2026-01-05"}
        for n in range(PAYMENTS)
    ]
    with BookSession(book, create=True) as session:
        session.do(*steps)
        quiet = session.noise()
        source = book_source(book, patience=Patience(settle_seconds=0.0, quiet_seconds=0.0))
        counts = [_paid(source)]
        for first in range(0, PAYMENTS, WAVE):
            for n in range(first, first + WAVE):
                pay = {"do": "pay", "invoices": f"I-{n}", "amount": "50.25", "date": "2026-02-01"}
                session.send({"steps": [pay]})
            while counts[-1] < first + WAVE and len(counts) < 2000:
                counts.append(_paid(source))  # the engine is at work meanwhile
            for _ in range(WAVE):
                assert session.receive() == {"done": 1}
        assert session.noise() == quiet
        report = session.report()
    assert counts == sorted(counts)
    assert counts[-1] == PAYMENTS
    assert any(0 < count < PAYMENTS for count in counts), "no reading fell among the payments"
    agree(book, report)
    with sqlite3.connect(book) as database:
        stored = database.execute("SELECT COUNT(*) FROM transactions WHERE description = 'Acme'").fetchone()[
            0
        ]
    database.close()
    assert stored == 2 * PAYMENTS


def _paid(source: object) -> int:
    """How many invoices a reading shows as paid; each is paid wholly or not at all, and agrees with its
    balance."""
    with source.read(EVERYTHING, Watch()) as reading:  # type: ignore[attr-defined]
        invoices = list(reading.invoices())
    assert len(invoices) == PAYMENTS
    for invoice in invoices:
        amounts = [m.amount for m in invoice.movements]
        assert amounts in ([], [Decimal("50.25")])
        assert invoice.claim.balance == invoice.total - sum(amounts, Decimal(0))
    return sum(bool(invoice.movements) for invoice in invoices)
