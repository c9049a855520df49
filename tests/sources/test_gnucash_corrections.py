"""Payments voided, deleted, edited and reversed in real books, compared with the engine's own figures."""

from datetime import date
from pathlib import Path

import pytest

from syncdesk.model.ledger import MovementKind
from syncdesk.model.settlement import PaymentState, settle
from tests.gnucash_books import Step, build_book, edit_book
from tests.sources.books import ACME, agree, invoice, one, pay

pytestmark = pytest.mark.gnucash


def test_voiding_and_restoring_a_payment(book: Path) -> None:
    """F-8: a voided payment does not count and does not date; restored it is as before."""
    steps = [
        ACME,
        invoice("I-1", "100", "2026-01-05"),
        pay("I-1", "60", "2026-01-20"),
        pay("I-1", "40", "2026-02-01", label="p"),
    ]
    before = agree(book, build_book(book, steps))["I-1"]
    voided = agree(book, edit_book(book, [{"do": "void", "payment": "p"}]))["I-1"]
    assert (settle(voided).paid_amount, settle(voided).date_paid) == (60, None)
    assert agree(book, edit_book(book, [{"do": "unvoid", "payment": "p"}]))["I-1"] == before


def test_a_restored_payment_on_top_of_its_replacement_is_an_overpayment(book: Path) -> None:
    """M-9: overpaid counts as paid, though GnuCash's own flag knows only 'adds up to nothing'."""
    steps = [
        ACME,
        invoice("I-1", "100", "2026-01-05"),
        pay("I-1", "100", "2026-01-20", label="p"),
        {"do": "void", "payment": "p"},
        pay("I-1", "100", "2026-01-25"),
        {"do": "unvoid", "payment": "p"},
    ]
    report = build_book(book, steps)
    found = settle(agree(book, report)["I-1"])
    assert not report["documents"][0]["paid"]
    assert (found.state, found.surplus, found.contradiction) == (PaymentState.OVERPAID, 100, "")


def test_a_later_voided_payment_does_not_give_the_day(book: Path) -> None:
    """The voided split stays in the lot with quantity 0."""
    steps = [
        ACME,
        invoice("I-1", "100", "2026-01-05"),
        pay("I-1", "60", "2026-03-20", label="p"),
        {"do": "void", "payment": "p"},
        pay("I-1", "100", "2026-02-01"),
    ]
    assert settle(agree(book, build_book(book, steps))["I-1"]).date_paid == date(2026, 2, 1)


def test_deleting_a_payment(book: Path) -> None:
    """M-2: the amount falls and the day goes."""
    build_book(book, [ACME, invoice("I-1", "100", "2026-01-05"), pay("I-1", "100", "2026-01-20", label="p")])
    found = settle(agree(book, edit_book(book, [{"do": "delete_payment", "payment": "p"}]))["I-1"])
    assert (found.paid_amount, found.date_paid, found.state) == (0, None, PaymentState.WAITING)


def test_editing_amount_and_day_of_a_payment(book: Path) -> None:
    """As if it had always been so; the payment keeps its identity."""
    before = one(
        book,
        build_book(
            book, [ACME, invoice("I-1", "100", "2026-01-05"), pay("I-1", "50", "2026-01-20", label="p")]
        ),
        "I-1",
    )
    edits: list[Step] = [
        {"do": "change_amount", "payment": "p", "amount": "80"},
        {"do": "redate", "payment": "p", "date": "2026-01-31"},
    ]
    after = agree(book, edit_book(book, edits))["I-1"]
    assert [(m.amount, str(m.date)) for m in after.movements] == [(80, "2026-01-31")]
    assert after.movements[0].id == before.movements[0].id


def test_a_reversed_payment_takes_the_money_back(book: Path) -> None:
    """SMQ-12, M-2: the reversal is a refund on its own day."""
    steps = [
        ACME,
        invoice("I-1", "100", "2026-01-05"),
        pay("I-1", "100", "2026-01-20", label="p"),
        {"do": "reverse", "payment": "p", "date": "2026-02-03"},
    ]
    found = agree(book, build_book(book, steps))["I-1"]
    assert [(m.kind, m.amount) for m in found.movements] == [
        (MovementKind.PAYMENT, 100),
        (MovementKind.REFUND, -100),
    ]
    assert settle(found).date_paid is None


def test_a_payment_entered_last_but_dated_first(book: Path) -> None:
    """F-13: the later day counts, not the last entry."""
    report = build_book(
        book,
        [
            ACME,
            invoice("I-1", "100", "2026-01-05"),
            pay("I-1", "50", "2026-03-01"),
            pay("I-1", "50", "2026-02-01"),
        ],
    )
    assert settle(agree(book, report)["I-1"]).date_paid == date(2026, 3, 1)
