"""From one row as Xero writes it to an invoice, without any service: D1, D2, M-1 to M-10, F-20."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from syncdesk.model.ledger import Invoice, InvoiceStatus, MovementKind
from syncdesk.model.settlement import PaymentState, settle
from syncdesk.sources.xero.movements import invoice_of, invoice_of_unread, lacks_paid_date
from syncdesk.sources.xero.records import INVOICE, PAGE, InvoiceRecord, Unread, read_rows

MARCH_1, MARCH_10, MARCH_25 = date(2026, 3, 1), date(2026, 3, 10), date(2026, 3, 25)
ID = "11111111-0000-4000-a000-000000000001"


def written(on: date) -> str:
    """A day as Xero writes it."""
    return f"/Date({int(datetime(on.year, on.month, on.day, tzinfo=UTC).timestamp())}000+0000)/"


def record(**more: Any) -> InvoiceRecord:
    """An open invoice of 1 March over 150.00, with these fields in another way; None leaves one out."""
    row: dict[str, Any] = {
        "Type": "ACCREC",
        "InvoiceID": ID,
        "InvoiceNumber": "INV-1",
        "Status": "AUTHORISED",
        "Date": written(MARCH_1),
        "Total": 150,
        "AmountDue": 150,
        "CurrencyCode": "NZD",
        "UpdatedDateUTC": "/Date(1774051200000+0000)/",
    }
    row |= more
    return INVOICE.decode(
        msgspec.json.encode({key: value for key, value in row.items() if value is not None})
    )


def read(**more: Any) -> Invoice:
    """The invoice made of such a row, in books kept in NZD."""
    return invoice_of(record(**more), "NZD", "!x")


def payment(amount: Any, on: date, id_: str = "p1") -> dict[str, Any]:
    """A payment within its invoice."""
    return {"PaymentID": id_, "Amount": amount, "Date": written(on)}


def note(amount: Any, on: date, id_: str = "c1", **more: Any) -> dict[str, Any]:
    """The applied part of a credit note of 999.00."""
    return {"CreditNoteID": id_, "AppliedAmount": amount, "Total": 999, "Date": written(on), **more}


def test_no_binary_fraction_touches_money() -> None:
    body = (
        b'{"Type":"ACCREC","InvoiceID":"i","Status":"AUTHORISED","Date":"/Date(0)/","Total":0.1,"Payments":['
    )
    body += b'{"PaymentID":"p","Date":"/Date(0)/","Amount":1234567890123456.78}]}'
    found = invoice_of(INVOICE.decode(body), "NZD", "")
    assert found.total == Decimal("0.1")
    assert found.movements[0].amount == Decimal("1234567890123456.78")


def test_the_applied_part_counts_and_not_the_whole_credit() -> None:
    found = read(CreditNotes=[note(20, MARCH_25)], AmountDue=130)
    (movement,) = found.movements
    assert (movement.kind, movement.amount, movement.payment_id) == (MovementKind.CREDIT, 20, "c1")
    assert settle(found).contradiction == ""


@pytest.mark.parametrize(
    ("credit", "dated"), [(date(2026, 2, 1), MARCH_1), (MARCH_25, MARCH_25)], ids=["older", "younger"]
)
def test_d2_a_credit_note_has_the_later_of_both_days(credit: date, dated: date) -> None:
    assert read(CreditNotes=[note(20, credit)]).movements[0].date == dated


@pytest.mark.parametrize("name", ["Overpayment", "Prepayment"])
def test_d2_a_deposit_is_money_of_the_day_it_arrived(name: str) -> None:
    """Also before the invoice; only Date Paid never lies before it."""
    share = {f"{name}ID": "d1", "AppliedAmount": 150, "Date": written(date(2026, 2, 1))}
    found = read(**{f"{name}s": [share]}, Status="PAID", AmountDue=0)
    (movement,) = found.movements
    assert (movement.kind, movement.date, movement.payment_id) == (
        MovementKind.PREPAYMENT,
        date(2026, 2, 1),
        "d1",
    )
    assert (settle(found).paid_amount, settle(found).date_paid) == (150, MARCH_1)


def test_days_of_credits_as_they_state_them_go_before_what_the_invoice_repeats() -> None:
    """A confirmed fault there: the invoice may repeat its own day in place of the credit's."""
    odd = record(CreditNotes=[note(150, MARCH_1)], Status="PAID", AmountDue=0)
    assert lacks_paid_date(odd)
    assert settle(invoice_of(odd, "NZD", "", {"c1": written(MARCH_25)})).date_paid == MARCH_25
    assert not lacks_paid_date(
        record(CreditNotes=[note(150, MARCH_1)], Status="PAID", FullyPaidOnDate=written(MARCH_25))
    )
    assert not lacks_paid_date(record(CreditNotes=[note(20, MARCH_1)]))
    assert not lacks_paid_date(record(Payments=[payment(150, MARCH_10)], Status="PAID"))


def test_d2_the_stated_paid_date_is_written_and_only_the_stated_one_is_a_claim() -> None:
    paid = {"Status": "PAID", "AmountDue": 0, "Payments": [payment(150, MARCH_10)]}
    stated = read(**paid, FullyPaidOnDate=written(MARCH_25))
    assert settle(stated).date_paid == MARCH_25
    assert read(**paid).claim.paid_on is None
    assert settle(read(**paid)).date_paid == MARCH_10


def test_a_stale_paid_date_of_an_open_invoice_is_no_claim() -> None:
    assert read(FullyPaidOnDate=written(MARCH_25)).claim.paid_on is None


def test_d3_money_that_does_not_agree_is_a_contradiction() -> None:
    assert "balance" in settle(read(Payments=[payment(50, MARCH_10)], AmountDue=120)).contradiction


def test_withheld_tax_is_no_contradiction_but_does_not_hide_one() -> None:
    """CISDeduction closes the invoice only as far as Xero's own balance says so."""
    paid = {"Payments": [payment(120, MARCH_10)], "CISDeduction": 30}
    agreed = settle(read(**paid, Status="PAID", AmountDue=0))
    assert (agreed.paid_amount, agreed.credited, agreed.contradiction) == (120, 30, "")
    not_lowered = read(**paid, AmountDue=30)
    assert len(not_lowered.movements) == 1
    assert settle(not_lowered).contradiction == ""
    assert settle(read(**paid, AmountDue=7)).contradiction


@pytest.mark.parametrize(
    ("status", "expected", "state"),
    [
        ("DRAFT", InvoiceStatus.DRAFT, PaymentState.DRAFT),
        ("SUBMITTED", InvoiceStatus.DRAFT, PaymentState.DRAFT),
        ("VOIDED", InvoiceStatus.VOID, PaymentState.VOID),
        ("DELETED", InvoiceStatus.VOID, PaymentState.VOID),
    ],
)
def test_what_is_no_invoice_in_force_has_no_figures(
    status: str, expected: InvoiceStatus, state: PaymentState
) -> None:
    """A voided invoice keeps its total there while all amounts are zero: no contradiction. A deleted draft
    never was an invoice, so D14's conflict 'deleted at source' is not for it."""
    found = read(Status=status, AmountDue=0)
    figures = settle(found)
    assert (found.status, figures.state, figures.paid_amount, figures.date_paid) == (expected, state, 0, None)
    assert figures.contradiction == ""


def test_f20_a_draft_may_lack_its_date_an_invoice_may_not() -> None:
    assert read(Status="DRAFT", Date=None).problem == ""
    assert "no date" in read(Date=None).problem


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"Payments": [payment("NaN", MARCH_10)]}, "NaN"),
        ({"Payments": [{"PaymentID": "p", "Amount": 1, "Date": ""}]}, "payments has no date"),
        ({"CreditNotes": [{"CreditNoteID": "c", "Date": written(MARCH_1)}]}, "credit note"),
        ({"Overpayments": [{"AppliedAmount": 1, "Date": written(MARCH_1)}]}, "overpayment"),
        ({"Total": "Infinity"}, "total"),
        ({"CurrencyCode": "nzd"}, "currency"),
    ],
)
def test_f20_nonsense_is_told_and_keeps_id_and_number(more: dict[str, Any], told: str) -> None:
    found = read(**more)
    assert told in found.problem
    assert (found.id, found.number, found.movements) == (ID, "INV-1", ())


def test_f20_a_row_that_cannot_be_decoded_spoils_no_other() -> None:
    page = PAGE.decode(
        b'{"Status":"OK","Invoices":[{"InvoiceID":"a","InvoiceNumber":"A-1","Type":"ACCREC","Total":"x"},'
        b'{"InvoiceID":"b","Type":"ACCREC","Status":"DRAFT","Total":1},7]}'
    )
    first, second, third = read_rows(page.rows, INVOICE.decode)
    assert isinstance(first, Unread)
    assert (invoice_of_unread(first, "").id, invoice_of_unread(first, "").number) == ("a", "A-1")
    assert isinstance(second, InvoiceRecord)
    assert isinstance(third, Unread)
    assert invoice_of_unread(third, "").problem


def test_a_missing_currency_is_that_of_the_books() -> None:
    assert read(CurrencyCode=None).currency == "NZD"


@pytest.mark.parametrize(
    "stamps",
    [
        {},
        {"UpdatedDateUTC": None, "UpdatedDateUTCString": "2026-03-21T00:00:00Z"},
        {"UpdatedDateUTCString": "1999-01-01T00:00:00Z"},
    ],
    ids=["number", "iso", "both"],
)
def test_the_stamp_is_read_in_either_form(stamps: dict[str, Any]) -> None:
    assert read(**stamps).changed_at == datetime(2026, 3, 21, tzinfo=UTC)


def test_the_link_leads_into_the_organisation() -> None:
    assert read().url == (
        "https://go.xero.com/organisationlogin/default.aspx?shortcode=!x"
        f"&redirecturl=/AccountsReceivable/View.aspx?InvoiceID={ID}"
    )
    assert invoice_of(record(), "NZD", "").url == ""
