"""The head of the window: which connection is shown, what lasts about it, and the way to the first one. Made
by window.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from syncdesk.app.views import ConnectionState
from syncdesk.model.errors import SyncDeskError
from syncdesk.ui.automatic_words import lasting_notice
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.memory import window_memory
from syncdesk.ui.notices import Banner, ErrorPanel
from syncdesk.ui.permission import permission_notice
from syncdesk.ui.theme import GAP, MARGIN, Tone
from syncdesk.ui.worker import Worker


class ConnectionBar(QWidget):
    """Reads the connections and lets a person choose one."""

    chosen = Signal(object)
    """The ConnectionState now shown, None without a connection. Also emitted when it was read afresh."""
    adding_wanted = Signal()
    """There is no connection yet, and the person wants to add one."""
    reconnecting_wanted = Signal()
    """The person wants to sign in again for the connection shown."""
    history_wanted = Signal()
    """The person wants to see what became of the runs of the connection shown."""
    run_wanted = Signal()
    """The person wants to sync the connection shown, which was not for long."""

    def __init__(self, desk: DeskPort, worker: Worker, wanted: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("connection-bar")
        self._desk, self._worker, self._wanted = desk, worker, wanted
        self._states: tuple[ConnectionState, ...] = ()
        self.has_read = False
        self._may_welcome = True
        self.chooser = QComboBox(self)
        self._about = QLabel(self)
        self.error = ErrorPanel("window-error", self)
        self.banner = Banner("connection-banner", self)
        self.demo_button = self.banner.add_button(
            "try-sample", self.tr("Try the Sample Company"), self.try_sample
        )
        self.add_button = self.banner.add_button(
            "add-connection", self.tr("Add a Connection"), self._want_to_add
        )
        self.reconnect_button = self.banner.add_button(
            "banner-reconnect", self.tr("Reconnect"), self._want_to_reconnect
        )
        self.history_button = self.banner.add_button(
            "banner-history", self.tr("Show History"), self._want_history
        )
        self.run_button = self.banner.add_button("banner-run", self.tr("Run Sync"), self._want_run)
        self._build()
        self.chooser.currentIndexChanged.connect(self._choose)

    def _build(self) -> None:
        self.chooser.setObjectName("connection")
        self.chooser.setMinimumWidth(240)
        self.chooser.setPlaceholderText(self.tr("No connection yet"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._about.setObjectName("connection-about")
        label = QLabel(self.tr("C&onnection:"), self)
        label.setBuddy(self.chooser)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(label)
        head.addWidget(self.chooser)
        head.addSpacing(GAP)
        head.addWidget(self._about, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 10, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.error)
        column.addWidget(self.banner)

    @property
    def state(self) -> ConnectionState | None:
        """The connection shown, as it was last read."""
        index = self.chooser.currentIndex()
        return self._states[index] if 0 <= index < len(self._states) else None

    @property
    def name(self) -> str | None:
        """The name of the connection shown, None without one."""
        return None if self.state is None else self.state.connection.name

    def show_welcome(self, may: bool) -> None:
        """Whether a first start is welcomed here: not where the page in sight offers the same."""
        self._may_welcome = may
        if self.has_read and self.state is None:
            self.banner.setVisible(may)

    @Slot()
    def refresh(self) -> None:
        """Read the connections again."""
        self._worker.read(self._desk.states, self._show_states, self._show_error, "states")

    @Slot(str)
    def show_name(self, name: str) -> None:
        """Read the connections again and show the one of this name."""
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
        self.show_name(name)

    @Slot(object)
    def _sample_failed(self, error: SyncDeskError) -> None:
        self.demo_button.setEnabled(True)
        self._show_error(error)

    @Slot(object)
    def _show_states(self, states: tuple[ConnectionState, ...]) -> None:
        wanted = self._wanted or self.name or str(window_memory().value("connection", ""))
        self._wanted, self.has_read = "", True
        self.error.hide()
        self._states = states
        names = [state.connection.name for state in states]
        self.chooser.blockSignals(True)
        self.chooser.clear()
        self.chooser.addItems(names)
        self.chooser.setCurrentIndex(names.index(wanted) if wanted in names else 0 if names else -1)
        self.chooser.setEnabled(bool(names))
        self.chooser.blockSignals(False)
        self._choose()

    @Slot(object)
    def _show_error(self, error: SyncDeskError) -> None:
        self.error.show_error(error)

    @Slot()
    def _choose(self) -> None:
        state = self.state
        if state is None:
            self._about.setText("")
            self.banner.say(
                "information",
                Tone.INFORMATION,
                self.tr("Welcome to SyncDesk"),
                self.tr("Try it with the sample company, which needs no account, or add your own books."),
            )
            self._offer(self.demo_button, self.add_button)
            self.banner.setVisible(self._may_welcome)
        else:
            self._say_what_lasts(state)
            waiting = self.tr("%n row(s) waiting", "", state.waiting) if state.waiting else ""
            self._about.setText(" · ".join(part for part in (state.source_label, waiting) if part))
            window_memory().setValue("connection", state.connection.name)
        self.chosen.emit(state)

    def _say_what_lasts(self, state: ConnectionState) -> None:
        """A permission to read that is missing or ends soon is told of before a run fails over it; then
        automatic runs that do not succeed, or a long silence (F-41)."""
        permission, automatic = permission_notice(state), lasting_notice(state)
        if permission is not None:
            self.banner.say(permission.icon, permission.tone, permission.title, permission.text)
            self._offer(self.reconnect_button)
        elif automatic is not None:
            icon = "error" if automatic.failed else "warning"
            self.banner.say(icon, automatic.tone, automatic.title, automatic.text)
            self._offer(*([self.history_button] if automatic.failed else []), self.run_button)
        else:
            self.banner.hide()

    def _offer(self, *wanted: QPushButton) -> None:
        for button in (
            self.demo_button,
            self.add_button,
            self.reconnect_button,
            self.history_button,
            self.run_button,
        ):
            button.setVisible(button in wanted)

    @Slot()
    def _want_history(self) -> None:
        self.history_wanted.emit()

    @Slot()
    def _want_run(self) -> None:
        self.run_wanted.emit()

    @Slot()
    def _want_to_add(self) -> None:
        self.adding_wanted.emit()

    @Slot()
    def _want_to_reconnect(self) -> None:
        self.reconnecting_wanted.emit()
