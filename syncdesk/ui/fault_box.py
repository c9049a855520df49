"""The box for a fault of SyncDesk's own that nobody foresaw: plain words, the details to copy, the way to the
log and to whoever helps. Nothing is sent anywhere by itself. Opened by ui/last_resort.py."""

import platform

from PySide6.QtCore import Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from syncdesk import __version__
from syncdesk.model.redaction import redacted
from syncdesk.ui.notices import IconLabel, announce, wrapped_label
from syncdesk.ui.theme import GAP, MARGIN, Tone, figures_font, larger_font


class FaultBox(QDialog):
    """Tells of one fault. `detail` is the raw text for support; secrets are taken out of it here."""

    logs_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, title: str, words: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fault-box")
        self.setWindowTitle("SyncDesk")
        self._times = 1
        self.title = QLabel(title, self)
        self.title.setObjectName("fault-title")
        self.title.setFont(larger_font(self.font(), 1.2, bold=True))
        self.lead = wrapped_label("fault-lead", self)
        self.lead.setText(words)
        self.again = wrapped_label("fault-again", self)
        self.again.hide()
        self.detail = QPlainTextEdit(self)
        self.detail.setObjectName("fault-detail")
        self.detail.setAccessibleName(self.tr("Details of the error"))
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.detail.setFont(figures_font(self.font()))
        self.detail.setPlainText(redacted(f"{_this_program()}\n\n{detail.strip()}"))
        box = QDialogButtonBox(self)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.copy_button = box.addButton(self.tr("&Copy Details"), action)
        self.logs_button = box.addButton(self.tr("Open &Log Folder"), action)
        self.report_button = box.addButton(self.tr("&Report…"), action)
        self.close_button = box.addButton(QDialogButtonBox.StandardButton.Close)
        self.close_button.setDefault(True)
        self._build(box)
        self.copy_button.clicked.connect(self.copy)
        self.logs_button.clicked.connect(self.logs_wanted)
        self.report_button.clicked.connect(self.report_wanted)
        box.rejected.connect(self.reject)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, box: QDialogButtonBox) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.title, self.lead, self.again):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel("error", Tone.BAD, 32, self), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.detail, 1)
        column.addWidget(box)
        self.resize(680, 420)

    def count(self) -> None:
        """Another fault came while this one is told of; it is in the log."""
        self._times += 1
        self.again.setText(self.tr("%n fault(s) so far; the log has all of them.", "", self._times))
        self.again.show()

    @Slot()
    def copy(self) -> None:
        """Put everything on the clipboard that whoever helps needs."""
        text = f"{self.title.text()}\n{self.detail.toPlainText()}\n"
        QGuiApplication.clipboard().setText(text)
        self.copy_button.setText(self.tr("Copied"))
        announce(self, self.copy_button.text())


def _this_program() -> str:
    return (
        f"SyncDesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform(terse=True)}"
    )
