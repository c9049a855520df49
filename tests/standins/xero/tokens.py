"""Sign-in as Xero does it for a desktop program: consent page, PKCE, tokens that rotate, revocation,
connections.

There is no secret. All lifetimes go by the stand-in's clock.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from tests.standins.clock import Clock
from tests.standins.serving import Request, Response

CODE_LIVES = timedelta(minutes=5)
REFRESH_LIVES = timedelta(days=60)
GRACE = timedelta(minutes=30)
VERIFIER = re.compile(r"[A-Za-z0-9\-._~]{43,128}")
IDENTITY_SCOPES = {"openid", "profile", "email", "offline_access"}
BROAD_SCOPES = {"accounting.transactions", "accounting.settings", "accounting.contacts"}
GRANULAR_SCOPES = {"accounting.invoices", "accounting.payments"}
KNOWN_SCOPES = IDENTITY_SCOPES | {
    name + suffix for name in BROAD_SCOPES | GRANULAR_SCOPES for suffix in ("", ".read")
}
ALL_SCOPES = (
    "openid profile email offline_access accounting.invoices.read accounting.payments.read "
    "accounting.settings.read accounting.contacts.read"
)

NEVER = datetime(1, 1, 1, tzinfo=UTC)


@dataclass
class App:
    """An app registered with the PKCE grant. `granular_only`: made since March 2026, so refused broad scopes.
    `secrets_offered` counts the requests that sent a secret although there is none."""

    client_id: str
    granular_only: bool = False
    redirects: list[str] = field(default_factory=list)
    secrets_offered: int = 0

    def register(self, address: str) -> None:
        """Enter a redirect address; ValueError if the portal would refuse it."""
        parts = urlsplit(address)
        if parts.scheme not in ("https", "http") or (
            parts.scheme == "http" and parts.hostname != "localhost"
        ):
            raise ValueError("only http://localhost may go without https")
        if "*" in address or len(self.redirects) >= 50:
            raise ValueError("there are no wildcards and at most 50 addresses")
        self.redirects.append(address)


@dataclass
class Connection:
    """An organisation that the person connected with an app."""

    id: str
    app: App
    tenant: str
    event: str
    created: datetime
    updated: datetime


@dataclass
class Grant:
    """One consent: the chain of refresh tokens that began with it. `replaced` tells when each former one
    was."""

    app: App
    event: str
    scopes: tuple[str, ...]
    refresh: str = ""
    used: datetime = NEVER
    replaced: dict[str, datetime] = field(default_factory=dict)
    revoked: bool = False


class Tokens:
    """All apps, codes, tokens and connections of one person.

    Settings a test may change: `deny` (the person refuses), `chosen` (ids of the organisations picked on the
    consent page; None for all), `access_seconds`.
    """

    def __init__(self, clock: Clock, issue: Callable[[str], str], tenants: Callable[[], list[str]]) -> None:
        self.clock = clock
        self.apps: dict[str, App] = {}
        self.grants: list[Grant] = []
        self.connections: list[Connection] = []
        self.deny = False
        self.chosen: list[str] | None = None
        self.access_seconds = 1800
        self._issue, self._tenants = issue, tenants
        self._codes: dict[str, tuple[App, str, str, str, datetime]] = {}
        self._access: dict[str, tuple[Grant, datetime]] = {}
        self._lock = threading.Lock()

    def add_app(self, *redirects: str, granular_only: bool = False) -> App:
        """A new app with these redirect addresses."""
        app = App(uuid4().hex.upper(), granular_only)
        for address in redirects:
            app.register(address)
        self.apps[app.client_id] = app
        return app

    def sign_in(self, app: App, scope: str = ALL_SCOPES) -> tuple[str, str]:
        """Access and refresh token as if a person had consented in the browser."""
        grant = Grant(app, str(uuid4()), tuple(scope.split()))
        self.grants.append(grant)
        self._connect(grant)
        self._renew(grant)
        return self._new_access(grant), grant.refresh

    def look_up(self, access: str) -> tuple[Grant | None, str]:
        """The consent behind an access token, or None and the reason, as the detail of a 401 gives it."""
        grant, until = self._access.get(access, (None, None))
        if grant is None or until is None:
            return None, "TokenInvalidSignature: the signature of the token is invalid"
        if self.clock.now() >= until:
            return None, f"TokenExpired: token expired at {until:%m/%d/%Y %H:%M:%S}"
        return (None, "AuthenticationUnsuccessful") if grant.revoked else (grant, "")

    def connected(self, grant: Grant) -> list[Connection]:
        """What /connections shows to a token."""
        return [connection for connection in self.connections if connection.app is grant.app]

    def disconnect(self, connection: str) -> bool:
        """End one connection by its own id, as the person may do at Xero too; False if there is none."""
        before = len(self.connections)
        self.connections = [known for known in self.connections if known.id != connection]
        return len(self.connections) < before

    def expire_access(self) -> None:
        """Let every access token end now, before its time."""
        now = self.clock.now()
        self._access = {token: (grant, min(now, until)) for token, (grant, until) in self._access.items()}

    def expire_refresh(self) -> None:
        """Let every refresh token end now, as after a season without use."""
        for grant in self.grants:
            grant.used = self.clock.now() - REFRESH_LIVES
            grant.replaced = dict.fromkeys(grant.replaced, grant.used)

    # --- addresses ------------------------------------------------------------------------------------------

    def consent(self, request: Request) -> Response:
        """The consent page: sends the browser on at once, or shows an error page if it must not."""
        asked = request.params
        app, redirect = self.apps.get(asked.get("client_id", "")), asked.get("redirect_uri", "")
        if app is None:
            return _page("unauthorized_client", "Unknown client or client not enabled")
        if redirect not in app.redirects:
            return _page("unauthorized_client", "Invalid redirect_uri")
        if asked.get("response_type") != "code":
            return _page("unsupported_response_type", "Invalid response_type")
        scopes = asked.get("scope", "").split()
        broad = {name + end for name in ("accounting.transactions",) for end in ("", ".read")}
        if not scopes or set(scopes) - KNOWN_SCOPES or (app.granular_only and broad & set(scopes)):
            return _page("invalid_scope", "Invalid scopes for client")
        challenge = asked.get("code_challenge", "")
        if asked.get("code_challenge_method") != "S256" or len(challenge) != 43:
            return _page("invalid_request", "code challenge required")
        state = {"state": asked["state"]} if "state" in asked else {}
        if self.deny:
            return _back(redirect, error="access_denied", **state)
        code = self._issue("")
        self._codes[code] = (app, redirect, challenge, " ".join(scopes), self.clock.now() + CODE_LIVES)
        return _back(redirect, code=code, scope=" ".join(scopes), **state, session_state=uuid4().hex)

    def token(self, request: Request) -> Response:
        """The token address: `authorization_code` with PKCE, and `refresh_token`."""
        if request.method != "POST" or "form" not in request.headers.get("content-type", ""):
            return _json({"error": "invalid_request"}, 400)
        asked = request.form
        app = self.apps.get(asked.get("client_id", ""))
        if app is None or "authorization" in request.headers:
            return _json({"error": "invalid_client"}, 400)
        app.secrets_offered += "client_secret" in asked
        if asked.get("grant_type") not in ("authorization_code", "refresh_token"):
            return _json({"error": "unsupported_grant_type"}, 400)
        with self._lock:  # two programs may come at once
            by_code = asked["grant_type"] == "authorization_code"
            grant = self._exchanged(app, asked) if by_code else self._found(app, asked)
            if grant is None:
                return _json({"error": "invalid_grant"}, 400)
            answer: dict[str, object] = {
                "access_token": self._new_access(grant),
                "expires_in": self.access_seconds,
                "token_type": "Bearer",
                "scope": " ".join(grant.scopes),
            }
            if "openid" in grant.scopes:
                answer["id_token"] = self._jwt({"sub": uuid4().hex, "aud": app.client_id})
            if "offline_access" in grant.scopes:
                self._renew(grant)
                answer["refresh_token"] = grant.refresh
        return _json(answer)

    def revoke(self, request: Request) -> Response:
        """End a consent by its refresh token; all connections of the app go with it."""
        token = request.form.get("token", "")
        for grant in self.grants:
            if token and (grant.refresh == token or token in grant.replaced):
                grant.revoked = True
                self.connections = [known for known in self.connections if known.app is not grant.app]
        return Response(200, b"")

    # --- inside ---------------------------------------------------------------------------------------------

    def _exchanged(self, app: App, asked: Mapping[str, str]) -> Grant | None:
        """The new consent of a code, which works once, soon, and only for who began the sign-in."""
        owner, redirect, challenge, scope, until = self._codes.pop(
            asked.get("code", ""), (None, "", "", "", self.clock.now())
        )
        verifier = asked.get("code_verifier", "")
        digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        proven = VERIFIER.fullmatch(verifier) is not None and digest == challenge
        in_time = self.clock.now() < until
        if owner is not app or redirect != asked.get("redirect_uri") or not proven or not in_time:
            return None
        grant = Grant(app, str(uuid4()), tuple(scope.split()))
        self.grants.append(grant)
        self._connect(grant)
        return grant

    def _found(self, app: App, asked: Mapping[str, str]) -> Grant | None:
        """The consent of a refresh token: the present one, or a former one within its grace."""
        token, now = asked.get("refresh_token", ""), self.clock.now()
        for grant in self.grants:
            if grant.app is not app or grant.revoked or not token:
                continue
            if token == grant.refresh:
                return grant if now < grant.used + REFRESH_LIVES else None
            if token in grant.replaced:
                return grant if now < grant.replaced[token] + GRACE else None
        return None

    def _renew(self, grant: Grant) -> None:
        """A new refresh token takes the place of the old one."""
        now = self.clock.now()
        if grant.refresh:
            grant.replaced[grant.refresh] = now
        grant.refresh, grant.used = self._issue(""), now

    def _connect(self, grant: Grant) -> None:
        now = self.clock.now()
        for tenant in self._tenants() if self.chosen is None else self.chosen:
            for known in self.connected(grant):
                if known.tenant == tenant:
                    known.event, known.updated = grant.event, now
                    break
            else:
                self.connections.append(Connection(str(uuid4()), grant.app, tenant, grant.event, now, now))

    def _new_access(self, grant: Grant) -> str:
        now = self.clock.now()
        until = now + timedelta(seconds=self.access_seconds)
        token = self._jwt(
            {
                "nbf": int(now.timestamp()),
                "exp": int(until.timestamp()),
                "iss": "https://identity.xero.com",
                "aud": "https://identity.xero.com/resources",
                "client_id": grant.app.client_id,
                "authentication_event_id": grant.event,
                "jti": uuid4().hex,
                "scope": list(grant.scopes),
            }
        )
        self._access[token] = (grant, until)
        return token

    def _jwt(self, claims: Mapping[str, object]) -> str:
        """Three parts as in a JWT; the last is random instead of a signature."""
        parts = [{"alg": "RS256", "kid": "1CAF8E66772D6DC028D6726FD0261581570EFC19", "typ": "JWT"}, claims]
        encoded = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
        return self._issue(".".join(encoded) + ".")


def _json(content: object, status: int = 200) -> Response:
    return Response(status, json.dumps(content).encode(), headers={"Cache-Control": "no-store, no-cache"})


def _page(error: str, description: str) -> Response:
    body = f"<!DOCTYPE html><title>Xero</title><h1>Sorry, something went wrong</h1><p>Error: {error}</p>"
    return Response(400, f"{body}<p>{description}</p>".encode(), "text/html; charset=utf-8")


def _back(redirect: str, **answer: str) -> Response:
    joint = "&" if "?" in redirect else "?"
    return Response(302, headers={"Location": redirect + joint + urlencode(answer)})
