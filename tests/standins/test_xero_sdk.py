"""Xero's own client reads the stand-in: what it understands, in its models with their required fields and
enumerations, is what the books hold."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from xero_python.accounting import AccountingApi
from xero_python.api_client import ApiClient
from xero_python.api_client.configuration import Configuration
from xero_python.api_client.oauth2 import OAuth2Token
from xero_python.exceptions import AccountingBadRequestException, HTTPStatusException
from xero_python.identity import IdentityApi

from tests.standins.xero import XeroStandIn
from tests.standins.xero.tokens import ALL_SCOPES

MARCH_1, MARCH_10, MARCH_20 = date(2026, 3, 1), date(2026, 3, 10), date(2026, 3, 20)


class Client:
    """The vendor's client, pointed at the stand-in."""

    def __init__(self, standin: XeroStandIn) -> None:
        self.tenant = standin.tenant
        self.access, _ = standin.sign_in()
        token: dict[str, Any] = {
            "access_token": self.access,
            "token_type": "Bearer",
            "scope": ALL_SCOPES.split(),
            "expires_in": 1800,
        }
        plain = Configuration(oauth2_token=OAuth2Token(client_id=standin.app.client_id, client_secret=""))
        client = ApiClient(
            plain,
            oauth2_token_getter=lambda: token,
            oauth2_token_saver=lambda saved: token.update(saved),
        )
        self.accounting = AccountingApi(client, base_url=f"{standin.api_base}/api.xro/2.0")
        self.identity = IdentityApi(client, base_url=standin.api_base)


@pytest.fixture
def standin() -> Iterator[XeroStandIn]:
    """The service with one organisation."""
    with XeroStandIn() as served:
        yield served


@pytest.fixture
def client(standin: XeroStandIn) -> Client:
    """The vendor's client, signed in."""
    return Client(standin)


def test_connections_and_organisation(standin: XeroStandIn, client: Client) -> None:
    """The client asks for /Connections with a capital C."""
    (connection,) = client.identity.get_connections()
    assert (connection.tenant_id, connection.tenant_type) == (standin.tenant, "ORGANISATION")
    (organisation,) = client.accounting.get_organisations(client.tenant).organisations
    assert organisation.name == "Larkspur Joinery Ltd"
    assert organisation.base_currency.value == "NZD"
    assert organisation.short_code == standin.books.organisation.short_code


def test_an_invoice_with_all_that_settles_it(standin: XeroStandIn, client: Client) -> None:
    books = standin.books
    bill = books.add_invoice("INV-1", MARCH_1, 150)
    books.pay(bill, 50, MARCH_10)
    note = books.credit_note("", MARCH_10, 20)
    books.allocate(note, bill, 20, MARCH_10)
    deposit = books.prepayment("", MARCH_1, 80)
    books.allocate(deposit, bill, 80, MARCH_20)
    (invoice,) = client.accounting.get_invoices(client.tenant, page=1).invoices
    assert (invoice.invoice_id, invoice.invoice_number, invoice.status) == (bill, "INV-1", "PAID")
    assert (invoice.total, invoice.amount_paid, invoice.amount_credited, invoice.amount_due) == (
        150,
        50,
        100,
        0,
    )
    assert invoice.fully_paid_on_date == MARCH_20
    assert [payment.amount for payment in invoice.payments] == [50]
    assert [credit.applied_amount for credit in invoice.credit_notes] == [20]
    assert invoice.currency_code.value == "NZD"


def test_the_other_lists(standin: XeroStandIn, client: Client) -> None:
    books, api = standin.books, client.accounting
    bill = books.add_invoice("INV-1", MARCH_1, 150)
    payment, over = books.receive(bill, 200, MARCH_20)
    other = books.add_invoice("INV-2", MARCH_1, 80)
    books.allocate(over, other, 30, MARCH_20)
    note = books.credit_note("", MARCH_20, 20, number="CN-1")
    books.delete_payment(books.pay(other, 10, MARCH_10))
    payments = api.get_payments(client.tenant, page=1).payments
    assert {(p.payment_id, p.status) for p in payments if p.payment_id == payment} == {
        (payment, "AUTHORISED")
    }
    assert sorted(p.status for p in payments) == ["AUTHORISED", "DELETED"]
    (overpayment,) = api.get_overpayments(client.tenant, page=1).overpayments
    assert (overpayment.overpayment_id, overpayment.remaining_credit) == (over, 20)
    assert overpayment.allocations[0].invoice.invoice_id == other
    (credit,) = api.get_credit_notes(client.tenant, page=1).credit_notes
    assert (credit.credit_note_id, credit.credit_note_number) == (note, "CN-1")
    assert api.get_prepayments(client.tenant, page=1).prepayments == []


def test_filters_pages_and_changes(standin: XeroStandIn, client: Client) -> None:
    ids = [standin.books.add_invoice(f"INV-{n}", MARCH_1, 10) for n in range(5)]
    api = client.accounting
    second = api.get_invoices(client.tenant, page=2, page_size=2, order="UpdatedDateUTC ASC")
    assert len(second.invoices) == 2
    assert (second.pagination.page_count, second.pagination.item_count) == (3, 5)
    assert [i.invoice_id for i in api.get_invoices(client.tenant, i_ds=[ids[3]], page=1).invoices] == [ids[3]]
    (named,) = api.get_invoices(client.tenant, invoice_numbers=["INV-1"], page=1).invoices
    assert named.invoice_id == ids[1]
    later = datetime.now(UTC) + timedelta(hours=1)
    assert api.get_invoices(client.tenant, if_modified_since=later, page=1).invoices == []


def test_refusals_reach_the_client_as_its_exceptions(standin: XeroStandIn, client: Client) -> None:
    with pytest.raises(AccountingBadRequestException):
        client.accounting.get_invoices(client.tenant, where="Nonsense==1", page=1)
    with pytest.raises(HTTPStatusException) as gone:
        client.accounting.get_invoice(client.tenant, "00000000-0000-4000-a000-000000000000")
    assert gone.value.status == 404
    with pytest.raises(HTTPStatusException) as stranger:
        client.accounting.get_invoices("11111111-2222-4333-a444-555555555555", page=1)
    assert stranger.value.status == 403
    standin.tokens.expire_access()
    with pytest.raises(HTTPStatusException) as expired:
        client.accounting.get_invoices(client.tenant, page=1)
    assert expired.value.status == 401
