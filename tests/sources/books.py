"""Helpers of the GnuCash tests: read a book with the connector and set it beside the engine's own answers."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from syncdesk.model.ledger import DocumentKind, Invoice, InvoiceStatus
from syncdesk.model.ports import EVERYTHING, Watch
from syncdesk.model.settlement import settle
from syncdesk.sources.gnucash.private_copy import Patience
from syncdesk.sources.gnucash.source import GnuCashSource
from tests.gnucash_books import Report, Step

AT_ONCE = Patience(quiet_seconds=0.0)
ACME: Step = {"do": "customer", "id": "C-1", "name": "Acme"}


def invoice(number: str, amount: str, day: str, **more: object) -> Step:
    """An invoice of Acme, posted on its day."""
    return {"do": "invoice", "id": number, "customer": "C-1", "amount": amount, "date": day, **more}


def credit_note(number: str, amount: str, day: str, **more: object) -> Step:
    """A credit note for Acme."""
    return invoice(number, amount, day, credit_note=True, **more)


def pay(target: str | list[str], amount: str, day: str, **more: object) -> Step:
    """Money for chosen invoices."""
    return {"do": "pay", "invoices": target, "amount": amount, "date": day, **more}


def book_source(path: Path, zone: str = "UTC", patience: Patience = AT_ONCE) -> GnuCashSource:
    """A source that does not wait for the file to settle: in these tests nobody writes meanwhile."""
    return GnuCashSource(str(path), zone, patience)


def read_book(path: Path, zone: str = "UTC") -> dict[str, Invoice]:
    """Every document the connector delivers, by guid."""
    with book_source(path, zone).read(EVERYTHING, Watch()) as reading:
        invoices = list(reading.invoices())
    found = {invoice.id: invoice for invoice in invoices}
    assert len(found) == len(invoices)
    return found


def one(path: Path, report: Report, label: str, zone: str = "UTC") -> Invoice:
    """The document that the steps called so."""
    return read_book(path, zone)[report["labels"][label]]


def agree(path: Path, report: Report, zone: str = "UTC") -> dict[str, Invoice]:
    """Compare every figure of every document with the engine's own, and return what the connector read, by
    label."""
    found = read_book(path, zone)
    wanted = {d["guid"]: d for d in report["documents"] if d["owner_kind"] == "customer"}
    assert set(found) == set(wanted)
    for guid, answer in wanted.items():
        compare(found[guid], answer)
    return {answer["label"]: found[guid] for guid, answer in wanted.items()}


def compare(invoice: Invoice, answer: dict[str, Any]) -> None:
    """One document against the engine's answer for it."""
    assert (invoice.number, invoice.customer.name) == (answer["number"], answer["owner"])
    assert invoice.currency == answer["currency"]
    assert (invoice.kind is DocumentKind.CREDIT_NOTE) == answer["credit_note"]
    assert (invoice.status is InvoiceStatus.DRAFT) == (not answer["posted"])
    if not answer["posted"]:
        assert (invoice.movements, invoice.date) == ((), None)
        return
    sign = -1 if answer["credit_note"] else 1
    balance = sign * Decimal(answer["balance"])
    settlement = settle(invoice)
    assert settlement.contradiction == ""
    assert invoice.total == Decimal(answer["total"])
    assert invoice.claim.balance == balance
    assert invoice.total - sum((m.amount for m in invoice.movements), Decimal(0)) == balance
    assert invoice.claim.paid is (None if balance < 0 else balance == 0)
    if not answer["stale_lot"]:
        assert bool(invoice.claim.paid) == answer["paid"]
    assert str(invoice.date) == answer["date"]
    assert str(invoice.due_date) == answer["due"]
    compare_dates(invoice, answer, sign)


def compare_dates(invoice: Invoice, answer: dict[str, Any], sign: int) -> None:
    """Every share but the offsets has the engine's day, number and amount; an offset never lies after the
    engine's link (D2)."""
    splits: dict[str, Decimal] = {}
    days: dict[str, str] = {}
    numbers: dict[str, str] = {}
    for split in answer["splits"]:
        if not split["posting"] and Decimal(split["quantity"]):
            splits[split["transaction"]] = splits.get(split["transaction"], Decimal(0)) - sign * Decimal(
                split["quantity"]
            )
            days[split["transaction"]], numbers[split["transaction"]] = split["date"], split["number"]
    amounts: dict[str, Decimal] = {}
    for movement in invoice.movements:
        amounts[movement.payment_id] = amounts.get(movement.payment_id, Decimal(0)) + movement.amount
        if ":" in movement.id:
            assert movement.date <= date.fromisoformat(days[movement.payment_id])
        else:
            assert str(movement.date) == days[movement.payment_id]
            assert movement.reference == numbers[movement.payment_id]
    assert amounts == {transaction: amount for transaction, amount in splits.items() if amount}
