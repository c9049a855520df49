"""The lines of a payment and what each invoice got of it, on payments written by hand (section 7, steps 1 and
2)."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.model.ledger import MovementKind
from syncdesk.sources.quickbooks_online.movements import Share, UnclearPaymentError, apportioned, shares
from syncdesk.sources.quickbooks_online.records import PaymentRecord

PAID, CREDIT, OFF = MovementKind.PAYMENT, MovementKind.CREDIT, MovementKind.WRITE_OFF


def payment(total: str, *lines: tuple[str, str, str], unapplied: str = "0") -> PaymentRecord:
    """A payment with lines (amount, type of target, id of target)."""
    rows = [
        {"Amount": Decimal(amount), "LinkedTxn": [{"TxnId": target, "TxnType": kind}]}
        for amount, kind, target in lines
    ]
    sent = {"Id": "55", "TotalAmt": Decimal(total), "UnappliedAmt": Decimal(unapplied), "Line": rows}
    return msgspec.json.decode(msgspec.json.encode(sent), type=PaymentRecord)


def found(record: PaymentRecord, currency: str = "USD") -> list[tuple[str, MovementKind, str]]:
    """Its shares in short."""
    return [(share.invoice, share.kind, str(share.amount)) for share in shares(record, currency)]


def test_one_cheque_for_two_invoices() -> None:
    """Row 6, pitfall 6: each gets its line, not the whole."""
    record = payment("1500", ("1000", "Invoice", "1"), ("500", "Invoice", "2"))
    assert found(record) == [("1", PAID, "1000"), ("2", PAID, "500")]


def test_an_overpayment_is_not_part_of_the_share() -> None:
    """Row 7."""
    assert found(payment("1200", ("1000", "Invoice", "1"), unapplied="200")) == [("1", PAID, "1000")]


def test_a_credit_memo_alone() -> None:
    """Rows 8 and 11: a payment of no money."""
    assert found(payment("0", ("150", "Invoice", "1"), ("150", "CreditMemo", "9"))) == [("1", CREDIT, "150")]


def test_money_and_credit_in_one_go() -> None:
    """Row 9: one charge, so nothing has to be guessed."""
    record = payment("850", ("1000", "Invoice", "1"), ("150", "CreditMemo", "9"))
    assert found(record) == [("1", PAID, "850.00"), ("1", CREDIT, "150.00")]
    assert not any(share.mixed for share in shares(record, "USD"))


def test_money_and_credit_over_two_invoices() -> None:
    """Row 10: in proportion, and said so."""
    record = payment("1350", ("1000", "Invoice", "1"), ("500", "Invoice", "2"), ("150", "CreditMemo", "9"))
    assert found(record) == [
        ("1", PAID, "900.00"),
        ("1", CREDIT, "100.00"),
        ("2", PAID, "450.00"),
        ("2", CREDIT, "50.00"),
    ]
    assert all(share.mixed for share in shares(record, "USD"))


def test_a_journal_entry_that_credits() -> None:
    """Row 12: a write-off."""
    assert found(payment("0", ("50", "Invoice", "1"), ("50", "JournalEntry", "9"))) == [("1", OFF, "50")]


def test_a_journal_entry_that_is_charged() -> None:
    """The same two lines, but money came in: then the journal entry is owed, too, and got its part."""
    assert found(payment("100", ("50", "Invoice", "1"), ("50", "JournalEntry", "9"))) == [("1", PAID, "50")]


def test_journal_entries_on_both_sides() -> None:
    """Only the sum tells them apart; memo and write-off share what is credited."""
    record = payment(
        "60",
        ("100", "Invoice", "1"),
        ("30", "JournalEntry", "8"),
        ("50", "JournalEntry", "9"),
        ("20", "CreditMemo", "7"),
    )
    # 130 charged, 70 credited (50 of it a write-off): 100/130 of the money, 53.85/70 of the write-off.
    assert found(record) == [("1", PAID, "46.15"), ("1", CREDIT, "15.39"), ("1", OFF, "38.46")]


def test_money_given_back_on_a_payment_is_a_charge_like_another() -> None:
    """The cheque that refunds unapplied money takes nothing from the invoice."""
    record = payment("1200", ("1000", "Invoice", "1"), ("200", "Expense", "9"))
    assert found(record) == [("1", PAID, "1000")]


@pytest.mark.parametrize("record", [payment("0"), payment("300", unapplied="300")])
def test_voided_and_wholly_unapplied_payments_feed_nothing(record: PaymentRecord) -> None:
    """Rows 15 and 24."""
    assert shares(record, "USD") == []


def test_two_lines_to_one_invoice_are_one_share() -> None:
    """A share has an identity of its own: payment and invoice."""
    record = payment("100", ("60", "Invoice", "1"), ("40", "Invoice", "1"))
    assert shares(record, "USD") == [Share("1", PAID, Decimal(100))]


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (payment("100", ("90", "Invoice", "1")), "do not add up"),
        (payment("80", ("90", "Invoice", "1")), "do not add up"),
        (payment("0", ("90", "Invoice", "1"), ("100", "CreditMemo", "2")), "do not add up"),
        (payment("-5", ("-5", "Invoice", "1")), "negative"),
        (payment("NaN", ("5", "Invoice", "1")), "NaN"),
        (PaymentRecord(id="5"), "missing"),
    ],
)
def test_lines_that_make_no_sense_are_told(record: PaymentRecord, why: str) -> None:
    """F-6: nothing is written by guess."""
    with pytest.raises(UnclearPaymentError, match=why):
        shares(record, "USD")


amounts = st.integers(1, 10**9).map(lambda cents: Decimal(cents) / 100)


@given(st.lists(amounts, min_size=1, max_size=8), st.data())
def test_money_and_credit_always_add_up(charges: list[Decimal], data: st.DataObject) -> None:
    """Every charge is covered exactly, and the money over all of them is the money received."""
    whole = sum(charges, Decimal(0))
    credit = Decimal(data.draw(st.integers(1, int(whole * 100)))) / 100
    lines = [(str(amount), "Invoice", str(place)) for place, amount in enumerate(charges)]
    record = payment(str(whole - credit), *lines, (str(credit), "CreditMemo", "999"))
    got = shares(record, "USD")
    assert sum(share.amount for share in got if share.kind is PAID) == whole - credit
    assert sum(share.amount for share in got if share.kind is CREDIT) == credit
    assert all(share.amount > 0 and share.amount == round(share.amount, 2) for share in got)
    for place, amount in enumerate(charges):
        assert sum(share.amount for share in got if share.invoice == str(place)) == amount


def test_what_rounding_leaves_goes_to_the_largest_remainders() -> None:
    """Whole minor units of the currency; the earlier among equals."""
    three = [Decimal(1)] * 3
    assert apportioned(Decimal("1.00"), three, "USD") == [Decimal("0.34"), Decimal("0.33"), Decimal("0.33")]
    assert apportioned(Decimal(2), three, "JPY") == [Decimal(1), Decimal(1), Decimal(0)]
    assert apportioned(Decimal("1.00"), three, "KWD") == [
        Decimal("0.334"),
        Decimal("0.333"),
        Decimal("0.333"),
    ]
