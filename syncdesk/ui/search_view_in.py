"""'View in …': leads from an invoice to its record in the books, or says why that cannot be (SMQ-07, SMQ-08).

Part of the detail pane."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from syncdesk.ui.browser import open_address
from syncdesk.ui.icons import plain_icon
from syncdesk.ui.notices import wrapped_label
from syncdesk.ui.theme import larger_font, quieten


class ViewInBooks(QWidget):
    """A button named after the books, and below it why it cannot be pressed, where that is so."""

    def __init__(self, parent: QWidget | None = None, opening: Callable[[str], bool] = open_address) -> None:
        super().__init__(parent)
        self._opening, self._address = opening, ""
        self.button = QPushButton(self)
        self.button.setObjectName("detail-view-in")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.open)
        self.reason = wrapped_label("detail-view-in-reason", self)
        self.reason.setFont(larger_font(self.font(), 0.92))
        flags = Qt.TextInteractionFlag
        self.reason.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.reason)
        self._colour()

    def show_address(self, address: str, label: str) -> None:
        """The record's address in this kind of books, '' if it has none. Only web addresses are opened."""
        is_web = address.startswith(("https://", "http://"))
        self._address = address if is_web else ""
        label = label or self.tr("the books")
        self.button.setText(self.tr("View in {label}").format(label=label.replace("&", "&&")))
        self.button.setEnabled(is_web)
        why = self.tr("{label} gives this invoice no address that a browser could open.").format(label=label)
        self._say("" if is_web else why)

    @Slot()
    def open(self) -> None:
        """Open the record in the person's browser; where there is none, show the address."""
        if not self._opening(self._address):
            words = self.tr("Your browser could not be opened. The address is {address}")
            self._say(words.format(address=self._address))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "reason"):
            self._colour()

    def _say(self, text: str) -> None:
        self.reason.setText(text)
        self.reason.setVisible(bool(text))
        self.button.setToolTip(text)
        self.button.setAccessibleDescription(text)

    def _colour(self) -> None:
        self.button.setIcon(plain_icon("open", self.palette()))
        quieten(self.reason)
