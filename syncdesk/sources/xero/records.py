"""What Xero sends, as far as it is needed. Amounts come as exact decimals, also where they are sent as text;
a record that does not fit is told apart and does not spoil its page (F-20)."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, TypeVar

import msgspec
from msgspec import Raw, Struct, field

T = TypeVar("T")


class Contact(Struct, gc=False, rename="pascal"):
    """The customer of a document."""

    contact_id: str | None = field(default=None, name="ContactID")
    name: str | None = None


class NestedPayment(Struct, gc=False, rename="pascal"):
    """A payment within its invoice."""

    amount: Decimal
    date: str
    payment_id: str = field(name="PaymentID")
    reference: str | None = None


class NestedCredit(Struct, gc=False, rename="pascal"):
    """The applied part of a credit within its invoice; the id goes by the kind of credit, or by `ID`."""

    applied_amount: Decimal | None = None
    date: str | None = None
    id: str | None = field(default=None, name="ID")
    credit_note_id: str | None = field(default=None, name="CreditNoteID")
    overpayment_id: str | None = field(default=None, name="OverpaymentID")
    prepayment_id: str | None = field(default=None, name="PrepaymentID")
    credit_note_number: str | None = None

    @property
    def record_id(self) -> str:
        """The id of the credit itself, '' if there is none."""
        return self.credit_note_id or self.overpayment_id or self.prepayment_id or self.id or ""


class InvoiceRecord(Struct, gc=False, rename="pascal"):
    """An invoice or bill."""

    invoice_id: str = field(name="InvoiceID")
    type: str
    status: str
    total: Decimal
    currency_code: str | None = None
    amount_due: Decimal | None = None
    invoice_number: str | None = None
    contact: Contact | None = None
    date: str | None = None
    due_date: str | None = None
    fully_paid_on_date: str | None = None
    cis_deduction: Decimal | None = field(default=None, name="CISDeduction")
    updated_date_utc: str | None = field(default=None, name="UpdatedDateUTC")
    updated_string: str | None = field(default=None, name="UpdatedDateUTCString")
    payments: list[NestedPayment] | None = None
    credit_notes: list[NestedCredit] | None = None
    overpayments: list[NestedCredit] | None = None
    prepayments: list[NestedCredit] | None = None

    @property
    def stamp(self) -> str:
        """When it last changed, in the exact form if there is one."""
        return self.updated_date_utc or self.updated_string or ""


class Target(Struct, gc=False, rename="pascal"):
    """The document that a payment or an allocation belongs to."""

    invoice_id: str | None = field(default=None, name="InvoiceID")


class PaymentRecord(Struct, gc=False, rename="pascal"):
    """A payment as a record of its own."""

    payment_id: str = field(name="PaymentID")
    payment_type: str | None = None
    invoice: Target | None = None
    updated_date_utc: str | None = field(default=None, name="UpdatedDateUTC")
    updated_string: str | None = field(default=None, name="UpdatedDateUTCString")

    @property
    def stamp(self) -> str:
        """When it last changed, in the exact form if there is one."""
        return self.updated_date_utc or self.updated_string or ""


class Allocation(Struct, gc=False, rename="pascal"):
    """The application of a credit to an invoice."""

    invoice: Target | None = None


class CreditRecord(Struct, gc=False, rename="pascal"):
    """A credit note, overpayment or prepayment."""

    id: str | None = field(default=None, name="ID")
    credit_note_id: str | None = field(default=None, name="CreditNoteID")
    overpayment_id: str | None = field(default=None, name="OverpaymentID")
    prepayment_id: str | None = field(default=None, name="PrepaymentID")
    type: str | None = None
    date: str | None = None
    allocations: list[Allocation] | None = None
    updated_date_utc: str | None = field(default=None, name="UpdatedDateUTC")
    updated_string: str | None = field(default=None, name="UpdatedDateUTCString")

    @property
    def stamp(self) -> str:
        """When it last changed, in the exact form if there is one."""
        return self.updated_date_utc or self.updated_string or ""

    @property
    def record_id(self) -> str:
        """Its id, '' if there is none."""
        return self.credit_note_id or self.overpayment_id or self.prepayment_id or self.id or ""


class Pagination(Struct, gc=False, rename="camel"):
    """How many there are; absent in older answers."""

    page_count: int = 0
    item_count: int = 0


class Page(Struct, gc=False):
    """One answer of a list: the rows are decoded one by one.

    An object without any list is no empty list: somebody on the way answered, not Xero (F-18)."""

    status: str | None = field(default=None, name="Status")
    pagination: Pagination | None = None
    invoices: list[Raw] | None = field(default=None, name="Invoices")
    payments: list[Raw] | None = field(default=None, name="Payments")
    credit_notes: list[Raw] | None = field(default=None, name="CreditNotes")
    overpayments: list[Raw] | None = field(default=None, name="Overpayments")
    prepayments: list[Raw] | None = field(default=None, name="Prepayments")

    def __post_init__(self) -> None:
        lists = (self.invoices, self.payments, self.credit_notes, self.overpayments, self.prepayments)
        if self.status != "OK" and all(each is None for each in lists):
            raise ValueError("the answer holds no list")  # msgspec makes a DecodeError of it

    @property
    def rows(self) -> list[Raw]:
        """The rows of whichever list this is."""
        return (
            self.invoices or self.payments or self.credit_notes or self.overpayments or self.prepayments or []
        )


class Organisation(Struct, rename="pascal"):
    """The company."""

    name: str | None = None
    base_currency: str | None = None
    organisation_id: str | None = field(default=None, name="OrganisationID")
    short_code: str | None = None
    country_code: str | None = None
    is_demo_company: bool | None = None
    period_lock_date: str | None = None
    end_of_year_lock_date: str | None = None


class Organisations(Struct):
    """The answer that tells of the company."""

    organisations: list[Organisation] = field(name="Organisations")
    stamp: str | None = field(default=None, name="DateTimeUTC")


class Tenant(Struct, rename="camel"):
    """One organisation, or practice, that the permission covers."""

    tenant_id: str
    tenant_type: str | None = None
    tenant_name: str | None = None


PAGE = msgspec.json.Decoder(Page)
ORGANISATIONS = msgspec.json.Decoder(Organisations)
TENANTS = msgspec.json.Decoder(list[Tenant])
INVOICE = msgspec.json.Decoder(InvoiceRecord)
PAYMENT = msgspec.json.Decoder(PaymentRecord)
CREDIT = msgspec.json.Decoder(CreditRecord)


class Unread(Struct, gc=False):
    """A row that does not fit, with what can be told of it."""

    id: str
    number: str
    stamp: str
    why: str
    is_sale: bool = True


def read_rows(rows: Iterable[Raw], decode: Callable[[Raw], T]) -> list[T | Unread]:
    """Each row decoded, or what is wrong with it."""
    found: list[T | Unread] = []
    for row in rows:
        try:
            found.append(decode(row))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            found.append(_unread(row, str(error)))
    return found


def _unread(row: Raw, why: str) -> Unread:
    try:
        held: Any = msgspec.json.decode(row)
    except (msgspec.DecodeError, UnicodeDecodeError):
        held = {}
    known = held if isinstance(held, dict) else {}

    def text(*keys: str) -> str:
        return next((str(known[key]) for key in keys if isinstance(known.get(key), str)), "")

    return Unread(
        text("InvoiceID", "PaymentID", "CreditNoteID", "OverpaymentID", "PrepaymentID", "ID"),
        text("InvoiceNumber"),
        text("UpdatedDateUTC", "UpdatedDateUTCString"),
        why,
        text("Type") != "ACCPAY",
    )
