"""Waiting for the browser to come back from a vendor's page to this computer (RFC 8252). Used by
sign_in.py."""

import errno
import os
import socket
import time
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from syncdesk.model.errors import RetryableError, RunCancelled
from syncdesk.sources.http.browser_page import HEADERS

Visit = Callable[[str], tuple[bytes, bool]]
"""Handed the query of a visit; gives the page to show and whether that was the visit waited for."""

_LOOK = 0.2
_LONGEST_QUERY = 16_000


class Listener:
    """Listens on the first free of several loopback addresses, for IPv4 and IPv6. A context manager.

    `redirect_uri` is the address taken. Raises RetryableError if all of them are taken by other programs."""

    def __init__(self, redirect_uris: Sequence[str]) -> None:
        for uri in redirect_uris:
            parts = urlsplit(uri)
            try:
                self._servers = _servers(parts.port or 80, parts.path or "/")
            except OSError:
                continue
            self.redirect_uri = uri
            return
        ports = ", ".join(str(urlsplit(uri).port) for uri in redirect_uris)
        raise RetryableError(
            f"The ports for the browser's answer are taken by other programs ({ports}).",
            "Close other programs that are signing in, or use the way by pasting the address.",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers:
            server.shutdown_soon()

    def wait(self, visit: Visit, cancelled: Callable[[], bool], seconds: float) -> None:
        """Answer visits until `visit` says that one was it. An error it raises is raised here, after the page
        was shown.

        Raises RunCancelled, or RetryableError when the time is over."""
        done: SimpleQueue[BaseException | None] = SimpleQueue()
        for server in self._servers:
            server.begin(visit, done)
        end = time.monotonic() + seconds
        while True:
            try:
                error = done.get(timeout=_LOOK)
            except Empty:
                if cancelled():
                    raise RunCancelled from None
                if time.monotonic() > end:
                    raise RetryableError(
                        "The browser did not come back in time.",
                        "Start signing in again, and allow access on the page that opens.",
                    ) from None
                continue
            if error is not None:
                raise error
            return


class PageError(Exception):
    """An error with the page to show for it."""

    def __init__(self, page: bytes, error: BaseException) -> None:
        super().__init__(str(error))
        self.page, self.error = page, error


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = True  # the page is shown to its end before the listener goes

    def __init__(self, host: str, port: int, path: str) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.path = path
        self.visit: Visit | None = None
        self.done: SimpleQueue[BaseException | None] = SimpleQueue()
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        if self.address_family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        # Elsewhere a port just used, for another company perhaps, is free at once; on Windows the same option
        # would let another program take the port and with it the answer, and this one forbids that.
        windows = getattr(socket, "SO_EXCLUSIVEADDRUSE", None) if os.name == "nt" else None
        self.socket.setsockopt(socket.SOL_SOCKET, windows or socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)  # the base class looks its own name up, which may take seconds
        self.server_name, self.server_port = "localhost", self.socket.getsockname()[1]

    def begin(self, visit: Visit, done: "SimpleQueue[BaseException | None]") -> None:
        self.visit, self.done = visit, done
        Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def shutdown_soon(self) -> None:
        if self.visit is not None:
            self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that left in the middle is nothing to print."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 10
    server_version = "SyncDesk"
    sys_version = ""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path != self.server.path or len(parts.query) > _LONGEST_QUERY:
            self.send_error(404)
            return
        assert self.server.visit is not None
        error: BaseException | None = None
        try:
            page, was_it = self.server.visit(parts.query)
        except PageError as fault:
            page, was_it, error = fault.page, True, fault.error
        self.send_response(200)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(page)
        if was_it:
            self.server.done.put(error)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by the base class
        """Nothing: the address holds the code."""


def _servers(port: int, path: str) -> list[_Server]:
    """One for each loopback address. Raises OSError if the port is taken at any of them."""
    first = _Server("127.0.0.1", port, path)
    try:
        return [first, _Server("::1", port, path)]
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            first.server_close()
            raise
        return [first]  # this computer has no IPv6
