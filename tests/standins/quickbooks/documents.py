"""The books of one company, first part: customers, invoices and the other documents around them."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.standins.clock import Clock
from tests.standins.quickbooks.quirks import Quirks
from tests.standins.quickbooks.records import (
    KINDS,
    CreditMemo,
    Customer,
    Invoice,
    Record,
    RefundReceipt,
    Table,
)
from tests.standins.quickbooks.truth import Expected, InvoiceFacts, Truth
from tests.standins.quickbooks.wire import MINOR_DIGITS, Style, seconds_of

Money = Decimal | int | str


@dataclass
class Company:
    """Who the books belong to. `environment` is "production" or "sandbox"."""

    realm: str
    name: str = "Larkspur Joinery Ltd"
    country: str = "US"
    home_currency: str = "USD"
    multicurrency: bool = False
    custom_numbers: bool = True
    environment: str = "production"


class Documents:
    """Everything that is not a payment. Ids are given and taken as text, as the service writes them.

    Amounts are in the customer's currency and may be given as Decimal, int or text. All methods may be called
    while the stand-in serves. A change is stamped with the clock's present second; tests that care stop it.
    """

    def __init__(self, company: Company, clock: Clock | None = None, quirks: Quirks | None = None) -> None:
        self.company = company
        self.clock = clock or Clock()
        self.quirks = quirks or Quirks()
        self.lock = threading.RLock()
        self.tables = {kind: Table(kind) for kind in KINDS}
        self.truth = Truth()
        self._last_transaction = 144
        self._last_customer = 0

    # --- what is there --------------------------------------------------------------------------------------

    @property
    def style(self) -> Style:
        """How rows of this company are written."""
        company = self.company
        return Style(company.home_currency, company.multicurrency, self.quirks.omit_currency)

    def ids(self, kind: str = "Invoice") -> list[str]:
        """Ids of all records of a kind, ascending."""
        with self.lock:
            return [str(number) for number in self.tables[kind].ids]

    def record(self, kind: str, number: str) -> Any:
        """The record itself, to look at; KeyError if it is not there (any more)."""
        return self.tables[kind].rows[int(number)]

    def expected(self, invoice: str, credits_close: bool = True) -> Expected:
        """The independent statement of what a reader has to find for this invoice."""
        with self.lock:
            return self.truth.expected(int(invoice), credits_close)

    # --- customers and invoices -----------------------------------------------------------------------------

    def add_customer(self, name: str = "Amber Fields", currency: str = "") -> str:
        """A customer; a currency other than the home currency switches multi-currency on, for good."""
        with self.lock:
            self._last_customer += 1
            currency = currency or self.company.home_currency
            self.company.multicurrency |= currency != self.company.home_currency
            customer = Customer(id=self._last_customer, name=name, currency=currency)
            self.tables["Customer"].add(customer, self.now())
            return str(customer.id)

    def add_invoice(
        self,
        number: str,
        date: datetime.date,
        total: Money,
        customer: str = "",
        *,
        currency: str = "",
        due: datetime.date | None = None,
        deposit: Money = 0,
        discount: Money = 0,
        rate: Money = 1,
        note: str = "",
    ) -> str:
        """An invoice; `total` is after `discount` and with tax, `deposit` was taken on the form.

        Without a customer, one with this currency is found or made. `rate`: home units for one foreign unit.
        """
        with self.lock:
            buyer = self._customer(customer, currency)
            owed, taken = exact(total, buyer), exact(deposit, buyer)
            if owed < 0 or not 0 <= taken <= owed:
                raise ValueError("a total is not negative, and a deposit is at most the total")
            invoice = Invoice(
                id=self.next_id(),
                number=number,
                date=date,
                due=due or date + datetime.timedelta(days=30),
                customer=buyer,
                total=owed,
                balance=owed - taken,
                deposit=taken,
                discount=exact(discount, buyer),
                rate=Decimal(rate),
                note=note,
            )
            if self.quirks.foreign_links:
                invoice.links = self._foreign("Estimate", "TimeActivity")
            self.tables["Invoice"].add(invoice, self.now())
            self.truth.invoices[invoice.id] = InvoiceFacts(date, owed, taken)
            return str(invoice.id)

    def edit_invoice(
        self,
        invoice: str,
        *,
        number: str | None = None,
        date: datetime.date | None = None,
        due: datetime.date | None = None,
        note: str | None = None,
        rate: Money | None = None,
    ) -> None:
        """Change what has no influence on the balance."""
        with self.lock:
            record = self._find("Invoice", invoice)
            if number is not None:
                self.tables["Invoice"].renumber(record, record.number, number)
                record.number = number
            if date is not None:
                record.date = self.truth.invoices[record.id].date = date
            record.due = due or record.due
            record.note = record.note if note is None else note
            record.rate = record.rate if rate is None else Decimal(rate)
            self.touch(record)

    def link_foreign(self, invoice: str, *kinds: str) -> None:
        """Link the invoice to things that are no payments: Estimate, TimeActivity, ReimburseCharge …"""
        with self.lock:
            record = self._find("Invoice", invoice)
            record.links = self._foreign(*kinds) + record.links
            self.touch(record)

    # --- other documents ------------------------------------------------------------------------------------

    def credit_memo(self, customer: str, date: datetime.date, total: Money, number: str = "") -> str:
        """A credit memo; nothing is credited before it is applied."""
        with self.lock:
            buyer = self._customer(customer)
            amount = exact(total, buyer)
            memo = CreditMemo(
                id=self.next_id(), number=number, date=date, customer=buyer, total=amount, remaining=amount
            )
            self.tables["CreditMemo"].add(memo, self.now())
            return str(memo.id)

    def redate_credit_memo(self, memo: str, date: datetime.date) -> None:
        """Date a credit memo anew; payments that applied it keep their date, invoices their stamp."""
        with self.lock:
            record = self._find("CreditMemo", memo)
            record.date = date
            self.touch(record)

    def refund_receipt(self, customer: str, date: datetime.date, total: Money, number: str = "") -> str:
        """Money given back on a sales form: no link to an invoice, and no balance moves (M-3)."""
        with self.lock:
            buyer = self._customer(customer)
            receipt = RefundReceipt(
                id=self.next_id(), number=number, date=date, customer=buyer, total=exact(total, buyer)
            )
            self.tables["RefundReceipt"].add(receipt, self.now())
            return str(receipt.id)

    # --- faults of the service ------------------------------------------------------------------------------

    def false_stub(self, kind: str, number: str) -> None:
        """Report a living record as deleted in the change data, as happened once."""
        with self.lock:
            self.tables[kind].stubs.append((self.now(), int(number)))

    def break_record(self, kind: str, number: str, broken: bool = True) -> None:
        """Let every answer that would hold this record fail with code 10000."""
        with self.lock:
            broken_ones = self.tables[kind].broken
            (broken_ones.add if broken else broken_ones.discard)(int(number))

    # --- inside ---------------------------------------------------------------------------------------------

    def now(self) -> int:
        """The clock's present second since 1970, as stamps have it."""
        return seconds_of(self.clock.now())

    def touch(self, *records: Record) -> None:
        """Stamp each of these records as changed now."""
        for record in records:
            self.tables[type(record).__name__].touch(record, self.now())

    def next_id(self) -> int:
        """The next number of the one sequence that all transactions share."""
        self._last_transaction += 1
        return self._last_transaction

    def _find(self, kind: str, number: str) -> Any:
        found = self.tables[kind].rows.get(int(number))
        if found is None:
            raise ValueError(f"there is no {kind} {number}")
        return found

    def _customer(self, number: str, currency: str = "") -> Customer:
        if number:
            customer = self._find("Customer", number)
            if currency and customer.currency != currency:
                raise ValueError(f"customer {number} is billed in {customer.currency} only")
            return customer  # type: ignore[no-any-return]
        currency = currency or self.company.home_currency
        known: Iterable[Any] = self.tables["Customer"].rows.values()
        for customer in known:
            if customer.currency == currency:
                return customer  # type: ignore[no-any-return]
        return self._find("Customer", self.add_customer(f"Customer {currency}", currency))  # type: ignore[no-any-return]

    def _foreign(self, *kinds: str) -> list[tuple[str, int]]:
        return [(kind, self.next_id()) for kind in kinds]


def exact(amount: Money, customer: Customer) -> Decimal:
    """The amount with the minor digits of the customer's currency; ValueError if it has more."""
    value = Decimal(amount)
    rounded = value.quantize(unit(customer))
    if rounded != value:
        raise ValueError(f"{value} has more digits than {customer.currency}")
    return rounded


def unit(customer: Customer) -> Decimal:
    """The smallest amount of the customer's currency."""
    return Decimal(1).scaleb(-MINOR_DIGITS.get(customer.currency, 2))
