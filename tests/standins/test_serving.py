"""The shared server of the stand-ins: keep-alive, log, faults, clock. Everything over real loopback HTTP."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import requests

from tests.standins.serving import Clock, Fault, Request, Response, Server, at, first_of


def echo(request: Request) -> Response:
    """Says what it was asked."""
    return Response(body=f'{{"path": "{request.path}", "number": {request.number}}}'.encode())


@pytest.fixture
def server() -> Iterator[Server]:
    """An echo on loopback."""
    with Server(echo) as running:
        yield running


def test_one_connection_serves_many_requests_and_each_is_logged(server: Server) -> None:
    """Keep-alive, and a log with method, path, query, headers, body length, status and time."""
    with requests.Session() as session:
        for _ in range(3):
            session.get(server.address + "/a%20b?x=1%2B2", headers={"X-Probe": "yes"})
        session.post(server.address + "/post", data=b"12345")
    assert server.connections == 1
    assert [entry.line for entry in server.log] == ["GET /a b?x=1+2"] * 3 + ["POST /post"]
    assert [entry.status for entry in server.log] == [200] * 4
    assert server.log[0].headers["x-probe"] == "yes"
    assert server.log[3].body_length == 5
    assert server.log[3].sent > 0
    assert server.log[0].arrived <= server.log[3].arrived


def test_faults_happen_at_the_request_they_are_meant_for(server: Server) -> None:
    """Status with headers, HTML, half and doubled JSON; then all is well again."""
    get = lambda: requests.get(server.address + "/x", timeout=5)  # noqa: E731
    server.before = first_of(
        at(2, Fault.answer(429, b"{}", Retry_After="7")),
        at(3, Fault.html()),
        at(4, Fault.truncated()),
        at(5, Fault.doubled()),
    )
    assert get().json()["number"] == 1
    limited = get()
    assert (limited.status_code, limited.headers["Retry-After"]) == (429, "7")
    assert get().text.startswith("<!DOCTYPE html>")
    with pytest.raises(requests.exceptions.JSONDecodeError):
        get().json()
    with pytest.raises(requests.exceptions.JSONDecodeError, match="Extra data"):
        get().json()
    assert get().json()["number"] == 6


@pytest.mark.parametrize(
    ("fault", "handled"), [(Fault.unheard(), False), (Fault.lost(), True), (Fault.middle(), True)]
)
def test_a_cut_connection_is_an_error_of_the_network(fault: Fault, handled: bool) -> None:
    """Whether the request had an effect before the line was cut is told by the kind of cut."""
    effects = []
    with Server(lambda request: effects.append(request.path) or Response(body=b"x" * 5000)) as server:
        server.before = at(1, fault, path="/token")
        with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
            requests.get(server.address + "/token", timeout=5)
        assert bool(effects) is handled
        assert server.log[0].status is None
        assert len(requests.get(server.address + "/token", timeout=5).content) == 5000


def test_requests_at_once_are_counted_and_can_be_held_back(server: Server) -> None:
    """Three requests wait for one event; no more than three were ever under way."""
    release, arrived = threading.Event(), threading.Barrier(4)

    def hold(request: Request) -> Fault:
        arrived.wait(timeout=5)
        return Fault.wait(release)

    server.before = hold
    with ThreadPoolExecutor(3) as pool:
        answers = [pool.submit(requests.get, server.address, timeout=5) for _ in range(3)]
        arrived.wait(timeout=5)
        assert server.in_flight == 3
        release.set()
        assert {answer.result().status_code for answer in answers} == {200}
    assert server.max_in_flight == 3


def test_records_can_change_before_any_request_and_bodies_can_be_compressed() -> None:
    """`on_request` runs first; gzip is used only where the client offers it."""
    with Server(lambda request: Response(body=b"y" * 9000), compress=True) as server:
        numbers: list[int] = []
        server.on_request = lambda request: numbers.append(request.number)
        assert requests.get(server.address, timeout=5).content == b"y" * 9000
        assert server.log[0].sent < 1000
        plain = requests.get(server.address, timeout=5, headers={"Accept-Encoding": "identity"})
        assert (plain.content, server.log[1].sent) == (b"y" * 9000, 9000)
        assert numbers == [1, 2]


def test_a_fault_of_the_stand_in_itself_fails_the_test() -> None:
    """A bug in a stand-in must not pass for a fault of the network."""

    def broken(request: Request) -> Response:
        raise KeyError("bug")

    def use() -> None:
        with Server(broken) as server:
            assert requests.get(server.address, timeout=5).status_code == 500

    with pytest.raises(AssertionError, match="KeyError: 'bug'"):
        use()


def test_the_clock_can_be_set_moved_and_stopped() -> None:
    """Real until it is touched; stopped it does not move by itself."""
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    clock = Clock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    clock.freeze(noon)
    assert clock.now() == noon == clock.now()
    clock.advance(minutes=5)
    assert clock.now() == noon + timedelta(minutes=5)
    clock.advance(-60)
    clock.resume()
    assert timedelta(0) <= clock.now() - (noon + timedelta(minutes=4)) < timedelta(seconds=5)


def test_issued_secrets_are_remembered(server: Server) -> None:
    """Tests look for them in logs and error texts (D17)."""
    secret = server.issue("AB11")
    assert secret.startswith("AB11")
    assert server.issued == [secret]
    assert server.issue("AB11") != secret


def test_a_server_may_be_stopped_as_soon_as_it_started() -> None:
    """Its threads end without a word; an exception in one of them fails the test."""
    for _ in range(200):
        with Server(echo) as server:
            address = server.address
    with pytest.raises(requests.ConnectionError):
        requests.get(address, timeout=1)
