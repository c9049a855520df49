"""How records look on the wire: JSON rows as text, in list, single and short form, and the same as XML.

Amounts are JSON numbers with two digits, days are instants at midnight UTC, stamps are instants in
milliseconds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from tests.standins.xero.documents import Organisation
from tests.standins.xero.quirks import Quirks
from tests.standins.xero.records import Allocation, Contact, Credit, Invoice, Payment, Record

ACCOUNT = '"Account":{"AccountID":"5690f1e8-1d02-4893-90c2-ee1a69eff942","Code":"970"}'
EMPTY_MONEY = '"Payments":[],"CreditNotes":[],"Prepayments":[],"Overpayments":[]'
REFUNDED = {"CreditNote": "CREDIT", "Overpayment": "OVERPAYMENT", "Prepayment": "PREPAYMENT"}
text = json.JSONEncoder(ensure_ascii=False).encode


class Form:
    """How much of a record an answer holds."""

    LIST, SINGLE, SHORT, SUMMARY = range(4)


@lru_cache(maxsize=100_000)
def day(value: date, offset: str) -> str:
    """A day as the vendor writes it."""
    instant = datetime(value.year, value.month, value.day, tzinfo=UTC)
    return f'"/Date({int(instant.timestamp())}000{offset})/"'


def iso(milliseconds: int) -> str:
    """A stamp in the second form, without fraction."""
    return datetime.fromtimestamp(milliseconds // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def encoded(record: Any, quirks: Quirks, style: int) -> bytes:
    """The row of a list, kept with its record until either changes. `style` is `quirks.style`, asked once."""
    if record.wire is None or record.style != style:
        record.wire, record.style = ROWS[type(record)](record, quirks, Form.LIST).encode(), style
    wire: bytes = record.wire
    return wire


def row(record: Record, quirks: Quirks, form: int) -> bytes:
    """A row in any form."""
    return ROWS[type(record)](record, quirks, form).encode()


# --- invoices -----------------------------------------------------------------------------------------------


def invoice_row(record: Invoice, quirks: Quirks, form: int) -> str:
    """An invoice or bill."""
    offset, single = quirks.date_offset, form == Form.SINGLE
    nested = form in (Form.LIST, Form.SINGLE) or (form == Form.SHORT and quirks.short_form_nested)
    money, credited = "", f'"AmountCredited":{record.credited:.2f},'
    if form != Form.SUMMARY:
        money = EMPTY_MONEY + "," if not nested else _nested(record, quirks, single)
    if single and quirks.single_omits_credits and not record.applied:
        money, credited = money.replace('"CreditNotes":[],', ""), ""
    reference = f'"Reference":{text(record.reference)},' if record.type == "ACCREC" else ""
    return (
        f'{{"Type":"{record.type}","InvoiceID":"{record.id}","InvoiceNumber":{text(record.number)},'
        f'{reference}{money}"AmountDue":{record.open:.2f},"AmountPaid":{record.paid:.2f},{credited}'
        f"{_withheld(record)}"
        f'"SentToContact":false,"CurrencyRate":{record.rate:.6f},"IsDiscounted":false,"HasAttachments":false,'
        f'"HasErrors":false,"Contact":{contact_row(record.contact, single)},'
        f'"DateString":"{record.date}T00:00:00","Date":{day(record.date, offset)},'
        f'"DueDateString":"{record.due}T00:00:00","DueDate":{day(record.due, offset)},'
        f'"Status":"{record.status}","LineAmountTypes":"Exclusive","LineItems":[{_line(record, form)}],'
        f'"SubTotal":{record.total - record.tax:.2f},"TotalTax":{record.tax:.2f},"Total":{record.total:.2f},'
        f'{_stamp(record, quirks)},"CurrencyCode":"{record.currency}"{_fully_paid(record, quirks)}}}'
    )


def _nested(record: Invoice, quirks: Quirks, single: bool) -> str:
    payments = ",".join(nested_payment(payment, quirks) for payment in record.payments)
    groups: dict[str, list[str]] = {"CreditNote": [], "Prepayment": [], "Overpayment": []}
    for allocation in record.applied:
        groups[allocation.credit.kind].append(_nested_credit(allocation, quirks, single))
    credits = "".join(f'"{kind}s":[{",".join(rows)}],' for kind, rows in groups.items())
    return f'"Payments":[{payments}],{credits}'


def nested_payment(payment: Payment, quirks: Quirks) -> str:
    """A payment within the document it belongs to."""
    reference = f'"Reference":{text(payment.reference)},' if payment.reference else ""
    return (
        f'{{"PaymentID":"{payment.id}","Date":{day(payment.date, quirks.date_offset)},'
        f'"Amount":{payment.amount:.2f},{reference}"CurrencyRate":{payment.rate:.6f},"HasAccount":false,'
        f'"HasValidationErrors":false}}'
    )


def _nested_credit(allocation: Allocation, quirks: Quirks, single: bool) -> str:
    credit = allocation.credit
    shown = allocation.invoice.date if single and quirks.credit_date_fault else credit.date
    number = f'"CreditNoteNumber":{text(credit.number)},' if credit.kind == "CreditNote" else ""
    return (
        f'{{"{credit.kind}ID":"{credit.id}",{number}"ID":"{credit.id}",'
        f'"AppliedAmount":{allocation.amount:.2f},"DateString":"{shown}T00:00:00",'
        f'"Date":{day(shown, quirks.date_offset)},"LineItems":[],"Total":{credit.total:.2f}}}'
    )


def _fully_paid(record: Invoice, quirks: Quirks) -> str:
    if record.status != "PAID" or not quirks.fully_paid_on:
        return ""
    own = quirks.credits_settle_on_own_date
    days = [payment.date for payment in record.payments]
    days += [each.credit.date if own else each.date for each in record.applied]
    return f',"FullyPaidOnDate":{day(max(days, default=record.date), quirks.date_offset)}'


def _withheld(record: Invoice) -> str:
    return f'"CISDeduction":{record.withheld:.2f},' if record.withheld else ""


def _line(record: Invoice | Credit, form: int) -> str:
    if form in (Form.SHORT, Form.SUMMARY):
        return ""
    net = record.total - record.tax
    return (
        f'{{"Description":"Work as agreed","UnitAmount":{net:.2f},"TaxType":"NONE",'
        f'"TaxAmount":{record.tax:.2f},"LineAmount":{net:.2f},"AccountCode":"200","Tracking":[],'
        f'"Quantity":1.0000,"LineItemID":"{record.id[::-1][:12]}{record.id[12:]}","ValidationErrors":[]}}'
        if isinstance(record, Invoice)
        else f'{{"Description":"Credit","UnitAmount":{net:.2f},"TaxType":"NONE","TaxAmount":{record.tax:.2f},'
        f'"LineAmount":{net:.2f},"AccountCode":"200","Tracking":[],"Quantity":1.0000,"ValidationErrors":[]}}'
    )


def contact_row(contact: Contact, single: bool = False) -> str:
    """A contact within a document."""
    status = f'"ContactStatus":"{"ARCHIVED" if contact.archived else "ACTIVE"}",' if single else ""
    return (
        f'{{"ContactID":"{contact.id}",{status}"Name":{text(contact.name)},"Addresses":[],"Phones":[],'
        f'"ContactGroups":[],"ContactPersons":[],"HasValidationErrors":false}}'
    )


def _stamp(record: Record, quirks: Quirks) -> str:
    second = f',"UpdatedDateUTCString":"{iso(record.updated)}"' if quirks.updated_string else ""
    return f'"UpdatedDateUTC":"/Date({record.updated}{quirks.date_offset})/"{second}'


# --- payments and credits -----------------------------------------------------------------------------------


def payment_row(record: Payment, quirks: Quirks, form: int) -> str:
    """A payment or refund; the Invoice element of a refund holds the credit."""
    target, offset, batch = record.target, quirks.date_offset, ""
    if record.batch:
        batch = (
            f'"BatchPaymentID":"{record.batch.id}","BatchPayment":{{"BatchPaymentID":"{record.batch.id}",'
            f'"Date":{day(record.batch.date, offset)},"Type":"RECBATCH","Status":"AUTHORISED",'
            f'"TotalAmount":"{record.batch.total:.2f}","IsReconciled":{text(record.reconciled)}}},'
        )
    return (
        f'{{"PaymentID":"{record.id}",{batch}"Date":{day(record.date, offset)},'
        f'"BankAmount":{record.bank_amount:.2f},"Amount":{record.amount:.2f},'
        f'"Reference":{text(record.reference)},"CurrencyRate":{record.rate:.6f},'
        f'"PaymentType":"{record.type}","Status":"{record.status}",{_stamp(record, quirks)},'
        f'"HasAccount":true,"IsReconciled":{text(record.reconciled)},{ACCOUNT},'
        f'"Invoice":{{"Type":"{_target_type(target)}","InvoiceID":"{target.id}",'
        f'"InvoiceNumber":{text(target.number)},{EMPTY_MONEY},"HasErrors":false,"IsDiscounted":false,'
        f'"Contact":{contact_row(target.contact)},"LineItems":[],"CurrencyCode":"{target.currency}"}},'
        f'"HasValidationErrors":false}}'
    )


def _target_type(target: Invoice | Credit) -> str:
    if isinstance(target, Invoice):
        return target.type
    purchase = target.type.startswith(("SPEND", "ACCPAY"))
    if target.kind == "CreditNote":
        return target.type
    return ("AP" if purchase else "AR") + REFUNDED[target.kind]


def credit_row(record: Credit, quirks: Quirks, form: int) -> str:
    """A credit note, overpayment or prepayment. A list leaves the rate of the last two out."""
    single, offset = form == Form.SINGLE, quirks.date_offset
    note = record.kind == "CreditNote"
    nested = form != Form.SHORT or quirks.short_form_nested
    allocations = ",".join(_allocation(each, quirks) for each in record.allocations) if nested else ""
    payments = ",".join(nested_payment(each, quirks) for each in record.payments) if nested else ""
    number = f'"CreditNoteNumber":{text(record.number)},' if note else ""
    rate = f'"CurrencyRate":{record.rate:.6f},' if note or single else ""
    days = [each.date for each in record.allocations] + [each.date for each in record.payments]
    done = f',"FullyPaidOnDate":{day(max(days), offset)}' if note and record.status == "PAID" else ""
    return (
        f'{{"{record.kind}ID":"{record.id}",{number}"ID":"{record.id}",{rate}"Type":"{record.type}",'
        f'"Reference":{text(record.reference)},"RemainingCredit":{record.remaining:.2f},'
        f'"Allocations":[{allocations}],"Payments":[{payments}],"HasAttachments":false,'
        f'"Contact":{contact_row(record.contact, single)},"DateString":"{record.date}T00:00:00",'
        f'"Date":{day(record.date, offset)},"Status":"{record.status}","LineAmountTypes":"Exclusive",'
        f'"LineItems":[{_line(record, form)}],"SubTotal":{record.total - record.tax:.2f},'
        f'"TotalTax":{record.tax:.2f},"Total":{record.total:.2f},{_stamp(record, quirks)},'
        f'"CurrencyCode":"{record.currency}"{done}}}'
    )


def _allocation(allocation: Allocation, quirks: Quirks) -> str:
    return (
        f'{{"AllocationID":"{allocation.id}","Amount":{allocation.amount:.2f},'
        f'"Date":{day(allocation.date, quirks.date_offset)},'
        f'"Invoice":{{"InvoiceID":"{allocation.invoice.id}","InvoiceNumber":{text(allocation.invoice.number)},'
        f'{EMPTY_MONEY},"HasErrors":false,"IsDiscounted":false,"LineItems":[]}},"IsDeleted":false}}'
    )


ROWS: dict[type, Callable[[Any, Quirks, int], str]] = {
    Invoice: invoice_row,
    Payment: payment_row,
    Credit: credit_row,
}


# --- whole answers ------------------------------------------------------------------------------------------


def organisation_row(organisation: Organisation, quirks: Quirks) -> bytes:
    """The one row of /Organisation."""
    locks = {"PeriodLockDate": organisation.lock_date, "EndOfYearLockDate": organisation.year_lock_date}
    locked = "".join(f'"{name}":{day(at, quirks.date_offset)},' for name, at in locks.items() if at)
    return (
        f'{{"Name":{text(organisation.name)},"LegalName":{text(organisation.name)},"PaysTax":true,'
        f'"Version":"{organisation.country}","OrganisationType":"COMPANY",'
        f'"BaseCurrency":"{organisation.currency}","CountryCode":"{organisation.country}",'
        f'"IsDemoCompany":{text(organisation.demo)},"OrganisationStatus":"ACTIVE","FinancialYearEndDay":31,'
        f'"FinancialYearEndMonth":3,"SalesTaxBasis":"PAYMENTS","SalesTaxPeriod":"TWOMONTHS",{locked}'
        f'"CreatedDateUTC":"/Date(1455827393000)/","OrganisationEntityType":"COMPANY",'
        f'"Timezone":"{organisation.timezone}","ShortCode":"{organisation.short_code}",'
        f'"OrganisationID":"{organisation.id}","Edition":"BUSINESS","Class":"PREMIUM","Addresses":[],'
        f'"Phones":[],"ExternalLinks":[],"PaymentTerms":{{}}}}'
    ).encode()


def xml(body: bytes) -> bytes:
    """A JSON answer as XML: what comes back when JSON was not asked for."""
    decoded = json.loads(body, parse_float=str, parse_int=str)
    return b'<?xml version="1.0" encoding="utf-8"?>' + _element("Response", decoded).encode()


def _element(name: str, value: Any) -> str:
    if isinstance(value, list):
        inner = "".join(_element(name.removesuffix("s"), each) for each in value)
    elif isinstance(value, dict):
        inner = "".join(_element(each, content) for each, content in value.items())
    elif isinstance(value, str) and value.startswith("/Date("):
        inner = iso(int(re.findall(r"-?\d+", value)[0])).removesuffix("Z")
    else:
        inner = escape(text(value) if isinstance(value, bool) else str(value))
    return f"<{name}>{inner}</{name}>"
