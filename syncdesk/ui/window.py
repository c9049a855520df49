"""The one window: connection, tabs, menus, status bar. It joins the parts and knows no rules. Made by
main.
"""

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMainWindow,
    QMessageBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from syncdesk.app.logs import log_folder
from syncdesk.app.overview import Need, NeedKind
from syncdesk.app.views import AutomaticEnd, ConnectionState
from syncdesk.model.changes import RunSummary
from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.sign_in import SIGN_IN
from syncdesk.model.version import PROGRAM
from syncdesk.ui.actions import Actions
from syncdesk.ui.automatic import AutomaticRuns
from syncdesk.ui.automatic_words import coming_text, end_notice
from syncdesk.ui.compare_tab import CompareTab
from syncdesk.ui.connection_bar import ConnectionBar
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.history_tab import HistoryTab
from syncdesk.ui.icons import app_icon
from syncdesk.ui.memory import window_memory
from syncdesk.ui.overview_tab import OverviewTab
from syncdesk.ui.present import moment_text, number_text
from syncdesk.ui.search_tab import SearchTab
from syncdesk.ui.settings_tab import SettingsTab
from syncdesk.ui.setup_check import SetupCheck
from syncdesk.ui.support_file import Contact, SupportFile
from syncdesk.ui.theme import GAP, MARGIN, Theme
from syncdesk.ui.tray import Tray
from syncdesk.ui.update_tab import UpdateTab
from syncdesk.ui.version_box import VersionBox
from syncdesk.ui.version_watch import VersionWatch
from syncdesk.ui.waiting_tab import WaitingTab
from syncdesk.ui.worker import Worker

_SEARCHES = {"paid_not_here": "state:paid date:none", "not_in_books": "books:none"}
SMALLEST = QSize(900, 600)
USUAL = QSize(1200, 760)
_ONCE_SEEN = 20
"""Milliseconds: by then the window has been drawn."""


def signs_out() -> bool:
    """True while the person signs out of this computer: then no window may refuse to close."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and app.isSavingSession()


class MainWindow(QMainWindow):
    """Shows one connection at a time in tabs."""

    closed = Signal()
    """The window has gone, and no run is under way."""

    def __init__(self, desk: DeskPort, worker: Worker, theme: Theme | None = None, wanted: str = "") -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setWindowTitle("SyncDesk")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(SMALLEST)
        self._desk, self._worker = desk, worker
        self._closing = self._quitting = False
        self._back_to_update = False
        self.wants_restart = self.was_in_tray = False
        self.bar = ConnectionBar(desk, worker, wanted, self)
        self.update_tab = UpdateTab(desk, worker, self)
        self.search_tab = SearchTab(desk, worker, self)
        self.history_tab = HistoryTab(desk, worker, self)
        self.waiting_tab = WaitingTab(desk, worker, self)
        self.compare_tab = CompareTab(desk, worker, self)
        self.overview_tab = OverviewTab(desk, worker, self)
        self.settings_tab = SettingsTab(desk, worker, self)
        self.automatic = AutomaticRuns(desk, worker, self)
        self.versions = VersionWatch(desk, worker, self)
        self.tray = Tray(self)
        self.tabs = QTabWidget(self)
        self._build()
        self.actions_ = Actions(self, theme)
        self._connect()
        self._restore()
        QTimer.singleShot(_ONCE_SEEN, self._read_first)

    @Slot()
    def _read_first(self) -> None:
        """Not before the window is seen: what reads is loaded first, which takes longer than drawing."""
        self.bar.refresh()
        self._worker.read(self._desk.starts_with_computer, self._autostart_known, key="autostart")

    def _build(self) -> None:
        self.tabs.setObjectName("tabs")
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.update_tab, self.tr("&Update Invoice Payments"))
        self.tabs.addTab(self.search_tab, self.tr("&Invoice Search"))
        self.tabs.addTab(self.history_tab, self.tr("Histor&y"))
        self.tabs.addTab(self.waiting_tab, self.tr("Waiting"))
        self.tabs.addTab(self.compare_tab, self.tr("Compare"))
        self.tabs.addTab(self.overview_tab, self.tr("Overview"))
        self.tabs.addTab(self.settings_tab, self.tr("Settin&gs"))
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, GAP, MARGIN, 0)
        head.addWidget(self.versions.banner)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(page)
        self.statusBar().addPermanentWidget(self.versions)
        self.statusBar().addPermanentWidget(self.automatic)
        self._last = QLabel(self)
        self._last.setObjectName("last-success")
        self.statusBar().addPermanentWidget(self._last)

    def _connect(self) -> None:
        self.bar.chosen.connect(self._show_connection)
        self.bar.adding_wanted.connect(self._go_to_settings)
        self.bar.history_wanted.connect(self._go_to_history)
        self.bar.run_wanted.connect(self._run_wanted)
        self.automatic.ended.connect(self._automatic_ended)
        self.versions.clicked.connect(self.show_versions)
        self.versions.restart_wanted.connect(self._restart)
        self.tray.open_wanted.connect(self.come_forward)
        self.tray.run_wanted.connect(self._run_wanted)
        self.tray.quit_wanted.connect(self.quit)
        self.search_tab.settings_wanted.connect(self._go_to_settings)
        self.overview_tab.settings_wanted.connect(self._go_to_settings)
        self.overview_tab.company_wanted.connect(self.bar.show_name)
        self.overview_tab.invoices_wanted.connect(self._look_through)
        self.overview_tab.need_pressed.connect(self._see_to)
        self.search_tab.switch_wanted.connect(self._go_to_switch)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.settings_tab.connections_changed.connect(self.bar.show_name)
        self.settings_tab.preview_wanted.connect(self._preview_first_run)
        self.settings_tab.reconnected.connect(self._reconnected)
        self.update_tab.results.reconnecting_wanted.connect(self._reconnect)
        self.bar.reconnecting_wanted.connect(self._reconnect)
        self.update_tab.run_finished.connect(self._run_finished)
        self.history_tab.undone.connect(self.bar.refresh)
        self.waiting_tab.answered.connect(self.bar.refresh)
        self.update_tab.results.waiting_wanted.connect(self._go_to_waiting)
        self.compare_tab.invoice_wanted.connect(self._look_for)
        self.search_tab.changed.connect(self.bar.refresh)
        self.search_tab.changed.connect(self.compare_tab.outdated)
        for written in (self.update_tab.run_finished, self.history_tab.undone, self.waiting_tab.answered):
            written.connect(self.compare_tab.outdated)
        self._worker.running_changed.connect(self._running_changed)

    def _restore(self) -> None:
        self.resize(USUAL)
        geometry = window_memory().value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    # connections and tabs

    @Slot(object)
    def _show_connection(self, state: ConnectionState | None) -> None:
        if state is None:
            self._last.setText("")
        elif state.last_success is None:
            self._last.setText(self.tr("No successful run yet"))
        else:
            words = self.tr("Last successful run: {when}").format(when=moment_text(state.last_success))
            coming = coming_text(state.automatic)
            self._last.setText(f"{words} · {coming}" if coming else words)
        self.automatic.start()
        self.versions.start()
        waits = 0 if state is None else state.waiting
        title = self.tr("Waiting ({count})").format(count=number_text(waits)) if waits else self.tr("Waiting")
        self.tabs.setTabText(self.tabs.indexOf(self.waiting_tab), title)
        self.update_tab.show_connection(self.bar.name)
        self._show_in_tab()

    @Slot(int)
    def _tab_chosen(self, _index: int) -> None:
        self.bar.show_welcome(self.tabs.currentWidget() is not self.settings_tab)
        if self.bar.has_read:
            self._show_in_tab()

    def _show_in_tab(self) -> None:
        """Only the tab in sight reads; the others follow when they are chosen."""
        tab = self.tabs.currentWidget()
        if isinstance(tab, SearchTab | HistoryTab | WaitingTab | CompareTab | OverviewTab | SettingsTab):
            tab.show_connection(self.bar.name)

    @Slot()
    def _go_to_waiting(self) -> None:
        self.tabs.setCurrentWidget(self.waiting_tab)

    @Slot(str)
    def _look_for(self, number: str) -> None:
        self.tabs.setCurrentWidget(self.search_tab)
        self.search_tab.look_for(number)

    @Slot(str)
    def _look_through(self, query: str) -> None:
        self.tabs.setCurrentWidget(self.search_tab)
        self.search_tab.look_through(query)

    @Slot(object)
    def _see_to(self, need: Need) -> None:
        """Go where the person can do something about it, with its company shown."""
        if need.kind is NeedKind.FIRST_RUN:
            self._preview_first_run(need.connection)
            return
        places = {
            NeedKind.SIGN_IN: self.settings_tab,
            NeedKind.PAUSED: self.settings_tab,
            NeedKind.ROWS_WAIT: self.waiting_tab,
            NeedKind.SILENT: self.update_tab,
        }
        self.tabs.setCurrentWidget(places.get(need.kind, self.history_tab))
        self.bar.show_name(need.connection)
        if need.kind is NeedKind.SIGN_IN:
            self.settings_tab.reconnect_to(need.connection)
        elif need.kind is NeedKind.PAUSED:
            self.settings_tab.point_to(need.connection, "automatic")

    # help

    @Slot()
    def check_setup(self) -> None:
        """Check the set-up of the connection shown, or the program's own where there is none."""
        dialog = SetupCheck(self._desk, self._worker, self.bar.name, self)
        dialog.cure_wanted.connect(self._cure)
        dialog.support_wanted.connect(self.show_support)
        self._open(dialog)

    @Slot(bool)
    def start_with_computer(self, on: bool) -> None:
        """Start SyncDesk when the person signs in, or no longer."""
        desk = self._desk
        self._worker.read(
            lambda: desk.start_with_computer(on), self._autostart_known, self._autostart_refused, "autostart"
        )

    @Slot(object)
    def _autostart_known(self, on: bool) -> None:
        self.actions_.autostart.setChecked(on)

    @Slot(object)
    def _autostart_refused(self, error: SyncDeskError) -> None:
        self.actions_.autostart.setChecked(not self.actions_.autostart.isChecked())
        self.bar.error.show_error(error)

    @Slot()
    def open_logs(self) -> None:
        """Show the folder of the log in this system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))

    @Slot()
    def show_support(self) -> None:
        """Show the support file before it is saved (UX-26)."""
        self._open(SupportFile(self._desk, self._worker, self))

    @Slot()
    def show_contact(self) -> None:
        """Say whom to ask (BBK-54, S50-25)."""
        dialog = Contact(self)
        dialog.support_wanted.connect(self.show_support)
        self._open(dialog)

    @Slot()
    def show_versions(self) -> None:
        """Say whether there is a newer SyncDesk, and where."""
        dialog = VersionBox(self._desk, self._worker, self)
        dialog.learnt.connect(self.versions.show_versions)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    @Slot(str)
    def _cure(self, field: str) -> None:
        """Go to what cures a check that failed."""
        name = self.bar.name
        if field == SIGN_IN:
            self._reconnect()
        elif field == "waiting":
            self._go_to_waiting()
        elif field == "first_run" and name is not None:
            self._preview_first_run(name)
        elif field in _SEARCHES:
            self._look_through(_SEARCHES[field])
        else:
            self.tabs.setCurrentWidget(self.settings_tab)
            if name is not None:
                self.settings_tab.point_to(name, field)

    @Slot()
    def _go_to_settings(self) -> None:
        self.tabs.setCurrentWidget(self.settings_tab)

    @Slot()
    def _go_to_history(self) -> None:
        self.tabs.setCurrentWidget(self.history_tab)

    @Slot()
    def _go_to_switch(self) -> None:
        """The master switch of the connection shown (BBK-44)."""
        self.tabs.setCurrentWidget(self.settings_tab)
        if self.bar.name is not None:
            self.settings_tab.point_to(self.bar.name, "automatic")

    @Slot()
    def _run_wanted(self) -> None:
        """Run Sync, asked for elsewhere than in its tab."""
        self.come_forward("")
        self.tabs.setCurrentWidget(self.update_tab)
        if not self._worker.is_running:
            self.update_tab.run_or_stop()

    @Slot()
    def _reconnect(self) -> None:
        """Sign in again for the connection shown."""
        self._back_to_update = self.tabs.currentWidget() is self.update_tab
        self.tabs.setCurrentWidget(self.settings_tab)
        if self.bar.name is not None:
            self.settings_tab.reconnect_to(self.bar.name)

    @Slot(str)
    def _reconnected(self, name: str) -> None:
        """Back to where the person came from; a run that failed over it can be started again."""
        if self.bar.name == name:
            self.update_tab.results.forget_sign_in_error()
        if self._back_to_update:
            self._back_to_update = False
            self.tabs.setCurrentWidget(self.update_tab)
            self.statusBar().showMessage(self.tr("'{name}' is connected again.").format(name=name), 10_000)

    @Slot(str)
    def _preview_first_run(self, name: str) -> None:
        self.tabs.setCurrentWidget(self.update_tab)
        self.bar.show_name(name)
        self.update_tab.preview_first_run(name)

    @Slot()
    def refresh(self) -> None:
        """Read everything in sight again."""
        self.bar.refresh()
        tab = self.tabs.currentWidget()
        if isinstance(tab, SearchTab | WaitingTab | CompareTab | OverviewTab | SettingsTab):
            tab.refresh()

    @Slot(str)
    def come_forward(self, wanted: str) -> None:
        """Another start of SyncDesk asked for this window."""
        if wanted:
            self.bar.show_name(wanted)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # runs and leaving

    @Slot()
    def stop(self) -> None:
        """Ask whatever is under way to stop."""
        for tab in (self.update_tab, self.search_tab, self.history_tab, self.waiting_tab, self.compare_tab):
            tab.stop()
        self.automatic.stop()

    @Slot(object)
    def _run_finished(self, end: object) -> None:
        if not self.isActiveWindow() and isinstance(end, RunSummary | SyncDeskError):
            name = end.connection if isinstance(end, RunSummary) else self.bar.name or ""
            self.tray.tell(name, self.tr("A run has ended"), self.update_tab.results.words)
        if isinstance(end, SetupError) and end.field == PROGRAM:
            self.versions.tell_replaced()
        self.bar.refresh()

    @Slot(object)
    def _automatic_ended(self, end: AutomaticEnd) -> None:
        """What it wrote is shown; what needs a person is told once (F-41)."""
        if end.is_news:
            notice = end_notice(end)
            self.tray.tell(end.connection, notice.title, notice.text, notice.failed)
            self.statusBar().showMessage(f"{notice.title} {notice.text}", 30_000)
        self.bar.refresh()
        self.compare_tab.outdated()
        if not self.update_tab.is_running:
            self.update_tab.refresh()
        tab = self.tabs.currentWidget()
        if isinstance(tab, SearchTab | HistoryTab | WaitingTab | OverviewTab):
            tab.refresh()

    @Slot(bool)
    def _running_changed(self, running: bool) -> None:
        self.actions_.show_running(running)
        if not running and not self._closing:
            QTimer.singleShot(0, self.search_tab.run_has_ended)
        if self._closing and not running:
            QTimer.singleShot(0, self.close)

    @Slot()
    def quit(self) -> None:
        """Close for good, also where closing the window would leave SyncDesk in the tray."""
        self._quitting = True
        self.close()

    @Slot(bool)
    def _restart(self, asked: bool) -> None:
        """Close, and start the program that an update has put in our place. Unasked only while nobody looks
        and nothing is under way, so that automatic runs go on from the tray."""
        if asked or not (self.isVisible() or self._worker.is_running):
            self.wants_restart, self.was_in_tray = True, not self.isVisible()
            self.quit()

    def _go_to_tray(self) -> None:
        self.hide()
        self.tray.tell(
            "",
            self.tr("SyncDesk goes on in the tray"),
            self.tr("Automatic runs happen as before. Quit it from its menu there."),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        leaves = self._quitting or self._closing or signs_out()
        if self.tray.keeps_running and not leaves:
            self._go_to_tray()
            event.ignore()
            return
        compares = self.compare_tab.is_busy  # nothing is written by that, so there is nothing to ask
        if self._worker.is_running and not self._closing and (compares or self._may_stop()):
            self._closing = True
            self.stop()
            self.statusBar().showMessage(self.tr("Stopping…"))
        if self._worker.is_running:
            self._quitting = self._quitting and self._closing  # the person may have thought better of it
            self.wants_restart = self.wants_restart and self._closing
            event.ignore()  # _running_changed closes the window once the run has ended
            return
        window_memory().setValue("geometry", self.saveGeometry())
        self.update_tab.remember()
        self.history_tab.remember()
        self.waiting_tab.remember()
        self.compare_tab.remember()
        self.settings_tab.let_go()
        self.automatic.rest()
        self.versions.rest()
        self.tray.leave()
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
