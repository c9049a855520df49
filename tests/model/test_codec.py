"""Invoices, raw values, keys and reasons as text and back, and fingerprints (D4, D15)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.model.codec import (
    decode_invoice,
    decode_key,
    decode_raw,
    decode_reasons,
    encode_invoice,
    encode_key,
    encode_raw,
    encode_reasons,
    fingerprint,
    payment_ids,
)
from syncdesk.model.ledger import (
    Customer,
    DocumentKind,
    Invoice,
    InvoiceStatus,
    Movement,
    MovementKind,
    SourceClaim,
)
from syncdesk.model.reasons import TEXTS, Reason, reason
from syncdesk.model.settlement import DEFAULT_RULES, PaidAmountCounts, SettlementRules
from tests.model.invoices import ISSUED_ON, day, invoice, move

TEXT = st.text(max_size=8)
MONEY = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=4)
DAYS = st.dates()
MOVEMENTS = st.builds(
    Movement, TEXT, st.sampled_from(MovementKind), MONEY, DAYS, st.booleans(), TEXT, TEXT, TEXT
)
CLAIMS = st.builds(SourceClaim, st.none() | MONEY, st.none() | st.booleans(), st.none() | DAYS)
INVOICES = st.builds(
    Invoice,
    id=TEXT,
    number=TEXT,
    customer=st.builds(Customer, TEXT, TEXT),
    currency=TEXT,
    total=MONEY,
    date=st.none() | DAYS,
    kind=st.sampled_from(DocumentKind),
    status=st.sampled_from(InvoiceStatus),
    due_date=st.none() | DAYS,
    movements=st.lists(MOVEMENTS, max_size=3).map(tuple),
    claim=CLAIMS,
    url=TEXT,
    notes=st.lists(TEXT, max_size=2).map(tuple),
)
RAW = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(),
    st.floats(allow_nan=False),
    st.decimals(allow_nan=False),
    st.dates(),
    st.datetimes(timezones=st.none() | st.just(UTC)),
    st.times(),
    st.binary(),
)


@given(INVOICES)
def test_an_invoice_comes_back_as_it_was(books: Invoice) -> None:
    assert decode_invoice(encode_invoice(books)) == books


@given(INVOICES)
def test_the_change_stamp_is_no_fact(books: Invoice) -> None:
    stamped = replace(books, changed_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert encode_invoice(stamped) == encode_invoice(books)
    assert decode_invoice(encode_invoice(stamped)).changed_at is None


@given(INVOICES, st.integers(0, 6))
def test_equal_invoices_give_equal_text(books: Invoice, digits: int) -> None:
    """100, 100.00 and 1E+2 are one amount: a connector that writes it otherwise does not make it news."""

    def respelt(amount: Decimal) -> Decimal:
        return amount.quantize(Decimal(1).scaleb(-max(digits, 4)))

    other = replace(
        books,
        total=respelt(books.total),
        movements=tuple(replace(m, amount=respelt(m.amount)) for m in books.movements),
    )
    assert other == books
    assert encode_invoice(other) == encode_invoice(books)


@pytest.mark.parametrize("text", ["100", "100.00", "1E+2", "100.000"])
def test_one_amount_has_one_text(text: str) -> None:
    assert encode_invoice(invoice(text)) == encode_invoice(invoice("100"))
    assert encode_invoice(invoice("0.00")) == encode_invoice(invoice("-0"))


def test_amounts_keep_every_digit() -> None:
    long = Decimal("12345678901234567890123456789012345.678901234567890123")
    assert decode_invoice(encode_invoice(invoice(long))).total == long


FACTS = invoice(
    "100",
    move("100", 12, id_="m1"),
    on=ISSUED_ON,
    claim=SourceClaim(Decimal(1), True, day(3)),
    notes=("a",),
)


@pytest.mark.parametrize(
    "change",
    [
        {"number": "1002"},
        {"customer": Customer("c-2", "Miller & Sons")},
        {"customer": Customer("c-Miller & Sons", "Miller")},
        {"currency": "EUR"},
        {"total": Decimal("100.01")},
        {"date": None},
        {"kind": DocumentKind.CREDIT_NOTE},
        {"status": InvoiceStatus.VOID},
        {"due_date": day(9)},
        {"movements": ()},
        {"movements": (move("100", 13, id_="m1"),)},
        {"movements": (move("99.99", 12, id_="m1"),)},
        {"movements": (move("100", 12, id_="m2"),)},
        {"movements": (move("100", 12, MovementKind.CREDIT, id_="m1"),)},
        {"movements": (move("100", 12, id_="m1", settled=False),)},
        {"movements": (replace(move("100", 12, id_="m1"), payment_id="p"),)},
        {"claim": SourceClaim(Decimal(2), True, day(3))},
        {"claim": SourceClaim(Decimal(1), False, day(3))},
        {"claim": SourceClaim(Decimal(1), True, None)},
        {"notes": ("b",)},
    ],
)
def test_d15_every_fact_is_in_the_fingerprint(change: dict[str, object]) -> None:
    changed = replace(FACTS, **change)  # type: ignore[arg-type]
    before, after = (fingerprint(encode_invoice(i), DEFAULT_RULES) for i in (FACTS, changed))
    assert before != after


def test_the_rules_are_in_the_fingerprint() -> None:
    rules = [SettlementRules(counts, closes) for counts in PaidAmountCounts for closes in (True, False)]
    marks = {fingerprint(encode_invoice(FACTS), rule) for rule in rules}
    assert len(marks) == 4
    assert all(len(mark) == 32 for mark in marks)


def test_a_fingerprint_of_broken_text_is_possible() -> None:
    assert fingerprint(encode_invoice(invoice("1", number="\ud800")), DEFAULT_RULES)


@given(st.lists(RAW, max_size=4).map(tuple))
def test_raw_values_come_back_equal_and_of_the_same_type(values: tuple[object, ...]) -> None:
    back = decode_raw(encode_raw(values))
    assert back == values
    assert [type(v) for v in back] == [type(v) for v in values]
    assert [str(v) for v in back] == [str(v) for v in values]


def test_raw_values_in_one_picture() -> None:
    values = (1, 1.5, Decimal("1.50"), "1", b"\x01", date(2026, 1, 2), time(3, 4), datetime(2026, 1, 2, 3, 4))  # noqa: DTZ001
    assert decode_raw(encode_raw(values)) == values


def test_an_unknown_raw_type_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="timedelta"):
        encode_raw((timedelta(1),))


@given(st.lists(st.integers() | st.text(), min_size=1, max_size=3).map(tuple))
def test_keys_come_back(key: tuple[int | str, ...]) -> None:
    assert decode_key(encode_key(key)) == key


def test_keys_of_different_types_differ() -> None:
    assert encode_key((1,)) != encode_key(("1",))


def test_reasons_come_back_and_unknown_ones_still_speak() -> None:
    reasons = (reason("same"), reason("no_row", number="{odd} 7"))
    assert decode_reasons(encode_reasons(reasons)) == reasons
    (old,) = decode_reasons('[["dropped_code",{"x":"y"}]]')
    assert "dropped_code" in str(old)
    assert "y" in str(old)
    assert "dropped_code" not in TEXTS
    assert isinstance(old, Reason)


def test_f47_payment_ids_are_named_once_in_order() -> None:
    shares = [replace(move("1", n, id_=str(n)), payment_id=p) for n, p in enumerate(["b", "a", "b", ""], 1)]
    assert payment_ids(encode_invoice(invoice("9", *shares))) == ("b", "a")
    assert payment_ids("") == ()
