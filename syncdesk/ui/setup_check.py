"""'Check Set-up': looks at everything that must hold for a company, step by step, each fault with the button
that cures it (CXQ-01, BBK-53). Opened from the Help menu."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from syncdesk.model.errors import SyncDeskError
from syncdesk.model.job import Check
from syncdesk.model.sign_in import SIGN_IN
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import ErrorPanel, IconLabel, announce, wrapped_label
from syncdesk.ui.theme import GAP, MARGIN, Tone, larger_font
from syncdesk.ui.worker import Worker


class SetupCheck(QDialog):
    """Checks one company, and the program's own places."""

    cure_wanted = Signal(str)
    """The field of a check whose button was pressed."""
    support_wanted = Signal()

    def __init__(self, desk: DeskPort, worker: Worker, name: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("setup-check")
        words = self.tr("Check Set-up: {name}") if name is not None else self.tr("Check Set-up")
        self.setWindowTitle(words.format(name=name))
        self._desk, self._worker, self._name = desk, worker, name
        self.title = QLabel(self)
        self.title.setObjectName("setup-check-title")
        self.title.setFont(larger_font(self.font(), 1.2, bold=True))
        self.lead = wrapped_label("setup-check-lead", self)
        self.error = ErrorPanel("setup-check-error", self)
        self.area = QScrollArea(self)
        self.cures: dict[str, QPushButton] = {}
        box = QDialogButtonBox(self)
        self.again_button = box.addButton(self.tr("Check &Again"), QDialogButtonBox.ButtonRole.ActionRole)
        self.support_button = box.addButton(self.tr("S&upport File…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = box.addButton(QDialogButtonBox.StandardButton.Close)
        self.again_button.setShortcut(QKeySequence(Qt.Key.Key_F5))
        self.close_button.setDefault(True)
        self.area.setObjectName("setup-check-lines")
        self.area.setAccessibleName(self.tr("What was looked at"))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for widget in (self.title, self.lead, self.error):
            column.addWidget(widget)
        column.addWidget(self.area, 1)
        column.addWidget(box)
        self.resize(720, 520)
        self.again_button.clicked.connect(self.check)
        self.support_button.clicked.connect(self.support_wanted)
        box.rejected.connect(self.reject)
        self.check()

    @Slot()
    def check(self) -> None:
        """Look at everything again."""
        desk, name = self._desk, self._name
        self.error.hide()
        self.again_button.setEnabled(False)
        self.title.setText(self.tr("Looking…"))
        self.lead.setText(self.tr("Books and job database are asked; nothing is written."))
        self._worker.ask(lambda: desk.doctor(name), self._checked, self._failed, key="setup-check")

    @property
    def words(self) -> list[str]:
        """What each line says."""
        return [label.accessibleName() for label in self._labels()]

    def _labels(self) -> list[QLabel]:
        page = self.area.widget()
        return [] if page is None else page.findChildren(QLabel, "setup-check-line")

    @Slot(object)
    def _checked(self, checks: tuple[Check, ...]) -> None:
        self.again_button.setEnabled(True)
        failed = [check for check in checks if not check.ok]
        if failed:
            self.title.setText(self.tr("%n thing(s) to put right", "", len(failed)))
            self.lead.setText(self.tr("In the order in which they are best seen to. Nothing was written."))
        else:
            self.title.setText(self.tr("The set-up holds"))
            self.lead.setText(self.tr("Everything was looked at. Nothing was written."))
        self._show(checks)
        announce(self, self.title.text())
        first = next(iter(self.cures.values()), None)
        if failed and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self.again_button.setEnabled(True)
        self.title.setText(self.tr("The set-up could not be looked at"))
        self.lead.setText("")
        self.error.show_error(error)

    def _show(self, checks: Sequence[Check]) -> None:
        """Line by line in the order looked at; what holds is quiet, what fails has its cure."""
        page = QWidget()
        lines = QGridLayout(page)
        lines.setContentsMargins(0, 0, GAP, 0)
        lines.setHorizontalSpacing(GAP)
        lines.setVerticalSpacing(GAP)
        lines.setColumnStretch(1, 1)
        self.cures = {}
        for place, check in enumerate(checks):
            self._add(lines, place, check, page)
        lines.setRowStretch(len(checks), 1)
        self.area.setWidget(page)

    def _add(self, lines: QGridLayout, place: int, check: Check, page: QWidget) -> None:
        icon, tone, word = "success", Tone.GOOD, self.tr("Holds")
        if not check.ok:
            icon, tone, word = "error", Tone.BAD, self.tr("Fails")
        elif check.remedy:
            icon, tone, word = "information", Tone.INFORMATION, self.tr("Worth knowing")
        # One company is looked at, and the title of the dialog names it.
        title = check.title.removeprefix(f"{self._name}: ")
        text = f"{title}\n{check.remedy}".strip() if check.remedy else title
        label = wrapped_label("setup-check-line", page)
        label.setText(text)
        label.setAccessibleName(f"{word}: {' '.join(text.split())}")
        label.setToolTip(check.detail)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines.addWidget(IconLabel(icon, tone, 18, page), place, 0, Qt.AlignmentFlag.AlignTop)
        lines.addWidget(label, place, 1)
        if check.field and (not check.ok or check.remedy):
            button = QPushButton(self._cure_text(check.field), page)
            button.setObjectName("setup-check-cure")
            button.setAutoDefault(False)
            button.setAccessibleDescription(label.accessibleName())
            button.setProperty("field", check.field)
            button.clicked.connect(self._press)
            lines.addWidget(button, place, 2, Qt.AlignmentFlag.AlignTop)
            self.cures.setdefault(check.field, button)

    def _cure_text(self, field: str) -> str:
        return {
            SIGN_IN: self.tr("Reconnect"),
            "first_run": self.tr("Preview First Run"),
            "waiting": self.tr("Show Waiting"),
            "paid_not_here": self.tr("Show Them"),
            "not_in_books": self.tr("Show Them"),
        }.get(field, self.tr("Open Settings"))

    @Slot()
    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.accept()
            self.cure_wanted.emit(str(button.property("field")))
