"""What is particular to Intuit: addresses, limits, and how its complaints read. Data for sources/http; used
by source.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct, field

from syncdesk.sources.http.address import base_address
from syncdesk.sources.http.client import Vendor
from syncdesk.sources.http.trouble import Answer, Complaint, Ruling

NAME: Final = "QuickBooks Online"
SCOPE: Final = "com.intuit.quickbooks.accounting"
API: Final = "https://quickbooks.api.intuit.com"
IDENTITY: Final = "https://oauth.platform.intuit.com"
CONSENT: Final = "https://appcenter.intuit.com/connect/oauth2"
REVOKE: Final = "https://developer.api.intuit.com/v2/oauth2/tokens/revoke"
REDIRECT: Final = "http://localhost:8742/callback"
_PAGE: Final = "https://app.qbo.intuit.com/app/invoice?txnId="
_SANDBOX_PAGE: Final = "https://app.sandbox.qbo.intuit.com/app/invoice?txnId="
_LONGEST_FAULT: Final = 100_000  # a success with so long a body has rows in it, not a fault


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where to ask, where to sign in, and where a person opens an invoice (up to its id)."""

    api: str
    consent: str
    token: str
    revoke: str
    page: str

    @classmethod
    def of(cls, values: Mapping[str, str]) -> "Addresses":
        """From the fields `api_base` and `identity_base`; empty ones mean Intuit's own. Raises SetupError
        naming the field."""
        api = base_address(values.get("api_base") or API, "api_base", "Address of the service")
        api = api.removesuffix("/v3/company").removesuffix("/v3")
        identity = base_address(
            values.get("identity_base") or IDENTITY, "identity_base", "Address of the sign-in"
        )
        own = identity == IDENTITY
        sandbox = (urlsplit(api).hostname or "").startswith("sandbox")
        return cls(
            api=api,
            consent=CONSENT if own else f"{identity}/connect/oauth2",
            token=f"{identity}/oauth2/v1/tokens/bearer",
            revoke=REVOKE if own else f"{identity}/v2/oauth2/tokens/revoke",
            page=_SANDBOX_PAGE if sandbox else _PAGE,
        )


class _Error(Struct, gc=False):
    """One error of a fault, in the service's spelling or in that of the gateway before it."""

    code: str | int | None = None
    message: str | None = field(default=None, name="Message")
    detail: str | None = field(default=None, name="Detail")
    gateway_message: str | None = field(default=None, name="message")
    gateway_detail: str | None = field(default=None, name="detail")


class _Fault(Struct, gc=False):
    """A fault: both spellings of its list of errors."""

    errors: list[_Error] | None = field(default=None, name="Error")
    gateway_errors: list[_Error] | None = field(default=None, name="error")
    type: str | None = None


class _Faulty(Struct, gc=False):
    """A body that may hold a fault at its top."""

    fault: _Fault | None = field(default=None, name="Fault")
    gateway_fault: _Fault | None = field(default=None, name="fault")


_DECODER = msgspec.json.Decoder(_Faulty)


def complaint(answer: Answer) -> Complaint | None:
    """What the service complains of, whatever the HTTP status: a success can carry a fault too. Codes come
    without leading zeros. None = no complaint, or none that can be read."""
    body = answer.body
    if answer.status < 300 and len(body) > _LONGEST_FAULT:
        return None
    if b'"Fault"' not in body and b'"fault"' not in body:
        return None
    try:
        faulty = _DECODER.decode(body)
    except msgspec.DecodeError:
        return None
    fault = faulty.fault or faulty.gateway_fault
    if fault is None:
        return None
    errors = fault.errors or fault.gateway_errors or [_Error()]
    error = errors[0]
    texts = (error.message or error.gateway_message, error.detail or error.gateway_detail)
    return Complaint(
        code=str(error.code or "").lstrip("0"),
        message=": ".join(text for text in texts if text),
        kind=fault.type or "",
    )


_SIGN_IN_AGAIN = "Connect again with a person who is an administrator of the company in QuickBooks Online."
_RULINGS: Mapping[str, Ruling] = {
    "3200": Ruling("renew"),
    "3100": Ruling(
        "setup",
        "QuickBooks Online does not let this app read this company.",
        "Connect again and choose the company. Development keys reach sandbox companies only, production "
        "keys only real ones: make sure that the keys and the address of the service belong together.",
    ),
    "120": Ruling("setup", "QuickBooks Online no longer lets the person who connected read.", _SIGN_IN_AGAIN),
    "6190": Ruling(
        "setup",
        "The QuickBooks Online subscription of this company has ended or was not paid.",
        "Ask the owner of the company to sign in to QuickBooks Online and to look at Billing & Subscription.",
    ),
    "610": Ruling("gone"),
    "3001": Ruling(
        "throttled",
        "QuickBooks Online goes on refusing more questions.",
        "If it does so for hours, the monthly allowance of the app's keys may be used up: it is shown in "
        "Intuit's developer portal and begins anew next month.",
    ),
    "4000": Ruling("ours"),
    "4001": Ruling("ours"),
    "500": Ruling("ours"),
    "10000": Ruling("retry"),
}


def rulings(status: int, complaint: Complaint) -> Ruling | None:
    """What a code means here; None = as the HTTP status says.

    500 is a code only beside status 400. A bare 404 is not the service's own word that a record is gone
    (D14): that is code 610."""
    if complaint.code == "500" and status >= 500:
        return None
    if complaint.code not in _RULINGS and status in (404, 410):
        return Ruling("retry")
    return _RULINGS.get(complaint.code)


VENDOR: Final = Vendor(
    name=NAME,
    at_once=4,
    per_minute=500,
    request_id_headers=("intuit_tid",),
    complaint=complaint,
    rulings=rulings,
    usual_wait=timedelta(seconds=60),
)
