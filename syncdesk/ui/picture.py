"""Saves a picture of the window without a screen: what `syncdesk demo` leaves behind on a machine that has
none.
"""

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from syncdesk.model.errors import FatalError
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.main import make_application
from syncdesk.ui.theme import Theme, ThemeChoice
from syncdesk.ui.window import USUAL, MainWindow
from syncdesk.ui.worker import Worker

_LONGEST = 30_000
"""Milliseconds after which the picture is taken, whatever is still being read."""


def save_picture(desk: DeskPort, connection: str, path: Path) -> None:
    """Save Invoice Search of this connection as a PNG file. Raises FatalError if it cannot be written."""
    app = make_application(["syncdesk"])
    Theme(app, ThemeChoice.LIGHT, "Fusion")
    worker = Worker()
    window = MainWindow(desk, worker, None, connection)
    try:
        window.resize(USUAL)
        window.tabs.setCurrentWidget(window.search_tab)
        window.show()
        settle(worker)
        if not window.grab().save(str(path), "PNG"):
            raise FatalError(
                f"The picture cannot be written to {path}.",
                "Check that the folder exists and can be written.",
            )
    finally:
        window.close()
        worker.leave()


def settle(worker: Worker) -> None:
    """Let the window read and paint until nothing is under way."""
    loop = QEventLoop()
    last, watch = QTimer(), QTimer()
    last.setSingleShot(True)
    last.timeout.connect(loop.quit)
    watch.timeout.connect(lambda: None if worker.is_busy else loop.quit())
    last.start(_LONGEST)
    watch.start(60)
    loop.exec()
