"""Small companies whose books are on the web: a stand-in, a job database, and the program that serves them.
Used by the end-to-end tests of web books."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.end_to_end.program import Answer, Program
from tests.standins.quickbooks import QuickBooksStandIn
from tests.standins.serving import Server
from tests.standins.xero import XeroStandIn

MARCH_1, MARCH_20 = date(2026, 3, 1), date(2026, 3, 20)
MAPPING = """
[invoices]
table = "invoices"
key = ["id"]
number = "invoice_no"
paid_amount = "paid_amount"
date_paid = "date_paid"
total = "total"
currency_default = "{currency}"
"""


class WebOffice(ABC):
    """One company. `bills` are its invoices by number, with their ids in the books."""

    kind: str
    currency: str
    server: Server
    standin: QuickBooksStandIn | XeroStandIn

    def __init__(self, folder: Path) -> None:
        self.folder, self.jobs = folder, folder / "jobs.sqlite"
        self.program = Program(folder / "home", passphrase="open sesame 1234")
        self.bills: dict[str, str] = {}
        with closing(sqlite3.connect(self.jobs)) as db, db:
            db.execute(
                "CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no TEXT, total NUMERIC(12,2), "
                "paid_amount NUMERIC(12,2), date_paid DATE)"
            )

    @abstractmethod
    def fields(self) -> dict[str, str]:
        """What is set with --set."""

    @abstractmethod
    def refresh_token(self) -> str:
        """A refresh token obtained elsewhere."""

    @abstractmethod
    def add_bill(self, number: str, total: int) -> str:
        """An invoice of 1 March; its id."""

    @abstractmethod
    def pay(self, number: str, amount: int, day: date = MARCH_20) -> str:
        """A payment of this invoice; its id."""

    @abstractmethod
    def take_back(self, payment: str) -> None:
        """The payment is deleted in the books."""

    @abstractmethod
    def expected(self, number: str) -> tuple[Decimal, date | None]:
        """Paid Amount and Date Paid by the stand-in's own statement."""

    def end_permissions(self) -> None:
        """Somebody takes every permission away at the service."""
        self.standin.tokens.expire_access()
        self.standin.tokens.expire_refresh()

    def bill(self, number: str, total: int = 100) -> None:
        """An invoice in the books and its row in the job database."""
        self.bills[number] = self.add_bill(number, total)
        self.add_row(number)

    def add_row(self, number: str) -> None:
        """The row of an invoice in the job database."""
        with closing(sqlite3.connect(self.jobs)) as db, db:
            db.execute("INSERT INTO invoices (invoice_no) VALUES (?)", (number,))

    def add(self, *more: str, secret: str = "") -> Answer:
        """`company add`."""
        mapping = self.folder / "mapping.toml"
        mapping.write_text(MAPPING.format(currency=self.currency), encoding="utf-8")
        sets = [word for key, value in self.fields().items() for word in ("--set", f"{key}={value}")]
        jobs = ("--job-db", f"sqlite:///{self.jobs}", "--mapping", str(mapping))
        return self.program("company", "add", "Web", "--source", self.kind, *sets, *jobs, *more, text=secret)

    def connect(self) -> Answer:
        """`company connect` with a refresh token."""
        return self.program("company", "connect", "Web", "--refresh-token-stdin", text=self.refresh_token())

    def set_up(self) -> None:
        """Added and connected."""
        for answer in (self.add(), self.connect()):
            assert answer.code == 0, answer.out + answer.err

    def sync(self, *more: str) -> Answer:
        """A run of Past Month, accepted."""
        return self.program("sync", "Web", "--since", "month", "--yes", *more)

    def stored(self) -> dict[str, tuple[Decimal, date | None]]:
        """The figures in the job database, nothing as zero, by number."""
        with closing(sqlite3.connect(self.jobs)) as db:
            rows = db.execute("SELECT invoice_no, paid_amount, date_paid FROM invoices").fetchall()
        return {
            number: (
                Decimal(str(paid or 0)).quantize(Decimal("0.01")),
                date.fromisoformat(day) if day else None,
            )
            for number, paid, day in rows
        }

    def truth(self) -> dict[str, tuple[Decimal, date | None]]:
        """What the books say of all of them."""
        return {number: self.expected(number) for number in self.bills}


class QuickBooksOffice(WebOffice):
    """Books at QuickBooks Online."""

    kind, currency = "quickbooks-online", "USD"

    def __init__(self, folder: Path, standin: QuickBooksStandIn) -> None:
        super().__init__(folder)
        self.standin: QuickBooksStandIn = standin
        self.server = standin.server

    def fields(self) -> dict[str, str]:
        return {
            "client_id": self.standin.keys.client_id,
            "client_secret": self.standin.keys.client_secret,
            "redirect_uri": self.standin.redirect,
            "realm_id": self.standin.realm,
            "api_base": self.standin.api_base,
            "identity_base": self.standin.identity_base,
        }

    def refresh_token(self) -> str:
        return self.standin.sign_in()[1]

    def add_bill(self, number: str, total: int) -> str:
        return self.standin.books.add_invoice(number, MARCH_1, total)

    def pay(self, number: str, amount: int, day: date = MARCH_20) -> str:
        return self.standin.books.pay([(self.bills[number], amount)], day)

    def take_back(self, payment: str) -> None:
        self.standin.books.delete_payment(payment)

    def expected(self, number: str) -> tuple[Decimal, date | None]:
        found = self.standin.books.expected(self.bills[number])
        return found.paid_amount, found.date_paid


class XeroOffice(WebOffice):
    """Books at Xero."""

    kind, currency = "xero", "NZD"

    def __init__(self, folder: Path, standin: XeroStandIn) -> None:
        super().__init__(folder)
        self.standin: XeroStandIn = standin
        self.server = standin.server

    def fields(self) -> dict[str, str]:
        return {
            "client_id": self.standin.app.client_id,
            "api_base": self.standin.api_base,
            "identity_base": self.standin.identity_base,
        }

    def refresh_token(self) -> str:
        return self.standin.sign_in()[1]

    def add_bill(self, number: str, total: int) -> str:
        return self.standin.books.add_invoice(number, MARCH_1, total)

    def pay(self, number: str, amount: int, day: date = MARCH_20) -> str:
        return self.standin.books.pay(self.bills[number], amount, day)

    def take_back(self, payment: str) -> None:
        self.standin.books.delete_payment(payment)

    def expected(self, number: str) -> tuple[Decimal, date | None]:
        found = self.standin.books.expected(self.bills[number])
        return found.paid_amount, found.date_paid


@contextmanager
def web_office(kind: str, folder: Path) -> Iterator[WebOffice]:
    """A company of this kind with its state in `folder`, served while the block runs."""
    if kind == "xero":
        with XeroStandIn() as xero:
            yield XeroOffice(folder, xero)
    else:
        with QuickBooksStandIn() as quickbooks:
            yield QuickBooksOffice(folder, quickbooks)
