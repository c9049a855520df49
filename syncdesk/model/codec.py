"""Invoices, raw values and figures as text and back, exactly. The journal stores these texts; fingerprints
are taken over them."""

import json
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from hashlib import blake2b

from syncdesk.model.job import RawValue, RowKey
from syncdesk.model.ledger import (
    Customer,
    DocumentKind,
    Invoice,
    InvoiceStatus,
    Movement,
    MovementKind,
    SourceClaim,
)
from syncdesk.model.reasons import TEXTS, Reason
from syncdesk.model.settlement import SettlementRules

_FORM = 1
_MOVEMENTS = 11  # where encode_invoice puts them
_READERS: dict[str, Callable[[str], RawValue]] = {
    "f": float.fromhex,
    "d": Decimal,
    "t": datetime.fromisoformat,
    "day": date.fromisoformat,
    "time": time.fromisoformat,
    "b": bytes.fromhex,
}
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode_invoice(invoice: Invoice) -> str:
    """The invoice with all movements as compact text; equal invoices give equal text. The change stamp is
    left out: it is not a fact about payment."""
    claim = invoice.claim
    problem = (invoice.problem,) if invoice.problem else ()  # nearly always absent, and so then is its place
    return _dump(
        [
            _FORM,
            invoice.id,
            invoice.number,
            invoice.customer.id,
            invoice.customer.name,
            invoice.currency,
            _amount(invoice.total),
            _day(invoice.date),
            invoice.kind,
            invoice.status,
            _day(invoice.due_date),
            [
                [
                    m.id,
                    m.kind,
                    _amount(m.amount),
                    m.date.isoformat(),
                    m.settled,
                    m.payment_id,
                    m.reference,
                    m.memo,
                ]
                for m in invoice.movements
            ],
            [None if claim.balance is None else _amount(claim.balance), claim.paid, _day(claim.paid_on)],
            invoice.url,
            invoice.notes,
            *problem,
        ]
    )


def decode_invoice(text: str) -> Invoice:
    """The invoice that :func:`encode_invoice` wrote."""
    (
        _,
        id_,
        number,
        customer_id,
        customer,
        currency,
        total,
        day,
        kind,
        status,
        due,
        movements,
        claim,
        url,
        notes,
        *problem,
    ) = json.loads(text)
    balance, paid, paid_on = claim
    return Invoice(
        id=id_,
        number=number,
        customer=Customer(customer_id, customer),
        currency=currency,
        total=Decimal(total),
        date=_to_day(day),
        kind=DocumentKind(kind),
        status=InvoiceStatus(status),
        due_date=_to_day(due),
        movements=tuple(
            Movement(
                m[0], MovementKind(m[1]), Decimal(m[2]), date.fromisoformat(m[3]), m[4], m[5], m[6], m[7]
            )
            for m in movements
        ),
        claim=SourceClaim(None if balance is None else Decimal(balance), paid, _to_day(paid_on)),
        url=url,
        notes=tuple(notes),
        problem=problem[0] if problem else "",
    )


def payment_ids(facts: str) -> tuple[str, ...]:
    """The ids of the payments behind an encoded invoice's movements, each once, in their order (F-47)."""
    if not facts:
        return ()
    return tuple(dict.fromkeys(m[5] for m in json.loads(facts)[_MOVEMENTS] if m[5]))


def fingerprint(facts: str, rules: SettlementRules) -> str:
    """A short text that is equal only for equal facts settled by equal rules (D15)."""
    salt = f"{rules.paid_amount_counts.value}|{rules.credits_close}|"
    return blake2b((salt + facts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def encode_key(key: RowKey) -> str:
    """A row key as text: equal keys, and only those, give equal text."""
    return _dump(key)


def decode_key(text: str) -> RowKey:
    """The key that :func:`encode_key` wrote."""
    return tuple(json.loads(text))


def encode_raw(values: tuple[RawValue, ...]) -> str:
    """Raw database values as text, each with its type, so that they come back exactly. Raises TypeError for
    an unknown type."""
    return _dump([_tag(value) for value in values])


def decode_raw(text: str) -> tuple[RawValue, ...]:
    """The values that :func:`encode_raw` wrote, equal and of the same types."""
    return tuple(_untag(item) for item in json.loads(text))


def encode_reasons(reasons: tuple[Reason, ...]) -> str:
    """Reasons as text."""
    return _dump([[r.code, r.values] for r in reasons])


def decode_reasons(text: str) -> tuple[Reason, ...]:
    """The reasons that :func:`encode_reasons` wrote; one whose code a newer version has dropped comes back as
    its bare values."""
    return tuple(
        Reason(code, values) if code in TEXTS else Reason("note_source", {"text": f"{code} {values}"})
        for code, values in json.loads(text)
    )


def _tag(value: RawValue) -> object:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return {"f": value.hex()}
    if isinstance(value, Decimal):
        return {"d": str(value)}
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    if isinstance(value, bytes):
        return {"b": value.hex()}
    raise TypeError(f"a raw value of type {type(value).__name__} cannot be kept")


def _untag(item: object) -> RawValue:
    if not isinstance(item, dict):
        return item
    ((tag, text),) = item.items()
    return _READERS[tag](text)


def _amount(amount: Decimal) -> str:
    """One text for equal amounts: '100' for 100, 100.00 and 1E+2; every digit is kept."""
    text = f"{amount:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _to_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
