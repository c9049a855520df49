"""The icon in the system's tray, where there is one, and notices through it (UX-9, F-41, F-45). Made by the
window, which it can bring back."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from syncdesk.ui.icons import app_icon
from syncdesk.ui.memory import window_memory

_KEPT = "keep-in-tray"


class Tray(QObject):
    """Tells of what happened while nobody looked. A notice is never the only place where something is said:
    the window says it too."""

    open_wanted = Signal(str)
    """The person wants the window; the connection that a notice was about, '' for none."""
    run_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._about = ""
        self.icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._make()

    @property
    def is_there(self) -> bool:
        """True if this desktop has a tray, and our icon is in it."""
        return self.icon is not None and self.icon.isVisible()

    @property
    def keeps_running(self) -> bool:
        """True if closing the window leaves SyncDesk in the tray. Never where there is none (F-45)."""
        return self.is_there and window_memory().value(_KEPT, False, type=bool) is True

    @Slot(bool)
    def keep_running(self, keep: bool) -> None:
        """Remember whether closing the window leaves SyncDesk in the tray."""
        window_memory().setValue(_KEPT, keep)

    def tell(self, connection: str, title: str, text: str, bad: bool = False) -> None:
        """Tell of something while the window is not in sight; clicking the notice opens it. Without a tray
        the window asks for attention in the task bar."""
        if self.icon is None or not self.is_there:
            QApplication.alert(self._window)
            return
        self._about = connection
        kind = QSystemTrayIcon.MessageIcon.Warning if bad else QSystemTrayIcon.MessageIcon.Information
        self.icon.showMessage(title, text, kind)

    def leave(self) -> None:
        """Take the icon away."""
        if self.icon is not None:
            self.icon.hide()

    def _make(self) -> None:
        self.icon = QSystemTrayIcon(app_icon(), self)
        self.icon.setToolTip("SyncDesk")
        menu = QMenu(self._window)
        for name, text, slot in (
            ("open", self.tr("Open SyncDesk"), self._open),
            ("run", self.tr("Run Sync"), self._run),
            ("quit", self.tr("Quit"), self._quit),
        ):
            action: QAction = menu.addAction(text)
            action.setObjectName(f"tray-{name}")
            action.triggered.connect(slot)
        self.icon.setContextMenu(menu)
        self.icon.activated.connect(self._pressed)
        self.icon.messageClicked.connect(self._notice_pressed)
        self.icon.show()

    @Slot()
    def _open(self) -> None:
        self.open_wanted.emit("")

    @Slot()
    def _run(self) -> None:
        self.run_wanted.emit()

    @Slot()
    def _quit(self) -> None:
        self.quit_wanted.emit()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_wanted.emit("")

    @Slot()
    def _notice_pressed(self) -> None:
        self.open_wanted.emit(self._about)
