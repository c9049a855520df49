"""Permission to read at a service with OAuth 2: kept in the vault, renewed ahead by one program at a time,
and never lost to a crash (F-29). What is particular to a vendor is data: `Provider`."""

import base64
import json
import queue
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlencode

from oauthlib.oauth2 import OAuth2Error, WebApplicationClient
from oauthlib.oauth2.rfc6749.errors import (
    InvalidGrantError,
    MissingTokenError,
    ServerError,
    TemporarilyUnavailableError,
)

from syncdesk.model.errors import RetryableError, RunCancelled, SetupError
from syncdesk.model.ports import Vault, Watch
from syncdesk.model.redaction import redacted, remember_secret
from syncdesk.model.sign_in import SIGN_IN, SignedIn
from syncdesk.sources.http.client import Answer, Client, Trial, Vendor, utc_now
from syncdesk.sources.http.throttle import wait
from syncdesk.sources.http.trouble import fault, unreadable

KEPT_AS = "sign_in"
"""The key of the vault under which a permission is kept, as one text."""

_VERSION = 1
_FORM = "application/x-www-form-urlencoded"
_NEVER = -1.0
_LOOK = 0.2  # seconds between looks at the stop button


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """OAuth 2 at one vendor, as data.

    `client_secret_key` is the vault's key of the client secret, None for a public client; `uses_pkce` says
    how a code is then proven. `redirect_uris` are loopback addresses to try in turn, or one https address
    that hands its query on. `unused_life` is how long an unused permission lasts unless the answer says so.
    An access token is renewed `renew_ahead` of its end. `revoke_as_json` is how the vendor wants a permission
    given back."""

    name: str
    authorize_url: str
    token_url: str
    revoke_url: str
    client_id: str
    client_secret_key: str | None
    scopes: tuple[str, ...]
    uses_pkce: bool
    redirect_uris: tuple[str, ...]
    unused_life: timedelta | None = None
    renew_ahead: timedelta = timedelta(minutes=1)
    token_headers: Mapping[str, str] = field(default_factory=dict)
    revoke_as_json: bool = False
    life_key: str = "x_refresh_token_expires_in"
    hard_life_key: str = "x_refresh_token_hard_expires_in"


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the vault keeps: the refresh token, the one before it (until the new one has worked), and the ends
    of the permission."""

    refresh_token: str
    previous: str = ""
    unused_until: str = ""
    ends: str = ""
    version: int = _VERSION


class Tokens:
    """The permission of one connection; signs the calls of a client. Safe to use from several threads."""

    def __init__(
        self,
        provider: Provider,
        vault: Vault,
        clock: Callable[[], datetime] = utc_now,
        trial: Trial = Trial(attempts=3, read_seconds=30),  # noqa: B008 - a frozen value
    ) -> None:
        """`clock` is this computer's: only the days on which a permission ends are reckoned with it."""
        self.provider = provider
        self._vault, self._clock, self._trial = vault, clock, trial
        self._header = ""
        self._fresh_until = _NEVER
        self._lock = Lock()
        self._oauth = WebApplicationClient(provider.client_id)

    def header(self, watch: Watch) -> str:
        """The value of the Authorization header; renewed ahead of its end, which is reckoned from its receipt
        so that a wrong clock does not matter. Raises SetupError (sign in again), RetryableError,
        RunCancelled."""
        with self._lock:
            if not self._header or time.monotonic() >= self._fresh_until:
                self._renew(watch)
            return self._header

    def renew(self, refused: str, watch: Watch) -> str:
        """A new value after the service refused this one; if another thread has renewed it, that one."""
        with self._lock:
            if self._header == refused:
                self._renew(watch)
            return self._header

    def state(self) -> SignedIn | None:
        """The permission as kept, None if there is none. Asks nobody."""
        kept = self._load()
        return None if kept is None else SignedIn(_instant(kept.unused_until), _instant(kept.ends))

    def take_code(self, fields: Mapping[str, str], watch: Watch) -> None:
        """Exchange an authorisation code; `fields` are code, redirect address and proof."""
        form = {"grant_type": "authorization_code", **fields}
        with self._vault.lock(watch.cancelled):
            self._keep(self._asked(form, watch), "")

    def take_refresh_token(self, token: str, watch: Watch) -> None:
        """Try a refresh token obtained elsewhere, and keep it if it works."""
        remember_secret(token)
        with self._vault.lock(watch.cancelled):
            self._keep(self._asked({"grant_type": "refresh_token", "refresh_token": token}, watch), token)

    def forget(self) -> None:
        """Give the permission back, as far as the service can be reached, and forget it here."""
        kept = self._load()
        self._vault.remove(KEPT_AS)
        self._header, self._fresh_until = "", _NEVER
        if kept is None:
            return
        token = {"token": kept.refresh_token}
        as_json = self.provider.revoke_as_json
        body = json.dumps(token).encode() if as_json else self._form(token)
        try:
            with self._client(Watch()) as client:
                client.once(
                    self.provider.revoke_url, body, "application/json" if as_json else _FORM, self._headers()
                )
        except (RetryableError, SetupError):
            return  # out of reach: unused, the permission ends by itself

    # --- inside ---------------------------------------------------------------------------------------------

    def _renew(self, watch: Watch) -> None:
        """Renew on a thread of its own, which a wish to stop leaves behind but does not end: the service may
        have changed the token already, and what it answers must be kept. Not a daemon, so that a program that
        ends waits for it, at most as long as one call may take."""
        result: queue.SimpleQueue[BaseException | None] = queue.SimpleQueue()

        def work() -> None:
            try:
                self._renew_kept(watch)
            except BaseException as error:  # noqa: BLE001 - raised again where the renewal is waited for
                result.put(error)
            else:
                result.put(None)

        Thread(target=work, name="syncdesk-renewal").start()
        while True:
            if watch.cancelled():
                raise RunCancelled
            try:
                error = result.get(timeout=_LOOK)
            except queue.Empty:
                continue
            if error is not None:
                raise error
            return

    def _renew_kept(self, watch: Watch) -> None:
        with self._vault.lock(watch.cancelled):
            kept = self._load()  # read inside the lock: another program may just have renewed it
            if kept is None:
                raise self._sign_in_again("")
            refused = ""
            for token in filter(None, (kept.refresh_token, kept.previous)):
                try:
                    answer = self._asked({"grant_type": "refresh_token", "refresh_token": token}, watch)
                except _RefusedError as error:
                    refused = error.detail
                    continue
                self._keep(answer, token)
                return
            raise self._sign_in_again(refused)

    def _keep(self, answer: Mapping[str, Any], used: str) -> None:
        """Keep what the service gave: durably first, and only then the access token is used."""
        refresh_token = str(answer.get("refresh_token") or used)
        if not refresh_token:
            raise SetupError(
                f"{self.provider.name} gave no lasting permission.",
                "Sign in again and allow access for as long as you are away ('offline access').",
                field=SIGN_IN,
            )
        access_token = str(answer["access_token"])
        for secret in (refresh_token, access_token):
            remember_secret(secret)
        now = self._clock()
        life = _seconds(answer.get(self.provider.life_key)) or self.provider.unused_life
        hard = _seconds(answer.get(self.provider.hard_life_key))
        before = self._load()
        kept = _Kept(
            refresh_token,
            used if used != refresh_token else "",
            (now + life).isoformat() if life is not None else "",
            (now + hard).isoformat() if hard is not None else (before.ends if before and used else ""),
        )
        if before is None or asdict(before) != asdict(kept):
            self._vault.set(KEPT_AS, json.dumps(asdict(kept)))
        lasts = _seconds(answer.get("expires_in")) or timedelta(minutes=5)
        ahead = min(self.provider.renew_ahead, lasts / 2)
        self._header = f"Bearer {access_token}"
        self._fresh_until = time.monotonic() + (lasts - ahead).total_seconds()

    def _asked(self, fields: Mapping[str, str], watch: Watch) -> Mapping[str, Any]:
        """The token address's answer. An answer that was lost is asked for again at once with the same value:
        vendors give that a grace.

        Raises _RefusedError (invalid_grant), SetupError (client id or secret), RetryableError,
        RunCancelled."""
        name, trouble = self.provider.name, None
        body, headers = self._form(fields), self._headers()
        # A refresh token may be used up by the call: its answer is waited for, come what may.
        patient = fields["grant_type"] == "refresh_token"
        with self._client(Watch() if patient else watch) as client:
            for attempt in range(self._trial.attempts):
                if attempt and watch.cancelled():
                    raise RunCancelled
                if attempt > 1:  # the first repetition at once
                    wait(self._trial.first_delay * 2 ** (attempt - 2), watch, self._clock, "")
                try:
                    answer = client.once(self.provider.token_url, body, _FORM, headers)
                except RetryableError as error:
                    trouble = error
                    continue
                if answer.status == 429 or answer.status >= 500 or answer.body.lstrip()[:1] == b"<":
                    trouble = _retryable(name, answer)
                    continue
                try:
                    return self._understood(answer)
                except (MissingTokenError, ServerError, TemporarilyUnavailableError) as error:
                    trouble = unreadable(name, f"HTTP {answer.status}: {error}")
        assert trouble is not None
        raise trouble

    def _understood(self, answer: Answer) -> Mapping[str, Any]:
        try:
            found: Mapping[str, Any] = self._oauth.parse_request_body_response(
                answer.body.decode("utf-8", "replace")
            )
            for key in {"access_token", "refresh_token"} & found.keys() | {"access_token"}:
                if not isinstance(found[key], str) or not found[key]:
                    raise MissingTokenError(description=f"{key} is no text")
            return found
        except (MissingTokenError, ServerError, TemporarilyUnavailableError):
            raise
        except (TypeError, AttributeError, KeyError, ValueError) as error:  # no object, or nonsense in it
            raise MissingTokenError(description=str(error)) from error
        except InvalidGrantError as error:
            raise _RefusedError(self._sign_in_again(_said(answer, error))) from error
        except OAuth2Error as error:
            why = redacted(str(error.description or error.error or ""))
            raise SetupError(
                f"{self.provider.name} refused the sign-in: {why}",
                "Check the client id, the client secret and the redirect address of your app.",
                _said(answer, error),
                "client_id",
            ) from error

    def _form(self, fields: Mapping[str, str]) -> bytes:
        public = {} if self.provider.client_secret_key else {"client_id": self.provider.client_id}
        return urlencode({**fields, **public}).encode()

    def _headers(self) -> dict[str, str]:
        headers = {"Accept": "application/json", **self.provider.token_headers}
        key = self.provider.client_secret_key
        if key is not None:
            secret = self._vault.get(key)
            if not secret:
                raise SetupError(
                    "The client secret of your app is missing.",
                    f"Copy it from the developer portal of {self.provider.name}.",
                    field=key,
                )
            login = base64.b64encode(f"{self.provider.client_id}:{secret}".encode()).decode()
            remember_secret(login)
            headers["Authorization"] = f"Basic {login}"
        return headers

    def _client(self, watch: Watch) -> Client:
        vendor = Vendor(
            name=self.provider.name,
            at_once=1,
            per_minute=0,
            request_id_headers=(),
            complaint=lambda answer: None,
        )
        return Client(vendor, watch, trial=self._trial)

    def _load(self) -> _Kept | None:
        text = self._vault.get(KEPT_AS)
        if not text:
            return None
        try:
            kept = _Kept(**json.loads(text))
        except (ValueError, TypeError) as error:
            raise self._sign_in_again("what is kept of the sign-in cannot be read") from error
        for secret in filter(None, (kept.refresh_token, kept.previous)):
            remember_secret(secret)
        return kept

    def _sign_in_again(self, detail: str) -> SetupError:
        error = fault(self.provider.name, "renew", None, detail)
        assert isinstance(error, SetupError)
        return error


class _RefusedError(SetupError):
    """This one value is not accepted (any more); another may be."""

    def __init__(self, error: SetupError) -> None:
        super().__init__(error.title, error.remedy, error.detail, error.field)


def _retryable(name: str, answer: Answer) -> RetryableError:
    detail = f"token address: HTTP {answer.status}\n{answer.body[:300].decode('utf-8', 'replace')}"
    error = fault(name, "retry", None, detail)
    assert isinstance(error, RetryableError)
    return error


def _said(answer: Answer, error: OAuth2Error) -> str:
    return redacted(f"token address: HTTP {answer.status} {error.error} {error.description or ''}".strip())


def _seconds(value: object) -> timedelta | None:
    """A life in seconds, also where it comes as text; nonsense and nothing are None."""
    try:
        seconds = int(str(value))
    except ValueError:
        return None
    return timedelta(seconds=seconds) if 0 < seconds < 10**10 else None


def _instant(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
