"""The engine's own answers about a book: totals, balances, paid flags, owners and dates. Called by
builder.py."""

import ctypes
import time
from decimal import Decimal
from fractions import Fraction

import gnucash.gnucash_core_c as gc
from book import EngineBook, address, fraction, guid_of, wrap
from gnucash import Split
from gnucash.gnucash_business import Invoice

KINDS = {
    gc.GNC_OWNER_CUSTOMER: "customer",
    gc.GNC_OWNER_VENDOR: "supplier",
    gc.GNC_OWNER_EMPLOYEE: "employee",
}


def amount_text(value: Fraction) -> str:
    """An exact decimal text."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(exact) != value:
        raise ValueError(f"{value} has no exact decimal form")
    return f"{exact:f}"


def report(book: EngineBook) -> dict:
    """Every document of the book as the engine sees it."""
    return {
        "labels": {label: guid for label, (_, guid) in book.labels.items()},
        "documents": [_document(book, document) for document in book.all("gncInvoice", Invoice)],
    }


def _document(book, document) -> dict:
    library = book.library
    for name in ("gncInvoiceGetOwner", "gncOwnerGetEndOwner"):
        getattr(library, name).restype = ctypes.c_void_p
        getattr(library, name).argtypes = [ctypes.c_void_p]
    owner = library.gncOwnerGetEndOwner(library.gncInvoiceGetOwner(address(document)))
    library.gncOwnerGetName.restype, library.gncOwnerGetName.argtypes = ctypes.c_char_p, [ctypes.c_void_p]
    library.gncOwnerGetType.argtypes = [ctypes.c_void_p]
    guid = guid_of(document)
    posted = document.IsPosted()
    answer = {
        "guid": guid,
        "label": next((label for label, (_, known) in book.labels.items() if known == guid), ""),
        "number": document.GetID(),
        "owner_kind": KINDS.get(library.gncOwnerGetType(owner), "other"),
        "owner": (library.gncOwnerGetName(owner) or b"").decode(),
        "currency": document.GetCurrency().get_mnemonic(),
        "credit_note": bool(document.GetIsCreditNote()),
        "posted": bool(posted),
        "total": amount_text(fraction(document.GetTotal())),
        "paid": bool(document.IsPaid()),
    }
    return answer | (_posting(book, document) if posted else {})


def _posting(book, document) -> dict:
    transaction = document.GetPostedTxn()
    lot = book.lot_of(document)
    splits = [wrap(Split, raw) for raw in lot.get_split_list()]
    own = guid_of(transaction)
    return {
        "date": _day(book, transaction),
        "due": f"{document.GetDateDue():%Y-%m-%d}",
        "stale_lot": guid_of(document.GetPostedLot()) != guid_of(lot),
        "balance": amount_text(fraction(lot.get_balance())),
        "splits": sorted(
            (
                {
                    "transaction": guid_of(split.GetParent()),
                    "quantity": amount_text(fraction(split.GetAmount())),
                    "date": _day(book, split.GetParent()),
                    "posting": guid_of(split.GetParent()) == own,
                    "number": split.GetParent().GetNum(),
                }
                for split in splits
            ),
            key=lambda split: (split["date"], split["transaction"], split["quantity"]),
        ),
    }


def _day(book, transaction) -> str:
    """The day as the program's windows show it: the stored instant in the zone the program runs in."""
    getter = book.library.xaccTransRetDatePosted
    getter.restype, getter.argtypes = ctypes.c_int64, [ctypes.c_void_p]
    return time.strftime("%Y-%m-%d", time.localtime(getter(address(transaction))))
