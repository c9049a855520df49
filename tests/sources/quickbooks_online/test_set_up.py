"""Fields, sign-in and 'Test connection'."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from syncdesk.model.errors import SetupError
from syncdesk.model.ports import EVERYTHING, FieldKind, Opening, Watch
from syncdesk.model.sign_in import SignIn
from syncdesk.sources import quickbooks_online
from syncdesk.sources.quickbooks_online.source import QuickBooksOnlineSource
from syncdesk.sources.quickbooks_online.vendor import Addresses
from tests.memory_vault import MemoryVault
from tests.sources.quickbooks_online.desk import QUICK, Desk
from tests.standins.quickbooks import faults
from tests.standins.serving import at

KIND = quickbooks_online.KIND


def sign_in(opening: Opening) -> SignIn:
    """As the window reaches it."""
    assert KIND.sign_in is not None
    return KIND.sign_in(opening)


def test_the_form_asks_a_person_for_three_things() -> None:
    """Everything else is folded away or filled in."""
    asked = {field.key: field.kind for field in KIND.fields if not field.advanced}
    assert asked == {
        "client_id": FieldKind.TEXT,
        "client_secret": FieldKind.SECRET,
        "redirect_uri": FieldKind.TEXT,
    }
    assert [field.key for field in KIND.fields if field.signed_in] == ["realm_id"]
    assert all(field.help for field in KIND.fields)
    assert KIND.has_change_stamps


def test_the_registry_line_loads_no_web_client() -> None:
    """The window is painted first."""
    code = (
        "import sys; from syncdesk.sources import quickbooks_online; "
        "assert not {'requests', 'msgspec', 'oauthlib'} & set(sys.modules), 'loaded too early'"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_addresses_of_intuit() -> None:
    """Section 2; the sandbox has an address of its own to open an invoice."""
    own = Addresses.of({})
    assert own.api == "https://quickbooks.api.intuit.com"
    assert own.consent == "https://appcenter.intuit.com/connect/oauth2"
    assert own.token == "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"
    assert own.revoke == "https://developer.api.intuit.com/v2/oauth2/tokens/revoke"
    assert own.page == "https://app.qbo.intuit.com/app/invoice?txnId="
    sandbox = Addresses.of({"api_base": "https://sandbox-quickbooks.api.intuit.com/"})
    assert sandbox.page == "https://app.sandbox.qbo.intuit.com/app/invoice?txnId="


@pytest.mark.parametrize("ending", ["", "/", "/v3/company", "/v3/company/", "/v3"])
def test_an_address_with_its_path(ending: str) -> None:
    """As people copy it."""
    assert Addresses.of({"api_base": "http://127.0.0.1:5000/x" + ending}).api == "http://127.0.0.1:5000/x"


def test_a_stand_in_for_the_sign_in_has_all_of_it() -> None:
    """Consent, token and revocation move together."""
    moved = Addresses.of({"identity_base": "http://127.0.0.1:5001/"})
    assert moved.consent == "http://127.0.0.1:5001/connect/oauth2"
    assert moved.token == "http://127.0.0.1:5001/oauth2/v1/tokens/bearer"
    assert moved.revoke == "http://127.0.0.1:5001/v2/oauth2/tokens/revoke"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"api_base": "http://example.com"}, "api_base"),
        ({"identity_base": "ftp://x"}, "identity_base"),
        ({"redirect_uri": "http://example.com/x"}, "redirect_uri"),
        ({"client_id": " "}, "client_id"),
        ({"realm_id": ""}, "sign_in"),
    ],
)
def test_a_wrong_field_is_named(desk: Desk, values: dict[str, str], field: str) -> None:
    """Opening never fails; reading and checking say which field is wrong."""
    opening = Opening({**desk.values, **values}, "", desk.vault)
    source = KIND.open(opening)
    with pytest.raises(SetupError) as raised, source.read(EVERYTHING, Watch()):
        pass
    assert raised.value.field == field
    (check,) = source.check()
    assert (check.ok, check.field) == (False, field)
    assert check.remedy


def test_before_anybody_signed_in(desk: Desk) -> None:
    """The remedy names both ways."""
    source = KIND.open(Opening(desk.values, "", MemoryVault(client_secret="x")))
    with pytest.raises(SetupError) as raised, source.read(EVERYTHING, Watch()):
        pass
    assert raised.value.field == "sign_in"
    assert "Sign in" in raised.value.remedy
    assert "syncdesk company connect" in raised.value.remedy


def test_signing_in_names_the_company(desk: Desk) -> None:
    """The company is filled in by signing in."""
    assert (desk.company.id, desk.company.name) == (desk.standin.realm, "Larkspur Joinery Ltd")
    assert desk.company.fields == {"realm_id": desk.standin.realm}


def test_a_refresh_token_needs_the_company(desk: Desk) -> None:
    """Only the browser's return names it."""
    opening = Opening({**desk.values, "realm_id": ""}, "", desk.vault)
    with pytest.raises(SetupError) as raised:
        sign_in(opening).by_refresh_token(desk.standin.sign_in()[1])
    assert raised.value.field == "realm_id"


def test_pasting_the_address_of_an_https_redirect(desk: Desk) -> None:
    """Production keys: the browser ends at a page of the customer's, and its address is pasted."""
    way = sign_in(Opening({**desk.values, "realm_id": ""}, "", desk.vault))
    page = way.page()
    assert page.startswith(f"{desk.standin.identity_base}/connect/oauth2?")
    assert "com.intuit.quickbooks.accounting" in page
    assert "code_challenge" not in page
    state = page.partition("state=")[2].partition("&")[0]
    (company,) = way.by_pasting(browser_ends_at(desk, page, state))
    assert company.id == desk.standin.realm


def browser_ends_at(desk: Desk, page: str, state: str) -> str:
    """The address to which the consent page sends a browser."""
    import requests

    answer = requests.get(page, allow_redirects=False, timeout=10)
    assert answer.status_code == 302
    address = answer.headers["Location"]
    assert address.startswith(desk.standin.redirect)
    assert state in address
    return address


def test_the_check_tells_what_is_reached(desk: Desk) -> None:
    """Step by step, in words of a person."""
    desk.books.add_invoice("1", datetime(2026, 3, 1, tzinfo=UTC).date(), 10)
    desk.books.company.multicurrency = True
    titles = [step.title for step in desk.source.check()]
    assert titles[0].startswith("Signed in to QuickBooks Online until ")
    assert titles[1:] == [
        "Reached the company Larkspur Joinery Ltd at QuickBooks Online (US)",
        "Kept in USD; invoices in other currencies are read in their own",
        "Invoice numbers are typed by people there: some may be missing or double",
        "1 invoices and 0 payments can be read; nothing is ever written there",
    ]


@pytest.mark.parametrize(("left", "warned"), [(31, False), (29, True), (13, True), (2, True)])
def test_the_check_warns_before_the_permission_ends(desk: Desk, left: int, warned: bool) -> None:
    """F-29: a machine that is off for a season loses its connection."""
    state = sign_in(desk.opening).state()
    assert state is not None
    assert state.unused_until is not None
    end = state.unused_until
    source = QuickBooksOnlineSource(desk.opening, QUICK, clock=lambda: end - timedelta(days=left, minutes=1))
    first, *_ = source.check()
    assert first.ok
    assert (f"ends in {left} days if it is not used before" in first.title) == warned
    assert bool(first.remedy) == warned


def test_a_check_that_fails_keeps_what_was_right(desk: Desk) -> None:
    """Signed in, but the company is refused."""
    desk.standin.server.before = at(1, faults.forbidden(), path="/v3/company/", times=99)
    first, second = desk.source.check()
    assert (first.ok, second.ok) == (True, False)
    assert "does not let this app read" in second.title
    assert second.field == "sign_in"


def test_the_company_is_its_realm(desk: Desk) -> None:
    """F-31: the fingerprint."""
    with desk.source.read(EVERYTHING, Watch()) as reading:
        assert reading.company.id == desk.standin.realm
        assert reading.company.home_currency == "USD"
        assert desk.source.went_back("", "") == desk.source.token() == reading.token == ""


def test_the_clock_is_the_services(desk: Desk) -> None:
    """Pitfall 14: never the computer's."""
    moment = datetime(2026, 4, 10, 16, 0, 30, tzinfo=UTC)
    desk.standin.clock.freeze(moment)
    with desk.source.read(EVERYTHING, Watch()) as reading:
        assert reading.started_at == moment


def test_no_secret_is_told(desk: Desk) -> None:
    """F-44: not in an error's details either."""
    desk.standin.server.before = at(1, faults.forbidden(), path="/v3/company/", times=99)
    with pytest.raises(SetupError) as raised:
        desk.read()
    told = raised.value.title + raised.value.remedy + raised.value.detail
    assert not [
        secret for secret in (*desk.standin.server.issued, desk.standin.keys.client_secret) if secret in told
    ]
