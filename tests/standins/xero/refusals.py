"""Refusals of the service, in both spellings of keys."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tests.standins.serving import Response


class Refused(Exception):
    """The service refuses: status, and the body by key; without keys the body is the plain text."""

    def __init__(
        self, status: int, body: Mapping[str, object] | str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(str(body))
        self.status, self.body, self.headers = status, body, dict(headers or {})

    def response(self, keys: str = "upper") -> Response:
        """The whole answer, its keys beginning in upper or lower case."""
        if isinstance(self.body, str):
            return Response(self.status, self.body.encode(), "text/html; charset=utf-8", dict(self.headers))
        body = _lowered(self.body) if keys == "lower" else self.body
        return Response(self.status, json.dumps(body).encode(), headers=dict(self.headers))


def _lowered(value: object) -> object:
    if isinstance(value, Mapping):
        return {key[:1].lower() + key[1:]: _lowered(content) for key, content in value.items()}
    return [_lowered(each) for each in value] if isinstance(value, list) else value


def _problem(status: int, title: str, detail: str) -> Refused:
    instance = "7f1a2f3c-5c9d-4c1f-9d5a-0b6f3a9c0e11"
    return Refused(
        status,
        {
            "Type": None,
            "Title": title,
            "Status": status,
            "Detail": detail,
            "Instance": instance,
            "Extensions": {},
        },
    )


def unauthorised(detail: str) -> Refused:
    """401; the detail begins with TokenExpired, TokenInvalidSignature, AuthorizationUnsuccessful …"""
    return _problem(401, "Unauthorized", detail)


def forbidden() -> Refused:
    """403: no tenant, one unknown to this token, or one that was disconnected."""
    return _problem(403, "Forbidden", "AuthenticationUnsuccessful")


def offline() -> Refused:
    """503: the organisation cannot be reached for now."""
    return _problem(503, "ServiceUnavailable", "The Organisation for this company is offline")


def query_refused(message: str) -> Refused:
    """400: where or order is not understood, or names a field that the list cannot be filtered by."""
    return Refused(400, {"ErrorNumber": 16, "Type": "QueryParseException", "Message": message})


def invalid(message: str) -> Refused:
    """400: a parameter has a value that is not allowed."""
    return Refused(
        400,
        {
            "ErrorNumber": 10,
            "Type": "ValidationException",
            "Message": "A validation exception occurred",
            "Elements": [{"ValidationErrors": [{"Message": message}]}],
        },
    )


def not_found() -> Refused:
    """404 for a record that is not there: short text."""
    return Refused(404, "The resource you're looking for cannot be found")


def limited(problem: str, retry_after: int | None) -> Refused:
    """429: minute, day, appminute or concurrent; only the last has no Retry-After."""
    headers = {"X-Rate-Limit-Problem": problem}
    if retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    return Refused(429, "", headers)
