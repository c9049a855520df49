"""What the books say: invoices with their movements, as every connector delivers them and the settlement rule
reads them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

Day = date  # several fields are named `date`, which would hide the type


class MovementKind(StrEnum):
    """What a movement is. Only the money kinds count as paid (D1); the others close the balance without being
    money."""

    PAYMENT = "payment"
    REFUND = "refund"
    PREPAYMENT = "prepayment"
    CHANGE = "change"  # money handed back at the till
    CREDIT = "credit"
    DISCOUNT = "discount"
    WRITE_OFF = "write_off"

    @property
    def is_money(self) -> bool:
        """True where money itself moved."""
        return self in _MONEY


_MONEY = frozenset({MovementKind.PAYMENT, MovementKind.REFUND, MovementKind.PREPAYMENT, MovementKind.CHANGE})


@dataclass(frozen=True, slots=True)
class Movement:
    """One share of one payment, credit or refund on one invoice.

    `id` is the source's identity of this share, stable while it exists. `amount` is in the invoice's
    currency, positive when it settles the invoice, negative when it takes money back. `date` is the day the
    money arrived as the books state it (never the day of entry); an offset against a credit note has the
    later of the two documents' own dates (D2). `settled` is False while the source calls the money pending
    (M-6). `payment_id` names the whole payment, so that shares of one payment can be shown together;
    `reference` and `memo` are what people typed."""

    id: str
    kind: MovementKind
    amount: Decimal
    date: Day
    settled: bool = True
    payment_id: str = ""
    reference: str = ""
    memo: str = ""


class InvoiceStatus(StrEnum):
    """What the source says of the document as a whole."""

    ISSUED = "issued"
    DRAFT = "draft"
    VOID = "void"
    DELETED = "deleted"  # only on the source's own word (D14)


class DocumentKind(StrEnum):
    """Invoices are settled; credit notes are delivered too, so that they can be counted and skipped with that
    reason."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


@dataclass(frozen=True, slots=True)
class Customer:
    """The customer as the source knows it: `id` for machines, `name` for people."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SourceClaim:
    """What the source itself says of the invoice, carried along as a cross-check of the movements (D3).

    `balance` is what the source says is still owed, negative when overpaid; `paid` its own paid flag;
    `paid_on` a paid-in-full date that the source states as a field of its own (Xero, Intacct), never one a
    connector worked out. None = it says nothing."""

    balance: Decimal | None = None
    paid: bool | None = None
    paid_on: Day | None = None


NO_CLAIM = SourceClaim()


@dataclass(frozen=True, slots=True)
class Invoice:
    """One document of the books with everything that settles it.

    `id` is the source's own, unique and stable within the company. `number` is what people see. `total`
    includes tax, in `currency` (ISO 4217). `date` is the invoice's own date (None only for drafts).
    `movements` come in a stable order. `changed_at` is the source's change stamp in aware UTC, None where the
    source keeps none (D15). `notes` are sentences for the person about oddities of this document; `url` opens
    it at the source. `problem` says in plain words why this document cannot be read; its figures are then not
    to be believed, and it waits (F-20)."""

    id: str
    number: str
    customer: Customer
    currency: str
    total: Decimal
    date: Day | None
    kind: DocumentKind = DocumentKind.INVOICE
    status: InvoiceStatus = InvoiceStatus.ISSUED
    due_date: Day | None = None
    movements: tuple[Movement, ...] = ()
    claim: SourceClaim = NO_CLAIM
    changed_at: datetime | None = None
    url: str = ""
    notes: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """The company behind the credentials or the file. `id` is its fingerprint: the same books always give the
    same id (D10)."""

    id: str
    name: str
    home_currency: str
    program: str = ""  # the accounting program with its version, for people
