"""A bare client for tests of the stand-in for QuickBooks Online; it believes nothing and repeats nothing."""

from typing import Any

import requests

from tests.standins.quickbooks import QuickBooksStandIn


class Reader:
    """A bare client: the plain answer to a path of one company."""

    def __init__(self, qbo: QuickBooksStandIn) -> None:
        self.qbo = qbo
        self.session = requests.Session()
        self.session.headers.update({"Accept": "application/json"})
        self.sign_in()

    def sign_in(self, realm: str = "") -> None:
        """Take a fresh token, for another company if named."""
        self.realm = realm or self.qbo.realm
        access, self.refresh = self.qbo.sign_in(self.realm)
        self.session.headers["Authorization"] = f"Bearer {access}"

    def get(self, what: str, base: str = "", **params: str) -> requests.Response:
        """One request, whatever comes of it."""
        base = base or self.qbo.api_base
        return self.session.get(f"{base}/v3/company/{self.realm}/{what}", params=params, timeout=10)

    def query(self, text: str, kind: str = "") -> Any:
        """The rows of a kind, or the whole inner answer."""
        answer = self.get("query", query=text)
        assert answer.status_code == 200, answer.text
        inner = answer.json()["QueryResponse"]
        return inner.get(kind, []) if kind else inner

    def code(self, what: str, **params: str) -> tuple[int, str]:
        """HTTP status and code of a refusal, in whichever spelling it comes."""
        answer = self.get(what, **params)
        body = answer.json()
        error = body["Fault"]["Error"] if "Fault" in body else body["fault"]["error"]
        return answer.status_code, error[0]["code"].lstrip("0")
