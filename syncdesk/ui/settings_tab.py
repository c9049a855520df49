"""The tab 'Settings': the connections, each with its form; the first start when there is none.

Built by the window. Every edit has an editor of its own, so that closing one loses nothing: it can be taken
up again until another is closed.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from syncdesk.app.drafts import new_id
from syncdesk.app.views import ConnectionState
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.ports import SourceKind
from syncdesk.ui.assistant import Assistant
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.reconnect import ReconnectPage
from syncdesk.ui.settings_editor import ConnectionEditor
from syncdesk.ui.settings_list import Removal
from syncdesk.ui.settings_page import SettingsPage
from syncdesk.ui.settings_view import SettingsView
from syncdesk.ui.worker import Worker


class SettingsTab(SettingsView):
    """Lists the connections and edits one."""

    connections_changed = Signal(str)
    """A connection was added, changed or removed; the name to show now, '' for whichever."""
    preview_wanted = Signal(str)
    """The connection of this name is new, and its first run shall be previewed."""
    reconnected = Signal(str)
    """Somebody signed in again for the connection of this name."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._worker = desk, worker
        self._states: tuple[ConnectionState, ...] = ()
        self._kinds: tuple[SourceKind, ...] = ()
        self._wanted: str | None = None
        self._reconnecting = ""
        self._pointing = ("", "")
        self._removal = Removal(desk, worker, self)
        self.take_up_button = self.banner.add_button(
            "settings-take-up", self.tr("Take Up Again"), self.take_up_again
        )
        self.discard_button = self.banner.add_button("settings-discard", self.tr("Discard It"), self.discard)
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
            lambda: (desk.states(), desk.kinds()), self._was_read, self._failed, key="settings-connections"
        )

    @Slot()
    def add(self) -> None:
        """Begin a new connection; one that was begun and set aside is taken up again."""
        if self.place.unfinished is not None:
            self._taken_up(self.place.go_on())
            return
        assistant = Assistant(self._desk, self._worker, self._kinds, new_id(), self)
        assistant.preview_wanted.connect(self._previewed)
        self._show_page(assistant, None)
        assistant.begin()

    @Slot()
    def reconnect(self) -> None:
        """Sign in again for the chosen connection."""
        connection = self.side.chosen()
        if connection is None or not self.side.chosen_signs_in():
            return
        label = next(
            (k.label for k in self._kinds if k.kind == connection.source_kind), connection.source_kind
        )
        page = ReconnectPage(self._desk, self._worker, connection, label, self)
        self._show_page(page, connection)
        page.begin()

    def reconnect_to(self, name: str) -> None:
        """Show this connection and sign in again for it."""
        self._reconnecting = name
        self.show_connection(name)

    def point_to(self, name: str, field: str) -> None:
        """Show this connection and put the cursor into one of its fields."""
        self._pointing = (name, field)
        self.show_connection(name)

    @Slot()
    def take_up_again(self) -> None:
        """Go on with what was set aside."""
        self._taken_up(self.place.take_up())

    @Slot()
    def discard(self) -> None:
        """Leave the unfinished connection for good, with what signing in left behind."""
        self.place.discard()
        self.tell(self.tr("The unfinished connection was discarded."))

    def let_go(self) -> None:
        """The program ends: whatever is not stored is left for good."""
        self.place.let_go()

    @Slot()
    def remove(self) -> None:
        """Ask in plain words, then forget the chosen connection."""
        connection = self.side.chosen()
        if connection is None:
            return
        self._removal.ask(connection.name)

    @Slot()
    def try_sample(self) -> None:
        """Make the sample company ready and show it."""
        self.first.setEnabled(False)
        self._worker.read(self._desk.prepare_demo, self._changed, self._failed, key="settings-sample")

    # answers

    @Slot(object)
    def _was_read(self, result: tuple[tuple[ConnectionState, ...], tuple[SourceKind, ...]]) -> None:
        self._states, self._kinds = result
        self.error.hide()
        self.first.setEnabled(True)
        self.side.show_states(self._states, self._wanted)
        self._wanted = None
        self._show_chosen()
        (pointed, field), self._pointing = self._pointing, ("", "")
        editor = self.place.editor
        if pointed and isinstance(editor, ConnectionEditor) and editor.connection.name == pointed:
            editor.point_to(field)
        name, self._reconnecting = self._reconnecting, ""
        wanted = next((s.connection for s in self._states if name and s.connection.name == name), None)
        if wanted is not None:
            self.side.choose(wanted)  # also while something else is being edited, which is set aside
            self.reconnect()

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self.first.setEnabled(True)
        self.error.show_error(error)

    @Slot(object)
    def _removed(self, name: str) -> None:
        aside = self.place.aside
        if aside is not None and aside.connection is not None and aside.connection.name == name:
            self.place.forget_aside()
        self.place.throw_away()
        self.tell(self.tr("'{name}' was removed. Books and job database were not touched.").format(name=name))
        self._changed("")

    @Slot(str)
    def _saved(self, name: str) -> None:
        """An assistant stays to say what is next."""
        if isinstance(self.place.editor, Assistant):
            self._changed(name)
            return
        said = self.tr("'{name}' is saved.")
        again = isinstance(self.place.editor, ReconnectPage)
        if again:
            said = self.tr("'{name}' is connected again. Links and history are as they were.")
        self.place.throw_away()
        self.tell(said.format(name=name))
        self._changed(name)
        if again:
            self.reconnected.emit(name)

    @Slot(str)
    def _previewed(self, name: str) -> None:
        self.place.throw_away()
        self._changed(name)
        self.preview_wanted.emit(name)

    @Slot()
    def _left(self) -> None:
        """Cancel or Esc: nothing is stored and nothing is lost."""
        self._put_aside()
        self._show_chosen()
        self.side.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _changed(self, name: str) -> None:
        self._wanted = name or None
        self.connections_changed.emit(name)
        self.refresh()

    # list and editor

    @Slot()
    def _row_chosen(self) -> None:
        connection, editor = self.side.chosen(), self.place.editor
        if connection is not None and (editor is None or editor.connection != connection):
            self._show_editor(connection)

    def _show_chosen(self) -> None:
        """Show the editor of the chosen connection; what is being edited is not disturbed."""
        connection, editor = self.side.chosen(), self.place.editor
        if editor is not None and self.place.is_busy:
            self.side.choose(editor.connection)
        elif connection is None:
            self.place.throw_away()
        elif editor is None or editor.connection != connection:
            self._show_editor(connection)
        self.show_places(bool(self._states))

    def _show_editor(self, connection: Connection) -> None:
        editor = ConnectionEditor(self._desk, self._worker, self._kinds, connection, self)
        editor.reconnecting_wanted.connect(self.reconnect)
        self._show_page(editor, connection)

    def _show_page(self, page: SettingsPage, connection: Connection | None) -> None:
        self._put_aside()
        page.saved.connect(self._saved)
        page.left.connect(self._left)
        self.place.show_editor(page)
        self.side.choose(connection)
        self.show_places(bool(self._states))

    def _put_aside(self) -> None:
        """Take the editor away; if it holds changes, say that they are kept."""
        editor = self.place.put_aside()
        if editor is not None:
            words = self.tr("The changes to {name} are not saved, but set aside.")
            if isinstance(editor, Assistant):
                words = self.tr("{name} is not finished, but set aside until SyncDesk is closed.")
            self.tell(words.format(name=editor.subject))

    def _taken_up(self, editor: SettingsPage | None) -> None:
        self.banner.hide()
        if editor is not None:
            self.side.choose(editor.connection)
            self.show_places(bool(self._states))
            editor.begin()

    def _connect(self) -> None:
        self.side.list.currentRowChanged.connect(self._row_chosen)
        self.side.add_button.clicked.connect(self.add)
        self.side.remove_button.clicked.connect(self.remove)
        self.side.reconnect_button.clicked.connect(self.reconnect)
        self.first.own_button.clicked.connect(self.add)
        self.first.sample_button.clicked.connect(self.try_sample)
        self._removal.removed.connect(self._removed)
        self._removal.failed.connect(self._failed)
