"""From a row of Xero to an invoice with its movements (D1, D2, M-1 to M-10). Pure."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from syncdesk.model.ledger import (
    NO_CLAIM,
    Customer,
    Invoice,
    InvoiceStatus,
    Movement,
    MovementKind,
    SourceClaim,
)
from syncdesk.sources.xero.dates import day, instant
from syncdesk.sources.xero.records import InvoiceRecord, NestedCredit, Unread
from syncdesk.sources.xero.vendor import page_of

SALE: Final = "ACCREC"
_STATUSES: Final = {
    "DRAFT": InvoiceStatus.DRAFT,
    "SUBMITTED": InvoiceStatus.DRAFT,
    "AUTHORISED": InvoiceStatus.ISSUED,
    "PAID": InvoiceStatus.ISSUED,
    "VOIDED": InvoiceStatus.VOID,
    "DELETED": InvoiceStatus.VOID,  # only a draft can be deleted there: it never was an invoice
}
_CURRENCY = re.compile(r"[A-Z]{3}")
_NO_DAYS: Final[Mapping[str, str]] = {}


class _NonsenseError(ValueError):
    """Something in a row makes no sense; the text says what, for the person."""


def invoice_of(
    record: InvoiceRecord, home_currency: str, short_code: str, credit_days: Mapping[str, str] = _NO_DAYS
) -> Invoice:
    """One invoice. A row that makes no sense comes back with `problem` set.

    `credit_days` are the days of credits by id, as the credits themselves state them; they go before what the
    invoice repeats of them. Needed where :func:`lacks_paid_date`."""
    try:
        return _understood(record, home_currency, short_code, credit_days)
    except _NonsenseError as error:
        return _troubled(
            record.invoice_id,
            record.invoice_number or "",
            record.stamp,
            str(error),
            short_code,
        )


def invoice_of_unread(row: Unread, short_code: str) -> Invoice:
    """The invoice that stands for a row that could not be decoded."""
    id_ = row.id or f"unread-{hashlib.sha256((row.number + row.why).encode()).hexdigest()[:16]}"
    return _troubled(
        id_, row.number, row.stamp, f"Xero sent it in a form that cannot be read ({row.why}).", short_code
    )


def lacks_paid_date(record: InvoiceRecord) -> bool:
    """Whether Date Paid hangs on the days of credits: Xero calls the invoice paid without saying since when.

    An invoice was seen to repeat the day of a credit wrongly (a confirmed fault there). Where Xero states
    the paid date itself that does no harm, because the stated one is written."""
    applied = record.credit_notes or record.overpayments or record.prepayments
    return bool(applied and record.status == "PAID" and record.total and not record.fully_paid_on_date)


def changed_at(stamp: str | None) -> datetime | None:
    """The instant of a change stamp, None where there is none that can be read."""
    try:
        return instant(stamp) if stamp else None
    except ValueError:
        return None


def _understood(
    record: InvoiceRecord, home_currency: str, short_code: str, credit_days: Mapping[str, str]
) -> Invoice:
    status = _STATUSES.get(record.status)
    if status is None:
        raise _NonsenseError(f"Xero calls it '{record.status}', which SyncDesk does not know.")
    currency = record.currency_code or home_currency
    if not _CURRENCY.fullmatch(currency):
        raise _NonsenseError(f"Its currency is '{currency}', which is none.")
    own_day = _day(record.date, "date")
    if own_day is None and status is not InvoiceStatus.DRAFT:
        raise _NonsenseError("It has no date.")
    _finite(record.total, "total")
    issued = status is InvoiceStatus.ISSUED
    withheld = _withheld(record) if issued else Decimal(0)
    movements = tuple(_movements(record, own_day, withheld, credit_days)) if issued else ()
    contact = record.contact
    return Invoice(
        id=record.invoice_id,
        number=record.invoice_number or "",
        customer=Customer(
            (contact.contact_id if contact else "") or "", (contact.name if contact else "") or ""
        ),
        currency=currency,
        total=record.total,
        date=own_day,
        status=status,
        due_date=_day(record.due_date, "due date"),
        movements=movements,
        claim=_claim(record) if issued else NO_CLAIM,
        changed_at=changed_at(record.stamp),
        url=page_of(short_code, record.invoice_id),
        notes=tuple(_notes(record, withheld)),
    )


def _movements(
    record: InvoiceRecord, own_day: date | None, withheld: Decimal, credit_days: Mapping[str, str]
) -> Iterator[Movement]:
    for payment in record.payments or ():
        paid_on = _day(payment.date, "payment's date")
        if paid_on is None:
            raise _NonsenseError("One of its payments has no date.")
        yield Movement(
            payment.payment_id,
            MovementKind.PAYMENT,
            _finite(payment.amount, "payment"),
            paid_on,
            payment_id=payment.payment_id,
            reference=payment.reference or "",
        )
    for kind, word, applied in (
        (MovementKind.PREPAYMENT, "overpayment", record.overpayments),
        (MovementKind.PREPAYMENT, "prepayment", record.prepayments),
        (MovementKind.CREDIT, "credit note", record.credit_notes),
    ):
        yield from _applied(kind, word, applied or [], own_day, credit_days)
    if withheld:
        assert own_day is not None
        yield Movement("cis-deduction", MovementKind.CREDIT, withheld, own_day, memo="CIS deduction")


def _applied(
    kind: MovementKind,
    word: str,
    applied: list[NestedCredit],
    own_day: date | None,
    credit_days: Mapping[str, str],
) -> Iterator[Movement]:
    """Shares of credits. One credit may be applied to an invoice more than once, so its shares are summed:
    the lists name no allocation. A credit note is dated the later of the two documents' days (D2)."""
    shares: dict[str, Movement] = {}
    for credit in applied:
        given = _day(credit_days.get(credit.record_id) or credit.date, f"{word}'s date") or own_day
        if credit.applied_amount is None or given is None or not credit.record_id:
            raise _NonsenseError(f"A {word} on it lacks its amount, date or id.")
        if kind is MovementKind.CREDIT and own_day is not None:
            given = max(given, own_day)
        amount = _finite(credit.applied_amount, word)
        before = shares.get(credit.record_id)
        shares[credit.record_id] = Movement(
            credit.record_id,
            kind,
            amount + (before.amount if before is not None else 0),
            given,
            payment_id=credit.record_id,
            reference=credit.credit_note_number or "",
            memo=word.capitalize(),
        )
    yield from (share for share in shares.values() if share.amount)


def _claim(record: InvoiceRecord) -> SourceClaim:
    """What Xero says itself. A total of zero is PAID at once there and has nothing to pay (M-7)."""
    paid_on = _day(record.fully_paid_on_date, "paid date") if record.status == "PAID" else None
    due = record.amount_due
    return SourceClaim(
        balance=None if due is None else _finite(due, "amount due"),
        paid=record.status == "PAID" if record.total else None,
        paid_on=paid_on if record.total else None,
    )


def _withheld(record: InvoiceRecord) -> Decimal:
    """What the customer withholds for the tax office (UK construction), as far as it lowers what is due."""
    withheld, due = record.cis_deduction, record.amount_due
    if not withheld or due is None:
        return Decimal(0)
    applied = (*(record.credit_notes or ()), *(record.overpayments or ()), *(record.prepayments or ()))
    settled = sum((p.amount for p in record.payments or ()), Decimal(0))
    settled += sum((c.applied_amount or 0 for c in applied), Decimal(0))
    return withheld if record.total - settled - withheld == due else Decimal(0)


def _notes(record: InvoiceRecord, withheld: Decimal) -> Iterator[str]:
    if record.status == "DELETED":
        yield "This draft was deleted in Xero."
    if withheld:
        yield f"The customer withholds {withheld} for the tax office (CIS); it is shown as credited."


def _troubled(id_: str, number: str, stamp: str, why: str, short_code: str) -> Invoice:
    return Invoice(
        id=id_,
        number=number,
        customer=Customer("", ""),
        currency="XXX",
        total=Decimal(0),
        date=None,
        changed_at=changed_at(stamp),
        url=page_of(short_code, id_),
        problem=why,
    )


def _day(text: str | None, what: str) -> date | None:
    try:
        return day(text) if text else None
    except ValueError:
        raise _NonsenseError(f"Its {what} is '{text}', which is no day.") from None


def _finite(amount: Decimal, what: str) -> Decimal:
    if not amount.is_finite():
        raise _NonsenseError(f"Its {what} is '{amount}', which is no amount.")
    return amount
