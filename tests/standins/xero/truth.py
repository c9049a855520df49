"""What is true of each invoice, stated from business events alone and apart from records and rows.

The rules, in the words of an accountant:
- Money is what a customer sent: payments, and the parts of overpayments and prepayments applied to an
  invoice. A credit note closes an invoice but is no money.
- Nothing settles beyond the total, so an invoice became paid on the latest day of all that settles it.
  Where the
  books show that day themselves it is theirs: a credit counts on the day it was applied, as stated or else
  the
  later of its own day and the invoice's. Where they show none, everything counts on its own day, but the
  invoice is never paid before its own date.
- Nothing is owed on a draft or void invoice, and a zero invoice has nothing to pay: neither has a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tests.standins.xero.quirks import Quirks

NOTHING = Decimal("0.00")


class Expected(NamedTuple):
    """What a reader has to find, in the invoice's currency.

    `state` is one of waiting, part_paid, paid, nothing_to_pay, draft, void, deleted. Of a deleted draft no
    figure can be expected, as it never had one; its figures here are zero.
    """

    paid_amount: Decimal
    credited: Decimal
    outstanding: Decimal
    date_paid: date | None
    state: str


@dataclass(slots=True)
class Facts:
    """What is known of an invoice itself; `due` is the total less what is withheld for the tax office."""

    date: date
    due: Decimal
    state: str = ""  # draft, void or deleted


class Entry(NamedTuple):
    """Something that settles part of an invoice. `own` is the day of the receipt or of the credit's document;
    `applied` the stated day of its application, if any; `credit` tells the two kinds of non-payments."""

    invoice: str
    amount: Decimal
    own: date
    money: bool
    credit: bool = False
    applied: date | None = None


class Truth:
    """The independent statement."""

    def __init__(self, quirks: Quirks) -> None:
        self.invoices: dict[str, Facts] = {}
        self._entries: dict[str, Entry] = {}
        self._of: dict[str, list[str]] = {}
        self._quirks = quirks

    def settle(self, entry: str, what: Entry) -> None:
        """State that this settles part of its invoice from now on."""
        self._entries[entry] = what
        self._of.setdefault(what.invoice, []).append(entry)

    def undo(self, entry: str) -> None:
        """The payment was deleted, or the application of the credit undone."""
        gone = self._entries.pop(entry, None)
        if gone is not None:
            self._of[gone.invoice].remove(entry)

    def expected(
        self, invoice: str, *, everything_counts: bool = False, credits_close: bool = True
    ) -> Expected:
        """The figures of one invoice. `everything_counts`: credits count as paid. With `credits_close` off
        only money can bring a day; the other figures stay what the books say."""
        facts = self.invoices[invoice]
        if facts.state:
            return Expected(NOTHING, NOTHING, NOTHING, None, facts.state)
        entries = [self._entries[entry] for entry in self._of.get(invoice, ())]
        money = sum((entry.amount for entry in entries if entry.money), NOTHING)
        credit = sum((entry.amount for entry in entries if not entry.money), NOTHING)
        left = facts.due - money - credit
        if not facts.due and not entries:
            return Expected(NOTHING, NOTHING, NOTHING, None, "nothing_to_pay")
        state = "paid" if not left else "part_paid" if entries else "waiting"
        day = None
        if not left and credits_close and self._quirks.fully_paid_on:
            day = max(self._days(entries, facts))
        elif money + (credit if credits_close else NOTHING) >= facts.due:
            day = max(facts.date, *(entry.own for entry in entries if entry.money or credits_close))
        paid = money + credit if everything_counts else money
        return Expected(paid, NOTHING if everything_counts else credit, left, day, state)

    def _days(self, entries: list[Entry], facts: Facts) -> Iterator[date]:
        for entry in entries:
            if not entry.credit or self._quirks.credits_settle_on_own_date:
                yield entry.own
            else:
                yield entry.applied or max(entry.own, facts.date)
