"""The books of one organisation, first part: its contacts, invoices and what happens to them before money."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from decimal import Decimal
from typing import Any

from tests.standins.clock import Clock
from tests.standins.xero.quirks import Quirks
from tests.standins.xero.records import ZERO, Allocation, Contact, Document, Invoice, Table
from tests.standins.xero.truth import Facts, Truth

Money = Decimal | int | str
TABLES = {
    "Invoices": "InvoiceID",
    "Payments": "PaymentID",
    "CreditNotes": "CreditNoteID",
    "Overpayments": "OverpaymentID",
    "Prepayments": "PrepaymentID",
}


@dataclass
class Organisation:
    """What /Organisation tells; `currency` is the base currency, `timezone` Xero's own word for a zone."""

    id: str
    name: str
    currency: str = "NZD"
    timezone: str = "NEWZEALANDSTANDARDTIME"
    country: str = "NZ"
    short_code: str = "!23eYt"
    demo: bool = False
    lock_date: date | None = None
    year_lock_date: date | None = None


def exact(amount: Money) -> Decimal:
    """An amount in cents; ValueError if it has more digits, TypeError for a float."""
    if isinstance(amount, float):
        raise TypeError("no float meets money")
    value = Decimal(amount).quantize(Decimal("0.01"))
    if value != Decimal(amount):
        raise ValueError(f"{amount} has more than two digits behind the point")
    return value


def new_id(dice: random.Random) -> str:
    """A GUID from this source of chance."""
    digits = f"{dice.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


class Documents:
    """Contacts and invoices. Ids are GUIDs as text; amounts are Decimal, int or text in the invoice's
    currency.

    Every method raises ValueError for what Xero would refuse, KeyError for an unknown id.
    """

    def __init__(self, organisation: Organisation, clock: Clock, quirks: Quirks | None = None) -> None:
        self.organisation, self.clock = organisation, clock
        self.quirks = quirks or Quirks()
        self.truth = Truth(self.quirks)
        self.lock = threading.RLock()
        self.contacts: dict[str, Contact] = {}
        self.tables = {plural: Table(plural, key) for plural, key in TABLES.items()}
        self.allocations: dict[str, Allocation] = {}
        self.numbers: set[str] = set()  # of sales invoices; those of deleted drafts are free again
        self.dice = random.Random(organisation.id)

    def now(self) -> int:
        """The present instant in milliseconds."""
        return int(self.clock.now().timestamp() * 1000)

    def today(self) -> date:
        """The present day in UTC."""
        return self.clock.now().astimezone(UTC).date()

    # --- contacts -------------------------------------------------------------------------------------------

    def add_contact(self, name: str) -> str:
        """A new contact; names are unique in Xero."""
        with self.lock:
            if any(contact.name == name and not contact.archived for contact in self.contacts.values()):
                raise ValueError(f"there is a contact {name} already")
            contact = Contact(id=new_id(self.dice), name=name)
            self.contacts[contact.id] = contact
            return contact.id

    def archive_contact(self, contact: str, archived: bool = True) -> None:
        """Archive: lists leave the contact's invoices out unless asked for them. No stamp moves."""
        self._change_contact(contact, lambda record: setattr(record, "archived", archived))

    def rename_contact(self, contact: str, name: str) -> None:
        """Rename: every document shows the new name, no stamp of a document moves."""
        self._change_contact(contact, lambda record: setattr(record, "name", name))

    # --- invoices -------------------------------------------------------------------------------------------

    def add_invoice(
        self,
        number: str,
        date: date,
        total: Money,
        contact: str = "",
        currency: str = "",
        type: str = "ACCREC",
        status: str = "AUTHORISED",
        *,
        due: date | None = None,
        rate: Money = 1,
        reference: str = "",
        withheld: Money = 0,
        tax: Money = 0,
    ) -> str:
        """A sales invoice (ACCREC) or bill (ACCPAY): DRAFT, SUBMITTED or AUTHORISED. Without a contact it is
        "Customer"; without a currency it is in the base currency. Only ACCREC numbers are unique."""
        with self.lock:
            if type not in ("ACCREC", "ACCPAY") or status not in ("DRAFT", "SUBMITTED", "AUTHORISED"):
                raise ValueError(f"no invoice is {type} and begins as {status}")
            value, now = exact(total), self.now()
            if value < 0 or 0 != exact(withheld) >= value:
                raise ValueError("a total is not negative and more than what is withheld")
            self._take_number(type, number)
            invoice = Invoice(
                id=new_id(self.dice),
                created=now,
                updated=now,
                date=date,
                due=due or date + timedelta(days=30),
                type=type,
                contact=self._contact(contact),
                number=number,
                currency=currency or self.organisation.currency,
                rate=Decimal(rate),
                total=value,
                tax=exact(tax),
                withheld=exact(withheld),
                status=status,
                reference=reference,
            )
            self.truth.invoices[invoice.id] = Facts(
                date, value - invoice.withheld, "" if status == "AUTHORISED" else "draft"
            )
            self.tables["Invoices"].add([invoice])
            self._settle(invoice)
            return invoice.id

    def submit(self, invoice: str) -> None:
        """A draft waits for approval."""
        with self.lock:
            record = self.invoice(invoice)
            self._must_be(record, "DRAFT")
            record.status = "SUBMITTED"
            self._touch(record)

    def approve(self, invoice: str) -> None:
        """A draft becomes a real invoice."""
        with self.lock:
            record = self.invoice(invoice)
            self._must_be(record, "DRAFT", "SUBMITTED")
            record.status = "AUTHORISED"
            self.truth.invoices[record.id].state = ""
            self._settle(record)
            self._touch(record)

    def delete_draft(self, invoice: str) -> None:
        """Delete: only drafts can be, and they stay as DELETED."""
        with self.lock:
            record = self.invoice(invoice)
            self._must_be(record, "DRAFT", "SUBMITTED")
            record.status = "DELETED"
            self._take_number(record.type, "", record.number)
            self.truth.invoices[record.id].state = "deleted"
            self._touch(record)

    def edit_total(self, invoice: str, total: Money) -> None:
        """Change the total, not below what is settled already; may open a paid invoice again."""
        with self.lock:
            record = self.invoice(invoice)
            self._must_be(record, "DRAFT", "SUBMITTED", "AUTHORISED", "PAID")
            value = exact(total)
            settled = record.withheld + record.paid + record.credited
            if value < settled or record.withheld == value != 0:
                raise ValueError("the total cannot fall below what is settled")
            record.total = value
            record.tax = min(record.tax, value)
            self.truth.invoices[record.id].due = value - record.withheld
            self._settle(record)
            self._touch(record)

    def renumber(self, invoice: str, number: str) -> None:
        """Give an invoice another number; its payments show it, without a new stamp."""
        with self.lock:
            record = self.invoice(invoice)
            self._take_number(record.type, number, record.number)
            record.number = number
            payments: Any = self.tables["Payments"].rows.values()
            for payment in payments:
                payment.wire = None if payment.target is record else payment.wire
            for allocation in record.applied:
                allocation.credit.wire = None
            self._touch(record)

    def invoice(self, invoice: str) -> Invoice:
        """The record itself, to look at."""
        record = self.tables["Invoices"].rows[invoice]
        assert isinstance(record, Invoice)
        return record

    # --- inside ---------------------------------------------------------------------------------------------

    def _contact(self, contact: str) -> Contact:
        if not contact:
            named = [record for record in self.contacts.values() if record.name == "Customer"]
            return named[0] if named else self.contacts[self.add_contact("Customer")]
        return self.contacts[contact]

    def _change_contact(self, contact: str, change: Callable[[Contact], None]) -> None:
        with self.lock:
            record = self.contacts[contact]
            change(record)
            for table in self.tables.values():
                for row in table.rows.values():
                    document: Any = getattr(row, "target", row)
                    if document.contact is record:
                        row.wire = None
                table.version += 1

    def _take_number(self, type: str, new: str, old: str = "") -> None:
        """Only the numbers of sales invoices are unique."""
        if type == "ACCREC":
            if new in self.numbers:
                raise ValueError("Invoice # must be unique.")
            self.numbers.discard(old)
            self.numbers |= {new} - {""}

    def _settle(self, invoice: Invoice) -> None:
        """PAID or AUTHORISED, by what is left."""
        if invoice.status in ("AUTHORISED", "PAID"):
            empty = not invoice.payments and not invoice.applied
            paid = invoice.open == ZERO and (not empty or self.quirks.zero_is_paid)
            invoice.status = "PAID" if paid else "AUTHORISED"

    def _touch(self, record: Any, stamp: bool = True) -> None:
        """The record shows something else now; its stamp moves, unless it is one of those that do not."""
        record.wire = None
        if stamp:
            record.updated = max(record.updated, self.now())
        for table in self.tables.values():
            if record.id in table.rows:
                table.version += 1

    @staticmethod
    def _must_be(record: Document, *statuses: str) -> None:
        if record.status not in statuses:
            raise ValueError(f"{record.number} is {record.status}")
