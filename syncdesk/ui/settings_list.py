"""The list of connections beside the form, and the question before one is removed. Used by settings_tab."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from syncdesk.app.views import ConnectionState
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SyncDeskError
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.theme import GAP, row_height
from syncdesk.ui.worker import Worker


class ConnectionList(QWidget):
    """The names of the connections, with what can be done about one below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: Sequence[ConnectionState] = ()
        self.list = QListWidget(self)
        self.list.setObjectName("settings-connections")
        label = QLabel(self.tr("Connections"), self)
        label.setBuddy(self.list)
        self.add_button = self._button("settings-add", self.tr("&Add Connection"))
        self.remove_button = self._button("settings-remove", self.tr("Re&move…"))
        self.reconnect_button = self._button("settings-reconnect", self.tr("&Reconnect…"))
        self.reconnect_button.setToolTip(self.tr("Sign in again; links and history stay"))
        self.show_what_can_be_done()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (label, self.list, self.add_button, self.reconnect_button, self.remove_button):
            column.addWidget(widget)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * 28)

    def show_states(self, states: Sequence[ConnectionState], wanted: str | None) -> None:
        """Show these connections and choose the one wanted, else the one chosen before, else the first."""
        chosen = self.chosen()
        before = chosen.name if chosen is not None else ""
        self._states = states
        names = [state.connection.name for state in states]
        name = wanted if wanted in names else before
        self.list.blockSignals(True)
        self.list.clear()
        for state in states:
            item = QListWidgetItem(state.connection.name, self.list)
            item.setToolTip(state.source_label)
            item.setSizeHint(QSize(0, row_height(self.list)))
        self.list.setCurrentRow(names.index(name) if name in names else 0 if names else -1)
        self.list.blockSignals(False)

    def chosen_signs_in(self) -> bool:
        """Whether the chosen connection's books want somebody to sign in."""
        row = self.list.currentRow()
        return 0 <= row < len(self._states) and self._states[row].signs_in

    def chosen(self) -> Connection | None:
        """The connection chosen in the list."""
        row = self.list.currentRow()
        return self._states[row].connection if 0 <= row < len(self._states) else None

    def choose(self, connection: Connection | None) -> None:
        """Choose a connection without telling anybody; None = none of them."""
        ids = [state.connection.id for state in self._states]
        place = ids.index(connection.id) if connection is not None and connection.id in ids else -1
        self.list.blockSignals(True)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)

    def show_what_can_be_done(self) -> None:
        """Offer what fits the connection chosen in the list."""
        self.remove_button.setEnabled(self.chosen() is not None)
        self.reconnect_button.setVisible(self.chosen_signs_in())

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button


class Removal(QObject):
    """Asks in plain words, then forgets a connection."""

    removed = Signal(object)
    """The name of the connection that is forgotten now."""
    failed = Signal(object)

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._window = desk, worker, parent

    def ask(self, name: str) -> None:
        """Ask whether the connection of this name is to be forgotten."""
        question = RemoveQuestion(name, self._window)
        question.confirmed.connect(self.remove)
        question.open()

    @Slot(str)
    def remove(self, name: str) -> None:
        """Forget the connection of this name."""
        desk = self._desk

        def forget() -> str:
            desk.remove(name)
            return name

        self._worker.read(forget, self._forgotten, self._not_forgotten, key="settings-remove")

    @Slot(object)
    def _forgotten(self, name: str) -> None:
        self.removed.emit(name)

    @Slot(object)
    def _not_forgotten(self, error: SyncDeskError) -> None:
        self.failed.emit(error)


class RemoveQuestion(QMessageBox):
    """Asks in plain words whether a connection is to be forgotten; Keep is the safe answer."""

    confirmed = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setObjectName("settings-remove-question")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Remove Connection"))
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("Remove the connection '{name}'?").format(name=name))
        self.setInformativeText(
            self.tr(
                "Nothing is touched in the books or in the job database. SyncDesk only forgets how the two "
                "belong together; to connect them again, this would have to be set up anew."
            )
        )
        remove = self.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        remove.setObjectName("settings-remove-yes")
        keep = self.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        keep.setObjectName("settings-remove-no")
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)
        self.accepted.connect(self._accepted)

    @Slot()
    def _accepted(self) -> None:
        self.confirmed.emit(self._name)
