"""Large GnuCash-shaped books and their job databases, written table by table because the engine needs seconds
for a hundred invoices.

Used by the kill test and the benchmark. `test_generated_books.py` proves that GnuCash's own engine reads such
a book and agrees. Everything is seeded: the same arguments give the same figures."""

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

SCHEMA = Path(__file__).with_name("gnucash_schema.sql")
FIRST_DAY = date(2025, 1, 1)
_NEVER = "1970-01-01 00:00:00"
_VERSIONS = {
    "Gnucash": 4000013, "Gnucash-Resave": 19920, "books": 1, "commodities": 1, "accounts": 1, "budgets":
    1, "budget_amounts": 1, "prices": 3, "transactions": 4, "splits": 5, "slots": 4, "recurrences": 2,
    "schedxactions": 1, "lots": 2, "billterms": 2, "customers": 2, "employees": 2, "entries": 4,
    "invoices": 4, "jobs": 1, "orders": 1, "taxtables": 2, "taxtable_entries": 3, "vendors": 1,
}  # fmt: skip
_CUSTOMERS = 50


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment of a generated book: its transaction, the lot of the invoice it settles, and what people
    see. Amounts in cents."""

    guid: str
    lot: str
    number: int
    day: date
    cents: int

    @classmethod
    def numbered(cls, number: int, place: int, day: date, cents: int) -> "Payment":
        """The payment of this number on the invoice at this place in the book."""
        return cls(_guid("f", number), _guid("1", place), number, day, cents)


@dataclass(frozen=True, slots=True)
class Expected:
    """What the job database must hold for one invoice once it is synced. Amounts in cents."""

    number: str
    customer: str
    total: int
    paid: int
    date_paid: date | None
    invoice_date: date
    payments: tuple[tuple[date, int], ...]

    @property
    def paid_text(self) -> str:
        """Paid Amount as decimal text."""
        return str(Decimal(self.paid).scaleb(-2))


def invoices(count: int, seed: int = 1) -> Iterator[Expected]:
    """The invoices of a book of this size: a third unpaid or part-paid, the rest paid in one or two
    payments."""
    chance = random.Random(seed)
    for index in range(count):
        total = chance.randint(1_000, 900_000)
        posted = FIRST_DAY + timedelta(days=chance.randint(0, 600))
        parts = chance.choice(
            ((), (total // 3,), (total,), (total,), (total // 2, total - total // 2), (total,))
        )
        days = sorted(posted + timedelta(days=chance.randint(0, 60)) for _ in parts)
        paid = sum(parts)
        yield Expected(
            number=f"{index + 1:06d}",
            customer=f"Customer {index % _CUSTOMERS + 1}",
            total=total,
            paid=paid,
            date_paid=days[-1] if paid == total and days else None,
            invoice_date=posted,
            payments=tuple(zip(days, parts, strict=True)),
        )


def write_book(path: Path, count: int, seed: int = 1) -> None:
    """Write a GnuCash book with this many posted customer invoices and their payments."""
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA synchronous=OFF")
        db.executescript(SCHEMA.read_text(encoding="utf-8"))
        _write_frame(db)
        _write_documents(db, count, seed)
    db.close()


def write_job_database(path: Path, count: int, seed: int = 1) -> None:
    """Write the job database of that book: every invoice, figures still empty."""
    with sqlite3.connect(path) as db:
        db.execute(
            "CREATE TABLE invoices (id INTEGER PRIMARY KEY, invoice_no VARCHAR(20) NOT NULL UNIQUE, "
            "customer_name VARCHAR(80), total NUMERIC(12,2), invoice_date DATE, "
            "paid_amount NUMERIC(12,2), date_paid DATE)"
        )
        rows = (
            (i.number, i.customer, str(Decimal(i.total).scaleb(-2)), i.invoice_date.isoformat())
            for i in invoices(count, seed)
        )
        db.executemany(
            "INSERT INTO invoices (invoice_no, customer_name, total, invoice_date) VALUES (?, ?, ?, ?)", rows
        )
    db.close()


MAPPING = """
[invoices]
table = "invoices"
key = ["id"]
number = "invoice_no"
paid_amount = "paid_amount"
date_paid = "date_paid"
total = "total"
customer = "customer_name"
invoice_date = "invoice_date"
currency_default = "USD"
"""


def _guid(kind: str, index: int) -> str:
    return f"{kind:0<4}{index:028x}".replace("o", "0")


def _write_frame(db: sqlite3.Connection) -> None:
    db.executemany("INSERT INTO versions VALUES (?, ?)", _VERSIONS.items())
    db.execute("INSERT INTO books VALUES (?, ?, ?)", ("b" * 32, "a" * 32, "c" * 32))
    db.execute(
        "INSERT INTO commodities VALUES (?, 'CURRENCY', 'USD', 'US Dollar', '840', 100, 0, 'currency', '')",
        ("d" * 32,),
    )
    accounts = [
        ("a" * 32, "Root Account", "ROOT", None, None),
        ("c" * 32, "Template Root", "ROOT", None, None),
    ]
    accounts += [(f"{n}" * 32, name, kind, "d" * 32, "a" * 32) for n, name, kind in _ACCOUNTS]
    db.executemany("INSERT INTO accounts VALUES (?, ?, ?, ?, 100, 0, ?, '', '', 0, 0)", accounts)
    feature = "features/ISO-8601 formatted date strings in SQLite3 databases."
    text = "Use ISO formatted date-time strings in SQLite3 databases (requires at least GnuCash 2.6.20)"
    db.execute(
        f"INSERT INTO slots VALUES (NULL, ?, 'features', 9, 0, NULL, NULL, '{_NEVER}', ?, 0, 1, NULL)",
        ("b" * 32, "f" * 32),
    )
    db.execute(
        f"INSERT INTO slots VALUES (NULL, ?, ?, 4, 0, ?, NULL, '{_NEVER}', NULL, 0, 1, NULL)",
        ("f" * 32, feature, text),
    )
    customers = [(_guid("c", n), f"Customer {n}", f"C{n}", "d" * 32) for n in range(1, _CUSTOMERS + 1)]
    columns = (
        "guid, name, id, notes, active, discount_num, discount_denom, credit_num, credit_denom, currency, "
        "tax_override, tax_included"
    )
    db.executemany(
        f"INSERT INTO customers ({columns}) VALUES (?, ?, ?, '', 1, 0, 1, 0, 1, ?, 0, 3)", customers
    )


_ACCOUNTS = (("1", "Receivable", "RECEIVABLE"), ("2", "Bank", "BANK"), ("3", "Sales", "INCOME"))
_RECEIVABLE, _BANK, _SALES, _USD = "1" * 32, "2" * 32, "3" * 32, "d" * 32


def payment_rows(payment: Payment) -> dict[str, list[tuple[object, ...]]]:
    """The rows of a payment, by table."""
    accounts = (_BANK, _RECEIVABLE)
    entry, halves = _transaction(
        payment.guid,
        f"P{payment.number}",
        payment.day,
        payment.cents,
        accounts,
        payment.lot,
        "b",
        payment.number,
    )
    mark = (None, payment.guid, "trans-txn-type", 4, 0, "P", None, _NEVER, None, 0, 1, None)
    return {"transactions": [entry], "splits": halves, "slots": [mark]}


def _transaction(
    guid: str, number: str, day: date, cents: int, accounts: tuple[str, str], lot: str, kind: str, place: int
) -> tuple[tuple[object, ...], list[tuple[object, ...]]]:
    """A transaction that moves cents into the first account out of the second, and its two splits."""
    splits: list[tuple[object, ...]] = []
    for side, (account, value) in enumerate(zip(accounts, (cents, -cents), strict=True)):
        in_lot = lot if account == _RECEIVABLE else None
        own = _guid(f"{kind}{side}", place)
        splits.append((own, guid, account, "", "", "n", _NEVER, value, 100, value, 100, in_lot))
    return (guid, _USD, number, f"{day} 10:59:00", f"{day} 12:00:00", ""), splits


def _write_documents(db: sqlite3.Connection, count: int, seed: int) -> None:
    transactions: list[tuple[object, ...]] = []
    splits: list[tuple[object, ...]] = []
    slots: list[tuple[object, ...]] = []
    documents: list[tuple[object, ...]] = []
    lots: list[tuple[object, ...]] = []
    entries: list[tuple[object, ...]] = []
    marks: list[tuple[object, ...]] = []
    payment = 0
    for index, invoice in enumerate(invoices(count, seed)):
        document, posting, lot = _guid("d", index), _guid("e", index), _guid("1", index)
        documents.append(
            (
                document,
                invoice.number,
                f"{invoice.invoice_date} 00:00:00",
                f"{invoice.invoice_date} 10:59:00",
                _USD,
                _guid("c", index % _CUSTOMERS + 1),
                posting,
                lot,
                _RECEIVABLE,
            )
        )
        lots.append((lot, _RECEIVABLE, -1))
        day = f"{invoice.invoice_date} 00:00:00"
        entries.append((_guid("4", index), day, day, _SALES, invoice.total, document))
        entry, halves = _transaction(
            posting,
            invoice.number,
            invoice.invoice_date,
            invoice.total,
            (_RECEIVABLE, _SALES),
            lot,
            "a",
            index,
        )
        transactions.append(entry)
        splits += halves
        slots.append((posting, "date-posted", 10, None, None, f"{invoice.invoice_date:%Y%m%d}"))
        slots.append((posting, "gncInvoice", 9, None, _guid("2", index), None))
        slots.append((_guid("2", index), "gncInvoice/invoice-guid", 5, None, document, None))
        slots.append((lot, "gncInvoice", 9, None, _guid("3", index), None))
        slots.append((_guid("3", index), "gncInvoice/invoice-guid", 5, None, document, None))
        slots.append((posting, "trans-txn-type", 4, "I", None, None))
        for day, amount in invoice.payments:
            payment += 1
            rows = payment_rows(Payment.numbered(payment, index, day, amount))
            transactions += rows["transactions"]
            splits += rows["splits"]
            marks += rows["slots"]
    db.executemany("INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?)", transactions)
    db.executemany("INSERT INTO splits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", splits)
    columns = "guid, date, date_entered, i_acct, i_price_num, invoice"
    db.executemany(
        f"INSERT INTO entries ({columns}, description, action, notes, quantity_num, quantity_denom, "
        "i_price_denom, i_discount_num, i_discount_denom, i_disc_type, i_disc_how, i_taxable, i_taxincluded) "
        "VALUES (?, ?, ?, ?, ?, ?, 'work', '', '', 1, 1, 100, 0, 1, 'PERCENT', 'PRETAX', 0, 0)",
        entries,
    )
    db.executemany("INSERT INTO lots VALUES (?, ?, ?)", lots)
    db.executemany(f"INSERT INTO slots VALUES (NULL, ?, ?, ?, 0, ?, NULL, '{_NEVER}', ?, 0, 1, ?)", slots)
    db.executemany("INSERT INTO slots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", marks)
    columns = "guid, id, date_opened, date_posted, currency, owner_guid, post_txn, post_lot, post_acc"
    db.executemany(
        f"INSERT INTO invoices ({columns}, notes, active, owner_type, charge_amt_num, charge_amt_denom) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', 1, 2, 0, 1)",
        documents,
    )
