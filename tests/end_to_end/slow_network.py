"""A slow and unreliable network between a program and a server: a relay that delays what it carries, and
breaks when told to. Used by the tests of many desks."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType


class SlowNetwork:
    """A relay on a port of its own to `server_port`, both on this computer.

    `delay` is how many seconds each message takes. `sent` counts the messages that went to the server;
    `after` lets something happen at one of them."""

    def __init__(self, server_port: int, delay: float) -> None:
        self._server_port, self._delay = server_port, delay
        self._over = threading.Event()
        self._silent = threading.Event()
        self._guard = threading.Lock()
        self._open: set[socket.socket] = set()
        self._sent = 0
        self._due: list[tuple[int, Callable[[], object]]] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        threading.Thread(target=self._let_in, daemon=True).start()

    def after(self, messages: int, action: Callable[[], object]) -> None:
        """Do this when so many more messages have been sent to the server, before the next is passed on."""
        with self._guard:
            self._due.append((self._sent + messages, action))

    def forget(self) -> None:
        """Let nothing more happen than what happened already."""
        with self._guard:
            self._due.clear()

    def hush(self) -> None:
        """Carry nothing more, and break nothing: what waits for an answer waits on."""
        self._silent.set()

    def cut(self) -> None:
        """Break every connection, in the middle of whatever is said."""
        with self._guard:
            torn = list(self._open)
        for end in torn:
            _close(end)

    def __enter__(self) -> "SlowNetwork":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._door.close()
        self.cut()

    def _let_in(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._door.accept()
                threading.Thread(target=self._carry, args=(caller,), daemon=True).start()

    def _carry(self, caller: socket.socket) -> None:
        with caller, suppress(OSError), socket.create_connection(("127.0.0.1", self._server_port)) as server:
            for end in (caller, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._guard:
                self._open |= {caller, server}
            back = threading.Thread(target=self._pass_on, args=(server, caller, False), daemon=True)
            back.start()
            self._pass_on(caller, server, True)
            back.join()
            with self._guard:
                self._open -= {caller, server}

    def _pass_on(self, from_: socket.socket, to: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while data := from_.recv(65536):
                if counted:
                    self._count()
                self._over.wait(None if self._silent.is_set() else self._delay)
                to.sendall(data)
        for end in (from_, to):
            _close(end)

    def _count(self) -> None:
        with self._guard:
            self._sent += 1
            now = [action for at, action in self._due if at <= self._sent]
            self._due = [(at, action) for at, action in self._due if at > self._sent]
        for action in now:
            action()


def _close(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
