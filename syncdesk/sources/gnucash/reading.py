"""One look at a proven copy of a book: turns its rows into invoices with movements. Opened by source.py."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from syncdesk.model.errors import RunCancelled
from syncdesk.model.ledger import (
    Company,
    Customer,
    DocumentKind,
    Invoice,
    InvoiceStatus,
    Movement,
    MovementKind,
    SourceClaim,
)
from syncdesk.model.money import ZERO, minor_digits, money_text, to_minor_unit
from syncdesk.model.ports import Cancelled
from syncdesk.sources.gnucash import tables
from syncdesk.sources.gnucash.crossings import Offset, Part, offsets
from syncdesk.sources.gnucash.days import Days
from syncdesk.sources.gnucash.tables import Row

_CANCEL_EVERY = 200
_POSTED_AGAIN = (
    "This invoice was un-posted and posted again in a later session of GnuCash. By a known fault GnuCash "
    "itself goes on showing it as unpaid, even once it is paid. Here counts what was paid on it since then."
)


class BookReading:
    """A `Reading` of the copy. `company` and `newest_entry` are read at once, invoices are streamed."""

    def __init__(
        self, copy: sqlite3.Connection, token: str, started_at: datetime, days: Days, cancelled: Cancelled
    ) -> None:
        self._copy, self._days, self._cancelled = copy, days, cancelled
        self.token, self.started_at = token, started_at
        self.company: Company = tables.company(copy)
        self.newest_entry = tables.newest_entry(copy)

    def invoices(self) -> Iterator[Invoice]:
        """Every customer document of the book once, in the book's order."""
        tables.prepare(self._copy)
        return _Invoices(self._copy, self._days, self._cancelled).stream()


class _Invoices:
    """The facts that all documents share, and the walk over documents and shares side by side."""

    def __init__(self, copy: sqlite3.Connection, days: Days, cancelled: Cancelled) -> None:
        self._copy, self._day, self._cancelled = copy, days.day, cancelled
        self._customers = {guid: Customer(guid, name or "") for guid, name in tables.customers(copy)}
        self._credit_notes = tables.credit_notes(copy)
        self._offsets = self._read_offsets()
        self._unused: dict[str, Decimal] = defaultdict(Decimal)
        for transaction, num, denom in tables.unused(copy):
            self._unused[transaction] -= _exact(num, denom, "")

    def _read_offsets(self) -> dict[str, dict[str, list[Offset]]]:
        """By transaction and document, what documents of opposite kind settled."""
        crossing: dict[str, list[Part]] = defaultdict(list)
        for transaction, num, denom, document, posted, posted_on, slot in tables.crossings(self._copy):
            quantity = _exact(num, denom, "")
            if document is None:
                crossing[transaction].append(Part(quantity))
            else:
                crossing[transaction].append(
                    Part(quantity, document, Decimal(posted), self._day(slot, posted_on))
                )
        return {transaction: offsets(parts) for transaction, parts in crossing.items()}

    def stream(self) -> Iterator[Invoice]:
        """Documents and shares come in the same order, so that one step forward in each is enough."""
        shares = tables.shares(self._copy)
        share = shares.fetchone()
        before = None
        for count, row in enumerate(tables.documents(self._copy)):
            if count % _CANCEL_EVERY == 0 and self._cancelled():
                raise RunCancelled
            place = row[0]
            if place == before:
                continue  # a posting with two splits in lots: only the first is the document's
            before = place
            own = []
            while share is not None and share[0] == place:
                own.append(share)
                share = shares.fetchone()
            yield self._draft(row) if row[6] is None else self._invoice(row, own)

    def _draft(self, row: Row) -> Invoice:
        _, guid, number, customer, currency, *_ = row
        return Invoice(
            id=guid,
            number=number or "",
            customer=self._customer(customer),
            currency=currency or "",
            total=to_minor_unit(ZERO, currency or ""),
            date=None,
            kind=DocumentKind.CREDIT_NOTE if guid in self._credit_notes else DocumentKind.INVOICE,
            status=InvoiceStatus.DRAFT,
        )

    def _invoice(self, row: Row, shares: list[Row]) -> Invoice:
        _, guid, number, customer, currency, stamp, lot, num, denom, stale, slot, due, balance, account = row
        credit_note = guid in self._credit_notes
        sign = -1 if credit_note else 1
        day = self._day(slot, stamp)
        if balance is None:  # denominators differ, which SQLite cannot add up exactly
            open_balance = sum(
                (_exact(n, d, currency) for n, d in tables.quantities(self._copy, lot, account)), ZERO
            )
        else:
            open_balance = _exact(balance, denom, currency)
        movements = self._movements(guid, currency, sign, day, shares) if shares else ()
        notes: tuple[str, ...] = (_POSTED_AGAIN,) if stale else ()
        if self._unused and shares:
            notes += self._unused_notes(currency, shares)
        return Invoice(
            id=guid,
            number=number or "",
            customer=self._customer(customer),
            currency=currency,
            total=_exact(sign * num, denom, currency),
            date=day,
            kind=DocumentKind.CREDIT_NOTE if credit_note else DocumentKind.INVOICE,
            due_date=self._day(None, due) if due else None,
            movements=movements,
            claim=_claim(open_balance if sign == 1 else -open_balance + ZERO),
            notes=notes,
        )

    def _customer(self, guid: str | None) -> Customer:
        return self._customers.get(guid or "") or Customer(guid or "", "")

    def _movements(
        self, document: str, currency: str, sign: int, day: date, shares: list[Row]
    ) -> tuple[Movement, ...]:
        """One movement for each transaction and kind, by date. Splits of one transaction in one lot count as
        one: GnuCash splits and merges them as it likes."""
        if len({share[1] for share in shares}) < len(shares):
            shares = _merged(shares)
        found: list[Movement] = []
        for _, transaction, num, denom, stamp, slot, reference, memo, rank in shares:
            amount = _exact(-sign * num, denom, currency)
            if not amount:
                continue
            crossing = self._offsets.get(transaction)
            if crossing is not None:
                for offset in crossing.get(document, ()):
                    credit = _scaled(-sign * offset.quantity, currency)
                    amount -= credit
                    id_ = f"{transaction}:{offset.counterpart}"  # a link's own text grows with it: left out
                    found.append(
                        Movement(id_, MovementKind.CREDIT, credit, offset.on, payment_id=transaction)
                    )
                if not amount:
                    continue
            on = self._day(slot, stamp)
            kind = _kind(rank, crossing is not None, (amount > ZERO) == (sign > 0), on < day)
            found.append(
                Movement(transaction, kind, amount, on, True, transaction, reference or "", memo or "")
            )
        found.sort(key=_by_date)
        return tuple(found)

    def _unused_notes(self, currency: str, shares: list[Row]) -> tuple[str, ...]:
        notes = []
        for _, transaction, _, _, stamp, slot, _, _, _ in shares:
            unused = self._unused.get(transaction)
            if unused:
                amount = money_text(unused, currency)
                notes.append(
                    f"{amount} {currency} of the payment of {self._day(slot, stamp)} is not used for any "
                    f"invoice: "
                    "it is the customer's credit."
                )
        return tuple(dict.fromkeys(notes))


def _claim(balance: Decimal) -> SourceClaim:
    """GnuCash calls a document paid when its lot adds up to nothing. Of one that is overpaid its flag says
    'not paid', which means no more than that: left out."""
    return SourceClaim(balance, None if balance < ZERO else not balance)


def _kind(rank: int | None, crossing: bool, inwards: bool, early: bool) -> MovementKind:
    """What the other side of the transaction makes of a share: money received or paid out, a write-off, or
    an offset."""
    if rank == 1:
        return MovementKind.WRITE_OFF
    if not rank and not crossing:
        return MovementKind.CREDIT
    if not inwards:
        return MovementKind.REFUND
    return MovementKind.PREPAYMENT if early else MovementKind.PAYMENT


def _merged(shares: list[Row]) -> list[Row]:
    """Shares with the splits of one transaction added up."""
    sums: dict[str, Row] = {}
    for share in shares:
        place, transaction, num, denom, *rest = share
        if transaction in sums:
            _, _, other, other_denom, *rest = sums[transaction]
            num, denom = num * other_denom + other * denom, denom * other_denom
        sums[transaction] = (place, transaction, num, denom, *rest)
    return list(sums.values())


def _by_date(movement: Movement) -> tuple[date, str]:
    return movement.date, movement.id


@lru_cache(maxsize=65_536)
def _exact(num: int, denom: int, currency: str) -> Decimal:
    """The exact amount of GnuCash's integer pair, with the currency's digits wherever they can hold it."""
    digits = minor_digits(currency)
    if denom == 10**digits:
        return Decimal(num).scaleb(-digits)
    return _scaled(Decimal(num) / denom, currency)


def _scaled(amount: Decimal, currency: str) -> Decimal:
    if not currency:
        return amount
    rounded = to_minor_unit(amount, currency)
    return rounded if rounded == amount else amount
