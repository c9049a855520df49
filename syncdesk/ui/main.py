"""Starts the window: application, look, language, one instance, last-resort error hooks. Called by
`syncdesk.__main__`.
"""

import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from syncdesk import __version__
from syncdesk.app.logs import ended_well
from syncdesk.app.resources import resource
from syncdesk.model.errors import SetupError
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.icons import app_icon
from syncdesk.ui.instance import OnlyInstance
from syncdesk.ui.last_resort import LastResort
from syncdesk.ui.memory import remembered_language, remembered_theme
from syncdesk.ui.theme import Theme
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker

log = logging.getLogger(__name__)


def run_window(desk: DeskPort, argv: Sequence[str], connection: str | None = None) -> int:
    """Show the window and return the exit code when it is closed. `connection` is shown first.

    If SyncDesk is open already for the same state, that window comes to the front and this call returns 0.
    `--style NAME` chooses a style of Qt.
    """
    app = make_application(argv)
    instance = OnlyInstance(app)
    if instance.hand_over(connection or ""):
        return 0
    theme = Theme(app, remembered_theme(), style_wanted(argv))
    worker = Worker()
    window = MainWindow(desk, worker, theme, connection or "")
    instance.called.connect(window.come_forward)
    guard = LastResort(window)
    guard.ask_of_crash(desk, worker)
    _listen_to_ctrl_c(app, window)
    app.setQuitOnLastWindowClosed(False)  # a box that is closed while the window is in the tray ends nothing
    window.closed.connect(app.quit)
    if "--tray" not in argv or not window.tray.is_there:
        window.show()
    if "--first-paint" in argv:
        QTimer.singleShot(0, lambda: _painted(app))
    try:
        return app.exec()
    finally:
        guard.remove()
        worker.leave()
        ended_well()
        if window.wants_restart:
            instance.leave()
            try:
                desk.start_again(words_of_successor(argv, window.was_in_tray))
            except OSError:  # it was not updated but removed
                log.exception("The program cannot be started again")


def words_of_successor(argv: Sequence[str], in_tray: bool) -> list[str]:
    """With what the program that an update has put in our place is started: as this one was."""
    words = [word for word in argv[1:] if word not in ("--tray", "--first-paint")]
    return [*words, *(["--tray"] if in_tray else [])]


def _painted(app: QApplication) -> None:
    """Tell whoever measures it that the window is on the screen, and end."""
    if sys.stdout is not None:  # a windowed program on Windows has none
        print("painted", flush=True)  # noqa: T201 - the measured program says when
    app.quit()


def make_application(argv: Sequence[str]) -> QApplication:
    """The application object with name, version, language and icon."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([argv[0] if argv else "syncdesk"])
    app.setApplicationName("SyncDesk")
    app.setApplicationDisplayName("SyncDesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(os.environ.get("FLATPAK_ID") or "syncdesk")  # the menu entry, and its icon
    if QLocale.system().language() is QLocale.Language.C:
        QLocale.setDefault(QLocale("en_GB"))  # the C locale groups no figures and writes no usable dates
    app.setWindowIcon(app_icon())
    if sys.platform == "win32":  # else the task bar groups the window under Python and shows its icon
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("SyncDesk")
    use_language(remembered_language())
    load_translations(app)
    return app


def use_language(code: str) -> None:
    """Speak this language and write dates and amounts as it does; '' = as the system does. One that the
    system speaks anyway keeps the system's country."""
    if code and QLocale.system().name().partition("_")[0] != code:
        QLocale.setDefault(QLocale(code))


def load_translations(app: QApplication) -> list[QTranslator]:
    """The person's language where there is a translation, else English with its plurals. Returns what was
    installed."""
    installed: list[QTranslator] = []
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    try:
        own = str(resource("translations"))
    except SetupError:
        log.warning("The translations are missing; texts stay in plain English")
        return installed
    english = QTranslator(app)
    if english.load("syncdesk_en", own):
        app.installTranslator(english)
        installed.append(english)
    for name, place in (("qtbase", folder), ("syncdesk", own)):
        translator = QTranslator(app)
        if translator.load(QLocale(), name, "_", place):
            app.installTranslator(translator)
            installed.append(translator)
    direction = QLocale().textDirection() if len(installed) > 1 else Qt.LayoutDirection.LeftToRight
    app.setLayoutDirection(direction)
    return installed


def style_wanted(argv: Sequence[str]) -> str:
    """The name after `--style`, '' if none is given."""
    for place, word in enumerate(argv):
        if word.startswith("--style="):
            return word.removeprefix("--style=")
        if word == "--style" and place + 1 < len(argv):
            return argv[place + 1]
    return ""


def _listen_to_ctrl_c(app: QApplication, window: MainWindow) -> None:
    """Ctrl-C in a terminal closes the window; the timer lets Python notice it."""
    if threading.current_thread() is not threading.main_thread():
        return
    signal.signal(signal.SIGINT, lambda *_: window.quit())
    ticking = QTimer(app)
    ticking.timeout.connect(_tick)
    ticking.start(250)


def _tick() -> None:
    """Gives Python's signal handlers their turn."""
