"""What the service says when it will not or cannot, in both spellings, and records that make no sense."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from syncdesk.model.errors import FatalError, RetryableError, SetupError, SyncDeskError
from syncdesk.model.ledger import Invoice
from syncdesk.sources.http.trouble import Answer, Complaint
from syncdesk.sources.quickbooks_online.vendor import VENDOR, complaint, rulings
from tests.sources.quickbooks_online.desk import Desk
from tests.standins.quickbooks import Books, faults
from tests.standins.quickbooks.records import Record
from tests.standins.quickbooks.seeding import seed
from tests.standins.serving import Fault, at

MARCH_1, MARCH_20 = date(2026, 3, 1), date(2026, 3, 20)


def refused(desk: Desk, kind: type[SyncDeskError], fault: Fault, path: str = "/batch") -> SyncDeskError:
    """The error of a reading whose calls to this path all meet the fault."""
    desk.standin.server.before = at(1, fault, path=path, times=1000)
    with pytest.raises(kind) as raised:
        desk.read()
    return raised.value


# --- complaints and rulings ---------------------------------------------------------------------------------


@pytest.mark.parametrize("spelling", ["entity", "gateway"])
@pytest.mark.parametrize(
    ("made", "code", "verdict"),
    [
        (faults.token_refused(), "3200", "renew"),
        (faults.company_refused(), "3100", "setup"),
        (faults.throttle(), "3001", "throttled"),
        (faults.not_found("Invoice 7"), "610", "gone"),
        (faults.bad_query("4001", "x"), "4001", "ours"),
        (faults.bad_query("4000", "x"), "4000", "ours"),
        (faults.unsupported("x"), "500", "ours"),
        (faults.broken_page(), "10000", "retry"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_both_spellings_say_the_same(made: faults.Refused, code: str, verdict: str, spelling: str) -> None:
    """Section 9: codes as text without leading zeros; status 200 too."""
    for status in (made.status, 200):
        answer = Answer(status, {}, made.body("2026-04-07T12:51:28.000-07:00", spelling), "")
        said = complaint(answer)
        assert said is not None
        assert said.code == code
        ruling = rulings(made.status, said)
        assert ruling is not None
        assert ruling.verdict == verdict
        assert made.message in said.message


@pytest.mark.parametrize(
    "body", [b"", b"<html>Fault", b'{"Fault":', b'{"QueryResponse":{}}', b'{"Fault":null}']
)
def test_what_is_no_complaint(body: bytes) -> None:
    """The common table decides then."""
    assert complaint(Answer(200, {}, body, "")) is None


def test_a_fault_within_a_batch_is_no_complaint_about_the_batch() -> None:
    """Its items are judged one by one."""
    body = b'{"BatchItemResponse":[{"bId":"0","Fault":{"Error":[{"code":"610"}]}}]}'
    assert complaint(Answer(200, {}, body, "")) is None


def test_a_bare_404_is_nobodys_word_that_a_record_is_gone() -> None:
    """D14: somebody on the way may have said it."""
    ruling = rulings(404, Complaint())
    assert ruling is not None
    assert ruling.verdict == "retry"
    assert rulings(503, Complaint(code="500")) is None


def test_limits_are_those_of_section_9() -> None:
    """500 a minute; at most four at once of the ten allowed."""
    assert (VENDOR.at_once, VENDOR.per_minute, VENDOR.usual_wait.total_seconds()) == (4, 500, 60)


# --- what a person is told ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (faults.forbidden(), "does not let this app read"),
        (faults.not_administrator(), "lets the person who connected"),
        (faults.subscription_ended(), "subscription"),
        (faults.unauthorised(), "does not accept the sign-in"),
    ],
)
def test_what_a_person_must_put_right(desk: Desk, fault: Fault, words: str) -> None:
    """Each names what happened and a remedy, at the field of the sign-in."""
    error = refused(desk, SetupError, fault, "/v3/company/")
    assert isinstance(error, SetupError)
    assert words in error.title
    assert error.remedy
    assert error.field == "sign_in"
    assert "request id 1-injected" in error.detail


@pytest.mark.parametrize(
    "fault",
    [
        faults.server_failure(),
        Fault.html(503),
        Fault.html(200),
        faults.success_with_fault(),
        Fault.answer(404),
    ],
)
def test_a_service_in_trouble_is_for_later(desk: Desk, fault: Fault) -> None:
    """RetryableError, whatever form the trouble takes."""
    refused(desk, RetryableError, fault, "/v3/company/")


def test_a_monthly_block_is_told_as_quota(desk: Desk) -> None:
    """Section 9: it looks like throttling and does not pass."""
    before = len(desk.calls)
    error = refused(desk, RetryableError, faults.throttled(retry_after=0))
    assert len(desk.calls) - before == 6
    assert "monthly allowance" in error.remedy


def test_a_query_that_is_not_understood_is_our_fault(desk: Desk, books: Books) -> None:
    """FatalError, to be reported."""
    books.add_invoice("1001", MARCH_1, 10)
    error = refused(desk, FatalError, faults.injected(faults.bad_query("4000", "Encountered 'x'")), "/query")
    assert "Encountered" in error.detail


@pytest.mark.parametrize("path", ["/batch", "/cdc", "/query"])
@pytest.mark.parametrize(
    "fault", [faults.throttled(0), Fault.truncated(), Fault.middle(), faults.unauthorised()]
)
def test_trouble_that_passes_leaves_no_trace(desk: Desk, books: Books, path: str, fault: Fault) -> None:
    """The same invoices as without it."""
    since = datetime.now(UTC).replace(microsecond=0) if path == "/cdc" else None
    invoice = books.add_invoice("1001", MARCH_1, 1000)
    books.pay([(invoice, 400)], MARCH_20)
    untroubled = desk.read(since)
    desk.standin.server.before = at(1, fault, path=path)
    assert desk.read(since) == untroubled
    assert set(untroubled) == {invoice}


def test_a_service_that_takes_company_and_settings_only_singly(desk: Desk, books: Books) -> None:
    """A fault in the place of each answer of the batch, or for the batch as a whole."""
    books.add_invoice("1001", MARCH_1, 10)
    whole = faults.injected(faults.unsupported("batch"))
    items = msgspec.json.encode({"BatchItemResponse": [{"bId": str(n), "Fault": {}} for n in range(3)]})
    for fault in (whole, Fault.answer(200, items)):
        desk.standin.server.before = at(1, fault, path="/batch")
        before = len(desk.calls)
        assert len(desk.read()) == 1
        assert desk.calls[before:][:3] == [
            "POST /batch",
            "GET /companyinfo/" + desk.standin.realm,
            "GET /preferences",
        ]


# --- records that make no sense -----------------------------------------------------------------------------


def rewritten(record: Record, edit: Callable[[dict[str, Any]], object]) -> None:
    """Let the service send a record that differs from the books."""
    sent = msgspec.json.decode(record.wire or b"")
    edit(sent)
    record.wire = msgspec.json.encode(sent)


def one_odd_invoice(desk: Desk, edit: Callable[[dict[str, Any]], object]) -> Invoice:
    """The odd one of three invoices; the others must be as ever."""
    invoices = [desk.books.add_invoice(str(number), MARCH_1, 100) for number in (1, 2, 3)]
    desk.books.pay([(invoices[0], 100)], MARCH_20)
    untroubled = desk.read()
    rewritten(desk.books.record("Invoice", invoices[1]), edit)
    found = desk.read()
    assert len(found) == 3
    assert {found[id_] for id_ in (invoices[0], invoices[2])} == {
        untroubled[id_] for id_ in (invoices[0], invoices[2])
    }
    (odd,) = (document for document in found.values() if document.problem)
    return odd


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda row: row.update(TxnDate="1 March"), "unreadable date '1 March'"),
        (lambda row: row.update(TotalAmt="a lot"), "unreadable amount 'a lot'"),
        (lambda row: row.update(TotalAmt="NaN"), "total is NaN"),
        (lambda row: row.update(Balance="1e30"), "balance is 1E+30"),
        (lambda row: row.pop("TotalAmt"), "no total"),
        (lambda row: row.pop("TxnDate"), "no date"),
        (lambda row: row.update(CurrencyRef={"value": "Dollars"}), "'Dollars', which is no currency code"),
        (lambda row: row.pop("Id"), "no id"),
        (lambda row: row.update(LinkedTxn="none"), "unreadable links"),
    ],
)
def test_an_odd_invoice_waits_with_its_reason(
    desk: Desk, edit: Callable[[dict[str, Any]], object], words: str
) -> None:
    """F-20: the others are read as ever."""
    odd = one_odd_invoice(desk, edit)
    assert words in odd.problem
    assert (odd.number, odd.movements) == ("2", ())


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda row: row.update(TxnDate="soon"), "unreadable date 'soon'"),
        (lambda row: row.pop("TxnDate"), "it has no date"),
        (lambda row: row.update(TotalAmt=1), "do not add up"),
        (lambda row: row["Line"][0].update(Amount=-100), "negative"),
    ],
)
def test_an_odd_payment_holds_up_its_invoices_only(
    desk: Desk, books: Books, edit: Callable[[dict[str, Any]], object], words: str
) -> None:
    """F-6: no figure by guess."""
    first, second = (books.add_invoice(number, MARCH_1, 100) for number in ("1", "2"))
    payment = books.pay([(first, 100)], MARCH_20)
    books.pay([(second, 100)], MARCH_20)
    desk.read()
    rewritten(books.record("Payment", payment), edit)
    found = desk.read()
    assert words in found[first].problem
    assert f"Payment {payment}" in found[first].problem
    assert found[second].problem == ""


def test_a_payment_in_another_currency(desk: Desk, books: Books) -> None:
    """F-7: needs a decision."""
    invoice = books.add_invoice("1", MARCH_1, 100, currency="EUR")
    payment = books.pay([(invoice, 100)], MARCH_20)
    desk.read()
    rewritten(books.record("Payment", payment), lambda row: row.update(CurrencyRef={"value": "USD"}))
    assert "is in EUR, but payment" in desk.read()[invoice].problem


def test_books_that_contradict_themselves_are_read_twice_and_left_to_the_cross_check(
    desk: Desk, books: Books
) -> None:
    """Section 7.5, D3: nothing is invented from the balance."""
    invoice = books.add_invoice("1", MARCH_1, 100)
    books.pay([(invoice, 60)], MARCH_20)
    desk.read()
    rewritten(books.record("Invoice", invoice), lambda row: row.update(Balance=10))
    before = len(desk.calls)
    desk.run()
    assert len(desk.calls) - before == 5  # company, payments, invoices, and both once more
    assert "state a balance of 10.00 USD" in desk.figures(invoice).contradiction
    assert desk.figures(invoice).paid_amount == 60


def test_a_payment_that_its_invoice_no_longer_names(desk: Desk, books: Books) -> None:
    """Section 7.1: one that is remembered counts as long as it has a line to the invoice."""
    invoice = books.add_invoice("1", MARCH_1, 100)
    books.pay([(invoice, 60)], MARCH_20)
    desk.standin.clock.advance(hours=1)
    desk.run()
    books.edit_invoice(invoice, note="printed")
    desk.read()
    rewritten(books.record("Invoice", invoice), lambda row: row.update(LinkedTxn=[]))
    assert set(desk.run()) == {invoice}
    assert desk.figures(invoice).paid_amount == 60
    assert desk.figures(invoice).contradiction == ""


# --- records that the service fails to give -----------------------------------------------------------------


def test_one_broken_record_does_not_take_its_page_along(desk: Desk, books: Books) -> None:
    """Section 9: the page is halved until the record stands alone; it waits, the others come."""
    invoices = seed(books, 40, years=1)
    books.break_record("Invoice", invoices[17])
    found = desk.read()
    odd = [document for document in found.values() if document.problem]
    assert len(odd) == 1
    walked = [str(number) for _, number in books.tables["Invoice"].by_time]
    before = walked[walked.index(invoices[17]) - 1]
    assert f"after the one with id {before}" in odd[0].problem
    assert {id_ for id_ in found if not found[id_].problem} == {*invoices} - {invoices[17]}
    assert odd[0].id == next(iter(d.id for d in desk.read().values() if d.problem))


def test_a_broken_record_that_is_known_keeps_its_name(desk: Desk, books: Books) -> None:
    """What the service cannot show is told by what is remembered."""
    invoices = seed(books, 40, years=1)
    desk.run()
    books.break_record("Invoice", invoices[17])
    found = desk.read(remembered=desk.memory)
    assert set(found) == set(invoices)
    assert found[invoices[17]].number == desk.memory.documents[invoices[17]].number
    assert "fails" in found[invoices[17]].problem


def test_a_broken_payment_holds_up_its_invoice_only(desk: Desk, books: Books) -> None:
    """The payment is asked for by the invoice that names it, and known by its id."""
    invoices = [books.add_invoice(str(number), MARCH_1, 100) for number in range(5)]
    payments = [books.pay([(invoice, 100)], MARCH_20) for invoice in invoices]
    books.break_record("Payment", payments[2])
    found = desk.read()
    assert {id_ for id_ in found if found[id_].problem} == {invoices[2]}
    assert f"Payment {payments[2]}" in found[invoices[2]].problem


def test_a_broken_record_among_the_changes(desk: Desk, books: Books) -> None:
    """Change data cannot be had at all then; walking isolates it."""
    first = books.add_invoice("1", MARCH_1, 100)
    desk.standin.clock.advance(hours=1)
    since = desk.standin.clock.now()
    second, third = (books.add_invoice(number, MARCH_1, 100) for number in ("2", "3"))
    books.break_record("Invoice", second)
    found = desk.read(since.replace(microsecond=0))
    assert {third} < set(found)
    assert first not in found
    assert [bool(found[id_].problem) for id_ in found if id_ != third] == [True]


def test_a_service_that_is_down_is_not_taken_for_a_broken_record(desk: Desk, books: Books) -> None:
    """Nothing is halved if the company cannot be read either."""
    seed(books, 40, years=1)
    before = len(desk.calls)
    desk.standin.server.before = at(2, faults.server_failure(), path="/v3/company/", times=1000)
    with pytest.raises(RetryableError):
        desk.read()
    assert len(desk.calls) - before <= 6
