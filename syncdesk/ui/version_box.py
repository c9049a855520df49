"""'New Version': which version this is, whether there is a newer one, and the way to its page. It tells and
links; it installs nothing. Opened from the Help menu and from the status bar."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from syncdesk.model.errors import SyncDeskError
from syncdesk.model.version import NoLook, Versions
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import ErrorPanel, announce, wrapped_label
from syncdesk.ui.present import moment_text
from syncdesk.ui.theme import GAP, MARGIN, larger_font
from syncdesk.ui.worker import Worker

_WIDTH = 620


class VersionBox(QDialog):
    """Looks when it is opened, and again when asked to."""

    learnt = Signal(object)
    """The Versions as they are known now."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("version-box")
        self.setWindowTitle(self.tr("New Version"))
        self._desk, self._worker = desk, worker
        self._known: Versions | None = None
        self.title = QLabel(self)
        self.title.setObjectName("version-title")
        self.title.setFont(larger_font(self.font(), 1.2, bold=True))
        self.lead = wrapped_label("version-lead", self)
        self.error = ErrorPanel("version-error", self)
        self.daily = QCheckBox(self.tr("Look &once a day"), self)
        self.daily.setObjectName("version-daily")
        self.asks = wrapped_label("version-asks", self)
        box = QDialogButtonBox(self)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.open_button = box.addButton(self.tr("Open &Download Page"), action)
        self.skip_button = box.addButton(self.tr("&Skip This Version"), action)
        self.again_button = box.addButton(self.tr("Look &Again"), action)
        self.close_button = box.addButton(QDialogButtonBox.StandardButton.Close)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for widget in (self.title, self.lead, self.error):
            column.addWidget(widget)
        column.addSpacing(GAP)
        column.addWidget(self.daily)
        column.addWidget(self.asks)
        column.addStretch(1)
        column.addWidget(box)
        self.setMinimumWidth(_WIDTH)
        self.resize(_WIDTH, 0)
        self.open_button.clicked.connect(self.open_page)
        self.skip_button.clicked.connect(self.skip)
        self.again_button.clicked.connect(self.look)
        self.daily.clicked.connect(self.look_daily)
        box.rejected.connect(self.reject)
        for button in (self.open_button, self.skip_button, self.daily, self.asks):
            button.hide()
        self._worker.read(self._desk.versions, self._begin, self._failed, "versions")

    @Slot(object)
    def _begin(self, known: Versions) -> None:
        """Show what is known, and look if there is anybody to ask."""
        self._show(known)
        if known.no_look is None:
            self.look()

    @Slot()
    def look(self) -> None:
        """Ask now."""
        desk = self._desk
        self.again_button.setEnabled(False)
        self.error.hide()
        self.title.setText(self.tr("Looking…"))
        self._worker.ask_heeding(
            lambda cancelled: desk.look_for_version(False, cancelled), self._looked, self._failed, "versions"
        )

    @Slot()
    def open_page(self) -> None:
        """Let this system's browser show the page of the newer version."""
        if self._known is not None and self._known.newest is not None:
            QDesktopServices.openUrl(QUrl(self._known.newest.page))

    @Slot()
    def skip(self) -> None:
        """Hear no more of this version by itself."""
        if self._known is not None and self._known.newest is not None:
            desk, version = self._desk, self._known.newest.version
            self._worker.read(lambda: desk.skip_version(version), self._skipped, self._failed, "versions")

    @Slot(bool)
    def look_daily(self, on: bool) -> None:
        """Turn the daily look on or off."""
        desk = self._desk
        self._worker.read(lambda: desk.look_daily(on), self._show, self._failed, "versions")

    @Slot(object)
    def _looked(self, known: Versions) -> None:
        self._show(known)
        announce(self, self.title.text())

    @Slot(object)
    def _skipped(self, known: Versions) -> None:
        self._show(known)
        self.accept()

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        if self._known is not None:
            self._show(self._known)
            if self._known.newest is None:
                self.title.setText(self.lead.text())
                self.lead.hide()
        self.again_button.setEnabled(True)
        self.error.show_error(error)
        self._fit()

    @Slot(object)
    def _show(self, known: Versions) -> None:
        self._known = known
        newest = known.newest
        can_look = known.no_look is None
        if newest is not None:
            self.title.setText(self.tr("SyncDesk {version} is available").format(version=newest.version))
            words = self.tr(
                "You have {this}. The page says what is new and has the download. Install it while SyncDesk "
                "is closed; settings and history stay."
            )
        elif can_look:
            self.title.setText(self.tr("This is the newest version"))
            words = self.tr("You have SyncDesk {this}.")
        elif known.no_look is NoLook.UPDATED_BY_SYSTEM:
            self.title.setText(self.tr("Updates come by themselves"))
            words = self.tr("You have SyncDesk {this}. What it was installed with keeps it up to date.")
        else:
            self.title.setText(self.tr("This copy cannot look for newer versions"))
            words = self.tr(
                "You have SyncDesk {this}. Nobody said where newer ones are published when it was built; "
                "whoever gave it to you knows."
            )
        self.lead.setText(words.format(this=known.this))
        self.lead.show()
        self._show_looking(known, can_look)
        self.open_button.setVisible(newest is not None)
        self.skip_button.setVisible(newest is not None and not known.is_skipped)
        self.again_button.setVisible(can_look)
        self.again_button.setEnabled(True)
        default = self.open_button if newest is not None else self.close_button
        default.setDefault(True)
        default.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()
        self.learnt.emit(known)

    def _fit(self) -> None:
        """Wrapped sentences need the height that their width gives them; a dialog does not grow for them."""
        self._column.activate()
        self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))
        self.resize(self.width(), self.minimumHeight())

    def _show_looking(self, known: Versions, can_look: bool) -> None:
        self.daily.setVisible(can_look)
        self.asks.setVisible(can_look)
        self.daily.setChecked(known.daily)
        words = self.tr(
            "It asks {host} for the number of the newest version. Nothing of yours is sent, and nothing is "
            "installed by itself."
        ).format(host=known.asks)
        if known.looked_at is not None:
            looked = self.tr("Last looked: {when}.").format(when=moment_text(known.looked_at))
            words = f"{words} {looked}"
        self.asks.setText(words)
