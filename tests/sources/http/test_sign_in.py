"""F-29: the ways to sign in, against a strict provider and a browser that is a plain HTTP client."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from syncdesk.model.errors import RetryableError, RunCancelled, SetupError, SyncDeskError, UsageError
from syncdesk.model.redaction import redacted
from syncdesk.model.sign_in import CompanyChoice
from syncdesk.sources.http import sign_in as sign_in_module
from syncdesk.sources.http.client import Trial
from syncdesk.sources.http.sign_in import BrowserSignIn
from syncdesk.sources.http.tokens import KEPT_AS, Tokens
from tests.memory_vault import MemoryVault
from tests.sources.http.provider import SECRET_KEY, OAuthProvider, free_ports
from tests.standins.serving import Fault, at

QUICK = Trial(attempts=2, first_delay=0.002, longest_delay=0.002)


@pytest.fixture(params=["secret", "public"])
def office(request: pytest.FixtureRequest) -> Iterator[OAuthProvider]:
    """A provider for an app with a secret, and one for an app that proves itself by PKCE."""
    with OAuthProvider(public=request.param == "public") as running:
        running.redirect_uris = tuple(f"http://localhost:{port}/callback" for port in free_ports(2))
        yield running


@pytest.fixture
def vault(office: OAuthProvider) -> MemoryVault:
    return MemoryVault(**{SECRET_KEY: office.secret})


def companies(query: Mapping[str, str], tokens: Tokens) -> tuple[CompanyChoice, ...]:
    """What a connector asks for after a success."""
    return (CompanyChoice(query.get("realmId", "1"), "Office"),)


def signing(office: OAuthProvider, vault: MemoryVault, **changes: Any) -> BrowserSignIn:
    return BrowserSignIn(office.provider(**changes), vault, companies, QUICK)


def never() -> bool:
    return False


def consent(address: str) -> str:
    """The address that the consent page sends the browser to."""
    answer = requests.get(address, timeout=10, allow_redirects=False)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


class Person:
    """Opens the page on a thread of its own, as a browser would; `steps` go from the page's address to the
    answers that the listener gave."""

    def __init__(self, steps: Callable[[str], list[str]]) -> None:
        self._steps, self._pool = steps, ThreadPoolExecutor(1)

    def show(self, address: str) -> None:
        self._told = self._pool.submit(self._steps, address)

    def saw(self) -> list[str]:
        return self._told.result(20)


def visit(address: str) -> str:
    return requests.get(address, timeout=10).text


def refresh_token(vault: MemoryVault) -> str:
    return str(json.loads(vault.get(KEPT_AS) or "{}").get("refresh_token"))


def test_signing_in_by_browser(office: OAuthProvider, vault: MemoryVault) -> None:
    person = Person(lambda address: [visit(consent(address))])
    found = signing(office, vault).by_browser(person.show, never, 20)
    assert [each.name for each in found] == ["Office"]
    assert "You are signed in to Office Books" in person.saw()[0]
    assert office.is_good(refresh_token(vault))


def test_each_attempt_has_its_own_state_and_asks_for_no_secret(
    office: OAuthProvider, vault: MemoryVault
) -> None:
    pages = [signing(office, vault).page() for _ in range(2)]
    states = [parse_qs(urlsplit(page).query)["state"][0] for page in pages]
    assert states[0] != states[1]
    assert len(states[0]) >= 32
    assert office.secret not in pages[0]
    assert ("code_challenge=" in pages[0]) == office.public
    assert states[0] not in redacted(f"seen {states[0]}")


def test_a_wrong_state_is_refused_and_waiting_goes_on(office: OAuthProvider, vault: MemoryVault) -> None:
    """A page of somebody else cannot put a foreign company in; the right answer still counts."""

    def steps(address: str) -> list[str]:
        right = consent(address)
        base = right.split("?")[0]
        return [
            visit(f"{base}?code=stolen&state=wrong"),
            visit(f"{base}?code=stolen"),
            visit(base),
            visit(f"{base}?state=%C3%A9&error=access_denied"),
            visit(base.replace("callback", "favicon.ico")),
            visit(right),
        ]

    person = Person(steps)
    signing(office, vault).by_browser(person.show, never, 20)
    *wrong, icon, right = person.saw()
    assert all("not the page SyncDesk waits for" in page for page in wrong)
    assert "404" in icon
    assert "You are signed in" in right
    assert [line.path for line in office.server.log].count("/token") == 1


def test_the_page_shows_nothing_from_the_address(office: OAuthProvider, vault: MemoryVault) -> None:
    person = Person(
        lambda address: [
            visit(consent(address).split("?")[0] + "?state=<script>alert(1)</script>"),
            visit(consent(address)),
        ]
    )
    signing(office, vault).by_browser(person.show, never, 20)
    assert "alert" not in person.saw()[0]


def test_refusing_on_the_page(office: OAuthProvider, vault: MemoryVault) -> None:
    office.consent = "access_denied"
    person = Person(lambda address: [visit(consent(address))])
    with pytest.raises(SetupError, match="refused on its page") as failed:
        signing(office, vault).by_browser(person.show, never, 20)
    assert failed.value.field == KEPT_AS
    assert "Not signed in to Office Books" in person.saw()[0]
    assert vault.get(KEPT_AS) is None


def test_another_error_of_the_page_names_the_app(office: OAuthProvider, vault: MemoryVault) -> None:
    office.consent = "invalid_scope"
    person = Person(lambda address: [visit(consent(address))])
    with pytest.raises(SetupError) as failed:
        signing(office, vault).by_browser(person.show, never, 20)
    assert (failed.value.field, failed.value.detail) == ("client_id", "invalid_scope")


def test_what_goes_wrong_at_the_token_address_is_shown_on_the_page(
    office: OAuthProvider, vault: MemoryVault
) -> None:
    office.server.before = at(1, Fault.html(503), path="/token", times=9)
    person = Person(lambda address: [visit(consent(address))])
    with pytest.raises(RetryableError, match="Office Books"):
        signing(office, vault).by_browser(person.show, never, 20)
    assert "Not signed in to Office Books" in person.saw()[0]


def test_a_fault_of_ours_is_raised_too(office: OAuthProvider, vault: MemoryVault) -> None:
    """Whatever goes wrong on the way, nobody waits for the end of the time."""

    def broken(query: Mapping[str, str], tokens: Tokens) -> tuple[CompanyChoice, ...]:
        raise ZeroDivisionError

    person = Person(lambda address: [visit(consent(address))])
    with pytest.raises(ZeroDivisionError):
        BrowserSignIn(office.provider(), vault, broken, QUICK).by_browser(person.show, never, 20)
    assert "Not signed in to Office Books" in person.saw()[0]


def test_a_code_is_spent_once_although_the_browser_comes_twice(
    office: OAuthProvider, vault: MemoryVault
) -> None:
    """A code that comes a second time makes some services take the permission back."""
    both = threading.Barrier(2)

    def twice(address: str) -> list[str]:
        target = consent(address)

        def go(_: int) -> str:
            both.wait(10)
            return visit(target)

        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(go, range(2)))

    person = Person(twice)
    signing(office, vault).by_browser(person.show, never, 20)
    assert all("You are signed in" in page for page in person.saw())
    assert [line.path for line in office.server.log].count("/token") == 1


def test_the_time_ends(office: OAuthProvider, vault: MemoryVault) -> None:
    shown: list[str] = []
    with pytest.raises(RetryableError, match="did not come back in time"):
        signing(office, vault).by_browser(shown.append, never, 0.05)
    assert shown[0].startswith(office.server.address + "/authorize?")


def test_stopping(office: OAuthProvider, vault: MemoryVault) -> None:
    shown: list[str] = []
    began = time.monotonic()
    with pytest.raises(RunCancelled):
        signing(office, vault).by_browser(shown.append, lambda: bool(shown), 20)
    assert time.monotonic() - began < 1.5


def test_a_taken_port_means_the_next_one(office: OAuthProvider, vault: MemoryVault) -> None:
    first, second = (urlsplit(uri).port or 0 for uri in office.redirect_uris)
    person = Person(lambda address: [address, visit(consent(address))])
    with socket.create_server(("127.0.0.1", first)):
        signing(office, vault).by_browser(person.show, never, 20)
        assert f"localhost%3A{second}%2F" in person.saw()[0]
        with socket.create_server(("127.0.0.1", second)), pytest.raises(RetryableError) as failed:
            signing(office, vault).by_browser(person.show, never, 20)
    assert f"{first}, {second}" in failed.value.title
    signing(office, vault).by_browser(person.show, never, 20)
    assert f"localhost%3A{first}%2F" in person.saw()[0]


def test_one_company_after_the_other_at_the_same_port(office: OAuthProvider, vault: MemoryVault) -> None:
    """A port that was just used is free at once: an app may have a single redirect address."""
    office.redirect_uris = office.redirect_uris[:1]
    for _ in range(3):
        person = Person(lambda address: [visit(consent(address))])
        signing(office, vault).by_browser(person.show, never, 20)
        assert "You are signed in" in person.saw()[0]


def test_an_https_address_hands_its_query_on(
    office: OAuthProvider, vault: MemoryVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The vendor knows the https address; the listener stands where that page sends the browser."""
    relay = office.redirect_uris[0]
    monkeypatch.setattr(sign_in_module, "RELAY", relay)
    office.redirect_uris = ("https://office.example/relay.html",)
    person = Person(lambda address: [visit(relay + "?" + consent(address).split("?")[1])])
    signing(office, vault).by_browser(person.show, never, 20)
    assert office.is_good(refresh_token(vault))


# --- pasting --------------------------------------------------------------------------------------------

PASTED: dict[str, Callable[[str], str]] = {
    "whole address": lambda address: address,
    "with white space": lambda address: f"  {address}\n",
    "in quotes": lambda address: f'"{address}"',
    "in angle brackets": lambda address: f"<{address}>",
    "query": lambda address: address.split("?")[1],
    "query with its mark": lambda address: "?" + address.split("?")[1],
    "without http": lambda address: address.removeprefix("http://"),
    "with a fragment": lambda address: address + "#",
}


@pytest.mark.parametrize("name", PASTED)
def test_pasting(office: OAuthProvider, vault: MemoryVault, name: str) -> None:
    way = signing(office, vault)
    answer = PASTED[name](consent(way.page()))
    assert way.by_pasting(answer)[0].name == "Office"
    assert office.is_good(refresh_token(vault))
    with pytest.raises(UsageError, match="not opened yet"):
        way.by_pasting(answer)


@pytest.mark.parametrize(
    "text", ["", "hello", "https://example.com", "http://[?code", "?", "code", "state=1", "http://x/?state=2"]
)
def test_pasting_the_wrong_thing_can_be_put_right(
    office: OAuthProvider, vault: MemoryVault, text: str
) -> None:
    way = signing(office, vault)
    answer = consent(way.page())
    with pytest.raises(UsageError, match="not the address"):
        way.by_pasting(text)
    with pytest.raises(UsageError, match="another sign-in"):
        way.by_pasting("http://localhost/?code=stolen&state=wrong")
    with pytest.raises(UsageError, match="another sign-in"):
        way.by_pasting("http://localhost/?code=stolen&state=%C3%A9")
    way.by_pasting(answer)
    assert office.is_good(refresh_token(vault))


def test_pasting_before_the_page_was_opened(office: OAuthProvider, vault: MemoryVault) -> None:
    with pytest.raises(UsageError, match="not opened yet"):
        signing(office, vault).by_pasting("http://localhost/?code=a&state=b")


def test_pasting_a_refusal(office: OAuthProvider, vault: MemoryVault) -> None:
    office.consent = "access_denied"
    way = signing(office, vault)
    with pytest.raises(SetupError, match="refused on its page"):
        way.by_pasting(consent(way.page()))


# --- a refresh token ------------------------------------------------------------------------------------


def test_a_refresh_token_obtained_elsewhere(office: OAuthProvider, vault: MemoryVault) -> None:
    way = signing(office, vault)
    assert way.state() is None
    way.by_refresh_token(f"  {office.grant()}\n")
    assert office.is_good(refresh_token(vault))
    assert way.state() is not None
    way.forget()
    assert way.state() is None
    assert len(office.revoked) == 1


@pytest.mark.parametrize(("token", "error"), [("", UsageError), ("two words", UsageError)])
def test_what_is_no_refresh_token(
    office: OAuthProvider, vault: MemoryVault, token: str, error: type[SyncDeskError]
) -> None:
    with pytest.raises(error, match="no refresh token"):
        signing(office, vault).by_refresh_token(token)
    assert office.server.log == []


def test_a_refused_refresh_token_leaves_what_was_there(office: OAuthProvider, vault: MemoryVault) -> None:
    way = signing(office, vault)
    way.by_refresh_token(office.grant())
    before = vault.get(KEPT_AS)
    with pytest.raises(SetupError) as failed:
        way.by_refresh_token("never-given-out-4711")
    assert failed.value.field == KEPT_AS
    assert "never-given-out" not in failed.value.detail
    assert vault.get(KEPT_AS) == before
