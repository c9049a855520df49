"""Who is let in: sign-in, environments, limits and refusals of the stand-in for QuickBooks Online."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from tests.standins.quickbooks import QuickBooksStandIn, faults
from tests.standins.quickbooks_reader import Reader
from tests.standins.serving import at

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


# --- sign-in ------------------------------------------------------------------------------------------------


def token(qbo: QuickBooksStandIn, secret: str = "", hard: bool = False, **form: str) -> requests.Response:
    """A call of the token address with the secret in HTTP Basic."""
    return requests.post(
        f"{qbo.identity_base}/oauth2/v1/tokens/bearer",
        data=form,
        auth=(qbo.keys.client_id, secret or qbo.keys.client_secret),
        headers={"x-include-refresh-token-hard-expires-in": "true"} if hard else {},
        timeout=10,
    )


def renew(qbo: QuickBooksStandIn, value: str, **more: bool) -> requests.Response:
    """A renewal."""
    return token(qbo, grant_type="refresh_token", refresh_token=value, **more)  # type: ignore[arg-type]


def consent(qbo: QuickBooksStandIn, **changed: str) -> requests.Response:
    """A visit to the consent page, with some of its parameters changed; empty ones are left out."""
    asked = {
        "client_id": qbo.keys.client_id,
        "response_type": "code",
        "scope": "com.intuit.quickbooks.accounting",
        "redirect_uri": qbo.redirect,
        "state": "s p+1",
    } | changed
    given = {name: value for name, value in asked.items() if value}
    return requests.get(
        f"{qbo.identity_base}/connect/oauth2", params=given, allow_redirects=False, timeout=10
    )


def brought_back(answer: requests.Response) -> dict[str, str]:
    """What the browser carries to the redirect address."""
    assert answer.status_code == 302
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}


def test_redirect_addresses_by_kind_of_keys(qbo: QuickBooksStandIn) -> None:
    """Production keys want https and a real host name; development keys may use http://localhost (F-29)."""
    for address in (
        "http://localhost:8765/x",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "http://a.example.com/x",
    ):
        with pytest.raises(ValueError):
            qbo.keys.register(address)
    development = qbo.tokens.add_keys("sandbox")
    development.register("http://localhost:8765/x")
    with pytest.raises(ValueError):
        development.register("http://127.0.0.1:8765/x")


def test_the_consent_page_sends_on_only_what_is_in_order(qbo: QuickBooksStandIn) -> None:
    """A refusal goes back as access_denied; a redirect address not exactly as registered goes nowhere."""
    good = brought_back(consent(qbo))
    assert (good["state"], good["realmId"], set(good)) == ("s p+1", qbo.realm, {"code", "state", "realmId"})
    for changed in ({"redirect_uri": qbo.redirect + "/"}, {"client_id": "other"}, {"state": ""}):
        page = consent(qbo, **changed)
        assert (page.status_code, page.headers["Content-Type"][:9]) == (400, "text/html")
    assert brought_back(consent(qbo, scope="everything"))["error"] == "invalid_scope"
    qbo.tokens.deny = True
    assert brought_back(consent(qbo)) == {"error": "access_denied", "state": "s p+1"}
    qbo.tokens.deny, qbo.tokens.realm = False, qbo.add_company("Sandbox", "sandbox").company.realm
    assert consent(qbo).status_code == 400  # these keys cannot reach a sandbox company


def test_a_code_is_bound_to_its_redirect_address_and_ends_soon(qbo: QuickBooksStandIn) -> None:
    """Another redirect address or ten minutes: invalid_grant."""
    for redirect, seconds, status in (
        (qbo.redirect, 599, 200),
        (qbo.redirect, 600, 400),
        ("https://x.y", 0, 400),
    ):
        code = brought_back(consent(qbo))["code"]
        qbo.clock.advance(seconds)
        answer = token(qbo, grant_type="authorization_code", code=code, redirect_uri=redirect)
        assert answer.status_code == status
    assert answer.json()["error"] == "invalid_grant"


def test_the_secret_may_come_in_the_body_but_it_must_come(qbo: QuickBooksStandIn) -> None:
    """Both ways of proving the app; a wrong secret and none at all are invalid_client."""
    _, refresh = qbo.sign_in()
    form = {"grant_type": "refresh_token", "refresh_token": refresh, "client_id": qbo.keys.client_id}
    address = f"{qbo.identity_base}/oauth2/v1/tokens/bearer"
    assert requests.post(address, data=form, timeout=10).json() == {"error": "invalid_client"}
    assert token(qbo, secret="wrong", **form).status_code == 401
    answer = requests.post(address, data=form | {"client_secret": qbo.keys.client_secret}, timeout=10)
    assert answer.status_code == 200
    assert token(qbo, grant_type="password").json() == {"error": "unsupported_grant_type"}


def test_a_refresh_token_changes_daily_if_so_set(qbo: QuickBooksStandIn) -> None:
    """The value stays for 24 hours, then changes, and the former one is refused."""
    qbo.tokens.rotate = "daily"
    _, first = qbo.sign_in()
    qbo.clock.advance(hours=23)
    assert renew(qbo, first).json()["refresh_token"] == first
    qbo.clock.advance(hours=2)
    second = renew(qbo, first).json()["refresh_token"]
    assert second != first
    assert renew(qbo, first).json()["error"] == "invalid_grant"
    assert renew(qbo, second).json()["refresh_token"] == second


def test_lifetimes(qbo: QuickBooksStandIn) -> None:
    """Rolling 101 days from the last use, an absolute end after October 2028, short access on request."""
    _, refresh = qbo.sign_in()
    for _ in range(3):
        qbo.clock.advance(days=100)
        answer = renew(qbo, refresh).json()
        assert (answer["x_refresh_token_expires_in"], answer["expires_in"]) == (8_726_400, 3600)
        assert "x_refresh_token_hard_expires_in" not in answer
        refresh = answer["refresh_token"]
    qbo.tokens.access_seconds = 60
    answer = renew(qbo, refresh, hard=True).json()
    assert answer["expires_in"] == 60
    assert 900 * 86400 < answer["x_refresh_token_hard_expires_in"] < 5 * 365 * 86400
    qbo.clock.advance(days=101)
    assert renew(qbo, answer["refresh_token"]).json()["error"] == "invalid_grant"


def test_of_two_renewals_with_one_value_one_is_refused(qbo: QuickBooksStandIn) -> None:
    """Two renewers lose the connection: that is what a connector has to prevent."""
    _, refresh = qbo.sign_in()
    gate = threading.Barrier(2)
    qbo.server.on_request = lambda request: gate.wait(timeout=5)
    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(renew, qbo, refresh) for _ in range(2)]
        assert sorted(answer.result().status_code for answer in answers) == [200, 400]


def test_the_discovery_document_names_no_pkce(qbo: QuickBooksStandIn) -> None:
    """Only the two ways with a secret, and addresses on the stand-in itself."""
    for name in ("openid_configuration", "openid_sandbox_configuration"):
        document = requests.get(f"{qbo.identity_base}/.well-known/{name}/", timeout=10).json()
        assert document["token_endpoint_auth_methods_supported"] == [
            "client_secret_post",
            "client_secret_basic",
        ]
        assert "code_challenge_methods_supported" not in document
        assert document["revocation_endpoint"] == f"{qbo.identity_base}/v2/oauth2/tokens/revoke"


# --- refusals, limits, environments -------------------------------------------------------------------------


def test_refusals_come_in_both_spellings_and_with_a_trace(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """401/3200 and 403/3100 as the gateway writes them, and as the API does."""
    stranger = qbo.add_company("Other books").company.realm
    for spelling, key in (("mixed", "fault"), ("entity", "Fault")):
        qbo.quirks.spelling = spelling
        reader.realm = stranger
        answer = reader.get("companyinfo/1")
        assert (answer.status_code, key in answer.json()) == (403, True)
        assert answer.headers["intuit_tid"]
        assert reader.code("companyinfo/1") == (403, "3100")
        reader.realm = qbo.realm
        held = reader.session.headers.pop("Authorization")
        assert reader.code("companyinfo/1") == (401, "3200")
        assert key in reader.get("companyinfo/1").json()
        reader.session.headers["Authorization"] = held
    qbo.tokens.expire_access()
    assert reader.code("companyinfo/1") == (401, "3200")


def test_ids_of_another_company_are_not_found(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """Both companies count their records from the same number."""
    other = qbo.add_company("Other books")
    mine, theirs = qbo.books.add_invoice("mine", MARCH, 1), other.add_invoice("theirs", MARCH, 2)
    assert mine == theirs
    assert reader.get(f"invoice/{mine}").json()["Invoice"]["DocNumber"] == "mine"
    reader.sign_in(other.company.realm)
    assert reader.get(f"invoice/{mine}").json()["Invoice"]["DocNumber"] == "theirs"
    assert reader.code(f"payment/{mine}") == (400, "610")


def test_keys_of_one_environment_are_refused_by_the_other(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """403 with 3100, whichever way round."""
    sandbox = qbo.api_base_of("sandbox")
    assert reader.get("companyinfo/1").status_code == 200
    assert reader.get("companyinfo/1", base=qbo.server.address).status_code == 200
    assert reader.get("companyinfo/1", base=sandbox).status_code == 403
    keys, books = qbo.tokens.add_keys("sandbox"), qbo.add_company("Sandbox", "sandbox")
    access, _ = qbo.sign_in(books.company.realm, keys)
    reader.realm, reader.session.headers["Authorization"] = books.company.realm, f"Bearer {access}"
    assert reader.get("companyinfo/1", base=sandbox).status_code == 200
    assert reader.get("companyinfo/1").status_code == 403


def test_500_requests_a_minute_by_the_stand_ins_clock(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """429 with code 003001; with Retry-After only if set; a minute later all is well."""
    qbo.limits.enforced = True
    for _ in range(500):
        assert reader.get("companyinfo/1").status_code == 200
    assert reader.code("companyinfo/1") == (429, "3001")
    assert "Retry-After" not in reader.get("companyinfo/1").headers
    qbo.limits.retry_after, qbo.limits.status = 30, 403
    answer = reader.get("companyinfo/1")
    assert (answer.status_code, answer.headers["Retry-After"], "003001" in answer.text) == (403, "30", True)
    assert qbo.limits.refused == 3
    qbo.clock.advance(60)
    assert reader.get("companyinfo/1").status_code == 200
    qbo.limits.monthly_reads = 501
    qbo.clock.advance(600)
    assert reader.get("companyinfo/1").status_code == 403


def test_batches_and_requests_at_once_are_limited(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """40 batch calls a minute, 30 items each, 10 requests at the same time."""
    qbo.limits.enforced = True
    address = f"{qbo.api_base}/v3/company/{qbo.realm}/batch"

    def batch(items: int) -> requests.Response:
        asked = [{"bId": str(number), "Query": "SELECT * FROM Invoice"} for number in range(items)]
        return reader.session.post(address, json={"BatchItemRequest": asked}, timeout=10)

    assert len(batch(30).json()["BatchItemResponse"]) == 30
    assert batch(31).status_code == 400
    assert [batch(1).status_code for _ in range(39)] == [200] * 38 + [429]
    gate = threading.Barrier(11)
    qbo.server.on_request = lambda request: gate.wait(timeout=5)
    headers = dict(reader.session.headers)
    facts = f"{qbo.api_base}/v3/company/{qbo.realm}/companyinfo/1"
    with ThreadPoolExecutor(11) as pool:
        answers = [pool.submit(requests.get, facts, headers=headers, timeout=10) for _ in range(11)]
        codes = [answer.result().status_code for answer in answers]
    assert 429 in codes
    assert qbo.server.max_in_flight == 11


def test_faults_to_inject_and_a_record_that_breaks_its_page(qbo: QuickBooksStandIn, reader: Reader) -> None:
    """Ready-made refusals; and one broken record that lets every page holding it fail with 10000."""
    numbers = [qbo.books.add_invoice(str(index), MARCH, 10) for index in range(4)]
    for fault, expected in (
        (faults.throttled(7), (429, "3001")),
        (faults.not_administrator(), (400, "120")),
        (faults.subscription_ended(), (400, "6190")),
        (faults.success_with_fault(), (200, "10000")),
    ):
        qbo.server.before = at(1, fault)
        assert reader.code("companyinfo/1") == expected
    qbo.books.break_record("Invoice", numbers[2])
    page = "SELECT * FROM Invoice ORDERBY Id STARTPOSITION {} MAXRESULTS 2"
    assert reader.code("query", query=page.format(3)) == (500, "10000")
    assert len(reader.query(page.format(1), "Invoice")) == 2
    assert reader.code(f"invoice/{numbers[2]}") == (500, "10000")
