"""The support file and the way to whoever helps (UX-26, BBK-54, S50-25). A person sees all of it, and may
take out what is nobody's business, before anything is saved or sent. Opened from the Help menu."""

import platform
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from syncdesk import __version__
from syncdesk.app.export import write_whole
from syncdesk.model.errors import SyncDeskError
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.memory import window_memory
from syncdesk.ui.notices import Banner, ErrorPanel, announce, wrapped_label
from syncdesk.ui.theme import GAP, MARGIN, Tone, figures_font
from syncdesk.ui.worker import Worker

_CONTACT = "support-contact"


class SupportFile(QDialog):
    """Shows the support file and saves it."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("support-file")
        self.setWindowTitle(self.tr("Support File"))
        self._worker = worker
        self._path = Path()
        lead = wrapped_label("support-lead", self)
        lead.setText(
            self.tr(
                "This is all that would be saved: versions, settings, checks, the latest runs, the end of "
                "the log. Passwords and tokens are removed. Take out what nobody else should read. Nothing "
                "is sent by itself."
            )
        )
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("support-text")
        self.text.setAccessibleName(self.tr("Support file"))
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(figures_font(self.font()))
        self.text.setPlaceholderText(self.tr("Gathering…"))
        self.error = ErrorPanel("support-error", self)
        self.banner = Banner("support-banner", self)
        box = QDialogButtonBox(self)
        self.copy_button = box.addButton(self.tr("&Copy All"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save_button = box.addButton(self.tr("&Save…"), QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(QDialogButtonBox.StandardButton.Close)
        self.save_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(lead)
        column.addWidget(self.text, 1)
        for widget in (self.error, self.banner, box):
            column.addWidget(widget)
        self.resize(820, 600)
        self._enable(False)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.ask)
        box.rejected.connect(self.reject)
        worker.ask(desk.support_text, self._gathered, self._failed, key="support")

    @Slot()
    def copy(self) -> None:
        """Put the text as it is now on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._tell(self.tr("Copied."))

    @Slot()
    def ask(self) -> None:
        """Ask where to save it."""
        dialog = QFileDialog(self, self.tr("Save Support File"))
        dialog.setObjectName("support-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Text (*.txt)")])
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(f"syncdesk-support-{datetime.now(UTC):%Y-%m-%d}.txt")
        dialog.fileSelected.connect(self.save)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(str)
    def save(self, name: str) -> None:
        """Save the text as it is now: what a person took out stays out."""
        self._path, text = Path(name), self.text.toPlainText()

        def fill(target: Path) -> int:
            return target.write_text(text, "utf-8")

        self._worker.read(lambda: write_whole(Path(name), fill), self._saved, self._failed)

    @Slot(object)
    def _gathered(self, text: str) -> None:
        self.text.setPlainText(text)
        self._enable(True)

    @Slot(object)
    def _saved(self, _count: int) -> None:
        self.error.hide()
        self._tell(self.tr("Saved as {file}.").format(file=self._path.name))

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self.error.show_error(error)

    def _tell(self, text: str) -> None:
        self.banner.say("success", Tone.GOOD, text)
        announce(self, text)

    def _enable(self, there: bool) -> None:
        self.copy_button.setEnabled(there)
        self.save_button.setEnabled(there)


class Contact(QDialog):
    """Whom to ask and what to tell them. SyncDesk knows nobody to write to until a person says who it is."""

    support_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("contact")
        self.setWindowTitle(self.tr("Contact and Feedback"))
        lead = wrapped_label("contact-lead", self)
        lead.setText(
            self.tr(
                "Something is wrong, or could be better? Tell whoever looks after SyncDesk for you: what you "
                "did, what you expected, what happened instead, and the number of one invoice it concerns. A "
                "support file helps; you see it before it is saved."
            )
        )
        self.address = QLineEdit(str(window_memory().value(_CONTACT, "")), self)
        self.address.setObjectName("contact-address")
        self.address.setPlaceholderText(self.tr("Their e-mail address; it is remembered"))
        label = QLabel(self.tr("&Who helps you:"), self)
        label.setBuddy(self.address)
        box = QDialogButtonBox(self)
        self.support_button = box.addButton(self.tr("S&upport File…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.write_button = box.addButton(
            self.tr("Write a &Message…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        box.addButton(QDialogButtonBox.StandardButton.Close)
        self.write_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for widget in (lead, label, self.address, box):
            column.addWidget(widget)
        self.setMinimumWidth(520)
        self.support_button.clicked.connect(self.support_wanted)
        self.write_button.clicked.connect(self.write)
        box.rejected.connect(self.reject)
        self.address.textChanged.connect(self._remember)

    def message(self) -> QUrl:
        """The message that the mail program is asked to begin: addressed, with the versions filled in."""
        subject = f"SyncDesk {__version__}"
        body = "\n\n".join(
            [
                self.tr("What I did:"),
                self.tr("What I expected:"),
                self.tr("What happened instead:"),
                f"SyncDesk {__version__}, {platform.platform(terse=True)}",
            ]
        )
        to = quote(self.address.text().strip(), safe="@.+-_")
        return QUrl(f"mailto:{to}?subject={quote(subject)}&body={quote(body)}")

    @Slot()
    def write(self) -> None:
        """Let this system's mail program begin a message."""
        QDesktopServices.openUrl(self.message())

    @Slot(str)
    def _remember(self, text: str) -> None:
        window_memory().setValue(_CONTACT, text.strip())
