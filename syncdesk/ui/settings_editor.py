"""Editing a stored connection: the form with Test, Save and Cancel, and everything they ask of the desk.

Used by settings_tab. The mapping is guessed by itself as soon as the job database is known.
"""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from syncdesk.model.connection import Connection
from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.job import Check
from syncdesk.model.ports import SourceKind
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.mapping_live import LiveMapping
from syncdesk.ui.notices import ErrorPanel, announce, wrapped_label
from syncdesk.ui.settings_checks import CheckList
from syncdesk.ui.settings_form import ConnectionForm
from syncdesk.ui.settings_page import SettingsPage
from syncdesk.ui.theme import GAP, larger_font
from syncdesk.ui.worker import Worker

_PAUSE = 500
"""Milliseconds after the last change before the job database is looked at."""


class ConnectionEditor(SettingsPage):
    """Changes a stored connection."""

    reconnecting_wanted = Signal()
    """A check failed that signing in again cures."""

    def __init__(
        self,
        desk: DeskPort,
        worker: Worker,
        kinds: tuple[SourceKind, ...],
        connection: Connection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings-editor")
        self._desk, self._worker, self._connection = desk, worker, connection
        self.title = QLabel(self)
        self.title.setObjectName("settings-title")
        self.title.setFont(larger_font(self.font(), 1.3, bold=True))
        self.form = ConnectionForm(self)
        self.live = LiveMapping(desk, worker, self.form.mapping, "settings", self)
        self.area = QScrollArea(self)
        self.checks = CheckList(self.tr("Reconnect"), self)
        self.error = ErrorPanel("settings-error", self)
        self.hint = wrapped_label("settings-hint", self)
        self.test_button = self._button("settings-test", self.tr("&Test Connection"))
        self.cancel_button = self._button("settings-cancel", self.tr("&Cancel"))
        self.save_button = self._button("settings-save", self.tr("Sav&e"))
        self.save_button.setDefault(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self.title.setText(connection.name)
        self.form.show_connection(kinds, connection)
        self._before = self.form.draft()
        self._connect()
        self._changed()
        self._guess()

    @property
    def connection(self) -> Connection:
        """The stored connection that is edited."""
        return self._connection

    @property
    def subject(self) -> str:
        """The name as it is filled in."""
        return self.form.name.value or self._connection.name

    @property
    def has_changes(self) -> bool:
        """True if something would be lost by throwing this editor away."""
        return self.form.draft() != self._before or self.form.mapping.was_touched

    def begin(self) -> None:
        """Put the cursor where a person starts."""
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def point_to(self, field: str) -> None:
        """Put the cursor into the field of this name, and it into sight."""
        try:
            editor = self.form.field(field)
        except KeyError:  # a check may name more than the form has a line for
            editor = self.form.name
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, editor, lambda: self.area.ensureWidgetVisible(editor))

    def default_button(self) -> QPushButton:
        """Return saves."""
        return self.save_button

    @Slot()
    def test(self) -> None:
        """Check everything that is filled in; writes nothing."""
        draft, desk = self.form.draft(), self._desk
        self.form.clear_errors()
        self.error.hide()
        self.checks.show_testing()
        self.test_button.setEnabled(False)
        self._worker.ask(lambda: desk.test(draft), self._tested, self._not_tested, key="settings-test")

    @Slot()
    def save(self) -> None:
        """Store the connection."""
        draft, desk, before = self.form.draft(), self._desk, self._connection
        self.form.clear_errors()
        self.error.hide()
        self.save_button.setEnabled(False)

        def store() -> str:
            return desk.update(before.name, draft).name

        self._worker.ask(store, self._stored, self._not_stored, key="settings-save")

    # answers

    @Slot(object)
    def _tested(self, checks: tuple[Check, ...]) -> None:
        self.checks.show_checks(checks)
        self._changed()
        for check in checks:
            if not check.ok and check.field:
                self.form.tell(check.field, f"{check.title} {check.remedy}".strip())
        for field in list(self.form.errors())[:1]:
            self.area.ensureWidgetVisible(self.form.field(field))
        announce(self, self.checks.words)

    @Slot(object)
    def _not_tested(self, error: SyncDeskError) -> None:
        self.checks.hide()
        self._changed()
        self._show_error(error)

    @Slot(object)
    def _stored(self, name: str) -> None:
        self._before = self.form.draft()
        self.saved.emit(name)

    @Slot(object)
    def _not_stored(self, error: SyncDeskError) -> None:
        self._changed()
        self._show_error(error)

    def _show_error(self, error: SyncDeskError) -> None:
        """At the field where it belongs to one, else below the form (UX-7)."""
        field = error.field if isinstance(error, SetupError) else ""
        if field and self.form.tell(field, f"{error.title} {error.remedy}".strip()):
            place = next(iter(self.form.errors()))
            self.form.field(place).setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(self.form.field(place))
            announce(self, str(error))
        else:
            self.error.show_error(error)

    # the mapping

    @Slot()
    def _guess(self) -> None:
        """Of a stored job database only the columns are wanted, beside the mapping that is there."""
        address, before = self.form.address, self._connection
        if address:
            books = (self.form.kind.value, self.form.source, before.id)
            self.live.look(address, books, before.mapping if before.job_db == address else None)

    @Slot()
    def _guessed(self) -> None:
        self.form.tell("job_db", "")
        self._changed()

    @Slot(object)
    def _not_guessed(self, error: SyncDeskError) -> None:
        field = error.field if isinstance(error, SetupError) and error.field else "job_db"
        if not self.form.tell(field, f"{error.title} {error.remedy}".strip()):
            self.form.tell("job_db", f"{error.title} {error.remedy}".strip())

    @Slot()
    def _changed(self) -> None:
        missing = self.form.missing()
        self.save_button.setEnabled(not missing and self.form.draft() != self._before)
        self.test_button.setEnabled(bool(self.form.address or any(self.form.source.values())))
        words = self.tr("Still to fill in: {fields}").format(fields=", ".join(missing))
        self.hint.setText(words if missing else "")

    # making

    def _connect(self) -> None:
        self.form.changed.connect(self._changed)
        self.form.books_changed.connect(self._pause.start)
        self._pause.timeout.connect(self._guess)
        self.live.guessed.connect(self._guessed)
        self.live.failed.connect(self._not_guessed)
        self.test_button.clicked.connect(self.test)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.left)
        self.checks.cure_wanted.connect(self.reconnecting_wanted)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        self.area.setObjectName("settings-scroll")
        self.area.setAccessibleName(self.tr("Settings of the connection"))
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self.form)
        box = QDialogButtonBox(self)  # the order of buttons follows the platform (UX-3)
        box.addButton(self.test_button, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        box.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.hint, 1)
        buttons.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(self.area, 1)
        column.addWidget(self.error)
        column.addWidget(self.checks)
        column.addLayout(buttons)
