"""What every page of Settings has in common: the editor of a connection, the assistant, reconnecting."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from syncdesk.model.connection import Connection


class SettingsPage(QWidget):
    """A page that can be left at any time without loss: Esc sets it aside if it holds anything."""

    saved = Signal(str)
    """The name that a connection is stored under now."""
    left = Signal()
    """The person leaves; nothing is stored and nothing is lost."""

    @property
    def connection(self) -> Connection | None:
        """The stored connection that this is about, None for a new one."""
        return None

    @property
    def subject(self) -> str:
        """What is being edited, in words."""
        return ""

    @property
    def has_changes(self) -> bool:
        """True if something would be lost by throwing this page away."""
        return False

    def begin(self) -> None:
        """Put the cursor where a person starts, or goes on."""

    def rest(self) -> None:
        """It is set aside: wait for nothing meanwhile."""

    def let_go(self) -> None:
        """It is about to be thrown away for good."""

    def default_button(self) -> QPushButton | None:
        """What Return presses where the cursor is in no button."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            button = focus if isinstance(focus, QPushButton) else self.default_button()
            if button is not None:
                button.click()
        else:
            super().keyPressEvent(event)
