"""Signing in again for a stored connection (BBK-46): links and history stay. Used by settings_tab."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from syncdesk.model.connection import Connection
from syncdesk.model.errors import SyncDeskError
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import set_tab_order, wrapped_label
from syncdesk.ui.settings_page import SettingsPage
from syncdesk.ui.sign_in_panel import SignInPanel
from syncdesk.ui.theme import GAP, larger_font, make_primary
from syncdesk.ui.worker import Worker


class ReconnectPage(SettingsPage):
    """Goes through signing in, and stores which company is read."""

    def __init__(
        self,
        desk: DeskPort,
        worker: Worker,
        connection: Connection,
        label: str,
        parent: QWidget | None = None,
    ) -> None:
        """`label` names the kind of books."""
        super().__init__(parent)
        self.setObjectName("reconnect")
        self._desk, self._worker, self._connection = desk, worker, connection
        title = QLabel(self.tr("Reconnect {name}").format(name=connection.name), self)
        title.setObjectName("reconnect-title")
        title.setFont(larger_font(self.font(), 1.3, bold=True))
        text = wrapped_label("reconnect-text", self)
        text.setText(
            self.tr(
                "Signing in again gives SyncDesk a new permission to read. Links and history stay as they "
                "are."
            )
        )
        self.panel = SignInPanel(worker, self)
        self.warning = wrapped_label("reconnect-warning", self)
        self.warning.setText(
            self.tr(
                "This is another company than before. The next run notices that and waits for your word "
                "before it writes anything."
            )
        )
        self.use_button = QPushButton(self.tr("Use &This Company"), self)
        self.use_button.setObjectName("reconnect-use")
        self.leave_button = QPushButton(self.tr("&Cancel"), self)
        self.leave_button.setObjectName("reconnect-cancel")
        box = QDialogButtonBox(self)  # the order of buttons follows the platform (UX-3)
        box.addButton(self.leave_button, QDialogButtonBox.ButtonRole.RejectRole)
        box.addButton(self.use_button, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(title)
        column.addWidget(text)
        column.addSpacing(4)
        column.addWidget(self.panel, 1)
        column.addWidget(self.warning)
        column.addWidget(box)
        self.panel.changed.connect(self._show_state)
        self.use_button.clicked.connect(self.use)
        self.leave_button.clicked.connect(self.left)
        set_tab_order([*self.panel.stops(), *box.buttons()])
        name = connection.name
        self.panel.begin(label, lambda: desk.sign_in_again(name), connection.source)

    @property
    def connection(self) -> Connection | None:
        """The stored connection."""
        return self._connection

    @property
    def subject(self) -> str:
        """Its name."""
        return self._connection.name

    def begin(self) -> None:
        """Put the cursor on the first way to sign in."""
        button = self.panel.default_button
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Wait for nothing."""
        self.panel.stop()

    def let_go(self) -> None:
        """Wait for nothing."""
        self.panel.stop()

    def default_button(self) -> QPushButton | None:
        """Return signs in, and once that is done takes the company."""
        return self.panel.default_button or self.use_button

    @Slot()
    def use(self) -> None:
        """Store the company that was chosen."""
        choice, desk, name = self.panel.choice, self._desk, self._connection.name
        if choice is None:
            return
        self.use_button.setEnabled(False)
        self._worker.ask(
            lambda: desk.choose_company(name, choice), self._stored, self._not_stored, key="reconnect-save"
        )

    @Slot(object)
    def _stored(self, connection: Connection) -> None:
        self.saved.emit(connection.name)

    @Slot(object)
    def _not_stored(self, error: SyncDeskError) -> None:
        self.panel.error.show_error(error)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        choice, before = self.panel.choice, self._connection.source
        ready = choice is not None
        other = choice is not None and any(before.get(k, v) not in ("", v) for k, v in choice.fields.items())
        self.warning.setVisible(other)
        self.use_button.setVisible(self.panel.pages.currentWidget() is self.panel.companies)
        self.use_button.setEnabled(ready)
        make_primary(self.use_button, ready)
