"""QuickBooks Online as a server on loopback: sign-in, companies, environments, limits, and the API.

with QuickBooksStandIn() as qbo:
    invoice = qbo.books.add_invoice("1001", date(2026, 3, 1), 1000)
    qbo.books.pay([(invoice, 1000)], date(2026, 3, 20))
    access, refresh = qbo.sign_in()
    # api_base = qbo.api_base, identity_base = qbo.identity_base, realm_id = qbo.realm,
    # client_id = qbo.keys.client_id, client_secret = qbo.keys.client_secret
"""

from __future__ import annotations

import itertools
import threading
from collections import defaultdict, deque
from types import TracebackType
from typing import Self
from uuid import uuid4

from tests.standins.clock import Clock
from tests.standins.quickbooks.api import Api
from tests.standins.quickbooks.books import Books
from tests.standins.quickbooks.documents import Company
from tests.standins.quickbooks.faults import Refused, company_refused, throttle, token_refused, unsupported
from tests.standins.quickbooks.quirks import Limits, Quirks
from tests.standins.quickbooks.tokens import AppKeys, Tokens
from tests.standins.quickbooks.wire import server_time, xml
from tests.standins.serving import Request, Response, Server

REALM = 9130347921110000
REDIRECT = {
    "production": "https://connect.example.com/quickbooks",
    "sandbox": "http://localhost:8765/quickbooks",
}
BASES = {"production": "/production", "sandbox": "/sandbox"}


class QuickBooksStandIn:
    """The whole service. `books` and `keys` belong to the first company; `server` has log and faults.

    `api_base` and `identity_base` take the place of Intuit's hosts; what follows them is as at Intuit. The
    other environment's API is at `api_base_of(environment)`.
    """

    def __init__(
        self,
        environment: str = "production",
        *,
        clock: Clock | None = None,
        port: int = 0,
        latency: float = 0.0,
        compress: bool = False,
    ) -> None:
        self.environment = environment
        self.clock = clock or Clock()
        self.server = Server(self._answer, self.clock, port, latency, compress)
        self.quirks, self.limits = Quirks(), Limits()
        self.companies: dict[str, Books] = {}
        self._environments: dict[str, str] = {}
        self._apis: dict[str, Api] = {}
        self._traffic: dict[str, deque[float]] = defaultdict(deque)
        self._traffic_lock = threading.Lock()
        self._reads = 0
        self._trace = itertools.count(1)
        self.tokens = Tokens(self.clock, self.server.issue, self._environments)
        self.books = self.add_company("Larkspur Joinery Ltd", environment)
        self.realm = self.books.company.realm
        self.keys = self.tokens.add_keys(environment)
        self.keys.register(REDIRECT[environment])
        self.redirect = REDIRECT[environment]

    def add_company(self, name: str, environment: str = "", home_currency: str = "USD") -> Books:
        """Another company, with ids of its own that begin where those of every company begin."""
        realm, environment = str(REALM + len(self.companies) + 1), environment or self.environment
        books = Books(
            Company(realm, name, home_currency=home_currency, environment=environment),
            self.clock,
            self.quirks,
        )
        self.companies[realm], self._environments[realm], self._apis[realm] = books, environment, Api(books)
        return books

    def sign_in(self, realm: str = "", keys: AppKeys | None = None) -> tuple[str, str]:
        """Access and refresh token without the walk through the browser."""
        return self.tokens.sign_in(keys or self.keys, realm or self.realm)

    @property
    def identity_base(self) -> str:
        """Stands for the hosts of consent page, token address, revocation and discovery document."""
        return self.server.address

    @property
    def api_base(self) -> str:
        """Stands for the API host of the stand-in's own environment; `/v3/company/…` follows."""
        return self.api_base_of(self.environment)

    def api_base_of(self, environment: str) -> str:
        """Stands for https://quickbooks.api.intuit.com or https://sandbox-quickbooks.api.intuit.com."""
        return self.server.address + BASES[environment]

    def __enter__(self) -> Self:
        self.server.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.server.__exit__(kind, error, trace)

    # --- inside ---------------------------------------------------------------------------------------------

    def _answer(self, request: Request) -> Response:
        response = self._identity(request) or self._company(request)
        response.headers["intuit_tid"] = f"1-{next(self._trace):08x}-{uuid4().hex[:24]}"
        return response

    def _identity(self, request: Request) -> Response | None:
        path = request.path.rstrip("/")
        if path == "/connect/oauth2":
            return self.tokens.consent(request)
        if path == "/oauth2/v1/tokens/bearer":
            return self.tokens.token(request)
        if path == "/v2/oauth2/tokens/revoke":
            return self.tokens.revoke(request)
        if path in ("/.well-known/openid_configuration", "/.well-known/openid_sandbox_configuration"):
            return self.tokens.discovery(self.identity_base)
        return Response(body=b'{"keys":[]}') if path == "/op/v1/jwks" else None

    def _company(self, request: Request) -> Response:
        time = server_time(self.clock.now())
        try:
            environment, realm, what, rest = self._place(request)
            self._admit(request, environment, realm)
            self._throttle(realm, what)
            body = b'{%s,"time":"%s"}' % (self._apis[realm].answer(request, what, rest), time.encode())
        except Refused as refused:
            response = refused.response(time, self.quirks.spelling)
        else:
            response = Response(body=body)
        if "json" not in request.headers.get("accept", ""):
            response.body, response.content_type = xml(response.body), "application/xml;charset=UTF-8"
        return response

    def _place(self, request: Request) -> tuple[str, str, str, str]:
        """Environment, company, and what is asked of it."""
        first, *parts = request.path.strip("/").split("/")
        environment = next((name for name, base in BASES.items() if base[1:] == first), "")
        if not environment:
            environment, parts = self.environment, [first, *parts]
        if parts[:2] != ["v3", "company"] or len(parts) not in (4, 5):
            raise unsupported(request.path)
        return environment, parts[2], parts[3].lower(), parts[4] if len(parts) == 5 else ""

    def _admit(self, request: Request, environment: str, realm: str) -> None:
        """The bearer token must be alive, for this company, and of keys for this environment."""
        method, _, token = request.headers.get("authorization", "").partition(" ")
        grant = self.tokens.grant_of(token) if method.lower() == "bearer" else None
        if grant is None:
            raise token_refused()
        places = {environment, grant.keys.environment, self._environments.get(realm, "")}
        if grant.realm != realm or len(places) > 1:
            raise company_refused()

    def _throttle(self, realm: str, what: str) -> None:
        limits = self.limits
        with self._traffic_lock:
            if not limits.enforced:
                return
            now = self.clock.now().timestamp()
            rates = [(realm, limits.per_minute)]
            if what == "batch":
                rates.append((f"{realm} batch", limits.batches_per_minute))
            over = self.server.in_flight > limits.at_once
            over |= limits.monthly_reads is not None and self._reads >= limits.monthly_reads
            for name, most in rates:
                recent = self._traffic[name]
                while recent and recent[0] <= now - 60:
                    recent.popleft()
                over |= len(recent) >= most
            if over:
                limits.refused += 1
                raise throttle(limits.status, limits.retry_after)
            for name, _ in rates:
                self._traffic[name].append(now)
            self._reads += 1
