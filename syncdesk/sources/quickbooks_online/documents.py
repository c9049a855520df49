"""An invoice record and the shares of its payments as an `Invoice` of the model. Pure; called by
assembling.py."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from syncdesk.model.ledger import Customer, Invoice, InvoiceStatus, Movement, MovementKind, SourceClaim
from syncdesk.model.money import ZERO, minor_unit, money_text
from syncdesk.sources.quickbooks_online.movements import is_money
from syncdesk.sources.quickbooks_online.records import InvoiceRecord, ReceiptRecord, Ref
from syncdesk.sources.quickbooks_online.spool import Paid

_CURRENCY = re.compile(r"[A-Z]{3}")
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
        customer = Customer(_value(record.customer_ref), (record.customer_ref or Ref()).name or "")
        stamps = [record.changed_at, touched_at, *(share.changed_at for share in paid)]
        problem = self._problem(record, currency, paid, payment_problems)
        total = record.total_amt
        plain = Invoice(
            id=record.id,
            number=record.doc_number or "",
            customer=customer,
            currency=currency if _CURRENCY.fullmatch(currency) else self.home_currency,
            total=total if total is not None and is_money(total) else ZERO,
            date=record.txn_date,
            due_date=record.due_date,
            changed_at=max((stamp for stamp in stamps if stamp is not None), default=None),
            url=f"{self.page}{record.id}" if record.id.isdigit() else "",
            problem=problem,
        )
        if record.trouble and remembered is not None:  # what people know it by may not have been readable
            number, day = plain.number or remembered.number, plain.date or remembered.date
            known = replace(remembered, number=number, date=day)
            return replace(known, problem=problem, changed_at=plain.changed_at)
        if problem:
            return plain
        movements = self._movements(record, paid)
        return replace(
            plain,
            status=InvoiceStatus.VOID if _is_void(record, remembered, movements) else InvoiceStatus.ISSUED,
            movements=movements,
            claim=SourceClaim(balance=record.balance),
            notes=self._notes(plain, paid, movements),
        )

    def _problem(
        self, record: InvoiceRecord, currency: str, paid: Sequence[Paid], payment_problems: dict[str, str]
    ) -> str:
        if record.trouble:
            return record.trouble
        amounts = {"total": record.total_amt, "balance": record.balance, "deposit": record.deposit}
        if record.total_amt is None or record.txn_date is None:
            return f"QuickBooks sends no {'total' if record.total_amt is None else 'date'} for it."
        for name, amount in amounts.items():
            if amount is not None and not is_money(amount):
                return f"QuickBooks says its {name} is {amount}."
        if not _CURRENCY.fullmatch(currency):
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
                    return f"Payment {payment} on it makes no sense: {payment_problems[payment]}."
        return ""

    def _movements(self, record: InvoiceRecord, paid: Sequence[Paid]) -> tuple[Movement, ...]:
        """Its shares by day, then payment; money taken on the form itself came on the invoice's own date."""
        movements = [
            Movement(
                id=f"{share.payment}:{share.kind.value}",
                kind=share.kind,
                amount=share.amount,
                date=share.day,
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
        self, invoice: Invoice, paid: Sequence[Paid], movements: tuple[Movement, ...]
    ) -> tuple[str, ...]:
        odd = dict.fromkeys(
            _MIXED.format(payment=share.payment, day=share.day.isoformat()) for share in paid if share.mixed
        )
        for share in paid:
            if share.unapplied > ZERO:
                shown = money_text(share.unapplied, invoice.currency)
                words = {"payment": share.payment, "day": share.day.isoformat(), "amount": shown}
                odd[_SURPLUS.format(**words, currency=invoice.currency)] = None
        receipts = self.receipts.by_customer.get(invoice.customer.id) if self.receipts.by_customer else None
        money = [movement for movement in movements if movement.kind.is_money]
        if not receipts or not money:
            return tuple(sorted(odd))
        received, last = sum((m.amount for m in money), ZERO), max(m.date for m in money)
        refunds = []
        for receipt in receipts:
            day, amount = receipt.txn_date, receipt.total_amt
            same = (_value(receipt.currency_ref) or self.home_currency) == invoice.currency
            if day is not None and amount is not None and same and day >= last and ZERO < amount <= received:
                shown = money_text(amount, invoice.currency)
                refunds.append(
                    _REFUND.format(
                        number=receipt.doc_number or receipt.id,
                        day=day.isoformat(),
                        amount=shown,
                        currency=invoice.currency,
                    )
                )
        return (*sorted(odd), *sorted(refunds)[:1])


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


def _value(ref: Ref | None) -> str:
    return (ref.value if ref else None) or ""
