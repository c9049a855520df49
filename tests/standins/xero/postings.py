"""The books of one organisation, second part: what entering and undoing money does to both documents."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.standins.xero.documents import Documents, Money, exact, new_id
from tests.standins.xero.records import ZERO, Allocation, Batch, Credit, Invoice, Payment

# Kind of credit -> its Type and the Type of a refund's Invoice element, on the sales and on the purchase
# side.
TYPES = {
    "CreditNote": ("ACCRECCREDIT", "ACCPAYCREDIT"),
    "Overpayment": ("RECEIVE-OVERPAYMENT", "SPEND-OVERPAYMENT"),
    "Prepayment": ("RECEIVE-PREPAYMENT", "SPEND-PREPAYMENT"),
}
REFUNDS = {
    "ACCRECCREDIT": "ARCREDITPAYMENT",
    "ACCPAYCREDIT": "APCREDITPAYMENT",
    "RECEIVE-OVERPAYMENT": "AROVERPAYMENTPAYMENT",
    "SPEND-OVERPAYMENT": "APOVERPAYMENTPAYMENT",
    "RECEIVE-PREPAYMENT": "ARPREPAYMENTPAYMENT",
    "SPEND-PREPAYMENT": "APPREPAYMENTPAYMENT",
}


class Postings(Documents):
    """The mechanics below the business methods, and the deletion of a payment."""

    def delete_payment(self, payment: str) -> None:
        """Delete a payment or a refund: it stays in /Payments as DELETED. A payment cannot be edited."""
        with self.lock:
            record = self.payment(payment)
            if record.status == "DELETED":
                raise ValueError("deleted already")
            record.status = "DELETED"
            self._touch(record)
            record.target.payments.remove(record)
            self._moved(record.target)
            self.truth.undo(record.id)

    def payment(self, payment: str) -> Payment:
        """The record of a payment or refund."""
        record = self.tables["Payments"].rows[payment]
        assert isinstance(record, Payment)
        return record

    def credit(self, credit: str) -> Credit:
        """The record of a credit note, overpayment or prepayment."""
        for kind in TYPES:
            record = self.tables[kind + "s"].rows.get(credit)
            if isinstance(record, Credit):
                return record
        raise KeyError(credit)

    # --- inside -------------------------------------------------------------------------------------------

    def _payable(self, invoice: Invoice, amount: Decimal) -> None:
        self._must_be(invoice, "AUTHORISED", "PAID")
        if not 0 < amount <= invoice.open:
            raise ValueError(
                f"Payment amount exceeds the amount outstanding on this document: {invoice.open}"
            )

    def _enter(
        self,
        target: Invoice | Credit,
        type: str,
        amount: Decimal,
        date: date,
        bank_amount: Money | None = None,
        batch: Batch | None = None,
        reference: str = "",
    ) -> Payment:
        now = self.now()
        payment = Payment(
            id=new_id(self.dice),
            created=now,
            updated=now,
            date=date,
            type=type,
            target=target,
            amount=amount,
            bank_amount=(amount / target.rate).quantize(Decimal("0.01"))
            if bank_amount is None
            else exact(bank_amount),
            rate=target.rate,
            batch=batch,
            reference=reference,
        )
        self.tables["Payments"].add([payment])
        target.payments.append(payment)
        self._moved(target)
        return payment

    def _moved(self, document: Invoice | Credit) -> None:
        """A payment came or went: a credit is always stamped, an invoice by habit."""
        self._changed(document, isinstance(document, Credit) or self.quirks.payments_touch_invoice)

    def _unallocate(self, allocation: Allocation) -> None:
        del self.allocations[allocation.id]
        allocation.credit.allocations.remove(allocation)
        allocation.invoice.applied.remove(allocation)
        self._changed(allocation.credit, True)
        self._changed(allocation.invoice, self.quirks.allocations_touch_invoice)
        self.truth.undo(allocation.id)

    def _changed(self, document: Invoice | Credit, stamp: bool) -> None:
        """What is left of a document has moved."""
        if isinstance(document, Invoice):
            self._settle(document)
        elif document.status in ("AUTHORISED", "PAID"):
            document.status = "PAID" if document.remaining == ZERO else "AUTHORISED"
        self._touch(document, stamp)
