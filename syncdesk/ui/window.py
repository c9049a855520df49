"""The one window: connection chooser, four tabs, menus, banner, status bar. It joins the parts and knows no
rules.
"""

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMessageBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from syncdesk.app.views import ConnectionState
from syncdesk.model.changes import RunSummary
from syncdesk.model.errors import SyncDeskError
from syncdesk.ui.actions import Actions
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.history_tab import HistoryTab
from syncdesk.ui.icons import app_icon
from syncdesk.ui.memory import window_memory
from syncdesk.ui.notices import Banner, ErrorPanel
from syncdesk.ui.present import moment_text
from syncdesk.ui.search_tab import SearchTab
from syncdesk.ui.settings_tab import SettingsTab
from syncdesk.ui.theme import GAP, MARGIN, Theme, Tone
from syncdesk.ui.update_tab import UpdateTab
from syncdesk.ui.worker import Worker

SMALLEST = QSize(900, 600)
USUAL = QSize(1200, 760)


class MainWindow(QMainWindow):
    """Shows one connection at a time in four tabs."""

    closed = Signal()
    """The window has gone and its lanes are at rest."""

    def __init__(self, desk: DeskPort, worker: Worker, theme: Theme | None = None, wanted: str = "") -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setWindowTitle("SyncDesk")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(SMALLEST)
        self._desk, self._worker = desk, worker
        self._wanted = wanted
        self._states: tuple[ConnectionState, ...] = ()
        self._closing = False
        self._read = False
        self.update_tab = UpdateTab(desk, worker, self)
        self.search_tab = SearchTab(desk, worker, self)
        self.history_tab = HistoryTab(desk, worker, self)
        self.settings_tab = SettingsTab(desk, worker, self)
        self.tabs = QTabWidget(self)
        self.chooser = QComboBox(self)
        self.banner = Banner("connection-banner", self)
        self.error = ErrorPanel("window-error", self)
        self._build()
        self.actions_ = Actions(self, theme)
        self._connect()
        self._restore()
        QTimer.singleShot(0, self.refresh)

    # building

    def _build(self) -> None:
        self.tabs.setObjectName("tabs")
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.update_tab, self.tr("&Update Invoice Payments"))
        self.tabs.addTab(self.search_tab, self.tr("&Invoice Search"))
        self.tabs.addTab(self.history_tab, self.tr("Histor&y"))
        self.tabs.addTab(self.settings_tab, self.tr("Settin&gs"))
        self.chooser.setObjectName("connection")
        self.chooser.setMinimumWidth(240)
        self.chooser.setPlaceholderText(self.tr("No connection yet"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        label = QLabel(self.tr("C&onnection:"), self)
        label.setBuddy(self.chooser)
        self._about = QLabel(self)
        self._about.setObjectName("connection-about")
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 10, MARGIN, 2)
        head.setSpacing(GAP)
        head.addWidget(label)
        head.addWidget(self.chooser)
        head.addSpacing(GAP)
        head.addWidget(self._about, 1)
        self.demo_button = self.banner.add_button(
            "try-sample", self.tr("Try the Sample Company"), self.try_sample
        )
        self.add_button = self.banner.add_button(
            "add-connection", self.tr("Add a Connection"), self.go_to_settings
        )
        notices = QVBoxLayout()
        notices.setContentsMargins(MARGIN, 6, MARGIN, 6)
        notices.setSpacing(GAP)
        notices.addWidget(self.error)
        notices.addWidget(self.banner)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(notices)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(page)
        self._last = QLabel(self)
        self._last.setObjectName("last-success")
        self.statusBar().addPermanentWidget(self._last)

    def _connect(self) -> None:
        self.chooser.currentIndexChanged.connect(self._connection_chosen)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.settings_tab.connections_changed.connect(self._connections_changed)
        self.update_tab.run_finished.connect(self._run_finished)
        self._worker.running_changed.connect(self._running_changed)

    def _restore(self) -> None:
        self.resize(USUAL)
        geometry = window_memory().value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    # connections

    @Slot()
    def refresh(self) -> None:
        """Read the connections and what the present tab shows again."""
        self._worker.read(self._desk.states, self._show_states, self._show_error, "states")

    @property
    def connection(self) -> str | None:
        """The name of the connection shown, None without one."""
        index = self.chooser.currentIndex()
        return self._states[index].connection.name if 0 <= index < len(self._states) else None

    @Slot(object)
    def _show_states(self, states: tuple[ConnectionState, ...]) -> None:
        wanted = self._wanted or self.connection or str(window_memory().value("connection", ""))
        self._wanted, self._read = "", True
        self.error.hide()
        self._states = states
        names = [state.connection.name for state in states]
        self.chooser.blockSignals(True)
        self.chooser.clear()
        self.chooser.addItems(names)
        self.chooser.setCurrentIndex(names.index(wanted) if wanted in names else 0 if names else -1)
        self.chooser.setEnabled(bool(names))
        self.chooser.blockSignals(False)
        self._connection_chosen()

    @Slot(object)
    def _show_error(self, error: SyncDeskError) -> None:
        self.error.show_error(error)

    @Slot()
    def _connection_chosen(self) -> None:
        name = self.connection
        index = self.chooser.currentIndex()
        state = self._states[index] if name is not None else None
        self._say_state(state)
        self.update_tab.show_connection(name)
        self._show_in_tab()
        if name is not None:
            window_memory().setValue("connection", name)

    def _say_state(self, state: ConnectionState | None) -> None:
        if state is None:
            self._about.setText("")
            self._last.setText("")
            self.banner.say(
                "information",
                Tone.INFORMATION,
                self.tr("Welcome to SyncDesk"),
                self.tr("Try it with the sample company, which needs no account, or add your own books."),
            )
            return
        self.banner.hide()
        waiting = self.tr("%n row(s) waiting", "", state.waiting) if state.waiting else ""
        self._about.setText(" · ".join(part for part in (state.source_label, waiting) if part))
        if state.last_success is None:
            self._last.setText(self.tr("No successful run yet"))
        else:
            words = self.tr("Last successful run: {when}")
            self._last.setText(words.format(when=moment_text(state.last_success)))
        self.statusBar().clearMessage()

    @Slot(str)
    def _connections_changed(self, name: str) -> None:
        self._wanted = name
        self.refresh()

    @Slot()
    def try_sample(self) -> None:
        """Make the sample company ready and show it."""
        self.demo_button.setEnabled(False)
        self._worker.read(self._desk.prepare_demo, self._sample_ready, self._sample_failed, "sample")

    @Slot(object)
    def _sample_ready(self, name: str) -> None:
        self.demo_button.setEnabled(True)
        self._connections_changed(name)

    @Slot(object)
    def _sample_failed(self, error: SyncDeskError) -> None:
        self.demo_button.setEnabled(True)
        self._show_error(error)

    @Slot(str)
    def come_forward(self, wanted: str) -> None:
        """Another start of SyncDesk asked for this window."""
        if wanted:
            self._connections_changed(wanted)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    @Slot()
    def go_to_settings(self) -> None:
        """Where a connection is added."""
        self.tabs.setCurrentWidget(self.settings_tab)

    # tabs and runs

    @Slot(int)
    def _tab_chosen(self, _index: int) -> None:
        if self._read:
            self._show_in_tab()

    def _show_in_tab(self) -> None:
        """Only the tab in sight reads; the others follow when they are chosen."""
        tab = self.tabs.currentWidget()
        if isinstance(tab, SearchTab | HistoryTab | SettingsTab):
            tab.show_connection(self.connection)

    @Slot()
    def refresh_tab(self) -> None:
        """F5."""
        self.refresh()
        tab = self.tabs.currentWidget()
        if isinstance(tab, SearchTab | SettingsTab):
            tab.refresh()

    @Slot(object)
    def _run_finished(self, end: object) -> None:
        if isinstance(end, RunSummary) and self.tabs.currentWidget() is not self.update_tab:
            QApplication.alert(self)
        self.refresh()

    @Slot(bool)
    def _running_changed(self, running: bool) -> None:
        self.actions_.show_running(running)
        if self._closing and not running:
            QTimer.singleShot(0, self.close)

    # leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._worker.is_running:
            event.ignore()
            if not self._closing and self._may_stop():
                self._closing = True
                self.update_tab.stop()
                self.statusBar().showMessage(self.tr("Stopping…"))
            return
        self._keep()
        event.accept()
        self.tabs.blockSignals(True)  # taking the tabs apart would choose one after the other
        self.closed.emit()

    def _may_stop(self) -> bool:
        box = QMessageBox(self)
        box.setObjectName("close-question")
        box.setWindowTitle(self.tr("A run is under way"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Stop the run and close SyncDesk?"))
        box.setInformativeText(
            self.tr("The row under way is finished first. What was not reached stays due for the next run.")
        )
        stop = box.addButton(self.tr("Stop and Close"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("Keep Running"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is stop

    def _keep(self) -> None:
        window_memory().setValue("geometry", self.saveGeometry())
        for tab in (self.update_tab, self.history_tab):
            tab.remember()
