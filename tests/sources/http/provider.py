"""A tiny, strict OAuth 2 provider on loopback: codes once, refresh tokens rotate, nothing is forgiven."""

import base64
import hashlib
import json
import random
import socket
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Self
from urllib.parse import urlencode

from syncdesk.sources.http.tokens import Provider
from tests.standins.serving import Request, Response, Server

CLIENT_ID, SECRET_KEY = "client-4711", "client_secret"
LIFE = timedelta(days=100)


class OAuthProvider:
    """Serves /authorize, /token and /revoke. A context manager.

    A refresh token that was used is superseded; for `grace` it may be used again. `renewals` counts the ones
    that took effect, `revoked` the permissions given back. A person at the consent page answers `consent`:
    "" allows, else the error to send back."""

    def __init__(self, grace: timedelta = timedelta(0), public: bool = False) -> None:
        self.server = Server(self._answer)
        self.grace, self.public = grace, public
        self.secret = self.server.issue("secret-")
        self.expires_in, self.renewals, self.consent = 3600, 0, ""
        self.revoked: list[str] = []
        self.redirect_uris: tuple[str, ...] = ("http://localhost:8742/callback",)
        self._codes: dict[str, dict[str, str]] = {}
        self._superseded: dict[str, datetime | None] = {}  # refresh token -> when, None: good

    def __enter__(self) -> Self:
        self.server.start()
        return self

    def __exit__(self, *of: Any) -> None:
        self.server.__exit__(*of)

    def provider(self, **changes: Any) -> Provider:
        """How SyncDesk describes this provider."""
        address = self.server.address
        told = Provider(
            name="Office Books",
            authorize_url=f"{address}/authorize",
            token_url=f"{address}/token",
            revoke_url=f"{address}/revoke",
            client_id=CLIENT_ID,
            client_secret_key=None if self.public else SECRET_KEY,
            scopes=("read", "offline_access"),
            uses_pkce=self.public,
            redirect_uris=self.redirect_uris,
        )
        return replace(told, **changes)

    def grant(self) -> str:
        """A good refresh token, as if somebody had signed in elsewhere."""
        token = self.server.issue("refresh-")
        self._superseded[token] = None
        return token

    def is_good(self, token: str) -> bool:
        """Whether this refresh token is the newest of its line."""
        return token in self._superseded and self._superseded[token] is None

    def supersede(self, token: str) -> None:
        """Use a token up without anybody having got the new one."""
        self._superseded[token] = self.server.clock.now()

    # --- inside ---------------------------------------------------------------------------------------------

    def _answer(self, request: Request) -> Response:
        if request.path == "/authorize" and request.method == "GET":
            return self._consent(request)
        if request.path == "/token" and request.method == "POST":
            return self._token(request)
        if request.path == "/revoke" and request.method == "POST":
            self.revoked.append(request.form["token"])
            return Response(200)
        return Response(404)

    def _consent(self, request: Request) -> Response:
        asked = request.params
        ok = (
            asked.get("response_type") == "code"
            and asked.get("client_id") == CLIENT_ID
            and asked.get("redirect_uri") in self.redirect_uris
            and asked.get("scope") == "read offline_access"
            and len(asked.get("state", "")) >= 20
            and (not self.public or asked.get("code_challenge_method") == "S256")
        )
        if not ok:
            return Response(400, b"<p>This app asks for something strange.</p>", "text/html")
        fields = {"error": self.consent, "state": asked["state"]}
        if not self.consent:
            fields = {"code": self.server.issue("code-"), "state": asked["state"]}
            self._codes[fields["code"]] = asked
        target = f"{asked['redirect_uri']}?{urlencode(fields)}"
        return Response(302, b"<p>On your way.</p>", "text/html", {"Location": target})

    def _token(self, request: Request) -> Response:
        form = request.form
        login = base64.b64encode(f"{CLIENT_ID}:{self.secret}".encode()).decode()
        known = (
            form.get("client_id") == CLIENT_ID and "authorization" not in request.headers
            if self.public
            else request.headers.get("authorization") == f"Basic {login}" and "client_id" not in form
        )
        if not known:
            return _refusal(401, "invalid_client")
        if form.get("grant_type") == "authorization_code":
            return self._exchange(form)
        if form.get("grant_type") == "refresh_token":
            return self._refresh(form.get("refresh_token", ""))
        return _refusal(400, "unsupported_grant_type")

    def _exchange(self, form: dict[str, str]) -> Response:
        asked = self._codes.pop(form.get("code", ""), None)
        if asked is None or asked["redirect_uri"] != form.get("redirect_uri"):
            return _refusal(400, "invalid_grant")
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if self.public and asked.get("code_challenge") != proof:
            return _refusal(400, "invalid_grant")
        return self._give()

    def _refresh(self, token: str) -> Response:
        if token not in self._superseded:
            return _refusal(400, "invalid_grant")
        used = self._superseded[token]
        if used is not None and self.server.clock.now() >= used + self.grace:
            return _refusal(400, "invalid_grant")
        if used is None:
            self.supersede(token)
        self.renewals += 1
        return self._give()

    def _give(self) -> Response:
        given = {
            "access_token": self.server.issue("access-"),
            "refresh_token": self.grant(),
            "token_type": "bearer",
            "expires_in": self.expires_in,
            "x_refresh_token_expires_in": int(LIFE.total_seconds()),
        }
        return Response(200, json.dumps(given).encode())


def _refusal(status: int, error: str) -> Response:
    return Response(status, json.dumps({"error": error, "error_description": "no"}).encode())


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens at now, below those that outgoing connections are given by chance."""
    found: list[int] = []
    while len(found) < count:
        port = random.randrange(20_000, 32_000)
        try:
            with socket.create_server(("127.0.0.1", port)):
                found.append(port)
        except OSError:
            continue
    return found
