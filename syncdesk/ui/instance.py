"""One window for each person and state folder: a second start brings the first window to the front. Used by
main.
"""

import getpass
import os
import sys
from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 800
"""Milliseconds that the first window has to answer."""


def server_name() -> str:
    """The name of the meeting point: it differs for each person and each SYNCDESK_HOME.

    On Linux it lies in the person's own runtime folder where there is one, never in a shared one by
    preference.
    """
    who = f"{getpass.getuser()}|{os.environ.get('SYNCDESK_HOME', '')}"
    name = f"syncdesk-{blake2b(who.encode(), digest_size=8).hexdigest()}"
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform.startswith("linux") and folder and Path(folder).is_dir():
        return str(Path(folder) / name)
    return name


class OnlyInstance(QObject):
    """Finds out whether a window is open already, and listens for later starts if not."""

    called = Signal(str)
    """Another start handed over; the text is the connection it wants to see, '' for none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def hand_over(self, connection: str) -> bool:
        """True if an open window took the call; else this one listens from now on."""
        name = server_name()
        socket = QLocalSocket()
        socket.connectToServer(name)
        if socket.waitForConnected(_PATIENCE):
            socket.write(connection.encode() + b"\n")
            socket.waitForBytesWritten(_PATIENCE)
            taken = socket.waitForReadyRead(_PATIENCE)
            socket.disconnectFromServer()
            if taken:
                return True
        QLocalServer.removeServer(name)  # what a killed window left behind
        self._server.listen(name)
        return False

    def leave(self) -> None:
        """Listen no more, so that a later start opens a window of its own."""
        self._server.close()

    @Slot()
    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.readyRead.connect(self._listen)
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._hear(socket)

    @Slot()
    def _listen(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            words = bytes(socket.readLine().data()).decode("utf-8", "replace").strip()
            socket.write(b"shown\n")
            socket.flush()
            self.called.emit(words)
