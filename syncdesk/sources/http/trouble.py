"""The one table from HTTP trouble to what happens next and to the words for it. A vendor lays single lines
over it (`Ruling`)."""

import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import requests
import urllib3

from syncdesk.model.errors import FatalError, RecordError, RetryableError, SetupError, SyncDeskError
from syncdesk.model.redaction import redacted
from syncdesk.model.sign_in import SIGN_IN

Verdict = Literal["renew", "throttled", "retry", "setup", "gone", "ours", "fatal"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a service: `headers` with names in lower case, `body` decoded and whole, `url` without
    its query."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a vendor's body says of a fault: the vendor's code, text and word for it, '' where absent."""

    code: str = ""
    message: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One line of a vendor's own laid over the common table; empty words mean the common ones."""

    verdict: Verdict
    title: str = ""
    remedy: str = ""


class GoneError(RecordError):
    """The service says that there is no such record (any more)."""


class ThrottledError(RetryableError):
    """The service lets nothing more through for now: asking something else instead would not help."""


class NotUnderstoodError(Exception):
    """The answer holds something else than was asked for. Only inside the room; the call is repeated."""


_TABLE: dict[int, Verdict] = {
    400: "ours",
    401: "renew",
    402: "setup",
    403: "setup",
    404: "gone",
    407: "retry",
    408: "retry",
    409: "retry",
    410: "gone",
    412: "ours",
    421: "retry",
    423: "retry",
    425: "retry",
    429: "throttled",
}
"""Statuses that are not judged by their hundred: other 4xx are faults of ours, everything else is tried again
(a redirect too: it comes from a network that wants a sign-in of its own first)."""


def verdict_of(status: int) -> Verdict:
    """What the common table says of a status."""
    return _TABLE.get(status, "ours" if 400 <= status < 500 else "retry")


Make = Callable[[str, str, str], SyncDeskError]


def fault(name: str, verdict: Verdict, ruling: Ruling | None, detail: str) -> SyncDeskError:
    """The error of a verdict, in the vendor's words where it has its own."""
    title, remedy, make = _WORDS[verdict]
    if ruling is not None:
        title, remedy = ruling.title or title, ruling.remedy or remedy
    return make(title.format(name=name), remedy.format(name=name), redacted(detail))


_RECONNECT = (
    "Sign in again: press Reconnect in the window, or run 'syncdesk company connect NAME'. "
    "Links and history stay."
)
_OFFLINE = "Check that this computer is connected to the internet, then try again. Nothing is lost."
_LATER = "Nothing is lost. Try again in a few minutes; the next run reads what is missing."


def _sign_in(title: str, remedy: str, detail: str) -> SyncDeskError:
    return SetupError(title, remedy, detail, SIGN_IN)


_WORDS: dict[Verdict, tuple[str, str, Make]] = {
    "renew": ("{name} does not accept the sign-in any more.", _RECONNECT, _sign_in),
    "setup": ("{name} refuses access to this company.", _RECONNECT, _sign_in),
    "throttled": ("{name} asks to wait.", _LATER, ThrottledError),
    "retry": ("{name} cannot answer at the moment.", _LATER, RetryableError),
    "gone": ("{name} has no such record.", "It may have been deleted there.", GoneError),
    "ours": (
        "{name} did not understand a question of SyncDesk.",
        "This is a fault of SyncDesk; please report it with the details.",
        FatalError,
    ),
    "fatal": (
        "{name} cannot be read.",
        "Please report it with the details.",
        FatalError,
    ),
}


def unreadable(name: str, detail: str) -> RetryableError:
    """The error for answers that never made sense."""
    return RetryableError(f"{name} answered with something that cannot be read.", _LATER, redacted(detail))


def network_fault(name: str, host: str, error: Exception) -> SyncDeskError:
    """A fault below HTTP in plain words: what is away, and what cures it (F-32)."""
    detail = redacted(f"{type(error).__name__}: {error}")
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in _causes(error)):
        return _certificate(name, host, detail)
    if isinstance(error, requests.exceptions.ProxyError):
        return RetryableError(
            f"The proxy on the way to {name} does not let the call through.",
            "Check the proxy in this computer's network settings, or ask whoever looks after the network.",
            detail,
        )
    if isinstance(error, requests.exceptions.Timeout | urllib3.exceptions.TimeoutError | TimeoutError):
        return RetryableError(f"{name} did not answer in time.", _LATER, detail)
    if re.search(r"(?i)name or service|nodename|getaddrinfo|resolve|no address", str(error)):
        return RetryableError(
            f"The address {host} of {name} was not found.",
            _OFFLINE,
            detail,
        )
    return RetryableError(
        f"{name} cannot be reached.",
        "Check that this computer is connected to the internet. " + _LATER,
        detail,
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and every one wrapped in it: a secure connection that broke is no bad certificate."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop()
        if isinstance(each, BaseException) and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += [*each.args, getattr(each, "reason", None), each.__cause__, each.__context__]


def _certificate(name: str, host: str, detail: str) -> SetupError:
    reason = re.search(r"(?i)verify failed: ([^()\]]+)", detail)
    why = f" ({reason[1].strip()})" if reason else ""
    return SetupError(
        f"The certificate that {host} showed is not trusted by this computer{why}.",
        "If your office's network puts in a certificate of its own, it must be in this computer's list of "
        f"trusted certificates; ask whoever looks after the network. Nothing was sent to {name}.",
        detail,
    )
