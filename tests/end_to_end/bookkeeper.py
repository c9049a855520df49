"""A bookkeeper at work in a generated book, who knows what each invoice must say. Used by the tests of many
desks."""

import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from tests.generated_books import Expected, Payment, invoices, payment_rows, write_book


@dataclass(slots=True)
class Account:
    """One invoice with its payments as they stand now."""

    invoice: Expected
    place: int
    payments: dict[str, Payment] = field(default_factory=dict)

    @property
    def owed(self) -> int:
        """Cents still owed."""
        return self.invoice.total - sum(payment.cents for payment in self.payments.values())

    @property
    def figures(self) -> tuple[Decimal, date | None]:
        """What the job database must say: an independent reckoning of D1 and D2 for payments alone."""
        paid, closed = 0, None
        for payment in sorted(self.payments.values(), key=lambda payment: payment.day):
            paid += payment.cents
            if closed is None and paid >= self.invoice.total:
                closed = max(payment.day, self.invoice.invoice_date)
        return Decimal(paid).scaleb(-2), closed


class Bookkeeper:
    """Pays, corrects, re-dates and takes back, each piece of work in one transaction, as GnuCash does."""

    def __init__(self, book: Path, count: int, chance: random.Random) -> None:
        write_book(book, count)
        self._book, self._chance = book, chance
        self._entered = 0
        self.accounts = [Account(invoice, place) for place, invoice in enumerate(invoices(count))]
        number = 0
        for account in self.accounts:
            for day, cents in account.invoice.payments:
                number += 1
                payment = Payment.numbered(number, account.place, day, cents)
                account.payments[payment.guid] = payment

    def expected(self) -> dict[str, tuple[Decimal, date | None]]:
        """What each invoice must say now, by number."""
        return {account.invoice.number: account.figures for account in self.accounts}

    def work(self, changes: int) -> None:
        """Change so many invoices."""
        with closing(sqlite3.connect(self._book, timeout=30)) as db, db:
            for account in self._chance.sample(self.accounts, changes):
                self._change(db, account)

    def _change(self, db: sqlite3.Connection, account: Account) -> None:
        if account.owed and (not account.payments or self._chance.random() < 0.5):
            self._pay(db, account)
        else:
            guid = self._chance.choice(list(account.payments))
            self._chance.choice((self._take_back, self._redate, self._correct))(db, account, guid)

    def _pay(self, db: sqlite3.Connection, account: Account) -> None:
        self._entered += 1
        cents = account.owed if self._chance.random() < 0.5 else self._chance.randint(1, account.owed)
        last = max((p.day for p in account.payments.values()), default=account.invoice.invoice_date)
        day = last + timedelta(days=self._chance.randint(0, 3))
        payment = Payment.numbered(10**6 + self._entered, account.place, day, cents)
        account.payments[payment.guid] = payment
        for table, rows in payment_rows(payment).items():
            for row in rows:
                db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    def _take_back(self, db: sqlite3.Connection, account: Account, guid: str) -> None:
        db.execute("DELETE FROM transactions WHERE guid = ?", (guid,))
        db.execute("DELETE FROM splits WHERE tx_guid = ?", (guid,))
        db.execute("DELETE FROM slots WHERE obj_guid = ?", (guid,))
        del account.payments[guid]

    def _redate(self, db: sqlite3.Connection, account: Account, guid: str) -> None:
        old = account.payments[guid]
        day = old.day + timedelta(days=self._chance.randint(1, 9))
        db.execute("UPDATE transactions SET post_date = ? WHERE guid = ?", (f"{day} 10:59:00", guid))
        account.payments[guid] = Payment(old.guid, old.lot, old.number, day, old.cents)

    def _correct(self, db: sqlite3.Connection, account: Account, guid: str) -> None:
        old = account.payments[guid]
        cents = self._chance.randint(1, old.cents + account.owed)
        change = (
            "UPDATE splits SET value_num = {0}?, quantity_num = {0}? WHERE tx_guid = ? AND value_num {1} 0"
        )
        for sign, side in (("", ">"), ("-", "<")):
            db.execute(change.format(sign, side), (cents, cents, guid))
        account.payments[guid] = Payment(old.guid, old.lot, old.number, old.day, cents)
