"""Documents of every kind, un-posted ones and other currencies, compared with the engine's own figures."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from syncdesk.model.ledger import InvoiceStatus, MovementKind
from syncdesk.model.ports import EVERYTHING, Watch
from syncdesk.model.settlement import PaymentState, settle
from tests.gnucash_books import Step, build_book, edit_book
from tests.sources.books import ACME, agree, book_source, credit_note, invoice, one, pay, read_book

pytestmark = pytest.mark.gnucash


def test_unposting_makes_a_draft_and_posting_again_in_one_sitting_a_new_invoice(book: Path) -> None:
    """Rule 1: all three references stay filled; only the posting date is emptied. The guid lives on."""
    build = build_book(book, [ACME, invoice("I-1", "100", "2026-01-05"), pay("I-1", "60", "2026-01-20")])
    draft = agree(book, edit_book(book, [{"do": "unpost", "invoice": "I-1"}]))["I-1"]
    assert draft.status is InvoiceStatus.DRAFT
    again: list[Step] = [
        {"do": "post", "invoice": "I-1", "date": "2026-02-01"},
        {"do": "unpost", "invoice": "I-1"},
        {"do": "change_line", "invoice": "I-1", "price": "90"},
        {"do": "post", "invoice": "I-1", "date": "2026-02-02", "auto_pay": True},
    ]
    found = one(book, edit_book(book, again), "I-1")
    assert (found.total, found.id, settle(found).paid_amount) == (90, build["labels"]["I-1"], 60)


def test_posting_again_in_a_later_session_reads_the_right_lot_and_warns(book: Path) -> None:
    """The known defect: GnuCash goes on showing the invoice as unpaid; rule 2 finds what was paid."""
    build_book(book, [ACME, invoice("I-1", "100", "2026-01-05"), pay("I-1", "60", "2026-01-20")])
    edit_book(book, [{"do": "unpost", "invoice": "I-1"}])
    edit_book(book, [{"do": "post", "invoice": "I-1", "date": "2026-02-01"}])
    report = edit_book(book, [pay("I-1", "100", "2026-02-10")])
    answer = report["documents"][0]
    found = agree(book, report)["I-1"]
    assert answer["stale_lot"]
    assert not answer["paid"]
    assert (settle(found).paid_amount, settle(found).date_paid) == (100, date(2026, 2, 10))
    assert "posted again" in found.notes[0]


def test_a_deleted_draft_is_gone(book: Path) -> None:
    """D14: absence in a file read whole."""
    build_book(
        book,
        [
            ACME,
            invoice("I-1", "100", "2026-01-05", post=False),
            invoice("I-2", "5", "2026-01-06", post=False),
        ],
    )
    assert list(agree(book, edit_book(book, [{"do": "delete_invoice", "invoice": "I-1"}]))) == ["I-2"]


def test_a_zero_total_is_nothing_to_pay(book: Path) -> None:
    """CXQ-07, D2: paid at once for GnuCash, nothing to pay for us."""
    report = build_book(book, [ACME, invoice("I-1", "0", "2026-01-05")])
    found = agree(book, report)["I-1"]
    assert report["documents"][0]["paid"]
    assert (settle(found).state, settle(found).date_paid) == (PaymentState.NOTHING_TO_PAY, None)


def test_paid_from_an_expense_account_is_a_write_off(book: Path) -> None:
    """D1, M-4: it closes the invoice and is not money."""
    steps = [
        ACME,
        invoice("I-1", "100", "2026-01-05"),
        pay("I-1", "90", "2026-02-01"),
        pay("I-1", "10", "2026-02-02", account="Write-offs"),
    ]
    found = agree(book, build_book(book, steps))["I-1"]
    assert [m.kind for m in found.movements] == [MovementKind.PAYMENT, MovementKind.WRITE_OFF]
    assert (settle(found).paid_amount, settle(found).date_paid) == (90, date(2026, 2, 2))


def test_a_bank_charge_kept_back_is_still_money(book: Path) -> None:
    """The customer paid it all, the bank kept a part."""
    splits = [
        {"account": "Bank", "amount": "97"},
        {"account": "Bank charges", "amount": "3"},
        {"account": "Receivable", "amount": "-100", "settles": "I-1"},
    ]
    report = build_book(
        book,
        [
            ACME,
            invoice("I-1", "100", "2026-01-05"),
            {"do": "register", "date": "2026-02-01", "splits": splits},
        ],
    )
    assert settle(agree(book, report)["I-1"]).paid_amount == 100


def test_money_and_credit_note_in_one_hand_made_transaction_are_told_apart(book: Path) -> None:
    """Only the money is Paid Amount (D1); the offset has the documents' day, the money its own (D2)."""
    splits = [
        {"account": "Bank", "amount": "70"},
        {"account": "Receivable", "amount": "30", "settles": "CN-1"},
        {"account": "Receivable", "amount": "-100", "settles": "I-1"},
    ]
    steps = [
        ACME,
        invoice("I-1", "100", "2026-01-05"),
        credit_note("CN-1", "30", "2026-01-10"),
        {"do": "register", "date": "2026-02-01", "splits": splits},
    ]
    found = agree(book, build_book(book, steps))["I-1"]
    assert [(m.kind, m.amount, str(m.date)) for m in found.movements] == [
        (MovementKind.CREDIT, 30, "2026-01-10"),
        (MovementKind.PAYMENT, 70, "2026-02-01"),
    ]


def test_money_moved_from_one_invoice_to_another_stays_money(book: Path) -> None:
    """F-12: a correction takes from one and gives to the other; no credit note is involved."""
    splits = [
        {"account": "Receivable", "amount": "40", "settles": "I-1"},
        {"account": "Receivable", "amount": "-40", "settles": "I-2"},
    ]
    steps = [
        ACME,
        invoice("I-1", "100", "2026-01-05"),
        invoice("I-2", "40", "2026-01-06"),
        pay("I-1", "100", "2026-01-20"),
        {"do": "register", "date": "2026-02-01", "splits": splits},
    ]
    found = agree(book, build_book(book, steps))
    assert [settle(found[label]).paid_amount for label in ("I-1", "I-2")] == [60, 40]


def test_two_splits_of_one_payment_in_one_lot_are_one_movement(book: Path) -> None:
    """GnuCash splits and merges as it likes; the payment's identity on the invoice is its transaction."""
    splits = [
        {"account": "Bank", "amount": "100"},
        {"account": "Receivable", "amount": "-60", "settles": "I-1"},
        {"account": "Receivable", "amount": "-40", "settles": "I-1"},
    ]
    report = build_book(
        book,
        [
            ACME,
            invoice("I-1", "100", "2026-01-05"),
            {"do": "register", "date": "2026-02-01", "splits": splits},
        ],
    )
    assert [m.amount for m in agree(book, report)["I-1"].movements] == [100]


@pytest.mark.parametrize(
    ("code", "total", "part", "digits"),
    [("EUR", "100.55", "60.05", 2), ("JPY", "9000", "4000", 0), ("KWD", "12.345", "2.005", 3)],
)
@pytest.mark.parametrize("bank", ["own", "home"])
def test_foreign_currency_is_read_in_the_invoice_s_currency(
    book: Path, code: str, total: str, part: str, digits: int, bank: str
) -> None:
    """F-7, M-8: quantities in the invoice's currency with its digits, whatever bank the money went to."""
    steps: list[Step] = [
        {"do": "customer", "id": "C-2", "name": "Abroad", "currency": code},
        {
            "do": "invoice",
            "id": "I-1",
            "customer": "C-2",
            "currency": code,
            "amount": total,
            "date": "2026-01-05",
        },
        pay(
            "I-1",
            part,
            "2026-01-20",
            account_currency=code if bank == "own" else "USD",
            rate="1" if bank == "own" else "1.0937",
        ),
    ]
    found = agree(book, build_book(book, steps))["I-1"]
    assert (found.currency, settle(found).paid_amount) == (code, Decimal(part))
    assert -found.total.as_tuple().exponent == -found.movements[0].amount.as_tuple().exponent == digits  # type: ignore[operator]


def test_only_customers_documents_are_read(book: Path) -> None:
    """A supplier's bill or an employee's voucher with the same number is not ours; a customer's job is."""
    steps: list[Step] = [
        ACME,
        {"do": "vendor", "id": "V-1", "name": "Parts Ltd"},
        {"do": "employee", "id": "E-1", "name": "worker"},
        {"do": "job", "id": "J-1", "name": "Lift", "customer": "C-1"},
        {"do": "job", "id": "J-2", "name": "Hire", "vendor": "V-1"},
        {
            "do": "invoice",
            "id": "000017",
            "label": "ours",
            "owner": "J-1",
            "amount": "10",
            "date": "2026-01-05",
        },
        *(
            {
                "do": "invoice",
                "id": "000017",
                "label": f"theirs {owner}",
                "owner": owner,
                "by": by,
                "amount": "20",
                "date": "2026-01-05",
            }
            for owner, by in (("V-1", "supplier"), ("J-2", "supplier"), ("E-1", "employee"))
        ),
        pay("theirs V-1", "20", "2026-01-09", by="supplier"),
        pay("ours", "10", "2026-01-09"),
    ]
    found = agree(book, build_book(book, steps))
    assert list(found) == ["ours"]
    assert found["ours"].customer.name == "Acme"
    assert found["ours"].number == "000017"


def test_two_invoices_with_one_number_are_both_delivered(book: Path) -> None:
    """F-25: the books' duplicate is for matching to show, not for the connector to hide."""
    build_book(
        book, [ACME, invoice("I-1", "10", "2026-01-05"), invoice("I-1", "20", "2026-01-06", label="twin")]
    )
    assert sorted(i.total for i in read_book(book).values()) == [10, 20]


def test_a_renumbered_invoice_keeps_its_id(book: Path) -> None:
    """The guid identifies, the number may be edited."""
    before = build_book(book, [ACME, invoice("I-1", "10", "2026-01-05")])
    found = one(book, edit_book(book, [{"do": "renumber", "invoice": "I-1", "id": "I-9"}]), "I-1")
    assert (found.number, found.id) == ("I-9", before["labels"]["I-1"])


def test_the_company_says_who_it_is(book: Path) -> None:
    """D10: the book's own guid, its name, home currency and program version."""
    build_book(
        book,
        [{"do": "company", "name": "Bloggs & Sons"}, ACME, invoice("I-1", "10", "2026-01-05")],
        currency="GBP",
    )
    with book_source(book).read(EVERYTHING, Watch()) as reading:
        company = reading.company
    assert (company.name, company.home_currency) == ("Bloggs & Sons", "GBP")
    assert company.program.startswith("GnuCash ")
    assert len(company.id) == 32
