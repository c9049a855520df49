"""The books of one organisation, third part: money, credits, and undoing them.

books = Books(Organisation("…", "Larkspur Joinery"), clock)
invoice = books.add_invoice("INV-1", date(2026, 3, 1), 150)
payment = books.pay(invoice, 50, date(2026, 3, 10))
note = books.credit_note("", date(2026, 3, 25), 20)
books.allocate(note, invoice, 20)
books.expected(invoice)
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tests.standins.xero.documents import Money, exact, new_id
from tests.standins.xero.postings import REFUNDS, TYPES, Postings
from tests.standins.xero.records import ZERO, Allocation, Batch, Credit, Payment
from tests.standins.xero.truth import Entry, Expected


class Books(Postings):
    """The business API that tests drive; see `Documents` for invoices and contacts, and for what is
    raised."""

    # --- payments -------------------------------------------------------------------------------------------

    def pay(
        self,
        invoice: str,
        amount: Money,
        date: date,
        *,
        bank_amount: Money | None = None,
        reference: str = "",
    ) -> str:
        """A payment of an invoice, not above what is due. `bank_amount` is in the currency of the bank
        account; without it the account is in the base currency."""
        with self.lock:
            return self._pay(invoice, exact(amount), date, None, bank_amount, reference).id

    def batch_pay(self, shares: Sequence[tuple[str, Money]], date: date) -> list[str]:
        """One receipt over several invoices: a payment on each, which share a BatchPaymentID."""
        with self.lock:
            amounts = [exact(amount) for _, amount in shares]
            for (invoice, _), amount in zip(shares, amounts, strict=True):
                self._payable(self.invoice(invoice), amount)
            batch = Batch(id=new_id(self.dice), total=sum(amounts, ZERO), date=date)
            paid = zip(shares, amounts, strict=True)
            return [self._pay(invoice, amount, date, batch).id for (invoice, _), amount in paid]

    def receive(self, invoice: str, money: Money, date: date) -> tuple[str, str]:
        """A customer sends too much: the invoice is paid and the rest kept as an overpayment; both ids."""
        with self.lock:
            record = self.invoice(invoice)
            rest = exact(money) - record.open
            payment = self.pay(invoice, record.open, date)
            return payment, self.overpayment(record.contact.id, date, rest, currency=record.currency)

    def reconcile(self, payment: str) -> None:
        """Match a payment with a line of the bank statement."""
        with self.lock:
            record = self.payment(payment)
            record.reconciled = True
            self._touch(record)

    # --- credits --------------------------------------------------------------------------------------------

    def credit_note(self, contact: str, date: date, total: Money, number: str = "", **more: Any) -> str:
        """A credit note in force; further words: `currency`, `rate`, `reference`,
        `side` ("sale" or "purchase")."""
        with self.lock:
            count = len(self.tables["CreditNotes"].rows) + 1
            return self._credit("CreditNote", contact, date, total, number or f"CN-{count:04}", **more)

    def overpayment(self, contact: str, date: date, total: Money, **more: Any) -> str:
        """Money kept although nothing was left to pay; further words as for `credit_note`."""
        with self.lock:
            return self._credit("Overpayment", contact, date, total, "", **more)

    def prepayment(self, contact: str, date: date, total: Money, **more: Any) -> str:
        """A deposit that arrived before its invoice; further words as for `credit_note`."""
        with self.lock:
            return self._credit("Prepayment", contact, date, total, "", **more)

    def allocate(self, credit: str, invoice: str, amount: Money, date: date | None = None) -> str:
        """Apply a part of a credit to an invoice; without a date on the later of the two documents' own."""
        with self.lock:
            source, target, value = self.credit(credit), self.invoice(invoice), exact(amount)
            self._payable(target, value)
            if value > source.remaining or source.currency != target.currency:
                raise ValueError(f"{source.remaining} {source.currency} are left of the credit")
            if (TYPES[source.kind].index(source.type) == 0) != (target.type == "ACCREC"):
                raise ValueError("a credit stays on its own side, sales or purchases")
            day = date or max(source.date, target.date)
            allocation = Allocation(
                id=new_id(self.dice), credit=source, invoice=target, amount=value, date=day
            )
            self.allocations[allocation.id] = allocation
            source.allocations.append(allocation)
            target.applied.append(allocation)
            self._changed(source, True)
            self._changed(target, self.quirks.allocations_touch_invoice)
            self.truth.settle(
                allocation.id,
                Entry(target.id, value, source.date, source.kind != "CreditNote", True, date),
            )
            return allocation.id

    def unallocate(self, allocation: str) -> None:
        """Undo an application: neither side names the other any more."""
        with self.lock:
            self._unallocate(self.allocations[allocation])

    def refund(self, credit: str, amount: Money, date: date) -> str:
        """Pay a part of a credit back to the customer: a payment whose Invoice element holds the credit."""
        with self.lock:
            source, value = self.credit(credit), exact(amount)
            if not 0 < value <= source.remaining:
                raise ValueError(f"{source.remaining} {source.currency} are left of the credit")
            return self._enter(source, REFUNDS[source.type], value, date).id

    def void_credit(self, credit: str) -> None:
        """Void a credit; its applications and refunds are undone first."""
        with self.lock:
            record = self.credit(credit)
            self._must_be(record, "AUTHORISED", "PAID")
            for allocation in list(record.allocations):
                self._unallocate(allocation)
            for payment in list(record.payments):
                self.delete_payment(payment.id)
            record.status = "VOIDED"
            self._touch(record)

    # --- invoices that may be paid --------------------------------------------------------------------------

    def void_invoice(self, invoice: str) -> None:
        """Void an invoice; its payments are deleted and its credits taken off first, as Xero demands."""
        with self.lock:
            record = self.invoice(invoice)
            self._must_be(record, "AUTHORISED", "PAID")
            for payment in list(record.payments):
                self.delete_payment(payment.id)
            for allocation in list(record.applied):
                self._unallocate(allocation)
            record.status = "VOIDED"
            self.truth.invoices[record.id].state = "void"
            self._touch(record)

    def expected(
        self, invoice: str, *, everything_counts: bool = False, credits_close: bool = True
    ) -> Expected:
        """The independent statement of what a reader has to find."""
        with self.lock:
            return self.truth.expected(
                invoice, everything_counts=everything_counts, credits_close=credits_close
            )

    # --- inside ---------------------------------------------------------------------------------------------

    def _pay(
        self,
        invoice: str,
        amount: Decimal,
        date: date,
        batch: Batch | None,
        bank_amount: Money | None = None,
        reference: str = "",
    ) -> Payment:
        target = self.invoice(invoice)
        self._payable(target, amount)
        payment = self._enter(target, f"{target.type}PAYMENT", amount, date, bank_amount, batch, reference)
        self.truth.settle(payment.id, Entry(target.id, amount, date, True))
        return payment

    def _credit(
        self,
        kind: str,
        contact: str,
        date: date,
        total: Money,
        number: str,
        currency: str = "",
        reference: str = "",
        side: str = "sale",
        rate: Money = 1,
    ) -> str:
        value, now = exact(total), self.now()
        if value <= 0:
            raise ValueError("a credit is positive")
        credit = Credit(
            id=new_id(self.dice),
            created=now,
            updated=now,
            date=date,
            type=TYPES[kind][side == "purchase"],
            contact=self._contact(contact),
            number=number,
            currency=currency or self.organisation.currency,
            total=value,
            status="AUTHORISED",
            reference=reference,
            rate=Decimal(rate),
            kind=kind,
        )
        self.tables[kind + "s"].add([credit])
        return credit.id
