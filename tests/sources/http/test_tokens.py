"""F-29, BBK-46: a permission is renewed once, kept before it is used, and lost by nothing a network does."""

import base64
import json
import multiprocessing
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from syncdesk.model.errors import RetryableError, RunCancelled, SetupError
from syncdesk.model.ports import Vault, Watch
from syncdesk.settings.folders import folders
from syncdesk.settings.secret_file import PassphraseSecrets
from syncdesk.settings.vault import ConnectionVault
from syncdesk.sources.http.client import Trial
from syncdesk.sources.http.tokens import KEPT_AS, Tokens
from tests.memory_vault import MemoryVault
from tests.sources.http.provider import LIFE, SECRET_KEY, OAuthProvider
from tests.standins.serving import HTML_PAGE, Fault, at

QUICK = Trial(attempts=3, first_delay=0.002, longest_delay=0.002, read_seconds=20)
NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
GRACE = timedelta(minutes=30)


def permission(token: str, previous: str = "") -> str:
    """A permission as the vault keeps it."""
    return json.dumps({"refresh_token": token, "previous": previous})


def kept(vault: Vault) -> dict[str, Any]:
    """What the vault holds of the permission."""
    found: dict[str, Any] = json.loads(vault.get(KEPT_AS) or "{}")
    return found


@pytest.fixture
def office() -> Iterator[OAuthProvider]:
    """A provider that forgives nothing."""
    with OAuthProvider() as running:
        yield running


@pytest.fixture
def vault(office: OAuthProvider) -> MemoryVault:
    return MemoryVault(**{SECRET_KEY: office.secret, KEPT_AS: permission(office.grant())})


def tokens(office: OAuthProvider, vault: Vault, **changes: Any) -> Tokens:
    return Tokens(office.provider(**changes), vault, clock=lambda: NOW, trial=QUICK)


def test_a_renewed_permission_is_kept_before_it_is_used(office: OAuthProvider, vault: MemoryVault) -> None:
    """A crash at any moment finds the newest refresh token in the vault."""
    first = kept(vault)["refresh_token"]
    signing = tokens(office, vault)
    header = signing.header(Watch())
    access, newest = office.server.issued[-2:]
    assert header == f"Bearer {access}"
    assert kept(vault)["refresh_token"] == newest
    assert kept(vault)["previous"] == first
    assert office.is_good(newest)
    assert access not in str(vault.history)
    state = signing.state()
    assert state is not None
    assert state.unused_until == NOW + LIFE
    assert signing.header(Watch()) == header
    assert office.renewals == 1


def test_a_permission_that_cannot_be_kept_is_not_used(office: OAuthProvider, vault: MemoryVault) -> None:
    """Stored before used: with a full disk the access token never signs anything."""

    def fail(key: str, value: str) -> None:
        raise SetupError("The disk is full.", "Make room.")

    vault.set = fail  # type: ignore[method-assign]
    signing = tokens(office, vault)
    for _ in range(2):
        with pytest.raises(SetupError):
            signing.header(Watch())


def test_it_is_renewed_ahead_of_its_end(office: OAuthProvider, vault: MemoryVault) -> None:
    """The life is reckoned from its receipt, whatever the clocks say; a life shorter than the time ahead does
    not make each call a renewal."""
    signing = tokens(office, vault, renew_ahead=timedelta(hours=2))
    assert signing.header(Watch()) == signing.header(Watch())
    assert office.renewals == 1
    signing._fresh_until = 0
    signing.header(Watch())
    assert office.renewals == 2


def test_a_lost_answer_is_survived(vault: MemoryVault) -> None:
    """The service has changed the token and its answer never came: within its grace the old one is taken."""
    with OAuthProvider(GRACE) as office:
        vault.set(KEPT_AS, permission(office.grant()))
        vault.set(SECRET_KEY, office.secret)
        office.server.before = at(1, Fault.lost(), path="/token")
        tokens(office, vault).header(Watch())
        assert office.renewals == 2
        assert office.is_good(kept(vault)["refresh_token"])


def test_the_previous_value_is_tried_where_the_newest_is_refused(
    office: OAuthProvider, vault: MemoryVault
) -> None:
    good = office.grant()
    vault.set(KEPT_AS, permission("refresh-that-never-took-effect", good))
    tokens(office, vault).header(Watch())
    assert office.is_good(kept(vault)["refresh_token"])
    assert kept(vault)["previous"] == good


def test_a_superseded_permission_means_signing_in_again(office: OAuthProvider, vault: MemoryVault) -> None:
    office.supersede(kept(vault)["refresh_token"])
    before = vault.get(KEPT_AS)
    with pytest.raises(SetupError) as failed:
        tokens(office, vault).header(Watch())
    assert failed.value.field == "sign_in"
    assert "Reconnect" in failed.value.remedy
    assert "invalid_grant" in failed.value.detail
    assert vault.get(KEPT_AS) == before


def test_no_permission_means_signing_in(office: OAuthProvider) -> None:
    for content in ({}, {KEPT_AS: "not ours"}, {KEPT_AS: '{"version": 9, "other": 1}'}, {KEPT_AS: "[]"}):
        with pytest.raises(SetupError) as failed:
            tokens(office, MemoryVault(**content)).header(Watch())
        assert failed.value.field == "sign_in"


TROUBLE = {
    "500": Fault.answer(500),
    "503 with JSON": Fault.answer(503, b'{"error": "invalid_grant"}'),
    "429": Fault.answer(429, b"{}"),
    "a page at 200": Fault.html(200),
    "a page at 400": Fault.answer(400, HTML_PAGE),
    "half an answer": Fault.truncated(),
    "two answers": Fault.doubled(),
    "cut": Fault.unheard(),
    "empty": Fault.answer(200),
    "a list": Fault.answer(200, b"[1]"),
    "a number": Fault.answer(200, b"7"),
    "no token": Fault.answer(200, b'{"access_token": null, "refresh_token": "abc"}'),
    "a token that is a number": Fault.answer(200, b'{"access_token": "abc", "refresh_token": 7}'),
    "a strange life": Fault.answer(200, b'{"access_token": "abc", "expires_in": "soon"}'),
    "a form with a strange life": Fault.answer(200, b"access_token=abc&expires_in=soon"),
    "a strange error": Fault.answer(400, b'{"error": "temporarily_unavailable"}'),
}


@pytest.mark.parametrize("name", TROUBLE)
def test_trouble_at_the_token_address_does_not_end_a_permission(
    office: OAuthProvider, vault: MemoryVault, name: str
) -> None:
    """F-29: only invalid_grant means signing in again; all this is tried again, and told to come back."""
    office.server.before = lambda request: TROUBLE[name] if TROUBLE[name].spoil == "" else Fault.html()
    before = vault.get(KEPT_AS)
    with pytest.raises(RetryableError):
        tokens(office, vault).header(Watch())
    assert len(office.server.log) == 3
    assert vault.get(KEPT_AS) == before
    office.server.before = at(1, TROUBLE[name])
    office.grace = GRACE
    tokens(office, vault).header(Watch())
    assert office.is_good(kept(vault)["refresh_token"])


def test_errors_of_a_form_nobody_expects_are_told(office: OAuthProvider, vault: MemoryVault) -> None:
    for body in (b'{"error": {"deep": 1}}', b'{"error": ["x"]}', b'{"error": 5, "error_description": [1]}'):
        office.server.before = lambda request, body=body: Fault.answer(400, body)  # type: ignore[misc]
        with pytest.raises((SetupError, RetryableError)):
            tokens(office, vault).header(Watch())


def test_a_wrong_client_secret_is_named(office: OAuthProvider, vault: MemoryVault) -> None:
    vault.set(SECRET_KEY, "another-secret")
    with pytest.raises(SetupError, match="refused the sign-in") as failed:
        tokens(office, vault).header(Watch())
    assert failed.value.field == "client_id"
    assert "client secret" in failed.value.remedy
    login = base64.b64encode(b"client-4711:another-secret").decode()
    assert "another-secret" not in failed.value.detail
    assert login not in failed.value.detail
    vault.remove(SECRET_KEY)
    with pytest.raises(SetupError, match="client secret") as failed:
        tokens(office, vault).header(Watch())
    assert failed.value.field == SECRET_KEY


def test_one_renewal_for_many_threads(office: OAuthProvider, vault: MemoryVault) -> None:
    signing = tokens(office, vault)
    together = threading.Barrier(12)

    def sign(renew: str) -> str:
        together.wait(20)
        return signing.renew(renew, Watch()) if renew else signing.header(Watch())

    with ThreadPoolExecutor(12) as pool:
        headers = set(pool.map(sign, [""] * 12))
        assert (len(headers), office.renewals) == (1, 1)
        again = set(pool.map(sign, [*headers] * 12))
    assert (len(again), office.renewals) == (1, 2)
    assert again != headers


def test_a_permission_is_given_back(office: OAuthProvider, vault: MemoryVault) -> None:
    token = kept(vault)["refresh_token"]
    tokens(office, vault).forget()
    assert (vault.get(KEPT_AS), office.revoked) == (None, [token])
    tokens(office, vault).forget()
    assert office.revoked == [token]


def test_a_permission_is_forgotten_where_the_service_is_away(
    office: OAuthProvider, vault: MemoryVault
) -> None:
    office.server.before = at(1, Fault.unheard(), times=9)
    tokens(office, vault).forget()
    assert vault.get(KEPT_AS) is None


def test_stopping_in_the_middle_of_a_renewal_loses_nothing(office: OAuthProvider, vault: MemoryVault) -> None:
    """The service has changed the token already: what it answers is kept although nobody waits for it."""
    go, arrived = threading.Event(), threading.Event()

    def hold(request: object) -> Fault:
        arrived.set()
        return Fault.wait(go)

    office.server.before = hold
    signing = tokens(office, vault)
    with pytest.raises(RunCancelled):
        signing.header(Watch(arrived.is_set))
    threading.Timer(0.6, go.set).start()  # long enough for anybody who would give up to do so
    with vault.lock(lambda: False):
        pass
    assert office.renewals == 1
    assert office.is_good(kept(vault)["refresh_token"])
    tokens(office, vault).header(Watch())


# --- several programs -----------------------------------------------------------------------------------

PASSPHRASE = "correct horse battery staple"


def _vault(folder: str) -> ConnectionVault:
    places = folders({"SYNCDESK_HOME": folder})
    secrets = PassphraseSecrets(Path(folder) / "secrets.bin", lambda: PASSPHRASE)
    return ConnectionVault(secrets, places, "c1")


def _program(folder: str, provider: Any, times: int, said: "multiprocessing.Queue[str]") -> None:
    """One program that signs in over and over; each renewal makes every token before it worthless."""
    try:
        for _ in range(times):
            Tokens(provider, _vault(folder), trial=QUICK).header(Watch())
        said.put("good")
    except BaseException as error:  # noqa: BLE001 - told to the test
        said.put(repr(error))


@pytest.mark.timeout(100)
def test_four_programs_renew_one_permission_and_none_loses_it(office: OAuthProvider, tmp_path: Path) -> None:
    """F-29, D17: real processes, the real vault and its encrypted file, a provider without any grace."""
    folder, times = str(tmp_path / "home"), 4
    vault = _vault(folder)
    vault.set(SECRET_KEY, office.secret)
    vault.set(KEPT_AS, permission(office.grant()))
    context = multiprocessing.get_context("spawn")
    said = context.Queue()
    programs = [
        context.Process(target=_program, args=(folder, office.provider(), times, said)) for _ in range(4)
    ]
    for program in programs:
        program.start()
    heard = [said.get(timeout=90) for _ in programs]
    for program in programs:
        program.join(30)
    assert heard == ["good"] * 4
    assert office.renewals == 4 * times
    assert office.is_good(kept(_vault(folder))["refresh_token"])


def test_a_public_client_shows_no_secret(vault: MemoryVault) -> None:
    with OAuthProvider(public=True) as office:
        vault.set(KEPT_AS, permission(office.grant()))
        Tokens(replace(office.provider()), vault, trial=QUICK).header(Watch())
        assert office.renewals == 1
