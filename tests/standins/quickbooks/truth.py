"""What is true of each invoice, told by business events and worked out apart from records, rows and links.

The rules, in the words of an accountant: - Money applied to an invoice is paid; credit memos and write-offs
applied to it are credited; both lower what is owed. - One entry may use money and credit on several charges
at once. The books do not say which charge got which, so every
  charge takes money and credit in the same proportion, in whole minor units, the largest fractions rounded
  up first and the earlier charge first among equals.
- A deposit taken on the invoice form is money received on the invoice's own date. - An invoice became paid
on the first day of the last unbroken run of day-ends at which nothing was owed, but never
  before its own date. Nothing is owed, and no date is due, for a zero or void invoice.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import NamedTuple

ZERO = Decimal(0)


class Expected(NamedTuple):
    """What a reader has to find, in the invoice's currency.

    `state` is one of waiting, part_paid, paid, nothing_to_pay, void, deleted. Of a deleted invoice nothing
    else can be expected, as a job row keeps what it was last given; its figures here are zero.
    """

    paid_amount: Decimal
    credited: Decimal
    outstanding: Decimal
    date_paid: date | None
    state: str


@dataclass(slots=True)
class InvoiceFacts:
    """What is known of an invoice itself."""

    date: date
    total: Decimal
    deposit: Decimal = ZERO
    state: str = ""  # "void" or "deleted"


class Receipt(NamedTuple):
    """One entry that settles invoices: its day, and for each invoice the money and the credit it got."""

    date: date
    shares: tuple[tuple[int, Decimal, Decimal], ...]  # (invoice, money, credit)
    mixed: bool


class Truth:
    """The independent statement. Ids are numbers here; amounts are in the currency of the customer."""

    def __init__(self) -> None:
        self.invoices: dict[int, InvoiceFacts] = {}
        self.receipts: dict[int, Receipt] = {}
        self._entries_of: dict[int, list[int]] = {}

    def receive(
        self, entry: int, day: date, charges: list[tuple[int, Decimal]], credit: Decimal, unit: Decimal
    ) -> None:
        """State anew what an entry settles: amounts on invoices (id 0: others) and the credit used."""
        self.forget(entry)
        credits = split([amount for _, amount in charges], credit, unit)
        shares = tuple(
            (invoice, amount - by_credit, by_credit)
            for (invoice, amount), by_credit in zip(charges, credits, strict=True)
            if invoice
        )
        for invoice, _, _ in shares:
            self._entries_of.setdefault(invoice, []).append(entry)
        whole = sum((amount for _, amount in charges), ZERO)
        self.receipts[entry] = Receipt(day, shares, ZERO < credit < whole)

    def forget(self, entry: int) -> None:
        """The entry settles nothing any more: voided, deleted, or about to be stated anew."""
        old = self.receipts.pop(entry, None)
        for invoice, _, _ in old.shares if old else ():
            self._entries_of[invoice].remove(entry)

    def mixed(self, invoice: int) -> bool:
        """Whether any share of this invoice was split between money and credit by proportion."""
        return any(self.receipts[entry].mixed for entry in self._entries_of.get(invoice, ()))

    def expected(self, invoice: int, credits_close: bool = True) -> Expected:
        """The figures of one invoice; with `credits_close` off only money can make it paid."""
        facts = self.invoices[invoice]
        if facts.state:
            return Expected(ZERO, ZERO, ZERO, None, facts.state)
        if not facts.total:
            return Expected(ZERO, ZERO, ZERO, None, "nothing_to_pay")
        paid = credited = ZERO
        days: dict[date, Decimal] = defaultdict(Decimal)
        entries = [
            (receipt.date, money, credit)
            for receipt in self._receipts(invoice)
            for target, money, credit in receipt.shares
            if target == invoice
        ]
        for day, money, credit in [(facts.date, facts.deposit, ZERO), *entries]:
            paid, credited = paid + money, credited + credit
            days[day] += money + credit if credits_close else money
        outstanding = facts.total - paid - credited
        state = "paid" if outstanding <= 0 else "part_paid" if paid or credited else "waiting"
        return Expected(paid, credited, outstanding, last_stretch(days, facts), state)

    def _receipts(self, invoice: int) -> list[Receipt]:
        return [self.receipts[entry] for entry in self._entries_of.get(invoice, ())]


def last_stretch(days: dict[date, Decimal], facts: InvoiceFacts) -> date | None:
    """The first day-end of the last unbroken run of covered ones, or None if the last day is not covered."""
    running, since = ZERO, None
    for day in sorted(days):
        running += days[day]
        if running < facts.total:
            since = None
        elif since is None:
            since = max(day, facts.date)
    return since


def split(charges: list[Decimal], credit: Decimal, unit: Decimal) -> list[Decimal]:
    """The credit shared over the charges in proportion, money by largest remainder in units of `unit`."""
    whole = sum(charges, ZERO)
    if not credit:
        return [ZERO for _ in charges]
    if credit == whole:
        return list(charges)
    exact = [
        Fraction(amount) * Fraction(whole - credit) / Fraction(whole) / Fraction(unit) for amount in charges
    ]
    money = [int(share) for share in exact]
    missing = int(((whole - credit) / unit).to_integral_value(ROUND_FLOOR)) - sum(money)
    for index in sorted(range(len(exact)), key=lambda i: (money[i] - exact[i], i))[:missing]:
        money[index] += 1
    return [amount - units * unit for amount, units in zip(charges, money, strict=True)]
