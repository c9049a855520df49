"""A long seeded walk of what bookkeepers do, with runs in between: after each run the job database says what
the books say, by their own statement (S50-13, S50-14, M-2, F-8, F-12, CXQ-05)."""

import random
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from syncdesk.model.changes import RunResult
from tests.end_to_end.companies import Company
from tests.end_to_end.web_offices import MARCH_1, WebOffice, web_office
from tests.gnucash_books import ram_folder
from tests.memory_keyring import MemoryKeyring

EVENTS = 240
EVENTS_A_RUN = 6


@pytest.fixture(params=["quickbooks-online", "xero"])
def company(request: pytest.FixtureRequest, password_store: MemoryKeyring) -> Iterator[Company]:
    """A company that is set up and has no invoices yet."""
    with (
        tempfile.TemporaryDirectory(dir=ram_folder()) as folder,
        web_office(request.param, Path(folder)) as office,
    ):
        yield Company(office, password_store)


class Bookkeeper:
    """Does one thing after the other; `late` are invoices whose job rows are made only later."""

    def __init__(self, office: WebOffice, seed: int) -> None:
        self.office, self.dice = office, random.Random(seed)
        self.payments: list[str] = []
        self.late: list[str] = []
        self.number = 0

    def act(self) -> None:
        """One event; what the books refuse has not happened."""
        deed = self.dice.choice(
            [self.bill, self.bill, self.pay, self.pay, self.pay, self.take_back, self.make_row]
        )
        try:
            deed()
        except (ValueError, KeyError, IndexError):
            return

    def bill(self) -> None:
        self.number += 1
        number, total = f"W-{self.number}", self.dice.randrange(10, 500)
        if self.dice.random() < 0.2:
            self.office.bills[number] = self.office.add_bill(number, total)
            self.late.append(number)
        else:
            self.office.bill(number, total)

    def pay(self) -> None:
        number = self.dice.choice(list(self.office.bills))
        amount = self.dice.randrange(1, 200)
        self.payments.append(
            self.office.pay(number, amount, MARCH_1 + timedelta(days=self.dice.randrange(-5, 60)))
        )

    def take_back(self) -> None:
        payment = self.payments.pop(self.dice.randrange(len(self.payments)))
        self.office.take_back(payment)

    def make_row(self) -> None:
        """CXQ-05: the row of an invoice that was found before appears."""
        self.office.add_row(self.late.pop(0))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_walk_with_runs_in_between(company: Company, seed: int) -> None:
    keeper = Bookkeeper(company.office, seed)
    for step in range(1, EVENTS + 1):
        keeper.act()
        company.office.standin.clock.advance(seconds=keeper.dice.randrange(1, 2000))
        if step % EVENTS_A_RUN:
            continue
        summary = company.sync()
        assert summary.result is RunResult.SUCCESS, (step, summary.message, summary.brake)
        truth = company.office.truth()
        assert company.office.stored() == {n: truth[n] for n in truth if n not in keeper.late}, step
        if step % 60 == 0:
            assert company.sync().counts.written == 0
