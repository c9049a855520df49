"""Every row of the table of worked examples, through real calls: what a person did in QuickBooks, and what
must be found after it. The stand-in's own statement is checked as well."""

from datetime import date
from decimal import Decimal

import pytest

from syncdesk.model.ledger import Invoice, InvoiceStatus, MovementKind
from syncdesk.model.settlement import PaymentState, SettlementRules, settle
from tests.sources.quickbooks_online.desk import Desk
from tests.standins.quickbooks import Books

MARCH_1, MARCH_20, MARCH_25 = date(2026, 3, 1), date(2026, 3, 20), date(2026, 3, 25)
APRIL_2, APRIL_5 = date(2026, 4, 2), date(2026, 4, 5)
ONLY_MONEY_CLOSES = SettlementRules(credits_close=False)


@pytest.fixture
def bill(books: Books) -> str:
    """Invoice 1001 of 1 March over 1000.00."""
    return books.add_invoice("1001", MARCH_1, 1000)


def holds(
    desk: Desk, invoice: str, paid: str, credited: str = "0", outstanding: str = "0", on: date | None = None
) -> Invoice:
    """The invoice as last remembered has these figures, by the table and by the stand-in's own statement."""
    found, truth = desk.figures(invoice), desk.books.expected(invoice)
    expected = (Decimal(paid), Decimal(credited), Decimal(outstanding), on)
    assert (found.paid_amount, found.credited, found.outstanding, found.date_paid) == expected
    assert truth[:4] == expected
    assert found.contradiction == ""
    return desk.memory.documents[invoice]


def test_1_nothing_paid(desk: Desk, bill: str) -> None:
    desk.run()
    document = holds(desk, bill, "0", outstanding="1000")
    assert (document.number, document.total, document.date) == ("1001", 1000, MARCH_1)
    assert (document.currency, document.customer.name) == ("USD", "Customer USD")
    assert document.url == f"https://app.qbo.intuit.com/app/invoice?txnId={bill}"


def test_2_paid_at_once(desk: Desk, bill: str, books: Books) -> None:
    payment = books.pay([(bill, 1000)], MARCH_20, reference="cheque 7", note="by post")
    desk.run()
    (movement,) = holds(desk, bill, "1000", on=MARCH_20).movements
    assert (movement.kind, movement.payment_id) == (MovementKind.PAYMENT, payment)
    assert (movement.reference, movement.memo) == ("cheque 7", "by post")


def test_3_part_paid(desk: Desk, bill: str, books: Books) -> None:
    books.pay([(bill, 400)], MARCH_20)
    desk.run()
    holds(desk, bill, "400", outstanding="600")


@pytest.mark.parametrize("late_entry", [False, True], ids=["4", "5"])
def test_4_5_two_parts(desk: Desk, bill: str, books: Books, late_entry: bool) -> None:
    """The order of typing does not matter."""
    parts = [(400, MARCH_20), (600, APRIL_5)]
    for amount, day in reversed(parts) if late_entry else parts:
        books.pay([(bill, amount)], day)
    desk.run()
    holds(desk, bill, "1000", on=APRIL_5)


def test_6_one_cheque_for_two_invoices(desk: Desk, bill: str, books: Books) -> None:
    second = books.add_invoice("1002", MARCH_1, 800)
    payment = books.pay([(bill, 1000), (second, 500)], MARCH_20, 1500)
    desk.run()
    shares = [
        *holds(desk, bill, "1000", on=MARCH_20).movements,
        *holds(desk, second, "500", outstanding="300").movements,
    ]
    assert [share.payment_id for share in shares] == [payment, payment]


def test_7_overpaid(desk: Desk, bill: str, books: Books) -> None:
    payment = books.pay([(bill, 1000)], MARCH_20, 1200)
    desk.run()
    (note,) = holds(desk, bill, "1000", on=MARCH_20).notes
    assert note == f"Of payment {payment} of 2026-03-20, 200.00 USD is not applied to any invoice."


def test_8_money_then_credit_memo(desk: Desk, bill: str, books: Books) -> None:
    books.pay([(bill, 850)], MARCH_20)
    memo = books.credit_memo("", APRIL_2, 150)
    books.apply_credit(memo, [(bill, 150)], automatic=True)
    desk.run()
    holds(desk, bill, "850", credited="150", on=APRIL_2)


def test_9_money_and_credit_in_one_go(desk: Desk, bill: str, books: Books) -> None:
    memo = books.credit_memo("", MARCH_1, 150)
    books.pay([(bill, 1000)], MARCH_20, 850, credits=[(memo, 150)])
    desk.run()
    document = holds(desk, bill, "850", credited="150", on=MARCH_20)
    assert [m.kind for m in document.movements] == [MovementKind.CREDIT, MovementKind.PAYMENT]
    assert document.notes == ()


def test_10_money_and_credit_over_two_invoices(desk: Desk, bill: str, books: Books) -> None:
    second = books.add_invoice("1002", MARCH_1, 500)
    memo = books.credit_memo("", MARCH_1, 150)
    books.pay([(bill, 1000), (second, 500)], MARCH_20, 1350, credits=[(memo, 150)])
    desk.run()
    first = holds(desk, bill, "900", credited="100", on=MARCH_20)
    holds(desk, second, "450", credited="50", on=MARCH_20)
    assert "mixed payment" in first.notes[0].lower()


def test_11_only_credit(desk: Desk, bill: str, books: Books) -> None:
    books.apply_credit(books.credit_memo("", APRIL_2, 1000), [(bill, 1000)])
    desk.run()
    document = holds(desk, bill, "0", credited="1000", on=APRIL_2)
    assert settle(document, ONLY_MONEY_CLOSES).date_paid is None


def test_12_written_off_by_journal_entry(desk: Desk, bill: str, books: Books) -> None:
    books.pay([(bill, 950)], MARCH_20)
    books.write_off(bill, 50, date(2026, 6, 30))
    desk.run()
    document = holds(desk, bill, "950", credited="50", on=date(2026, 6, 30))
    assert document.movements[-1].kind is MovementKind.WRITE_OFF
    assert settle(document, ONLY_MONEY_CLOSES).date_paid is None


def test_13_14_deposit_on_the_form(desk: Desk, books: Books) -> None:
    bill = books.add_invoice("1001", MARCH_1, 1000, deposit=200)
    desk.run()
    (movement,) = holds(desk, bill, "200", outstanding="800").movements
    assert (movement.kind, movement.date, movement.payment_id) == (MovementKind.PAYMENT, MARCH_1, "")
    books.pay([(bill, 800)], APRIL_5)
    desk.run()
    holds(desk, bill, "1000", on=APRIL_5)


@pytest.mark.parametrize("touched", [True, False])
@pytest.mark.parametrize("how", ["void", "delete"], ids=["15", "16"])
def test_15_16_payment_voided_or_deleted(
    desk: Desk, bill: str, books: Books, how: str, touched: bool
) -> None:
    """F-8, F-9: taken back, whether or not the invoice's own stamp moves."""
    books.quirks.void_touches_invoice = books.quirks.delete_touches_invoice = touched
    payment = books.pay([(bill, 1000)], MARCH_20)
    desk.run()
    holds(desk, bill, "1000", on=MARCH_20)
    desk.standin.clock.advance(hours=1)
    (books.void_payment if how == "void" else books.delete_payment)(payment)
    assert set(desk.run()) == {bill}
    holds(desk, bill, "0", outstanding="1000")


def test_17_second_payment_deleted(desk: Desk, bill: str, books: Books) -> None:
    books.pay([(bill, 400)], MARCH_20)
    second = books.pay([(bill, 600)], APRIL_5)
    desk.run()
    desk.standin.clock.advance(hours=1)
    books.delete_payment(second)
    desk.run()
    holds(desk, bill, "400", outstanding="600")


def test_18_payment_dated_anew(desk: Desk, bill: str, books: Books) -> None:
    """Pitfall 5: the invoice's own stamp does not move."""
    payment = books.pay([(bill, 1000)], MARCH_20)
    desk.run()
    desk.standin.clock.advance(hours=1)
    books.edit_payment(payment, date=MARCH_25)
    assert set(desk.run()) == {bill}
    holds(desk, bill, "1000", on=MARCH_25)


@pytest.mark.parametrize("touched", [True, False])
def test_19_payment_moved(desk: Desk, bill: str, books: Books, touched: bool) -> None:
    """Pitfall 8, F-12: the former invoice is found, though the payment no longer names it."""
    books.quirks.move_touches_former = touched
    second = books.add_invoice("1002", MARCH_1, 1000)
    payment = books.pay([(bill, 1000)], MARCH_20)
    desk.run()
    desk.standin.clock.advance(hours=1)
    books.edit_payment(payment, targets=[(second, 1000)])
    assert set(desk.run()) == {bill, second}
    holds(desk, bill, "0", outstanding="1000")
    holds(desk, second, "1000", on=MARCH_20)


def test_20_total_raised(desk: Desk, bill: str, books: Books) -> None:
    books.pay([(bill, 1000)], MARCH_20)
    desk.run()
    desk.standin.clock.advance(hours=1)
    books.change_total(bill, 1200)
    desk.run()
    holds(desk, bill, "1000", outstanding="200")


def test_21_discount_on_the_form(desk: Desk, books: Books) -> None:
    bill = books.add_invoice("1001", MARCH_1, 900, discount=100)
    books.pay([(bill, 900)], MARCH_20)
    desk.run()
    holds(desk, bill, "900", on=MARCH_20)


def test_22_invoice_voided(desk: Desk, bill: str, books: Books) -> None:
    """Pitfall 10: an ordinary change, without any word of it."""
    books.pay([(bill, 400)], MARCH_20)
    desk.run()
    desk.standin.clock.advance(hours=1)
    books.void_invoice(bill)
    for _ in range(2):  # and it stays void the next time, when it is remembered as such
        desk.run()
        document = holds(desk, bill, "0")
        assert document.status is InvoiceStatus.VOID
        assert desk.figures(bill).state is PaymentState.VOID


def test_23_zero_invoice(desk: Desk, books: Books) -> None:
    bill = books.add_invoice("1001", MARCH_1, 0)
    for _ in range(2):
        desk.run()
        assert holds(desk, bill, "0").status is InvoiceStatus.ISSUED
        assert desk.figures(bill).state is PaymentState.NOTHING_TO_PAY


def test_24_prepayment(desk: Desk, bill: str, books: Books) -> None:
    """D2: never before the invoice's own date."""
    customer = str(books.record("Invoice", bill).customer.id)
    payment = books.pay([], date(2026, 2, 20), 1000, customer=customer)
    desk.run()
    holds(desk, bill, "0", outstanding="1000")
    desk.standin.clock.advance(hours=1)
    books.edit_payment(payment, targets=[(bill, 1000)])
    desk.run()
    (movement,) = holds(desk, bill, "1000", on=MARCH_1).movements
    assert movement.date == date(2026, 2, 20)


def test_25_foreign_currency(desk: Desk, books: Books) -> None:
    """F-7, pitfall 19: never the home currency's figure."""
    bill = books.add_invoice("1001", MARCH_1, 1000, currency="EUR", rate="1.10")
    books.pay([(bill, 1000)], APRIL_5, rate="1.15")
    desk.run()
    assert holds(desk, bill, "1000", on=APRIL_5).currency == "EUR"


def test_26_refund_receipt(desk: Desk, bill: str, books: Books) -> None:
    """M-3: shown, not subtracted by guess."""
    books.pay([(bill, 1000)], MARCH_20)
    customer = str(books.record("Invoice", bill).customer.id)
    other = books.add_invoice("1002", MARCH_1, 50)
    books.refund_receipt(customer, APRIL_2, 100, number="R-1")
    desk.run()
    (note,) = holds(desk, bill, "1000", on=MARCH_20).notes
    assert note.startswith("Possible refund: the books hold refund receipt R-1 of 2026-04-02 over 100.00 USD")
    assert desk.memory.documents[other].notes == ()  # nothing was paid on it that could be given back


def test_27_invoice_deleted(desk: Desk, bill: str, books: Books) -> None:
    """D14, F-10: the figures are kept, and a person is asked."""
    books.pay([(bill, 1000)], MARCH_20)
    desk.run()
    before = desk.memory.documents[bill]
    desk.standin.clock.advance(hours=1)
    books.delete_invoice(bill)
    found = desk.run()
    assert set(found) == {bill}
    assert found[bill].status is InvoiceStatus.DELETED
    assert (found[bill].number, found[bill].movements) == (before.number, before.movements)
    assert books.expected(bill).state == "deleted"
    assert desk.run() == {}
