"""Answers of QuickBooks Online as they come, by hand: what is read, and what becomes of records that cannot
be."""

from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
import pytest

from syncdesk.sources.quickbooks_online.records import AnswerDecoder, InvoiceRecord

QUERY = AnswerDecoder("query_response")


def invoices(*rows: str) -> list[InvoiceRecord]:
    """The invoices of a page that holds these rows."""
    body = f'{{"QueryResponse":{{"Invoice":[{",".join(rows)}],"maxResults":{len(rows)}}}}}'
    answer = QUERY.decode(body.encode())
    assert answer.query_response is not None
    return answer.query_response.invoice


@pytest.mark.parametrize("written", ["100", "100.0", "100.00", '"100.00"', "1e2"])
def test_an_amount_is_exact_however_it_is_written(written: str) -> None:
    """Integers, decimals and text all occur, and none of them passes through a float."""
    (record,) = invoices(f'{{"Id":"1","TotalAmt":{written}}}')
    assert type(record.total_amt) is Decimal
    assert record.total_amt == 100


def test_more_digits_than_a_float_has_survive() -> None:
    """Pitfall 20."""
    (record,) = invoices('{"Id":"1","TotalAmt":90071992547409.93}')
    assert record.total_amt == Decimal("90071992547409.93")


def test_what_is_absent_null_or_unknown_does_no_harm() -> None:
    """Pitfall 23: no currency in some companies; new fields come without a new version."""
    (record,) = invoices('{"Id":"1","Surprise":{"Deep":[1,2]},"DocNumber":null,"CustomerRef":null}')
    assert (record.doc_number, record.customer_ref, record.currency_ref) == (None, None, None)
    assert record.payment_ids == []


def test_stamps_are_instants_on_either_side_of_daylight_saving() -> None:
    """Pitfall 15: as text the winter stamp of an hour before would sort after the summer one."""
    winter, summer = invoices(
        '{"Id":"1","MetaData":{"LastUpdatedTime":"2026-03-08T01:59:59-08:00"}}',
        '{"Id":"2","MetaData":{"LastUpdatedTime":"2026-03-08T03:00:01-07:00"}}',
    )
    assert winter.changed_at == datetime(2026, 3, 8, 9, 59, 59, tzinfo=UTC)
    assert summer.changed_at == datetime(2026, 3, 8, 10, 0, 1, tzinfo=UTC)


def test_only_links_to_payments_are_payments() -> None:
    """Pitfall 7: estimates and time entries are linked too."""
    (record,) = invoices(
        '{"Id":"1","LinkedTxn":[{"TxnId":"9","TxnType":"Payment"},{"TxnId":"8","TxnType":"Estimate"}]}'
    )
    assert record.payment_ids == ["9"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('{"Id":"7","TxnDate":"31/12/2026","TotalAmt":5}', "unreadable date '31/12/2026'"),
        ('{"Id":"7","TotalAmt":"five"}', "unreadable amount 'five'"),
        ('{"Id":"7","TotalAmt":[],"Balance":"x"}', "amount '[]' and balance 'x'"),
        ('{"Id":"7","MetaData":{"LastUpdatedTime":"yesterday"}}', "unreadable change stamp"),
    ],
)
def test_one_record_that_cannot_be_read_does_not_spoil_its_page(row: str, told: str) -> None:
    """F-20: its neighbours come, and it says itself what is wrong."""
    before, odd, after = invoices('{"Id":"6","TotalAmt":1}', row, '{"Id":"8","TotalAmt":2}')
    assert (before.trouble, after.trouble) == ("", "")
    assert (before.total_amt, after.total_amt) == (1, 2)
    assert odd.id == "7"
    assert told in odd.trouble


def test_what_can_be_read_of_an_odd_record_is_kept() -> None:
    """So that a person sees which invoice it is."""
    (odd,) = invoices('{"Id":7,"DocNumber":"1001","TxnDate":"soon","CustomerRef":{"value":"3","name":"Ada"}}')
    assert (odd.id, odd.doc_number, odd.txn_date) == ("7", "1001", None)
    assert odd.customer_ref is not None
    assert odd.customer_ref.name == "Ada"


def test_a_record_without_id_has_the_same_name_each_time() -> None:
    """Two of them are two, and the next run knows them again."""
    rows = ('{"DocNumber":"1"}', '{"DocNumber":"2"}', "17")
    first, again = invoices(*rows), invoices(*rows)
    assert [record.id for record in first] == [record.id for record in again]
    assert len({record.id for record in first}) == 3
    assert all("no id" in record.trouble for record in first)


def test_nobody_can_send_trouble() -> None:
    """The mark of an odd record is ours alone."""
    (record,) = invoices('{"Id":"1","trouble":"x","Trouble":"y"}')
    assert record.trouble == ""


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"QueryResponse":{"Inv', b"{}", b'{"Fault":{}}', b"[]"])
def test_what_is_no_answer_is_not_taken_for_no_rows(body: bytes) -> None:
    """F-18: the caller repeats such a call; 'no rows' is an empty QueryResponse, which is there."""
    with pytest.raises(msgspec.DecodeError):
        QUERY.decode(body)
    assert QUERY.decode(b'{"QueryResponse":{}}').query_response is not None


def test_change_data_are_read_by_name() -> None:
    """Elements come in any order, some of them empty; stubs have no amounts."""
    answer = AnswerDecoder("cdc_response").decode(
        b'{"CDCResponse":[{"QueryResponse":[{},{"Payment":[{"domain":"QBO","status":"Deleted","Id":"12",'
        b'"MetaData":{"LastUpdatedTime":"2026-04-01T00:00:00-07:00"}},{"Id":"13","TotalAmt":1}]}]}],'
        b'"time":"2026-04-07T12:51:28.001-07:00"}'
    )
    empty, payments = answer.cdc_response[0].query_response
    assert (empty.payment, empty.invoice) == ([], [])
    assert [payment.deleted for payment in payments.payment] == [True, False]
    assert payments.payment[0].changed_at == datetime(2026, 4, 1, 7, tzinfo=UTC)


def test_lines_of_nothing() -> None:
    """Section 7.7: what voiding leaves of an invoice."""
    void, zero, bare = invoices(
        '{"Id":"1","Line":[{"Amount":0},{"Amount":0.00,"DetailType":"SubTotalLineDetail"}]}',
        '{"Id":"2","Line":[{"Amount":50},{"Amount":50,"DetailType":"DiscountLineDetail"}]}',
        '{"Id":"3"}',
    )
    assert (void.lines_are_zero, zero.lines_are_zero, bare.lines_are_zero) == (True, False, True)


def test_plain_days_stay_as_they_are() -> None:
    """Pitfall 16: no time zone ever touches them."""
    (record,) = invoices('{"Id":"1","TxnDate":"2026-03-01","DueDate":"2026-03-31"}')
    assert (record.txn_date, record.due_date) == (date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    "part",
    ["query_response", "cdc_response", "batch_item_response", "invoice", "company_info", "preferences"],
)
def test_an_answer_to_another_question_is_none(part: str) -> None:
    """Whatever was asked for has to be there."""
    with pytest.raises(msgspec.DecodeError):
        AnswerDecoder(part).decode(b'{"time":"2026-04-07T12:51:28.001-07:00"}')
