"""The books behind the stand-in: worked examples of both figures, the table of stamps, random walks.

The statement of the truth is compared with figures written down by hand, and with a reading of the rows as
they go over the wire. The reading below shares no line with the books or with SyncDesk.
"""

import json
import random
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.standins.clock import Clock
from tests.standins.quickbooks import Books, Company, Expected, Quirks
from tests.standins.quickbooks.seeding import seed
from tests.standins.quickbooks.truth import split
from tests.standins.quickbooks.wire import encoded

START = datetime(2026, 4, 1, 12, tzinfo=UTC)
BILLED, MARCH_20, APRIL_2, APRIL_5, JUNE_30 = (
    date(2026, 3, 1),
    date(2026, 3, 20),
    date(2026, 4, 2),
    date(2026, 4, 5),
    date(2026, 6, 30),
)


def new_books(**quirks: Any) -> Books:
    """Empty books whose clock stands."""
    clock = Clock()
    clock.freeze(START)
    return Books(Company("1"), clock, Quirks(**quirks))


def row(books: Books, kind: str, number: str) -> dict[str, Any]:
    """A record as it goes over the wire, amounts as Decimal."""
    text = encoded(books.record(kind, number), books.style)
    decoded: dict[str, Any] = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    return decoded


# --- worked examples ----------------------------------------------------------------------------------------


def example(books: Books, number: int) -> str:
    """Plays one row of the worked examples on invoice 1001 of 1 March 2026 over 1000; returns its id."""
    customer = books.add_customer()
    deposit, discount = (200 if number in (13, 14) else 0), (100 if number == 21 else 0)
    total = 0 if number == 23 else 1000 - discount
    bill = books.add_invoice(
        "1001", BILLED, total, customer, deposit=deposit, discount=discount or (0 if total else 1000)
    )
    second = books.add_invoice("1002", BILLED, 800 if number == 6 else 1000, customer)
    memo = books.credit_memo(customer, APRIL_2, 1000)
    if number in (2, 15, 16, 18, 19, 20, 26, 27, 28):
        paid = books.pay([(bill, 1000)], MARCH_20)
    acts: dict[int, Callable[[], object]] = {
        3: lambda: books.pay([(bill, 400)], MARCH_20),
        4: lambda: [books.pay([(bill, 400)], MARCH_20), books.pay([(bill, 600)], APRIL_5)],
        5: lambda: [books.pay([(bill, 600)], APRIL_5), books.pay([(bill, 400)], MARCH_20)],
        6: lambda: books.pay([(bill, 1000), (second, 500)], MARCH_20, 1500),
        7: lambda: books.pay([(bill, 1000)], MARCH_20, 1200),
        8: lambda: [books.pay([(bill, 850)], MARCH_20), books.apply_credit(memo, [(bill, 150)])],
        9: lambda: books.pay([(bill, 1000)], MARCH_20, 850, credits=[(memo, 150)]),
        10: lambda: books.pay([(bill, 1000), (second, 500)], MARCH_20, 1350, credits=[(memo, 150)]),
        11: lambda: books.apply_credit(memo, [(bill, 1000)]),
        12: lambda: [books.pay([(bill, 950)], MARCH_20), books.write_off(bill, 50, JUNE_30)],
        14: lambda: books.pay([(bill, 800)], APRIL_5),
        15: lambda: books.void_payment(paid),
        16: lambda: books.delete_payment(paid),
        17: lambda: [
            books.pay([(bill, 400)], MARCH_20),
            books.delete_payment(books.pay([(bill, 600)], APRIL_5)),
        ],
        18: lambda: books.edit_payment(paid, date=date(2026, 3, 25)),
        19: lambda: books.edit_payment(paid, targets=[(second, 1000)]),
        20: lambda: books.change_total(bill, 1200),
        21: lambda: books.pay([(bill, 900)], MARCH_20),
        22: lambda: books.void_invoice(bill),
        24: lambda: books.edit_payment(
            books.pay([], date(2026, 2, 20), 1000, customer=customer), targets=[(bill, 1000)]
        ),
        26: lambda: books.refund_receipt(customer, APRIL_5, 100),
        27: lambda: books.delete_invoice(bill),
        28: lambda: books.change_total(bill, 700),
        29: lambda: [acts[4](), books.change_total(bill, 900)],
    }
    acts.get(number, lambda: None)()
    return bill


def figures(paid: int, credited: int, owed: int, day: date | None, state: str) -> Expected:
    """What has to come out."""
    return Expected(Decimal(paid), Decimal(credited), Decimal(owed), day, state)


EXAMPLES = {
    1: figures(0, 0, 1000, None, "waiting"),
    2: figures(1000, 0, 0, MARCH_20, "paid"),
    3: figures(400, 0, 600, None, "part_paid"),
    4: figures(1000, 0, 0, APRIL_5, "paid"),
    5: figures(1000, 0, 0, APRIL_5, "paid"),
    6: figures(1000, 0, 0, MARCH_20, "paid"),
    7: figures(1000, 0, 0, MARCH_20, "paid"),
    8: figures(850, 150, 0, APRIL_2, "paid"),
    9: figures(850, 150, 0, MARCH_20, "paid"),
    10: figures(900, 100, 0, MARCH_20, "paid"),
    11: figures(0, 1000, 0, APRIL_2, "paid"),
    12: figures(950, 50, 0, JUNE_30, "paid"),
    13: figures(200, 0, 800, None, "part_paid"),
    14: figures(1000, 0, 0, APRIL_5, "paid"),
    15: figures(0, 0, 1000, None, "waiting"),
    16: figures(0, 0, 1000, None, "waiting"),
    17: figures(400, 0, 600, None, "part_paid"),
    18: figures(1000, 0, 0, date(2026, 3, 25), "paid"),
    19: figures(0, 0, 1000, None, "waiting"),
    20: figures(1000, 0, 200, None, "part_paid"),
    21: figures(900, 0, 0, MARCH_20, "paid"),
    22: figures(0, 0, 0, None, "void"),
    23: figures(0, 0, 0, None, "nothing_to_pay"),
    24: figures(1000, 0, 0, BILLED, "paid"),
    26: figures(1000, 0, 0, MARCH_20, "paid"),
    27: figures(0, 0, 0, None, "deleted"),
    28: figures(700, 0, 0, MARCH_20, "paid"),
    29: figures(900, 0, 0, APRIL_5, "paid"),
}


@pytest.mark.parametrize("number", EXAMPLES)
def test_worked_examples(number: int) -> None:
    """D1, D2: the truth states what accountants expect, and the rows say the same."""
    books = new_books()
    bill = example(books, number)
    assert books.expected(bill) == EXAMPLES[number]
    check_books(books)


def test_a_foreign_invoice_is_stated_in_its_own_currency() -> None:
    """Row 25: EUR 1000 stays 1000 whatever the dollar does."""
    books = new_books()
    bill = books.add_invoice("1001", BILLED, 1000, currency="EUR", rate="1.10")
    books.pay([(bill, 1000)], APRIL_5, rate="1.15")
    assert books.expected(bill) == EXAMPLES[14]
    sent = row(books, "Invoice", bill)
    assert (sent["TotalAmt"], sent["HomeTotalAmt"], sent["CurrencyRef"]["value"]) == (1000, 1100, "EUR")


def test_with_credits_not_closing_only_money_makes_a_date() -> None:
    """D1: `credits_close = no`."""
    books = new_books()
    bill = example(books, 8)
    assert books.expected(bill, credits_close=False).date_paid is None
    other = books.add_invoice("1003", BILLED, 10)
    books.pay([(other, 10)], APRIL_5)
    assert books.expected(other, credits_close=False).date_paid == APRIL_5


def test_proportions_are_rounded_by_largest_remainder() -> None:
    """100 of credit over three equal charges: cents are neither lost nor invented."""
    cents = split([Decimal("100.00")] * 3, Decimal("100.00"), Decimal("0.01"))
    assert cents == [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]
    assert split([Decimal(7), Decimal(3)], Decimal(5), Decimal(1)) == [Decimal(3), Decimal(2)]
    assert split([Decimal(5), Decimal(1)], Decimal(2), Decimal(1)) == [Decimal(2), Decimal(0)]


def test_credit_without_a_charge_goes_back() -> None:
    """Paid by 20 and two credits of 40, an invoice over 100 falls to 50: 10 of the second credit serve."""
    books = new_books()
    bill = books.add_invoice("1", BILLED, 100)
    memos = [books.credit_memo("1", BILLED, 40) for _ in range(2)]
    payment = books.pay([(bill, 100)], MARCH_20, 20, credits=[(memo, 40) for memo in memos])
    books.change_total(bill, 50)
    assert [books.record("CreditMemo", memo).remaining for memo in memos] == [0, 30]
    assert row(books, "Payment", payment)["UnappliedAmt"] == 20
    assert books.expected(bill) == figures(0, 50, 0, MARCH_20, "paid")
    check_books(books)


# --- the table of stamps ------------------------------------------------------------------------------------

STAMPS: dict[str, tuple[Callable[[Books, str, str], object], bool, str]] = {
    "payment re-dated": (lambda b, i, p: b.edit_payment(p, date=APRIL_5), False, "changed"),
    "note edited": (lambda b, i, p: b.edit_payment(p, note="x"), False, "changed"),
    "more money": (lambda b, i, p: b.edit_payment(p, total=1100), False, "changed"),
    "allocation dropped": (lambda b, i, p: b.edit_payment(p, targets=[]), True, "changed"),
    "payment voided": (lambda b, i, p: b.void_payment(p), True, "changed"),
    "payment deleted": (lambda b, i, p: b.delete_payment(p), True, "gone"),
    "total raised": (lambda b, i, p: b.change_total(i, 1200), True, "same"),
    "credit memo re-dated": (
        lambda b, i, p: b.redate_credit_memo(b.ids("CreditMemo")[0], APRIL_5),
        False,
        "same",
    ),
    "banked": (lambda b, i, p: b.bank([p], APRIL_5), False, "changed"),
}


@pytest.mark.parametrize("event", STAMPS)
def test_which_stamps_an_event_moves(event: str) -> None:
    """Section by section as observed, above all the invoice that does not change when its payment does."""
    act, invoice_moves, payment_state = STAMPS[event]
    books = new_books()
    bill = example(books, 2)
    (payment,) = books.ids("Payment")
    before = row(books, "Invoice", bill), row(books, "Payment", payment)
    assert before[0]["MetaData"]["LastUpdatedTime"] == before[1]["MetaData"]["CreateTime"]
    books.clock.advance(60)
    act(books, bill, payment)
    after = row(books, "Invoice", bill)
    assert (after["MetaData"] != before[0]["MetaData"]) is invoice_moves
    assert (int(after["SyncToken"]) > int(before[0]["SyncToken"])) is invoice_moves
    if payment_state == "gone":
        assert books.ids("Payment") == []
        assert books.tables["Payment"].stubs == [(books.now(), int(payment))]
    else:
        changed = row(books, "Payment", payment)["MetaData"] != before[1]["MetaData"]
        assert changed is (payment_state == "changed")
    check_books(books)


@pytest.mark.parametrize(
    ("quirk", "event"),
    [
        ("void_touches_invoice", "payment voided"),
        ("delete_touches_invoice", "payment deleted"),
        ("move_touches_former", "allocation dropped"),
    ],
)
def test_what_is_only_expected_to_change_can_stay_unchanged(quirk: str, event: str) -> None:
    """Where nobody promises that the invoice is stamped, a connector must not rely on it."""
    books = new_books(**{quirk: False})
    bill = example(books, 2)
    before = row(books, "Invoice", bill)
    books.clock.advance(60)
    STAMPS[event][0](books, bill, books.ids("Payment")[0])
    after = row(books, "Invoice", bill)
    assert after["MetaData"] == before["MetaData"]
    assert (before["Balance"], after["Balance"]) == (0, 1000)


def test_what_the_service_would_not_let_a_person_do_is_refused() -> None:
    """Overpaying an invoice, mixing customers, voiding what is banked, paying what is void."""
    books = new_books()
    bill = books.add_invoice("1", BILLED, 100)
    other = books.add_invoice("2", BILLED, 100, books.add_customer("Someone else"))
    payment = books.pay([(bill, 60)], MARCH_20)
    books.bank([payment], MARCH_20)
    refused: list[Callable[[], object]] = [
        lambda: books.pay([(bill, 41)], MARCH_20),
        lambda: books.pay([(bill, 20), (other, 20)], MARCH_20),
        lambda: books.pay([(bill, 20)], MARCH_20, 10),
        lambda: books.pay([(bill, "0.001")], MARCH_20),
        lambda: books.void_payment(payment),
        lambda: books.apply_credit(books.credit_memo("1", MARCH_20, 5), [(bill, 6)]),
        lambda: books.edit_payment(payment, targets=[(bill, 101)]),
    ]
    for act in refused:
        with pytest.raises(ValueError):
            act()
    check_books(books)
    books.void_invoice(bill)
    with pytest.raises(ValueError, match="void"):
        books.pay([(bill, 1)], MARCH_20)


# --- random walks -------------------------------------------------------------------------------------------


def read_invoice(
    books: Books, number: str, payments: list[dict[str, Any]]
) -> tuple[Decimal, Decimal, date | None]:
    """Paid, credited and date of the last share, read from rows alone; mixed entries are not split here."""
    settled, last = Decimal(0), None
    sent = row(books, "Invoice", number)
    for payment in payments:
        shares = [
            line["Amount"]
            for line in payment["Line"]
            if line["LinkedTxn"][0] == {"TxnId": number, "TxnType": "Invoice"}
        ]
        if shares:
            settled += sum(shares)
            day = date.fromisoformat(payment["TxnDate"])
            last = max(last or day, day)
            assert {"TxnId": payment["Id"], "TxnType": "Payment"} in sent["LinkedTxn"]
    money = sent.get("Deposit", Decimal(0))
    return settled + money, sent["Balance"], last


def check_books(books: Books) -> None:
    """The identity of every payment, and for every invoice the truth against the rows."""
    payments = [row(books, "Payment", number) for number in books.ids("Payment")]
    for payment in payments:
        charges = credits = unclear = Decimal(0)
        for line in payment["Line"]:
            assert line["Amount"] > 0
            kind = line["LinkedTxn"][0]["TxnType"]
            charges += line["Amount"] * (kind in ("Invoice", "Expense"))
            credits += line["Amount"] * (kind == "CreditMemo")
            unclear += line["Amount"] * (kind == "JournalEntry")
        used = payment["TotalAmt"] - payment["UnappliedAmt"]
        assert used in (charges + unclear - credits, charges - credits - unclear)
        assert 0 <= payment["UnappliedAmt"] <= payment["TotalAmt"]
    for number in books.ids():
        truth, sent = books.expected(number), row(books, "Invoice", number)
        settled, owed, last = read_invoice(books, number, payments)
        assert sent["TotalAmt"] == settled + owed
        assert (truth.paid_amount + truth.credited, truth.outstanding) == (settled, owed)
        linked = {link["TxnId"] for link in sent["LinkedTxn"] if link["TxnType"] == "Payment"}
        assert linked == {
            p["Id"] for p in payments if number in {line["LinkedTxn"][0]["TxnId"] for line in p["Line"]}
        }
        paid_up = sent["TotalAmt"] > 0 and owed == 0
        billed = date.fromisoformat(sent["TxnDate"])
        assert truth.date_paid == (max(last or billed, billed) if paid_up else None)
    for number in books.ids("CreditMemo"):
        assert (
            0
            <= row(books, "CreditMemo", number)["RemainingCredit"]
            <= row(books, "CreditMemo", number)["TotalAmt"]
        )


def random_step(books: Books, dice: random.Random) -> None:
    """One thing a person might do, sensible or not; what the service refuses changes nothing."""
    amount, day = Decimal(dice.randrange(1, 15_00)) / 25, date(2026, 3, dice.randrange(1, 29))
    bills, payments, memos = books.ids(), books.ids("Payment"), books.ids("CreditMemo")
    bill, payment = dice.choice(bills), dice.choice(payments or ["0"])
    targets = [(number, amount) for number in dice.sample(bills, k=min(len(bills), dice.randrange(1, 3)))]
    credits = [(memo, amount / 4) for memo in dice.sample(memos, k=min(len(memos), dice.randrange(3)))]
    acts: list[Callable[[], object]] = [
        lambda: books.add_invoice("n", day, amount, "1", deposit=dice.choice([0, amount / 2])),
        lambda: books.pay(targets, day, credits=credits, unapplied=dice.choice([0, 5])),
        lambda: books.pay([(bill, books.record("Invoice", bill).balance)], day),
        lambda: books.pay(targets, day, journal_charge=7),
        lambda: books.credit_memo("1", day, amount),
        lambda: books.apply_credit(dice.choice(memos), targets),
        lambda: books.write_off(bill, books.record("Invoice", bill).balance, day),
        lambda: books.edit_payment(payment, date=day),
        lambda: books.edit_payment(payment, total=amount),
        lambda: books.edit_payment(payment, targets=targets),
        lambda: books.refund_unapplied(payment, 5),
        lambda: books.void_payment(payment),
        lambda: books.delete_payment(payment),
        lambda: books.bank([payment], day),
        lambda: books.change_total(bill, amount),
        lambda: books.edit_invoice(bill, date=day),
        lambda: books.void_invoice(bill) if dice.random() < 0.3 else None,
        lambda: books.delete_invoice(bill) if len(bills) > 3 else None,
        lambda: books.redate_credit_memo(dice.choice(memos), day),
    ]
    books.clock.advance(dice.randrange(3))
    try:
        dice.choice(acts)()
    except (ValueError, IndexError):
        return


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 40), st.booleans())
def test_random_walks_keep_rows_and_truth_in_step(start: int, steps: int, touch: bool) -> None:
    """D1, D2: whatever is done in whatever order, both accounts agree after every step."""
    books = new_books(delete_touches_invoice=touch, void_touches_invoice=touch, move_touches_former=touch)
    dice, customer = random.Random(start), books.add_customer()
    for number in range(3):
        books.add_invoice(str(number), BILLED, 100, customer)
    for _ in range(steps):
        random_step(books, dice)
        check_books(books)


def test_seeded_books_are_ordinary_books() -> None:
    """The quickly filled books obey everything the slowly filled ones do, and are the same each time."""
    books = new_books()
    numbers = seed(books, 200, customers=7, prefix="INV-")
    check_books(books)
    assert row(books, "Invoice", numbers[0])["DocNumber"] == "INV-1"
    states = [books.expected(number).state for number in numbers]
    assert {state: states.count(state) > 5 for state in ("paid", "part_paid", "waiting")} == dict.fromkeys(
        ("paid", "part_paid", "waiting"), True
    )
    again = new_books()
    seed(again, 200, customers=7, prefix="INV-")
    assert [row(again, "Invoice", number) for number in numbers] == [
        row(books, "Invoice", n) for n in numbers
    ]
