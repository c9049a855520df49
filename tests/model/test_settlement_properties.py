"""The settlement rule over invented histories, and against a slow second rule written from D2's own words."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import event, given, settings
from hypothesis import strategies as st

from syncdesk.model.ledger import Invoice, Movement
from syncdesk.model.money import minor_digits, minor_unit
from syncdesk.model.settlement import PaidAmountCounts, PaymentState, Settlement, SettlementRules, settle
from tests.model.invoices import RULES, amounts, day, invoices


def closes(movement: Movement, rules: SettlementRules) -> bool:
    return movement.settled and (rules.credits_close or movement.kind.is_money)


def slow_date_paid(invoice: Invoice, rules: SettlementRules) -> date | None:
    """D2 by the letter: walk over every calendar day, from the last one backwards, while that day's end is
    covered."""
    moved = [m for m in invoice.movements if m.settled and m.amount != 0]
    if not moved:
        return None
    first, last = min(m.date for m in moved), max(m.date for m in moved)
    answer, walk = None, last
    while walk >= first:
        owed = invoice.total - sum(
            (m.amount for m in moved if m.date <= walk and closes(m, rules)), Decimal(0)
        )
        if owed * 10 ** minor_digits(invoice.currency) >= 1:
            break
        answer, walk = walk, walk - timedelta(days=1)
    if answer is not None and invoice.date is not None:
        return max(answer, invoice.date)
    return answer


def slow_amounts(invoice: Invoice, rules: SettlementRules) -> tuple[Decimal, Decimal]:
    """Paid Amount, and what settled altogether, unrounded."""
    paid = settled = Decimal(0)
    for movement in invoice.movements:
        if movement.settled:
            settled += movement.amount
            if movement.kind.is_money or rules.paid_amount_counts is PaidAmountCounts.EVERYTHING_THAT_SETTLES:
                paid += movement.amount
    return paid, settled


@settings(max_examples=400)
@given(invoices(), RULES)
def test_the_rule_agrees_with_the_slow_one(invoice: Invoice, rules: SettlementRules) -> None:
    answer = settle(invoice, rules)
    event(answer.state.value)
    paid, settled = slow_amounts(invoice, rules)
    assert answer.paid_amount == paid
    assert answer.credited == settled - paid
    assert answer.date_paid == slow_date_paid(invoice, rules)
    if answer.state is not PaymentState.NOTHING_TO_PAY:
        is_covered = answer.state in (PaymentState.PAID, PaymentState.OVERPAID)
        assert is_covered == (answer.date_paid is not None) or not any(
            m.settled and m.amount for m in invoice.movements
        )


@given(invoices(), RULES, st.randoms(use_true_random=False))
def test_order_of_movements_does_not_matter(invoice: Invoice, rules: SettlementRules, chance: object) -> None:
    shuffled = list(invoice.movements)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert settle(replace(invoice, movements=tuple(shuffled)), rules) == settle(invoice, rules)


@given(invoices(), RULES, st.data())
def test_splitting_a_payment_on_its_day_changes_nothing(
    invoice: Invoice, rules: SettlementRules, data: st.DataObject
) -> None:
    if not invoice.movements:
        return
    whole = data.draw(st.sampled_from(invoice.movements))
    parts = data.draw(st.sampled_from([2, 4, 5, 8, 10]))
    split = [replace(whole, id=f"{whole.id}/{n}", amount=whole.amount / parts) for n in range(parts)]
    rest = [m for m in invoice.movements if m is not whole]
    assert settle(replace(invoice, movements=(*rest, *split)), rules) == settle(invoice, rules)


@given(invoices(), RULES, st.data())
def test_adding_and_cancelling_a_movement_returns_to_the_same_answer(
    invoice: Invoice, rules: SettlementRules, data: st.DataObject
) -> None:
    """Taken away again it never happened; cancelled on a day that had movements, D2 sees no trace of it
    either."""
    extra = data.draw(st.sampled_from(invoice.movements)) if invoice.movements else None
    if extra is None:
        return
    before = settle(invoice, rules)
    added = replace(extra, id="added", amount=data.draw(amounts(invoice.currency)))
    with_it = replace(invoice, movements=(*invoice.movements, added))
    without = tuple(m for m in with_it.movements if m.id != "added")
    assert settle(replace(with_it, movements=without), rules) == before
    cancelled = replace(added, id="cancelled", amount=-added.amount)
    if extra.settled and extra.amount:
        assert settle(replace(with_it, movements=(*with_it.movements, cancelled)), rules) == before


@given(invoices(), RULES)
def test_date_paid_is_never_before_what_closed_it_nor_before_the_invoice(
    invoice: Invoice, rules: SettlementRules
) -> None:
    answer = settle(invoice, rules)
    for date_paid in (*(end.date_paid for end in answer.earlier), answer.date_paid):
        if date_paid is None:
            continue
        settled_by_then = sum(
            (m.amount for m in invoice.movements if closes(m, rules) and m.date <= date_paid),
            Decimal(0),
        )
        assert invoice.date is None or date_paid >= invoice.date
        if date_paid != invoice.date:
            assert invoice.total - settled_by_then < minor_unit(invoice.currency)
            assert any(m.date == date_paid for m in invoice.movements)


def every_amount(answer: Settlement) -> list[Decimal]:
    shown = [answer.total, answer.paid_amount, answer.credited, answer.outstanding, answer.surplus]
    return shown + [end.paid_amount for end in answer.earlier]


@given(invoices(), RULES, st.decimals("0.2", "0.9", places=4))
def test_amounts_keep_the_minor_unit(invoice: Invoice, rules: SettlementRules, odd: Decimal) -> None:
    bent = tuple(replace(m, amount=m.amount * odd) for m in invoice.movements)
    for books in (invoice, replace(invoice, movements=bent)):
        for amount in every_amount(settle(books, rules)):
            assert amount.as_tuple().exponent == -minor_digits(invoice.currency)
            assert not (amount == 0 and amount.is_signed()), "minus zero"


@given(invoices(), RULES, st.decimals("0.2", "0.9", places=4))
def test_the_sums_close(invoice: Invoice, rules: SettlementRules, odd: Decimal) -> None:
    """paid + credited + outstanding - surplus = total; what does not close is told as rounding (M-8)."""
    bent = tuple(replace(m, amount=m.amount * odd) for m in invoice.movements)
    for books in (invoice, replace(invoice, movements=bent)):
        answer = settle(books, rules)
        closed = answer.paid_amount + answer.outstanding - answer.surplus
        closed += answer.credited if rules.credits_close else 0
        if not rules.credits_close and rules.paid_amount_counts is not PaidAmountCounts.PAYMENTS:
            continue  # Paid Amount then counts credits that do not close: there is no such sum
        assert abs(answer.total - closed - answer.rounding) <= 2 * minor_unit(invoice.currency)
        if books is invoice:
            assert closed == answer.total
            assert answer.rounding == 0
        assert abs(answer.rounding) < minor_unit(invoice.currency)
        assert not (answer.surplus and answer.outstanding)
        assert answer.outstanding >= 0
        assert answer.surplus >= 0


@given(invoices(), RULES)
def test_earlier_day_ends_are_what_the_books_said_then(invoice: Invoice, rules: SettlementRules) -> None:
    """D9: another desk that synced on an earlier evening wrote exactly one of these pairs."""
    answer = settle(invoice, rules)
    days = sorted({m.date for m in invoice.movements if m.settled and m.amount})
    then = [
        settle(replace(invoice, movements=tuple(m for m in invoice.movements if m.date <= d)), rules)
        for d in days
    ]
    expected = [(s.paid_amount, s.date_paid) for s in then]
    assert [(e.paid_amount, e.date_paid) for e in answer.earlier] == expected[:-1]
    assert [(answer.paid_amount, answer.date_paid)] == expected[-1:] or not days


@given(invoices(), RULES)
def test_today_never_changes_a_figure(invoice: Invoice, rules: SettlementRules) -> None:
    today, later = settle(invoice, rules, day(1)), settle(invoice, rules, day(40))
    assert replace(today, notes=()) == replace(later, notes=())
