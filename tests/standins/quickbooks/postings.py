"""The books of one company, second part: how the lines of a payment move balances, links and stamps."""

from __future__ import annotations

from decimal import Decimal

from tests.standins.quickbooks.documents import Documents, unit
from tests.standins.quickbooks.records import Invoice, JournalEntry, Line, Payment
from tests.standins.quickbooks.truth import ZERO


class Postings(Documents):
    """The mechanics below the business methods."""

    def _enter(self, payment: Payment, lines: list[Line]) -> str:
        """Enter a new payment, and before it the journal entries that its lines name."""
        self._check(payment, lines, payment.total)
        for line in lines:
            if line.kind == "JournalEntry":
                entry = JournalEntry(
                    id=line.target, date=payment.date, customer=payment.customer, total=line.amount
                )
                self.tables["JournalEntry"].add(entry, self.now())
        self.tables["Payment"].add(payment, self.now())
        self._set_lines(payment, lines)
        self._tell(payment)
        return str(payment.id)

    def _restate(self, payment: Payment, lines: list[Line], touch_former: bool = True) -> None:
        self._set_lines(payment, lines, touch_former)
        self.touch(payment)
        self._tell(payment)

    def _tell(self, payment: Payment) -> None:
        """State this payment to the truth, in terms of charges and credit."""
        charged = [
            (line.target if line.kind == "Invoice" else 0, line.amount)
            for line in payment.lines
            if not line.credit
        ]
        credit = sum((line.amount for line in payment.lines if line.credit), ZERO)
        self.truth.receive(payment.id, payment.date, charged, credit, unit(payment.customer))

    def _check(self, payment: Payment, lines: list[Line], money: Decimal) -> None:
        """ValueError unless every line has an amount its target can bear, and the money is enough."""
        used = sum((-line.amount if line.credit else line.amount for line in lines), ZERO)
        if any(line.amount <= 0 for line in lines) or not 0 <= used <= money:
            raise ValueError(
                f"{money} cannot be applied as {[(str(line.amount), line.kind) for line in lines]}"
            )
        before = {(line.kind, line.target): line.amount for line in payment.lines}
        for line in lines:
            if line.kind in ("Invoice", "CreditMemo"):
                target = self._find(line.kind, str(line.target))
                room = target.balance if line.kind == "Invoice" else target.remaining
                if target.customer is not payment.customer:
                    raise ValueError("a payment has one customer")
                if line.amount > room + before.get((line.kind, line.target), ZERO):
                    raise ValueError(f"{line.kind} {line.target} has room for {room} only")

    def _set_lines(self, payment: Payment, lines: list[Line], touch_former: bool = True) -> None:
        """Move balances, remaining credit and links from the old lines to the new; stamp what changes."""
        old, new = by_target(payment.lines), by_target(lines)
        payment.lines = lines
        for kind, number in dict.fromkeys([*old, *new]):
            less, more = old.get((kind, number), ZERO), new.get((kind, number), ZERO)
            target = self.tables[kind].rows[number] if kind in ("Invoice", "CreditMemo") else None
            if target is None or less == more:
                continue
            if isinstance(target, Invoice):
                target.balance += less - more
                if not less:
                    target.links.insert(0, ("Payment", payment.id))
                elif not more:
                    target.links.remove(("Payment", payment.id))
            else:
                target.remaining += less - more  # type: ignore[attr-defined]
            if touch_former or more:
                self.touch(target)
            target.wire = None

    def _payments(self, invoice: Invoice) -> list[Payment]:
        """The payments linked to an invoice, newest first."""
        return [self._find("Payment", str(number)) for kind, number in invoice.links if kind == "Payment"]

    def _shrink(self, payment: Payment, invoice: Invoice, amount: Decimal) -> None:
        """Lower what a payment gives to an invoice; credit that has no charge left goes back too."""
        kept = [
            line._replace(amount=amount) if charges(line, invoice) else line
            for line in payment.lines
            if amount or not charges(line, invoice)
        ]
        charged = sum((line.amount for line in kept if not line.credit), ZERO)
        lines = [line for line in kept if not line.credit]
        for line in kept:
            if line.credit and charged > 0:
                lines.append(line._replace(amount=min(line.amount, charged)))
                charged -= lines[-1].amount
        self._restate(payment, lines)


def charges(line: Line, invoice: Invoice) -> bool:
    """Whether this line of a payment is an amount on this invoice."""
    return line.kind == "Invoice" and line.target == invoice.id


def by_target(lines: list[Line]) -> dict[tuple[str, int], Decimal]:
    """The amounts of lines by kind and id of their targets."""
    return {(line.kind, line.target): line.amount for line in lines}
