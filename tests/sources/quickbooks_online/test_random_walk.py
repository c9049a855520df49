"""Hundreds of business events in the order of a die, with a run after every few: each time every invoice must
stand as the stand-in's own statement of the business says."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from syncdesk.model.ledger import InvoiceStatus
from syncdesk.model.settlement import DEFAULT_RULES, SettlementRules, settle
from tests.sources.quickbooks_online.desk import Desk
from tests.standins.quickbooks import Books

EVENTS = 330
START = datetime(2026, 4, 10, 16, tzinfo=UTC)


class Business:
    """What people do to the books; a die decides. What the service would not let them do is no event."""

    def __init__(self, books: Books, dice: random.Random) -> None:
        self.books, self.dice = books, dice
        self.customers = [
            books.add_customer(f"Customer {place}", code) for place, code in enumerate(("", "EUR", "JPY"))
        ]
        self.memos: list[str] = []
        self.number = 0

    def event(self) -> bool:
        """One event; False if it could not be done."""
        happened: Callable[[], object] = self.dice.choice(
            [self.bill, self.bill, self.pay, self.pay, self.pay, self.pay_several, self.credit, self.mixed,
             self.write_off, self.redate, self.move, self.lower, self.void_payment, self.delete_payment,
             self.change_total, self.void_invoice, self.delete_invoice, self.redate_invoice, self.touch]
        )  # fmt: skip
        with suppress(ValueError, IndexError):
            happened()
            return True
        return False

    def day(self) -> date:
        """A day of the spring, early or late."""
        return date(2026, 3, 1) + timedelta(days=self.dice.randrange(60))

    def amount(self, most: Decimal) -> Decimal:
        """Some of it, in whole units of its last digit; often all."""
        units = int(most.scaleb(-int(most.as_tuple().exponent)))
        if units < 2 or self.dice.random() < 0.4:
            return most
        return Decimal(self.dice.randrange(1, units)).scaleb(int(most.as_tuple().exponent))

    def open_ones(self, customer: str) -> list[str]:
        """Invoices of a customer on which something is owed."""
        found = [self.books.record("Invoice", id_) for id_ in self.books.ids()]
        return [str(r.id) for r in found if r.balance > 0 and str(r.customer.id) == customer]

    def owed(self, invoice: str) -> Decimal:
        """Its balance."""
        balance: Decimal = self.books.record("Invoice", invoice).balance
        return balance

    def one_open(self) -> str:
        """Any invoice on which something is owed."""
        return self.dice.choice([id_ for customer in self.customers for id_ in self.open_ones(customer)])

    def payment(self) -> str:
        """Any payment."""
        return self.dice.choice(self.books.ids("Payment"))

    def bill(self) -> None:
        self.number += 1
        total = self.dice.choice([0, 10, 100, 333, 1000, 1200])
        deposit = self.dice.choice([0, 0, 0, total // 5])
        self.books.add_invoice(
            str(self.number), self.day(), total, self.dice.choice(self.customers), deposit=deposit
        )

    def pay(self) -> None:
        invoice = self.one_open()
        self.books.pay(
            [(invoice, self.amount(self.owed(invoice)))], self.day(), unapplied=self.dice.choice([0, 0, 7])
        )

    def pay_several(self) -> None:
        invoices = self.open_ones(self.dice.choice(self.customers))
        chosen = self.dice.sample(invoices, min(3, len(invoices)))
        self.books.pay([(id_, self.amount(self.owed(id_))) for id_ in chosen], self.day(),
                       journal_charge=self.dice.choice([0, 0, 5]))  # fmt: skip

    def credit(self) -> None:
        invoice = self.one_open()
        amount = self.amount(self.owed(invoice))
        customer = str(self.books.record("Invoice", invoice).customer.id)
        memo = self.books.credit_memo(customer, self.day(), amount)
        self.books.apply_credit(memo, [(invoice, amount)])

    def mixed(self) -> None:
        customer = self.dice.choice(self.customers)
        invoices = self.open_ones(customer)
        chosen = [(id_, self.owed(id_)) for id_ in self.dice.sample(invoices, min(2, len(invoices)))]
        credit = self.amount(sum((amount for _, amount in chosen), Decimal(0)))
        memo = self.books.credit_memo(customer, self.day(), credit)
        self.books.pay(chosen, self.day(), credits=[(memo, credit)])

    def write_off(self) -> None:
        invoice = self.one_open()
        self.books.write_off(invoice, self.amount(self.owed(invoice)), self.day())

    def redate(self) -> None:
        self.books.edit_payment(self.payment(), date=self.day())

    def move(self) -> None:
        payment = self.books.record("Payment", self.payment())
        target = self.dice.choice(self.open_ones(str(payment.customer.id)))
        amount = min(payment.total, self.owed(target))
        self.books.edit_payment(str(payment.id), targets=[(target, amount)])

    def lower(self) -> None:
        payment = self.books.record("Payment", self.payment())
        self.books.edit_payment(str(payment.id), total=self.amount(payment.total))

    def void_payment(self) -> None:
        self.books.void_payment(self.payment())

    def delete_payment(self) -> None:
        self.books.delete_payment(self.payment())

    def change_total(self) -> None:
        self.books.change_total(self.dice.choice(self.books.ids()), self.dice.choice([50, 500, 1500]))

    def void_invoice(self) -> None:
        if self.dice.random() < 0.4:
            self.books.void_invoice(self.dice.choice(self.books.ids()))

    def delete_invoice(self) -> None:
        if self.dice.random() < 0.4:
            self.books.delete_invoice(self.dice.choice(self.books.ids()))

    def redate_invoice(self) -> None:
        self.books.edit_invoice(self.dice.choice(self.books.ids()), date=self.day())

    def touch(self) -> None:
        self.books.edit_payment(self.payment(), note="seen")


def compare(desk: Desk, rules: SettlementRules) -> None:
    """Every invoice there ever was, as remembered, against the independent statement."""
    for number in desk.books.truth.invoices:
        invoice = str(number)
        truth = desk.books.expected(invoice, rules.credits_close)
        document = desk.memory.documents.get(invoice)
        if truth.state == "deleted":
            assert document is None or document.status is InvoiceStatus.DELETED, invoice
            continue
        assert document is not None, f"invoice {invoice} was never found"
        found = settle(document, rules)
        assert (found.paid_amount, found.date_paid) == (truth.paid_amount, truth.date_paid), invoice
        assert found.contradiction == "", invoice
        if rules.credits_close:
            assert (found.credited, found.outstanding) == (truth.credited, truth.outstanding), invoice


@pytest.mark.parametrize("touched", [True, False], ids=["stamps move", "stamps stay"])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_random_walk_of_business(desk: Desk, books: Books, seed: int, touched: bool) -> None:
    """Runs by change data, by walks, after long gaps, whatever the service stamps: M-1 to M-9."""
    quirks = books.quirks
    quirks.void_touches_invoice = quirks.delete_touches_invoice = quirks.move_touches_former = touched
    quirks.foreign_links = quirks.extra_row = not touched
    tokens, dice = desk.standin.tokens, random.Random(seed)
    tokens.access_seconds = tokens.refresh_seconds = 10**9
    clock = desk.standin.clock
    clock.freeze(START)
    business, events, runs = Business(books, dice), 0, 0
    while events < EVENTS:
        for _ in range(dice.randrange(1, 9)):
            events += business.event()
            clock.advance(seconds=dice.choice([0, 1, 40, 3000]))
        if dice.random() < 0.05:
            clock.advance(days=dice.choice([3, 31, 40]))
        early = clock.now() - timedelta(days=dice.choice([35, 60]))
        desk.run(min(early, desk.memory.complete) if desk.memory.complete and dice.random() < 0.1 else None)
        runs += 1
        compare(desk, DEFAULT_RULES)
        compare(desk, SettlementRules(credits_close=False))
    assert runs > 30
    everything = desk.read(remembered=desk.memory)
    assert set(everything) >= set(books.ids())
    assert {id_: d for id_, d in everything.items() if settle(d) != settle(desk.memory.documents[id_])} == {}
