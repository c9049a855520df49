"""What nobody caught goes to the log, and to the person with the details to copy: faults of Python and of its
threads, Qt's messages, and what brought an earlier window down. Made by main."""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.fault_box import FaultBox
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
_STORM = 5.0
"""Seconds: a fault that comes back sooner than that after its box was closed repeats by itself, as in
painting, and would open a box for ever."""


class LastResort(QObject):
    """In force until :meth:`remove`. One box at a time; more faults are counted in it."""

    _unforeseen = Signal(str)

    def __init__(self, window: MainWindow, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._window, self._clock = window, clock
        self.box: FaultBox | None = None
        self._seen: dict[str, float] = {}
        self._before: tuple[Callable[..., object], Callable[..., object]] = (
            sys.excepthook,
            threading.excepthook,
        )
        self._unforeseen.connect(self._show)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(_qt_said)

    def ask_of_crash(self, desk: DeskPort, worker: Worker) -> None:
        """Learn whether an earlier window was brought down, and tell of it."""
        worker.read(desk.crash_report, self._show_crash, key="crash")

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.quit()
            return
        log.critical("An unforeseen fault", exc_info=(kind, error, trace))
        self._unforeseen.emit("".join(traceback.format_exception(kind, error, trace)))

    def _caught_in_thread(self, hook: threading.ExceptHookArgs) -> None:
        self._caught(hook.exc_type, hook.exc_value or hook.exc_type(), hook.exc_traceback)

    @Slot(str)
    def _show(self, detail: str) -> None:
        now, last = self._clock(), self._seen.get(detail)
        self._seen[detail] = now
        if self.box is not None:
            self.box.count()
        elif last is None or now - last > _STORM:
            self._open(
                self.tr("SyncDesk met a fault of its own"),
                self.tr(
                    "What was written so far is whole, and you can go on. If it comes back, start SyncDesk "
                    "again and report it. Nothing is sent anywhere by itself."
                ),
                detail,
            )

    @Slot(object)
    def _show_crash(self, report: str) -> None:
        if report and self.box is None:
            self._open(
                self.tr("SyncDesk ended unexpectedly the last time"),
                self.tr(
                    "What was written is whole; what a run did not reach is taken up by the next one. If it "
                    "comes back, report it. Nothing is sent anywhere by itself."
                ),
                report,
            )

    def _open(self, title: str, words: str, detail: str) -> None:
        self.box = FaultBox(title, words, detail, self._window)
        self.box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box.logs_wanted.connect(self._window.open_logs)
        self.box.report_wanted.connect(self._window.show_contact)
        self.box.finished.connect(self._closed)
        self.box.show()

    @Slot()
    def _closed(self) -> None:
        self.box = None
        now = self._clock()
        self._seen = dict.fromkeys(self._seen, now)


def _qt_said(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
