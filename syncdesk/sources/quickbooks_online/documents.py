"""An invoice record and the shares of its payments as an `Invoice` of the model. Pure; called by
assembling.py."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from syncdesk.model.ledger import (
    NO_CLAIM,
    Customer,
    Invoice,
    InvoiceStatus,
    Movement,
    MovementKind,
    SourceClaim,
)
from syncdesk.model.money import ZERO, minor_unit, money_text
from syncdesk.sources.quickbooks_online.movements import is_money
from syncdesk.sources.quickbooks_online.records import InvoiceRecord, ReceiptRecord, Ref
from syncdesk.sources.quickbooks_online.spool import Paid, day_of, instant, micros

_KINDS = {kind.value: kind for kind in MovementKind}
_MIXED = (
    "Mixed payment: payment {payment} of {day} used money and credit on several charges at once. QuickBooks "
    "does not say which got which, so each got both in proportion."
)
_SURPLUS = "Of payment {payment} of {day}, {amount} {currency} is not applied to any invoice."
_REFUND = (
    "Possible refund: the books hold refund receipt {number} of {day} over {amount} {currency} for this "
    "customer. It names no invoice, so it is not subtracted here."
)


@dataclass(frozen=True, slots=True)
class Receipts:
    """Refund receipts by customer, as far as this reading saw any."""

    by_customer: dict[str, list[ReceiptRecord]] = field(default_factory=dict)

    @classmethod
    def of(cls, receipts: Iterable[ReceiptRecord]) -> "Receipts":
        """Those that say a customer, a day and an amount."""
        found: dict[str, list[ReceiptRecord]] = {}
        for receipt in receipts:
            customer = receipt.customer_ref.value if receipt.customer_ref else None
            if customer and receipt.txn_date and receipt.total_amt and not receipt.trouble:
                found.setdefault(customer, []).append(receipt)
        return cls(found)


@dataclass(frozen=True, slots=True)
class Documents:
    """Builds invoices of one company. `page` is the address at which a person opens one, up to its id."""

    home_currency: str
    page: str
    receipts: Receipts = field(default_factory=Receipts)

    def invoice(
        self,
        record: InvoiceRecord,
        paid: Sequence[Paid],
        payment_problems: dict[str, str],
        remembered: Invoice | None = None,
        touched_at: datetime | None = None,
    ) -> Invoice:
        """The invoice with a movement for each share. `remembered` tells a voided invoice from one that never
        had a total; `touched_at` is the stamp of a payment that used to feed it."""
        currency = _value(record.currency_ref) or self.home_currency
        problem = self._problem(record, currency, paid, payment_problems)
        stamps = [share.changed for share in paid if share.changed is not None]
        stamps += [micros(stamp) for stamp in (record.changed_at, touched_at) if stamp is not None]
        changed_at = instant(max(stamps)) if stamps else None
        if record.trouble and remembered is not None:  # what people know it by may not have been readable
            number, day = record.doc_number or remembered.number, record.txn_date or remembered.date
            return replace(remembered, number=number, date=day, problem=problem, changed_at=changed_at)
        total = record.total_amt
        movements = () if problem else self._movements(record, paid)
        void = not problem and _is_void(record, remembered, movements)
        customer = Customer(
            _value(record.customer_ref), (record.customer_ref.name if record.customer_ref else "") or ""
        )
        return Invoice(
            id=record.id,
            number=record.doc_number or "",
            customer=customer,
            currency=currency if _is_currency(currency) else self.home_currency,
            total=total if total is not None and is_money(total) else ZERO,
            date=record.txn_date,
            status=InvoiceStatus.VOID if void else InvoiceStatus.ISSUED,
            due_date=record.due_date,
            movements=movements,
            claim=NO_CLAIM if problem else SourceClaim(balance=record.balance),
            changed_at=changed_at,
            url=f"{self.page}{record.id}" if record.id.isdigit() else "",
            notes=self._notes(currency, customer.id, paid, movements),
            problem=problem,
        )

    def _problem(
        self, record: InvoiceRecord, currency: str, paid: Sequence[Paid], payment_problems: dict[str, str]
    ) -> str:
        if record.trouble:
            return record.trouble
        if record.total_amt is None or record.txn_date is None:
            return f"QuickBooks sends no {'total' if record.total_amt is None else 'date'} for it."
        for amount, name in (
            (record.total_amt, "total"),
            (record.balance, "balance"),
            (record.deposit, "deposit"),
        ):
            if amount is not None and not is_money(amount):
                return f"QuickBooks says its {name} is {amount}."
        if not _is_currency(currency):
            return f"QuickBooks says its currency is '{currency}', which is no currency code."
        for share in paid:
            if share.currency != currency:
                return (
                    f"It is in {currency}, but payment {share.payment} of {share.day} on it is in "
                    f"{share.currency}. Correct the payment in QuickBooks."
                )
        if payment_problems:
            for payment in (*record.payment_ids, *(share.payment for share in paid)):
                if payment in payment_problems:
                    return f"Payment {payment} on it makes no sense: {payment_problems[payment].rstrip('.')}."
        return ""

    def _movements(self, record: InvoiceRecord, paid: Sequence[Paid]) -> tuple[Movement, ...]:
        """Its shares by day, then payment; money taken on the form itself came on the invoice's own date."""
        movements = [
            Movement(
                id=f"{share.payment}:{share.kind}",
                kind=_KINDS[share.kind],
                amount=Decimal(share.amount),
                date=day_of(share.day),
                payment_id=share.payment,
                reference=share.reference,
                memo=share.memo,
            )
            for share in paid
        ]
        if record.deposit and record.txn_date:
            movements.append(
                Movement(
                    id="deposit", kind=MovementKind.PAYMENT, amount=record.deposit, date=record.txn_date,
                    memo="Deposit on the invoice",
                )
            )  # fmt: skip
        if len(movements) > 1:
            movements.sort(key=lambda m: (m.date, len(m.payment_id), m.payment_id, m.kind))
        return tuple(movements)

    def _notes(
        self, currency: str, customer: str, paid: Sequence[Paid], movements: tuple[Movement, ...]
    ) -> tuple[str, ...]:
        odd: set[str] = set()
        for share in paid:
            if share.mixed:
                odd.add(_MIXED.format(payment=share.payment, day=share.day))
            if share.unapplied:
                shown = money_text(Decimal(share.unapplied), currency)
                odd.add(
                    _SURPLUS.format(payment=share.payment, day=share.day, amount=shown, currency=currency)
                )
        receipts = self.receipts.by_customer.get(customer) if self.receipts.by_customer else None
        if receipts:
            odd.update(self._refunds(receipts, currency, movements)[:1])
        return tuple(sorted(odd)) if odd else ()

    def _refunds(
        self, receipts: Sequence[ReceiptRecord], currency: str, movements: tuple[Movement, ...]
    ) -> list[str]:
        """Receipts that can have given back what was paid on this invoice."""
        money = [movement for movement in movements if movement.kind.is_money]
        if not money:
            return []
        received, last = sum((m.amount for m in money), ZERO), max(m.date for m in money)
        found = []
        for receipt in receipts:
            day, amount = receipt.txn_date, receipt.total_amt
            same = (_value(receipt.currency_ref) or self.home_currency) == currency
            if day is not None and amount is not None and same and day >= last and ZERO < amount <= received:
                number, shown = receipt.doc_number or receipt.id, money_text(amount, currency)
                found.append(_REFUND.format(number=number, day=day, amount=shown, currency=currency))
        return sorted(found)


def disagrees(invoice: Invoice) -> bool:
    """Whether the movements do not lead to the balance that the service states, to the minor unit. Either may
    have been read a moment before the other."""
    balance = invoice.claim.balance
    if invoice.problem or balance is None:
        return False
    settled = sum((movement.amount for movement in invoice.movements), ZERO)
    return abs(invoice.total - settled - balance) >= minor_unit(invoice.currency)


def _is_void(record: InvoiceRecord, remembered: Invoice | None, movements: Sequence[Movement]) -> bool:
    """A voided invoice keeps its lines with nothing in them and once had a total; no field says so, and the
    word that the service puts into the memo depends on the language."""
    if record.total_amt or movements or remembered is None:
        return False
    once_more = remembered.status is InvoiceStatus.VOID or remembered.total > Decimal(0)
    return once_more and record.lines_are_zero


def _is_currency(code: str) -> bool:
    return len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()


def _value(ref: Ref | None) -> str:
    return (ref.value if ref else None) or ""
