"""Every case that GnuCash's users meet, made by the real engine and compared with the engine's own figures
(issue 2 item 4)."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from syncdesk.model.ledger import InvoiceStatus, MovementKind
from syncdesk.model.settlement import PaymentState, settle
from tests.gnucash_books import Step, build_book, edit_book
from tests.sources.books import agree, one, read_book

pytestmark = pytest.mark.gnucash

ACME: Step = {"do": "customer", "id": "C-1", "name": "Acme"}
CENTS = Decimal("0.01")


def invoice(number: str, amount: str, day: str, **more: object) -> Step:
    """An invoice of Acme, posted on its day."""
    return {"do": "invoice", "id": number, "customer": "C-1", "amount": amount, "date": day, **more}


def credit_note(number: str, amount: str, day: str, **more: object) -> Step:
    """A credit note for Acme."""
    return invoice(number, amount, day, credit_note=True, **more)


def pay(target: str | list[str], amount: str, day: str, **more: object) -> Step:
    """Money for chosen invoices."""
    return {"do": "pay", "invoices": target, "amount": amount, "date": day, **more}


@pytest.fixture
def book(book_folder: Path) -> Path:
    """Where the book of this test is made."""
    return book_folder / "book.gnucash"


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
        ACME, invoice("I-1", "100", "2026-01-05"), pay("I-1", "160", "2026-01-20"),
        invoice("I-2", "60", "2026-03-01", auto_pay=True),
    ]  # fmt: skip
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
        ACME, invoice("I-1", "60", "2026-01-05"), credit_note("CN-1", "100", "2026-01-10"),
        {"do": "link", "documents": ["I-1", "CN-1"], "date": "2026-01-11"},
    ]  # fmt: skip
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
        ACME, invoice("I-1", "100", "2026-01-05"), credit_note("CN-1", "60", "2026-01-10"), credit_note("CN-2", "40", "2026-02-10"),
        {"do": "link", "documents": ["I-1", "CN-1", "CN-2"], "date": "2026-03-01"},
    ]  # fmt: skip
    found = agree(book, build_book(book, steps))["I-1"]
    assert [(m.amount, str(m.date)) for m in found.movements] == [(60, "2026-01-10"), (40, "2026-02-10")]
    assert settle(found).date_paid == date(2026, 2, 10)


def test_a_credit_note_partly_used_and_the_rest_paid_in_money(book: Path) -> None:
    """M-4: the offset closes but is not money."""
    steps = [
        ACME, invoice("I-1", "100", "2026-01-05"), credit_note("CN-1", "30", "2026-01-10"),
        {"do": "link", "documents": ["I-1", "CN-1"], "date": "2026-01-10"}, pay("I-1", "70", "2026-02-01"),
    ]  # fmt: skip
    found = settle(agree(book, build_book(book, steps))["I-1"])
    assert (found.paid_amount, found.credited, found.date_paid) == (70, 30, date(2026, 2, 1))


def test_a_refunded_credit_note_is_read_as_such(book: Path) -> None:
    """Money paid out on a credit note is a refund."""
    report = build_book(
        book, [ACME, credit_note("CN-1", "30", "2026-01-10"), pay("CN-1", "-30", "2026-01-12")]
    )
    assert [m.kind for m in agree(book, report)["CN-1"].movements] == [MovementKind.REFUND]


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
        ACME, invoice("I-1", "100", "2026-01-05"), pay("I-1", "100", "2026-01-20", label="p"), {"do": "void", "payment": "p"},
        pay("I-1", "100", "2026-01-25"), {"do": "unvoid", "payment": "p"},
    ]  # fmt: skip
    report = build_book(book, steps)
    found = settle(agree(book, report)["I-1"])
    assert not report["documents"][0]["paid"]
    assert (found.state, found.surplus, found.contradiction) == (PaymentState.OVERPAID, 100, "")


def test_a_later_voided_payment_does_not_give_the_day(book: Path) -> None:
    """The voided split stays in the lot with quantity 0."""
    steps = [
        ACME, invoice("I-1", "100", "2026-01-05"), pay("I-1", "60", "2026-03-20", label="p"), {"do": "void", "payment": "p"},
        pay("I-1", "100", "2026-02-01"),
    ]  # fmt: skip
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
        ACME, invoice("I-1", "100", "2026-01-05"), pay("I-1", "100", "2026-01-20", label="p"),
        {"do": "reverse", "payment": "p", "date": "2026-02-03"},
    ]  # fmt: skip
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


def test_unposting_makes_a_draft_and_posting_again_in_one_sitting_a_new_invoice(book: Path) -> None:
    """Rule 1: all three references stay filled; only the posting date is emptied. The guid lives on."""
    build = build_book(book, [ACME, invoice("I-1", "100", "2026-01-05"), pay("I-1", "60", "2026-01-20")])
    draft = agree(book, edit_book(book, [{"do": "unpost", "invoice": "I-1"}]))["I-1"]
    assert draft.status is InvoiceStatus.DRAFT
    again: list[Step] = [
        {"do": "post", "invoice": "I-1", "date": "2026-02-01"}, {"do": "unpost", "invoice": "I-1"},
        {"do": "change_line", "invoice": "I-1", "price": "90"}, {"do": "post", "invoice": "I-1", "date": "2026-02-02", "auto_pay": True},
    ]  # fmt: skip
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
        {"account": "Bank", "amount": "97"}, {"account": "Bank charges", "amount": "3"},
        {"account": "Receivable", "amount": "-100", "settles": "I-1"},
    ]  # fmt: skip
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
        {"account": "Bank", "amount": "70"}, {"account": "Receivable", "amount": "30", "settles": "CN-1"},
        {"account": "Receivable", "amount": "-100", "settles": "I-1"},
    ]  # fmt: skip
    steps = [
        ACME, invoice("I-1", "100", "2026-01-05"), credit_note("CN-1", "30", "2026-01-10"),
        {"do": "register", "date": "2026-02-01", "splits": splits},
    ]  # fmt: skip
    found = agree(book, build_book(book, steps))["I-1"]
    assert [(m.kind, m.amount, str(m.date)) for m in found.movements] == [
        (MovementKind.CREDIT, 30, "2026-01-10"), (MovementKind.PAYMENT, 70, "2026-02-01"),
    ]  # fmt: skip


def test_money_moved_from_one_invoice_to_another_stays_money(book: Path) -> None:
    """F-12: a correction takes from one and gives to the other; no credit note is involved."""
    splits = [
        {"account": "Receivable", "amount": "40", "settles": "I-1"}, {"account": "Receivable", "amount": "-40", "settles": "I-2"},
    ]  # fmt: skip
    steps = [
        ACME, invoice("I-1", "100", "2026-01-05"), invoice("I-2", "40", "2026-01-06"), pay("I-1", "100", "2026-01-20"),
        {"do": "register", "date": "2026-02-01", "splits": splits},
    ]  # fmt: skip
    found = agree(book, build_book(book, steps))
    assert [settle(found[label]).paid_amount for label in ("I-1", "I-2")] == [60, 40]


def test_two_splits_of_one_payment_in_one_lot_are_one_movement(book: Path) -> None:
    """GnuCash splits and merges as it likes; the payment's identity on the invoice is its transaction."""
    splits = [
        {"account": "Bank", "amount": "100"}, {"account": "Receivable", "amount": "-60", "settles": "I-1"},
        {"account": "Receivable", "amount": "-40", "settles": "I-1"},
    ]  # fmt: skip
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
        ACME, {"do": "vendor", "id": "V-1", "name": "Parts Ltd"}, {"do": "employee", "id": "E-1", "name": "worker"},
        {"do": "job", "id": "J-1", "name": "Lift", "customer": "C-1"}, {"do": "job", "id": "J-2", "name": "Hire", "vendor": "V-1"},
        {"do": "invoice", "id": "000017", "label": "ours", "owner": "J-1", "amount": "10", "date": "2026-01-05"},
        *({"do": "invoice", "id": "000017", "label": f"theirs {owner}", "owner": owner, "by": by, "amount": "20", "date": "2026-01-05"}
          for owner, by in (("V-1", "supplier"), ("J-2", "supplier"), ("E-1", "employee"))),
        pay("theirs V-1", "20", "2026-01-09", by="supplier"), pay("ours", "10", "2026-01-09"),
    ]  # fmt: skip
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
    from tests.sources.books import book_source

    build_book(
        book,
        [{"do": "company", "name": "Bloggs & Sons"}, ACME, invoice("I-1", "10", "2026-01-05")],
        currency="GBP",
    )
    with book_source(book).read(None, lambda: False) as reading:
        company = reading.company
    assert (company.name, company.home_currency) == ("Bloggs & Sons", "GBP")
    assert company.program.startswith("GnuCash ")
    assert len(company.id) == 32
