"""Starts the window: application, look, language, one instance, last-resort error hooks. Called by
`syncdesk.__main__`.
"""

import logging
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from types import TracebackType

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    QTranslator,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from syncdesk import __version__
from syncdesk.app.resources import resource
from syncdesk.model.errors import FatalError, SetupError
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.icons import app_icon
from syncdesk.ui.instance import OnlyInstance
from syncdesk.ui.memory import remembered_language, remembered_theme
from syncdesk.ui.theme import Theme
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker

log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


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
    guard = _LastResort(window)
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
    app.setDesktopFileName("syncdesk")
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


class _LastResort(QObject):
    """Catches what nobody caught: it goes to the log, and once to the person with Copy."""

    _unforeseen = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: tuple[Callable[..., object], Callable[..., object]] = (
            sys.excepthook,
            threading.excepthook,
        )
        self._unforeseen.connect(self._show)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(_qt_said)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.quit()
            return
        log.critical("An unforeseen fault", exc_info=(kind, error, trace))
        self._unforeseen.emit(f"{kind.__name__}: {error}")

    def _caught_in_thread(self, hook: threading.ExceptHookArgs) -> None:
        self._caught(hook.exc_type, hook.exc_value or hook.exc_type(), hook.exc_traceback)

    @Slot(str)
    def _show(self, detail: str) -> None:
        self._window.bar.error.show_error(
            FatalError(
                "SyncDesk met a fault of its own.",
                "What was written so far is whole. The log says more; copy the details for support.",
                detail,
            )
        )


def _qt_said(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
