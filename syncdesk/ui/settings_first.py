"""The first start (UX-1): nothing is connected yet, and two ways to begin. Used by settings_tab."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from syncdesk.ui.notices import IconLabel, wrapped_label
from syncdesk.ui.theme import GAP, Tone, larger_font


class FirstStart(QWidget):
    """Says what a connection is and offers the sample company or one's own books."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings-first-start")
        title = wrapped_label("settings-first-title", self)
        title.setText(self.tr("Connect your books with your job database"))
        title.setFont(larger_font(self.font(), 1.2, bold=True))
        text = wrapped_label("settings-first-text", self)
        text.setText(
            self.tr(
                "SyncDesk reads payments from your books and writes Paid Amount and Date Paid into your job "
                "database. Nothing is written before you have seen a preview.\n\n"
                "The sample company needs no account: you can play with it as you like."
            )
        )
        self.sample_button = self._button("settings-try-sample", self.tr("Try the sample com&pany"))
        self.own_button = self._button("settings-first-add", self.tr("&Add a connection"))
        self.sample_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        buttons.addWidget(self.sample_button)
        buttons.addWidget(self.own_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(2)
        icon = IconLabel("books", Tone.QUIET, 44, self)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(4)
        column.addLayout(buttons)
        column.addStretch(3)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button
