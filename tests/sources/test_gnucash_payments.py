"""Payments, overpayments and credit notes in real books, compared with the engine's own figures (issue 2
item 4)."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from syncdesk.model.ledger import MovementKind
from syncdesk.model.settlement import settle
from tests.gnucash_books import Step, build_book, edit_book
from tests.sources.books import ACME, agree, credit_note, invoice, pay

pytestmark = pytest.mark.gnucash


def test_a_part_payment_leaves_the_invoice_open(book: Path) -> None:
    """S50-16, S50-17: what came in so far; no day while anything is owed."""
    report = build_book(
        book, [ACME, invoice("I-1", "120.50", "2026-01-05"), pay("I-1", "50", "2026-01-20", number="ref 1")]
    )
    found = settle(agree(book, report)["I-1"])
    assert (found.paid_amount, found.outstanding, found.date_paid) == (
        Decimal("50.00"),
        Decimal("70.50"),
        None,
    )


def test_tax_is_part_of_the_total_and_rounded_as_gnucash_rounds(book: Path) -> None:
    """Rule 4: the total is that of the posting split, not rebuilt from lines."""
    lines = [
        {"price": "33.33", "quantity": "3", "tax": "VAT"},
        {"price": "0.05", "quantity": "1.5", "tax": "VAT", "tax_included": True},
        {"price": "12.34", "quantity": "7", "discount": "12.5"},
    ]
    table: Step = {"do": "tax_table", "name": "VAT", "percent": "17.5"}
    report = build_book(
        book, [ACME, table, invoice("I-1", "", "2026-01-05", lines=lines), pay("I-1", "100", "2026-01-06")]
    )
    assert agree(book, report)["I-1"].total == Decimal(report["documents"][0]["total"])


def test_one_payment_for_several_invoices_is_shared(book: Path) -> None:
    """M-5: each invoice gets its share of one transaction."""
    steps = [
        ACME,
        *(invoice(f"I-{n}", "100", f"2026-01-0{n}") for n in (1, 2, 3)),
        pay(["I-1", "I-2", "I-3"], "250", "2026-02-01"),
    ]
    found = agree(book, build_book(book, steps))
    shares = [found[f"I-{n}"].movements[0] for n in (1, 2, 3)]
    assert sum(share.amount for share in shares) == 250
    assert len({share.payment_id for share in shares}) == 1


def test_two_equal_payments_on_one_day_both_count(book: Path) -> None:
    """CXQ-08, F-2: the payment's id decides, not its looks."""
    report = build_book(
        book, [ACME, invoice("I-1", "100", "2026-01-05"), *[pay("I-1", "50", "2026-01-20")] * 2]
    )
    assert settle(agree(book, report)["I-1"]).paid_amount == 100


def test_an_overpayment_pays_the_invoice_and_leaves_a_note(book: Path) -> None:
    """D1: the unused part is the customer's credit, a note and no Paid Amount."""
    report = build_book(book, [ACME, invoice("I-1", "100", "2026-01-05"), pay("I-1", "130", "2026-01-20")])
    found = agree(book, report)["I-1"]
    assert settle(found).paid_amount == 100
    assert "30.00 USD" in found.notes[0]


def test_a_second_full_payment_by_mistake_is_no_paid_amount(book: Path) -> None:
    """It stays in a lot without invoice."""
    report = build_book(
        book,
        [
            ACME,
            invoice("I-1", "100", "2026-01-05"),
            *[pay("I-1", "100", d) for d in ("2026-01-20", "2026-01-21")],
        ],
    )
    found = settle(agree(book, report)["I-1"])
    assert (found.paid_amount, found.date_paid) == (Decimal("100.00"), date(2026, 1, 20))


def test_credit_of_an_overpayment_used_later_is_a_prepayment(book: Path) -> None:
    """The old transaction moves into the new lot; Date Paid is never before the invoice's own date (D2)."""
    steps = [
        ACME,
        invoice("I-1", "100", "2026-01-05"),
        pay("I-1", "160", "2026-01-20"),
        invoice("I-2", "60", "2026-03-01", auto_pay=True),
    ]
    found = agree(book, build_book(book, steps))["I-2"]
    assert [(m.kind, m.date) for m in found.movements] == [(MovementKind.PREPAYMENT, date(2026, 1, 20))]
    assert settle(found).date_paid == date(2026, 3, 1)


def test_a_prepayment_on_account_pays_the_invoice_it_is_used_for(book: Path) -> None:
    """SMQ-09: a deposit without an invoice is attributed once its invoice appears."""
    deposit: Step = {"do": "pay", "customer": "C-1", "amount": "80", "date": "2026-01-02"}
    report = build_book(book, [ACME, deposit, invoice("I-1", "100", "2026-01-05", auto_pay=True)])
    assert settle(agree(book, report)["I-1"]).paid_amount == 80


@pytest.mark.parametrize(("offset", "expected"), [("2026-01-03", "2026-01-05"), ("2026-01-25", "2026-01-25")])
def test_an_offset_is_dated_the_later_of_the_two_documents(book: Path, offset: str, expected: str) -> None:
    """D2: never the day the button was pressed, whichever document came first."""
    steps = [
        ACME,
        invoice("I-1", "100", "2026-01-05"),
        credit_note("CN-1", "100", offset),
        {"do": "link", "documents": ["I-1", "CN-1"], "date": "2026-06-30"},
    ]
    found = agree(book, build_book(book, steps))["I-1"]
    assert [(m.kind, str(m.date)) for m in found.movements] == [(MovementKind.CREDIT, expected)]
    assert (settle(found).paid_amount, settle(found).credited, str(settle(found).date_paid)) == (
        0,
        100,
        expected,
    )


def test_the_rest_of_a_credit_note_used_later_leaves_the_first_invoice_s_day(book: Path) -> None:
    """GnuCash re-dates the shared link transaction; our day of the first invoice must not move (D2)."""
    steps = [
        ACME,
        invoice("I-1", "60", "2026-01-05"),
        credit_note("CN-1", "100", "2026-01-10"),
        {"do": "link", "documents": ["I-1", "CN-1"], "date": "2026-01-11"},
    ]
    first = agree(book, build_book(book, steps))["I-1"]
    later = [
        invoice("I-2", "40", "2026-04-01"),
        {"do": "link", "documents": ["I-2", "CN-1"], "date": "2026-04-02"},
    ]
    found = agree(book, edit_book(book, later))
    assert found["I-1"] == first
    assert [str(m.date) for m in found["I-2"].movements] == ["2026-04-01"]
    assert [(m.amount, str(m.date)) for m in found["CN-1"].movements] == [
        (60, "2026-01-10"),
        (40, "2026-04-01"),
    ]


def test_an_invoice_offset_by_two_credit_notes_has_a_day_for_each(book: Path) -> None:
    """Each part is dated by its own credit note, though one split may hold both."""
    steps = [
        ACME,
        invoice("I-1", "100", "2026-01-05"),
        credit_note("CN-1", "60", "2026-01-10"),
        credit_note("CN-2", "40", "2026-02-10"),
        {"do": "link", "documents": ["I-1", "CN-1", "CN-2"], "date": "2026-03-01"},
    ]
    found = agree(book, build_book(book, steps))["I-1"]
    assert [(m.amount, str(m.date)) for m in found.movements] == [(60, "2026-01-10"), (40, "2026-02-10")]
    assert settle(found).date_paid == date(2026, 2, 10)


def test_a_credit_note_partly_used_and_the_rest_paid_in_money(book: Path) -> None:
    """M-4: the offset closes but is not money."""
    steps = [
        ACME,
        invoice("I-1", "100", "2026-01-05"),
        credit_note("CN-1", "30", "2026-01-10"),
        {"do": "link", "documents": ["I-1", "CN-1"], "date": "2026-01-10"},
        pay("I-1", "70", "2026-02-01"),
    ]
    found = settle(agree(book, build_book(book, steps))["I-1"])
    assert (found.paid_amount, found.credited, found.date_paid) == (70, 30, date(2026, 2, 1))


def test_a_refunded_credit_note_is_read_as_such(book: Path) -> None:
    """Money paid out on a credit note is a refund."""
    report = build_book(
        book, [ACME, credit_note("CN-1", "30", "2026-01-10"), pay("CN-1", "-30", "2026-01-12")]
    )
    assert [m.kind for m in agree(book, report)["CN-1"].movements] == [MovementKind.REFUND]
