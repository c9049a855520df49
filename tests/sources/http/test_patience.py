"""Waiting, stopping, several calls at once, and the way to the service: real sockets, no patience."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from syncdesk.model.errors import RetryableError, RunCancelled
from syncdesk.model.ports import Watch
from syncdesk.sources.http.client import Client, GoneError
from tests.sources.http.asking import BOOKS, JSON, NOW, QUICK, client
from tests.standins.serving import Fault, Request, Server, at


class Told:
    """A watch that writes down what it is told, and may wish to stop at that."""

    def __init__(self, stop: bool = False) -> None:
        self.lines: list[tuple[datetime | None, str]] = []
        self.stop = stop

    def waiting(self, until: datetime | None, why: str) -> None:
        self.lines.append((until, why))

    def watch(self) -> Watch:
        return Watch(lambda: self.stop and bool(self.lines), self.waiting)


def http_date(when: datetime) -> str:
    return when.strftime("%a, %d %b %Y %H:%M:%S GMT")


OTHER_CLOCK = datetime(2031, 1, 1, tzinfo=UTC)
DEMANDS = {
    "seconds": ({"Retry_After": "90"}, 90),
    "date": (
        {"Retry_After": http_date(OTHER_CLOCK + timedelta(seconds=40)), "Date": http_date(OTHER_CLOCK)},
        40,
    ),
    "date without a Date": ({"Retry_After": http_date(OTHER_CLOCK)}, 30),
    "absent": ({}, 30),
    "nonsense": ({"Retry_After": "soon"}, 30),
}


@pytest.mark.parametrize("name", DEMANDS)
def test_f30_a_demanded_wait_is_told_with_its_end_and_taken_back(server: Server, name: str) -> None:
    """Seconds, or a date measured against the answer's own Date header, else the vendor's usual time. It is
    stopped while waiting, and the telling taken back."""
    headers, seconds = DEMANDS[name]
    server.before = at(1, Fault.answer(429, **headers))
    told = Told(stop=True)
    patient = replace(BOOKS, usual_wait=timedelta(seconds=30))
    with client(patient, watch=told.watch()) as asking, pytest.raises(RunCancelled):
        asking.get(server.address)
    (until, why), back = told.lines
    assert until is not None
    assert seconds <= (until - NOW).total_seconds() <= seconds * 1.05 + 0.01
    shown = (NOW + timedelta(seconds=seconds)).astimezone()
    assert why == f"Office Books asks to wait until {shown:%H:%M}."
    assert back == (None, "")


def test_f30_after_the_wait_it_goes_on(server: Server) -> None:
    """A demanded wait is no failed attempt: five of them pass with an allowance of two attempts."""
    server.before = at(1, Fault.answer(429, Retry_After="0"), times=5)
    with client() as asking:
        assert asking.get_as(JSON, server.address)[0] == {"page": 0}
    assert len(server.log) == 6
    server.before = at(1, Fault.answer(429, Retry_After="0"), times=6)
    with client() as asking, pytest.raises(RetryableError, match="asks to wait"):
        asking.get(server.address)


def test_f30_a_wait_that_is_too_long_ends_it_and_tells_the_time(server: Server) -> None:
    server.before = at(1, Fault.answer(429, Retry_After=str(3600 * 3)))
    with client() as asking, pytest.raises(RetryableError) as failed:
        asking.get(server.address)
    assert f"{(NOW + timedelta(hours=3)).astimezone():%H:%M}" in failed.value.remedy
    assert len(server.log) == 1
    server.before = at(1, Fault.answer(429, Retry_After=str(3600 * 20)))
    with client() as asking, pytest.raises(RetryableError) as failed:
        asking.get(server.address)
    assert f"{(NOW + timedelta(hours=20)).astimezone():%d %B %H:%M}" in failed.value.remedy


def test_f30_the_vendors_limit_a_minute_is_kept_in_advance(server: Server) -> None:
    told = Told(stop=True)
    with client(replace(BOOKS, per_minute=3), watch=told.watch()) as asking:
        for _ in range(3):
            asking.get(server.address)
        with pytest.raises(RunCancelled):
            asking.get(server.address)
    assert len(server.log) == 3
    until, why = told.lines[0]
    assert until is not None
    assert 50 < (until - NOW).total_seconds() <= 60
    assert "3 calls a minute" in why


def test_a_wish_to_stop_is_heard_while_a_service_says_nothing(server: Server) -> None:
    """Within about a second, although the read itself waits a minute."""
    never, arrived = threading.Event(), threading.Event()

    def hold(request: Request) -> Fault:
        arrived.set()
        return Fault.wait(never)

    server.before = hold
    with client(trial=replace(QUICK, read_seconds=60), watch=Watch(arrived.is_set)) as asking:
        began = time.monotonic()
        with pytest.raises(RunCancelled):
            asking.get(server.address)
        assert time.monotonic() - began < 1.5
    never.set()


def test_a_service_that_says_nothing_is_given_up(server: Server) -> None:
    never = threading.Event()
    server.before = at(1, Fault.wait(never), times=9)
    hasty = replace(QUICK, read_seconds=0.1)
    with client(trial=hasty) as asking, pytest.raises(RetryableError, match="did not answer in time"):
        asking.get(server.address)
    never.set()


# --- the way there --------------------------------------------------------------------------------------


def test_f32_an_unknown_host_is_named() -> None:
    with client() as asking, pytest.raises(RetryableError, match=r"books\.invalid") as failed:
        asking.get("https://books.invalid/records")
    assert "not found" in failed.value.title
    assert "internet" in failed.value.remedy


def test_f32_a_refused_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with client() as asking, pytest.raises(RetryableError, match="cannot be reached"):
        asking.get(f"http://127.0.0.1:{port}/records")


@contextmanager
def pages_of(server: Server, most: int) -> Iterator[tuple[Client, Callable[[int], Callable[[], int]]]]:
    """A client and a way to make questions for pages."""
    with client(replace(BOOKS, at_once=most)) as asking:

        def question(number: int) -> Callable[[], int]:
            return lambda: asking.get_as(JSON, server.address, {"page": str(number)})[0]["page"]

        yield asking, question


def test_pages_ahead_come_in_order_and_never_too_many_at_once(server: Server) -> None:
    """Answers that overtake one another are given in the order of their questions; the vendor's limit of
    calls at once is kept and used."""
    second = threading.Event()

    def overtake(request: Request) -> Fault | None:
        if request.params["page"] == "2":
            second.set()
        return Fault.wait(second) if request.params["page"] == "1" else None

    server.before, server.latency = overtake, 0.01
    with pages_of(server, 3) as (asking, question):
        assert list(asking.ahead(question(n) for n in range(1, 13))) == list(range(1, 13))
        assert server.max_in_flight in (2, 3)
        assert list(asking.ahead([question(5)], workers=99)) == [5]
    assert server.max_in_flight <= 3


def test_the_first_error_ends_pages_ahead(server: Server) -> None:
    server.before = lambda request: Fault.answer(404) if request.params["page"] == "3" else None
    found: list[int] = []
    with pages_of(server, 2) as (asking, question), pytest.raises(GoneError):
        found.extend(asking.ahead(question(n) for n in range(1, 100)))
    assert found == [1, 2]
    assert len(server.log) < 8


def test_a_closed_client_does_not_go_on(server: Server) -> None:
    with client() as asking:
        asking.get(server.address)
    with pytest.raises(RunCancelled):
        asking.get(server.address)
