"""The tab 'Settings': the connections, each with its form; the first start when there is none.

Built by the window. Every edit has an editor of its own, so that closing one loses nothing: it can be taken
up again until another is closed.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from syncdesk.app.views import ConnectionState
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.ports import SourceKind
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import Banner, ErrorPanel, announce
from syncdesk.ui.settings_editor import ConnectionEditor
from syncdesk.ui.settings_first import FirstStart
from syncdesk.ui.settings_list import ConnectionList, RemoveQuestion
from syncdesk.ui.theme import GAP, MARGIN, Tone
from syncdesk.ui.worker import Worker


class SettingsTab(QWidget):
    """Lists the connections and edits one."""

    connections_changed = Signal(str)
    """A connection was added, changed or removed; the name to show now, '' for whichever."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings-tab")
        self._desk, self._worker = desk, worker
        self._states: tuple[ConnectionState, ...] = ()
        self._kinds: tuple[SourceKind, ...] = ()
        self._wanted: str | None = None
        self._aside: ConnectionEditor | None = None
        self.editor: ConnectionEditor | None = None
        self.side = ConnectionList(self)
        self.banner = Banner("settings-banner", self)
        self.take_up_button = self.banner.add_button(
            "settings-take-up", self.tr("Take Up Again"), self.take_up_again
        )
        self.error = ErrorPanel("settings-tab-error", self)
        self.first = FirstStart(self)
        self.place = QStackedWidget(self)
        self._lay_out()
        self._connect()

    def show_connection(self, name: str | None) -> None:
        """Choose this connection in the list and show its settings, unless something is being edited."""
        self._wanted = name
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the connections again. What is being edited stays."""
        desk = self._desk
        self._worker.read(
            lambda: (desk.states(), desk.kinds()), self._was_read, self._not_read, key="settings-connections"
        )

    @Slot()
    def add(self) -> None:
        """Begin a new connection."""
        self._show_editor(None)
        if self.editor is not None:
            self.editor.begin()

    @Slot()
    def take_up_again(self) -> None:
        """Go on with what was set aside."""
        editor, self._aside = self._aside, None
        self.banner.hide()
        if editor is not None:
            self._put_aside()
            self._place(editor)
            self.side.choose(editor.connection)
            editor.begin()

    @Slot()
    def remove(self) -> None:
        """Ask in plain words, then forget the chosen connection."""
        connection = self.side.chosen()
        if connection is None:
            return
        question = RemoveQuestion(connection.name, self)
        question.confirmed.connect(self._remove_confirmed)
        question.open()

    @Slot()
    def try_sample(self) -> None:
        """Make the sample company ready and show it."""
        self.first.setEnabled(False)
        self._worker.read(self._desk.prepare_demo, self._sample_ready, self._failed, key="settings-sample")

    # answers

    @Slot(object)
    def _was_read(self, result: tuple[tuple[ConnectionState, ...], tuple[SourceKind, ...]]) -> None:
        self._states, self._kinds = result
        self.error.hide()
        self.first.setEnabled(True)
        self.side.show_states(self._states, self._wanted)
        self._wanted = None
        self._show_chosen()

    @Slot(object)
    def _not_read(self, error: SyncDeskError) -> None:
        self.error.show_error(error)

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self.first.setEnabled(True)
        self.error.show_error(error)

    @Slot(object)
    def _sample_ready(self, name: str) -> None:
        self._changed(name)

    @Slot(str)
    def _remove_confirmed(self, name: str) -> None:
        desk = self._desk

        def forget() -> str:
            desk.remove(name)
            return name

        self._worker.read(forget, self._removed, self._failed, key="settings-remove")

    @Slot(object)
    def _removed(self, name: str) -> None:
        text = self.tr("'{name}' was removed. Books and job database were not touched.").format(name=name)
        self._throw_away()
        self._tell(text, takes_up=False)
        self._changed("")

    @Slot(str)
    def _saved(self, name: str) -> None:
        text = self.tr("'{name}' is saved.").format(name=name)
        self._throw_away()
        self._tell(text, takes_up=False)
        self._changed(name)

    @Slot()
    def _left(self) -> None:
        """Cancel or Esc: nothing is stored and nothing is lost."""
        self._put_aside()
        self._show_chosen()
        self.side.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, name: str) -> None:
        self._wanted = name or None
        self.connections_changed.emit(name)
        self.refresh()

    # list and editor

    @Slot()
    def _row_chosen(self) -> None:
        connection = self.side.chosen()
        if connection is not None and (self.editor is None or self.editor.connection != connection):
            self._show_editor(connection)

    def _show_chosen(self) -> None:
        """Show the editor of the chosen connection; what is being edited is not disturbed."""
        if self.editor is not None and (self.editor.has_changes or self.editor.connection is None):
            self._show_places()
            return
        connection = self.side.chosen()
        if connection is None:
            self._throw_away()
        elif self.editor is None or self.editor.connection != connection:
            self._show_editor(connection)
        self._show_places()

    def _show_editor(self, connection: Connection | None) -> None:
        self._put_aside()
        editor = ConnectionEditor(self._desk, self._worker, self._kinds, connection, self)
        editor.saved.connect(self._saved)
        editor.left.connect(self._left)
        self._place(editor)
        self.side.choose(connection)

    def _place(self, editor: ConnectionEditor) -> None:
        self.editor = editor
        self.place.addWidget(editor)
        self.place.setCurrentWidget(editor)
        self._show_places()

    def _put_aside(self) -> None:
        """Take the editor away; if it holds changes, keep it and say so."""
        editor, self.editor = self.editor, None
        if editor is None:
            return
        self.place.removeWidget(editor)
        if not editor.has_changes:
            editor.deleteLater()
            return
        if self._aside is not None:
            self._aside.deleteLater()
        self._aside = editor
        editor.hide()
        name = editor.form.name.value or self.tr("the new connection")
        self._tell(
            self.tr("The changes to {name} are not saved, but set aside.").format(name=name), takes_up=True
        )

    def _throw_away(self) -> None:
        if self.editor is not None:
            self.place.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None

    def _show_places(self) -> None:
        empty = not self._states and self.editor is None
        self.first.setVisible(empty)
        self.side.setVisible(not empty)
        self.place.setVisible(not empty)
        self.side.remove_button.setEnabled(self.side.chosen() is not None)

    def _tell(self, text: str, takes_up: bool) -> None:
        self.take_up_button.setVisible(takes_up)
        self.banner.say("information", Tone.INFORMATION, text)
        announce(self, text)

    # making

    def _connect(self) -> None:
        self.side.list.currentRowChanged.connect(self._row_chosen)
        self.side.add_button.clicked.connect(self.add)
        self.side.remove_button.clicked.connect(self.remove)
        self.first.own_button.clicked.connect(self.add)
        self.first.sample_button.clicked.connect(self.try_sample)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(self.side)
        row.addWidget(self.place, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        page.setSpacing(GAP)
        page.addWidget(self.error)
        page.addWidget(self.banner)
        page.addWidget(self.first, 1)
        page.addLayout(row, 1)
        self.first.hide()
