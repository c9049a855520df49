"""Where one editor at a time is shown, and one that was left with changes is kept. Used by settings_tab."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from syncdesk.ui.settings_page import SettingsPage


class EditorPlace(QStackedWidget):
    """Holds the editor in use and the one set aside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor: SettingsPage | None = None
        self.aside: SettingsPage | None = None

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
        """Take the editor away. If it holds changes it is kept, in place of any kept before, and returned."""
        editor, self.editor = self.editor, None
        if editor is None:
            return None
        self.removeWidget(editor)
        editor.rest()
        if not editor.has_changes:
            editor.let_go()
            editor.deleteLater()
            return None
        self.forget_aside()
        self.aside = editor
        editor.hide()
        return editor

    def take_up(self) -> SettingsPage | None:
        """Show what was set aside again; what was shown instead is set aside if it holds changes."""
        editor, self.aside = self.aside, None
        if editor is not None:
            self.put_aside()
            self.show_editor(editor)
        return editor

    def throw_away(self) -> None:
        """Take the editor away whatever it holds."""
        editor, self.editor = self.editor, None
        if editor is not None:
            self.removeWidget(editor)
            editor.let_go()
            editor.deleteLater()

    def forget_aside(self) -> None:
        """Throw away what was set aside."""
        if self.aside is not None:
            self.aside.let_go()
            self.aside.deleteLater()
            self.aside = None
