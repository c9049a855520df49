"""What is particular to Xero: addresses, limits, and how its complaints read. Data for sources/http; used by
source.py and signing_in.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import msgspec

from syncdesk.sources.http.address import base_address
from syncdesk.sources.http.client import Vendor
from syncdesk.sources.http.trouble import Answer, Complaint, Ruling

NAME: Final = "Xero"
API: Final = "https://api.xero.com"
IDENTITY: Final = "https://identity.xero.com"
LOGIN: Final = "https://login.xero.com"
REDIRECTS: Final = tuple(f"http://localhost:{port}/callback" for port in range(8742, 8747))
"""Registered with the app; tried in turn, because Xero takes no free port and no wildcard."""

_PAGE: Final = (
    "https://go.xero.com/organisationlogin/default.aspx?shortcode={code}"
    "&redirecturl=/AccountsReceivable/View.aspx?InvoiceID={id}"
)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where to ask, and where to sign in."""

    connections: str
    accounting: str
    consent: str
    token: str
    revoke: str

    @classmethod
    def of(cls, values: Mapping[str, str]) -> "Addresses":
        """From the fields `api_base` and `identity_base`; empty ones mean Xero's own. Raises SetupError
        naming the field."""
        api = base_address(values.get("api_base") or API, "api_base", "address of the service")
        api = api.removesuffix("/api.xro/2.0").removesuffix("/api.xro")
        identity = base_address(
            values.get("identity_base") or IDENTITY, "identity_base", "address of the sign-in"
        )
        login = LOGIN if identity == IDENTITY else identity
        return cls(
            connections=f"{api}/connections",
            accounting=f"{api}/api.xro/2.0",
            consent=f"{login}/identity/connect/authorize",
            token=f"{identity}/connect/token",
            revoke=f"{identity}/connect/revocation",
        )


def page_of(short_code: str, invoice_id: str) -> str:
    """The address at which a person sees an invoice, '' where the organisation has no short code."""
    return _PAGE.format(code=short_code, id=invoice_id) if short_code else ""


def complaint(answer: Answer) -> Complaint | None:
    """What Xero complains of; its keys come in both cases. None = nothing, or nothing that can be read."""
    if answer.status < 400:
        return None
    try:
        found = msgspec.json.decode(answer.body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if not isinstance(found, dict):
        return None
    said: dict[str, Any] = {str(key).lower(): value for key, value in found.items()}
    problem = answer.headers.get("x-rate-limit-problem", "")
    return Complaint(
        code=str(said.get("errornumber") or ""),
        message=str(said.get("detail") or said.get("message") or said.get("title") or ""),
        kind=problem.lower() or str(said.get("type") or ""),
    )


_DISCONNECTED: Final = Ruling(
    "setup",
    "This organisation is not connected to SyncDesk in Xero any more.",
    "Sign in again and choose the organisation: press Reconnect in the window, or run 'syncdesk company "
    "connect NAME'. Links and history stay.",
)
_SCOPE: Final = Ruling(
    "setup",
    "The permission given in Xero does not cover what SyncDesk has to read.",
    "Sign in again and allow everything that is asked for; SyncDesk only reads.",
)


def rulings(status: int, complaint: Complaint) -> Ruling | None:
    """What is particular to Xero; None = as the HTTP status says."""
    if status == 401 and "scope" in complaint.message.lower():
        return _SCOPE
    if status == 403:
        return _DISCONNECTED
    return None


VENDOR: Final = Vendor(
    name=NAME,
    at_once=4,
    per_minute=60,
    request_id_headers=("Xero-Correlation-Id",),
    complaint=complaint,
    rulings=rulings,
    usual_wait=timedelta(seconds=2),  # only the limit of calls at once comes without a time
)
