"""The field a search is typed into, with wrong terms underlined where they stand (UX-18); examples."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QColor, QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget

from syncdesk.app.search_values import SearchProblem
from syncdesk.ui.icons import plain_icon
from syncdesk.ui.search_columns import search_examples
from syncdesk.ui.theme import Tone, tone_colours

_PAUSE = 150
"""Milliseconds after the last key before the list is filtered."""


class SearchField(QLineEdit):
    """A line for the search. `wanted` follows typing after a short pause, and Return at once."""

    wanted = Signal(str)
    list_wanted = Signal()
    """Down or Return: the person wants to go on in the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-field")
        self.setAccessibleName(self.tr("Search invoices"))
        self.setPlaceholderText(self.tr("Number or customer, or total>100, state:unpaid, date:2026-01"))
        self.setClearButtonEnabled(True)
        self._icon = self.addAction(
            plain_icon("search", self.palette()), QLineEdit.ActionPosition.LeadingPosition
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.ask)
        self.textChanged.connect(self._typed)

    @Slot()
    def ask(self) -> None:
        """Have the list filtered now."""
        self._pause.stop()
        self.wanted.emit(self.text())

    def mark(self, problems: Sequence[SearchProblem]) -> None:
        """Underline the wrong terms."""
        wrong = QTextCharFormat()
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wrong.setUnderlineColor(QColor(tone_colours(Tone.BAD, self.palette()).text))
        kind = QInputMethodEvent.AttributeType.TextFormat
        here = self.cursorPosition()
        attributes = [QInputMethodEvent.Attribute(kind, p.start - here, p.length, wrong) for p in problems]
        QCoreApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.ask()
        elif key == Qt.Key.Key_Down:
            self.list_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask()
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _typed(self) -> None:
        self._pause.start()


class ExamplesButton(QToolButton):
    """Offers searches to begin with; choosing one puts it into the field."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-examples")
        self.setText(self.tr("E&xamples"))
        self.setToolTip(self.tr("What can be searched for, with examples"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        menu.setObjectName("search-examples-menu")
        for example in search_examples():
            action = menu.addAction(f"{example.meaning}\t{example.text}".replace("&", "&&"))
            action.setData(example.text)
        menu.triggered.connect(self._take)
        self.setMenu(menu)

    @Slot(QAction)
    def _take(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
