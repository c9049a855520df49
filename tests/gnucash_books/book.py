"""A GnuCash book held open by GnuCash's own engine: opening, accounts, lookups, and the one C call the
bindings lack.

Runs under the system interpreter beside Debian's bindings; used by steps.py, answers.py and builder.py only.
"""

import ctypes
import datetime as dt
import sqlite3
import time
from fractions import Fraction
from pathlib import Path

import gnucash.gnucash_core_c as gc
from gnucash import Account, GncLot, GncNumeric, Query, Session, SessionOpenMode, Split, Transaction
from gnucash.gnucash_business import Customer, Invoice

ACCOUNTS = {
    "Receivable": gc.ACCT_TYPE_RECEIVABLE,
    "Payable": gc.ACCT_TYPE_PAYABLE,
    "Bank": gc.ACCT_TYPE_BANK,
    "Cash": gc.ACCT_TYPE_CASH,
    "Sales": gc.ACCT_TYPE_INCOME,
    "Costs": gc.ACCT_TYPE_EXPENSE,
    "Write-offs": gc.ACCT_TYPE_EXPENSE,
    "Bank charges": gc.ACCT_TYPE_EXPENSE,
    "Tax": gc.ACCT_TYPE_LIABILITY,
}


class Numeric(ctypes.Structure):
    """The engine's gnc_numeric, passed by value."""

    _fields_ = [("num", ctypes.c_int64), ("denom", ctypes.c_int64)]


def numeric(text) -> GncNumeric:
    """An exact amount from decimal text such as '120.50'."""
    value = Fraction(str(text))
    return GncNumeric(value.numerator, value.denominator)


def fraction(value) -> Fraction:
    return Fraction(value.num(), value.denom())


def address(wrapped) -> int:
    """The C pointer behind an object of the bindings."""
    return int(wrapped.instance)


def wrap(kind, raw):
    """The bindings hand back some objects wrapped and others as bare pointers."""
    return raw if isinstance(raw, kind) else kind(instance=raw)


def engine_library() -> ctypes.CDLL:
    """The engine library that the bindings have already loaded into this process."""
    for line in Path("/proc/self/maps").read_text().splitlines():
        if "libgnc-engine" in line:
            return ctypes.CDLL(line.split()[-1])
    raise RuntimeError("the GnuCash engine library is not loaded")


ENGINE = engine_library()
ENGINE.qof_entity_get_guid.restype, ENGINE.qof_entity_get_guid.argtypes = ctypes.c_void_p, [ctypes.c_void_p]


def guid_of(wrapped) -> str:
    """32 hex digits that identify any engine object."""
    return ctypes.string_at(ENGINE.qof_entity_get_guid(address(wrapped)), 16).hex()


def create(path: str) -> None:
    """Make an empty book. The creating session must not be used for anything else: in 4.x nothing it does is
    stored."""
    session = Session(f"sqlite3://{path}", SessionOpenMode.SESSION_NEW_STORE)
    with sqlite3.connect(path) as database:
        empty = not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'books'").fetchone()
    database.close()
    if empty:  # 5.x stores nothing until a changed book is saved
        currency = session.book.get_table().lookup("CURRENCY", "USD")
        root = Account(session.book)
        session.book.get_root_account().append_child(root)
        root.SetName("Assets")
        root.SetType(gc.ACCT_TYPE_ASSET)
        root.SetCommodity(currency)
        session.save()
    session.end()
    session.destroy()
    with sqlite3.connect(path) as database:
        database.execute("DELETE FROM gnclock")  # 5.x leaves its own lock behind here
    database.close()


class EngineBook:
    """One session on one book. `labels` maps the names that steps use to (kind, guid); it outlives the
    session."""

    def __init__(self, path: str, home: str, labels: dict) -> None:
        self.path, self.home, self.labels = path, home, labels
        self.library = ENGINE
        self.glib = ctypes.CDLL("libglib-2.0.so.0")
        self._open()

    def _open(self) -> None:
        self.session = Session(f"sqlite3://{self.path}", SessionOpenMode.SESSION_NORMAL_OPEN)
        self.book = self.session.book
        self.root = self.book.get_root_account()
        self.objects = {}

    def close(self) -> None:
        self.session.save()
        self.session.end()
        self.session.destroy()

    def reopen(self) -> None:
        """Close the program and start it again on the same book."""
        self.close()
        self._open()

    def currency(self, code: str):
        return self.book.get_table().lookup("CURRENCY", code)

    def account(self, name: str, code: str = "") -> Account:
        """The account of this name, made if missing. Receivable and bank accounts exist once per currency:
        'Bank EUR'."""
        code = code or self.home
        title = name if code == self.home or name.endswith(code) else f"{name} {code}"
        found = self.root.lookup_by_name(title)
        if found is not None:
            return found
        made = Account(self.book)
        self.root.append_child(made)
        made.SetName(title)
        made.SetType(
            ACCOUNTS[next(kind for kind in sorted(ACCOUNTS, key=len, reverse=True) if title.startswith(kind))]
        )
        made.SetCommodity(self.currency(code))
        return made

    def make_accounts(self, names, code: str = "") -> None:
        """Make these accounts now: 4.x stumbles over a foreign currency whose first account comes in a later
        session."""
        for name in names:
            self.account(name, code)

    def keep(self, label: str, kind: str, wrapped) -> None:
        """Remember an object under the name that later steps use."""
        self.labels[label] = [kind, guid_of(wrapped)]
        self.objects[label] = wrapped

    def get(self, label: str):
        """The object of this name, looked up by its guid in the present session."""
        if label not in self.objects:
            kind, guid = self.labels[label]
            self.objects[label] = self._lookup(kind, guid)
        return self.objects[label]

    def _lookup(self, kind: str, guid: str):
        if kind in ("invoice", "customer"):
            wrapper, type_name = (Invoice, "gncInvoice") if kind == "invoice" else (Customer, "gncCustomer")
            for wrapped in self.all(type_name, wrapper):
                if guid_of(wrapped) == guid:
                    return wrapped
        if kind == "transaction":
            for raw in self._search("Trans"):
                wrapped = Transaction(instance=raw)
                if guid_of(wrapped) == guid:
                    return wrapped
        raise KeyError(f"no {kind} {guid} in the book")

    def _search(self, type_name: str) -> list:
        query = Query()
        query.search_for(type_name)
        query.set_book(self.book)
        found = list(query.run())
        query.destroy()
        return found

    def all(self, type_name: str, wrapper) -> list:
        """Every object of this engine type in the book."""
        return [wrapper(instance=raw) for raw in self._search(type_name)]

    def splits(self, transaction: Transaction) -> list:
        return [wrap(Split, raw) for raw in transaction.GetSplitList()]

    def lot_of(self, document: Invoice) -> GncLot:
        """The lot of a document's posting split, which the payment window goes by. After 'post again in a
        later session' the document's own pointer is stale."""
        account = guid_of(document.GetPostedAcc())
        for split in self.splits(document.GetPostedTxn()):
            if guid_of(split.GetAccount()) == account and split.GetLot() is not None:
                return wrap(GncLot, split.GetLot())
        return wrap(GncLot, document.GetPostedLot())

    def instant(self, day: str, style: str) -> int:
        """Seconds since 1970 for a day: 'window' as the payment window stores it (10:59 UTC), 'script' at
        local midnight."""
        date = dt.date.fromisoformat(day)
        if style == "window":
            return int(dt.datetime(date.year, date.month, date.day, 10, 59, tzinfo=dt.UTC).timestamp())
        if style == "script":
            return int(time.mktime(date.timetuple()))
        raise ValueError(f"unknown style {style!r}")

    def pay(
        self,
        owner: int,
        lots: list,
        receivable,
        bank,
        amount,
        rate,
        seconds: int,
        memo: str,
        number: str,
        auto: bool,
    ):
        """gncOwnerApplyPaymentSecs, which the payment window calls too. Returns the new payment transaction,
        None for a mere link."""
        chain = None
        self.glib.g_list_append.restype = ctypes.c_void_p
        self.glib.g_list_append.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        for lot in lots:
            chain = self.glib.g_list_append(chain, address(lot))
        call = self.library.gncOwnerApplyPaymentSecs
        call.restype = None
        pointer = ctypes.c_void_p
        call.argtypes = [
            pointer, pointer, pointer, pointer, pointer, Numeric, Numeric,
            ctypes.c_int64, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int,
        ]  # fmt: skip
        amount, rate = Fraction(str(amount)), Fraction(str(rate))
        before = {guid_of(Transaction(instance=raw)) for raw in self._search("Trans")} if amount else set()
        call(
            owner, None, chain, address(receivable), address(bank) if bank is not None else None,
            Numeric(amount.numerator, amount.denominator), Numeric(rate.numerator, rate.denominator),
            seconds, memo.encode(), number.encode(), int(auto),
        )  # fmt: skip
        return self._new_payment(before) if amount else None

    def _new_payment(self, before: set):
        new = [Transaction(instance=raw) for raw in self._search("Trans")]
        new = [txn for txn in new if guid_of(txn) not in before and txn.GetTxnType() == gc.TXN_TYPE_PAYMENT]
        return new[0] if new else None
