"""How records look on the wire: JSON rows with the service's own habits, and the XML nobody asked for.

Amounts are written as `100`, `100.0` or `100.00`, depending on the record, because all three occur. Stamps
carry the Pacific offset of their own day, so they change with daylight saving and cannot be compared as
text.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

import msgspec

from tests.standins.quickbooks.records import (
    CreditMemo,
    Customer,
    Deposit,
    Document,
    Invoice,
    JournalEntry,
    Payment,
    Record,
    RefundReceipt,
)

PACIFIC = ZoneInfo("America/Los_Angeles")
CURRENCY_NAMES = {"USD": "United States Dollar", "EUR": "Euro", "GBP": "British Pound Sterling"}
MINOR_DIGITS = {"JPY": 0, "KRW": 0, "KWD": 3, "BHD": 3, "TND": 3}


class Style:
    """What a company's settings change in its rows."""

    def __init__(self, home: str, multicurrency: bool, omit_currency: bool) -> None:
        self.home = home
        self.multicurrency = multicurrency
        self.currency_shown = multicurrency or not omit_currency


@lru_cache(maxsize=1 << 17)
def _hour(hours: int) -> tuple[str, str]:
    local = datetime.fromtimestamp(hours * 3600, UTC).astimezone(PACIFIC)
    offset = local.strftime("%z")
    return local.strftime("%Y-%m-%dT%H:"), f"{offset[:3]}:{offset[3:]}"


def stamp(seconds: int) -> str:
    """An instant in Pacific time, to the second, with its offset."""
    hours, rest = divmod(seconds, 3600)
    begin, offset = _hour(hours)
    return f"{begin}{rest // 60:02}:{rest % 60:02}{offset}"


def server_time(now: datetime) -> str:
    """The `time` of an answer: Pacific, to the millisecond."""
    return now.astimezone(PACIFIC).isoformat(timespec="milliseconds")


def instant(text: str) -> datetime:
    """A time as a client wrote it; without an offset it is Pacific, a bare day begins at midnight there."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=PACIFIC)).astimezone(UTC)


def seconds_of(moment: datetime) -> int:
    """Whole seconds since 1970, any fraction cut off."""
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)


def amount(value: Decimal, style: int) -> str:
    """A JSON number in one of three ways of writing the same amount."""
    text = f"{value:f}"
    if style % 3 == 0 or "." not in text:
        return text
    text = text.rstrip("0")
    return text + "0" if text.endswith(".") and style % 3 == 1 else text.rstrip(".")


def text(value: str) -> str:
    """A JSON string."""
    return msgspec.json.encode(value).decode()


def encoded(record: Record, style: Style) -> bytes:
    """The row of a record, kept until the record changes."""
    if record.wire is None:
        record.wire = MAKERS[type(record)](record, style).encode()
    return record.wire


def stub(deleted_at: int, number: int) -> bytes:
    """What change data says of a deleted record."""
    return (
        f'{{"domain":"QBO","status":"Deleted","Id":"{number}",'
        f'"MetaData":{{"LastUpdatedTime":"{stamp(deleted_at)}"}}}}'
    ).encode()


def _head(record: Record) -> str:
    return (
        f'"domain":"QBO","sparse":false,"Id":"{record.id}","SyncToken":"{record.token}",'
        f'"MetaData":{{"CreateTime":"{stamp(record.created)}","LastUpdatedTime":"{stamp(record.updated)}"}}'
    )


def _common(record: Document, style: Style) -> str:
    """Date, customer, currency and note, as all documents have them."""
    customer, parts = record.customer, [f'"TxnDate":"{record.date}"']
    if record.number:
        parts.append(f'"DocNumber":{text(record.number)}')
    parts.append(f'"CustomerRef":{{"value":"{customer.id}","name":{text(customer.name)}}}')
    if style.currency_shown:
        name = CURRENCY_NAMES.get(customer.currency, customer.currency)
        parts.append(f'"CurrencyRef":{{"value":"{customer.currency}","name":"{name}"}}')
    if style.multicurrency:
        parts.append(f'"ExchangeRate":{record.rate:f}')
    if record.note:
        parts.append(f'"PrivateNote":{text(record.note)}')
    return ",".join(parts)


def _home(value: Decimal, record: Document) -> str:
    return amount((value * record.rate).quantize(Decimal("0.01")), record.id)


def _links(links: list[tuple[str, int]]) -> str:
    return ",".join(f'{{"TxnId":"{number}","TxnType":"{kind}"}}' for kind, number in links)


def invoice(record: Invoice, style: Style) -> str:
    """An invoice; its links carry no amounts."""
    gross = record.total + record.discount
    shown, total = amount(gross, record.id), amount(record.total, record.id)
    lines = (
        f'{{"Id":"1","LineNum":1,"Description":"Work done","Amount":{shown},'
        '"DetailType":"SalesItemLineDetail",'
        f'"SalesItemLineDetail":{{"ItemRef":{{"value":"1","name":"Services"}},"UnitPrice":{shown},"Qty":1,'
        f'"TaxCodeRef":{{"value":"NON"}}}}}},'
        f'{{"Amount":{shown},"DetailType":"SubTotalLineDetail","SubTotalLineDetail":{{}}}}'
    )
    if record.discount:
        lines += (
            f',{{"Amount":{amount(record.discount, record.id)},"DetailType":"DiscountLineDetail",'
            '"DiscountLineDetail":{"PercentBased":false}}'
        )
    further = f',"Deposit":{amount(record.deposit, record.id)}' if record.deposit else ""
    if style.multicurrency:
        further += f',"HomeTotalAmt":{_home(record.total, record)}'
        further += f',"HomeBalance":{_home(record.balance, record)}'
    return (
        f'{{"AllowIPNPayment":false,"AllowOnlinePayment":false,{_head(record)},"CustomField":[],'
        f'{_common(record, style)},"LinkedTxn":[{_links(record.links)}],"Line":[{lines}],'
        f'"TxnTaxDetail":{{"TotalTax":0}},"DueDate":"{record.due}","TotalAmt":{total},'
        f'"ApplyTaxAfterDiscount":false,"PrintStatus":"NotSet","EmailStatus":"NotSet"{further},'
        f'"Balance":{amount(record.balance, record.id)}}}'
    )


def payment(record: Payment, style: Style) -> str:
    """A payment; every line amount is positive, whether it charges or credits."""
    lines = ",".join(
        f'{{"Amount":{amount(line.amount, record.id)},"LinkedTxn":'
        f'[{{"TxnId":"{line.target}","TxnType":"{line.kind}"}}]}}'
        for line in record.lines
    )
    reference = f'"PaymentRefNum":{text(record.number)},' if record.number else ""
    common = _common(record, style).replace(f'"DocNumber":{text(record.number)},', "")
    links = _links([("Deposit", record.banked)]) if record.banked else ""
    total, unapplied = amount(record.total, record.id), amount(record.unapplied, record.id)
    return (
        f'{{{common},"DepositToAccountRef":{{"value":"4"}},{reference}"TotalAmt":{total},'
        f'"UnappliedAmt":{unapplied},"ProcessPayment":false,{_head(record)},'
        f'"LinkedTxn":[{links}],"Line":[{lines}]}}'
    )


def credit_memo(record: CreditMemo, style: Style) -> str:
    """A credit memo; what it paid is said in payments only."""
    remaining = amount(record.remaining, record.id)
    return (
        f'{{{_head(record)},{_common(record, style)},"TotalAmt":{amount(record.total, record.id)},'
        f'"RemainingCredit":{remaining},"Balance":{remaining},"Line":[]}}'
    )


def refund_receipt(record: RefundReceipt, style: Style) -> str:
    """A refund on a sales form."""
    return (
        f'{{{_head(record)},{_common(record, style)},"TotalAmt":{amount(record.total, record.id)},'
        '"Balance":0,"Line":[]}'
    )


def journal_entry(record: JournalEntry, style: Style) -> str:
    """A journal entry of two lines; the customer stands on the receivables line."""
    shown = amount(record.total, record.id)
    lines = ",".join(
        f'{{"Id":"{index}","Amount":{shown},"DetailType":"JournalEntryLineDetail",'
        f'"JournalEntryLineDetail":{{"PostingType":"{side}","AccountRef":{{"value":"{account}"}}}}}}'
        for index, (side, account) in enumerate((("Debit", 60), ("Credit", 84)))
    )
    return f'{{{_head(record)},"TxnDate":"{record.date}","Adjustment":false,"Line":[{lines}]}}'


def deposit(record: Deposit, style: Style) -> str:
    """A banking of payments."""
    lines = ",".join(
        f'{{"LinkedTxn":[{{"TxnId":"{number}","TxnType":"Payment","TxnLineId":"0"}}]}}'
        for number in record.payments
    )
    shown = amount(record.total, record.id)
    return f'{{{_head(record)},"TxnDate":"{record.date}","TotalAmt":{shown},"Line":[{lines}]}}'


def customer(record: Customer, style: Style) -> str:
    """A customer."""
    return (
        f'{{{_head(record)},"DisplayName":{text(record.name)},"FullyQualifiedName":{text(record.name)},"Active":true,'
        f'"CurrencyRef":{{"value":"{record.currency}"}}}}'
    )


MAKERS: dict[type, Any] = {
    Invoice: invoice,
    Payment: payment,
    CreditMemo: credit_memo,
    RefundReceipt: refund_receipt,
    JournalEntry: journal_entry,
    Deposit: deposit,
    Customer: customer,
}


def xml(answer: bytes) -> bytes:
    """The same answer as XML, which is what a client gets that does not ask for JSON."""
    document = msgspec.json.decode(answer)
    moment = document.pop("time", "")
    inner = "".join(_element(name, value) for name, value in document.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<IntuitResponse xmlns="http://schema.intuit.com/finance/v3" time={quoteattr(moment)}>{inner}'
        "</IntuitResponse>"
    ).encode()


def _element(name: str, value: object) -> str:
    if isinstance(value, list):
        return "".join(_element(name, each) for each in value)
    if isinstance(value, dict):
        return f"<{name}>{''.join(_element(key, each) for key, each in value.items())}</{name}>"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f"<{name}>{escape(shown)}</{name}>"
