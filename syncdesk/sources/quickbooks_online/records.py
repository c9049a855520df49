"""What QuickBooks Online sends, as typed records: only the fields that are needed, amounts as exact decimals.

One record that cannot be read does not take its page with it: it comes with `trouble` in plain words and
whatever of it could be read (F-20). Used by queries.py.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import blake2b
from typing import Generic, TypeVar

import msgspec
from msgspec import Raw, Struct, field

_WORDS = {
    "Id": "id",
    "TxnDate": "date",
    "DueDate": "due date",
    "TotalAmt": "amount",
    "UnappliedAmt": "unapplied amount",
    "Balance": "balance",
    "Deposit": "deposit",
    "CurrencyRef": "currency",
    "CustomerRef": "customer",
    "DocNumber": "number",
    "LinkedTxn": "links",
    "Line": "lines",
    "MetaData": "change stamp",
}
_LONGEST_QUOTE = 60


class Ref(Struct, gc=False):
    """A reference: `value` for machines, `name` for people."""

    value: str | None = None
    name: str | None = None


class Link(Struct, gc=False, rename="pascal"):
    """What a document or a payment line is linked to. Ids alone are not unique: the type belongs to them."""

    txn_id: str = ""
    txn_type: str = ""


class Stamps(Struct, gc=False, rename="pascal"):
    """When the record last changed, with the service's own offset, which changes with daylight saving."""

    last_updated_time: datetime | None = None


NEVER = Stamps()


class Record(Struct, gc=False, rename="pascal"):
    """What all records share. `status` 'Deleted' marks the stub of a deleted one, in change data only."""

    id: str
    sync_token: str | None = None
    txn_date: date | None = None
    total_amt: Decimal | None = None
    customer_ref: Ref | None = None
    currency_ref: Ref | None = None
    meta_data: Stamps | None = None
    status: str | None = field(default=None, name="status")
    trouble: str = field(default="", name="-trouble")  # never sent: what could not be read

    @property
    def deleted(self) -> bool:
        """Whether this is only the stub of a deleted record."""
        return self.status == "Deleted"

    @property
    def changed_at(self) -> datetime | None:
        """The change stamp in aware UTC, None if the record has none. Every stamp has an offset; should one
        lack it, it is read as UTC."""
        stamp = self.meta_data.last_updated_time if self.meta_data else None
        if stamp is None:
            return None
        return stamp.astimezone(UTC) if stamp.tzinfo else stamp.replace(tzinfo=UTC)


class InvoiceRecord(Record, gc=False, rename="pascal"):
    """An invoice. `balance` is what is owed, `deposit` money taken on the form itself. `line` is kept as text
    and only looked at for invoices over nothing."""

    doc_number: str | None = None
    due_date: date | None = None
    balance: Decimal | None = None
    deposit: Decimal | None = None
    linked_txn: list[Link] | None = None
    line: Raw = Raw(b"[]")

    @property
    def payment_ids(self) -> list[str]:
        """Payments that this invoice names; estimates, time entries and the like are linked too."""
        return [link.txn_id for link in self.linked_txn or () if link.txn_type == "Payment"]

    @property
    def lines_are_zero(self) -> bool:
        """Whether every line is over nothing, as voiding leaves them."""
        try:
            return not any(line.amount for line in _LINES.decode(self.line) or ())
        except msgspec.DecodeError:
            return False


class FormLine(Struct, gc=False, rename="pascal"):
    """A line of an invoice, as far as it tells a void from a zero invoice."""

    amount: Decimal | None = None


class PaymentLine(Struct, gc=False, rename="pascal"):
    """What a payment does to one target. All amounts are positive, charges and credits alike."""

    amount: Decimal | None = None
    linked_txn: list[Link] | None = None


class PaymentRecord(Record, gc=False, rename="pascal"):
    """Money received, or credit applied without money (`total_amt` 0), with its lines."""

    unapplied_amt: Decimal | None = None
    payment_ref_num: str | None = None
    private_note: str | None = None
    line: list[PaymentLine] | None = None


class ReceiptRecord(Record, gc=False, rename="pascal"):
    """A refund receipt. It does not say what it undoes."""

    doc_number: str | None = None


class CompanyRecord(Struct, gc=False, rename="pascal"):
    """Whose books these are."""

    company_name: str | None = None
    legal_name: str | None = None
    country: str | None = None


class CurrencyPreferences(Struct, gc=False, rename="pascal"):
    """The currency the books are kept in."""

    home_currency: Ref | None = None
    multi_currency_enabled: bool | None = None


class SalesPreferences(Struct, gc=False, rename="pascal"):
    """With numbers typed by people, an invoice may have none, or that of another one."""

    custom_txn_numbers: bool | None = None


class PreferencesRecord(Struct, gc=False, rename="pascal"):
    """The settings of the company that matter here."""

    currency_prefs: CurrencyPreferences | None = None
    sales_forms_prefs: SalesPreferences | None = None


I = TypeVar("I")  # noqa: E741 - the type of an invoice row
P = TypeVar("P")
R = TypeVar("R")


class Rows(Struct, Generic[I, P, R], gc=False, rename="pascal"):
    """The rows of one query or one part of change data; what was not asked for is empty."""

    invoice: list[I] = []
    payment: list[P] = []
    refund_receipt: list[R] = []
    company_info: list[CompanyRecord] = []
    preferences: list[PreferencesRecord] = []
    total_count: int | None = field(default=None, name="totalCount")


ReadRows = Rows[InvoiceRecord, PaymentRecord, ReceiptRecord]
RawRows = Rows[Raw, Raw, Raw]
W = TypeVar("W")


class Part(Struct, Generic[W], gc=False, rename="pascal"):
    """One item of a batch, or one element of change data: rows, or a fault in their place."""

    b_id: str = field(default="", name="bId")
    query_response: W | None = None
    fault: dict[str, Raw] | None = None


class ChangePart(Struct, Generic[W], gc=False, rename="pascal"):
    """Change data: one element for each entity that was asked for, in any order, some of them empty."""

    query_response: list[W] = []
    fault: dict[str, Raw] | None = None


NOTHING = Raw(b"")
"""Where nothing was sent."""


class Answer(Struct, Generic[W], gc=False, rename="pascal"):
    """Whatever the service answers with success; only what was asked for is filled. `time` is the service's
    own clock."""

    query_response: W | None = None
    cdc_response: list[ChangePart[W]] = field(default=[], name="CDCResponse")
    batch_item_response: list[Part[W]] = []
    invoice: Raw = NOTHING
    company_info: CompanyRecord | None = None
    preferences: PreferencesRecord | None = None
    time: datetime | None = field(default=None, name="time")


ReadAnswer = Answer[ReadRows]

_LINES = msgspec.json.Decoder(list[FormLine] | None)
_TYPED = msgspec.json.Decoder(Answer[ReadRows])
_RAW = msgspec.json.Decoder(Answer[RawRows])
_FIELDS = msgspec.json.Decoder(dict[str, Raw])
AnyRecord = TypeVar("AnyRecord", bound=Record)


class AnswerDecoder:
    """Decodes a whole answer that must have a certain part: an answer without it is not 'no rows'."""

    def __init__(self, part: str) -> None:
        """`part` names the field of :class:`Answer` that must be there."""
        self._part = part

    def decode(self, body: bytes) -> ReadAnswer:
        """The answer with every record it holds. Raises msgspec.DecodeError only if it is no such answer at
        all (cut off, not JSON, of another kind): a record that cannot be read is salvaged."""
        try:
            answer = _TYPED.decode(body)
        except msgspec.ValidationError:
            answer = _salvaged(_RAW.decode(body))
        found = getattr(answer, self._part)
        if found is None or found == [] or found is NOTHING:
            raise msgspec.DecodeError(f"the answer has no {self._part}")
        return answer


def read_invoice(raw: Raw) -> InvoiceRecord:
    """An invoice that was asked for alone."""
    return salvage(raw, InvoiceRecord)


def salvage(raw: Raw, kind: type[AnyRecord]) -> AnyRecord:
    """The record, or as much of it as can be read, with the rest told in `trouble`."""
    try:
        return msgspec.json.decode(raw, type=kind)
    except msgspec.ValidationError:
        pass
    try:
        sent = _FIELDS.decode(raw)
    except msgspec.ValidationError:
        sent = {}
    record = kind(id="")
    unread: list[str] = []
    for part in msgspec.structs.fields(kind):
        if part.encode_name not in sent:
            continue
        text = sent[part.encode_name]
        try:
            setattr(record, part.name, msgspec.json.decode(text, type=part.type))
        except msgspec.ValidationError:
            if part.name == "id" and bytes(text).strip().isdigit():
                record.id = bytes(text).decode().strip()
            else:
                unread.append(f"{_WORDS.get(part.encode_name, part.encode_name)} {_quoted(text)}")
    record.trouble = f"QuickBooks sends an unreadable {' and '.join(unread)}." if unread else ""
    if not record.id:
        record.id = "without-id-" + blake2b(bytes(raw), digest_size=6).hexdigest()
        record.trouble = "QuickBooks sends no id that could be read."
    return record


def _quoted(text: Raw) -> str:
    shown = bytes(text).decode("utf-8", "replace").strip().strip('"')
    return f"'{shown if len(shown) <= _LONGEST_QUOTE else shown[:_LONGEST_QUOTE] + '…'}'"


def _salvaged(answer: Answer[RawRows]) -> ReadAnswer:
    return Answer(
        query_response=_rows(answer.query_response),
        cdc_response=[
            ChangePart([_read(rows) for rows in part.query_response], part.fault)
            for part in answer.cdc_response
        ],
        batch_item_response=[
            Part(part.b_id, _rows(part.query_response), part.fault) for part in answer.batch_item_response
        ],
        invoice=answer.invoice,
        company_info=answer.company_info,
        preferences=answer.preferences,
        time=answer.time,
    )


def _rows(rows: RawRows | None) -> ReadRows | None:
    return None if rows is None else _read(rows)


def _read(rows: RawRows) -> ReadRows:
    return Rows(
        [salvage(raw, InvoiceRecord) for raw in rows.invoice],
        [salvage(raw, PaymentRecord) for raw in rows.payment],
        [salvage(raw, ReceiptRecord) for raw in rows.refund_receipt],
        rows.company_info,
        rows.preferences,
        rows.total_count,
    )
