"""The books of one company, third part: payments, credits, write-offs, and what is done to them later.

Every method changes the records as the service would, and tells `truth` what happened in terms of business.
The two meet only in tests.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from tests.standins.quickbooks.documents import Money, exact
from tests.standins.quickbooks.postings import Postings, charges
from tests.standins.quickbooks.records import Customer, Deposit, Line, Payment
from tests.standins.quickbooks.truth import ZERO

Allocations = Sequence[tuple[str, Money]]
AUTOMATIC = "Created by QB Online to link credits to charges."


class Books(Postings):
    """The whole business of one company; ValueError if the service would not let a person do it."""

    # --- paying ---------------------------------------------------------------------------------------------

    def pay(
        self,
        allocations: Allocations,
        date: datetime.date,
        total: Money | None = None,
        *,
        customer: str = "",
        unapplied: Money = 0,
        credits: Allocations = (),
        journal_charge: Money = 0,
        rate: Money = 1,
        reference: str = "",
        note: str = "",
    ) -> str:
        """Receive a payment: amounts on invoices, amounts of credit memos used with it, money left unapplied.

        `total` is the money received; left out, it is what the rest adds up to. `journal_charge` is a further
        charge that stands on a journal entry, not an invoice. Nothing but money needs `customer`.
        """
        with self.lock:
            buyer = self._payer(allocations, customer)
            lines = [Line(exact(amount, buyer), "Invoice", int(number)) for number, amount in allocations]
            if exact(journal_charge, buyer):
                lines.append(Line(exact(journal_charge, buyer), "JournalEntry", self.next_id()))
            lines += [Line(exact(amount, buyer), "CreditMemo", int(memo), True) for memo, amount in credits]
            used = sum((-line.amount if line.credit else line.amount for line in lines), ZERO)
            money = used + exact(unapplied, buyer) if total is None else exact(total, buyer)
            payment = Payment(
                id=self.next_id(),
                date=date,
                customer=buyer,
                total=money,
                rate=Decimal(rate),
                number=reference,
            )
            payment.note = note
            return self._enter(payment, lines)

    def apply_credit(
        self,
        memo: str,
        allocations: Allocations,
        date: datetime.date | None = None,
        *,
        automatic: bool = False,
    ) -> str:
        """Apply a credit memo: a payment of no money, with the credit memo's own date unless told."""
        with self.lock:
            record = self._find("CreditMemo", memo)
            amounts = [exact(amount, record.customer) for _, amount in allocations]
            lines = [
                Line(amount, "Invoice", int(number))
                for (number, _), amount in zip(allocations, amounts, strict=True)
            ]
            lines.append(Line(sum(amounts, ZERO), "CreditMemo", record.id, True))
            payment = Payment(
                id=self.next_id(),
                date=date or record.date,
                customer=record.customer,
                total=ZERO * amounts[0],
            )
            payment.note = AUTOMATIC if automatic else ""
            return self._enter(payment, lines)

    def write_off(self, invoice: str, amount: Money, date: datetime.date) -> str:
        """Write off part of an invoice by a journal entry, which a payment of no money links to it."""
        with self.lock:
            record = self._find("Invoice", invoice)
            value = exact(amount, record.customer)
            entry = Line(value, "JournalEntry", self.next_id(), credit=True)
            payment = Payment(id=self.next_id(), date=date, customer=record.customer, total=value * 0)
            return self._enter(payment, [Line(value, "Invoice", record.id), entry])

    # --- changing payments ----------------------------------------------------------------------------------

    def edit_payment(
        self,
        payment: str,
        *,
        date: datetime.date | None = None,
        total: Money | None = None,
        targets: Allocations | None = None,
        note: str | None = None,
    ) -> None:
        """Change a payment. A new date, note or total stamps only the payment, not the invoices it feeds.

        `targets` replaces its amounts on invoices. Less money alone lets the last charges shrink.
        """
        with self.lock:
            record = self._find("Payment", payment)
            lines = record.lines
            if targets is not None:
                self._payer(targets, str(record.customer.id))
                others = [line for line in lines if line.kind != "Invoice"]
                charges = [
                    Line(exact(amount, record.customer), "Invoice", int(number)) for number, amount in targets
                ]
                lines = charges + others
            money = record.total if total is None else exact(total, record.customer)
            if targets is None:
                lines = _fitting(lines, money)
            self._check(record, lines, money)
            record.total, record.date = money, date or record.date
            record.note = record.note if note is None else note
            self._restate(record, lines, self.quirks.move_touches_former)

    def refund_unapplied(self, payment: str, amount: Money) -> None:
        """Give unapplied money back by cheque: a further charge on the payment, no invoice moves."""
        with self.lock:
            record = self._find("Payment", payment)
            line = Line(exact(amount, record.customer), "Expense", self.next_id())
            self._check(record, [*record.lines, line], record.total)
            self._restate(record, [*record.lines, line])

    def void_payment(self, payment: str) -> None:
        """Void: the record stays, without amount and lines, and tells so only in its note."""
        with self.lock:
            record = self._unbanked(payment)
            record.total, record.voided = record.total * 0, True
            record.note = f"Voided - {record.note}" if record.note else "Voided"
            self._restate(record, [], self.quirks.void_touches_invoice)

    def delete_payment(self, payment: str) -> None:
        """Delete: only a stub in the change data tells of it."""
        with self.lock:
            record = self._unbanked(payment)
            self._set_lines(record, [], self.quirks.delete_touches_invoice)
            self.tables["Payment"].delete(record, self.now())
            self.truth.forget(record.id)

    def bank(self, payments: Sequence[str], date: datetime.date) -> str:
        """Take payments to the bank: a deposit that moves no balance and no date."""
        with self.lock:
            records = [self._unbanked(payment) for payment in payments]
            total = sum((record.total for record in records), ZERO)
            numbers = tuple(record.id for record in records)
            deposit = Deposit(
                id=self.next_id(), date=date, customer=records[0].customer, total=total, payments=numbers
            )
            self.tables["Deposit"].add(deposit, self.now())
            for record in records:
                record.banked = deposit.id
            self.touch(*records)
            return str(deposit.id)

    def unbank(self, deposit: str) -> None:
        """Delete a deposit, so that its payments can be voided."""
        with self.lock:
            record = self._find("Deposit", deposit)
            payments = [self._find("Payment", str(number)) for number in record.payments]
            for payment in payments:
                payment.banked = 0
            self.touch(*payments)
            self.tables["Deposit"].delete(record, self.now())

    # --- changing invoices that may be paid -----------------------------------------------------------------

    def change_total(self, invoice: str, total: Money) -> None:
        """Change an invoice's total (more than zero); what was applied beyond it becomes unapplied."""
        with self.lock:
            record = self._find("Invoice", invoice)
            value = exact(total, record.customer)
            if value <= 0 or value < record.deposit or record.voided:
                raise ValueError("a total stays above zero and covers the deposit; a void invoice stays void")
            excess = record.total - record.balance - value
            for payment in self._payments(record):
                if excess > 0:
                    share = sum(line.amount for line in payment.lines if charges(line, record))
                    self._shrink(payment, record, max(ZERO, share - excess))
                    excess -= min(share, excess)
            record.balance += value - record.total
            record.total = self.truth.invoices[record.id].total = value
            self.touch(record)

    def void_invoice(self, invoice: str) -> None:
        """Void as the web page does: payments are taken off first, then every amount becomes zero."""
        with self.lock:
            record = self._find("Invoice", invoice)
            for payment in self._payments(record):
                self._shrink(payment, record, ZERO)
            record.total = record.balance = record.deposit = record.discount = record.total * 0
            record.voided = True
            record.note = f"Voided - {record.note}" if record.note else "Voided"
            self.truth.invoices[record.id].state = "void"
            self.touch(record)

    def delete_invoice(self, invoice: str) -> None:
        """Delete an invoice; its payments become unapplied."""
        with self.lock:
            record = self._find("Invoice", invoice)
            for payment in self._payments(record):
                self._shrink(payment, record, ZERO)
            self.tables["Invoice"].delete(record, self.now())
            self.truth.invoices[record.id].state = "deleted"

    # --- inside ---------------------------------------------------------------------------------------------

    def _payer(self, allocations: Allocations, customer: str) -> Customer:
        """The one customer of these invoices; ValueError for two customers, a repeated or a void invoice."""
        records = [self._find("Invoice", number) for number, _ in allocations]
        buyers = {record.customer.id: record.customer for record in records}
        if customer:
            buyers.setdefault(int(customer), self._customer(customer))
        if len(buyers) != 1 or len({record.id for record in records}) < len(records):
            raise ValueError("a payment has one customer and names each invoice once")
        if any(record.voided for record in records):
            raise ValueError("nothing can be paid on a void invoice")
        buyer: Customer
        (buyer,) = buyers.values()
        return buyer

    def _unbanked(self, payment: str) -> Payment:
        record: Payment = self._find("Payment", payment)
        if record.banked:
            raise ValueError("a payment that sits in a bank deposit has to be taken out of it first")
        return record


def _fitting(lines: list[Line], money: Decimal) -> list[Line]:
    """The lines with the last charges lowered until the money covers them."""
    over = sum((-line.amount if line.credit else line.amount for line in lines), ZERO) - money
    fitting: list[Line] = []
    for line in reversed(lines):
        if over > 0 and not line.credit:
            taken = min(over, line.amount)
            over, line = over - taken, line._replace(amount=line.amount - taken)
        if line.amount:
            fitting.insert(0, line)
    return fitting
