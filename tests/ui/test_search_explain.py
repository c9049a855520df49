"""'Explain this number' (UX-23): the lines always close, and the sentences say why."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.model.ledger import InvoiceStatus, Movement, MovementKind, SourceClaim
from syncdesk.model.settlement import PaidAmountCounts, SettlementRules
from syncdesk.ui.search_explain import closing_lines, counts_text, date_reason, kind_text, note_lines
from tests.ui.search_samples import explanation, sample_invoice

movements = st.builds(
    Movement,
    id=st.just("m"),
    kind=st.sampled_from(MovementKind),
    amount=st.decimals(min_value=-300, max_value=300, places=3),
    date=st.dates(date(2026, 1, 1), date(2026, 3, 1)),
    settled=st.booleans(),
)
rules = st.builds(SettlementRules, st.sampled_from(PaidAmountCounts), st.booleans())


@given(
    st.lists(movements, max_size=6),
    st.decimals(min_value=0, max_value=500, places=2),
    rules,
    st.sampled_from(list(InvoiceStatus)),
    st.sampled_from(["GBP", "JPY", "KWD"]),
)
def test_ux23_the_lines_close_whatever_happened(
    moved: list[Movement], total: Decimal, used: SettlementRules, status: InvoiceStatus, currency: str
) -> None:
    invoice = sample_invoice(movements=tuple(moved), total=total, status=status, currency=currency)
    lines = closing_lines(explanation(invoice, used))
    assert [line.is_result for line in lines] == [False] * (len(lines) - 1) + [True]
    assert sum(line.amount for line in lines[:-1]) == lines[-1].amount
    assert date_reason(explanation(invoice, used))


def pay(amount: str, day: date, kind: MovementKind = MovementKind.PAYMENT) -> Movement:
    return Movement(f"{amount}{day}", kind, Decimal(amount), day)


DAY = date(2026, 2, 3)


@pytest.mark.parametrize(
    ("moved", "words"),
    [
        ((pay("1200.00", DAY),), "Date Paid is 03/02/2026: on that day the total was covered"),
        ((pay("1200.00", date(2026, 1, 2)),), "Date Paid is 10/01/2026, the invoice's own date"),
        ((pay("300.00", DAY),), "Date Paid is empty: 900.00 GBP is still outstanding."),
        (
            (pay("1200.00", DAY), pay("-50.00", DAY + timedelta(days=4), MovementKind.REFUND)),
            "empty: 50.00 GBP is still outstanding. It had been covered before",
        ),
        (
            (
                pay("1200.00", DAY),
                pay("-50.00", DAY + timedelta(days=4)),
                pay("50.00", DAY + timedelta(days=9)),
            ),
            "Date Paid is 12/02/2026: on that day the total was covered, and it has been ever since. It",
        ),
    ],
)
def test_ux23_date_paid_is_explained(moved: tuple[Movement, ...], words: str) -> None:
    assert words in date_reason(explanation(sample_invoice(movements=moved)))


def test_ux23_the_date_the_books_state_is_named_as_theirs() -> None:
    claim = SourceClaim(Decimal("0.00"), True, date(2026, 2, 5))
    explained = explanation(sample_invoice(movements=(pay("1200.00", DAY),), claim=claim))
    assert date_reason(explained) == "Date Paid is 05/02/2026, the day the books themselves state."
    assert "By its movements it was paid on" in note_lines(explained)[0]


@pytest.mark.parametrize(
    ("status", "word"), [(InvoiceStatus.VOID, "cancelled"), (InvoiceStatus.DRAFT, "draft")]
)
def test_void_and_draft_say_that_nothing_is_due(status: InvoiceStatus, word: str) -> None:
    explained = explanation(sample_invoice(status=status))
    assert word in date_reason(explained)
    assert word in closing_lines(explained)[1].text


def test_nothing_to_pay_is_explained() -> None:
    explained = explanation(sample_invoice(total=Decimal("0.00"), movements=()))
    assert "nothing to pay" in date_reason(explained)


def test_d1_credits_that_do_not_close_are_told() -> None:
    moved = (pay("1000.00", DAY), pay("200.00", DAY, MovementKind.CREDIT))
    lines = closing_lines(explanation(sample_invoice(movements=moved), SettlementRules(credits_close=False)))
    assert ("credits do not close invoices here", Decimal("200.00")) in [(x.text, x.amount) for x in lines]
    assert lines[-1].amount == Decimal("200.00")


def test_m9_a_surplus_and_m8_rounding_have_lines_of_their_own() -> None:
    over = closing_lines(explanation(sample_invoice(movements=(pay("1250.00", DAY),))))
    assert ("paid too much", Decimal("50.00")) in [(line.text, line.amount) for line in over]
    short = closing_lines(explanation(sample_invoice(movements=(pay("1199.994", DAY),))))
    assert ("rounding, counts as paid", Decimal("-0.01")) in [(line.text, line.amount) for line in short]


def test_d3_a_contradiction_comes_first() -> None:
    explained = explanation(sample_invoice(claim=SourceClaim(balance=Decimal("1.00"))))
    assert note_lines(explained)[0].startswith(
        "The books contradict themselves: they state a balance of 1.00 GBP"
    )


def test_every_kind_of_movement_has_a_word_and_says_whether_it_counts() -> None:
    assert len({kind_text(kind) for kind in MovementKind}) == len(MovementKind)
    explained = explanation(sample_invoice())
    said = [counts_text(m, c) for m, c in zip(explained.movements, explained.counts, strict=True)]
    assert said == ["Yes", "Yes", "Yes", "No: not money", "Not yet: pending"]
