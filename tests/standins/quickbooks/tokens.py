"""Sign-in as Intuit does it: consent page, token address, revocation, discovery document.

There is no PKCE; the secret is mandatory. Refresh tokens change their value with use, and a superseded value
is refused with `invalid_grant`. All lifetimes go by the stand-in's clock.
"""

from __future__ import annotations

import base64
import binascii
import ipaddress
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode, urlsplit

import msgspec

from tests.standins.clock import Clock
from tests.standins.serving import Request, Response

ACCOUNTING = "com.intuit.quickbooks.accounting"
KNOWN_SCOPES = {ACCOUNTING, "com.intuit.quickbooks.payment", "openid", "profile", "email", "phone", "address"}
EARLIEST_HARD_END = datetime(2028, 10, 1, tzinfo=UTC)
CODE_LIVES = timedelta(minutes=10)


@dataclass
class AppKeys:
    """One pair of keys of an app at Intuit; `environment` is "production" or "sandbox" (development keys)."""

    client_id: str
    client_secret: str
    environment: str
    redirects: list[str] = field(default_factory=list)

    def register(self, address: str) -> None:
        """Enter a redirect address in the app's settings; ValueError if Intuit would refuse it."""
        parts = urlsplit(address)
        host = parts.hostname or ""
        if self.environment == "production" and (parts.scheme != "https" or not _real_host(host)):
            raise ValueError("production keys need an https address with a real host name")
        if parts.scheme not in ("https", "http") or (parts.scheme == "http" and host != "localhost"):
            raise ValueError("only http://localhost may go without https")
        self.redirects.append(address)


@dataclass
class Grant:
    """One person's consent for one company: the chain of refresh tokens that began with it."""

    keys: AppKeys
    realm: str
    hard_end: datetime
    refresh: str = ""
    issued: datetime = EARLIEST_HARD_END
    expires: datetime = EARLIEST_HARD_END
    superseded: dict[str, datetime] = field(default_factory=dict)
    revoked: bool = False


class Tokens:
    """All keys, codes and tokens. Attributes are settings that a test may change at any time.

    `rotate`: "each" renewal brings a new refresh token, or "daily", once the present one is 24 hours old.
    `grace_seconds`: how long a superseded value still works. `deny`: the person refuses. `realm`: the company
    chosen on the consent page.
    """

    def __init__(self, clock: Clock, issue: Callable[[str], str], environment_of: Mapping[str, str]) -> None:
        self.clock = clock
        self.keys: dict[str, AppKeys] = {}
        self.access_seconds = 3600
        self.refresh_seconds = 8_726_400
        self.rotate = "each"
        self.grace_seconds = 0
        self.deny = False
        self.realm = ""
        self.grants: list[Grant] = []
        self._issue = issue
        self._environment_of = environment_of
        self._codes: dict[str, tuple[AppKeys, str, str, datetime]] = {}
        self._access: dict[str, tuple[Grant, datetime]] = {}
        self._lock = threading.Lock()

    def add_keys(self, environment: str) -> AppKeys:
        """A new pair of keys without redirect addresses."""
        keys = AppKeys(self._issue("AB")[:50], self._issue(""), environment)
        self.keys[keys.client_id] = keys
        return keys

    def sign_in(self, keys: AppKeys, realm: str) -> tuple[str, str]:
        """Access and refresh token as if a person had consented; also the way the OAuth playground gives."""
        now = self.clock.now()
        grant = Grant(keys, realm, max(EARLIEST_HARD_END, now + timedelta(days=5 * 365)))
        self.grants.append(grant)
        self._new_refresh(grant)
        return self._new_access(grant), grant.refresh

    def grant_of(self, access_token: str) -> Grant | None:
        """The consent behind an access token, or None if the token is unknown, expired or revoked."""
        grant, until = self._access.get(access_token, (None, EARLIEST_HARD_END))
        return grant if grant and not grant.revoked and self.clock.now() < until else None

    def expire_access(self) -> None:
        """Let every access token end now, before its time."""
        self._access.clear()

    def expire_refresh(self) -> None:
        """Let every refresh token end now, as after a season without use."""
        for grant in self.grants:
            grant.expires = self.clock.now()

    # --- addresses ------------------------------------------------------------------------------------------

    def consent(self, request: Request) -> Response:
        """The consent page: sends the browser on at once, or shows an error page if it must not."""
        asked = request.params
        keys, redirect = self.keys.get(asked.get("client_id", "")), asked.get("redirect_uri", "")
        if keys is None:
            return _page("client_id is unknown")
        if redirect not in keys.redirects:
            return _page("The redirect_uri query parameter value is invalid: it must match a registered one.")
        if not asked.get("state"):
            return _page("The state query parameter is missing")
        scopes = set(asked.get("scope", "").split())
        if asked.get("response_type") != "code":
            return _back(redirect, error="unsupported_response_type", state=asked["state"])
        if not scopes or scopes - KNOWN_SCOPES:
            return _back(redirect, error="invalid_scope", state=asked["state"])
        if self.deny:
            return _back(redirect, error="access_denied", state=asked["state"])
        companies = [realm for realm, kind in self._environment_of.items() if kind == keys.environment]
        realm = self.realm or (companies[0] if companies else "")
        if realm not in companies:
            return _page("No company can be connected with these keys")
        code = self._issue("XAB")
        self._codes[code] = (keys, realm, redirect, self.clock.now() + CODE_LIVES)
        return _back(redirect, code=code, state=asked["state"], realmId=realm)

    def token(self, request: Request) -> Response:
        """The token address: `authorization_code` and `refresh_token`."""
        if request.method != "POST" or "form" not in request.headers.get("content-type", ""):
            return _error(400, "invalid_request")
        keys = self._authenticated(request)
        if keys is None:
            return _error(401, "invalid_client")
        asked = request.form
        if asked.get("grant_type") not in ("authorization_code", "refresh_token"):
            return _error(400, "unsupported_grant_type")
        with self._lock:  # of two renewals with one value only one succeeds
            by_code = asked["grant_type"] == "authorization_code"
            grant = (
                self._exchanged(keys, asked)
                if by_code
                else self._renewed(keys, asked.get("refresh_token", ""))
            )
        if grant is None:
            return _error(400, "invalid_grant", "Incorrect or invalid refresh token or authorization code")
        now = self.clock.now()
        answer = {
            "token_type": "bearer",
            "access_token": self._new_access(grant),
            "expires_in": self.access_seconds,
            "refresh_token": grant.refresh,
            "x_refresh_token_expires_in": int((grant.expires - now).total_seconds()),
        }
        if request.headers.get("x-include-refresh-token-hard-expires-in", "").lower() == "true":
            answer["x_refresh_token_hard_expires_in"] = int((grant.hard_end - now).total_seconds())
        return _json(answer)

    def revoke(self, request: Request) -> Response:
        """End a consent by any of its tokens."""
        keys = self._authenticated(request)
        if keys is None:
            return _error(401, "invalid_client")
        try:
            token = msgspec.json.decode(request.body, type=dict[str, str])["token"]
        except (msgspec.DecodeError, KeyError):
            return _error(400, "invalid_request")
        for grant in self.grants:
            if (
                grant.keys is keys
                and not grant.revoked
                and (grant.refresh == token or self.grant_of(token) is grant)
            ):
                grant.revoked = True
                return Response(200)
        return _error(400, "invalid_token")

    def discovery(self, base: str) -> Response:
        """The discovery document: two secret-based ways to authenticate, no word of PKCE."""
        return _json(
            {
                "issuer": f"{base}/op/v1",
                "authorization_endpoint": f"{base}/connect/oauth2",
                "token_endpoint": f"{base}/oauth2/v1/tokens/bearer",
                "userinfo_endpoint": f"{base}/v1/openid_connect/userinfo",
                "revocation_endpoint": f"{base}/v2/oauth2/tokens/revoke",
                "jwks_uri": f"{base}/op/v1/jwks",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "scopes_supported": ["openid", "email", "profile", "address", "phone"],
                "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
                "claims_supported": ["aud", "exp", "iat", "iss", "realmid", "sub"],
            }
        )

    # --- inside ---------------------------------------------------------------------------------------------

    def _authenticated(self, request: Request) -> AppKeys | None:
        """The keys that HTTP Basic, or else the form, proves."""
        method, _, encoded = request.headers.get("authorization", "").partition(" ")
        if method.lower() == "basic":
            try:
                number, _, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
            except (binascii.Error, UnicodeDecodeError):
                return None
        else:
            number, secret = request.form.get("client_id", ""), request.form.get("client_secret", "")
        keys = self.keys.get(number)
        return keys if keys and secret == keys.client_secret else None

    def _exchanged(self, keys: AppKeys, asked: Mapping[str, str]) -> Grant | None:
        """The new consent of a code, which works once, soon, and with the same redirect address and keys."""
        owner, realm, redirect, until = self._codes.pop(
            asked.get("code", ""), (None, "", "", EARLIEST_HARD_END)
        )
        if owner is not keys or redirect != asked.get("redirect_uri") or self.clock.now() >= until:
            return None
        self.sign_in(keys, realm)
        return self.grants[-1]

    def _renewed(self, keys: AppKeys, value: str) -> Grant | None:
        now = self.clock.now()
        for grant in self.grants:
            if grant.keys is not keys or grant.revoked or now >= min(grant.expires, grant.hard_end):
                continue
            replaced = grant.superseded.get(value)
            if replaced is not None and now < replaced + timedelta(seconds=self.grace_seconds):
                return grant
            if grant.refresh == value:
                if self.rotate == "each" or now >= grant.issued + timedelta(days=1):
                    self._new_refresh(grant)
                grant.expires = min(now + timedelta(seconds=self.refresh_seconds), grant.hard_end)
                return grant
        return None

    def _new_refresh(self, grant: Grant) -> None:
        now = self.clock.now()
        if grant.refresh:
            grant.superseded[grant.refresh] = now
        grant.refresh, grant.issued = self._issue("RT1-"), now
        grant.expires = now + timedelta(seconds=self.refresh_seconds)

    def _new_access(self, grant: Grant) -> str:
        token = self._issue("eyJ")
        self._access[token] = (grant, self.clock.now() + timedelta(seconds=self.access_seconds))
        return token


def _real_host(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return "." in host and not host.endswith(".localhost")
    return False


def _json(content: object, status: int = 200) -> Response:
    return Response(status, msgspec.json.encode(content), headers={"Cache-Control": "no-store"})


def _error(status: int, error: str, description: str = "") -> Response:
    return _json({"error": error} | ({"error_description": description} if description else {}), status)


def _page(text: str) -> Response:
    body = f"<!DOCTYPE html><title>Sorry</title><h1>Sorry, but something is not right</h1><p>{text}</p>"
    return Response(400, body.encode(), "text/html; charset=utf-8")


def _back(redirect: str, **answer: str) -> Response:
    joint = "&" if "?" in redirect else "?"
    return Response(302, headers={"Location": redirect + joint + urlencode(answer)})
