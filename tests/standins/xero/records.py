"""The records of one organisation as the service keeps them. Instants are milliseconds since 1970, UTC."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

ZERO = Decimal("0.00")


@dataclass(slots=True, kw_only=True, eq=False)
class Contact:
    """A customer or supplier."""

    id: str
    name: str
    archived: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class Record:
    """What all kinds share; `wire` is the encoded row of a list, made in habit `style`."""

    id: str
    created: int
    updated: int
    date: date
    reference: str = ""
    rate: Decimal = Decimal(1)
    wire: bytes | None = None
    style: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class Document(Record):
    """A dated document of a contact in a currency; `rate` is units of that currency for one of the base."""

    type: str
    contact: Contact
    number: str
    currency: str
    total: Decimal
    status: str
    tax: Decimal = ZERO


@dataclass(slots=True, kw_only=True, eq=False)
class Invoice(Document):
    """`ACCREC` or `ACCPAY`. `payments` and `applied` hold only what is in force; `withheld` is
    CISDeduction."""

    due: date
    withheld: Decimal = ZERO
    payments: list[Payment] = field(default_factory=list)
    applied: list[Allocation] = field(default_factory=list)

    @property
    def paid(self) -> Decimal:
        """AmountPaid: payments alone."""
        return sum((payment.amount for payment in self.payments), ZERO)

    @property
    def credited(self) -> Decimal:
        """AmountCredited: credit notes, overpayments and prepayments alike."""
        return sum((allocation.amount for allocation in self.applied), ZERO)

    @property
    def open(self) -> Decimal:
        """AmountDue; nothing on what was voided or deleted."""
        if self.status in ("VOIDED", "DELETED"):
            return ZERO
        return self.total - self.withheld - self.paid - self.credited


@dataclass(slots=True, kw_only=True, eq=False)
class Credit(Document):
    """A credit note, overpayment or prepayment; `kind` is the name of its list without the plural s."""

    kind: str
    allocations: list[Allocation] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)  # refunds

    @property
    def remaining(self) -> Decimal:
        """RemainingCredit: neither applied nor refunded."""
        if self.status in ("VOIDED", "DELETED"):
            return ZERO
        used = sum((allocation.amount for allocation in self.allocations), ZERO)
        return self.total - used - sum((payment.amount for payment in self.payments), ZERO)


@dataclass(slots=True, kw_only=True, eq=False)
class Allocation:
    """The part of a credit that was applied to an invoice."""

    id: str
    credit: Credit
    invoice: Invoice
    amount: Decimal
    date: date


@dataclass(slots=True, kw_only=True, eq=False)
class Batch:
    """One receipt over several invoices."""

    id: str
    total: Decimal
    date: date


@dataclass(slots=True, kw_only=True, eq=False)
class Payment(Record):
    """Money on an invoice, or refunded from a credit; `bank_amount` is in the currency of the bank
    account."""

    type: str
    target: Invoice | Credit
    amount: Decimal
    bank_amount: Decimal
    status: str = "AUTHORISED"
    batch: Batch | None = None
    reconciled: bool = False


class Table:
    """All records of one list, in order of creation; `version` moves with every change."""

    def __init__(self, plural: str, key: str) -> None:
        self.plural, self.key = plural, key
        self.rows: dict[str, Record] = {}
        self.version = 0
        self._by_time: list[Record] = []
        self._sorted_at = -1

    def add(self, records: Iterable[Record]) -> None:
        """Take in new records."""
        new = {record.id: record for record in records}
        self.rows.update(new)
        self._by_time.extend(new.values())
        self.version += 1

    def by_time(self) -> list[Record]:
        """All records, the longest unchanged first."""
        if self._sorted_at != self.version:
            self._by_time.sort(key=lambda record: record.updated)
            self._sorted_at = self.version
        return self._by_time
