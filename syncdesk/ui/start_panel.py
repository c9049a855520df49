"""The left side of the Update tab: the start dates, what to know about them, and the buttons. Made by
update_tab.
"""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from syncdesk.ui.icons import plain_icon
from syncdesk.ui.notices import Panel, wrapped_label
from syncdesk.ui.start_dates import StartDates
from syncdesk.ui.tall_area import TallArea
from syncdesk.ui.theme import GAP, MARGIN, icon_side, larger_font, make_primary, quieten


class StartPanel(Panel):
    """A form that scrolls in a small window, over buttons that always stay in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.setObjectName("start-panel")
        self._running = False
        self.starts = StartDates(self)
        self.preview_button = QPushButton(self.tr("&Preview"), self)
        self.preview_button.setObjectName("preview-button")
        self.preview_button.setToolTip(self.tr("Shows what a run would write, and writes nothing"))
        self.run_button = QPushButton(self.tr("&Run Sync"), self)
        self.run_button.setObjectName("run-button")
        self._heading = wrapped_label("start-heading", self)
        self._heading.setText(self.tr("Look for payments changed since"))
        self._heading.setFont(larger_font(self.font(), 1.05, bold=True))
        self._hint = wrapped_label("start-hint", self)
        self._hint.setText(
            self.tr(
                "Not sure? Choose an early date. Looking at more does no harm, and you can stop at any time."
            )
        )
        self._limits = wrapped_label("connection-limits", self)
        self._build()
        self._colour()

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in reading order."""
        return [*self.starts.stops(), self.preview_button, self.run_button]

    def show_limits(self, limits: str) -> None:
        """Say what these books cannot tell; '' for nothing."""
        self._limits.setText(limits)
        self._limits.setVisible(bool(limits))

    def show_state(self, known: bool, running: bool, free: bool, primary: bool) -> None:
        """`known`: there is a connection; `running`: its run is under way; `free`: no other run is;
        `primary`: the run button is the next step.
        """
        self._running = running
        self.starts.setEnabled(known and not running)
        self.preview_button.setEnabled(known and free and not running)
        self.run_button.setEnabled(running or (known and free))
        self.run_button.setText(self.tr("&Stop") if running else self.tr("&Run Sync"))
        make_primary(self.run_button, primary)
        self._draw_icons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_limits"):
            self._colour()

    def _build(self) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addWidget(self._heading)
        column.addWidget(self.starts)
        column.addSpacing(4)
        column.addWidget(self._hint)
        column.addWidget(self._limits)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        buttons.setSpacing(GAP)
        side = icon_side(self)
        for button in (self.preview_button, self.run_button):
            button.setAutoDefault(False)
            button.setIconSize(QSize(side, side))
            button.setMinimumHeight(round(self.fontMetrics().height() * 2.1))
            buttons.addWidget(button, 1)
        self.setFixedWidth(max(274, round(self.fontMetrics().averageCharWidth() * 29)))
        page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.setSpacing(0)
        page.addWidget(_scrolling(form), 1)
        page.addLayout(buttons)

    def _colour(self) -> None:
        quieten(self._hint)
        quieten(self._limits)
        self._draw_icons()

    def _draw_icons(self) -> None:
        self.preview_button.setIcon(plain_icon("preview", self.preview_button.palette()))
        self.run_button.setIcon(plain_icon("stop" if self._running else "run", self.run_button.palette()))


def _scrolling(form: QWidget) -> QScrollArea:
    scroll = TallArea("start-scroll", "", form)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.viewport().setAutoFillBackground(False)
    form.setAutoFillBackground(False)
    return scroll
