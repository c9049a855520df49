"""The result of Test, a line for each thing looked at: icon, what it was, and if it failed what cures it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from syncdesk.model.job import Check
from syncdesk.model.sign_in import SIGN_IN
from syncdesk.ui.notices import IconLabel, Panel, wrapped_label
from syncdesk.ui.theme import Tone, larger_font

_MOST_LINES = 6


class CheckList(Panel):
    """Shows checks. Its accessible name holds them all, so that they can be heard at once."""

    cure_wanted = Signal()
    """Signing in would cure a check that failed, and the person wants to."""

    def __init__(self, cure: str, parent: QWidget | None = None) -> None:
        """`cure` is the text of the button that leads to signing in."""
        super().__init__(None, parent)
        self.setObjectName("settings-checks")
        self._title = QLabel(self)
        self._title.setObjectName("settings-checks-title")
        self._title.setFont(larger_font(self.font(), 1.0, bold=True))
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(8)
        self._lines.setVerticalSpacing(4)
        self._lines.setColumnStretch(1, 1)
        self._parts: list[QWidget] = []
        inside = QWidget(self)
        inside.setLayout(self._lines)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("settings-checks-scroll")
        self._scroll.setAccessibleName(self.tr("Results of the test"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(inside)
        for surface in (self._scroll.viewport(), inside):
            surface.setAutoFillBackground(False)
        self.cure_button = QPushButton(cure, self)
        self.cure_button.setObjectName("settings-checks-cure")
        self.cure_button.setAutoDefault(False)
        self.cure_button.clicked.connect(self.cure_wanted)
        self.cure_button.hide()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.cure_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addLayout(head)
        column.addWidget(self._scroll)
        self.hide()

    @property
    def words(self) -> str:
        """Everything it says, line by line."""
        return self.accessibleName()

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in reading order."""
        return [self.cure_button, self._scroll]

    def show_testing(self) -> None:
        """Say that the test is under way."""
        self._clear()
        self._fit(0)
        self._say(self.tr("Testing… nothing is written."))

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show the checks, failed ones first and with their remedy."""
        self._clear()
        failed = [check for check in checks if not check.ok]
        checks = [*failed, *(check for check in checks if check.ok)]
        if failed:
            title = self.tr("Some things need attention. Nothing was written.")
        else:
            title = self.tr("Everything holds. Nothing was written.")
        words = [title]
        for place, check in enumerate(checks):
            words.append(self._add(place, check))
        self._say(title)
        self._fit(len(checks))
        self.cure_button.setVisible(any(check.field == SIGN_IN for check in failed))
        self.setAccessibleName("\n".join(words))

    def _fit(self, lines: int) -> None:
        """As high as its lines, up to a limit beyond which it scrolls, so that the form stays in sight."""
        line = self.fontMetrics().height() + self._lines.verticalSpacing() + 4
        self._scroll.setFixedHeight(min(lines, _MOST_LINES) * line + line // 2)
        self._scroll.setVisible(lines > 0)
        self._scroll.verticalScrollBar().setValue(0)

    def _say(self, title: str) -> None:
        self._title.setText(title)
        self.cure_button.hide()
        self.setAccessibleName(title)
        self.show()

    def _add(self, place: int, check: Check) -> str:
        icon, tone = ("success", Tone.GOOD) if check.ok else ("error", Tone.BAD)
        word = self.tr("Holds") if check.ok else self.tr("Fails")
        text = check.title if check.ok or not check.remedy else f"{check.title} {check.remedy}"
        picture = IconLabel(icon, tone, 18, self)
        label = wrapped_label(f"settings-check-{place}", self)
        label.setText(text)
        label.setAccessibleName(f"{word}: {text}")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if check.detail:
            label.setToolTip(check.detail)
        self._lines.addWidget(picture, place, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(label, place, 1)
        self._parts += [picture, label]
        return f"{word}: {text}"

    def _clear(self) -> None:
        for part in self._parts:
            self._lines.removeWidget(part)
            part.deleteLater()
        self._parts = []
