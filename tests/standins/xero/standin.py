"""Xero as a server on loopback: sign-in, organisations, limits, and the accounting API.

with XeroStandIn() as xero:
    invoice = xero.books.add_invoice("INV-1", date(2026, 3, 1), 150)
    xero.books.pay(invoice, 150, date(2026, 3, 20))
    access, refresh = xero.sign_in()
    # api_base = xero.api_base, identity_base = xero.identity_base, tenant_id = xero.tenant,
    # client_id = xero.app.client_id
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self
from uuid import UUID, uuid5

from tests.standins.clock import Clock
from tests.standins.serving import Request, Response, Server
from tests.standins.xero.api import NAMES, SCOPES, Api
from tests.standins.xero.books import Books
from tests.standins.xero.documents import Organisation
from tests.standins.xero.limits import Meter
from tests.standins.xero.quirks import Limits, Quirks
from tests.standins.xero.refusals import Refused, forbidden, not_found, offline, unauthorised
from tests.standins.xero.tokens import ALL_SCOPES, Grant, Tokens

FAMILY = UUID("0f2c7f46-5a9f-4f0e-9b0c-3f1d8f9c7a55")
REDIRECTS = tuple(f"http://localhost:{port}/callback" for port in range(8742, 8747))
ACCOUNTING = "/api.xro/2.0/"


class XeroStandIn:
    """The whole service. `books` and `tenant` belong to the first organisation; `server` has log and faults.

    `api_base` and `identity_base` take the place of Xero's three hosts; what follows them is as at Xero, in
    any case of letters. `offline` holds tenants that answer 503; `quirks` and `limits` may change at any
    time.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        port: int = 0,
        latency: float = 0.0,
        compress: bool = False,
    ) -> None:
        self.clock = clock or Clock()
        self.server = Server(self._answer, self.clock, port, latency, compress)
        self.quirks, self.limits = Quirks(), Limits()
        self.meter = Meter(self.limits, self.clock)
        self.organisations: dict[str, Books] = {}
        self.practices: dict[str, str] = {}
        self.offline: set[str] = set()
        self._apis: dict[str, Api] = {}
        self._answers = itertools.count(1)
        self.tokens = Tokens(self.clock, self.server.issue, lambda: [*self.organisations, *self.practices])
        self.app = self.tokens.add_app(*REDIRECTS)
        self.books = self.add_organisation("Larkspur Joinery Ltd")
        self.tenant = self.books.organisation.id

    def add_organisation(self, name: str, currency: str = "NZD", **more: Any) -> Books:
        """Another organisation, not yet connected; further words are those of `Organisation`."""
        tenant = str(uuid5(FAMILY, name))
        books = Books(Organisation(tenant, name, currency, **more), self.clock, self.quirks)
        self.organisations[tenant], self._apis[tenant] = books, Api(books)
        return books

    def add_practice(self, name: str) -> str:
        """An accountants' practice: stands in /connections beside organisations and has no books."""
        tenant = str(uuid5(FAMILY, name))
        self.practices[tenant] = name
        return tenant

    def sign_in(self, scope: str = ALL_SCOPES) -> tuple[str, str]:
        """Access and refresh token without the walk through the browser."""
        return self.tokens.sign_in(self.app, scope)

    @property
    def api_base(self) -> str:
        """Stands for https://api.xero.com."""
        return self.server.address

    @property
    def identity_base(self) -> str:
        """Stands for https://identity.xero.com and https://login.xero.com alike."""
        return self.server.address

    @property
    def on_request(self) -> Callable[[Request], object] | None:
        """Called before each request is handled, so that records change in mid-walk."""
        return self.server.on_request

    @on_request.setter
    def on_request(self, hook: Callable[[Request], object] | None) -> None:
        self.server.on_request = hook

    def __enter__(self) -> Self:
        self.server.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.server.__exit__(kind, error, trace)

    # --- inside ---------------------------------------------------------------------------------------------

    def _answer(self, request: Request) -> Response:
        path = request.path.rstrip("/").lower()
        identity = {
            "/identity/connect/authorize": self.tokens.consent,
            "/connect/token": self.tokens.token,
            "/connect/revocation": self.tokens.revoke,
        }
        try:
            if path in identity:
                response = identity[path](request)
            elif path == "/connections" or path.startswith("/connections/"):
                response = self._connections(request, self._signed_in(request), path[len("/connections/") :])
            elif path.startswith(ACCOUNTING):
                response = self._accounting(request)
            else:
                raise not_found()
        except Refused as refused:
            response = refused.response(self.quirks.error_keys)
        response.headers["Xero-Correlation-Id"] = str(UUID(int=next(self._answers), version=4))
        return response

    def _signed_in(self, request: Request) -> Grant:
        method, _, token = request.headers.get("authorization", "").partition(" ")
        if method.lower() != "bearer":
            raise unauthorised("AuthorizationUnsuccessful: no bearer token")
        grant, problem = self.tokens.look_up(token)
        if grant is None:
            raise unauthorised(problem)
        return grant

    def _connections(self, request: Request, grant: Grant, number: str) -> Response:
        if request.method == "DELETE":
            known = {connection.id for connection in self.tokens.connected(grant)}
            if number not in known or not self.tokens.disconnect(number):
                raise not_found()
            return Response(204)
        event, rows = request.params.get("authEventId"), []
        for connection in self.tokens.connected(grant):
            if event not in (None, connection.event):
                continue
            books = self.organisations.get(connection.tenant)
            name = books.organisation.name if books else self.practices[connection.tenant]
            rows.append(
                {
                    "id": connection.id,
                    "authEventId": connection.event,
                    "tenantId": connection.tenant,
                    "tenantType": "ORGANISATION" if books else "PRACTICE",
                    **({"tenantName": name} if self.quirks.tenant_names else {}),
                    "createdDateUtc": f"{connection.created:%Y-%m-%dT%H:%M:%S.%f}0",
                    "updatedDateUtc": f"{connection.updated:%Y-%m-%dT%H:%M:%S.%f}0",
                }
            )
        return Response(body=json.dumps(rows).encode())

    def _accounting(self, request: Request) -> Response:
        """Who asks, whose books, how often, and only then what for."""
        grant = self._signed_in(request)
        tenant = request.headers.get("xero-tenant-id", "").lower()
        if tenant not in {connection.tenant for connection in self.tokens.connected(grant)}:
            raise forbidden()
        if tenant not in self._apis:
            raise forbidden()
        try:
            self.meter.admit(tenant, self.server.in_flight)
            if tenant in self.offline:
                raise offline()
            what, _, rest = request.path[len(ACCOUNTING) :].strip("/").partition("/")
            name = NAMES.get(what.lower(), "")
            if not name or "/" in rest:
                raise not_found()
            granted = {scope.removesuffix(".read") for scope in grant.scopes}
            if not granted & SCOPES[name]:
                raise unauthorised("AuthorizationUnsuccessful: insufficient scope")
            response = self._apis[tenant].answer(request, name, rest)
        except Refused as refused:
            response = refused.response(self.quirks.error_keys)
        response.headers.update(self.meter.headers(tenant))
        return response
