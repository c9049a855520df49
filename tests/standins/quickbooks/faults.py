"""Refusals of the service in both spellings, as answers and as faults that a test can inject.

standin.server.before = at(2, faults.unauthorised())
standin.server.before = at(1, faults.throttled(retry_after=7), times=3)
"""

from __future__ import annotations

import msgspec

from tests.standins.serving import Fault, Response

GATEWAY_TYPES = {"AUTHENTICATION", "AUTHORIZATION", "THROTTLING"}
TIME = "2026-04-07T12:51:28.000-07:00"


class Refused(Exception):
    """The service refuses: HTTP status, code, message and detail as the body will say them."""

    def __init__(
        self, status: int, code: str, message: str, detail: str, kind: str = "ValidationFault"
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.detail, self.kind = status, code, message, detail, kind
        self.headers: dict[str, str] = {}

    def fault(self) -> dict[str, object]:
        """The inner part that batch items share with whole answers."""
        error = {"Message": self.message, "Detail": self.detail, "code": self.code, "element": ""}
        return {"Error": [error], "type": self.kind}

    def body(self, time: str, spelling: str = "mixed") -> bytes:
        """The JSON body; "mixed" takes the gateway's spelling where the gateway is the one to refuse."""
        if spelling == "gateway" or (spelling == "mixed" and self.kind in GATEWAY_TYPES):
            error = {"message": self.message, "detail": self.detail, "code": self.code, "element": None}
            document: dict[str, object] = {
                "warnings": None,
                "fault": {"error": [error], "type": self.kind},
                "batchItemResponse": [],
                "time": time,
            }
        else:
            document = {"Fault": self.fault(), "time": time}
        return msgspec.json.encode(document)

    def response(self, time: str, spelling: str) -> Response:
        """The whole answer."""
        return Response(self.status, self.body(time, spelling), headers=dict(self.headers))


def not_found(what: str) -> Refused:
    """610: deleted, never there, or of another company."""
    detail = (
        f"Object Not Found : {what}. Something you're trying to use has been made inactive. "
        "Check the fields with accounts, customers, items, vendors or employees."
    )
    return Refused(400, "610", "Object Not Found", detail)


def bad_query(code: str, detail: str) -> Refused:
    """4000: not understood; 4001: understood but not valid."""
    message = "Error parsing query" if code == "4000" else "Invalid query"
    sort = "QueryParserError" if code == "4000" else "QueryValidationError"
    return Refused(400, code, message, f"{sort}: {detail}")


def unsupported(what: str) -> Refused:
    """500: an operation the service does not know, or one the stand-in never allows, such as any writing."""
    return Refused(400, "500", "Unsupported Operation", f"Operation {what} is not supported.")


def token_refused() -> Refused:
    """3200: no token, an unknown one, or an expired one."""
    return Refused(
        401,
        "3200",
        "message=AuthenticationFailed; errorCode=003200; statusCode=401",
        "Token expired or invalid",
        "AUTHENTICATION",
    )


def company_refused() -> Refused:
    """3100: no permission for this company, or keys of the other environment."""
    return Refused(
        403,
        "3100",
        "message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403",
        "The application is not authorised for this company",
        "AUTHORIZATION",
    )


def throttle(status: int = 429, retry_after: int | None = None) -> Refused:
    """3001 with its leading zeros, with or without Retry-After."""
    refused = Refused(
        status,
        "003001",
        "message=ThrottleExceeded; errorCode=003001; statusCode=429",
        "The request limit was reached",
        "THROTTLING",
    )
    if retry_after is not None:
        refused.headers["Retry-After"] = str(retry_after)
    return refused


def broken_page() -> Refused:
    """10000: something failed at Intuit."""
    return Refused(500, "10000", "An application error has occurred", "System Failure Error", "SystemFault")


# --- the same, ready to inject ------------------------------------------------------------------------------


def injected(refused: Refused, spelling: str = "mixed", status: int | None = None) -> Fault:
    """Any refusal as a fault; `status=200` makes it the error that calls itself success."""
    headers = {"intuit_tid": "1-injected", **refused.headers}
    return Fault(status=status or refused.status, body=refused.body(TIME, spelling), headers=headers)


def unauthorised(spelling: str = "mixed") -> Fault:
    """401 with code 3200."""
    return injected(token_refused(), spelling)


def forbidden(spelling: str = "mixed") -> Fault:
    """403 with code 3100."""
    return injected(company_refused(), spelling)


def throttled(retry_after: int | None = None, status: int = 429) -> Fault:
    """429 (formerly 403) with code 003001."""
    return injected(throttle(status, retry_after))


def not_administrator() -> Fault:
    """Code 120: whoever consented has no access any more."""
    return injected(
        Refused(400, "120", "Authorization Failure", "The user is not an administrator", "AuthorizationFault")
    )


def subscription_ended() -> Fault:
    """Code 6190."""
    detail = "Subscription period has ended or canceled or there was a billing problem."
    return injected(Refused(400, "6190", "Invalid Company Status", detail))


def server_failure() -> Fault:
    """500 with code 10000."""
    return injected(broken_page())


def success_with_fault(refused: Refused | None = None) -> Fault:
    """HTTP 200 whose body is a Fault."""
    return injected(refused or broken_page(), "entity", 200)
