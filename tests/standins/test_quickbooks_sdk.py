"""The stand-in for QuickBooks Online, judged by clients others wrote: intuit-oauth, python-quickbooks.

Nothing here builds a request by hand. What the two clients cannot express is in test_quickbooks_standin.py.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from intuitlib.client import AuthClient
from intuitlib.enums import Scopes
from intuitlib.exceptions import AuthClientError
from quickbooks import QuickBooks
from quickbooks.batch import batch_delete
from quickbooks.cdc import change_data_capture
from quickbooks.exceptions import (
    AuthorizationException,
    ObjectNotFoundException,
    QuickbooksException,
    SevereException,
    ValidationException,
)
from quickbooks.objects.creditmemo import CreditMemo
from quickbooks.objects.customer import Customer
from quickbooks.objects.invoice import Invoice
from quickbooks.objects.payment import Payment

from tests.standins.quickbooks import QuickBooksStandIn, faults
from tests.standins.serving import Fault, at

MARCH = date(2026, 3, 1)


@pytest.fixture
def qbo(monkeypatch: pytest.MonkeyPatch) -> Iterator[QuickBooksStandIn]:
    """A production company whose clock stands at noon UTC of 10 April 2026."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")  # python-quickbooks insists on https otherwise
    with QuickBooksStandIn() as standin:
        standin.clock.freeze(datetime(2026, 4, 10, 12, tzinfo=UTC))
        yield standin


def auth_client(qbo: QuickBooksStandIn) -> AuthClient:
    """Intuit's own sign-in client; it takes the address of a discovery document for an environment."""
    discovery = f"{qbo.identity_base}/.well-known/openid_configuration/"
    return AuthClient(qbo.keys.client_id, qbo.keys.client_secret, qbo.redirect, discovery)


def consent(auth: AuthClient) -> dict[str, list[str]]:
    """What the browser brings back to the redirect address."""
    page = requests.get(auth.get_authorization_url([Scopes.ACCOUNTING]), allow_redirects=False, timeout=5)
    assert page.status_code == 302
    back = urlsplit(page.headers["Location"])
    assert page.headers["Location"].startswith(auth.redirect_uri)
    return parse_qs(back.query)


def client(qbo: QuickBooksStandIn) -> QuickBooks:
    """python-quickbooks, signed in by intuit-oauth, pointed at the stand-in."""
    auth = auth_client(qbo)
    answer = consent(auth)
    auth.get_bearer_token(answer["code"][0], realm_id=answer["realmId"][0])
    made = QuickBooks(
        auth_client=auth,
        refresh_token=auth.refresh_token,
        company_id=auth.realm_id,
        minorversion=75,
        use_decimal=True,
    )
    made.api_url_v3 = f"{qbo.api_base}/v3"
    return made


# --- sign-in ------------------------------------------------------------------------------------------------


def test_intuits_client_signs_in_renews_and_revokes(qbo: QuickBooksStandIn) -> None:
    """F-29: consent with state and realm, tokens, rotation, invalid_grant for the old value, revocation."""
    auth = auth_client(qbo)
    answer = consent(auth)
    assert answer["state"] == [auth.state_token]
    assert answer["realmId"] == [qbo.realm]
    auth.get_bearer_token(answer["code"][0], realm_id=answer["realmId"][0])
    first_access, first_refresh = auth.access_token, auth.refresh_token
    assert (auth.expires_in, auth.x_refresh_token_expires_in) == (3600, 8726400)
    auth.refresh()
    assert auth.refresh_token != first_refresh
    assert auth.access_token != first_access
    with pytest.raises(AuthClientError, match="invalid_grant") as refused:
        auth.refresh(first_refresh)
    assert refused.value.status_code == 400
    assert refused.value.intuit_tid
    assert auth.revoke()
    with pytest.raises(AuthClientError, match="invalid_grant"):
        auth.refresh()
    assert {first_access, first_refresh, auth.access_token, auth.refresh_token} <= set(qbo.server.issued)


def test_a_code_works_once_and_a_wrong_secret_never(qbo: QuickBooksStandIn) -> None:
    """The code is spent by its first use; HTTP Basic is checked."""
    auth = auth_client(qbo)
    code = consent(auth)["code"][0]
    auth.get_bearer_token(code)
    with pytest.raises(AuthClientError, match="invalid_grant"):
        auth.get_bearer_token(code)
    auth.client_secret = "guessed"
    with pytest.raises(AuthClientError, match="invalid_client") as refused:
        auth.refresh()
    assert refused.value.status_code == 401


def test_the_lost_answer_of_a_renewal_leaves_only_the_new_value(qbo: QuickBooksStandIn) -> None:
    """The worst moment to lose a line: handled, but never heard. With a grace the old value still works."""
    auth = auth_client(qbo)
    auth.get_bearer_token(consent(auth)["code"][0])
    qbo.server.before = at(1, Fault.lost(), path="/tokens/bearer")
    with pytest.raises(requests.ConnectionError):
        auth.refresh()
    with pytest.raises(AuthClientError, match="invalid_grant"):
        auth.refresh()
    qbo.tokens.grace_seconds = 60
    auth.refresh()
    assert auth.refresh_token == qbo.tokens.grants[-1].refresh


# --- reading ------------------------------------------------------------------------------------------------


def test_invoices_and_payments_are_read_with_their_links(qbo: QuickBooksStandIn) -> None:
    """M-1: ids, exact amounts, dates, stamps with Pacific offset, and links in both directions."""
    books = qbo.books
    invoice = books.add_invoice("INV-7", MARCH, "1234.56", books.add_customer("Amber Fields"))
    other = books.add_invoice("INV-8", MARCH, 100)
    payment = books.pay([(invoice, "1000"), (other, 50)], date(2026, 3, 20), unapplied="0.44")
    reader = client(qbo)
    read = Invoice.get(invoice, qb=reader)
    assert (read.Id, read.DocNumber, read.TxnDate, read.DueDate) == (
        invoice,
        "INV-7",
        "2026-03-01",
        "2026-03-31",
    )
    assert (Decimal(read.TotalAmt), Decimal(read.Balance)) == (Decimal("1234.56"), Decimal("234.56"))
    assert read.CustomerRef.name == "Amber Fields"
    assert read.CurrencyRef.value == "USD"
    assert read.MetaData.LastUpdatedTime == "2026-04-10T05:00:00-07:00"
    assert [(link.TxnId, link.TxnType) for link in read.LinkedTxn] == [(payment, "Payment")]
    paid = Payment.get(payment, qb=reader)
    assert (Decimal(paid.TotalAmt), Decimal(paid.UnappliedAmt)) == (Decimal("1050.44"), Decimal("0.44"))
    lines = {line.LinkedTxn[0].TxnId: Decimal(line.Amount) for line in paid.Line}
    assert lines == {invoice: Decimal(1000), other: Decimal(50)}
    assert CreditMemo.get(books.credit_memo("1", MARCH, 9), qb=reader).RemainingCredit == 9


def test_queries_filter_order_page_and_count(qbo: QuickBooksStandIn) -> None:
    """The client's own query words: WHERE, IN, ORDERBY, STARTPOSITION, MAXRESULTS, COUNT(*)."""
    books = qbo.books
    customer = books.add_customer("O'Neill & Sons")
    numbers = [books.add_invoice(str(1001 + n), date(2026, 3, 1 + n), 100 + n, customer) for n in range(7)]
    books.pay([(numbers[2], 102)], date(2026, 4, 1))
    reader = client(qbo)
    page = Invoice.all(order_by="TxnDate DESC", start_position="2", max_results=3, qb=reader)
    assert [row.DocNumber for row in page] == ["1006", "1005", "1004"]
    assert [row.Id for row in Invoice.choose(numbers[1:3], qb=reader)] == numbers[2:0:-1]
    assert [row.DocNumber for row in Invoice.filter(Balance="0", qb=reader)] == ["1003"]
    assert Invoice.count("Balance > '0' AND TxnDate >= '2026-03-02'", qb=reader) == 5
    assert Invoice.where("DocNumber LIKE '9%'", qb=reader) == []
    assert [row.Id for row in Customer.where("DisplayName = 'O\\'Neill & Sons'", qb=reader)] == [customer]
    assert [row.DisplayName for row in Customer.all(qb=reader)] == ["O'Neill & Sons"]


def test_the_client_sees_refusals_as_its_own_exceptions(qbo: QuickBooksStandIn) -> None:
    """610, 4001, 3200, 3100, 10000, throttling and HTTP 200 with a Fault reach it by code."""
    books, reader = qbo.books, client(qbo)
    invoice = books.add_invoice("1", MARCH, 10)
    elsewhere = qbo.add_company("Other books")
    for number in range(3):
        elsewhere.add_invoice(f"x{number}", MARCH, 5)
    with pytest.raises(ObjectNotFoundException) as gone:
        Invoice.get(elsewhere.ids()[-1], qb=reader)
    assert gone.value.error_code == 610
    with pytest.raises(ValidationException) as invalid:
        Payment.where("UnappliedAmt > '0'", qb=reader)
    assert invalid.value.error_code == 4001
    with pytest.raises(ValidationException):
        Invoice.all(start_position="0", qb=reader)
    qbo.server.before = at(1, faults.success_with_fault())
    with pytest.raises(SevereException):
        Invoice.get(invoice, qb=reader)
    qbo.server.before = at(1, faults.throttled())
    with pytest.raises(QuickbooksException, match="429"):
        Invoice.get(invoice, qb=reader)
    reader.company_id = elsewhere.company.realm
    with pytest.raises(QuickbooksException, match="3100"):
        Invoice.all(qb=reader)
    reader.company_id = qbo.realm
    qbo.clock.advance(3600)
    with pytest.raises(AuthorizationException, match="Application authentication failed"):
        Invoice.get(invoice, qb=reader)


def test_voids_and_deletions_are_seen(qbo: QuickBooksStandIn) -> None:
    """D14, M-7: a void is a changed record of nothing, a deletion a stub; live records come whole."""
    books, reader = qbo.books, client(qbo)
    invoices = [books.add_invoice(str(number), MARCH, 100) for number in range(4)]
    payments = [books.pay([(number, 100)], date(2026, 3, 9)) for number in invoices]
    before = qbo.clock.now()
    qbo.clock.advance(60)
    books.void_payment(payments[0])
    books.delete_payment(payments[1])
    books.void_invoice(invoices[2])
    books.delete_invoice(invoices[3])
    voided = Payment.get(payments[0], qb=reader)
    assert (Decimal(voided.TotalAmt), voided.Line, voided.PrivateNote) == (0, [], "Voided")
    assert Invoice.get(invoices[0], qb=reader).Balance == 100
    empty = Invoice.get(invoices[2], qb=reader)
    assert (Decimal(empty.TotalAmt), Decimal(empty.Balance), empty.LinkedTxn) == (0, 0, [])
    with pytest.raises(ObjectNotFoundException):
        Payment.get(payments[1], qb=reader)
    since = (before + timedelta(seconds=1)).isoformat()
    changes = change_data_capture([Invoice, Payment, CreditMemo], since, qb=reader)
    assert not hasattr(changes, "CreditMemo")
    told = {
        (kind, row.Id): getattr(row, "status", "")
        for kind in ("Invoice", "Payment")
        for row in getattr(changes, kind)._object_list
    }
    assert told == {
        ("Payment", payments[0]): "",
        ("Payment", payments[1]): "Deleted",
        ("Payment", payments[2]): "",
        ("Payment", payments[3]): "",
        ("Invoice", invoices[0]): "",
        ("Invoice", invoices[1]): "",
        ("Invoice", invoices[2]): "",
        ("Invoice", invoices[3]): "Deleted",
    }


def test_batches_mix_answers_and_faults_and_nothing_can_be_written(qbo: QuickBooksStandIn) -> None:
    """S50-01: the stand-in refuses every writing; Query items are answered, in another order than asked."""
    books, reader = qbo.books, client(qbo)
    invoice = books.add_invoice("1", MARCH, 10)
    items = [
        {"bId": "good", "Query": f"SELECT * FROM Invoice WHERE Id IN ('{invoice}')"},
        {"bId": "bad", "Query": "SELECT * FROM Payment WHERE Line = '1'"},
        {"bId": "none", "Query": "SELECT * FROM Payment"},
    ]
    answer = reader.batch_operation(json.dumps({"BatchItemRequest": items}))["BatchItemResponse"]
    assert [item["bId"] for item in answer] != ["good", "bad", "none"]
    by_name = {item["bId"]: item for item in answer}
    assert by_name["good"]["QueryResponse"]["Invoice"][0]["Id"] == invoice
    assert by_name["bad"]["Fault"]["Error"][0]["code"] == "4001"
    assert by_name["none"]["QueryResponse"] == {}
    record = Invoice.get(invoice, qb=reader)
    refused = batch_delete([record], qb=reader)
    assert [fault.Error[0].code for fault in refused.faults] == ["500"]
    with pytest.raises(QuickbooksException):
        record.delete(qb=reader)
    assert books.ids() == [invoice]


def test_company_facts(qbo: QuickBooksStandIn) -> None:
    """F-31: name, country and id for the fingerprint; home currency and custom numbers in the preferences."""
    reader = client(qbo)
    facts = reader.get_single_object("CompanyInfo", qbo.realm)
    assert facts["CompanyInfo"]["CompanyName"] == "Larkspur Joinery Ltd"
    assert facts["CompanyInfo"]["Country"] == "US"
    wishes = reader.query("SELECT * FROM Preferences")["QueryResponse"]["Preferences"][0]
    assert wishes["CurrencyPrefs"] == {"MultiCurrencyEnabled": False, "HomeCurrency": {"value": "USD"}}
    qbo.books.add_customer("Fleur", "EUR")
    euro = qbo.books.add_invoice("E1", MARCH, 1000, currency="EUR", rate="1.10")
    read = Invoice.get(euro, qb=reader)
    assert read.CurrencyRef.value == "EUR"
    assert (Decimal(read.ExchangeRate), Decimal(read.HomeBalance)) == (Decimal("1.10"), Decimal(1100))
