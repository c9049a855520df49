"""Every row of the table of worked examples, through real calls: what a person did in Xero, and what must be
found after it. The stand-in's own statement is checked as well."""

from datetime import date
from decimal import Decimal

import pytest

from syncdesk.model.ledger import InvoiceStatus, MovementKind
from syncdesk.model.settlement import PaymentState, SettlementRules, settle
from tests.sources.xero.desk import Desk

FEB_1, MARCH_1, MARCH_10 = date(2026, 2, 1), date(2026, 3, 1), date(2026, 3, 10)
MARCH_15, MARCH_20, MARCH_21 = date(2026, 3, 15), date(2026, 3, 20), date(2026, 3, 21)
MARCH_25 = date(2026, 3, 25)


@pytest.fixture
def bill(desk: Desk) -> str:
    """An invoice of 1 March over 150.00."""
    return desk.books.add_invoice("INV-1", MARCH_1, 150)


def holds(
    desk: Desk,
    invoice: str,
    paid: str,
    credited: str = "0",
    outstanding: str = "0",
    on: date | None = None,
    state: PaymentState | None = None,
) -> None:
    """The invoice has these figures after a run, by the table and by the stand-in's own statement."""
    desk.run()
    found, truth = desk.figures(invoice), desk.books.expected(invoice)
    expected = (Decimal(paid), Decimal(credited), Decimal(outstanding), on)
    assert (found.paid_amount, found.credited, found.outstanding, found.date_paid) == expected
    assert truth[:4] == expected
    assert found.contradiction == ""
    assert state is None or found.state is state


def test_1_nothing_yet(desk: Desk, bill: str) -> None:
    holds(desk, bill, "0", outstanding="150", state=PaymentState.WAITING)
    document = desk.memory.documents[bill]
    assert (document.number, document.total, document.date) == ("INV-1", 150, MARCH_1)
    assert document.customer.name == "Customer"
    code = desk.books.organisation.short_code
    assert document.url.endswith(
        f"shortcode={code}&redirecturl=/AccountsReceivable/View.aspx?InvoiceID={bill}"
    )


def test_2_part(desk: Desk, bill: str) -> None:
    payment = desk.books.pay(bill, 50, MARCH_10, reference="cheque 7")
    holds(desk, bill, "50", outstanding="100", state=PaymentState.PART_PAID)
    (movement,) = desk.memory.documents[bill].movements
    assert (movement.kind, movement.payment_id, movement.reference) == (
        MovementKind.PAYMENT,
        payment,
        "cheque 7",
    )


def test_3_split(desk: Desk, bill: str) -> None:
    desk.books.pay(bill, 50, MARCH_10)
    desk.books.pay(bill, 100, MARCH_15)
    holds(desk, bill, "150", on=MARCH_15)


def test_4_entered_in_the_wrong_order(desk: Desk, bill: str) -> None:
    desk.books.pay(bill, 100, MARCH_15)
    desk.books.pay(bill, 50, MARCH_10)
    holds(desk, bill, "150", on=MARCH_15)


def test_5_one_receipt_over_three(desk: Desk, bill: str) -> None:
    others = [desk.books.add_invoice(f"INV-{n}", MARCH_1, 125) for n in (2, 3)]
    desk.books.batch_pay([(bill, 150), *((other, 125) for other in others)], MARCH_20)
    holds(desk, bill, "150", on=MARCH_20)
    holds(desk, others[0], "125", on=MARCH_20)


def test_6_credited_in_full(desk: Desk, bill: str) -> None:
    note = desk.books.credit_note("", MARCH_20, 150)
    desk.books.allocate(note, bill, 150, MARCH_20)
    holds(desk, bill, "0", credited="150", on=MARCH_20)
    only_money = SettlementRules(credits_close=False)
    assert settle(desk.memory.documents[bill], only_money).date_paid is None


def test_7_money_and_a_later_credit(desk: Desk, bill: str) -> None:
    desk.books.pay(bill, 130, MARCH_21)
    note = desk.books.credit_note("", MARCH_25, 20)
    desk.books.allocate(note, bill, 20, MARCH_25)
    holds(desk, bill, "130", credited="20", on=MARCH_25)


def test_8_9_the_rest_of_a_receipt_is_applied_elsewhere(desk: Desk, bill: str) -> None:
    _, over = desk.books.receive(bill, 200, MARCH_20)
    holds(desk, bill, "150", on=MARCH_20)
    other = desk.books.add_invoice("INV-2", MARCH_1, 80)
    desk.books.allocate(over, other, 50, MARCH_25)
    holds(desk, other, "50", outstanding="30")
    assert desk.memory.documents[other].movements[0].kind is MovementKind.PREPAYMENT


def test_10_a_deposit_and_the_rest(desk: Desk, bill: str) -> None:
    deposit = desk.books.prepayment("", FEB_1, 100)
    desk.books.allocate(deposit, bill, 100, MARCH_1)
    desk.books.pay(bill, 50, MARCH_20)
    holds(desk, bill, "150", on=MARCH_20)


@pytest.mark.parametrize("own_date", [False, True])
def test_11_a_deposit_covers_all(desk: Desk, bill: str, own_date: bool) -> None:
    """As the books give it, which may be before the invoice."""
    desk.standin.quirks.credits_settle_on_own_date = own_date
    deposit = desk.books.prepayment("", FEB_1, 150)
    desk.books.allocate(deposit, bill, 150, MARCH_1)
    holds(desk, bill, "150", on=FEB_1 if own_date else MARCH_1)


def test_12_a_payment_is_deleted(desk: Desk, bill: str) -> None:
    desk.books.pay(bill, 50, MARCH_10)
    second = desk.books.pay(bill, 100, MARCH_15)
    holds(desk, bill, "150", on=MARCH_15)
    desk.books.delete_payment(second)
    holds(desk, bill, "50", outstanding="100", state=PaymentState.PART_PAID)


def test_13_voided(desk: Desk, bill: str) -> None:
    desk.run()
    desk.books.void_invoice(bill)
    holds(desk, bill, "0", state=PaymentState.VOID)


def test_14_drafts_hold_no_payments(desk: Desk) -> None:
    draft = desk.books.add_invoice("D-1", MARCH_1, 150, status="DRAFT")
    submitted = desk.books.add_invoice("D-2", MARCH_1, 150, status="SUBMITTED")
    deleted = desk.books.add_invoice("D-3", MARCH_1, 150, status="DRAFT")
    desk.books.delete_draft(deleted)
    for invoice in (draft, submitted):
        holds(desk, invoice, "0", state=PaymentState.DRAFT)
    holds(desk, deleted, "0", state=PaymentState.VOID)
    assert desk.memory.documents[deleted].status is InvoiceStatus.VOID
    assert "draft was deleted" in desk.memory.documents[deleted].notes[0]


def test_15_another_currency(desk: Desk) -> None:
    """Never the bank's own figure (F-7)."""
    invoice = desk.books.add_invoice("US-1", MARCH_1, 100, currency="USD")
    desk.books.pay(invoice, 100, MARCH_20, bank_amount="163.20")
    holds(desk, invoice, "100", on=MARCH_20)
    assert desk.memory.documents[invoice].currency == "USD"


@pytest.mark.parametrize("at_once", [True, False])
def test_16_nothing_to_pay(desk: Desk, at_once: bool) -> None:
    desk.standin.quirks.zero_is_paid = at_once
    invoice = desk.books.add_invoice("FREE", MARCH_1, 0)
    holds(desk, invoice, "0", state=PaymentState.NOTHING_TO_PAY)


def test_17_the_total_is_raised_after_it_was_paid(desk: Desk, bill: str) -> None:
    desk.books.pay(bill, 150, MARCH_20)
    desk.books.edit_total(bill, 180)
    holds(desk, bill, "150", outstanding="30", state=PaymentState.PART_PAID)


def test_18_a_refund_by_a_new_credit_leaves_the_invoice_alone(desk: Desk, bill: str) -> None:
    desk.books.pay(bill, 150, MARCH_20)
    note = desk.books.credit_note("", MARCH_25, 30)
    desk.books.refund(note, 30, MARCH_25)
    holds(desk, bill, "150", on=MARCH_20)


@pytest.mark.parametrize("offset", ["+0000", "", "+1300", "-1100"])
def test_m10_days_are_the_books_days_whatever_stands_behind_them(desk: Desk, bill: str, offset: str) -> None:
    desk.standin.quirks.date_offset = offset
    desk.books.pay(bill, 150, MARCH_20)
    holds(desk, bill, "150", on=MARCH_20)


def test_without_a_stated_date_the_movements_give_it(desk: Desk, bill: str) -> None:
    """D2: the later of the two documents' own dates, and not before the invoice."""
    desk.standin.quirks.fully_paid_on = False
    note = desk.books.credit_note("", FEB_1, 20)
    desk.books.allocate(note, bill, 20, MARCH_25)
    desk.books.pay(bill, 130, MARCH_10)
    holds(desk, bill, "130", credited="20", on=MARCH_10)


def test_one_credit_applied_twice_is_one_share(desk: Desk, bill: str) -> None:
    note = desk.books.credit_note("", MARCH_10, 30)
    desk.books.allocate(note, bill, 10, MARCH_15)
    desk.books.allocate(note, bill, 20, MARCH_20)
    holds(desk, bill, "0", credited="30", outstanding="120")
    assert len(desk.memory.documents[bill].movements) == 1


def test_tax_withheld_in_construction_closes_the_invoice(desk: Desk) -> None:
    invoice = desk.books.add_invoice("CIS-1", MARCH_1, 150, withheld=30)
    desk.books.pay(invoice, 120, MARCH_20)
    desk.run()
    found = desk.figures(invoice)
    assert (found.paid_amount, found.credited, found.outstanding) == (120, 30, 0)
    assert (found.date_paid, found.contradiction) == (MARCH_20, "")
    assert "CIS" in desk.memory.documents[invoice].notes[0]


def test_bills_are_not_ours(desk: Desk, bill: str) -> None:
    purchase = desk.books.add_invoice("INV-1", MARCH_1, 99, type="ACCPAY")
    desk.books.pay(purchase, 99, MARCH_20)
    assert set(desk.run()) == {bill}
