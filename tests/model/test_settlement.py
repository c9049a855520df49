"""The settlement rule by worked examples: D1, D2, D3 and M-1 to M-10."""

from datetime import date
from decimal import Decimal

import pytest

from syncdesk.model.ledger import InvoiceStatus, Movement, MovementKind, SourceClaim
from syncdesk.model.settlement import (
    DayEnd,
    PaidAmountCounts,
    PaymentState,
    Settlement,
    SettlementRules,
    settle,
)
from tests.model.invoices import ISSUED_ON, day, invoice, move

EVERYTHING = SettlementRules(PaidAmountCounts.EVERYTHING_THAT_SETTLES)
ONLY_MONEY_CLOSES = SettlementRules(credits_close=False)
REFUND, CREDIT = MovementKind.REFUND, MovementKind.CREDIT


def figures(answer: Settlement) -> tuple[str, date | None]:
    return str(answer.paid_amount), answer.date_paid


def note_codes(answer: Settlement) -> list[str]:
    return [note.code for note in answer.notes]


def test_nothing_paid_waits_for_payment() -> None:
    answer = settle(invoice("100.00"))
    assert answer.state is PaymentState.WAITING
    assert figures(answer) == ("0.00", None)
    assert str(answer.outstanding) == "100.00"
    assert answer.earlier == ()


def test_m1_date_paid_is_the_day_the_balance_reached_zero() -> None:
    answer = settle(invoice("100.00", move("60", 20), move("40", 15)))
    assert figures(answer) == ("100.00", day(20))
    assert answer.state is PaymentState.PAID
    assert answer.earlier == (DayEnd(Decimal("40.00"), None),)


def test_m1_a_later_reopening_and_closing_moves_the_date() -> None:
    answer = settle(invoice("100", move("100", 12), move("-30", 20, REFUND), move("30", 25)))
    assert figures(answer) == ("100.00", day(25))
    assert answer.earlier == (DayEnd(Decimal("100.00"), day(12)), DayEnd(Decimal("70.00"), None))


def test_d2_a_dip_within_one_day_does_not_move_the_date() -> None:
    answer = settle(invoice("100", move("100", 12), move("-100", 20, REFUND), move("100", 20, id_="b")))
    assert figures(answer) == ("100.00", day(12))


def test_s50_16_part_paid_has_no_date() -> None:
    answer = settle(invoice("100", move("50", 12)))
    assert answer.state is PaymentState.PART_PAID
    assert figures(answer) == ("50.00", None)


def test_m2_m3_a_refund_reopens_the_invoice() -> None:
    answer = settle(invoice("100", move("100", 12), move("-40", 20, REFUND)))
    assert figures(answer) == ("60.00", None)
    assert answer.state is PaymentState.PART_PAID


@pytest.mark.parametrize("kind", [CREDIT, MovementKind.DISCOUNT, MovementKind.WRITE_OFF])
def test_m4_credits_close_but_are_not_money(kind: MovementKind) -> None:
    answer = settle(invoice("100", move("70", 12), move("30", 14, kind)))
    assert figures(answer) == ("70.00", day(14))
    assert str(answer.credited) == "30.00"
    assert answer.state is PaymentState.PAID


@pytest.mark.parametrize("kind", [MovementKind.PAYMENT, MovementKind.PREPAYMENT])
def test_money_kinds_count_as_paid(kind: MovementKind) -> None:
    assert figures(settle(invoice("100", move("100", 12, kind)))) == ("100.00", day(12))


def test_change_handed_back_is_money() -> None:
    answer = settle(invoice("95", move("100", 12), move("-5", 12, MovementKind.CHANGE)))
    assert figures(answer) == ("95.00", day(12))


def test_d1_everything_that_settles_may_count_as_paid() -> None:
    answer = settle(invoice("100", move("70", 12), move("30", 14, CREDIT)), EVERYTHING)
    assert figures(answer) == ("100.00", day(14))
    assert str(answer.credited) == "0.00"
    assert answer.earlier == (DayEnd(Decimal("70.00"), None),)


def test_d1_with_credits_close_no_only_money_sets_the_date() -> None:
    answer = settle(invoice("100", move("70", 12), move("30", 14, CREDIT)), ONLY_MONEY_CLOSES)
    assert figures(answer) == ("70.00", None)
    assert (str(answer.credited), str(answer.outstanding)) == ("30.00", "30.00")
    assert answer.state is PaymentState.PART_PAID
    later = settle(invoice("100", move("70", 12), move("30", 14, CREDIT), move("30", 18)), ONLY_MONEY_CLOSES)
    assert figures(later) == ("100.00", day(18))


def test_m5_f12_only_the_share_counts_and_equal_payments_both_do() -> None:
    answer = settle(invoice("100", move("50", 12, id_="a"), move("50", 12, id_="b")))
    assert figures(answer) == ("100.00", day(12))


def test_m6_pending_money_does_not_count_but_is_told() -> None:
    answer = settle(invoice("100", move("100", 12, settled=False)))
    assert figures(answer) == ("0.00", None)
    assert answer.state is PaymentState.WAITING
    assert [str(note) for note in answer.notes] == ["100.00 USD is still pending and does not count yet."]


def test_m7_nothing_to_pay_has_no_date() -> None:
    answer = settle(invoice("0"))
    assert answer.state is PaymentState.NOTHING_TO_PAY
    assert figures(answer) == ("0.00", None)


def test_m7_a_zero_total_is_nothing_to_pay_whatever_the_books_call_it() -> None:
    for paid in (True, False):
        answer = settle(invoice("0", claim=SourceClaim(balance=Decimal(0), paid=paid)))
        assert answer.state is PaymentState.NOTHING_TO_PAY
        assert answer.contradiction == ""


def test_m7_a_zero_total_with_money_is_overpaid() -> None:
    answer = settle(invoice("0", move("10", 12)))
    assert answer.state is PaymentState.OVERPAID
    assert str(answer.surplus) == "10.00"


def test_m7_a_movement_of_zero_is_no_movement() -> None:
    assert settle(invoice("0", move("0", 12))).state is PaymentState.NOTHING_TO_PAY
    assert settle(invoice("100", move("0", 12))).earlier == ()


@pytest.mark.parametrize(
    ("currency", "total", "paid", "state", "shown", "rounding"),
    [
        ("USD", "100.00", "99.991", PaymentState.PAID, "99.99", "0.009"),
        ("USD", "100.00", "99.99", PaymentState.PART_PAID, "99.99", "0"),
        ("USD", "100.00", "100.009", PaymentState.PAID, "100.01", "-0.009"),
        ("USD", "100.00", "100.01", PaymentState.OVERPAID, "100.01", "0"),
        ("JPY", "1000", "999.5", PaymentState.PAID, "1000", "0.5"),
        ("JPY", "1000", "999", PaymentState.PART_PAID, "999", "0"),
        ("KWD", "1.500", "1.4995", PaymentState.PAID, "1.500", "0.0005"),
        ("KWD", "1.500", "1.499", PaymentState.PART_PAID, "1.499", "0"),
    ],
)
def test_m8_less_than_one_minor_unit_counts_as_paid(
    currency: str, total: str, paid: str, state: PaymentState, shown: str, rounding: str
) -> None:
    answer = settle(invoice(total, move(paid, 12), currency=currency))
    assert answer.state is state
    assert str(answer.paid_amount) == shown
    assert answer.rounding == Decimal(rounding)
    assert (answer.date_paid is None) == (state is PaymentState.PART_PAID)


def test_m9_overpaid_counts_as_paid_and_shows_the_surplus() -> None:
    answer = settle(invoice("100", move("130", 12)))
    assert figures(answer) == ("130.00", day(12))
    assert answer.state is PaymentState.OVERPAID
    assert (str(answer.surplus), str(answer.outstanding)) == ("30.00", "0.00")


def test_d2_never_before_the_invoices_own_date() -> None:
    answer = settle(invoice("100", move("40", 2, MovementKind.PREPAYMENT), move("60", 3), move("1", 20)))
    assert answer.date_paid == ISSUED_ON
    assert answer.earlier == (
        DayEnd(Decimal("40.00"), None),
        DayEnd(Decimal("100.00"), ISSUED_ON),
    )


def test_more_refunded_than_paid_is_negative_and_told() -> None:
    answer = settle(invoice("100", move("-20", 12, REFUND)))
    assert figures(answer) == ("-20.00", None)
    assert answer.state is PaymentState.WAITING
    assert str(answer.outstanding) == "120.00"
    assert note_codes(answer) == ["note_negative"]


@pytest.mark.parametrize("status", [InvoiceStatus.VOID, InvoiceStatus.DRAFT, InvoiceStatus.DELETED])
def test_d2_void_and_draft_have_no_figures(status: InvoiceStatus) -> None:
    answer = settle(invoice("100", move("100", 12), status=status, notes=("Odd.",)))
    draft = status is InvoiceStatus.DRAFT
    assert answer.state is (PaymentState.DRAFT if draft else PaymentState.VOID)
    assert figures(answer) == ("0.00", None)
    assert (str(answer.credited), str(answer.outstanding), str(answer.total)) == ("0.00", "0.00", "100.00")
    assert note_codes(answer) == (["note_source"] if draft else ["note_void_movements", "note_source"])


def test_void_without_movements_has_nothing_to_say() -> None:
    assert settle(invoice("100", status=InvoiceStatus.VOID)).notes == ()


def test_d2_a_date_in_the_future_counts_and_is_told() -> None:
    told = settle(invoice("100", move("100", 20)), today=day(19))
    assert figures(told) == ("100.00", day(20))
    assert [str(note) for note in told.notes] == ["Dated in the future: 2026-01-20."]
    assert settle(invoice("100", move("100", 20)), today=day(20)).notes == ()
    assert settle(invoice("100"), today=day(1)).notes == ()


def test_notes_of_the_source_come_along() -> None:
    assert [str(n) for n in settle(invoice("100", notes=("Odd.", "Odder."))).notes] == ["Odd.", "Odder."]


class TestClaims:
    """D2 and D3: what the books say of themselves."""

    def test_a_balance_that_agrees_is_no_contradiction(self) -> None:
        claim = SourceClaim(balance=Decimal("50"), paid=False)
        assert settle(invoice("100", move("50", 12), claim=claim)).contradiction == ""

    def test_a_balance_within_a_minor_unit_agrees(self) -> None:
        claim = SourceClaim(balance=Decimal("50.009"))
        assert settle(invoice("100", move("50", 12), claim=claim)).contradiction == ""

    def test_another_balance_contradicts(self) -> None:
        answer = settle(invoice("100", move("50", 12), claim=SourceClaim(balance=Decimal("49.99"))))
        assert answer.contradiction == (
            "they state a balance of 49.99 USD, but their payments leave 50.00 USD."
        )

    @pytest.mark.parametrize(
        ("paid", "amount", "words"),
        [
            (True, "50", "they call it paid, but their payments leave 50.00 USD."),
            (False, "100", "they call it not paid, but their payments leave 0.00 USD."),
        ],
    )
    def test_another_paid_flag_contradicts(self, paid: bool, amount: str, words: str) -> None:
        answer = settle(invoice("100", move(amount, 12), claim=SourceClaim(paid=paid)))
        assert answer.contradiction == words

    def test_an_overpaid_balance_is_negative(self) -> None:
        claim = SourceClaim(balance=Decimal("-30"), paid=True)
        assert settle(invoice("100", move("130", 12), claim=claim)).contradiction == ""

    def test_the_cross_check_counts_credits_whatever_the_settings(self) -> None:
        claim = SourceClaim(balance=Decimal(0), paid=True)
        books = invoice("100", move("70", 12), move("30", 14, CREDIT), claim=claim)
        for rules in (SettlementRules(), EVERYTHING, ONLY_MONEY_CLOSES):
            assert settle(books, rules).contradiction == ""

    def test_the_books_own_paid_date_is_written_and_a_difference_told(self) -> None:
        answer = settle(invoice("100", move("100", 12), claim=SourceClaim(paid_on=day(14))))
        assert answer.date_paid == day(14)
        assert [str(note) for note in answer.notes] == [
            "By its movements it was paid on 2026-01-12; the books state 2026-01-14."
        ]

    def test_the_same_paid_date_is_no_news(self) -> None:
        assert settle(invoice("100", move("100", 12), claim=SourceClaim(paid_on=day(12)))).notes == ()

    def test_the_books_paid_date_does_not_count_while_money_disagrees(self) -> None:
        claim = SourceClaim(balance=Decimal(5), paid_on=day(14))
        assert settle(invoice("100", move("100", 12), claim=claim)).date_paid == day(12)

    def test_the_books_paid_date_does_not_pay_what_is_owed(self) -> None:
        assert settle(invoice("100", move("50", 12), claim=SourceClaim(paid_on=day(14)))).date_paid is None


def test_qml11_an_edit_within_the_day_does_not_move_the_date() -> None:
    before = settle(invoice("100", move("100", 12)))
    after = settle(invoice("100", move("60", 12), move("40", 12)))
    assert before == after


def test_a_movement_knows_whether_it_is_money() -> None:
    assert {k for k in MovementKind if k.is_money} == {
        MovementKind.PAYMENT,
        MovementKind.REFUND,
        MovementKind.PREPAYMENT,
        MovementKind.CHANGE,
    }
    assert Movement("x", MovementKind.PAYMENT, Decimal(1), day(1)).settled
