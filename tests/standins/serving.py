"""What every stand-in shares: a small HTTP/1.1 server on loopback, a settable clock, faults on request.

A stand-in hands in one function from `Request` to `Response`; everything a network can do to an answer on its
way is done here, so that tests of any connector inject the same faults:

    with Server(answer) as server:
        server.before = at(3, Fault.answer(503))      # the third request gets a 503
        server.before = at(1, Fault.lost(), path="/token")  # handled, but the answer never arrives
"""

from __future__ import annotations

import gzip
import secrets
import socket
import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from http import HTTPStatus
from types import TracebackType
from typing import BinaryIO, Self, cast
from urllib.parse import parse_qs, unquote

from tests.standins.clock import Clock

__all__ = [
    "Clock",
    "Fault",
    "Hook",
    "Logged",
    "Request",
    "Response",
    "Server",
    "at",
    "first_of",
    "serve_by_hand",
]

HTML_PAGE = (
    b"<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>"
)
LONGEST_HEAD = 64 * 1024


@dataclass(frozen=True)
class Request:
    """One request as it arrived. Header names are in lower case; `number` counts arrivals from 1."""

    number: int
    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes

    @cached_property
    def params(self) -> dict[str, str]:
        """The query string decoded as forms are: a bare `+` is a space; the last of equal names counts."""
        return _form(self.query)

    @cached_property
    def form(self) -> dict[str, str]:
        """The body decoded as a form."""
        return _form(self.body.decode("utf-8", "replace"))


@dataclass
class Response:
    """An answer before the network has had its way with it."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json;charset=UTF-8"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Logged:
    """A line of the request log; `status` is None until answered and stays None if the connection was cut."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body_length: int
    arrived: datetime
    status: int | None = None
    seconds: float = 0.0
    sent: int = 0

    @property
    def line(self) -> str:
        """Method, path and decoded query in one string, easy to look through."""
        return f"{self.method} {self.path}" + (f"?{unquote(self.query)}" if self.query else "")


@dataclass(frozen=True)
class Fault:
    """What happens to one request instead of a plain answer; use the named constructors below.

    `status` replaces the stand-in's answer and the request is not handled. `cut` ends the connection:
    "unheard" before the request is handled, "lost" after it was handled but before anything is sent,
    "middle" within the body. `spoil` changes the body of the real answer: "html", "truncated" (a proper
    HTTP message with half the JSON), "doubled". `until` holds the request back until the event is set.
    """

    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    content_type: str = "application/json;charset=UTF-8"
    cut: str = ""
    spoil: str = ""
    until: threading.Event | None = None

    @classmethod
    def answer(cls, status: int, body: bytes = b"", **headers: str) -> Self:
        """This status and body; header names are given with `_` for `-` (Retry_After="7")."""
        return cls(
            status=status, body=body, headers={name.replace("_", "-"): v for name, v in headers.items()}
        )

    @classmethod
    def html(cls, status: int = 200) -> Self:
        """A page for people where JSON was asked for."""
        return cls(status=status, body=HTML_PAGE, content_type="text/html; charset=utf-8")

    @classmethod
    def unheard(cls) -> Self:
        """The connection ends and the request has had no effect."""
        return cls(cut="unheard")

    @classmethod
    def lost(cls) -> Self:
        """The request took effect, but the connection ends before its answer."""
        return cls(cut="lost")

    @classmethod
    def middle(cls) -> Self:
        """The connection ends after half of the promised body."""
        return cls(cut="middle")

    @classmethod
    def truncated(cls) -> Self:
        """A complete HTTP message that holds only half of the JSON."""
        return cls(spoil="truncated")

    @classmethod
    def doubled(cls) -> Self:
        """The JSON twice in one body."""
        return cls(spoil="doubled")

    @classmethod
    def wait(cls, until: threading.Event) -> Self:
        """The proper answer, once the event is set."""
        return cls(until=until)


Hook = Callable[[Request], Fault | None]


def at(first: int, fault: Fault, path: str = "", times: int = 1, method: str = "") -> Hook:
    """A hook: the fault hits the first-th request (from 1) whose path holds `path`, `times` in a row."""
    lock, seen = threading.Lock(), [0]

    def hook(request: Request) -> Fault | None:
        if path not in request.path or (method and request.method != method):
            return None
        with lock:
            seen[0] += 1
            return fault if first <= seen[0] < first + times else None

    return hook


def first_of(*hooks: Hook) -> Hook:
    """Several hooks in one; each sees every request and the first fault counts."""

    def hook(request: Request) -> Fault | None:
        found = [each(request) for each in hooks]
        return next((fault for fault in found if fault is not None), None)

    return hook


class Server:
    """Serves `answer` on an ephemeral loopback port with one thread per connection, from `start` to `stop`.

    `latency` (seconds) is added to every answer. `on_request` is called before each request is handled, so
    that a test can change the records in mid-walk. `max_in_flight` is the most requests there ever were at
    once, `connections` how many clients opened. `issued` holds every secret given out, for tests that look
    for leaks. An exception in the stand-in is answered with 500, kept in `crashes`, and raised when the
    `with` block ends.
    """

    def __init__(
        self,
        answer: Callable[[Request], Response],
        clock: Clock | None = None,
        port: int = 0,
        latency: float = 0.0,
        compress: bool = False,
    ) -> None:
        self.clock = clock or Clock()
        self.latency = latency
        self.compress = compress
        self.before: Hook | None = None
        self.on_request: Callable[[Request], object] | None = None
        self.log: list[Logged] = []
        self.issued: list[str] = []
        self.crashes: list[str] = []
        self.in_flight = self.max_in_flight = self.connections = 0
        self._answer = answer
        self._count = 0
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", port), backlog=128)
        self.port: int = self._listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def issue(self, prefix: str = "", length: int = 32) -> str:
        """A new random secret, remembered in `issued`."""
        secret = prefix + secrets.token_urlsafe(length)
        self.issued.append(secret)
        return secret

    def start(self) -> Self:
        """Begin to accept connections."""
        self._listener.settimeout(0.2)  # closing a listener does not wake its accept() on every system
        self._spawn(self._accept, ())
        return self

    def stop(self) -> None:
        """End every connection and thread."""
        self._stopping.set()
        for held in (self._listener, *tuple(self._open)):
            _end(held)
        for thread in self._threads:
            thread.join(timeout=10)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.stop()
        if kind is None and self.crashes:
            raise AssertionError("the stand-in itself failed:\n" + "\n".join(self.crashes))

    # --- inside ---------------------------------------------------------------------------------------------

    def _spawn(self, work: Callable[..., None], arguments: tuple[object, ...]) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads = [known for known in self._threads if known.is_alive()]
        thread.start()
        self._threads.append(thread)

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                connection, _ = self._listener.accept()
                connection.settimeout(None)
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError:
                continue  # nobody came yet, or has left already, or we are stopping
            self._open.add(connection)
            if self._stopping.is_set():
                _end(connection)
                return
            self.connections += 1
            self._spawn(self._serve, (connection,))

    def _serve(self, connection: socket.socket) -> None:
        try:
            with connection, connection.makefile("rb", 65536) as stream:
                while not self._stopping.is_set():
                    message = _read(cast("BinaryIO", stream))
                    if message is None or not self._exchange(connection, *message):
                        return
        except (OSError, ValueError):
            return  # the client left in the middle, or we are stopping
        finally:
            self._open.discard(connection)

    def _exchange(
        self, connection: socket.socket, method: str, target: str, headers: dict[str, str], body: bytes
    ) -> bool:
        began = time.perf_counter()
        path, _, query = target.partition("?")
        with self._lock:
            self._count += 1
            request = Request(self._count, method, unquote(path), query, headers, body)
            logged = Logged(method, request.path, query, headers, len(body), self.clock.now())
            self.log.append(logged)
            self.in_flight += 1
            self.max_in_flight = max(self.max_in_flight, self.in_flight)
        try:
            fault = (self.before and self.before(request)) or Fault()
            if self.latency:
                self._stopping.wait(self.latency)
            while fault.until and not fault.until.wait(0.05) and not self._stopping.is_set():
                pass
            response = None if fault.cut == "unheard" else self._respond(request, fault)
            if response is None or fault.cut == "lost":
                _end(connection)
                return False
            message = self._message(request, response)
            if fault.cut == "middle":
                connection.sendall(message[: len(message) - max(1, len(response.body) // 2)])
                _end(connection)
                return False
            logged.status, logged.sent = response.status, len(response.body)
            logged.seconds = time.perf_counter() - began
        finally:
            with self._lock:
                self.in_flight -= 1
        connection.sendall(message)
        return headers.get("connection", "").lower() != "close"

    def _respond(self, request: Request, fault: Fault) -> Response:
        if fault.status is not None:
            return Response(fault.status, fault.body, fault.content_type, dict(fault.headers))
        try:
            if self.on_request:
                self.on_request(request)
            response = self._answer(request)
        except Exception:  # noqa: BLE001 - a bug in the stand-in must not look like a fault of the network
            self.crashes.append(traceback.format_exc())
            return Response(500, b"stand-in failed", "text/plain")
        if fault.spoil == "truncated":
            response.body = response.body[: len(response.body) // 2]
        elif fault.spoil == "doubled":
            response.body += response.body
        elif fault.spoil == "html":
            response.body, response.content_type = HTML_PAGE, "text/html; charset=utf-8"
        return response

    def _message(self, request: Request, response: Response) -> bytes:
        if (
            self.compress
            and len(response.body) > 500
            and "gzip" in request.headers.get("accept-encoding", "")
        ):
            response.body = gzip.compress(response.body, 1)
            response.headers["Content-Encoding"] = "gzip"
        lines = [f"HTTP/1.1 {response.status} {_reason(response.status)}"]
        lines += [f"{name}: {value}" for name, value in response.headers.items()]
        if response.body or response.status not in (204, 304):
            lines += [f"Content-Type: {response.content_type}", f"Content-Length: {len(response.body)}"]
        return "\r\n".join((*lines, "", "")).encode("latin-1") + response.body


def _read(reader: BinaryIO) -> tuple[str, str, dict[str, str], bytes] | None:
    """The next request of a connection, or None when the client has closed it; ValueError: it is no HTTP."""
    first = reader.readline(LONGEST_HEAD)
    if not first.strip():
        return None
    method, target, _version = first.decode("latin-1").split()
    headers: dict[str, str] = {}
    while (line := reader.readline(LONGEST_HEAD).decode("latin-1").strip()) != "":
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    return method, target, headers, reader.read(int(headers.get("content-length", "0")))


def _form(text: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(text, keep_blank_values=True).items()}


def _reason(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Status"


def _end(connection: socket.socket) -> None:
    """Close at once, waking whoever reads from it."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    finally:
        connection.close()


def serve_by_hand(facts: Sequence[tuple[str, str]]) -> None:
    """Print what a client needs, and serve until interrupted."""
    width = max(len(name) for name, _ in facts)
    for name, value in facts:
        print(f"{name:{width}} {value}", flush=True)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        print("stopped")
