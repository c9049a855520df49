"""The client of web services against a real server on loopback that does to answers whatever networks do."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import cast

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from syncdesk.model.errors import FatalError, RetryableError, SetupError, SyncDeskError
from syncdesk.model.redaction import remember_secret
from syncdesk.sources.http.client import GoneError, Ruling
from tests.sources.http.asking import BOOKS, JSON, Signature, client, served
from tests.standins.serving import HTML_PAGE, Fault, Server, at

NEW_PLACE = "/elsewhere"

# --- statuses and bodies --------------------------------------------------------------------------------

BODIES = {"json": b'{"fault": "so it is"}', "html": HTML_PAGE, "empty": b""}
PAGE_MEANS_RETRY = RetryableError
TABLE: list[tuple[int, type[SyncDeskError], type[SyncDeskError]]] = [
    # status, with JSON or nothing, with a page for people
    (301, RetryableError, RetryableError),
    (302, RetryableError, RetryableError),
    (400, FatalError, PAGE_MEANS_RETRY),
    (401, SetupError, SetupError),
    (402, SetupError, PAGE_MEANS_RETRY),
    (403, SetupError, PAGE_MEANS_RETRY),
    (404, GoneError, PAGE_MEANS_RETRY),
    (405, FatalError, PAGE_MEANS_RETRY),
    (407, RetryableError, RetryableError),
    (408, RetryableError, RetryableError),
    (409, RetryableError, RetryableError),
    (410, GoneError, PAGE_MEANS_RETRY),
    (412, FatalError, PAGE_MEANS_RETRY),
    (415, FatalError, PAGE_MEANS_RETRY),
    (422, FatalError, PAGE_MEANS_RETRY),
    (423, RetryableError, RetryableError),
    (425, RetryableError, RetryableError),
    (429, RetryableError, RetryableError),
    (431, FatalError, PAGE_MEANS_RETRY),
    (500, RetryableError, RetryableError),
    (501, RetryableError, RetryableError),
    (502, RetryableError, RetryableError),
    (503, RetryableError, RetryableError),
    (504, RetryableError, RetryableError),
    (511, RetryableError, RetryableError),
    (599, RetryableError, RetryableError),
]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(("status", "plain", "page"), TABLE)
def test_every_status_with_every_body(
    server: Server, status: int, plain: type[SyncDeskError], page: type[SyncDeskError], body: str
) -> None:
    """F-29: one table from HTTP trouble to what happens next; what is final is asked once, all else again."""
    expected = page if body == "html" else plain
    server.before = lambda request: Fault.answer(status, BODIES[body], X_Request_Id="request-4711")
    with client(replace(BOOKS, most_waits=1)) as asking, pytest.raises(SyncDeskError) as failed:
        asking.get(server.address + "/records")
    error = failed.value
    assert isinstance(error, expected)
    assert error.family == expected.family
    assert len(server.log) == (2 if expected is RetryableError else 1)
    assert "Office Books" in error.title
    assert error.remedy
    for part in (f"GET /records: HTTP {status}", "request-4711", "so it is" if body == "json" else ""):
        assert part in error.detail
    if status == 401:
        assert cast("SetupError", error).field == "sign_in"


def test_a_complaint_at_status_200_is_no_answer(server: Server) -> None:
    server.before = at(1, Fault.answer(200, b'{"fault": "wrong question"}'), times=9)
    ruled = replace(BOOKS, rulings=lambda status, said: Ruling("setup", "No plan.", "Buy one."))
    with client(ruled) as asking, pytest.raises(SetupError, match="No plan") as failed:
        asking.get(server.address)
    assert (failed.value.remedy, len(server.log)) == ("Buy one.", 1)


SPOILT = {
    "cut in the body": Fault.middle(),
    "unheard": Fault.unheard(),
    "answer lost": Fault.lost(),
    "half the JSON": Fault.truncated(),
    "JSON twice": Fault.doubled(),
    "a page at 200": Fault.html(200),
    "a page at 404": Fault.html(404),
    "empty": Fault.answer(200),
    "no content": Fault.answer(204),
    "other JSON": Fault.answer(200, b'["page"]'),
    "no UTF-8": Fault.answer(200, b'{"page\xff": 1}'),
    "not what it says": Fault.answer(200, b"abc", Content_Encoding="gzip"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_arrives_spoilt_is_asked_for_again(server: Server, name: str) -> None:
    """F-29, D14: one bad answer changes nothing, bad ones for ever are an error, never an empty page."""
    server.before = at(1, SPOILT[name])
    with client() as asking:
        found, answer = asking.get_as(JSON, server.address, {"page": "7"})
        assert (found, answer.status, asking.calls) == ({"page": 7}, 200, 2)
    server.before = at(1, SPOILT[name], times=9)
    with client() as asking, pytest.raises(RetryableError, match="Office Books"):
        asking.post_as(JSON, server.address, b"{}", "application/json")


def test_redirects_are_not_followed(server: Server) -> None:
    """The Authorization header goes nowhere but to the service itself."""
    server.before = at(1, Fault.answer(307, Location=server.address + NEW_PLACE), times=9)
    with client(authorization=Signature()) as asking, pytest.raises(RetryableError):
        asking.get(server.address + "/records")
    assert {line.path for line in server.log} == {"/records"}


def test_a_login_in_netrc_does_not_replace_our_own(
    server: Server, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine 127.0.0.1 login other password other-password\n", "utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    with client(authorization=Signature()) as asking:
        asking.get(server.address)
    assert server.log[0].headers["authorization"] == "Bearer signature-0"


# --- signing --------------------------------------------------------------------------------------------


def test_a_refused_signature_is_renewed_once(server: Server) -> None:
    """F-29: 401 -> renewed -> answered."""
    signature = Signature()
    server.before = at(1, Fault.answer(401))
    with client(authorization=signature) as asking:
        assert asking.get_as(JSON, server.address)[0] == {"page": 0}
    assert [line.headers["authorization"] for line in server.log] == [
        "Bearer signature-0",
        "Bearer signature-1",
    ]


def test_a_renewed_signature_that_is_refused_means_signing_in_again(server: Server) -> None:
    signature = Signature()
    server.before = at(1, Fault.answer(401, BODIES["json"]), times=9)
    with client(authorization=signature) as asking, pytest.raises(SetupError) as failed:
        asking.get(server.address)
    assert (signature.renewals, len(server.log), failed.value.field) == (1, 2, "sign_in")
    assert "Reconnect" in failed.value.remedy


def test_f44_no_secret_in_any_detail(server: Server) -> None:
    """What a service throws back at us may hold what we sent."""
    remember_secret("tops-ecret-client-value")
    body = json.dumps({"fault": "seen tops-ecret-client-value", "access_token": "abcdefghijkl"}).encode()
    server.before = at(1, Fault.answer(400, body + b" Bearer signature-0000000"), times=9)
    with client(authorization=Signature()) as asking, pytest.raises(FatalError) as failed:
        asking.get(server.address, {"token": "query-secret-value"})
    detail = failed.value.detail
    for secret in ("tops-ecret", "abcdefghijkl", "signature-0000000", "query-secret-value"):
        assert secret not in detail
    assert "seen" in detail


# --- anything at all ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def careless() -> Iterator[Server]:
    """A server whose answers the test below makes up."""
    with Server(served) as running:
        yield running


HEADERS = st.dictionaries(
    st.sampled_from(["Retry-After", "Date", "Content-Encoding", "Location", "Content-Range"]),
    st.sampled_from(["gzip", "deflate", "0", "-1", "9" * 30, "Mon, 99 Foo 2026", "http://[", "a, b;=", ""]),
)


@settings(deadline=None, max_examples=150)
@given(
    status=st.one_of(st.integers(200, 599), st.sampled_from([200, 404, 429, 600, 999])),
    body=st.one_of(st.binary(max_size=300), st.sampled_from(list(BODIES.values()))),
    headers=HEADERS,
)
@example(status=307, body=b"", headers={"Location": "http://["})
def test_nothing_a_service_says_breaks_out(
    careless: Server, status: int, body: bytes, headers: dict[str, str]
) -> None:
    """Whatever the status, the headers and the bytes: an answer, or an error with words for the person."""
    careless.before = lambda request: Fault(status, headers, body)
    hasty = replace(BOOKS, most_waits=1, longest_wait=timedelta(seconds=1))
    with client(hasty) as asking:
        try:
            found, _ = asking.get_as(JSON, careless.address)
        except SyncDeskError as error:
            words = [error.title, error.remedy]
        else:
            assert found == msgspec.json.decode(body)
            words = ["answered"] if 200 <= status < 300 else []
    assert words
    assert all(words)
