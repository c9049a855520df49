"""The oddities of QuickBooks Online's answers, each asked of the stand-in directly."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.standins.quickbooks import QuickBooksStandIn
from tests.standins.quickbooks_reader import Reader
from tests.standins.serving import Request

MARCH = date(2026, 3, 1)
SPRING = datetime(2026, 4, 10, 12, tzinfo=UTC)


@pytest.fixture
def qbo() -> Iterator[QuickBooksStandIn]:
    """A production company whose clock stands at noon UTC of 10 April 2026."""
    with QuickBooksStandIn() as standin:
        standin.clock.freeze(SPRING)
        yield standin


@pytest.fixture
def reader(qbo: QuickBooksStandIn) -> Reader:
    """Signed in to the first company."""
    return Reader(qbo)


# --- queries ------------------------------------------------------------------------------------------------


def test_without_an_order_the_newest_change_comes_first(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """And with one it is kept; keywords in lower case, `ORDER BY` and `Metadata` are understood."""
    numbers = []
    for name in "abc":
        numbers.append(qbo.books.add_invoice(name, MARCH, 10))
        qbo.clock.advance(5)
    qbo.books.edit_invoice(numbers[0], note="touched")
    assert [row["DocNumber"] for row in reader.query("select * from invoice", "Invoice")] == ["a", "c", "b"]
    oldest = reader.query("SELECT * FROM Invoice ORDER BY Metadata.LastUpdatedTime asc", "Invoice")
    assert [row["DocNumber"] for row in oldest] == ["b", "c", "a"]
    by_number = reader.query("SELECT * FROM Invoice ORDERBY DocNumber DESC", "Invoice")
    assert [row["DocNumber"] for row in by_number] == ["c", "b", "a"]


def test_pages_hold_100_by_default_and_1000_at_most(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """`maxResults` is the rows returned; some entities have totalCount; a page may bring one row more."""
    for number in range(1005):
        qbo.books.add_invoice(str(number), MARCH, 10)
    assert len(reader.query("SELECT * FROM Invoice", "Invoice")) == 100
    page = reader.query("SELECT * FROM Invoice ORDERBY Id STARTPOSITION 1001 MAXRESULTS 5000")
    assert (page["startPosition"], page["maxResults"], page["totalCount"]) == (1001, 5, 5)
    page = reader.query("SELECT * FROM Invoice ORDERBY Id MAXRESULTS 5000")
    assert page["maxResults"] == len(page["Invoice"]) == 1000
    assert reader.query("SELECT COUNT(*) FROM Invoice") == {"totalCount": 1005}
    assert reader.query("SELECT * FROM Invoice STARTPOSITION 2000") == {}
    qbo.quirks.extra_row = True
    assert reader.query("SELECT * FROM Invoice MAXRESULTS 10")["maxResults"] == 11
    qbo.books.credit_memo("1", MARCH, 5)
    assert "totalCount" not in reader.query("SELECT * FROM CreditMemo")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SELECT * FROM Invoice STARTPOSITION 0", "4001"),
        ("SELECT * FROM Payment WHERE UnappliedAmt = '1'", "4001"),
        ("SELECT * FROM Payment WHERE Line = '1'", "4001"),
        ("SELECT * FROM Invoice WHERE LinkedTxn = '1'", "4001"),
        ("SELECT * FROM Payment WHERE Balance = '1'", "4001"),
        ("SELECT * FROM Invoice ORDERBY LinkedTxn", "4001"),
        ("SELECT * FROM Invoice WHERE TxnDate > 'soon'", "4001"),
        ("SELECT * FROM Nothing", "4001"),
        ("SELECT * FROM Invoice WHERE Id = 5", "4000"),
        ("SELECT * FROM Invoice WHERE Id = '5' OR Id = '6'", "4000"),
        ("SELECT * FROM Invoice WHERE Id != '5'", "4000"),
        ("SELECT * FROM Invoice WHERE DocNumber = 'O'Neill'", "4000"),
        ("DELETE FROM Invoice", "4000"),
        ("", "4000"),
    ],
)
def test_bad_queries_are_refused(reader: Reader, text: str, code: str) -> None:
    """4000 = not understood, 4001 = understood but not valid."""
    assert reader.code("query", query=text) == (400, code)


def test_conditions(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """All comparisons, on ids, numbers, dates, amounts, customers, stamps; times compare as instants."""
    books = qbo.books
    customers = [books.add_customer(name) for name in ("O'Neill", "Amber")]
    numbers = []
    for index in range(4):
        made = books.add_invoice(
            f"A-{index}", MARCH + timedelta(days=index), 100 * index + 1, customers[index % 2]
        )
        numbers.append(made)
        qbo.clock.advance(3600)
    reader.sign_in()
    for condition, found in {
        f"Id IN ('{numbers[3]}', '{numbers[0]}', '99999')": "03",
        f"Id > '{numbers[1]}' AND Id <= '{numbers[3]}'": "23",
        "DocNumber = 'A-2'": "2",
        "DocNumber IN ('A-1','A-1','zzz')": "1",
        "DocNumber LIKE 'A-%'": "0123",
        "DocNumber LIKE '%-3'": "3",
        "TxnDate >= '2026-03-02' AND TxnDate < '2026-03-04'": "12",
        "TotalAmt > '101'": "23",
        "Balance <= '101.00'": "01",
        f"CustomerRef = '{customers[1]}' AND TotalAmt < '200'": "1",
        "MetaData.LastUpdatedTime >= '2026-04-10T06:00:00-07:00'": "123",
        "MetaData.LastUpdatedTime > '2026-04-10T23:00:00+10:00'": "23",
        "MetaData.LastUpdatedTime = '2026-04-10T13:00:00Z'": "1",
        "Metadata.CreateTime <= '2026-04-10T13:00:00+00:00'": "01",
    }.items():
        rows = reader.query(f"SELECT * FROM Invoice WHERE {condition} ORDERBY Id", "Invoice")
        assert "".join(row["DocNumber"][-1] for row in rows) == found, condition
        rows = reader.query(
            f"SELECT * FROM Invoice WHERE {condition} ORDERBY MetaData.LastUpdatedTime", "Invoice"
        )
        assert "".join(row["DocNumber"][-1] for row in rows) == found, condition
    assert reader.query("SELECT * FROM Customer WHERE DisplayName = 'O\\'Neill'", "Customer")[0]["Id"] == "1"
    posted = reader.session.post(
        f"{qbo.api_base}/v3/company/{qbo.realm}/query?minorversion=75",
        data="SELECT Id, SyncToken FROM Invoice WHERE DocNumber = 'A-2'",
        headers={"Content-Type": "application/text"},
        timeout=10,
    )
    (narrow,) = posted.json()["QueryResponse"]["Invoice"]
    assert narrow == {"domain": "QBO", "sparse": True, "Id": numbers[2], "SyncToken": "0"}


def test_positions_drift_when_records_change_in_mid_walk(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """A record changed between two pages moves to the end, and another one is skipped."""
    numbers = [qbo.books.add_invoice(str(index), MARCH, 10) for index in range(4)]

    def change(request: Request) -> None:
        if "STARTPOSITION+3" in request.query:
            qbo.clock.advance(1)
            qbo.books.edit_invoice(numbers[0], note="changed by somebody")

    qbo.server.on_request = change
    seen = []
    for start in (1, 3):
        text = f"SELECT * FROM Invoice ORDERBY MetaData.LastUpdatedTime STARTPOSITION {start} MAXRESULTS 2"
        seen += [row["DocNumber"] for row in reader.query(text, "Invoice")]
    assert seen == ["0", "1", "3", "0"]


# --- rows, times, links -------------------------------------------------------------------------------------


def test_stamps_carry_the_pacific_offset_of_their_own_day(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """Either side of 8 March 2026, when daylight saving began; `time` has it too, with milliseconds."""
    stamps = {}
    for moment in (datetime(2026, 3, 8, 9, 59, 59, tzinfo=UTC), datetime(2026, 3, 8, 10, tzinfo=UTC)):
        qbo.clock.freeze(moment)
        reader.sign_in()
        number = qbo.books.add_invoice(moment.isoformat(), MARCH, 10)
        answer = reader.get(f"invoice/{number}").json()
        stamps[answer["Invoice"]["MetaData"]["CreateTime"]] = answer["time"]
    assert stamps == {
        "2026-03-08T01:59:59-08:00": "2026-03-08T01:59:59.000-08:00",
        "2026-03-08T03:00:00-07:00": "2026-03-08T03:00:00.000-07:00",
    }


def test_links_are_newest_first_and_mixed_with_others(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """Estimates and time entries are linked like payments."""
    qbo.quirks.foreign_links = True
    bill = qbo.books.add_invoice("1", MARCH, 100)
    first, second = (qbo.books.pay([(bill, 40)], MARCH) for _ in range(2))
    qbo.books.link_foreign(bill, "ReimburseCharge")
    links = reader.get(f"invoice/{bill}").json()["Invoice"]["LinkedTxn"]
    assert [link["TxnType"] for link in links] == [
        "ReimburseCharge",
        "Payment",
        "Payment",
        "Estimate",
        "TimeActivity",
    ]
    assert [link["TxnId"] for link in links if link["TxnType"] == "Payment"] == [second, first]


def test_amounts_are_written_in_three_ways(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """`100`, `100.0` and `100.00` all occur; text decides, so the raw answer is looked at."""
    for index in range(3):
        qbo.books.add_invoice(str(index), MARCH, 100)
    text = reader.get("query", query="SELECT * FROM Invoice ORDERBY Id").text
    assert {text.count(f'"TotalAmt":{shown},') for shown in ("100", "100.0", "100.00")} == {1}


def test_currency_is_absent_where_there_is_only_one(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """`CurrencyRef` must not be relied on; DocNumber may be missing too."""
    qbo.quirks.omit_currency = True
    row = reader.get(f"invoice/{qbo.books.add_invoice('', MARCH, 100)}").json()["Invoice"]
    assert not {"CurrencyRef", "DocNumber", "Deposit", "HomeTotalAmt"} & set(row)


def test_xml_comes_unless_json_is_asked_for(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """Refusals as well."""
    number = qbo.books.add_invoice("1", MARCH, 100)
    del reader.session.headers["Accept"]
    for what, words in ((f"invoice/{number}", "<DocNumber>1<"), ("invoice/9", "<code>610<")):
        answer = reader.get(what)
        assert answer.headers["Content-Type"].startswith("application/xml")
        assert answer.text.startswith("<?xml")
        assert words in answer.text


# --- change data --------------------------------------------------------------------------------------------


def test_change_data_shape(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """An element per entity in another order than asked, empty ones too; stubs, and false ones."""
    bill = qbo.books.add_invoice("1", MARCH, 100)
    doomed = qbo.books.pay([(bill, 10)], MARCH)
    qbo.books.delete_payment(doomed)
    qbo.books.false_stub("Invoice", bill)
    answer = reader.get(
        "cdc", entities="Invoice,CreditMemo,Payment", changedSince="2026-04-10T22:00:00+10:00"
    )
    parts = answer.json()["CDCResponse"][0]["QueryResponse"]
    assert [next((key for key in part if key[0].isupper()), "") for part in parts] == [
        "Payment",
        "Invoice",
        "",
    ]
    assert parts[2] == {}
    assert parts[0]["Payment"] == [
        {
            "domain": "QBO",
            "status": "Deleted",
            "Id": doomed,
            "MetaData": {"LastUpdatedTime": "2026-04-10T05:00:00-07:00"},
        }
    ]
    assert [row.get("status") for row in parts[1]["Invoice"]] == ["Deleted", None]
    assert reader.code(f"payment/{doomed}") == (400, "610")
    assert reader.get(f"invoice/{bill}").status_code == 200
    qbo.quirks.cdc_inclusive = False
    later = reader.get("cdc", entities="Invoice", changedSince="2026-04-10T05:00:00-07:00").json()
    assert later["CDCResponse"][0]["QueryResponse"] == [{}]


def test_change_data_forgets_after_30_days_and_ends_at_1000(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """Both silently. The limit counts per answer or per entity."""
    customer = qbo.books.add_customer()
    old = qbo.books.add_invoice("old", MARCH, 100, customer)
    qbo.books.delete_payment(qbo.books.pay([(old, 10)], MARCH))
    qbo.clock.advance(days=30, seconds=1)
    reader.sign_in()
    for number in range(700):
        qbo.books.pay([], MARCH, 10, customer=customer, reference=str(number))
        qbo.books.add_invoice(str(number), MARCH, 10, customer)

    def counts() -> dict[str, int]:
        answer = reader.get("cdc", entities="Invoice,Payment", changedSince="2026-01-01").json()
        parts = answer["CDCResponse"][0]["QueryResponse"]
        return {kind: len(part[kind]) for part in parts for kind in part if kind[0].isupper()}

    assert counts() == {"Payment": 700, "Invoice": 300}
    qbo.quirks.cdc_limit_per_entity = True
    assert counts() == {"Payment": 700, "Invoice": 700}
    assert reader.code("cdc", entities="TimeActivity", changedSince="2026-04-01") == (400, "2030")
    bare = reader.session.get(
        f"{qbo.api_base}/v3/company/{qbo.realm}/cdc?entities=Invoice&changedSince=2026-04-20T00:00:00+10:00",
        timeout=10,
    )
    assert bare.status_code == 400  # a bare plus is a space
