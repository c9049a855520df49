"""The list of connections beside the form, and the question before one is removed. Used by settings_tab."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
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
from syncdesk.ui.theme import GAP, row_height


class ConnectionList(QWidget):
    """The names of the connections, with Add and Remove below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: Sequence[ConnectionState] = ()
        self.list = QListWidget(self)
        self.list.setObjectName("settings-connections")
        label = QLabel(self.tr("Connections"), self)
        label.setBuddy(self.list)
        self.add_button = self._button("settings-add", self.tr("&Add Connection"))
        self.remove_button = self._button("settings-remove", self.tr("Re&move…"))
        self.remove_button.setEnabled(False)
        self.reconnect_button = self._button("settings-reconnect", self.tr("Reconnect"))
        self.reconnect_button.hide()
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

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button


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
