"""Random business, seeded: after every few events what was read must be what the books say (S50-13, M-2, F-8,
F-12), whatever habits of Xero's nobody could prove."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest

from syncdesk.model.settlement import PaymentState
from tests.sources.xero.desk import Desk

MARCH_1 = date(2026, 3, 1)
EVENTS, EVENTS_A_RUN = 400, 8


class Walk:
    """A bookkeeper with dice. `invoices` are sales invoices; purchases stand beside them and are not ours."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.books, self.dice = desk, desk.books, random.Random(seed)
        self.invoices: list[str] = []
        self.payments: list[str] = []
        self.credits: list[str] = []
        self.allocations: list[str] = []
        self.number = 0

    def event(self) -> None:
        """One thing a bookkeeper does; what Xero refuses has not happened."""
        often = [self.bill] * 3 + [self.pay] * 5 + [self.apply] * 3 + [self.credit] * 2 + [self.undo] * 3
        seldom = [self.void, self.refund, self.edit, self.batch, self.receive, self.draft, self.purchase]
        try:
            self.dice.choice(often + seldom)()
        except (ValueError, IndexError, KeyError):
            return

    def compare(self) -> None:
        """Every invoice: all four figures, by the books' own statement."""
        for id_ in self.invoices:
            found, truth = self.desk.figures(id_), self.books.expected(id_)
            told = (found.paid_amount, found.credited, found.outstanding, found.date_paid)
            assert told == truth[:4], self.desk.memory.documents[id_]
            assert found.contradiction == ""
        assert set(self.desk.memory.documents) == set(self.invoices)

    # --- what may happen ------------------------------------------------------------------------------------

    def bill(self) -> None:
        status = self.dice.choice(["AUTHORISED"] * 8 + ["DRAFT", "SUBMITTED"])
        currency = self.dice.choice(["", "", "USD"])
        number, total = self._number("W"), Decimal(self.dice.randrange(30000)) / 100
        self.invoices.append(
            self.books.add_invoice(number, self._day(), total, currency=currency, status=status)
        )

    def purchase(self) -> None:
        """A bill of the same number, with a payment and a credit of its own."""
        number = self.books.invoice(self._invoice()).number
        bill = self.books.add_invoice(number, self._day(), 90, type="ACCPAY")
        self.books.pay(bill, 40, self._day())
        self.books.allocate(self.books.credit_note("", self._day(), 30, side="purchase"), bill, 30)

    def pay(self) -> None:
        invoice = self._invoice()
        owed = self.books.expected(invoice).outstanding
        part = owed * self.dice.randrange(1, 100) / 100
        amount = owed if self.dice.random() < 0.6 else part.quantize(Decimal("0.01"))
        self.payments.append(self.books.pay(invoice, amount, self._day()))

    def batch(self) -> None:
        several = self.dice.sample(self.invoices, 2)
        shares = [(id_, self.books.expected(id_).outstanding) for id_ in several]
        self.payments += self.books.batch_pay(shares, self._day())

    def receive(self) -> None:
        """More than is owed: the rest becomes an overpayment."""
        invoice = self._invoice()
        money = self.books.expected(invoice).outstanding + self.dice.randrange(1, 90)
        payment, over = self.books.receive(invoice, money, self._day())
        self.payments.append(payment)
        self.credits.append(over)

    def undo(self) -> None:
        """A payment is deleted, or a credit taken off."""
        if self.dice.random() < 0.6:
            self.books.delete_payment(self.dice.choice(self.payments))
        else:
            self.books.unallocate(self.dice.choice(self.allocations))

    def credit(self) -> None:
        make = self.dice.choice([self.books.credit_note, self.books.overpayment, self.books.prepayment])
        self.credits.append(make("", self._day(), Decimal(self.dice.randrange(100, 20000)) / 100))

    def apply(self) -> None:
        invoice = self._invoice()
        most = self.books.expected(invoice).outstanding
        amount = min(most, Decimal(self.dice.randrange(1, 8000)) / 100)
        stated = self._day() if self.dice.random() < 0.7 else None
        credit = self.dice.choice(self.credits)
        self.allocations.append(self.books.allocate(credit, invoice, amount, stated))

    def refund(self) -> None:
        """A part of a credit goes back to the customer: no invoice changes, and it may be deleted again."""
        credit = self.dice.choice(self.credits)
        self.payments.append(self.books.refund(credit, self.dice.randrange(1, 30), self._day()))

    def void(self) -> None:
        """An invoice, or a credit with all its applications."""
        if self.dice.random() < 0.6:
            self.books.void_invoice(self._invoice())
        else:
            self.books.void_credit(self.dice.choice(self.credits))

    def edit(self) -> None:
        """Another number, or a higher total."""
        invoice = self._invoice()
        if self.dice.random() < 0.5:
            self.books.renumber(invoice, self._number("R"))
        else:
            self.books.edit_total(invoice, self.books.invoice(invoice).total + 10)

    def draft(self) -> None:
        """A draft is approved or deleted."""
        draft = self.dice.choice([i for i in self.invoices if self.books.expected(i).state == "draft"])
        self.dice.choice([self.books.approve, self.books.delete_draft])(draft)

    # --- by chance ------------------------------------------------------------------------------------------

    def _day(self) -> date:
        return MARCH_1 + timedelta(days=self.dice.randrange(-20, 60))

    def _invoice(self) -> str:
        return self.dice.choice(self.invoices)

    def _number(self, prefix: str) -> str:
        self.number += 1
        return f"{prefix}-{self.number}"


@pytest.mark.parametrize("stated", [True, False], ids=["dated", "undated"])
@pytest.mark.parametrize("touches", [True, False], ids=["stamped", "unstamped"])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_walk_of_random_business(desk: Desk, seed: int, touches: bool, stated: bool) -> None:
    """400 events, a run after every eight. `undated`: Xero never says since when an invoice is paid."""
    desk.standin.quirks.payments_touch_invoice = touches
    desk.standin.quirks.allocations_touch_invoice = touches
    desk.standin.quirks.fully_paid_on = stated
    desk.standin.quirks.pagination = stated
    walk = Walk(desk, seed)
    for step in range(EVENTS):
        walk.event()
        desk.standin.clock.advance(seconds=walk.dice.randrange(0, 900))
        if step % EVENTS_A_RUN == EVENTS_A_RUN - 1:
            desk.run()
            walk.compare()
    states = {desk.figures(id_).state for id_ in walk.invoices}
    assert {PaymentState.PAID, PaymentState.PART_PAID, PaymentState.WAITING, PaymentState.VOID} <= states
    assert sum(desk.figures(id_).state is PaymentState.PAID for id_ in walk.invoices) > 5
