"""Where one page of Settings is shown, and what was left unfinished is kept. Used by settings_tab."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from syncdesk.ui.assistant import Assistant
from syncdesk.ui.settings_page import SettingsPage


class EditorPlace(QStackedWidget):
    """Holds the page in use, one editor that was set aside, and a new connection that is not finished."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor: SettingsPage | None = None
        self.aside: SettingsPage | None = None
        self.unfinished: Assistant | None = None

    @property
    def kept(self) -> SettingsPage | None:
        """What would be taken up again: the editor that was set aside, else the unfinished connection."""
        return self.aside or self.unfinished

    @property
    def is_busy(self) -> bool:
        """True while something is being edited that must not be disturbed."""
        return self.editor is not None and (self.editor.has_changes or self.editor.connection is None)

    def show_editor(self, editor: SettingsPage) -> None:
        """Show an editor; there must be none."""
        self.editor = editor
        self.addWidget(editor)
        self.setCurrentWidget(editor)

    def put_aside(self) -> SettingsPage | None:
        """Take the page away. If something in it would be lost it is kept and returned: a new connection
        until it is stored or discarded, an editor in place of any kept before."""
        editor, self.editor = self.editor, None
        if editor is None:
            return None
        self.removeWidget(editor)
        editor.rest()
        if not editor.has_changes:
            _throw_away(editor)
            return None
        if isinstance(editor, Assistant):
            self.discard()
            self.unfinished = editor
        else:
            self.forget_aside()
            self.aside = editor
        editor.hide()
        return editor

    def take_up(self) -> SettingsPage | None:
        """Show again what is kept; what was shown instead is set aside if it holds changes."""
        editor = self.kept
        if editor is self.aside:
            self.aside = None
        return self._show_again(editor)

    def go_on(self) -> SettingsPage | None:
        """Show the unfinished connection again; what was shown instead is set aside if it holds changes."""
        return self._show_again(self.unfinished)

    def _show_again(self, editor: SettingsPage | None) -> SettingsPage | None:
        if editor is not None:
            if editor is self.unfinished:
                self.unfinished = None
            self.put_aside()
            self.show_editor(editor)
        return editor

    def throw_away(self) -> None:
        """Take the editor away whatever it holds."""
        editor, self.editor = self.editor, None
        if editor is not None:
            self.removeWidget(editor)
            _throw_away(editor)

    def forget_aside(self) -> None:
        """Throw away the editor that was set aside."""
        editor, self.aside = self.aside, None
        if editor is not None:
            _throw_away(editor)

    def discard(self) -> None:
        """Leave the unfinished connection for good."""
        editor, self.unfinished = self.unfinished, None
        if editor is not None:
            _throw_away(editor)

    def let_go(self) -> None:
        """The program ends: whatever is not stored is left for good."""
        for editor in (self.editor, self.aside, self.unfinished):
            if editor is not None:
                editor.let_go()


def _throw_away(editor: SettingsPage) -> None:
    editor.let_go()
    editor.deleteLater()
