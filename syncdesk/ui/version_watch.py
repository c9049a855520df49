"""A quiet word in the status bar when there is a newer SyncDesk, and a banner once an update has replaced the
program under the open window. Made by the window."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from syncdesk.model.version import Versions
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import Banner, announce
from syncdesk.ui.theme import Tone
from syncdesk.ui.worker import Worker

LOOK_EVERY = 60_000
"""Milliseconds between two looks at the program's own files. The first look for a newer version comes with
the first of these, when nobody waits for the window any more."""
_LOOKS_BETWEEN = 60
"""How many of these lie between two times that the desk is asked whether a day has passed."""


class VersionWatch(QPushButton):
    """The word in the status bar; hidden while there is nothing to say."""

    restart_wanted = Signal(bool)
    """The program must be started again: True if the person said so, False if it may when nobody looks."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("new-version")
        self.setAutoDefault(False)
        self.hide()
        self._desk, self._worker = desk, worker
        self._looks = 0
        self._seems_replaced = self.is_replaced = False
        self.banner = Banner("replaced-banner", parent)
        self.banner.add_button("restart", self.tr("Restart SyncDesk"), self._restart)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on, and say at once what is known."""
        if not self._timer.isActive():
            self._timer.start()
            self._worker.read(self._desk.versions, self.show_versions, key="known-versions")

    def rest(self) -> None:
        """Look no more: the window closes."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look at our own files, and now and then for a newer version."""
        desk = self._desk
        self._worker.read(desk.was_replaced, self._looked_at_files, key="replaced")
        if self._looks % _LOOKS_BETWEEN == 0:
            self._worker.ask_heeding(
                lambda cancelled: desk.look_for_version(True, cancelled),
                self.show_versions,
                key="new-version",
            )
        self._looks += 1

    @Slot(object)
    def show_versions(self, known: Versions) -> None:
        """Say what is news, or nothing."""
        news = known.news
        self.setVisible(news is not None)
        if news is not None:
            self.setText(self.tr("SyncDesk {version} is available").format(version=news.version))

    @Slot(object)
    def _looked_at_files(self, replaced: bool) -> None:
        """Believed when it was seen twice: an update that is under way is not whole yet."""
        if replaced and self._seems_replaced:
            self.tell_replaced()
        self._seems_replaced = replaced
        if self.is_replaced:
            self.restart_wanted.emit(False)

    def tell_replaced(self) -> None:
        """Say on the banner that the program must be started again."""
        if not self.is_replaced:
            self.is_replaced = True
            self.banner.say(
                "warning",
                Tone.WARNING,
                self.tr("SyncDesk was updated while it was open"),
                self.tr("Restart it to go on: until then nothing is written."),
            )
            announce(self, self.banner.words)

    @Slot()
    def _restart(self) -> None:
        self.restart_wanted.emit(True)
