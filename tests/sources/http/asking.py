"""What the tests of the client share: a server on loopback, a vendor, a client with next to no patience."""

import json
from datetime import UTC, datetime, timedelta

import msgspec

from syncdesk.model.ports import Watch
from syncdesk.sources.http.client import Answer, Client, Complaint, Trial, Vendor
from tests.standins.serving import Request, Response

JSON = msgspec.json.Decoder(dict[str, int])
QUICK = Trial(attempts=2, first_delay=0.002, longest_delay=0.002, connect_seconds=2, read_seconds=5)
NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def complaint(answer: Answer) -> Complaint | None:
    """This vendor's own words for a fault: {"fault": …}."""
    try:
        found = json.loads(answer.body)
        return Complaint("77", str(found["fault"])) if "fault" in found else None
    except (ValueError, TypeError):
        return None


BOOKS = Vendor(
    name="Office Books",
    at_once=4,
    per_minute=0,
    request_id_headers=("X-Request-Id",),
    complaint=complaint,
    usual_wait=timedelta(0),
)


def served(request: Request) -> Response:
    """The number of the page asked for, as JSON."""
    return Response(body=json.dumps({"page": int(request.params.get("page", "0"))}).encode())


def client(vendor: Vendor = BOOKS, trial: Trial = QUICK, **more: object) -> Client:
    """A client that has next to no patience."""
    return Client(vendor, trial=trial, clock=lambda: NOW, **more)  # type: ignore[arg-type]


class Signature:
    """Signs with a number that grows with each renewal."""

    def __init__(self) -> None:
        self.renewals = 0

    def header(self, watch: Watch) -> str:
        return "Bearer signature-0"

    def renew(self, refused: str, watch: Watch) -> str:
        self.renewals += 1
        return f"Bearer signature-{self.renewals}"
