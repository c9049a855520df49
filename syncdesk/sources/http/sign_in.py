"""The ways to sign in with OAuth 2: by browser and loopback, by pasting an address, with a refresh token.
Offered by connectors as their `SignIn`."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from urllib.parse import parse_qsl, urlsplit

from oauthlib.oauth2 import WebApplicationClient

from syncdesk.model.errors import RetryableError, RunCancelled, SetupError, SyncDeskError, UsageError
from syncdesk.model.ports import Vault, Watch
from syncdesk.model.redaction import remember_secret
from syncdesk.model.sign_in import SIGN_IN, Cancelled, CompanyChoice, SignedIn
from syncdesk.sources.http import browser_page
from syncdesk.sources.http.address import is_loopback
from syncdesk.sources.http.client import Trial
from syncdesk.sources.http.loopback import Listener, PageError
from syncdesk.sources.http.tokens import Provider, Tokens

Companies = Callable[[Mapping[str, str], Tokens], tuple[CompanyChoice, ...]]
"""Handed the query of the browser's return ({} with a refresh token) and the permission; gives the companies
that may be read."""

RELAY = "http://localhost:8742/callback"
"""Where a page at an https redirect address hands its query on to (resources/sign_in/relay.html)."""

_VERIFIER_LENGTH = 96


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One visit to the vendor's page: its address and what its answer must fit."""

    address: str
    state: str
    redirect_uri: str
    verifier: str


class BrowserSignIn:
    """The SignIn port over one provider. `companies` is asked after each success."""

    def __init__(
        self,
        provider: Provider,
        vault: Vault,
        companies: Companies,
        trial: Trial = Trial(attempts=3),  # noqa: B008 - a frozen value
    ) -> None:
        self._provider, self._companies = provider, companies
        self._tokens = Tokens(provider, vault, trial=trial)
        self._pending: _Attempt | None = None

    def by_browser(
        self, show: Callable[[str], None], cancelled: Cancelled, seconds: float = 300
    ) -> tuple[CompanyChoice, ...]:
        """Sign in at the vendor's page; see :class:`syncdesk.model.sign_in.SignIn`."""
        own = self._provider.redirect_uris
        direct = is_loopback(urlsplit(own[0]).hostname or "")
        found: list[tuple[CompanyChoice, ...]] = []
        faults: list[PageError] = []
        turn = Lock()
        with Listener(own if direct else (RELAY,)) as listener:
            attempt = self._attempt(listener.redirect_uri if direct else own[0])

            def visit(query: str) -> tuple[bytes, bool]:
                fields = dict(parse_qsl(query))
                if not _same(fields.get("state", ""), attempt.state):
                    return browser_page.not_awaited(), False
                with turn:  # a browser may come twice, and a code must be sent once
                    if not found and not faults:
                        try:
                            found.append(self._finish(attempt, fields, cancelled))
                        except Exception as error:  # noqa: BLE001 - raised again where the visit is awaited
                            faults.append(PageError(self._page_of(error), error))
                if faults:
                    raise faults[0]
                return browser_page.signed_in(self._provider.name), True

            show(attempt.address)
            listener.wait(visit, cancelled, seconds)
        return found[0]

    def page(self) -> str:
        """The address of the vendor's page for the way by pasting."""
        self._pending = self._attempt(self._provider.redirect_uris[0])
        return self._pending.address

    def by_pasting(self, answer: str) -> tuple[CompanyChoice, ...]:
        """Finish with the address that the browser ended at, or its part after the '?'."""
        if self._pending is None:
            raise UsageError("The page for signing in was not opened yet.", "Open it first.")
        text = answer.strip().strip("'\"<>").strip()
        try:
            query = urlsplit(text).query if "?" in text else text.lstrip("?")
        except ValueError:
            query = ""
        fields = dict(parse_qsl(query))
        if not ({"code", "error"} & fields.keys()):
            raise UsageError(
                "This is not the address that the browser ended at.",
                "Copy the whole address out of the browser's address bar: it holds 'code=' and 'state='.",
            )
        if not _same(fields.get("state", ""), self._pending.state):
            raise UsageError(
                "This address belongs to another sign-in, perhaps an earlier one.",
                "Open the page that is shown now and paste the address it ends at.",
            )
        attempt, self._pending = self._pending, None
        return self._finish(attempt, fields, lambda: False)

    def by_refresh_token(self, token: str) -> tuple[CompanyChoice, ...]:
        """Take a refresh token obtained elsewhere; it is tried at once."""
        if not token.strip() or len(token.split()) != 1:
            raise UsageError("This is no refresh token.", "It is one word of letters and digits.")
        self._tokens.take_refresh_token(token.strip(), Watch())
        return self._companies({}, self._tokens)

    def state(self) -> SignedIn | None:
        """The permission kept for this connection. Asks nobody."""
        return self._tokens.state()

    def forget(self) -> None:
        """Give the permission back and forget it here."""
        self._tokens.forget()

    def _page_of(self, error: Exception) -> bytes:
        """What the browser shows of an error."""
        name = self._provider.name
        if isinstance(error, SyncDeskError):
            return browser_page.not_signed_in(name, error.title, error.remedy)
        if isinstance(error, RunCancelled):
            return browser_page.not_signed_in(name, "Signing in was stopped in SyncDesk.", "")
        return browser_page.not_signed_in(
            name, "Something went wrong inside SyncDesk.", "Look there for more."
        )

    def _attempt(self, redirect_uri: str) -> _Attempt:
        provider, oauth = self._provider, WebApplicationClient(self._provider.client_id)
        state = secrets.token_urlsafe(32)
        verifier = oauth.create_code_verifier(_VERIFIER_LENGTH) if provider.uses_pkce else ""
        challenge = (
            {
                "code_challenge": oauth.create_code_challenge(verifier, "S256"),
                "code_challenge_method": "S256",
            }
            if provider.uses_pkce
            else {}
        )
        for secret in filter(None, (state, verifier)):
            remember_secret(secret)
        # oauthlib takes no http address at all. Ours may be http on loopback (base_address saw to that), so
        # it is shown the https spelling and the scheme put back afterwards.
        scheme, _, rest = provider.authorize_url.partition("://")
        address = oauth.prepare_request_uri(
            f"https://{rest}",
            redirect_uri=redirect_uri,
            scope=list(provider.scopes),
            state=state,
            **challenge,
        )
        return _Attempt(address.replace("https://", f"{scheme}://", 1), state, redirect_uri, verifier)

    def _finish(
        self, attempt: _Attempt, fields: Mapping[str, str], cancelled: Cancelled
    ) -> tuple[CompanyChoice, ...]:
        name = self._provider.name
        if fields.get("error") == "access_denied":
            raise SetupError(
                f"Access to {name} was refused on its page.",
                "Sign in again and allow access; SyncDesk only reads.",
                field=SIGN_IN,
            )
        if "error" in fields:
            raise SetupError(
                f"{name} did not let anybody sign in.",
                "Check the client id and the redirect address of your app.",
                f"{fields['error']} {fields.get('error_description', '')}".strip(),
                "client_id",
            )
        if not fields.get("code"):
            raise RetryableError(f"{name} sent the browser back without an answer.", "Sign in again.")
        remember_secret(fields["code"])
        proof = {"code_verifier": attempt.verifier} if attempt.verifier else {}
        self._tokens.take_code(
            {"code": fields["code"], "redirect_uri": attempt.redirect_uri, **proof}, Watch(cancelled)
        )
        return self._companies(fields, self._tokens)


def _same(given: str, own: str) -> bool:
    """Compared as bytes: a stranger's text may hold any letter."""
    return secrets.compare_digest(given.encode("utf-8", "replace"), own.encode())
