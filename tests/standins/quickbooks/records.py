"""The records of one company as the service keeps them: ids, stamps, sync tokens, indexes, deletion stubs."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

KINDS = ("Customer", "Invoice", "Payment", "CreditMemo", "RefundReceipt", "JournalEntry", "Deposit")


class Line(NamedTuple):
    """A line of a payment: a positive amount on its target; `credit` tells what the service does not say."""

    amount: Decimal
    kind: str
    target: int
    credit: bool = False


@dataclass(slots=True, kw_only=True)
class Record:
    """What all kinds share. Instants are seconds since 1970; `wire` is the encoded row, once made."""

    id: int = 0
    token: int = 0
    created: int = 0
    updated: int = 0
    note: str = ""
    wire: bytes | None = None


@dataclass(slots=True, kw_only=True)
class Customer(Record):
    """Someone who buys, in one currency."""

    name: str
    currency: str


@dataclass(slots=True, kw_only=True)
class Document(Record):
    """A dated document of a customer; `rate` is home units for one foreign unit."""

    date: date
    customer: Customer
    total: Decimal
    number: str = ""
    rate: Decimal = Decimal(1)


@dataclass(slots=True, kw_only=True)
class Invoice(Document):
    """`links` are (kind, id), newest first; `discount` is already off `total`, `deposit` off `balance`."""

    balance: Decimal
    due: date
    deposit: Decimal = Decimal(0)
    discount: Decimal = Decimal(0)
    links: list[tuple[str, int]] = field(default_factory=list)
    voided: bool = False


@dataclass(slots=True, kw_only=True)
class Payment(Document):
    """`total` is the money received; `banked` is the id of the Deposit it was taken to the bank with."""

    lines: list[Line] = field(default_factory=list)
    banked: int = 0
    voided: bool = False

    @property
    def applied(self) -> Decimal:
        """Charges less credits: the part of the money that is used."""
        return sum((-line.amount if line.credit else line.amount for line in self.lines), Decimal(0))

    @property
    def unapplied(self) -> Decimal:
        """The part of the money that is not used yet."""
        return self.total - self.applied


@dataclass(slots=True, kw_only=True)
class CreditMemo(Document):
    """`remaining` is what may still be applied."""

    remaining: Decimal


@dataclass(slots=True, kw_only=True)
class RefundReceipt(Document):
    """Money given back, with no link to what it undoes."""


@dataclass(slots=True, kw_only=True)
class JournalEntry(Document):
    """A write-off or transfer on the receivables account."""


@dataclass(slots=True, kw_only=True)
class Deposit(Document):
    """Payments taken to the bank together."""

    payments: tuple[int, ...] = ()


class Table:
    """All records of one kind, findable by id, by number and by the time of their last change."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.rows: dict[int, Record] = {}
        self.ids: list[int] = []
        self.by_time: list[tuple[int, int]] = []
        self.numbers: dict[str, set[int]] = {}
        self.stubs: list[tuple[int, int]] = []  # (deleted at, id)
        self.broken: set[int] = set()

    def add(self, record: Record, now: int) -> None:
        """Take in a new record, stamped with this second."""
        record.created = record.updated = now
        self.rows[record.id] = record
        self.ids.append(record.id)
        insort(self.by_time, (now, record.id))
        self.renumber(record, "", getattr(record, "number", ""))

    def add_many(self, records: list[Record]) -> None:
        """Take in records that bring ascending ids and stamps of their own; much faster than one by one."""
        self.rows.update((record.id, record) for record in records)
        self.ids = sorted(self.rows)
        self.by_time = sorted((record.updated, record.id) for record in self.rows.values())
        for record in records:
            self.renumber(record, "", getattr(record, "number", ""))

    def touch(self, record: Record, now: int) -> None:
        """Stamp a change: later time, higher sync token."""
        self.by_time.pop(bisect_left(self.by_time, (record.updated, record.id)))
        record.updated, record.token, record.wire = now, record.token + 1, None
        insort(self.by_time, (now, record.id))

    def delete(self, record: Record, now: int) -> None:
        """Remove; only a stub in the change data tells of it."""
        del self.rows[record.id]
        self.ids.pop(bisect_left(self.ids, record.id))
        self.by_time.pop(bisect_left(self.by_time, (record.updated, record.id)))
        self.renumber(record, getattr(record, "number", ""), "")
        self.stubs.append((now, record.id))

    def renumber(self, record: Record, old: str, new: str) -> None:
        """Keep the index of document numbers in step."""
        if old:
            self.numbers[old].discard(record.id)
        if new:
            self.numbers.setdefault(new, set()).add(record.id)
